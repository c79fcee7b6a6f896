"""Different figures for the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import floor, log10

from biasdiff.aligning.terms import stem, terms
from biasdiff.contrasting.figures_given import HARM, LEAST_SHARED, MOST_COMPARED, TIMES, WHERE, Given, sourced
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, listed, quoted
from biasdiff.model import Figure, FigureMatch, FigureRef, Span

_LEAST_TERMS = 3
# What belongs to the clause of a figure stands within so many characters.
_CLAUSE = 400
_BREAK = re.compile(r"[,;:] |[“”\"()—–]")
_AT_LEAST = frozenset(("over", "more than", "at least"))
# Sums to the last coin that are further apart than this are other sums, not other versions of one.
_EXACT_DIGITS, _CLOSE = 4, 0.05
_FAR, _FAR_COUNTS = 2, 3
# “More than 5,000” goes with whatever is above it by less than this share.
_ABOVE = 0.2


def differing(ground: Ground, stories: Sequence[Sequence[Given]], same: Sequence[FigureMatch]) -> list[FigureMatch]:
    """Different values of one sort in sentences about the same thing, each the other's best counterpart.

    Stories that agree on a value stand together: “A and B give …; C gives …”.
    """
    agreement = _Agreement(ground)
    edges = [edge for left, right in combinations(stories, 2) for edge in _best(agreement, left, right)]
    return [match for group in _grouped(edges, stories, same) if (match := _told(stories, *group))]


_Edge = tuple[float, Given, Given]


def _best(agreement: _Agreement, mine: Sequence[Given], theirs: Sequence[Given]) -> list[_Edge]:
    """Pairs of two stories by score, each figure once."""
    left, right = _by_sort(_left_over(mine, theirs)), _by_sort(_left_over(theirs, mine))
    pairs = (pair for key in left.keys() & right.keys() for pair in product(left[key], right[key]))
    pairs = (pair for pair in pairs if not _is_rounded(pair[0].figure, pair[1].figure))
    scored = [(score, *pair) for pair in pairs if (score := agreement.of(*pair)) > 0]
    taken: set[FigureRef] = set()
    best = []
    for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1].ref, item[2].ref)):
        if one.ref not in taken and other.ref not in taken:
            taken |= {one.ref, other.ref}
            best.append((score, one, other))
    return best


def _by_sort(given: Sequence[Given]) -> dict[tuple[str, ...], list[Given]]:
    """Figures by what only equals of can be one thing."""
    found: dict[tuple[str, ...], list[Given]] = defaultdict(list)
    for one in given:
        figure = one.figure
        noun = stem(figure.counts) if figure.kind in ("count", "share") else "any"
        if noun:
            found[figure.kind, figure.unit, figure.per, noun].append(one)
    return {key: few[:MOST_COMPARED] for key, few in found.items()}


def _left_over(mine: Sequence[Given], theirs: Sequence[Given]) -> list[Given]:
    """Figures that can be compared and whose value the other story never gives."""
    values = {one.figure.value for one in theirs}
    return [one for one in mine if one.figure.value not in values and one.figure.kind != "date" and _is_told(one)]


def _is_rounded(mine: Figure, theirs: Figure) -> bool:
    """Whether two values agree but for rounding: 13.6 million and 13,625,777; more than 5,000 and 5,200."""
    coarse, fine = sorted((mine, theirs), key=lambda figure: _digits(figure.value))
    digits = _digits(coarse.value)
    if coarse.value <= 0 or fine.value <= 0 or digits == _digits(fine.value):
        return False
    step = 10.0 ** (floor(log10(coarse.value)) + 1 - digits)
    above = coarse.qualifier in _AT_LEAST and 0 <= fine.value - coarse.value < min(step, _ABOVE * coarse.value)
    return above or abs(fine.value - coarse.value) <= min(step / 2, _CLOSE * coarse.value)


def _digits(value: float) -> int:
    """Significant digits: 2 of 13,000 and of 1.3."""
    return len(f"{value:.6f}".replace(".", "").strip("0"))


class _Agreement:
    """How surely two figures of one sort speak of the same thing."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._shared: dict[tuple[tuple[str, int], tuple[str, int]], frozenset[str]] = {}

    def of(self, one: Given, other: Given) -> float:
        """A score; 0 where it cannot be told."""
        mine = one.figure
        if _are_far(one, other):
            return 0.0
        units = {stem(word) for word in f"{mine.unit} {mine.per} million thousand billion".split()}
        shared = self._common(one.place, other.place) - units
        rare = self._ground.shared(shared, shared)
        if mine.per and " " in mine.unit:
            return rare + 1.0
        least = _LEAST_TERMS - (self._ground.is_linked(one.place, other.place) and mine.unit not in TIMES)
        if len(shared) < least or rare < LEAST_SHARED:
            return 0.0
        return rare if len(_clause(one) & _clause(other) & shared) > 1 else 0.0

    def _common(self, a: tuple[str, int], b: tuple[str, int]) -> frozenset[str]:
        """What two sentences share apart from figures."""
        if (a, b) not in self._shared:
            both = self._ground.terms(*a) & self._ground.terms(*b)
            self._shared[a, b] = frozenset(term for term in both if not term[0].isdigit())
        return self._shared[a, b]


