"""The numbers of a comparison as tables: nothing is computed here, only placed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

from biasdiff.contrasting.phrasing import listed
from biasdiff.contrasting.rates import LEAST_LINKED
from biasdiff.model import LEAST_WORDS_FOR_RATES, Comparison, Count, Group, Profile, Rate
from biasdiff.rendering import words


class CountRow(NamedTuple):
    """Marks of one group and severity in each story, in the order of the stories."""

    severity: str
    key: str
    group: Group
    counts: tuple[Count, ...]


class CountGroup(NamedTuple):
    """A group with its rows, strong ones first; no rows where no story has a mark of it."""

    title: str
    rows: tuple[CountRow, ...]


class RateRow(NamedTuple):
    """The rates of one group in each story, in the order of the stories."""

    title: str
    rates: tuple[Rate, ...]


def count_groups(result: Comparison) -> tuple[CountGroup, ...]:
    """Counts by group and severity. A story without a count has none of that kind."""
    return tuple(CountGroup(words.GROUPS[group][1], tuple(_rows(result, group))) for group in get_args(Group))


def _rows(result: Comparison, group: Group) -> Iterator[CountRow]:
    for severity, name in words.SEVERITIES.items():
        counts = tuple(_count(profile, group, severity) for profile in result.profiles)
        if any(one.outlet or one.reported or one.quoted for one in counts):
            yield CountRow(name, f"{words.GROUPS[group][0]}{severity}", group, counts)


def _count(profile: Profile, group: Group, severity: int) -> Count:
    found = (one for one in profile.counts if (one.group, one.severity) == (group, severity))
    return next(found, Count(group, severity, 0, 0, 0))


def rates(result: Comparison) -> tuple[RateRow, ...]:
    """Rates per 100 words of the outlet's own, by group; no rows where no story is long enough or has a mark."""
    rows = (
        RateRow(words.GROUPS[group][1], tuple(_rate(profile, group) for profile in result.profiles))
        for group in get_args(Group)
    )
    return tuple(row for row in rows if any(rate.value for rate in row.rates))


def _rate(profile: Profile, group: Group) -> Rate:
    return next((rate for rate in profile.rates if rate.group == group), Rate(group, None, None, None))


def cautions(result: Comparison) -> tuple[str, ...]:
    """What the length and the overlap of the stories allow to be said of their numbers."""
    return tuple(_cautions(result))


def _cautions(result: Comparison) -> Iterator[str]:
    short = [p.passage.upper() for p in result.profiles if p.outlet_words < LEAST_WORDS_FOR_RATES]
    if short:
        few = f"fewer than {LEAST_WORDS_FOR_RATES} words of the outlet’s own"
        yield f"{listed(short)}: {few}, so counts stand here and no rates."
    apart = [p.passage.upper() for p in result.profiles if p.linked_words < LEAST_LINKED * p.words]
    if apart:
        yield (
            f"{listed(apart)}: fewer than {LEAST_LINKED * 100:.0f} of 100 words stand in sentences with a match."
            " The stories tell too little in common to compare their counts."
        )
