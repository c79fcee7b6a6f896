"""Two runs of words -> edits. difflib lives here only.

Words are compared without typography and house style (`differing.tokens`), so these are no
difference. The result is the same whichever side comes first, which difflib alone does not promise.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from biasdiff.differing.folding import slid, turned, within_runs, without_islands
from biasdiff.differing.moving import moved_phrases, with_moved_apart
from biasdiff.differing.ops import Op, change, equal, joined, shifted
from biasdiff.differing.tokens import Side, Words, side, words
from biasdiff.differing.weighing import kinds, numbers_apart, with_weights_apart
from biasdiff.model import Edit, EditTag, made
from biasdiff.stopwords import STOPWORDS

__all__ = ["Op", "Side", "closest", "edits", "opcodes", "side"]

# difflib takes cubic time on one stop word between unique words. Runs longer than this are first
# cut at words that stand once on each side; what is still longer is given as one replacement.
MOST_WORDS = 120
_AT_ONE_SIDE = frozenset(("insert", "delete"))
_MIRROR: dict[EditTag, EditTag] = {"equal": "equal", "replace": "replace", "insert": "delete", "delete": "insert"}


def edits(left: Side, right: Side) -> tuple[Edit, ...]:
    """Edits that turn the left words into the right ones, in order, with the words in between as "equal".

    Together they hold every word of both sides. None crosses the end of a run (of a sentence).
    Equal grammar words alone between two edits are folded into them; numbers and negations are
    edits of their own where both sides have them; a phrase in another place is `moved`. Swapping
    the sides mirrors the edits exactly.
    """
    mine, theirs = words(left, right)
    if _comes_first(theirs, mine):
        return tuple([Edit(_MIRROR[e.tag], e.right, e.left, e.kinds, e.moved) for e in _edits(theirs, mine)])
    return tuple(_edits(mine, theirs))


def _comes_first(one: Words, other: Words) -> bool:
    """Whether the words of one side, with their runs, come before those of the other in order."""
    for key, run, other_key, other_run in zip(one.keys, one.runs, other.keys, other.runs, strict=False):
        if key != other_key or run != other_run:
            return (key, run) < (other_key, other_run)
    return len(one.keys) < len(other.keys)


def _edits(left: Words, right: Words) -> Iterator[Edit]:
    ops = within_runs(_readable(left, right), left, right)
    if len(ops) == 1 and ops[0].tag == "equal":  # as of most quotations that match
        yield made(Edit, ("equal", left.span(0, len(left.keys)), right.span(0, len(right.keys)), (), None))
        return
    moved = moved_phrases(ops, left, right)
    gone = {(m.i1, m.i2): right.span(m.j1, m.j2) for m in moved} if moved else {}
    come = {(m.j1, m.j2): left.span(m.i1, m.i2) for m in moved} if moved else {}
    apart = numbers_apart(left, right)
    for op in with_weights_apart(with_moved_apart(ops, moved), left, right):
        tag, i1, i2, j1, j2 = op
        here, there = left.span(i1, i2), right.span(j1, j2)
        if tag == "equal":
            yield made(Edit, (tag, here, there, (), None))
            continue
        place = (gone.get((i1, i2)) if tag == "delete" else come.get((j1, j2))) if moved else None
        about = () if place else kinds(op, left, right)
        if about and not apart:
            about = tuple([kind for kind in about if kind != "number"])
        yield made(Edit, (tag, here, there, about, place))


def _readable(left: Words, right: Words) -> list[Op]:
    """Opcodes in which every equal run between two edits has a word with content.

    What lies between two such runs is aligned once more without regard to grammar words: difflib
    takes the longest run first, and "in the" must not win over "harbour".
    """
    ops = without_islands(_opcodes(left.keys, right.keys), left)
    once_more = {op for op in ops if op.tag == "replace" and _share_content(op, left, right)}
    if once_more:
        ops = joined(chain.from_iterable([_again(op, left, right) if op in once_more else (op,) for op in ops]))
    if _AT_ONE_SIDE.isdisjoint([op.tag for op in ops]):
        return ops
    return slid(turned(ops, left, right), left, right)


def _again(op: Op, left: Words, right: Words) -> list[Op]:
    again = _opcodes(left.keys[op.i1 : op.i2], right.keys[op.j1 : op.j2], STOPWORDS)
    return [shifted(part, op.i1, op.j1) for part in again]


def _share_content(op: Op, left: Words, right: Words) -> bool:
    shared = {*left.keys[op.i1 : op.i2]}.intersection(right.keys[op.j1 : op.j2])
    if not shared:
        return False
    return any(left.keys[at] in shared and left.has_content(at, at + 1) for at in range(op.i1, op.i2))


def opcodes(left: Sequence[str], right: Sequence[str]) -> list[Op]:
    """difflib's opcodes of two runs of words, mirrored when the sides swap, in bounded time."""
    if tuple(right) < tuple(left):
        return [Op(_MIRROR[tag], i1, i2, j1, j2) for tag, j1, j2, i1, i2 in _opcodes(right, left)]
    return _opcodes(left, right)


def _opcodes(left: Sequence[str], right: Sequence[str], junk: Collection[str] = ()) -> list[Op]:
    """difflib's opcodes; words of `junk` are equal only beside equal words."""
    if max(len(left), len(right)) <= MOST_WORDS:
        return _by_difflib(left, right, junk)
    return joined(_long(left, right, junk))


def _by_difflib(left: Sequence[str], right: Sequence[str], junk: Collection[str]) -> list[Op]:
    if left == right and not junk:  # what two outlets copy of one wire story; difflib would search it word by word
        return [equal(0, len(left), 0, len(right))] if left else []
    matcher = difflib.SequenceMatcher(junk.__contains__ if junk else None, left, right, autojunk=False)
    return [made(Op, op) for op in matcher.get_opcodes()]


def _long(left: Sequence[str], right: Sequence[str], junk: Collection[str]) -> Iterator[Op]:
    """Opcodes of long runs: what both have at either end, and what lies between."""
    first = _common(left, right)
    last = _common(left[first:][::-1], right[first:][::-1])
    i, j = len(left) - last, len(right) - last
    if first:
        yield equal(0, first, 0, first)
    yield from (shifted(op, first, first) for op in _between_anchors(left[first:i], right[first:j], junk))
    if last:
        yield equal(i, len(left), j, len(right))


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words two runs have in common from the beginning."""
    return next(
        (at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right))
    )


def _between_anchors(left: Sequence[str], right: Sequence[str], junk: Collection[str]) -> Iterator[Op]:
    """Opcodes of long runs, cut at words that stand once on each side and keep their order."""
    i0 = j0 = 0
    for i, j in [*_anchors(left, right), (len(left), len(right))]:
        if max(i - i0, j - j0) <= MOST_WORDS:
            found = _by_difflib(left[i0:i], right[j0:j], junk)
            yield from (shifted(op, i0, j0) for op in found)
        else:
            yield change(i0, i, j0, j)
        if i < len(left):
            yield equal(i, i + 1, j, j + 1)
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


def closest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that a mistyped one most resembles, if any does."""
    near = difflib.get_close_matches(word, known, n=1)
    return near[0] if near else None
