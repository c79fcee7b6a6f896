"""The few pairs of sentences that are worth a look, found without comparing all with all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf, log, sqrt
from operator import itemgetter
from typing import NamedTuple

from biasdiff.aligning.lines import Line, read, renumbered
from biasdiff.aligning.terms import common, speaking, terms
from biasdiff.aligning.vocabulary import Vocabulary
from biasdiff.model import Analysis, made

# Pairs less alike than this are no links: it loses a twentieth of the links and saves four fifths of the pairs.
LEAST_COSINE = 0.04
# A term in more sentences than this finds no candidates (it still counts for those that others found).
MOST_SENTENCES = 60
# Candidates for each sentence: the best two, and more where they are alike enough; up to eight, fewer
# where the stories are long, so that the work stays linear.
BEST, ALIKE = 2, 0.08
MOST_CANDIDATES, ALL_CANDIDATES = 8, 500
# Sentences in both stories that the rarity of a term is counted in: about the most that the weights were fitted on.
MOST_COUNTED = 80
_BEARERS = ("person", "organisation")
# Weights are whole numbers, so that sums are exact: no order of adding may tip a decision.
SCALE = 1000


class Candidate(NamedTuple):
    """Two lines, by number, and the cosine of their terms."""

    left: int
    right: int
    alike: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stories as compared, with what both need.

    weight[t]: how rare a term is, in thousandths; square[t]: its square. df[side][t]: in how many
    sentences of that side it stands. lengths[side]: the squared length of the content of each line.
    who: terms that tell who acts or speaks, not what: names of people and bodies, offices, words for saying.
    """

    vocabulary: Vocabulary
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    names: frozenset[int]
    common: frozenset[int]
    who: frozenset[int]
    df: tuple[Counter[int], Counter[int]]
    weight: list[int]
    square: list[int]
    lengths: tuple[list[int], list[int]]


def pair(left: Analysis, right: Analysis) -> Pair:
    """Both stories read with one vocabulary, and the weight of each term.

    A term weighs ln((N + 1) / (n + 1/2)): N sentences in both stories, n of them with the term.
    The two stories alone tell what is rare on their subject; counts from other news do worse.
    Of longer texts only shares count, as if they had MOST_COUNTED sentences: else everything in a
    book would be rare.
    """
    vocabulary = Vocabulary()
    mine, my_names = read(left, vocabulary)
    theirs, their_names = read(right, vocabulary)
    misspelt = vocabulary.misspelt(my_names | their_names)
    mine, theirs = renumbered(mine, misspelt), renumbered(theirs, misspelt)
    df = _counted(mine), _counted(theirs)
    sentences = len(mine) + len(theirs)
    counted = min(sentences, MOST_COUNTED)
    counts = [0] * len(vocabulary)
    for term, count in chain(df[0].items(), df[1].items()):
        counts[term] += count
    by_count = {
        count: round(SCALE * log((counted + 1) / (count * counted / max(1, sentences) + 0.5))) for count in set(counts)
    }
    weight = [by_count[count] for count in counts]
    square = [value * value for value in weight]
    return Pair(
        vocabulary=vocabulary,
        left=mine,
        right=theirs,
        names=my_names | their_names,
        common=vocabulary.among(common()),
        who=vocabulary.among(speaking()) | vocabulary.among(_bearers(left) | _bearers(right)),
        df=df,
        weight=weight,
        square=square,
        lengths=(_lengths(mine, square), _lengths(theirs, square)),
    )


def _bearers(story: Analysis) -> frozenset[str]:
    """The terms in the names of people and bodies."""
    words = [word for name in story.names if name.kind in _BEARERS for word in name.name.lower().split()]
    return frozenset([term for word in words for term in terms(word)])


def _counted(lines: Sequence[Line]) -> Counter[int]:
    return Counter([term for line in lines for term in line.content])


def _lengths(lines: Sequence[Line], square: list[int]) -> list[int]:
    return [sum(map(square.__getitem__, line.content)) for line in lines]


def cosine(shared: int, left: int, right: int) -> float:
    """Cosine from the squared weight that two sets of terms share, and the squared length of each."""
    return shared / sqrt(left * right) if shared else 0.0


def candidates(pair: Pair) -> list[Candidate]:
    """Pairs of lines with their cosine, in order: for each line, on either side, the ones most like it."""
    most = max(1, min(MOST_CANDIDATES, ALL_CANDIDATES // max(len(pair.left), len(pair.right), 1)))
    full = 8 * most
    chosen: set[_Entry] = set()
    columns: defaultdict[int, list[_Entry]] = defaultdict(list)
    for row in _alike(pair):
        chosen.update(_closest(row, most))
        for entry in row:
            column = columns[entry[2]]
            column.append(entry)
            if len(column) > full:
                columns[entry[2]] = _closest(column, most)
    for column in columns.values():
        chosen.update(_closest(column, most))
    return [made(Candidate, (left, right, -unlike)) for unlike, left, right in sorted(chosen, key=_LINES)]


# The cosine with its sign turned, and two lines: so that the closest come first, and the earlier among equals.
_Entry = tuple[float, int, int]
_LINES = itemgetter(1, 2)


def _closest(entries: list[_Entry], most: int) -> list[_Entry]:
    if len(entries) <= min(BEST, most):
        return entries
    ranked = sorted(entries)
    return ranked[: min(most, max(BEST, bisect_left(ranked, (-ALIKE, inf))))]


def _alike(pair: Pair) -> Iterator[list[_Entry]]:
    """For each left line the right lines that share a telling term with it, and how unlike they are."""
    where = _index(pair)
    telling = frozenset(where)
    square, (mine, theirs) = pair.square, pair.lengths
    for line in pair.left:
        shared: defaultdict[int, int] = defaultdict(int)
        for term in telling & line.content:
            weight = square[term]
            for number in where[term]:
                shared[number] += weight
        here, length = line.number, mine[line.number]
        least = length * LEAST_COSINE**2
        yield [
            (-weight / sqrt(length * theirs[number]), here, number)
            for number, weight in shared.items()
            if weight * weight >= least * theirs[number]
        ]


def _index(pair: Pair) -> dict[int, list[int]]:
    """Term that both stories have -> right lines that have it; terms of most sentences of a long story are left out."""
    mine, theirs = pair.df
    telling = {term for term in mine.keys() & theirs if mine[term] <= MOST_SENTENCES >= theirs[term]}
    where: defaultdict[int, list[int]] = defaultdict(list)
    for line in pair.right:
        for term in telling & line.content:
            where[term].append(line.number)
    return where
