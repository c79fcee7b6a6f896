"""What several stories tell in common: links join pairs, units join all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from biasdiff.model import Analysis, Link, Unit

_Place = tuple[str, int]


def units(analyses: Sequence[Analysis], links: Iterable[Link]) -> tuple[Unit, ...]:
    """Groups of sentences that answer each other, over all stories, in order of first appearance.

    Each surely linked sentence stands in one unit, others in none. The surest links join first,
    and two groups become one only where most pairs between their stories are surely linked (average
    linkage): a long sentence that answers many does not chain them all into one. So a link may run
    between two units.
    """
    sure = [link for link in links if link.sure]
    pairs = _pairs(sure)
    linked = _linked(pairs)
    # Equally sure links join in an order that does not hang on which story comes first.
    rank = {story.passage.id: at for at, story in enumerate(sorted(analyses, key=lambda story: story.passage.text))}
    group: dict[_Place, list[_Place]] = {place: [place] for place in linked}
    for _, one, two in sorted(pairs, key=lambda pair: (pair[0], *sorted([(rank[k], i) for k, i in pair[1:]]))):
        first, second = group[one], group[two]
        if first is not second and _belong(first, second, linked):
            first.extend(second)
            for place in second:
                group[place] = first
    order = {story.passage.id: number for number, story in enumerate(analyses)}
    found = {id(places): places for places in group.values() if len(places) > 1}.values()
    told = [sorted([(order[key], at, key) for key, at in places]) for places in found]
    return tuple([Unit(f"u{number}", _by_story(places)) for number, places in enumerate(sorted(told), 1)])


def _linked(pairs: Iterable[tuple[float, _Place, _Place]]) -> dict[_Place, set[_Place]]:
    linked: defaultdict[_Place, set[_Place]] = defaultdict(set)
    for _, one, two in pairs:
        linked[one].add(two)
        linked[two].add(one)
    return linked


def _pairs(links: Iterable[Link]) -> list[tuple[float, _Place, _Place]]:
    """Every pair of sentences that a link joins, with the score of the link turned round."""
    return [
        (-link.score, (link.passages[0], left), (link.passages[1], right))
        for link in links
        for left in link.sentences[0]
        for right in link.sentences[1]
    ]


def _belong(first: Sequence[_Place], second: Sequence[_Place], linked: dict[_Place, set[_Place]]) -> bool:
    """Whether more than half of the pairs of sentences from different stories are linked."""
    pairs = [two in linked[one] for one in first for two in second if one[0] != two[0]]
    return 2 * sum(pairs) > len(pairs)


def _by_story(places: Iterable[tuple[int, int, str]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    by_story: dict[str, list[int]] = {}
    for _, index, key in places:
        by_story.setdefault(key, []).append(index)
    return tuple([(key, tuple(indexes)) for key, indexes in by_story.items()])
