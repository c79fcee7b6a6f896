"""In which order the sentences of two stories stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Link


class Slot(NamedTuple):
    """One row to be: linked sentences, a sentence that only one story has, or a place.

    link: the number of the link, None where there is none. place: the sentence is shown elsewhere,
    by that link beside the one it answers; this row keeps its place in its own story.
    """

    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    link: int | None = None
    out_of_order: bool = False
    place: bool = False


def order(left: int, right: int, links: Sequence[Link]) -> tuple[Slot, ...]:
    """Rows for stories of `left` and `right` sentences; each sentence keeps the order of its own story.

    Links that keep the order of both stories are the anchors. A link that breaks it stands where
    its left side stands, and its right sentences leave a place where they belong. A sentence in
    several links is repeated.
    """
    return tuple(_Walk(links).slots(left, right))


class _Walk:
    """One pass over both stories, with what has been shown so far."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.links = links
        self.anchors = _anchors(links)
        self.strays: dict[int, list[int]] = {}
        anchored = set(self.anchors)
        for number, link in enumerate(links):
            if number not in anchored:
                self.strays.setdefault(min(link.sentences[0]), []).append(number)
        here = {index for n in anchored for index in links[n].sentences[1]}
        self.away = {
            index: n
            for numbers in self.strays.values()
            for n in numbers
            for index in links[n].sentences[1]
            if index not in here
        }
        self.seen: tuple[set[int], set[int]] = (set(), set())

    def slots(self, left: int, right: int) -> Iterator[Slot]:
        i = j = 0
        for number in (*self.anchors, None):
            mine, theirs = self.links[number].sentences if number is not None else ((left,), (right,))
            yield from self._left(i, min(mine))
            yield from self._right(j, min(theirs))
            i, j = max(i, min(mine)), max(j, min(theirs))
            if number is not None:
                yield self._pair(number)
                for index in mine:
                    yield from self._strays(index)

    def _left(self, first: int, end: int) -> Iterator[Slot]:
        for index in range(first, end):
            if index in self.strays:
                yield from self._strays(index)
            elif index not in self.seen[0]:
                yield Slot(left=(index,))

    def _right(self, first: int, end: int) -> Iterator[Slot]:
        for index in range(first, end):
            if index in self.away:
                yield Slot(right=(index,), link=self.away[index], place=True)
            elif index not in self.seen[1]:
                yield Slot(right=(index,))

    def _strays(self, index: int) -> Iterator[Slot]:
        for number in self.strays.pop(index, ()):
            yield self._pair(number)._replace(out_of_order=True)

    def _pair(self, number: int) -> Slot:
        left, right = self.links[number].sentences
        self.seen[0].update(left)
        self.seen[1].update(right)
        return Slot(left, right, number)


def _anchors(links: Sequence[Link]) -> list[int]:
    """Numbers of the links that keep the order of both stories, in that order."""
    kept: list[int] = []
    last = 0
    for number in sorted(range(len(links)), key=lambda n: tuple(map(min, links[n].sentences))):
        right = min(links[number].sentences[1])
        if not links[number].moved and right >= last:
            kept.append(number)
            last = right
    return kept
