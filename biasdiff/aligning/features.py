"""What speaks for a link between two sentences and what against it, in numbers.

Every feature is the same when the stories change places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import exp, log

from biasdiff.aligning.candidates import SCALE, Pair, cosine
from biasdiff.aligning.lines import Line
from biasdiff.aligning.runs import longest_run, shared_fragments

NAMES = (
    "quoted words in both",  # the smaller of the two shares of words inside quotation marks
    "quotation shared",  # share of the shorter quotation that is one common run
    "fragment quoted by both",  # weight of a short quotation that stands in the other's quotation marks
    "running words shared",
    "running content words shared",
    "second rarest term shared",
    "terms found nowhere else",  # weight of shared terms that stand in one sentence of each story
    "shared terms that are no names",
    "shared terms not common in news",  # as a share of the shared terms
    "names alike",  # cosine of the terms used as names
    "surroundings alike",  # cosine of both with the two sentences before and after
    "best match of both",  # cosine, as a share of the best that either sentence has
    "out of place",  # distance from the place that the surest pairs around it would give
    "length",
    "one headline",
    "both headlines",
    "near both ledes",
    "near both ends",
)
_AROUND = 2
_SURE_COSINE = 0.08
_KEPT_WINDOWS = 4096


class Features:
    """Features of the candidate pairs of two stories."""

    def __init__(self, pair: Pair, candidates: Sequence[tuple[int, int, float]]) -> None:
        self._pair = pair
        self._best = _bests(pair, candidates)
        self._anchors = _anchors(pair, candidates, self._best)
        self._windows: tuple[dict[int, frozenset[int]], dict[int, frozenset[int]]] = ({}, {})
        self._bigrams: tuple[dict[int, frozenset[tuple[int, int]]], ...] = ({}, {})

    def of(self, number: int, other: int, alike: float) -> tuple[float, ...]:
        """The features of one candidate, in the order of NAMES."""
        left, right = self._pair.left[number], self._pair.right[other]
        bests = (self._best[0][number], self._best[1][other])
        return (
            min(left.share_quoted, right.share_quoted),
            *self._quoted(left, right),
            *self._runs(left, right),
            *self._terms(left, right),
            self._surroundings(number, other),
            (alike / bests[0] + alike / bests[1]) / 2,
            self._out_of_place(number, other),
            log(1 + min(len(left.content), len(right.content))),
            float(left.is_headline != right.is_headline),
            float(left.is_headline and right.is_headline),
            _near_ledes(left, right),
            exp(-(len(self._pair.left) - 1 - number + len(self._pair.right) - 1 - other) / 2),
        )

    def _quoted(self, left: Line, right: Line) -> tuple[float, float]:
        if not (left.quoted and right.quoted):
            return 0.0, 0.0
        run = longest_run(left.quoted, right.quoted)
        fragment = max(map(self._weigh, shared_fragments(left, right, self._pair.names)), default=0)
        return min(run, 10) / max(3, min(len(left.quoted), len(right.quoted))), min(fragment / SCALE, 12) / 4

    def _weigh(self, words: Iterable[int]) -> int:
        return sum(self._pair.weight[word] for word in words if word >= 0)

    def _runs(self, left: Line, right: Line) -> tuple[float, float]:
        shared = self._pairs_of_words(0, left) & self._pairs_of_words(1, right)
        if not shared:
            return 0.0, 0.0
        content = sum(first >= 0 and second >= 0 for first, second in shared)
        return float(min(6, len(shared))), float(min(4, content))

    def _pairs_of_words(self, side: int, line: Line) -> frozenset[tuple[int, int]]:
        kept = self._bigrams[side]
        if line.number not in kept:
            if len(kept) > _KEPT_WINDOWS:
                kept.clear()
            kept[line.number] = frozenset(pairwise(line.words))
        return kept[line.number]

    def _terms(self, left: Line, right: Line) -> tuple[float, float, float, float, float]:
        """Second rarest, found nowhere else, no names, share not common, names alike."""
        pair = self._pair
        shared = left.content & right.content
        if not shared:
            return 0.0, 0.0, 0.0, 0.0, 0.0
        weights = sorted([pair.weight[term] for term in shared])
        mine, theirs = pair.df
        only = sum([pair.weight[term] for term in shared if mine[term] == 1 and theirs[term] == 1])
        named = shared & pair.names
        return (
            weights[-2] / SCALE if len(weights) > 1 else 0.0,
            min(only / SCALE, 25) / 5,
            float(min(8, len(shared) - len(named))),
            len(shared - pair.common) / len(shared),
            self._alike(named, left.content & pair.names, right.content & pair.names) if named else 0.0,
        )

    def _alike(self, shared: Iterable[int], left: Iterable[int], right: Iterable[int]) -> float:
        square = self._pair.square
        return cosine(
            sum([square[term] for term in shared]),
            sum([square[term] for term in left]),
            sum([square[term] for term in right]),
        )

    def _surroundings(self, number: int, other: int) -> float:
        left, right = self._window(0, number), self._window(1, other)
        return self._alike(left & right, left, right)

    def _window(self, side: int, number: int) -> frozenset[int]:
        kept = self._windows[side]
        if number not in kept:
            if len(kept) > _KEPT_WINDOWS:
                kept.clear()
            lines = (self._pair.left, self._pair.right)[side][max(0, number - _AROUND) : number + _AROUND + 1]
            kept[number] = frozenset().union(*[line.content for line in lines])
        return kept[number]

    def _out_of_place(self, number: int, other: int) -> float:
        forth, back = self._anchors
        sizes = len(self._pair.left), len(self._pair.right)
        return (abs(_place(forth, number) - other) / sizes[1] + abs(_place(back, other) - number) / sizes[0]) / 2


def _near_ledes(left: Line, right: Line) -> float:
    if left.from_lede is None or right.from_lede is None:
        return 0.0
    return exp(-(left.from_lede + right.from_lede) / 2)


def _bests(pair: Pair, candidates: Sequence[tuple[int, int, float]]) -> tuple[list[float], list[float]]:
    """The highest cosine of each line, on either side."""
    rows, columns = [0.0] * len(pair.left), [0.0] * len(pair.right)
    for number, other, alike in candidates:
        rows[number] = max(rows[number], alike)
        columns[other] = max(columns[other], alike)
    return rows, columns


Anchors = list[tuple[float, float]]


def _anchors(
    pair: Pair, candidates: Sequence[tuple[int, int, float]], best: tuple[list[float], list[float]]
) -> tuple[Anchors, Anchors]:
    """Places of lines that are each other's best match, from left to right and back."""
    sure = [
        (float(number), float(other))
        for number, other, alike in candidates
        if alike >= _SURE_COSINE
        and alike == best[0][number] == best[1][other]
        and not pair.left[number].is_headline
        and not pair.right[other].is_headline
    ]
    edges = [(-0.5, -0.5), (len(pair.left) - 0.5, len(pair.right) - 0.5)]
    return sorted(sure + edges), sorted((right, left) for left, right in sure + edges)


def _place(anchors: Anchors, number: int) -> float:
    """Where a line would stand in the other story, by the anchors before and after it (its own left out)."""
    at = bisect_left(anchors, (number, -1.0))
    before = anchors[max(0, at - 1)]
    after = anchors[at]
    while after[0] == number:
        at += 1
        after = anchors[at]
    return before[1] + (after[1] - before[1]) * (number - before[0]) / (after[0] - before[0])
