"""Quotations: those of two stories that carry the same words, and those that only one story has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from biasdiff.model import Analysis, Comparison, Edit, Paraphrase, Quotation, QuotationMatch, Span
from biasdiff.numbering import Ref
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import anchor
from biasdiff.rendering.report.text import Piece

_OPENING, _CLOSING = "[(", "])"


class Said(NamedTuple):
    """One story's version of a quotation, with who says it there."""

    pieces: tuple[Piece, ...]
    speaker: str
    verb: str
    anchor: str
    number: str


class Pair(NamedTuple):
    """Two versions, how they differ in plain words, and what a reader could miss."""

    who: str
    left: Said
    right: Said
    pills: tuple[str, ...]
    notes: tuple[str, ...]


class Matched(NamedTuple):
    """All matches of two stories."""

    left: str
    right: str
    pairs: tuple[Pair, ...]


class Retold(NamedTuple):
    """What one story quotes and another one tells in its own words."""

    who: str
    said: Said
    told: Said
    teller: str
    quoter: str
    evidence: tuple[str, ...]


class Alone(NamedTuple):
    """Quotations for which no match was found in any other story."""

    story: str
    said: tuple[Said, ...]


def matched(result: Comparison) -> tuple[Matched, ...]:
    """The matches of every pair of stories that has any."""
    by_id = {story.passage.id: story for story in result.analyses}
    tables = []
    for left, right in combinations(by_id, 2):
        pairs = tuple(
            _pair(result, by_id, match) for match in result.quotation_matches if match.passages == (left, right)
        )
        if pairs:
            tables.append(Matched(left, right, pairs))
    return tuple(tables)


def alone(result: Comparison) -> tuple[Alone, ...]:
    """The quotations of each story without a match, in the order of the story."""
    by_id = {story.passage.id: story for story in result.analyses}
    return tuple(
        Alone(key, tuple(_said(result, by_id[key], by_id[key].quotations[at], (), "") for at in numbers))
        for key, numbers in result.quotations_only
    )


def told(result: Comparison) -> tuple[Retold, ...]:
    """Quotations that another story tells without quotation marks."""
    by_id = {story.passage.id: story for story in result.analyses}
    return tuple(_told(result, by_id, paraphrase) for paraphrase in result.paraphrases)


def _told(result: Comparison, by_id: dict[str, Analysis], paraphrase: Paraphrase) -> Retold:
    quoter, teller = (by_id[key] for key in paraphrase.passages)
    quotation = quoter.quotations[paraphrase.quotation]
    at = paraphrase.sentences[0]
    return Retold(
        who=_named(quoter, quotation) or quotation.speaker_name or _speaker(quoter, quotation) or "not named",
        said=_said(result, quoter, quotation, (), teller.passage.id),
        told=Said(
            pieces=(Piece(teller.text(paraphrase.span)),),
            speaker="",
            verb="",
            anchor=_anchor(result, teller, at, quoter.passage.id),
            number=str(Ref(teller.passage.id, at)),
        ),
        quoter=quoter.passage.id,
        teller=teller.passage.id,
        evidence=paraphrase.evidence,
    )


def _anchor(result: Comparison, story: Analysis, index: int, other: str) -> str:
    return anchor([one.passage.id for one in result.analyses], story.passage.id, index, other)


def _pair(result: Comparison, by_id: dict[str, Analysis], match: QuotationMatch) -> Pair:
    left, right = (by_id[key] for key in match.passages)
    mine, theirs = left.quotations[match.quotations[0]], right.quotations[match.quotations[1]]
    return Pair(
        who=_who(left, mine, right, theirs),
        left=_said(result, left, mine, _differing(left, match.edits, lambda edit: edit.left), right.passage.id),
        right=_said(result, right, theirs, _differing(right, match.edits, lambda edit: edit.right), left.passage.id),
        pills=tuple(_pills(match)),
        notes=tuple(note.text for note in match.notes),
    )


