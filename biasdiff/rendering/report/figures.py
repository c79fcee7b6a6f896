"""Figures: those that several stories give, how they differ, and those of one story, with their sources."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.model import Comparison, Figure, FigureMatch
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide, Spot


class Given(NamedTuple):
    """A figure as printed, where it stands, and who answers for it there."""

    printed: str
    spot: Spot
    source: str


class FigureRow(NamedTuple):
    """Figures that belong together, story by story, and how they differ."""

    given: tuple[tuple[Given, ...], ...]
    relation: str
    text: str
    question: str


class Figures(NamedTuple):
    """All figures: what differs, what is the same, and what stands in one story only, story by story."""

    differing: tuple[FigureRow, ...]
    same: tuple[FigureRow, ...]
    alone: tuple[tuple[Given, ...], ...]

    @property
    def total_alone(self) -> int:
        """How many stand in one story only."""
        return sum(map(len, self.alone))


def figures(result: Comparison, guide: Guide) -> Figures:
    """The figures of a comparison, the most telling difference first."""
    rows = [(match, _row(match, guide)) for match in result.figure_matches]
    return Figures(
        tuple(row for match, row in rows if match.relation != "same"),
        tuple(row for match, row in rows if match.relation == "same"),
        tuple(_alone(result, guide, key) for key in guide.ids),
    )


def _row(match: FigureMatch, guide: Guide) -> FigureRow:
    given = tuple(
        tuple(dict.fromkeys(_given(guide, key, ref.figure) for ref in match.figures if ref.passage == key))
        for key in guide.ids
    )
    return FigureRow(given, words.FIGURES[match.relation], match.text, match.question)


def _given(guide: Guide, key: str, number: int) -> Given:
    figure = guide.stories[key].figures[number]
    return Given(guide.text(key, figure.span), guide.spot(key, figure.span), _source(figure))


def _source(figure: Figure) -> str:
    """Who answers for a figure; one that a speaker gives needs no other source."""
    if figure.sourced == "none":
        return "" if figure.kind in ("date", "time") else words.NO_SOURCE
    return figure.source if figure.sourced == "sentence" else f"{figure.source}, {words.BESIDE}"


def _alone(result: Comparison, guide: Guide, key: str) -> tuple[Given, ...]:
    by_span = {figure.span: number for number, figure in enumerate(guide.stories[key].figures)}
    here = (one for one in result.only_here if one.passage == key and one.kind == "figure")
    return tuple(_given(guide, key, by_span[one.spans[0]]) for one in here)
