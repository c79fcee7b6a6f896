"""Numbers of two stories beside each other: whom wording praises or blames, and rates where they can be compared."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.contrasting.phrasing import listed
from biasdiff.model import Comparison, Contrast, TargetCount
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide


class TargetRow(NamedTuple):
    """Findings that praise or blame somebody, story by story; None where there are none."""

    target: str
    direction: str
    counts: tuple[TargetCount | None, ...]


class RatioRow(NamedTuple):
    """How the rates of two stories compare, in a word and in numbers."""

    pair: str
    group: str
    word: str
    contrast: Contrast


class Ratios(NamedTuple):
    """Comparisons of rates, and the reasons why others were not made, each with its pairs of stories."""

    rows: tuple[RatioRow, ...]
    reasons: tuple[tuple[str, str], ...]


def target_rows(result: Comparison, guide: Guide) -> tuple[TargetRow, ...]:
    """A row for each target and direction, those with most findings first."""
    rows: dict[tuple[str, str], dict[str, TargetCount]] = {}
    for one in result.targets:
        rows.setdefault((one.target, one.direction), {})[one.passage] = one
    return tuple(
        TargetRow(target, words.DIRECTIONS[direction], tuple(counts.get(key) for key in guide.ids))
        for (target, direction), counts in rows.items()
    )


def ratios(result: Comparison) -> Ratios:
    """The comparisons that could be made, and why the others could not."""
    refused: dict[str, list[str]] = {}
    for one in result.contrasts:
        if one.word is None:
            refused.setdefault(one.note, []).append(_pair(one))
    rows = tuple(_row(one) for one in result.contrasts if one.word is not None)
    return Ratios(rows, tuple((note, "; ".join(pairs)) for note, pairs in refused.items()))


def _pair(one: Contrast) -> str:
    return listed([key.upper() for key in one.passages])


def _row(one: Contrast) -> RatioRow:
    return RatioRow(_pair(one), words.GROUPS[one.group][1], words.CONTRASTS[one.word or ""], one)
