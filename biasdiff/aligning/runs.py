"""Words in the same order in two lines: common runs, and short quotations that come back."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from biasdiff.aligning.lines import Line
from biasdiff.model import Word

_MOST_WORDS = 8
_FARTHEST = 250


def longest_run(left: Sequence[int], right: Sequence[int]) -> int:
    """Length of the longest run of words that both have."""
    left, right = left[:_FARTHEST], right[:_FARTHEST]
    if frozenset(pairwise(left)).isdisjoint(pairwise(right)):
        return 0 if frozenset(left).isdisjoint(right) else 1
    return common_run(left, right)[0]


def share_run(left: Sequence[int], right: Sequence[int], size: int) -> bool:
    """Whether both have a run of so many words."""
    return not frozenset(_runs(left, size)).isdisjoint(_runs(right, size))


def _runs(words: Sequence[int], size: int) -> Iterator[tuple[int, ...]]:
    return zip(*[words[at:_FARTHEST] for at in range(size)], strict=False)


def common_run(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[int, int, int]:
    """The longest run of words that both have, the first among equals: its length, its start on either side.

    Of endless sentences only the beginning is compared, for the work grows with the product of the lengths.
    """
    where: dict[Hashable, list[int]] = {}
    for at, word in enumerate(right[:_FARTHEST]):
        where.setdefault(word, []).append(at)
    best = (0, 0, 0)
    before: dict[int, int] = {}
    for number, word in enumerate(left[:_FARTHEST]):
        here: dict[int, int] = {}
        for at in where.get(word, ()):
            size = here[at] = before.get(at - 1, 0) + 1
            if size > best[0]:
                best = size, number + 1 - size, at + 1 - size
        before = here
    return best


def shared_fragments(left: Line, right: Line, names: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Short quotations of one line that stand inside a quotation of the other, word by word.

    Quoted names (of a broadcast, a book, a plan) are none: to name it is not to quote it.
    """
    for one, two in ((left, right), (right, left)):
        for start, end in one.quotes:
            if _is_fragment(one.words[start:end], names) and any(
                _stands_in(one.sources[start:end], two.sources[slice(*quote)]) for quote in two.quotes
            ):
                yield one.words[start:end]


def repeated(one: Line, two: Line, names: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Short quotations of one line that stand in the other word by word, quoted there or not."""
    return (
        one.words[start:end]
        for start, end in one.quotes
        if _is_fragment(one.words[start:end], names) and _stands_in(one.sources[start:end], two.sources)
    )


def _is_fragment(words: Sequence[int], names: frozenset[int]) -> bool:
    return len(words) <= _MOST_WORDS and not names.issuperset([word for word in words if word >= 0])


def _stands_in(piece: Sequence[Word], words: Sequence[Word]) -> bool:
    norms, others = [word.norm for word in piece], [word.norm for word in words]
    size, first = len(norms), norms[0]
    if first not in others:
        return False
    starts = [at for at, norm in enumerate(others) if norm == first]
    return any(others[at : at + size] == norms for at in starts)
