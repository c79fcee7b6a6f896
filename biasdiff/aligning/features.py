"""What speaks for a link between two sentences and what against it, in numbers.

Every feature is the same when the stories change places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, log

from biasdiff.aligning.candidates import SCALE, Candidate, Pair, cosine
from biasdiff.aligning.lines import Line
from biasdiff.aligning.runs import longest_run, shared_fragments

NAMES = (
    "quoted words in both",  # the smaller of the two shares of words inside quotation marks
    "quoted words that differ",  # that share, as far as the terms inside the marks are not the same
    "quotation shared",  # share of the shorter quotation that is one common run
    "fragment quoted by both",  # weight of a short quotation that stands in the other's quotation marks
    "running words shared",  # pairs of words in a row, one of them with content
    "running content words shared",
    "second rarest term shared",
    "terms found nowhere else",  # weight of shared terms that stand in one sentence of each story
    "weight of the terms shared",
    "shared terms that are no names",
    "shared terms not common in news",  # as a share of the shared terms
    "words alike",  # cosine of the terms that are no names
    "neighbours alike",  # cosine of both with the sentence before and after
    "best match of both",  # cosine, as a share of the best that either sentence has
    "out of place",  # distance from the place that the surest pairs around it would give
    "length",
    "one headline",
    "both headlines",
    "near both ledes",
    "near both ends",
)
_SURE_COSINE = 0.08
_KEPT = 4096
_NO_QUOTATIONS = (0.0, 0.0, 0.0, 0.0)

Anchors = list[tuple[float, float]]


class Features:
    """Features of the candidate pairs of two stories."""

    def __init__(self, pair: Pair, candidates: Sequence[Candidate]) -> None:
        self._pair = pair
        self._best = _bests(pair, candidates)
        forth, back = _anchors(pair, candidates, self._best)
        self._sides = _Side(pair.left, pair, forth), _Side(pair.right, pair, back)
        mine, theirs = ({term for term, count in counts.items() if count == 1} for counts in pair.df)
        self._once = mine & theirs
        self._weight, self._square = pair.weight.__getitem__, pair.square.__getitem__

    def of(self, candidate: Candidate) -> tuple[float, ...]:
        """The features of one candidate, in the order of NAMES."""
        number, other, alike = candidate
        left, right = self._pair.left[number], self._pair.right[other]
        mine, theirs = self._sides
        from_lede, other_from_lede = left.from_lede, right.from_lede
        headlines = (from_lede is None) + (other_from_lede is None)
        return (
            *(self._quotations(left, right) if left.quotes and right.quotes else _NO_QUOTATIONS),
            *self._running(number, other),
            *self._terms(number, other),
            self._neighbours(number, other),
            (alike / self._best[0][number] + alike / self._best[1][other]) / 2,
            self._out_of_place(number, other),
            min(mine.lengths[number], theirs.lengths[other]),
            1.0 if headlines == 1 else 0.0,
            1.0 if headlines == 2 else 0.0,
            0.0 if from_lede is None or other_from_lede is None else exp(-(from_lede + other_from_lede) / 2),
            exp((number + other + 2 - len(self._pair.left) - len(self._pair.right)) / 2),
        )

    def best(self, candidate: Candidate) -> float:
        """The highest cosine that either line of a candidate has with any."""
        return max(self._best[0][candidate.left], self._best[1][candidate.right])

    def _quotations(self, left: Line, right: Line) -> tuple[float, ...]:
        """Words quoted in both, how far they differ, quotation shared, fragment quoted by both."""
        if left.quoted_content.isdisjoint(right.quoted_content):
            return (*_quoted(left, right), 0.0, 0.0)
        run = longest_run(left.quoted, right.quoted)
        fragment = max(map(self._weigh, shared_fragments(left, right, self._pair.names)), default=0)
        return (
            *_quoted(left, right),
            min(run, 10) / max(3, min(len(left.quoted), len(right.quoted))),
            min(fragment / SCALE, 12) / 4,
        )

    def _weigh(self, words: Iterable[int]) -> int:
        return sum([self._weight(word) for word in words if word >= 0])

    def _running(self, number: int, other: int) -> tuple[float, float]:
        """Pairs of words in a row, one of them with content, and those of which both are."""
        shared = self._sides[0].running(number) & self._sides[1].running(other)
        if not shared:
            return 0.0, 0.0
        told = sum([first >= 0 or second >= 0 for first, second in shared])
        full = sum([first >= 0 and second >= 0 for first, second in shared])
        return float(min(6, told)), float(min(4, full))

    def _terms(self, number: int, other: int) -> tuple[float, ...]:
        """Second rarest, found nowhere else, weight, no names, share not common, words alike."""
        pair = self._pair
        shared = pair.left[number].content & pair.right[other].content
        if not shared:
            return 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
        words = shared - pair.names
        weights = sorted(map(self._weight, shared))
        only = sum(map(self._weight, shared & self._once))
        return (
            weights[-2] / SCALE if len(weights) > 1 else 0.0,
            min(only / SCALE, 25) / 5,
            min(sum(weights) / SCALE, 40) / 10,
            float(min(8, len(words))),
            len(shared - pair.common) / len(shared),
            cosine(sum(map(self._square, words)), self._sides[0].words[number], self._sides[1].words[other]),
        )

    def _neighbours(self, number: int, other: int) -> float:
        left, length = self._sides[0].around(number)
        right, other_length = self._sides[1].around(other)
        return cosine(sum(map(self._square, left & right)), length, other_length)

    def _out_of_place(self, number: int, other: int) -> float:
        mine, theirs = self._sides[0].places, self._sides[1].places
        return (abs(mine[number] - other) / len(theirs) + abs(theirs[other] - number) / len(mine)) / 2


class _Side:
    """What is looked up again and again about the lines of one story; what takes much room is kept for some."""

    def __init__(self, lines: Sequence[Line], pair: Pair, anchors: Anchors) -> None:
        # The squared length of each line's terms that are no names.
        square = pair.square.__getitem__
        self.words = [sum(map(square, line.content - pair.names)) for line in lines]
        # Where each line would stand in the other story.
        self.places = _places(anchors, len(lines))
        # What a line's length counts for; the shorter of two has the lesser.
        self.lengths = [log(1 + len(line.content)) for line in lines]
        self.around = _arounds(lines, square)
        self.running = _runnings(lines)


def _arounds(lines: Sequence[Line], square: Callable[[int], int]) -> Callable[[int], tuple[frozenset[int], int]]:
    """Terms of a line and of the one before and after it, and the squared length of them all."""

    @lru_cache(_KEPT)
    def around(number: int) -> tuple[frozenset[int], int]:
        before, behind = lines[max(0, number - 1)], lines[min(number + 1, len(lines) - 1)]
        terms = lines[number].content.union(before.content, behind.content)
        return terms, sum(map(square, terms))

    return around


def _runnings(lines: Sequence[Line]) -> Callable[[int], frozenset[tuple[int, int]]]:
    """Pairs of words in a row in a line."""

    @lru_cache(_KEPT)
    def running(number: int) -> frozenset[tuple[int, int]]:
        return frozenset(pairwise(lines[number].words))

    return running


def _quoted(left: Line, right: Line) -> tuple[float, float]:
    """Share of words quoted in both, and how much of that differs."""
    both = min(left.share_quoted, right.share_quoted)
    fewer = min(len(left.quoted_content), len(right.quoted_content))
    same = len(left.quoted_content & right.quoted_content) / fewer if fewer else 0.0
    return both, both * (1 - same)


def _bests(pair: Pair, candidates: Sequence[Candidate]) -> tuple[list[float], list[float]]:
    """The highest cosine of each line, on either side."""
    rows, columns = [0.0] * len(pair.left), [0.0] * len(pair.right)
    for number, other, alike in candidates:
        rows[number] = max(rows[number], alike)
        columns[other] = max(columns[other], alike)
    return rows, columns


def _anchors(
    pair: Pair, candidates: Sequence[Candidate], best: tuple[list[float], list[float]]
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


def _places(anchors: Anchors, lines: int) -> list[float]:
    """Where each line would stand in the other story, by the anchors before and after it (its own left out)."""
    places: list[float] = []
    at = 0
    for number in range(lines):
        while anchors[at][0] < number:
            at += 1
        after = at
        while anchors[after][0] == number:
            after += 1
        (x, y), (x_after, y_after) = anchors[at - 1], anchors[after]
        places.append(y + (y_after - y) * (number - x) / (x_after - x))
    return places
