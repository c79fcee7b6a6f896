"""Two runs of words -> edits. difflib lives here only.

Words are compared in their normalised form, so typography is no difference. The result is the
same whichever side comes first, which difflib alone does not promise.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import cast

from biasdiff.model import Edit, EditTag, Span, Word
from biasdiff.stopwords import STOPWORDS

# difflib takes cubic time on one stop word between unique words. Runs longer than this are first
# cut at words that stand once on each side; what is still longer is given as one replacement.
MOST_WORDS = 120

Op = tuple[str, int, int, int, int]


def edits(left: Sequence[Word], right: Sequence[Word]) -> tuple[Edit, ...]:
    """Edits that turn the left words into the right ones, in order, with the words in between as "equal".

    Equal runs of stop words alone between two edits are folded into them: such islands tell a
    reader nothing. Spans are of the text of either side; an empty one marks where words are missing.
    """
    ops = _folded(opcodes([w.norm for w in left], [w.norm for w in right]), left)
    return tuple(Edit(cast(EditTag, tag), _span(left, i1, i2), _span(right, j1, j2)) for tag, i1, i2, j1, j2 in ops)


def opcodes(left: Sequence[str], right: Sequence[str]) -> list[Op]:
    """difflib's opcodes of two runs of words, mirrored when the sides swap, in bounded time."""
    if tuple(right) < tuple(left):
        return [(_MIRROR[tag], i1, i2, j1, j2) for tag, j1, j2, i1, i2 in _bounded(right, left)]
    return _bounded(left, right)


_MIRROR = {"equal": "equal", "replace": "replace", "insert": "delete", "delete": "insert"}


def _bounded(left: Sequence[str], right: Sequence[str]) -> list[Op]:
    if max(len(left), len(right)) <= MOST_WORDS:
        return list(difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes())
    return _joined(_between_anchors(left, right))


def _between_anchors(left: Sequence[str], right: Sequence[str]) -> Iterator[Op]:
    """Opcodes of long runs, cut at words that stand once on each side and keep their order."""
    i0 = j0 = 0
    for i, j in [*_anchors(left, right), (len(left), len(right))]:
        if max(i - i0, j - j0) <= MOST_WORDS:
            matcher = difflib.SequenceMatcher(None, left[i0:i], right[j0:j], autojunk=False)
            yield from ((tag, i0 + a, i0 + b, j0 + c, j0 + d) for tag, a, b, c, d in matcher.get_opcodes())
        else:
            yield ("replace" if i > i0 and j > j0 else "delete" if i > i0 else "insert", i0, i, j0, j)
        if i < len(left):
            yield "equal", i, i + 1, j, j + 1
        i0, j0 = i + 1, j + 1


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Places of words found once on each side: the longest chain of them that keeps its order (patience sorting)."""
    once_left, once_right = _once(left), _once(right)
    ends: list[int] = []
    piles: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in ((i, once_right[word]) for word, i in once_left.items() if word in once_right):
        at = bisect_left(ends, pair[1])
        before[pair] = piles[at - 1] if at else None
        ends[at : at + 1] = [pair[1]]
        piles[at : at + 1] = [pair]
    chain = []
    last = piles[-1] if piles else None
    while last:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _once(words: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    repeated = set()
    for at, word in enumerate(words):
        if word in places:
            repeated.add(word)
        places[word] = at
    return {word: at for word, at in places.items() if word not in repeated}


def _joined(ops: Iterator[Op]) -> list[Op]:
    """Neighbours of one kind as one; differences side by side as a replacement."""
    out: list[Op] = []
    for tag, i1, i2, j1, j2 in ops:
        if out and (out[-1][0] == "equal") == (tag == "equal"):
            _, a, _, c, _ = out[-1]
            out[-1] = _op(tag == "equal", a, i2, c, j2)
        else:
            out.append((tag, i1, i2, j1, j2))
    return out


def _op(equal: bool, i1: int, i2: int, j1: int, j2: int) -> Op:
    tag = "equal" if equal else "replace" if i2 > i1 and j2 > j1 else "delete" if i2 > i1 else "insert"
    return tag, i1, i2, j1, j2


def _folded(ops: list[Op], left: Sequence[Word]) -> list[Op]:
    def is_island(at: int) -> bool:
        tag, i1, i2, _, _ = ops[at]
        return tag == "equal" and 0 < at < len(ops) - 1 and all(left[i].norm in STOPWORDS for i in range(i1, i2))

    return _joined(("replace" if is_island(at) else op[0], *op[1:]) for at, op in enumerate(ops))


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    if first < last:
        return Span(words[first].start, words[last - 1].end)
    at = words[first - 1].end if first else words[0].start if words else 0
    return Span(at, at)


def closest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that a mistyped one most resembles, if any does."""
    near = difflib.get_close_matches(word, known, n=1)
    return near[0] if near else None
