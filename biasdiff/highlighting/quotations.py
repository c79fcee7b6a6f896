"""Quotations that two stories share and that differ, told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from biasdiff.contrasting.phrasing import letter, listed, quoted
from biasdiff.model import Analysis, Missing, Place, Point, QuotationMatch, Span

_LONGEST = 70
_LEAST_MISSING = 3
# Fewer words than these can be an idiom that two people use.
_LEAST_SHARED = 8
_LONGEST_NEGATION = 3
_NEIGHBOURS = 2
# What a “not” more or less weighs: nothing weighs more.
NEGATED = 1.0
_MOST_EDITS = 2
_DOTS = re.compile(r"…|\.\s?\.(?:\s?\.)*")
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
    negated = None if match.speakers == "different" else _negated(match, left, right)
    if negated:
        return f"{_both(match, left, right)} but for a word like “not”. {negated}", CLOSER, NEGATED
    if match.coverage == "fragment" or (match.speakers != "same" and _shared(match, left) < _LEAST_SHARED):
        return None
    if match.speakers == "different":
        return _two_speakers(match, left, right), WHO, 0.95
    if match.coverage == "whole" and _is_form_only(match):
        return None
    apart = _seemingly_apart(match, left, right, people)
    if apart:
        return f"{_both(match, left, right)}: {_common(match, left)}. {apart}", WHO, 0.88
    return _same_speech(match, by_id)


def _same_speech(match: QuotationMatch, by_id: dict[str, Analysis]) -> tuple[str, str, float] | None:
    """What differs in words that no two people are named for: a word, a cut, a bracket."""
    left, right = (by_id[key] for key in match.passages)
    start = _both(match, left, right)
    changed = [] if _is_form_only(match) else list(_changes(match, left, right))
    if match.status in ("altered", "bracketed") and changed:
        question, weight = (BRACKETS, 0.6) if match.status == "bracketed" else (CLOSER, 0.9)
        return f"{start}. {'; '.join(changed[:_MOST_EDITS])}.", question, weight
    missing = [one for one in match.missing if _size(one, match, by_id) >= _LEAST_MISSING]
    if missing:
        weight = 0.6 if all(one.marked for one in missing) else 0.7
        size = max(_size(one, match, by_id) for one in missing)
        return f"{start}. {_cuts(missing, match, by_id)}.", REST, weight + min(0.15, 0.01 * size)
    note = next((one for one in match.notes if one.kind == "round_brackets"), None)
    return (f"{start}. {_brackets(match, left, right)}", ROUND, 0.5) if note else None


def _shared(match: QuotationMatch, left: Analysis) -> int:
    """How many words both have."""
    return sum(len(left.text(edit.left).split()) for edit in match.edits if edit.tag == "equal")


def _common(match: QuotationMatch, left: Analysis) -> str:
    """The longest stretch that both have, in quotation marks."""
    return quoted(max((left.text(edit.left) for edit in match.edits if edit.tag == "equal"), key=len), _LONGEST)


def _negated(match: QuotationMatch, left: Analysis, right: Analysis) -> str:
    """Where a “not” or “never” is lost or added between words that both have, with the words beside it."""
    for before, edit, behind in zip(match.edits, match.edits[1:], match.edits[2:], strict=False):
        if "negation" not in edit.kinds or {before.tag, behind.tag} != {"equal"}:
            continue
        printed = left.text(edit.left).split(), right.text(edit.right).split()
        if max(map(len, printed)) <= _LONGEST_NEGATION:
            mine = _with_neighbours(left, before.left, behind.left)
            theirs = _with_neighbours(right, before.right, behind.right)
            return f"{letter(left)} has {mine} where {letter(right)} has {theirs}."
    return ""


def _with_neighbours(story: Analysis, before: Span, behind: Span) -> str:
    """Words with one or two of the equal words on either side."""
    start, end = before.start, behind.end
    words = tuple(story.words_in(Span(start, end)))
    first = sum(word.start < before.end for word in words) - _NEIGHBOURS
    last = sum(word.start < behind.start for word in words) + _NEIGHBOURS
    near = words[max(0, first) : last]
    return quoted(story.passage.text[near[0].start : near[-1].end], _LONGEST)


def _speakers(match: QuotationMatch, left: Analysis, right: Analysis) -> list[str | None]:
    sides = zip((left, right), match.quotations, strict=True)
    return [story.quotations[number].speaker_name for story, number in sides]


def _both(match: QuotationMatch, left: Analysis, right: Analysis) -> str:
    """Whose the words are: one speaker's where both name the same, else only that both have them."""
    names = _speakers(match, left, right)
    if names[0] and names[0] == names[1]:
        unnamed = [letter(story) for story in (left, right) if not story.prints(names[0])]
        aside = f", whom {'neither names' if len(unnamed) > 1 else f'{unnamed[0]} does not name'}" if unnamed else ""
        return f"{letter(left)} and {letter(right)} quote the same words of {names[0]}{aside}"
    if match.speakers == "same" or None in names:
        return f"{letter(left)} and {letter(right)} quote the same words"
    return f"{letter(left)} and {letter(right)} both have these words"


def _is_form_only(match: QuotationMatch) -> bool:
    """Whether the words that differ are contractions, or numbers in words or in figures."""
    return any(note.kind in ("contracted", "figures") for note in match.notes)


def _seemingly_apart(match: QuotationMatch, left: Analysis, right: Analysis, people: dict[str, frozenset[str]]) -> str:
    """“A seems to give them to ...”: two people, where at least one is taken from a “he” or “she”."""
    names = _speakers(match, left, right)
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
    return f"{letter(left)} and {letter(right)} both have the words {words}. {listed(who)}."


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
        shown = _shown(by_id[one.passage], match, one) if one.marked else ""
        told.append(f"{letter(one.passage)} {_STOPS[one.where]} {quoted(words, _LONGEST)}{shown}".rstrip(","))
    return "; ".join(told)


def _shown(story: Analysis, match: QuotationMatch, missing: Missing) -> str:
    """How a cut is shown: by dots, or by a “he said” that stands there; nothing where both or neither may be meant."""
    quotation = story.quotations[match.quotations[match.passages.index(story.passage.id)]]
    dots = sum(len(_DOTS.findall(story.text(part))) for part in quotation.parts)
    cuts = sum(one.marked and one.passage == missing.passage for one in match.missing)
    if dots >= cuts:
        return ", with dots in their place,"
    interrupted = not dots and missing.where == "inside" and len(quotation.parts) > 1
    return ", where it interrupts the quotation," if interrupted else ""


def _brackets(match: QuotationMatch, left: Analysis, right: Analysis) -> str:
    """Which side has round brackets, and what the other side has there."""
    note = next(one for one in match.notes if one.kind == "round_brackets")
    key = note.places[0].passage if note.places else left.passage.id
    return f"{letter(key)} has an insertion in round brackets, which can be read as the speaker’s own."
