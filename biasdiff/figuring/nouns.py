"""What a number counts: the noun behind it, its unit, and the time it is reckoned by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from biasdiff.naming.lines import FUNCTION

# Units of measure, each under one name.
_UNITS = {
    unit: name
    for name, units in {
        "percent": "percent pc",
        "km": "km kilometre kilometres kilometer kilometers",
        "miles": "mile miles mi",
        "metres": "metre metres meter meters m",
        "cm": "cm centimetre centimetres centimeter centimeters",
        "mm": "mm millimetre millimetres millimeter millimeters",
        "feet": "foot feet ft",
        "tonnes": "tonne tonnes ton tons",
        "kg": "kg kilogram kilograms kilo kilos",
        "litres": "litre litres liter liters",
        "acres": "acre acres",
        "hectares": "hectare hectares",
        "degrees": "degree degrees",
        "points": "point points",
        "seconds": "second seconds",
        "minutes": "minute minutes",
        "hours": "hour hours",
        "days": "day days",
        "weeks": "week weeks",
        "months": "month months",
        "years": "year years",
        "decades": "decade decades",
        "dollars": "dollar dollars",
        "pounds": "pound pounds",
        "euros": "euro euros",
        "crowns": "crown crowns",
        "yen": "yen",
        "yuan": "yuan",
        "rupees": "rupee rupees",
        "francs": "franc francs",
        "cents": "cent cents pence",
    }.items()
    for unit in units.split()
}
MONEY = frozenset("dollars pounds euros crowns yen yuan rupees francs cents".split())
_SIGNS = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees"}
_EACH = frozenset(("a", "an", "per", "every", "each"))
_PER = frozenset("second minute hour day week month year night head person household".split())
_CUBIC = frozenset(("square", "cubic"))
_PLURALS = frozenset(
    "people men women children police troops staff dead wounded injured missing sheep cattle fish aircraft crew media "
    "loaves lives wives knives halves geese teeth mice".split()
)
_NO_NOUNS = frozenset("others ones theirs ours hers yours".split())
_LONGEST = 5
# “41 were injured”: what is counted stands as a participle.
_WERE = frozenset("were was are is".split())


@dataclass(slots=True)
class Counted:
    """What stands behind a number: its unit, a rate, a noun; stop: the word behind it all."""

    unit: str
    per: str
    noun: str
    stop: int


def unit_of(printed: str, sign: str) -> str:
    """A unit by its one name; "" for a word that is none."""
    return _SIGNS.get(sign) or _UNITS.get(printed, "")


def counted(norms: Sequence[str], bound: Callable[[int], bool], at: int, unit: str) -> Counted:
    """What is counted from a word on, behind a number; `bound` tells whether a word goes on with the one before."""
    norm = norms[at] if at < len(norms) else ""
    if norm == "per" and norms[at + 1 : at + 2] == ("cent",) and bound(at):
        unit, at = "percent", at + 2
    elif norm and not unit:
        cubic = norm in _CUBIC and at + 1 < len(norms)
        plain = _UNITS.get(norms[at + cubic], "")
        if plain and bound(at):
            unit, at = f"{norm} {plain}" if cubic else plain, at + cubic + 1
    per, stop = _per(norms, bound, at)
    if per:
        return Counted(unit, per, "", stop)
    noun, stop = _noun(norms, bound, at, bool(unit))
    per, stop = _per(norms, bound, stop) if noun else ("", stop)
    return Counted(unit, per, noun, stop)


def _per(norms: Sequence[str], bound: Callable[[int], bool], at: int) -> tuple[str, int]:
    """“a minute”, “per second”: a rate; “of land” may stand before it."""
    if at + 3 < len(norms) and norms[at] == "of" and norms[at + 2] in ("a", "an", "per") and bound(at):
        per, stop = _per(norms, bound, at + 2)
        return (per, stop) if per else ("", at)
    if at + 1 < len(norms) and norms[at] in _EACH and norms[at + 1] in _PER and bound(at):
        return norms[at + 1], at + 2
    return "", at


def _noun(norms: Sequence[str], bound: Callable[[int], bool], at: int, measured: bool) -> tuple[str, int]:
    """The first plural of the phrase that goes on at a word: Russian soldiers, of those desks, were injured."""
    if at >= len(norms):
        return "", at
    if norms[at] == "of" and bound(at):
        begin = at + 1
        while begin < len(norms) and norms[begin] in _BEHIND_OF and bound(begin):
            begin += 1
        noun, stop = _noun(norms, bound, begin, True) if begin < len(norms) else ("", at)
        return (noun, stop) if noun else ("", at)
    if norms[at] == "to" and norms[at + 1 : at + 3] in (("their", "deaths"), ("their", "death")):
        return "deaths", at + 3
    if (
        not measured
        and at + 1 < len(norms)
        and norms[at] in _WERE
        and norms[at + 1].endswith(("ed", "en", "nt", "lt"))
        and bound(at)
    ):
        return norms[at + 1], at + 2
    stop = at
    while stop < len(norms) and stop - at < _LONGEST and _is_content(norms[stop]) and bound(stop):
        stop += 1
        noun = norms[stop - 1].removesuffix("-worth")
        if is_plural(noun):
            return noun, stop
    return "", at


_BEHIND_OF = frozenset("the its their his her our these those them all".split())


def _is_content(norm: str) -> bool:
    return norm not in FUNCTION and not norm[0].isdigit()


def is_plural(norm: str) -> bool:
    """Whether a word reads as a plural noun."""
    if norm in _NO_NOUNS or norm.endswith(("'s", "’s")):
        return False
    return norm in _PLURALS or (len(norm) > 3 and norm.endswith("s") and not norm.endswith(("ss", "us", "is")))
