"""Whom “the Ukrainian president”, “the former mayor” or “his counterpart” means, where that can be told safely."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from biasdiff.model import NameForm
from biasdiff.naming.bearers import Bearer, Place
from biasdiff.naming.scanning import Description, Scan
from biasdiff.naming.vocabulary import EPITHETS, OFFICES, PAIRS, PARTISANS, RULERS, VARIATIONS

# Words for whoever leads: they fit any office once the place or body is the same.
_HEADS = frozenset("leader head chief boss ruler dictator strongman autocrat despot tyrant".split())
# Several people of one story may hold these at once.
_HELD_BY_MANY = frozenset(
    """
    senator congressman congresswoman representative councillor councilman councilwoman lawmaker legislator mp deputy
    minister judge prosecutor attorney lawyer officer spokesman spokeswoman spokesperson professor doctor analyst
    expert adviser advisor activist campaigner candidate
    """.split()
)
_MOST_CANDIDATES = 40
_ENOUGH = 2.0


def describe(scans: Sequence[Scan], people: Sequence[Bearer]) -> None:
    """Adds to each person the descriptions that mean them, in all stories.

    Descriptions beside a name come first: they tell the offices that all stories together know of.
    """
    beside = [list(_beside(story, scan, people)) for story, scan in enumerate(scans)]
    for story, found in enumerate(beside):
        for bearer, description in found:
            bearer.roles.add(description.role)
            bearer.places |= description.places
            _add(bearer, story, description)
    holders = defaultdict[str, list[Bearer]](list)
    for bearer in people:
        for role in bearer.roles:
            holders[role].append(bearer)
    for story, scan in enumerate(scans):
        if not scan.descriptions:
            continue
        order = _Order(story, people)
        for description in scan.descriptions:
            if description.role in PAIRS:
                for bearer in _both(description, order):
                    _add(bearer, story, description)
            elif description.of < 0:
                meant = _meant(description, order) or _elsewhere(description, holders[description.role], story)
                if meant:
                    _add(meant, story, description)


def _add(bearer: Bearer, story: int, found: Description) -> None:
    form: NameForm = "judgement" if found.role in EPITHETS else "description"
    bearer.found.append(Place(story, found.start, found.end, found.sentence, form))


def _beside(story: int, scan: Scan, people: Sequence[Bearer]) -> Iterable[tuple[Bearer, Description]]:
    """Descriptions that stand right before or behind a name: the union secretary, Dana Orlan."""
    found = [one for one in scan.descriptions if one.of >= 0]
    ends = {place.end: one for one in people for place in one.found if place.story == story} if found else {}
    for description in found:
        if scan.mentions[description.of].end in ends:
            yield ends[scan.mentions[description.of].end], description


class _Order:
    """The persons of one story in the order of their mentions."""

    def __init__(self, story: int, people: Sequence[Bearer]) -> None:
        found = [(place.start, place.sentence, one) for one in people for place in one.found if place.story == story]
        found.sort(key=lambda item: item[0])
        self.starts = [start for start, _, _ in found]
        self.sentences = [sentence for _, sentence, _ in found]
        self.bearers = [bearer for _, _, bearer in found]
        self.story = story
        self.frequent = sorted(set(self.bearers), key=lambda one: -one.stories.get(story, 0))[:_MOST_CANDIDATES]

    def before(self, description: Description) -> list[Bearer]:
        """Persons named before a description, the nearest first, each once."""
        at = bisect_left(self.starts, description.start)
        return list(dict.fromkeys(reversed(self.bearers[max(0, at - _MOST_CANDIDATES) : at])))

    def near(self, description: Description, back: int) -> list[Bearer]:
        """Persons named before a description in its sentence or up to so many sentences back, the nearest first."""
        at = bisect_left(self.starts, description.start)
        first = bisect_left(self.sentences, description.sentence - back)
        return list(dict.fromkeys(reversed(self.bearers[max(first, at - _MOST_CANDIDATES) : at])))

    def subject(self, sentence: int) -> Bearer | None:
        """The person named first in a sentence."""
        at = bisect_left(self.sentences, sentence)
        return self.bearers[at] if at < len(self.sentences) and self.sentences[at] == sentence else None


def _meant(description: Description, order: _Order) -> Bearer | None:
    if description.role == "counterpart":
        return _counterpart(description, order)
    known = _by_office(description, order)
    if known:
        return known if _is_nearest(known, description, order) else None
    if description.role in EPITHETS or description.role in PARTISANS:
        return next(iter(order.near(description, 0)), None)
    return _alone(description, order)


def _is_nearest(known: Bearer, description: Description, order: _Order) -> bool:
    """Whether nobody else who may hold an office that many hold was named since: “the senator”, not “the mayor”."""
    if description.role not in _HELD_BY_MANY:
        return True
    could_be = (one for one in order.before(description) if description.role in one.roles or not one.roles)
    return next(could_be, known) is known


def _by_office(description: Description, order: _Order) -> Bearer | None:
    """The person of that office and place; of several, the one named most, and nearest before."""
    recent = order.before(description)
    best, most = None, _ENOUGH
    for bearer in dict.fromkeys([*recent, *order.frequent]):
        # “The Ukrainian president” is nobody of whom only a later sentence says that he is a president, of no place.
        unknown = description.places and bearer not in recent and not description.places & bearer.places
        score = 0.0 if unknown or bearer.family in description.owner else _fit(description, bearer)
        if score >= _ENOUGH:
            score += 0.1 * min(10, bearer.stories.get(order.story, 0))
            score += 0.5 * (not description.places and bearer.called.get((order.story, description.role), 0) > 0)
            score += 0.5 / (1 + recent.index(bearer)) if bearer in recent else 0
            if score > most:
                best, most = bearer, score
    return best


def _fit(description: Description, bearer: Bearer) -> float:
    """How well an office fits a person; nothing where it is held elsewhere."""
    shared = description.places & bearer.places
    if description.places and bearer.places and not shared:
        return 0.0
    if description.role in bearer.roles:
        return 3.0 + bool(shared) - 0.5 * (not description.places and bool(bearer.places))
    rules = description.role in RULERS and not RULERS.isdisjoint(bearer.roles)
    heads = description.role in _HEADS and not OFFICES.isdisjoint(bearer.roles)
    return 2.0 if shared and (rules or heads) else 0.0


def _both(description: Description, order: _Order) -> list[Bearer]:
    """“the two leaders”: the two persons of the sentences before, when there are no more and no fewer."""
    for back in (1, 2, 4):
        near = order.near(description, back)
        if len(near) >= 2:
            return near if len(near) == 2 else []
    return []


def _elsewhere(description: Description, holders: Sequence[Bearer], story: int) -> Bearer | None:
    """The harbour master whom this story never names: the only one whom another story knows as that."""
    fitting = [one for one in holders[:_MOST_CANDIDATES] if _may_be(description, one)]
    if len(fitting) != 1 or description.role not in OFFICES or description.owner:
        return None
    passed_over = description.role in _HELD_BY_MANY and fitting[0].stories.get(story, 0)
    return None if passed_over else fitting[0]


def _counterpart(description: Description, order: _Order) -> Bearer | None:
    """“His Russian counterpart”: not he, but the other person of the sentence before."""
    he = order.subject(description.sentence - 1) if description.opens else next(iter(order.near(description, 0)), None)
    fitting = [one for one in order.near(description, 2) if one is not he and _may_be(description, one)]
    placed = [one for one in fitting if description.places & one.places]
    near = placed or fitting
    return near[0] if near and (placed or len(near) == 1) else None


def _may_be(description: Description, bearer: Bearer) -> bool:
    return not (description.places and bearer.places) or bool(description.places & bearer.places)


def _alone(description: Description, order: _Order) -> Bearer | None:
    """An office that opens a sentence means the only person named just before, if nothing speaks against it."""
    if description.role in OFFICES and (not description.opens or description.owner):
        return None
    near = order.near(description, 1)
    if len(near) != 1 or not _may_be(description, near[0]):
        return None
    return near[0] if description.role in VARIATIONS or (description.role in OFFICES and not near[0].roles) else None
