"""One figure in several stories, and what each says that it counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.figures_given import LEAST_SHARED, MOST_COMPARED, TELLING, Given, near
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, listed
from biasdiff.model import Figure, FigureMatch

# Words for people as such: they go with any other word for them.
_PEOPLE = frozenset("people person persons men women residents passengers members individuals folks".split())
# Words of one meaning; another of the same row counts nothing else.
_SYNONYMS = tuple(
    frozenset(stem(word) for word in row.split())
    for row in (
        "workers employees staff staffers workforce",
        "pupils students schoolchildren children",
        "lawmakers legislators senators members representatives mps deputies",
        "troops soldiers servicemen forces",
        "homes houses households",
        "dead deaths killed fatalities",
        "injured wounded hurt",
    )
)
_NOT_COUNTED = frozenset(
    "of the those these more than at least about around over some nearly were was an estimated".split()
)

QUESTION = "Do these words mean the same? Where could you check?"


def shared(ground: Ground, stories: Sequence[Sequence[Given]]) -> Iterator[FigureMatch]:
    """Values that several stories give; a small number only where noun and sentences agree."""
    by_value: dict[tuple[str, float], list[Given]] = defaultdict(list)
    for found in stories:
        for one in found:
            by_value[_sort(one.figure), one.figure.value].append(one)
    for equal in by_value.values():
        if len(equal) > 1 and len({one.story.passage.id for one in equal}) > 1:
            yield from _matched(ground, _few(equal))


def _few(found: Sequence[Given]) -> list[Given]:
    """The first figures of each story: all are compared with all."""
    seen: Counter[str] = Counter()
    few = []
    for one in found:
        seen[one.story.passage.id] += 1
        if seen[one.story.passage.id] <= MOST_COMPARED:
            few.append(one)
    return few


def _sort(figure: Figure) -> str:
    return figure.unit if figure.kind in ("date", "money", "measure", "share") else figure.kind


def _matched(ground: Ground, equal: Sequence[Given]) -> Iterator[FigureMatch]:
    groups: list[list[Given]] = []
    for one in equal:
        alike = [group for group in groups if any(_same(ground, one, other) for other in group)]
        rest = [group for group in groups if not any(group is other for other in alike)]
        groups = [*rest, [*(other for group in alike for other in group), one]]
    for group in (sorted(group, key=lambda one: one.ref) for group in groups):
        if len({one.story.passage.id for one in group}) > 1:
            yield _told(ground, group)


def _same(ground: Ground, one: Given, other: Given) -> bool:
    """Whether two equal values are one figure: told by size, by noun, or by the sentences they stand in."""
    if one.story is other.story:
        return stem(one.figure.counts) == stem(other.figure.counts)
    if one.figure.per and other.figure.per and one.figure.per != other.figure.per:
        return False
    if one.figure.kind in ("date", "time"):
        return True
    same_noun = bool(one.figure.counts) and stem(one.figure.counts) == stem(other.figure.counts)
    linked = ground.is_linked(one.place, other.place)
    open_noun = not (one.figure.counts and other.figure.counts)
    if one.figure.value <= TELLING:
        return linked and (same_noun or open_noun)
    return same_noun or linked or open_noun or near(ground, one, other) >= LEAST_SHARED


def _told(ground: Ground, group: Sequence[Given]) -> FigureMatch:
    """A shared figure; where the stories count different things by it, that is said."""
    refs = tuple(one.ref for one in group)
    nouns = {one.story.passage.id: one for one in group if one.figure.counts}
    if not _counts_apart(ground, list(nouns.values())):
        return FigureMatch("same", refs)
    says: dict[str, list[str]] = defaultdict(list)
    for one in nouns.values():
        says[_counted(one)].append(letter(one.story))
    counts = listed([f"{noun} in {listed(who)}" for noun, who in says.items()])
    return FigureMatch("counted", refs, f"The number {group[0].figure.value:,.0f} counts {counts}.", QUESTION, 0.6)


def _counts_apart(ground: Ground, nouns: Sequence[Given]) -> bool:
    """Whether stories count by one exact number what differs by more than the word for it.

    A round number may be another figure by accident: it must stand in linked sentences.
    """
    stems = {stem(one.figure.counts) for one in nouns}
    if len(stems) < 2 or nouns[0].figure.kind != "count" or nouns[0].figure.value <= TELLING:
        return False
    if not _PEOPLE.isdisjoint(one.figure.counts for one in nouns) or any(stems <= row for row in _SYNONYMS):
        return False
    return nouns[0].figure.value % 100 != 0 or all(
        any(ground.is_linked(one.place, other.place) for other in nouns if other is not one) for one in nouns
    )


def _counted(one: Given) -> str:
    """What a figure counts as its story says it: “full-time equivalents”, or the noun alone where it stands apart."""
    printed = one.story.text(one.figure.span).split()
    behind = [word for word in printed if word[0].isalpha() and word.lower() not in _NOT_COUNTED]
    fits = bool(behind) and behind[-1].rstrip(".,").lower() == one.figure.counts
    return " ".join(behind) if fits else one.figure.counts
