"""In which order the sentences of two stories stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Link

# Among links as sure as this, the one that shares more words comes first.
SURE = 0.9


class Slot(NamedTuple):
    """One row to be: sentences side by side, a sentence alone, or a place.

    links: the numbers of the links that hold the row together, the surest first. also: links of its
    sentences to sentences of other rows. A place keeps the order of the right story for a sentence
    that is shown in another row, beside the one it answers.
    """

    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    links: tuple[int, ...] = ()
    also: tuple[int, ...] = ()
    out_of_order: bool = False
    place: bool = False


def order(left: int, right: int, links: Sequence[Link], shares: Sequence[float]) -> tuple[Slot, ...]:
    """Rows for stories of `left` and `right` sentences; each sentence has one row and keeps its story's order.

    shares: how much of its words the sides of each link share, 0 to 1.

    A sentence linked to several stands beside the one it answers most surely, with neighbours that
    answer the same one, if the tool is half sure. Rows that break the order stand where their left
    side stands, and leave places on the right.
    """
    return tuple(_Walk(links, shares).slots(left, right))


class _Walk:
    """One pass over both stories."""

    def __init__(self, links: Sequence[Link], shares: Sequence[float]) -> None:
        groups = _groups(links, shares)
        self.links = links
        self.also = _other_links(groups, links)
        self.anchors = _anchors(groups, links)
        strays = [group for group in groups if group not in self.anchors]
        self.strays = {min(group.left): group._replace(out_of_order=True) for group in strays}
        self.places = {index: group for group in strays for index in group.right}
        self.grouped = {index for group in groups for index in group.left}, {i for group in groups for i in group.right}

    def slots(self, left: int, right: int) -> Iterator[Slot]:
        i = j = 0
        for group in self.anchors:
            yield from self._left(i, min(group.left))
            yield from self._right(j, min(group.right))
            yield self._with_others(group)
            i, j = min(group.left) + 1, min(group.right) + 1
        yield from self._left(i, left)
        yield from self._right(j, right)

    def _left(self, first: int, end: int) -> Iterator[Slot]:
        for index in range(first, end):
            if index in self.strays:
                yield self._with_others(self.strays[index])
            elif index not in self.grouped[0]:
                yield self._with_others(Slot(left=(index,)))

    def _right(self, first: int, end: int) -> Iterator[Slot]:
        for index in range(first, end):
            if index in self.places:
                yield Slot(self.places[index].left, (index,), place=True)
            elif index not in self.grouped[1]:
                yield self._with_others(Slot(right=(index,)))

    def _with_others(self, slot: Slot) -> Slot:
        others = {
            number for side, indices in enumerate(slot[:2]) for i in indices for number in self.also[side].get(i, ())
        }
        return slot._replace(also=tuple(sorted(others, key=lambda number: (-self.links[number].score, number))))


def _groups(links: Sequence[Link], shares: Sequence[float]) -> list[Slot]:
    """Rows of linked sentences in the order of the left story: the surest links, joined by what answers the same."""
    groups: list[Slot] = []
    home: tuple[dict[int, int], dict[int, int]] = ({}, {})
    surest = sorted(
        range(len(links)), key=lambda n: (-min(links[n].score, SURE), -shares[n], -links[n].score, links[n].sentences)
    )
    for number in surest:
        left, right = links[number].sentences
        at = _joined(groups, home, left, right)
        if at is None or (at < len(groups) and not links[number].sure):
            continue
        if at == len(groups):
            groups.append(Slot())
        group = groups[at]
        groups[at] = Slot(_union(group.left, left), _union(group.right, right), (*group.links, number))
        home[0].update(dict.fromkeys(left, at))
        home[1].update(dict.fromkeys(right, at))
    return sorted(groups, key=lambda group: min(group.left))


def _joined(groups: Sequence[Slot], home: tuple[dict[int, int], dict[int, int]], *sides: tuple[int, ...]) -> int | None:
    """The number of the row that a link opens or joins; None where its sentences stand in different rows."""
    taken = [{home[side][index] for index in sides[side] if index in home[side]} for side in (0, 1)]
    if not taken[0] and not taken[1]:
        return len(groups)
    for side, other in ((0, 1), (1, 0)):
        free = not taken[other] and len(taken[side]) == 1
        if free and all(index in home[side] for index in sides[side]):
            (at,) = taken[side]
            there = groups[at].left, groups[at].right
            if there[side] == sides[side] and _are_neighbours(there[other], sides[other]):
                return at
    return None


def _are_neighbours(some: tuple[int, ...], more: tuple[int, ...]) -> bool:
    return min(more) - max(some) == 1 or min(some) - max(more) == 1


def _union(some: tuple[int, ...], more: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({*some, *more}))


def _other_links(groups: Sequence[Slot], links: Sequence[Link]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Links that hold no row together, by the sentences of either side."""
    used = {number for group in groups for number in group.links}
    others: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
    for number, link in enumerate(links):
        for side in (0, 1) if number not in used else ():
            for index in link.sentences[side]:
                others[side].setdefault(index, []).append(number)
    return others


def _anchors(groups: Sequence[Slot], links: Sequence[Link]) -> list[Slot]:
    """The surest rows that together keep the order of both stories.

    The heaviest rising chain, weights being how sure each row is; a tree of prefix maxima (Fenwick
    1994) keeps it quick for long stories.
    """
    size = max((max(group.right) for group in groups), default=0) + 2
    best: list[tuple[float, int]] = [(0.0, -1)] * size
    before: list[int] = []
    for at, group in enumerate(groups):
        weight, last = _heaviest(best, min(group.right))
        before.append(last)
        _raise(best, max(group.right) + 1, (weight + links[group.links[0]].score, at))
    chain: list[Slot] = []
    at = _heaviest(best, size - 1)[1]
    while at >= 0:
        chain.append(groups[at])
        at = before[at]
    return chain[::-1]


def _heaviest(best: Sequence[tuple[float, int]], end: int) -> tuple[float, int]:
    """The heaviest chain whose right sentences all stand before `end`, and its last row."""
    found = (0.0, -1)
    while end > 0:
        found = max(found, best[end])
        end -= end & -end
    return found


def _raise(best: list[tuple[float, int]], at: int, chain: tuple[float, int]) -> None:
    while at < len(best):
        best[at] = max(best[at], chain)
        at += at & -at
