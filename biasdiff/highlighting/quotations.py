"""Quotations that two stories share and that differ, told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from biasdiff.contrasting.ground import letter, listed, quoted
from biasdiff.model import Analysis, Missing, Place, Point, QuotationMatch, Span

_LONGEST = 70
_LEAST_MISSING = 3
_MOST_EDITS = 2
_STOPS = {"after": "stops before", "before": "begins after", "inside": "leaves out"}

CLOSER = "Which is closer to what was said? Where could you check?"
BRACKETS = "Square brackets mark an editor’s words. Which is closer to what was said?"
ROUND = "Whose words are those in the brackets: the speaker’s or the editor’s?"
REST = "What do the left-out words change?"
WHO = "Who said it? Where could you check?"


def quotation_points(matches: Sequence[QuotationMatch], by_id: dict[str, Analysis]) -> Iterator[Point]:
    """What differs in each quotation that two stories share: speaker, words, cuts, brackets."""
    people = {key: story.people for key, story in by_id.items()}
    for match in matches:
        told = _told(match, by_id, people)
        if told:
            text, question, weight = told
            yield Point("quotation", text, question, _places(match, by_id), weight)


def _places(match: QuotationMatch, by_id: dict[str, Analysis]) -> tuple[Place, ...]:
    return tuple(
        Place(key, by_id[key].quotations[number].parts[0].start, by_id[key].quotations[number].parts[-1].end)
        for key, number in zip(match.passages, match.quotations, strict=True)
    )


def _told(
    match: QuotationMatch, by_id: dict[str, Analysis], people: dict[str, frozenset[str]]
) -> tuple[str, str, float] | None:
    left, right = (by_id[key] for key in match.passages)
    start = f"{letter(left)} and {letter(right)} quote the same words{_speaker(match, by_id)}."
    if match.coverage == "fragment":
        return None
    if match.speakers == "different":
        return _two_speakers(match, left, right), WHO, 0.95
    form_only = any(note.kind in ("contracted", "figures") for note in match.notes)
    if form_only and match.coverage == "whole":
        return None
    apart = _seemingly_apart(match, left, right, people)
    if apart:
        return f"{start} {apart}", WHO, 0.85
    changed = [] if form_only else list(_changes(match, left, right))
    if match.status in ("altered", "bracketed") and changed:
        question, weight = (BRACKETS, 0.6) if match.status == "bracketed" else (CLOSER, 0.9)
        return f"{start} {'; '.join(changed[:_MOST_EDITS])}.", question, weight
    missing = [one for one in match.missing if _size(one, match, by_id) >= _LEAST_MISSING]
    if missing:
        weight = 0.6 if all(one.marked for one in missing) else 0.7
        size = max(_size(one, match, by_id) for one in missing)
        return f"{start} {_cuts(missing, match, by_id)}.", REST, weight + min(0.15, 0.01 * size)
    note = next((one for one in match.notes if one.kind == "round_brackets"), None)
    return (f"{start} {_brackets(match, left, right)}", ROUND, 0.5) if note else None


def _speaker(match: QuotationMatch, by_id: dict[str, Analysis]) -> str:
    names = {
        by_id[key].quotations[number].speaker_name for key, number in zip(match.passages, match.quotations, strict=True)
    }
    name = names.pop()
    return f" of {name}" if name and not names else ""


def _seemingly_apart(match: QuotationMatch, left: Analysis, right: Analysis, people: dict[str, frozenset[str]]) -> str:
    """“A seems to give them to ...”: two people, where at least one is taken from a “he” or “she”."""
    names = [
        story.quotations[number].speaker_name for story, number in zip((left, right), match.quotations, strict=True)
    ]
    known = [name in people[key] for name, key in zip(names, match.passages, strict=True)]
    if match.speakers == "same" or not all(known):
        return ""
    if names[0] is None or names[1] is None or names[0].split()[-1] == names[1].split()[-1]:
        return ""
    return f"{letter(left)} seems to give them to {names[0]}, {letter(right)} to {names[1]}."


def _two_speakers(match: QuotationMatch, left: Analysis, right: Analysis) -> str:
    said = [(story, story.quotations[number]) for story, number in zip((left, right), match.quotations, strict=True)]
    words = quoted(left.text(said[0][1].parts[0]), _LONGEST)
    who = [f"{letter(story)} gives them to {one.speaker_name}" for story, one in said]
    return f"{letter(left)} and {letter(right)} quote the same words, {words}. {listed(who)}."


def _changes(match: QuotationMatch, left: Analysis, right: Analysis) -> Iterator[str]:
    """Words that differ inside the stretch that both quote."""
    shared = [edit for edit in match.edits if edit.tag == "equal"]
    if not shared:
        return
    first, last = shared[0].left.start, shared[-1].left.end
    for edit in match.edits:
        if edit.tag == "replace" and first <= edit.left.start and edit.left.end <= last:
            mine, theirs = _with_marks(left, edit.left), _with_marks(right, edit.right)
            yield f"{letter(left)} has {mine} where {letter(right)} has {theirs}"


def _with_marks(story: Analysis, span: Span) -> str:
    """Words with the brackets that stand around them."""
    text = story.passage.text
    wrapped = text[max(0, span.start - 1) : span.start] in ("[", "(") and text[span.end : span.end + 1] in ("]", ")")
    return quoted(text[span.start - wrapped : span.end + wrapped], _LONGEST)


def _size(one: Missing, match: QuotationMatch, by_id: dict[str, Analysis]) -> int:
    other = _other(one, match, by_id)
    return sum(len(other.text(span).split()) for span in one.spans)


def _other(one: Missing, match: QuotationMatch, by_id: dict[str, Analysis]) -> Analysis:
    return by_id[next(key for key in match.passages if key != one.passage)]


def _cuts(missing: Sequence[Missing], match: QuotationMatch, by_id: dict[str, Analysis]) -> str:
    told = []
    for one in missing[:_MOST_EDITS]:
        other = _other(one, match, by_id)
        words = " … ".join(" ".join(other.text(span).split()) for span in one.spans)
        shown = ", with dots in their place," if one.marked else ""
        told.append(f"{letter(one.passage)} {_STOPS[one.where]} {quoted(words, _LONGEST)}{shown}".rstrip(","))
    return "; ".join(told)


def _brackets(match: QuotationMatch, left: Analysis, right: Analysis) -> str:
    """Which side has round brackets, and what the other side has there."""
    note = next(one for one in match.notes if one.kind == "round_brackets")
    key = note.places[0].passage if note.places else left.passage.id
    return f"{letter(key)} has an insertion in round brackets, which can be read as the speaker’s own."
