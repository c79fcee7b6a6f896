"""Words in the same order in two lines: common runs, and short quotations that come back."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence

from biasdiff.aligning.lines import Line

_MOST_WORDS = 8


def longest_run(left: Sequence[int], right: Sequence[int]) -> int:
    """Length of the longest run of words that both have."""
    return common_run(left, right)[0]


def common_run(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[int, int, int]:
    """The longest run of words that both have, the first among equals: its length, its start on either side."""
    where: dict[Hashable, list[int]] = {}
    for at, word in enumerate(right):
        where.setdefault(word, []).append(at)
    best = (0, 0, 0)
    before: dict[int, int] = {}
    for number, word in enumerate(left):
        here: dict[int, int] = {}
        for at in where.get(word, ()):
            size = here[at] = before.get(at - 1, 0) + 1
            if size > best[0]:
                best = size, number + 1 - size, at + 1 - size
        before = here
    return best


def shared_fragments(left: Line, right: Line, names: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Short quotations of one line that stand inside a quotation of the other.

    Quoted names (of a broadcast, a book, a plan) are none: to name it is not to quote it.
    """
    for one, two in ((left, right), (right, left)):
        for piece in one.pieces:
            if _is_fragment(piece, names) and any(_stands_in(piece, other) for other in two.pieces):
                yield piece


def repeated(line: Line, words: Sequence[int], names: Collection[int]) -> Iterator[tuple[int, ...]]:
    """Short quotations of a line that stand among words, quoted there or not."""
    return (piece for piece in line.pieces if _is_fragment(piece, names) and _stands_in(piece, words))


def _is_fragment(piece: Sequence[int], names: Collection[int]) -> bool:
    return len(piece) <= _MOST_WORDS and any(word >= 0 and word not in names for word in piece)


def _stands_in(piece: Sequence[int], words: Sequence[int]) -> bool:
    size, first = len(piece), piece[0]
    starts = [at for at, word in enumerate(words) if word == first]
    return any(tuple(words[at : at + size]) == piece for at in starts)
