"""Opcodes that read well: no islands of grammar words, phrases cut where they begin, no edit over a sentence's end."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from biasdiff.differing.ops import Op, change, equal, joined
from biasdiff.differing.tokens import Words

Piece = tuple[int, int]
Pieces = Sequence[Piece]

_TURNS = frozenset((("insert", "equal", "delete"), ("delete", "equal", "insert")))
_SMALL_ISLAND = 2
_SHORT_TURN = 4


def without_islands(ops: Sequence[Op], left: Words) -> list[Op]:
    """Opcodes with equal runs of grammar words between two edits folded into them.

    A run of three words and more stays where it is longer than half of what changes around it.
    """
    islands = [at for at in range(1, len(ops) - 1) if ops[at].tag == "equal" and _is_island(ops, at, left)]
    if not islands:
        return list(ops)
    out = list(ops)
    for at in islands:
        out[at] = change(*ops[at][1:])
    return joined(out)


def _is_island(ops: Sequence[Op], at: int, left: Words) -> bool:
    op = ops[at]
    size = op.i2 - op.i1
    is_small = size <= _SMALL_ISLAND or 2 * size <= ops[at - 1].size + ops[at + 1].size
    return is_small and not left.has_content(op.i1, op.i2)


def turned(ops: list[Op], left: Words, right: Words) -> list[Op]:
    """Opcodes in which two words that change places stay two edits around what stands between them.

    "Hale praised Orlan" / "Orlan praised Hale": difflib may keep one of the names instead of the verb.
    """
    tags = [op.tag for op in ops]
    if _TURNS.isdisjoint(zip(tags, tags[1:], tags[2:], strict=False)):
        return ops
    out = list(ops)
    for at in range(len(out) - 2):
        before, kept, after = out[at : at + 3]
        if (before.tag, kept.tag, after.tag) in _TURNS:
            out[at : at + 3] = _around_the_middle(before, kept, after, left, right)
    return joined(out)


def _around_the_middle(before: Op, kept: Op, after: Op, left: Words, right: Words) -> tuple[Op, ...]:
    size = kept.size
    added = before.tag == "insert"
    i, j = (after.i1, before.j2 - size) if added else (before.i2 - size, after.j1)
    short = size < min(before.size, after.size) and max(before.size, after.size) <= _SHORT_TURN * size
    same = left.keys[i : i + size] == right.keys[j : j + size]
    if not short or not same or not left.has_content(i, i + size):
        return before, kept, after
    return (
        change(before.i1, i, before.j1, j),
        equal(i, i + size, j, j + size),
        change(i + size, after.i2, j + size, after.j2),
    )


def slid(ops: Sequence[Op], left: Words, right: Words) -> list[Op]:
    """Opcodes whose added words begin with the grammar word of their phrase: "and ferries", not "ferries and"."""
    out = list(ops)
    for at in range(1, len(out) - 1):
        op = out[at]
        if op.tag not in ("delete", "insert"):
            continue
        before, after = out[at - 1], out[at + 1]
        if before.tag != "equal" or after.tag != "equal" or before.size < 2:
            continue
        first, last, words = (op.i1, op.i2, left) if op.tag == "delete" else (op.j1, op.j2, right)
        turns = words.keys[first - 1] == words.keys[last - 1] and not words.has_content(last - 1, last)
        if turns and words.has_content(first, first + 1):
            out[at - 1 : at + 2] = _one_earlier(before, op, after)
    return out


def _one_earlier(before: Op, op: Op, after: Op) -> tuple[Op, Op, Op]:
    return (
        equal(before.i1, before.i2 - 1, before.j1, before.j2 - 1),
        change(op.i1 - 1, op.i2 - 1, op.j1 - 1, op.j2 - 1),
        equal(after.i1 - 1, after.i2, after.j1 - 1, after.j2),
    )


def within_runs(ops: Sequence[Op], left: Words, right: Words) -> Sequence[Op]:
    """Opcodes cut wherever a sentence ends on either side."""
    mine, theirs = left.runs, right.runs
    if _is_one_run(mine) and _is_one_run(theirs):
        return ops
    out: list[Op] = []
    for op in ops:
        if op.tag == "equal":
            out += _equal_pieces(op, mine, theirs)
        else:
            out += paired(_pieces(mine, op.i1, op.i2), _pieces(theirs, op.j1, op.j2), op)
    return out


def _is_one_run(runs: Sequence[int]) -> bool:
    return not runs or runs[0] == runs[-1]


def _equal_pieces(op: Op, left: Sequence[int], right: Sequence[int]) -> Iterator[Op]:
    i, j = op.i1, op.j1
    ends = {b - i for _, b in _pieces(left, i, op.i2)} | {b - j for _, b in _pieces(right, j, op.j2)}
    first = 0
    for last in sorted(ends):
        yield equal(i + first, i + last, j + first, j + last)
        first = last


def _pieces(runs: Sequence[int], first: int, last: int) -> list[Piece]:
    if first < last and runs[first] == runs[last - 1]:
        return [(first, last)]
    ends = [at for at in range(first + 1, last) if runs[at] != runs[at - 1]]
    return list(zip([first, *ends], [*ends, last], strict=True)) if first < last else []


def paired(
    mine: Pieces, theirs: Pieces, op: Op, apart: Container[Piece] = (), others: Container[Piece] = ()
) -> Iterator[Op]:
    """An edit in pieces: as many replacements as the side with fewer pieces allows, made of pieces of like length.

    Pieces that stand `apart` (of the left) and `others` (of the right) are never replacements.
    """
    free, met = ([p for p in pieces if p not in out] for pieces, out in ((mine, apart), (theirs, others)))
    answering, answers = _answering(free, met), _answering(met, free)
    at, j = 0, op.j1
    for piece in mine:
        if piece not in answering:
            yield change(*piece, j, j)
            continue
        while theirs[at] not in answers:
            yield change(piece[0], piece[0], *theirs[at])
            at += 1
        yield change(*piece, *theirs[at])
        j = theirs[at][1]
        at += 1
    yield from (change(op.i2, op.i2, *piece) for piece in theirs[at:])


def _answering(pieces: Pieces, others: Pieces) -> set[Piece]:
    """As many pieces as there are others: the longest, or the one that is nearest in length to the only other."""
    if len(others) == 1:
        size = others[0][1] - others[0][0]
        return set(sorted(pieces, key=lambda piece: (abs(piece[1] - piece[0] - size), piece))[:1])
    return set(sorted(pieces, key=lambda piece: (piece[0] - piece[1], piece))[: len(others)])