def _said(result: Comparison, story: Analysis, quotation: Quotation, differing: Sequence[Span], other: str) -> Said:
    sentence = next(story.between(quotation.parts[0]), None)
    at = sentence.index if sentence else 0
    return Said(
        pieces=tuple(_pieces(story, quotation, differing)),
        speaker=_speaker(story, quotation),
        verb=story.text(quotation.cue) if quotation.cue else "",
        anchor=_anchor(result, story, at, other),
        number=str(Ref(story.passage.id, at)),
    )


def _who(left: Analysis, mine: Quotation, right: Analysis, theirs: Quotation) -> str:
    """The speaker that the stories themselves name; both where they name two; else whom the tool takes it for."""
    printed = {_named(left, mine), _named(right, theirs)} - {""}
    fullest = [one for one in printed if not any(one != other and one in other for other in printed)]
    taken_for = mine.speaker_name or theirs.speaker_name
    return " or ".join(sorted(fullest)) or taken_for or _speaker(left, mine) or _speaker(right, theirs) or "not named"


def _named(story: Analysis, quotation: Quotation) -> str:
    """The speaker's name where the words beside the quotation give one, not only “he” or “the mayor”."""
    printed = _printed(story, quotation)
    name = quotation.speaker_name or ""
    if name:
        return name if name in printed or (printed and printed in name) else ""
    return printed if any(word[0].isupper() for word in printed.split()[1:]) else ""


def _printed(story: Analysis, quotation: Quotation) -> str:
    return " ".join(story.text(quotation.speaker).split()) if quotation.speaker else ""


def _speaker(story: Analysis, quotation: Quotation) -> str:
    """The speaker as printed, and whom the tool takes that for where the words beside it do not tell."""
    printed, name = _printed(story, quotation), quotation.speaker_name or ""
    is_told = not name or any(word in printed for word in name.split())
    return printed if printed and is_told else f"{printed}, read as {name}" if printed else name


def _pieces(story: Analysis, quotation: Quotation, differing: Sequence[Span]) -> Iterator[Piece]:
    """The parts of a quotation, an ellipsis where it was interrupted."""
    for at, part in enumerate(quotation.parts):
        if at:
            yield Piece(" … ")
        yield from _shaded(story, part, differing)


def _shaded(story: Analysis, part: Span, differing: Sequence[Span]) -> Iterator[Piece]:
    inside = [(max(a, part.start), min(b, part.end)) for a, b in differing if a < part.end and b > part.start]
    at = part.start
    for start, end in inside:
        yield Piece(story.text(Span(at, start)))
        yield Piece(story.text(Span(start, end)), "differs")
        at = end
    yield Piece(story.text(Span(at, part.end)))


def _differing(story: Analysis, edits: Sequence[Edit], side: Callable[[Edit], Span]) -> list[Span]:
    """Differing words; brackets around them belong to them."""
    out = []
    for start, end in (side(edit) for edit in edits if edit.tag != "equal"):
        if start < end:
            text = story.passage.text
            bracketed = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
            wide = start > 0 and end < len(text) and bracketed
            out.append(Span(start - wide, end + wide))
    return out


def _pills(match: QuotationMatch) -> Iterator[str]:
    """Status and coverage: “same words”, “cut in A”. What is the same needs no word where the rest is cut."""
    if match.status != "same" or match.coverage == "whole":
        yield words.STATUSES[match.status]
    if match.coverage == "truncated":
        cut = words.joined([key.upper() for key in _cut(match)])
        shown = " (shown)" if match.missing and all(missing.marked for missing in match.missing) else ""
        yield f"cut in {cut}{shown}"
    elif match.coverage == "fragment":
        yield words.COVERAGES["fragment"]
    if match.speakers in words.SPEAKERS:
        yield words.SPEAKERS[match.speakers]


def _cut(match: QuotationMatch) -> list[str]:
    """The stories that lack words of the utterance."""
    lacking = {missing.passage for missing in match.missing}
    return [key for key in match.passages if key in lacking or not lacking]
