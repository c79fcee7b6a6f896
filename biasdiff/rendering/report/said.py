"""A quotation as one story has it: its words, what sets them off, and who says them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Analysis, Quotation, Span
from biasdiff.rendering.report.anchors import Guide
from biasdiff.rendering.report.text import Piece


class Said(NamedTuple):
    """One story's version of a quotation, with who says it there."""

    pieces: tuple[Piece, ...]
    speaker: str
    verb: str
    anchor: str
    number: str


def said(guide: Guide, key: str, number: int, differing: Sequence[Span] = (), other: str = "") -> Said:
    """A quotation of a story by its number; `differing` are in order and do not overlap.

    `other`: the story beside which its sentence is to be found.
    """
    story = guide.stories[key]
    quotation = story.quotations[number]
    spot = guide.spot(key, quotation.parts[0], other)
    return Said(
        pieces=tuple(_pieces(story, quotation, differing)),
        speaker=speaker(story, quotation),
        verb=story.text(quotation.cue) if quotation.cue else "",
        anchor=spot.anchor,
        number=spot.number,
    )


def named(story: Analysis, quotation: Quotation) -> str:
    """The speaker's name where the words beside the quotation give one, not only “he” or “the mayor”."""
    printed = _printed(story, quotation)
    name = quotation.speaker_name or ""
    if name:
        return name if name in printed or (printed and printed in name) else ""
    return printed if any(word[0].isupper() for word in printed.split()[1:]) else ""


def _printed(story: Analysis, quotation: Quotation) -> str:
    return " ".join(story.text(quotation.speaker).split()) if quotation.speaker else ""


def speaker(story: Analysis, quotation: Quotation) -> str:
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
