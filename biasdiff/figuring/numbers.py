"""Numbers as printed -> their value: 12,500; $1.5bn; twenty-six; half a million; 5.8 million."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_ONES = (
    "zero one two three four five "
    "six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL_NUMBERS: dict[str, float] = {word: value for value, word in enumerate(_ONES) if value > 1}
SMALL_NUMBERS |= {word: 10.0 * at for at, word in enumerate(_TENS, 2)}
SMALL_NUMBERS |= {
    f"{ten}-{one}": 10.0 * at + value for at, ten in enumerate(_TENS, 2) for value, one in enumerate(_ONES[1:10], 1)
}
SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_MANY = {"hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "dozens": 12.0, "scores": 20.0}
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_SUFFIXES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
_PRINTED = re.compile(r"(?P<sign>[$£€¥₹])?(?P<digits>\d+(?:\.\d+)?)(?P<suffix>mn|m|bn|tn|k)?(?P<unit>[a-z%]*)")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
FIRST_WORDS = frozenset((*SMALL_NUMBERS, *SCALES, *_MANY, "half", "quarter", "third"))


@dataclass(slots=True)
class Number:
    """The words first up to stop give a value; sign: a currency sign; unit: what is printed with the digits (26km).

    The unit of a time like 21:50 is "clock", its value minutes since midnight. vague: thousands, dozens.
    """

    first: int
    stop: int
    value: float
    sign: str = ""
    unit: str = ""
    vague: bool = False


def number_at(norms: Sequence[str], at: int) -> Number | None:
    """The number that begins at a word, if one does. “One” is none, for it is seldom a count."""
    norm = norms[at]
    if norm[0].isdigit() or (norm[0] in "$£€¥₹" and len(norm) > 1):
        return _in_digits(norms, at)
    if norm in _MANY:
        several = norms[at + 1 : at + 3] == ("of", norm)
        return Number(at, at + (3 if several else 1), _MANY[norm], vague=True)
    if norm in SMALL_NUMBERS:
        return _scaled(norms, Number(at, at + 1, SMALL_NUMBERS[norm]))
    if norm in ("hundred", "thousand", "million", "billion", "dozen") and at and norms[at - 1] in ("a", "one"):
        return Number(at - 1, at + 1, SCALES[norm])
    return _part(norms, at) if norm in _PARTS else None


def _in_digits(norms: Sequence[str], at: int) -> Number | None:
    if norms[at].isdecimal():
        return _scaled(norms, Number(at, at + 1, float(norms[at])))
    clock = _CLOCK.fullmatch(norms[at])
    if clock:
        return Number(at, at + 1, 60.0 * int(clock[1]) + int(clock[2]), unit="clock")
    head, hyphen, rest = norms[at].partition("-")
    match = _PRINTED.fullmatch(head)
    if match is None or (hyphen and not rest.isalpha()):
        return None
    value = float(match["digits"]) * _SUFFIXES.get(match["suffix"] or "", 1.0)
    unit = rest if hyphen else match["unit"]
    if match["suffix"] == "m" and not match["sign"]:
        value, unit = float(match["digits"]), "m"
    number = Number(at, at + 1, value, match["sign"] or "", unit)
    return number if unit else _scaled(norms, number)


def _scaled(norms: Sequence[str], number: Number) -> Number:
    """Takes in “million” and the like, and what follows: three hundred and twenty."""
    value, stop = number.value, number.stop
    if stop == len(norms) or norms[stop] not in SCALES:
        return number
    while stop < len(norms) and norms[stop] in SCALES:
        value, stop = value * SCALES[norms[stop]], stop + 1
    return replace(number, value=value, stop=stop)


def _part(norms: Sequence[str], at: int) -> Number | None:
    """“half a million”, “a quarter of the crew”; a half alone is a share."""
    following = norms[at + 1 : at + 3]
    if len(following) == 2 and following[0] == "a" and following[1] in SCALES:
        return Number(at, at + 3, _PARTS[norms[at]] * SCALES[following[1]])
    if following[:1] in (["of"], ("of",)) or norms[at] == "half":
        first = at - 1 if at and norms[at - 1] in ("a", "one") else at
        return Number(first, at + 1, round(100 * _PARTS[norms[at]], 1), unit="percent")
    return None
