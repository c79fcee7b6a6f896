"""Which quotations of two stories could carry the same words: never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from biasdiff.matching.quoted import Said
from biasdiff.stopwords import STOPWORDS

# A pair of words in more quotations than this tells nothing; each quotation is compared with so many at most.
_MOST_PLACES = 16
_MOST_PARTNERS = 6

Pair = tuple[int, int]


def candidates(mine: Sequence[Said], theirs: Sequence[Said]) -> list[Pair]:
    """Pairs of quotations, by their place in the lists, that have the same words or share two running ones.

    One of the two running words has content. Linear in the number of quotations: of repeated
    quotations the first is paired with the first, the second with the second.
    """
    here, there = _places(mine, theirs), _places(theirs, mine)
    votes: dict[int, list[int]] = defaultdict(list)
    back: dict[int, list[int]] = defaultdict(list)
    for pair, mine_with in here.items():
        theirs_with = there[pair]
        if STOPWORDS.issuperset(pair) or max(len(mine_with), len(theirs_with)) > _MOST_PLACES:
            continue
        for i in mine_with:
            votes[i] += theirs_with
        for j in theirs_with:
            back[j] += mine_with
    found = {(i, j) for i in votes for j in _most(votes[i])} | {(i, j) for j in back for i in _most(back[j])}
    return sorted(found | set(_equal(mine, theirs)))


def _equal(mine: Sequence[Said], theirs: Sequence[Said]) -> Iterator[Pair]:
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, said in enumerate(theirs):
        where[said.keys].append(j)
    here: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, said in enumerate(mine):
        here[said.keys].append(i)
    for keys, places in here.items():
        others = where.get(keys)
        if others and not STOPWORDS.issuperset(keys):
            last = min(len(places), len(others)) - 1
            yield from ((i, others[min(at, last)]) for at, i in enumerate(places))
            yield from ((places[last], j) for j in others[last:])


def _places(said: Sequence[Said], others: Sequence[Said]) -> dict[tuple[str, str], list[int]]:
    """Where two running words stand that the others have too."""
    common = set(chain.from_iterable([pairwise(one.keys) for one in others]))
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        for pair in common.intersection(pairwise(one.keys)):
            places[pair].append(number)
    return places


def _most(votes: Sequence[int]) -> list[int]:
    """Those with the most votes, the first of equals first."""
    counts = Counter(votes)
    return sorted(counts, key=lambda one: (-counts[one], one))[:_MOST_PARTNERS]
