"""Numbers and negations told apart inside an edit, and what kinds of words an edit is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from biasdiff.differing.ops import Op, change, equal
from biasdiff.differing.tokens import FIGURES, Words
from biasdiff.model import EditKind

# Two numbers answer each other so near to an end of their edit, at so nearly the same place.
_NEAR_END, _NEAR = 2, 1
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_AUXILIARIES = frozenset(
    "am is are was were do does did has have had will would shall should can could may might must".split()
)
_TIME = re.compile(r"\d\d?\.\d\d|[\d.]+[ap]m")
_MEASURE = re.compile(r"(?<=\d)-?[a-z]{3,}$")
KINDS: tuple[EditKind, ...] = ("number", "negation", "name")


class _Weight(NamedTuple):
    """Running words of one kind: a number of several words, or a negation with its verb ("does not")."""

    first: int
    last: int
    sort: str


def with_weights_apart(ops: Iterable[Op], left: Words, right: Words) -> Iterator[Op]:
    """Opcodes with numbers and negations as edits of their own, where both sides have them in the same places.

    "40,000 people" / "12,500 bookings" becomes two edits; a number that only one side has stays
    with its phrase. What turns out to be the same word is equal.
    """
    for op in ops:
        if op.tag == "replace" and any(left.kinds[op.i1 : op.i2]) and any(right.kinds[op.j1 : op.j2]):
            yield from _in_pieces(op, left, right)
        else:
            yield op


def _in_pieces(op: Op, left: Words, right: Words) -> Iterator[Op]:
    i, j = op.i1, op.j1
    for one, other in _answers(op, _weights(left, i, op.i2), _weights(right, j, op.j2)):
        yield from _changed(i, one.first, j, other.first)
        same = left.keys[one.first : one.last] == right.keys[other.first : other.last]
        yield (equal if same else change)(one.first, one.last, other.first, other.last)
        i, j = one.last, other.last
    yield from _changed(i, op.i2, j, op.j2)


def _answers(op: Op, mine: Sequence[_Weight], theirs: Sequence[_Weight]) -> list[tuple[_Weight, _Weight]]:
    """Numbers and negations of either side that stand for each other, the nearest pairs first, none crossing."""
    found: list[tuple[_Weight, _Weight]] = []
    pairs = ((_distance(op, one, other), one, other) for one in mine for other in theirs if one.sort == other.sort)
    for (far, apart), one, other in sorted(pairs):
        if far > _NEAR_END or apart > _NEAR:
            continue
        if all((one.first < a.first) == (other.first < b.first) and one != a and other != b for a, b in found):
            found.append((one, other))
    return sorted(found)


def _distance(op: Op, one: _Weight, other: _Weight) -> tuple[int, int]:
    """How far from the nearer end of their edit two words stand, and how differently."""
    start = one.first - op.i1, other.first - op.j1
    end = op.i2 - one.last, op.j2 - other.last
    return min((max(mine, theirs), abs(mine - theirs)) for mine, theirs in (start, end))


def _changed(i1: int, i2: int, j1: int, j2: int) -> Iterator[Op]:
    if i1 < i2 or j1 < j2:
        yield change(i1, i2, j1, j2)


def _weights(words: Words, first: int, last: int) -> list[_Weight]:
    """The numbers and negations near the ends of an edit."""
    out: list[_Weight] = []
    for kind, group in groupby(range(first, last), key=words.kinds.__getitem__):
        if kind not in ("number", "negation"):
            continue
        places = list(group)
        start = places[0]
        if kind == "negation" and start > first and words.keys[start - 1] in _AUXILIARIES:
            start -= 1
        end = places[-1] + 1
        if min(start - first, last - end) <= _NEAR_END:
            out.append(_Weight(start, end, kind if kind == "negation" else _sort(words.keys, places)))
    return out


def _sort(keys: list[str], places: list[int]) -> str:
    """What a number counts, as far as it shows: percent, money, a day, a year, a time, or anything else."""
    first, last = keys[places[0]], keys[places[-1]]
    beside = keys[places[0] - 1 : places[0]] if places[0] else []
    if not _MONTHS.isdisjoint((*beside, *keys[places[-1] + 1 : places[-1] + 2])):
        return "day"
    if last == "percent":
        return "percent"
    if not first[0].isalnum():
        return "money"
    return "year" if _YEAR.fullmatch(first) else "time" if _TIME.fullmatch(first) else "number"


def kinds(op: Op, left: Words, right: Words) -> tuple[EditKind, ...]:
    """The kinds of words that differ in a change: numbers that are not the same, a negation more, another name."""
    here, there = left.kinds[op.i1 : op.i2], right.kinds[op.j1 : op.j2]
    if not any(here) and not any(there):
        return ()
    mine, theirs = left.keys[op.i1 : op.i2], right.keys[op.j1 : op.j2]
    return tuple(
        [
            kind
            for kind in KINDS
            if (kind in here or kind in there) and _of(kind, mine, here) != _of(kind, theirs, there)
        ]
    )


def numbers_apart(left: Words, right: Words) -> bool:
    """Whether each side has a number that the other lacks; one that only one side gives is no other number."""
    if "number" not in left.kinds or "number" not in right.kinds:
        return False
    mine, theirs = _numbers(left), _numbers(right)
    return not (mine <= theirs or theirs <= mine)


def _numbers(words: Words) -> set[str]:
    return {_value(key) for key, kind in zip(words.keys, words.kinds, strict=True) if kind == "number"}


def _value(number: str) -> str:
    """A number to compare: “14-hour” and “fourteen” are one."""
    return _MEASURE.sub("", FIGURES.get(number, number))


def _of(kind: EditKind, keys: Sequence[str], kinds: Sequence[EditKind | None]) -> object:
    """How many negations there are; which numbers; which names, however often."""
    if kind == "negation":
        return kinds.count(kind)
    found = [key for key, other in zip(keys, kinds, strict=True) if other == kind]
    return set(found) if kind == "name" else sorted([FIGURES.get(key, key) for key in found])