def _is_told(one: Given) -> bool:
    """Whether a figure is exact and large enough to be compared; deaths and injuries always are."""
    return one.figure.kind != "count" or one.figure.counts in HARM or one.is_exact


def _are_far(one: Given, other: Given) -> bool:
    """Whether values are so far apart that they are hardly the same thing; deaths and injuries never are."""
    low, high = sorted((one.figure.value, other.figure.value))
    if one.figure.kind == "money":
        exact = min(_digits(low), _digits(high)) >= _EXACT_DIGITS
        return high > _FAR * low or (exact and high > (1 + _CLOSE) * low)
    return one.figure.kind == "count" and one.figure.counts not in HARM and high > _FAR_COUNTS * low


def _clause(one: Given) -> frozenset[str]:
    """The content of the clause in which a figure stands."""
    text, span = one.story.passage.text, one.story.sentences[one.sentence].span
    first, last = max(span.start, one.figure.span.start - _CLAUSE), min(span.end, one.figure.span.end + _CLAUSE)
    start = max((match.end() for match in _BREAK.finditer(text, first, one.figure.span.start)), default=first)
    end = _BREAK.search(text, one.figure.span.end, last)
    words = one.story.words_in(Span(start, end.start() if end else last))
    return frozenset(term for word in words for term in terms(word.norm))


def _grouped(
    edges: Sequence[_Edge], stories: Sequence[Sequence[Given]], same: Sequence[FigureMatch]
) -> Iterator[tuple[float, list[Given]]]:
    """Pairs joined to one group a thing, where that gives each story one figure of it; else the pair alone."""
    alike = {ref: match.figures for match in same for ref in match.figures}
    by_ref = {one.ref: one for found in stories for one in found}
    groups: list[tuple[float, _Group]] = []
    for score, one, other in sorted(edges, key=lambda edge: (-edge[0], edge[1].figure.span, edge[2].figure.span)):
        more = [by_ref[ref] for mine in (one, other) for ref in alike.get(mine.ref, ())]
        fresh: _Group = {}
        for found in (*((0.0, given) for given in more), (score, one), (score, other)):
            _add(fresh, *found)
        home = next((group for _, group in groups if _fit(group, fresh)), None)
        if home is None:
            groups.append((score, fresh))
        else:
            for found in fresh.values():
                _add(home, *found)
    return ((score, [group[key][1] for key in sorted(group)]) for score, group in groups)


# The figure of each story, with how surely it speaks of the same thing as another.
_Group = dict[str, tuple[float, Given]]


def _add(group: _Group, score: float, one: Given) -> None:
    """The surest figure of a story stays; of equally sure ones the first."""
    before = group.get(one.story.passage.id)
    if before is None or (-score, one.number) < (-before[0], before[1].number):
        group[one.story.passage.id] = score, one


def _fit(group: _Group, fresh: _Group) -> bool:
    shared = group.keys() & fresh.keys()
    return bool(shared) and all(group[key][1].figure.value == fresh[key][1].figure.value for key in shared)


def _told(stories: Sequence[Sequence[Given]], score: float, group: Sequence[Given]) -> FigureMatch | None:
    """A group in a sentence; a story that gives several of the values stands for none of them."""
    values = {one.figure.value for one in group}
    here = {one.story.passage.id: one for one in group}
    given = {found[0].story.passage.id: _values(found, group[0].figure) & values for found in stories if found}
    by_value: dict[float, list[Given]] = defaultdict(list)
    for key, one in here.items():
        if len(given[key]) == 1:
            by_value[one.figure.value].append(one)
    if len(by_value) < 2:
        return None
    said = [
        f"{listed([letter(one.story) for one in ones])} give{'s' * (len(ones) == 1)}"
        f" {quoted(ones[0].story.text(ones[0].figure.span))}{sourced(ones)}"
        for ones in by_value.values()
    ]
    several = [letter(key) for key in here if len(given[key]) > 1]
    more = "both" if len(values) == 2 else "more than one of them"
    both = f" {listed(several)} give{'s' * (len(several) == 1)} {more}." if several else ""
    refs = tuple(one.ref for one in group)
    question = "Do they speak of the same thing? " + WHERE
    return FigureMatch("differs", refs, "; ".join(said) + "." + both, question, round(min(1.0, 0.7 + 0.05 * score), 3))


def _values(found: Sequence[Given], like: Figure) -> set[float]:
    """The values that a story gives of one sort of figure."""
    sort = (like.kind, like.unit, like.per)
    return {one.figure.value for one in found if (one.figure.kind, one.figure.unit, one.figure.per) == sort}
