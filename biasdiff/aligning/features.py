"""What speaks for a link between two sentences and what against it, in numbers.

Every feature is the same when the stories change places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import exp, inf, log, sqrt
from operator import add, and_

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

Anchors = list[tuple[float, float]]
Column = Sequence[float]


class Features:
    """Features of the candidate pairs of two stories, each worked out for all candidates at once."""

    def __init__(self, pair: Pair, candidates: Sequence[Candidate]) -> None:
        self._pair = pair
        # The lines of each candidate, on either side, and how alike they are.
        self._lefts, self._rights = [one.left for one in candidates], [one.right for one in candidates]
        self._alike = [one.alike for one in candidates]
        self._best = _bests(pair, candidates)
        forth, back = _anchors(pair, candidates, self._best)
        self._sides = (
            _Side(pair.left, pair.lengths[0], pair, forth),
            _Side(pair.right, pair.lengths[1], pair, back),
        )
        self._weight, self._square = pair.weight.__getitem__, pair.square.__getitem__

    def rows(self) -> Iterator[tuple[float, ...]]:
        """The features of each candidate, in the order of NAMES."""
        columns = (
            *self._quotations(),
            *self._running(),
            *self._terms(),
            self._neighbours(),
            self._best_matches(),
            self._out_of_place(),
            self._lengths(),
            *self._headlines(),
            self._near_ledes(),
            self._near_ends(),
        )
        return zip(*columns, strict=True)

    def best(self, candidate: Candidate) -> float:
        """The highest cosine that either line of a candidate has with any."""
        return max(self._best[0][candidate.left], self._best[1][candidate.right])

    def _quotations(self) -> Iterable[Column]:
        """Words quoted in both, how far they differ, quotation shared, fragment quoted by both."""
        left, right, none = self._pair.left, self._pair.right, (0.0, 0.0, 0.0, 0.0)
        mine, theirs = {line.number for line in left if line.quotes}, {line.number for line in right if line.quotes}
        found = [
            self._quotation(left[number], right[other]) if number in mine and other in theirs else none
            for number, other in zip(self._lefts, self._rights, strict=True)
        ]
        return zip(*found, strict=True)

    def _quotation(self, left: Line, right: Line) -> tuple[float, float, float, float]:
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

    def _running(self) -> tuple[Column, Column]:
        """Pairs of words in a row, one of them with content, and those of which both are."""
        mine, theirs = self._sides[0].running, self._sides[1].running
        told, full = [0.0] * len(self._lefts), [0.0] * len(self._lefts)
        for at, shared in enumerate(map(and_, map(mine, self._lefts), map(theirs, self._rights))):
            if shared:  # most share none
                telling = [first >= 0 and second >= 0 for first, second in shared if first >= 0 or second >= 0]
                told[at], full[at] = min(6.0, len(telling)), min(4.0, sum(telling))
        return told, full

    def _terms(self) -> Iterable[Column]:
        """Second rarest, found nowhere else, weight, no names, share not common, words alike."""
        weight, square, names, common = self._weight, self._square, self._pair.names, self._pair.common
        left, right, once = self._pair.left, self._pair.right, _once(self._pair)
        mine, theirs = self._sides[0].words, self._sides[1].words
        rows = []
        for number, other in zip(self._lefts, self._rights, strict=True):
            terms = left[number].content & right[other].content
            weights, words = sorted(map(weight, terms)), terms - names
            rows.append(
                (
                    weights[-2] / SCALE if len(weights) > 1 else 0.0,
                    0.0 if once.isdisjoint(terms) else min(sum(map(weight, terms & once)) / SCALE, 25) / 5,
                    min(sum(weights) / SCALE, 40) / 10,
                    min(8, len(words)),
                    len(terms - common) / len(weights),  # those that share no term are no candidates
                    cosine(sum(map(square, words)), mine[number], theirs[other]),
                )
            )
        return zip(*rows, strict=True)

    def _neighbours(self) -> Column:
        mine, theirs, square = self._sides[0].around, self._sides[1].around, self._square
        # The lines share a term, so neither length is nought.
        return [
            sum(map(square, left & right)) / sqrt(length * other_length)
            for (left, length), (right, other_length) in zip(
                map(mine, self._lefts), map(theirs, self._rights), strict=True
            )
        ]

    def _best_matches(self) -> Column:
        mine, theirs = self._best
        return [
            (alike / mine[number] + alike / theirs[other]) / 2
            for number, other, alike in zip(self._lefts, self._rights, self._alike, strict=True)
        ]

    def _out_of_place(self) -> Column:
        mine, theirs = self._sides[0].places, self._sides[1].places
        lines, others = len(mine), len(theirs)
        return [
            (abs(mine[number] - other) / others + abs(theirs[other] - number) / lines) / 2
            for number, other in zip(self._lefts, self._rights, strict=True)
        ]

    def _lengths(self) -> Column:
        mine, theirs = self._sides[0].lengths, self._sides[1].lengths
        return [*map(min, map(mine.__getitem__, self._lefts), map(theirs.__getitem__, self._rights))]

    def _headlines(self) -> tuple[Column, Column]:
        """Whether one is a headline, and whether both are."""
        mine, theirs = self._sides[0].headlines, self._sides[1].headlines
        headlines = [*map(add, map(mine.__getitem__, self._lefts), map(theirs.__getitem__, self._rights))]
        return [float(count == 1) for count in headlines], [float(count == 2) for count in headlines]

    def _near_ledes(self) -> Column:
        mine, theirs = self._sides[0].from_lede, self._sides[1].from_lede
        return [
            exp(-(mine[number] + theirs[other]) / 2) for number, other in zip(self._lefts, self._rights, strict=True)
        ]

    def _near_ends(self) -> Column:
        last = len(self._pair.left) + len(self._pair.right) - 2
        return [exp((number + other - last) / 2) for number, other in zip(self._lefts, self._rights, strict=True)]


def _once(pair: Pair) -> set[int]:
    """Terms that stand in one line of each story."""
    mine, theirs = pair.df
    return {term for term in mine.keys() & theirs if mine[term] == 1 == theirs[term]}


class _Side:
    """What is looked up again and again about the lines of one story; what takes much room is kept for some."""

    def __init__(self, lines: Sequence[Line], lengths: Sequence[int], pair: Pair, anchors: Anchors) -> None:
        # The squared length of each line's terms that are no names.
        square = pair.square.__getitem__
        self.words = [
            length - sum(map(square, line.content & pair.names)) for line, length in zip(lines, lengths, strict=True)
        ]
        # Where each line would stand in the other story.
        self.places = _places(anchors, len(lines))
        # What a line's length counts for; the shorter of two has the lesser.
        self.lengths = [log(1 + len(line.content)) for line in lines]
        self.headlines = [line.is_headline for line in lines]
        # A headline is endlessly far from the lede.
        self.from_lede = [inf if line.from_lede is None else line.from_lede for line in lines]
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
        if alike > rows[number]:
            rows[number] = alike
        if alike > columns[other]:
            columns[other] = alike
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
