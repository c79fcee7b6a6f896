"""The largest numbers of two stories in one field that count different things: people stranded, bookings cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.figures_given import HARM, LEAST_SHARED, WHERE, Given, near, sourced
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, quoted
from biasdiff.model import Analysis, Figure, FigureMatch

# Sentences of each story that answer the other, and their share, from which both tell one event throughout.
_LEAST_SENTENCES, _LEAST_SHARE = 5, 0.3
_SURE, _LIKELY = 0.75, 0.65
# Numbers further apart than so many times are not taken for each other.
_FAR = 8
# Words for what is counted that are easily taken for each other: the people, the harm, the jobs of a story.
_FIELDS = (
    HARM,
    *(
        frozenset(words.split())
        for words in (
            "people passengers travellers travelers customers bookings tickets journeys seats trips families",
            "jobs posts positions roles workers staff employees equivalents redundancies layoffs",
            "homes households families properties houses buildings people residents",
            "votes voters ballots people",
            "protesters demonstrators marchers people supporters",
            "migrants refugees arrivals crossings people",
            "cases infections patients tests people",
            "crimes offences arrests incidents suspects",
            "pupils students children schools",
        )
    ),
)
_COUNTED = frozenset[str]().union(*_FIELDS)


def counted_apart(ground: Ground, stories: Sequence[Sequence[Given]]) -> Iterator[FigureMatch]:
    """The largest number of a field in each story, where stories count different things by it.

    Their sentences are linked or share telling words; it weighs less where only the stories answer each
    other in large part. Tickets for a dance are not held beside the people on a ferry.
    """
    exact = [[one for one in given if _is_of_a_field(one.figure) and one.is_exact] for given in stories]
    nouns = [{one.figure.counts for one in given} for given in exact]
    values = {given[0].place[0]: {one.figure.value for one in given} for given in stories if given}
    for field in _FIELDS:
        if [field.isdisjoint(counted) for counted in nouns].count(False) < 2:
            continue
        found = [one for given in exact if (one := _largest(given, field))]
        pairs = [pair for pair in combinations(found, 2) if _apart(*pair, values)]
        sure = [pair for pair in pairs if _is_near(ground, *pair)]
        held = sure or [pair for pair in pairs if _tell_one_event(ground, *pair)]
        beside = {one.ref for pair in held for one in pair}
        group = [one for one in found if one.ref in beside]
        if group:
            said = " ".join(f"{_counts_so(one)}." for one in group)
            refs = tuple(one.ref for one in group)
            yield FigureMatch("things", refs, said, "Can they be compared? " + WHERE, _SURE if sure else _LIKELY)


def _apart(one: Given, other: Given, values: Mapping[str, Set[float]]) -> bool:
    """Whether two stories count different things of about one size, and neither has the other's number."""
    if stem(one.figure.counts) == stem(other.figure.counts):
        return False
    low, high = sorted((one.figure.value, other.figure.value))
    shared = one.figure.value in values[other.place[0]] or other.figure.value in values[one.place[0]]
    return not shared and high <= _FAR * low


def _is_near(ground: Ground, one: Given, other: Given) -> bool:
    return ground.is_linked(one.place, other.place) or near(ground, one, other) >= LEAST_SHARED


def _tell_one_event(ground: Ground, one: Given, other: Given) -> bool:
    """Whether a good part of either story answers the other."""
    return _answers(ground, one.story, other.story) and _answers(ground, other.story, one.story)


def _answers(ground: Ground, mine: Analysis, theirs: Analysis) -> bool:
    here, there = mine.passage.id, theirs.passage.id
    linked: set[int] = set()
    for link in ground.links:
        if link.passages == (here, there):
            linked.update(link.sentences[0])
        elif link.passages == (there, here):
            linked.update(link.sentences[1])
    return len(linked) >= max(_LEAST_SENTENCES, _LEAST_SHARE * len(mine.sentences))


def _largest(given: Sequence[Given], field: frozenset[str]) -> Given | None:
    fitting = [one for one in given if one.figure.counts in field]
    return max(fitting, key=lambda one: (one.figure.value, -one.number), default=None)


def _is_of_a_field(figure: Figure) -> bool:
    return figure.kind == "count" and figure.counts in _COUNTED


def _counts_so(one: Given) -> str:
    printed = quoted(one.story.text(one.figure.span))
    return f"{letter(one.story)} counts {one.figure.counts}: {printed}{sourced([one])}"
