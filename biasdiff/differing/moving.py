"""Phrases that both sides have, in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from biasdiff.differing.folding import Piece, paired
from biasdiff.differing.ops import Op
from biasdiff.differing.tokens import Words
from biasdiff.stopwords import STOPWORDS

_SEED = 2
_LEAST_WORDS = 3
_LEAST_CONTENT = 2
# A phrase that stands often is tried at so many places, and edits longer than this are left alone.
_MOST_PLACES = 4
_LONGEST = 120


class Moved(NamedTuple):
    """A phrase that stands at `left[i1:i2]` and, in another order, at `right[j1:j2]`."""

    i1: int
    i2: int
    j1: int
    j2: int


def moved_phrases(ops: Sequence[Op], left: Words, right: Words) -> tuple[Moved, ...]:
    """Phrases among the differing words of both sides: three words or more, two of them with content.

    A shorter one counts where it is all that one side adds ("on Friday", earlier and later), and so does
    a name of two words. No word is in two phrases; no phrase crosses from one edit into another.
    """
    edits = [op for op in ops if op.tag != "equal" and op.size <= _LONGEST]
    mine = [op[1:3] for op in edits if op.tag != "insert"]
    theirs = [op[3:] for op in edits if op.tag != "delete"]
    if not _have_common([left.keys[i:j] for i, j in mine], [right.keys[i:j] for i, j in theirs]):
        return ()
    search = _Search(left, right, mine, [(op.i1, op.i2) for op in edits if op.tag == "delete"])
    alone = {(op.j1, op.j2) for op in edits if op.tag == "insert"}
    return tuple(sorted(found for stretch in theirs for found in search.phrases(stretch, stretch in alone)))


def _have_common(here: Sequence[list[str]], there: Sequence[list[str]]) -> bool:
    """Whether any phrase could be found at all: most often none can, and this is quickly seen."""
    shared = set(chain(*here)).intersection(chain(*there))
    if not shared:
        return False
    alone = {words[0] for words in here if len(words) == 1}
    if not alone.isdisjoint([words[0] for words in there if len(words) == 1]):
        return True
    if STOPWORDS.issuperset(shared):
        return False
    common = set(chain(*map(pairwise, here))).intersection(chain(*map(pairwise, there)))
    return not all(map(STOPWORDS.issuperset, common))


def with_moved_apart(ops: Sequence[Op], moved: Sequence[Moved]) -> Sequence[Op]:
    """Opcodes in which every moved phrase is a deletion and an insertion of its own."""
    if not moved:
        return ops
    mine = sorted((m.i1, m.i2) for m in moved)
    theirs = sorted((m.j1, m.j2) for m in moved)
    out: list[Op] = []
    for op in ops:
        gone, come = _within(mine, op.i1, op.i2), _within(theirs, op.j1, op.j2)
        if op.tag == "equal" or not (gone or come):
            out.append(op)
        else:
            out += paired(_cut(op.i1, op.i2, gone), _cut(op.j1, op.j2, come), op, gone, come)
    return out


def _within(phrases: Sequence[Piece], first: int, last: int) -> list[Piece]:
    return [piece for piece in phrases if first <= piece[0] and piece[1] <= last]


def _cut(first: int, last: int, phrases: Sequence[Piece]) -> list[Piece]:
    """A stretch in pieces: the phrases, and what stands between them."""
    ends = sorted({first, last, *(at for phrase in phrases for at in phrase)})
    return list(pairwise(ends))


class _Search:
    """Finds phrases of right stretches among the left ones, each left word once."""

    def __init__(self, left: Words, right: Words, stretches: Sequence[Piece], alone: Sequence[Piece]) -> None:
        self.left, self.right = left, right
        self.taken: set[int] = set()
        self.whole = {tuple(left.keys[first:last]): (first, last) for first, last in alone}
        self.places: dict[tuple[str, ...], list[Piece]] = defaultdict(list)
        for first, last in stretches:
            for at, seed in enumerate(pairwise(left.keys[first:last]), first):
                self.places[seed].append((at, last))

    def phrases(self, stretch: Piece, alone: bool) -> Iterator[Moved]:
        """Phrases of one right stretch, from its beginning on; or all of it, where it has no answer on the left."""
        at, last = stretch
        whole = self._whole(at, last) if alone else None
        if whole:
            yield whole
            return
        while at + _SEED <= last:
            found = self._longest(at, last)
            if found:
                self.taken.update(range(found.i1, found.i2))
                yield found
            at = found.j2 if found else at + 1

    def _whole(self, first: int, last: int) -> Moved | None:
        place = self.whole.pop(tuple(self.right.keys[first:last]), None)
        if place is None or place[0] in self.taken or not self.right.has_content(first, last):
            return None
        self.taken.update(range(*place))
        return Moved(*place, first, last)

    def _longest(self, at: int, last: int) -> Moved | None:
        places = self.places.get((self.right.keys[at], self.right.keys[at + 1]), ())
        found = [self._grown(i, end, at, last) for i, end in places[:_MOST_PLACES]]
        best = max(found, key=lambda moved: moved.i2 - moved.i1, default=None)
        return best if best and self._says_something(best) else None

    def _says_something(self, moved: Moved) -> bool:
        i1, i2, j1, j2 = moved
        if sum([self.right.has_content(at, at + 1) for at in range(j1, j2)]) < _LEAST_CONTENT:
            return False
        return j2 - j1 >= _LEAST_WORDS or "name" in self.right.kinds[j1:j2] or "name" in self.left.kinds[i1:i2]

    def _grown(self, i: int, i_end: int, j: int, j_end: int) -> Moved:
        """The common run from two places on, without grammar words at its end."""
        size = 0
        while i + size < i_end and j + size < j_end and i + size not in self.taken:
            if self.left.keys[i + size] != self.right.keys[j + size]:
                break
            size += 1
        while size and not self.left.has_content(i + size - 1, i + size):
            size -= 1
        return Moved(i, i + size, j, j + size)
