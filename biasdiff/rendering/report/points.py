"""Points as the page shows them: what stands out, and whatever else is told in a sentence with a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from biasdiff.model import Comparison, Highlight, Point
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide, Spot

# Where the page tells more of each kind of evidence; marks stand in the text itself.
SECTIONS = {
    "tension": "tensions",
    "quotation": "quotations",
    "figure": "figures",
    "unattributed_figure": "figures",
    "headline": "headlines",
    "label": "names",
    "title": "names",
    "introduction": "names",
    "word": "words",
    "placement": "placements",
    "only_here": "only",
}


class Told(NamedTuple):
    """A sentence of evidence, a question, links to its places, and the part of the page that tells more."""

    text: str
    question: str
    spots: tuple[Spot, ...]
    section: str = ""
    title: str = ""


class Asked(NamedTuple):
    """Points that ask the same question."""

    question: str
    points: tuple[Told, ...]


def standouts(result: Comparison, guide: Guide, sections: Sequence[str]) -> tuple[Told, ...]:
    """What stands out, with the section of its kind where the page has that."""
    return tuple(_standout(highlight, guide, sections) for highlight in result.highlights)


def _standout(highlight: Highlight, guide: Guide, sections: Sequence[str]) -> Told:
    section = SECTIONS.get(highlight.kind, "")
    known = section if section in sections else ""
    spots = guide.spots(highlight.places)
    return Told(highlight.text, highlight.question, spots, known, words.SECTIONS.get(known, ""))


def asked(points: Sequence[Point], guide: Guide) -> tuple[Asked, ...]:
    """Points in their order, under each question once."""
    by_question: dict[str, list[Told]] = {}
    for point in points:
        by_question.setdefault(point.question, []).append(Told(point.text, point.question, guide.spots(point.places)))
    return tuple(Asked(question, tuple(told)) for question, told in by_question.items())
