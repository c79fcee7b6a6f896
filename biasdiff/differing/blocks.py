"""Runs of equal words: what difflib's SequenceMatcher finds (without its guess of junk), at half its cost."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from biasdiff.differing.ops import Op, change, equal

# Where a run begins on either side, and how many words it has.
Block = tuple[int, int, int]
# A word of the left, by number, that the right has too, and where.
_Shared = tuple[int, list[int]]


def blocks(left: Sequence[str], right: Sequence[str], junk: Collection[str] = ()) -> list[Block]:
    """The longest run that both sides have, the first of equals, and so on before and behind it; in order.

    Words of `junk` begin no run and join those beside them. Most words of two stories stand in one
    of them alone: only the others are looked at.
    """
    where: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        if word not in junk:
            where.setdefault(word, []).append(j)
    shared = [(i, where[word]) for i, word in enumerate(left) if word in where]
    found: list[Block] = []
    stretches = [(0, len(left), 0, len(right))]
    while stretches:
        i1, i2, j1, j2 = stretches.pop()
        i, j, size = _longest(shared, i1, i2, j1, j2)
        if junk:
            i, j, size = _with_junk(left, right, junk, (i, j, size), (i1, i2, j1, j2))
        if size:
            found.append((i, j, size))
            if i1 < i and j1 < j:
                stretches.append((i1, i, j1, j))
            if i + size < i2 and j + size < j2:
                stretches.append((i + size, i2, j + size, j2))
    return sorted(found)


def _longest(shared: Sequence[_Shared], i1: int, i2: int, j1: int, j2: int) -> Block:
    """The longest run inside a stretch of either side; one of no word at its beginning where there is none."""
    best = i1, j1, 0
    before: dict[int, int] = {}
    last = i1
    for i, places in shared[bisect_left(shared, (i1,)) : bisect_left(shared, (i2,))]:
        if i > last:
            before = {}
        here: dict[int, int] = {}
        for j in places:
            if j1 <= j < j2:
                size = here[j] = before.get(j - 1, 0) + 1
                if size > best[2]:
                    best = i + 1 - size, j + 1 - size, size
        before, last = here, i + 1
    return best


def _with_junk(
    left: Sequence[str], right: Sequence[str], junk: Collection[str], block: Block, within: tuple[int, int, int, int]
) -> Block:
    """A run with the equal words of junk on either side of it."""
    (i, j, size), (i1, i2, j1, j2) = block, within
    while i > i1 and j > j1 and right[j - 1] in junk and left[i - 1] == right[j - 1]:
        i, j, size = i - 1, j - 1, size + 1
    while i + size < i2 and j + size < j2 and right[j + size] in junk and left[i + size] == right[j + size]:
        size += 1
    return i, j, size


def opcodes(left: Sequence[str], right: Sequence[str], junk: Collection[str] = ()) -> list[Op]:
    """What turns the left words into the right ones: runs of equal words, and what stands between them."""
    out: list[Op] = []
    i = j = start = other = 0  # the end of the last run, and its beginning on either side
    for at, answer, size in (*blocks(left, right, junk), (len(left), len(right), 0)):
        if size and (at, answer) == (i, j) and out and out[-1].tag == "equal":
            out[-1] = equal(start, at + size, other, answer + size)
        else:
            if i < at or j < answer:
                out.append(change(i, at, j, answer))
            if size:
                start, other = at, answer
                out.append(equal(at, at + size, answer, answer + size))
        i, j = at + size, answer + size
    return out
