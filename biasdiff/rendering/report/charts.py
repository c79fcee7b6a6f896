"""Counts and rates as pictures: where bars, dots and intervals stand. Nothing is counted here, only placed.

Places along a line are in percent of the width of the picture, so that it can be as wide as the
window and its letters keep their size; heights are in pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Comparison, Rate
from biasdiff.rendering.report.counts import CountGroup, CountRow, RateRow

# What the longest bar takes; the rest is for the numbers beside it.
WIDEST = 72
TITLE, LINE, GAP, AXIS = 19, 17, 12, 18


class Bar(NamedTuple):
    """The marks of one severity, as a stretch of a bar."""

    severity: int
    at: float
    width: float
    title: str


class Bars(NamedTuple):
    """One story's marks of one group: strong ones first. `end` is where its numbers stand."""

    story: str
    y: int
    bars: tuple[Bar, ...]
    end: float
    numbers: str


class Dot(NamedTuple):
    """One story's rate of one group, with the ends of its interval, if it has any."""

    story: str
    y: int
    at: float
    interval: tuple[float, float] | None
    title: str


class Lines(NamedTuple):
    """The lines of one group under its title."""

    title: str
    y: int
    bars: tuple[Bars, ...] = ()
    dots: tuple[Dot, ...] = ()


class Chart(NamedTuple):
    """A picture of a given height, the same in words, and the marks of its scale."""

    groups: tuple[Lines, ...]
    height: int
    text: str
    scale: tuple[tuple[float, int], ...] = ()


def count_chart(result: Comparison, groups: Sequence[CountGroup]) -> Chart | None:
    """Marks in the outlets' own words, a bar a story; None where there are none."""
    shown = [group for group in groups if any(one.outlet for row in group.rows for one in row.counts)]
    ids = [story.passage.id for story in result.analyses]
    if not shown:
        return None
    most = max(sum(row.counts[at].outlet for row in group.rows) for group in shown for at in range(len(ids)))
    heights = [(group, _top(at, len(ids))) for at, group in enumerate(shown)]
    return Chart(
        tuple(Lines(group.title, y, bars=tuple(_bars(group, ids, y, most))) for group, y in heights),
        _top(len(shown), len(ids)),
        " ".join(f"{group.title}: {_told(ids, [_said(group, at) for at in range(len(ids))])}." for group in shown),
    )


def _bars(group: CountGroup, ids: Sequence[str], y: int, most: int) -> Iterator[Bars]:
    for at, key in enumerate(ids):
        rows = [row for row in group.rows if row.counts[at].outlet]
        bars, end = [], 0.0
        for row in rows:
            count = row.counts[at].outlet
            width = WIDEST * count / most
            bars.append(Bar(row.counts[at].severity, round(end, 2), round(width, 2), _number(row, at)))
            end += width
        numbers = " + ".join(str(row.counts[at].outlet) for row in rows) or "0"
        yield Bars(key, y + TITLE + at * LINE, tuple(bars), round(end, 2), numbers)


def _said(group: CountGroup, at: int) -> str:
    return ", ".join(_number(row, at) for row in group.rows if row.counts[at].outlet) or "none"


def _number(row: CountRow, at: int) -> str:
    return f"{row.counts[at].outlet} {row.severity}"


def rate_chart(result: Comparison, rows: Sequence[RateRow]) -> Chart | None:
    """Rates with their intervals on one scale; None where no story has any."""
    ends = [end for row in rows for rate in row.rates for end in (rate.value, rate.high) if end is not None]
    if not ends:
        return None
    step, top = _scale(max(ends))
    ids = [story.passage.id for story in result.analyses]
    heights = [(row, _top(at, len(ids))) for at, row in enumerate(rows)]
    return Chart(
        tuple(Lines(row.title, y, dots=tuple(_dots(row, ids, y, top))) for row, y in heights),
        _top(len(rows), len(ids)) + AXIS,
        " ".join(f"{row.title}: {_told(ids, [_interval(rate) for rate in row.rates])}." for row in rows),
        tuple((_at(value, top), value) for value in range(0, top + 1, step)),
    )


def _dots(row: RateRow, ids: Sequence[str], y: int, top: int) -> Iterator[Dot]:
    for at, (key, rate) in enumerate(zip(ids, row.rates, strict=True)):
        if rate.value is not None:
            ends = None if rate.low is None or rate.high is None else (_at(rate.low, top), _at(rate.high, top))
            title = f"{key.upper()}: {_interval(rate)}"
            yield Dot(key, y + TITLE + at * LINE, _at(rate.value, top), ends, title)


def _interval(rate: Rate) -> str:
    if rate.value is None:
        return "too short for a rate"
    if rate.high is None:
        return "0, no mark, so no interval"
    return f"{rate.value:.1f} per 100 words, {rate.low:.1f} to {rate.high:.1f}"


def _scale(most: float) -> tuple[int, int]:
    """The step between the marks of a scale, and its end: the first of them above all values."""
    step = next(step for step in (1, 2, 5, 10, 20) if most < 6 * step or step == 20)
    return step, step * (int(most / step) + 1)


def _at(value: float, top: int) -> float:
    return round(WIDEST * value / top, 2)


def _top(groups: int, stories: int) -> int:
    """Where the title of the next group stands, under so many groups."""
    return groups * (TITLE + stories * LINE + GAP)


def _told(ids: Sequence[str], texts: Sequence[str]) -> str:
    return "; ".join(f"{key.upper()} {text}" for key, text in zip(ids, texts, strict=True))
