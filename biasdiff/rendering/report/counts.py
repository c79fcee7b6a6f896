"""The numbers of a comparison as tables: nothing is computed here, only placed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, get_args

from biasdiff.measuring import LEAST_WORDS_FOR_RATES
from biasdiff.model import Comparison, Count, Group, Profile, Rate
from biasdiff.rendering import words

LEAST_WORDS_TO_COMPARE = 800
LEAST_LINKED = 0.3


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


class Dot(NamedTuple):
    """A rate and its interval on a scale of 0 to 100."""

    story: str
    at: float
    low: float
    high: float


class RateRow(NamedTuple):
    """The rates of one group in each story."""

    title: str
    rates: tuple[Rate, ...]
    dots: tuple[Dot, ...]


class Rates(NamedTuple):
    """Rates per 100 words of the outlet's own, on one scale from 0 to `top`."""

    rows: tuple[RateRow, ...]
    top: int


class Strip(NamedTuple):
    """The tone of each sentence of a story in order: an SVG path of bars above and below a line."""

    story: str
    width: int
    path: str


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


def rates(result: Comparison) -> Rates | None:
    """Rates with their intervals; None where no story is long enough for any."""
    by_group = {
        group: tuple(rate for profile in result.profiles for rate in profile.rates if rate.group == group)
        for group in get_args(Group)
    }
    bounds = [value for row in by_group.values() for rate in row for value in (rate.value, rate.high)]
    known = [value for value in bounds if value is not None]
    if not known:
        return None
    top = max(1, int(max(known)) + 1)
    keys = [profile.passage for profile in result.profiles]
    return Rates(
        tuple(
            RateRow(words.GROUPS[group][1], row, tuple(_dots(keys, row, top)))
            for group, row in by_group.items()
            if any(rate.value for rate in row)
        ),
        top,
    )


def _dots(keys: list[str], row: tuple[Rate, ...], top: int) -> Iterator[Dot]:
    for key, rate in zip(keys, row, strict=True):
        if rate.value is not None:
            low, high = (rate.value if bound is None else bound for bound in (rate.low, rate.high))
            yield Dot(key, *(round(100 * value / top, 1) for value in (rate.value, low, high)))


def cautions(result: Comparison) -> tuple[str, ...]:
    """What the length and the overlap of the stories allow to be said of their numbers."""
    return tuple(_cautions(result))


def _cautions(result: Comparison) -> Iterator[str]:
    short = [p.passage.upper() for p in result.profiles if p.outlet_words < LEAST_WORDS_FOR_RATES]
    if short:
        few = f"fewer than {LEAST_WORDS_FOR_RATES} words of the outlet’s own"
        yield f"{words.joined(short)}: {few}, so counts stand here and no rates."
    if min(p.outlet_words for p in result.profiles) < LEAST_WORDS_TO_COMPARE:
        yield "Stories this short can be compared by their places, not by their rates: look at the marks, one by one."
    else:
        yield "Where two intervals overlap, these stories do not show a difference."
    apart = [p.passage.upper() for p in result.profiles if p.linked_words < LEAST_LINKED * p.words]
    if apart:
        yield (
            f"{words.joined(apart)}: fewer than 30 of 100 words stand in sentences with a match."
            " The stories tell too little in common to compare their counts."
        )


BAR, HALF = 6, 24


def strips(result: Comparison) -> tuple[Strip, ...]:
    """One strip for each story with emotion words."""
    return tuple(
        Strip(profile.passage, BAR * len(profile.tone), "".join(_bars(profile)))
        for profile in result.profiles
        if any(tone.value for tone in profile.tone)
    )


def _bars(profile: Profile) -> Iterator[str]:
    for at, tone in enumerate(profile.tone):
        if tone.value:
            yield f"M{at * BAR + 1} {HALF}h{BAR - 2}v{round(-HALF * tone.value, 1)}h{2 - BAR}z"
