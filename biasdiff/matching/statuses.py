"""How the words that two quotations share differ: not at all, in punctuation, in an editor's brackets, in a word."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.differ import Op
from biasdiff.differing.tokens import Token
from biasdiff.matching.quoted import Said, sign
from biasdiff.matching.stretches import Shared
from biasdiff.model import MatchStatus


def status(shared: Shared) -> MatchStatus:
    """same: at most typography and house style differ. punctuation: the same words with other signs or brackets.

    bracketed: every differing word stands in an editor's brackets on one side. altered: one stands
    outside. Words left out where an ellipsis or an interruption shows it do not count.
    """
    differing = list(differences(shared))
    if not differing:
        return "same" if _same_signs(shared) else "punctuation"
    return "bracketed" if all(map(shared.bracketed, differing)) else "altered"


def differences(shared: Shared) -> Iterator[Op]:
    """The opcodes of words that differ, without marked cuts."""
    return (op for op in shared.ops if op.tag != "equal" and not shared.elided(op))


def _same_signs(shared: Shared) -> bool:
    mine, theirs, left, right = shared.mine, shared.theirs, shared.left, shared.right
    if (mine.brackets or theirs.brackets) and any(
        _kind(mine, left[i]) != _kind(theirs, right[j]) for i, j in _equal(shared)
    ):
        return False
    return all(_are_alike(mine.gap(left, i), theirs.gap(right, j)) for i, j in _inner_gaps(shared))


def _are_alike(gap: str, other: str) -> bool:
    return gap == other or sign(gap) == sign(other)


def _kind(said: Said, token: Token) -> bool | None:
    bracket = said.bracket(token)
    return bracket.square if bracket else None


def _equal(shared: Shared) -> Iterator[tuple[int, int]]:
    for op in shared.ops:
        if op.tag == "equal":
            yield from zip(range(op.i1, op.i2), range(op.j1, op.j2), strict=True)


def _inner_gaps(shared: Shared) -> Iterator[tuple[int, int]]:
    """Places of equal words that both follow an equal word, where no story interrupts."""
    before = (-1, -1)
    for i, j in _equal(shared):
        follows = before == (i - 1, j - 1)
        if follows and not shared.mine.interrupted(shared.left, i) and not shared.theirs.interrupted(shared.right, j):
            yield i, j
        before = i, j
