"""Opcodes: which words of the left answer which of the right, by number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from biasdiff.differing.tokens import Token
from biasdiff.model import EditTag, made


class Op(NamedTuple):
    """difflib's opcode: `left[i1:i2]` and `right[j1:j2]` are equal, or one stands where the other does."""

    tag: EditTag
    i1: int
    i2: int
    j1: int
    j2: int

    @property
    def size(self) -> int:
        """How many words it has on its longer side."""
        return max(self.i2 - self.i1, self.j2 - self.j1)


def equal(i1: int, i2: int, j1: int, j2: int) -> Op:
    """Words that both sides have."""
    return made(Op, ("equal", i1, i2, j1, j2))


def change(i1: int, i2: int, j1: int, j2: int) -> Op:
    """Words that differ, with the tag that fits."""
    return made(Op, ("replace" if i2 > i1 and j2 > j1 else "delete" if i2 > i1 else "insert", i1, i2, j1, j2))


def shifted(op: Op, i: int, j: int) -> Op:
    """An opcode of parts of both sides, as one of the whole."""
    tag, i1, i2, j1, j2 = op
    return made(Op, (tag, i1 + i, i2 + i, j1 + j, j2 + j))


def joined(ops: Iterable[Op]) -> list[Op]:
    """Neighbours of one kind as one; differences side by side as a replacement."""
    out: list[Op] = []
    for op in ops:
        if out and (out[-1].tag == "equal") == (op.tag == "equal"):
            make = equal if op.tag == "equal" else change
            out[-1] = make(out[-1].i1, op.i2, out[-1].j1, op.j2)
        else:
            out.append(op)
    return out


def keys(tokens: Sequence[Token]) -> list[str]:
    """The words as compared."""
    return [token.key for token in tokens]
