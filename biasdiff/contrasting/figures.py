"""Figures across stories: the same one, one counted as something else, different ones for the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from biasdiff.aligning.terms import stem, terms
from biasdiff.contrasting.ground import Ground, letter, listed, quoted
from biasdiff.model import Analysis, Figure, FigureMatch, FigureRef, Span

# A small round number is in many sentences; only larger ones are the same by their value alone.
_TELLING = 12
_LEAST_SHARED = 1.6
# So many figures of one value, or of one sort, are compared with those of another story: tables have thousands.
_MOST_COMPARED = 40
# What belongs to the clause of a figure stands within so many characters.
_CLAUSE = 400
_LEAST_TERMS = 3
# Words for what is counted that are easily taken for each other: the people, the harm, the jobs of a story.
_FIELDS = tuple(
    frozenset(words.split())
    for words in (
        "people passengers travellers travelers customers bookings tickets reservations journeys seats trips families",
        "dead deaths killed casualties injured wounded victims losses fatalities injuries treated hurt",
        "jobs posts positions roles workers staff employees equivalents redundancies layoffs",
        "homes households families properties houses buildings people residents",
        "votes voters ballots people",
        "protesters demonstrators marchers people supporters signatures",
        "migrants refugees arrivals crossings people",
        "cases infections patients tests people",
        "crimes offences arrests incidents reports suspects",
        "pupils students children schools",
    )
)
_VAGUE = frozenset("hundreds thousands millions billions dozens scores".split())
# Times that pass: too common to be the same thing for one word more.
_SPANS = frozenset("minutes hours days weeks months years seconds decades".split())
_BREAK = re.compile(r"[,;:] |[“”\"()—–]")
_PEOPLE = frozenset("people person men women residents passengers".split())

WHERE = "Where could you check it, and what exactly does it count?"


class _Given(NamedTuple):
    """A figure where it stands."""

    story: Analysis
    number: int
    figure: Figure
    sentence: int

    @property
    def ref(self) -> FigureRef:
        return FigureRef(self.story.passage.id, self.number)


def match_figures(ground: Ground) -> tuple[FigureMatch, ...]:
    """Figures that several stories give, and figures that differ where linked sentences speak of the same thing."""
    given = [_given(story) for story in ground.stories]
    shared = list(_shared(ground, given))
    differing = [
        match
        for left, right in combinations(given, 2)
        for match in _differing(ground, _left_over(left, right), _left_over(right, left))
    ]
    counted = [match for left, right in combinations(given, 2) for match in _things(left, right)]
    return tuple(sorted((*shared, *differing, *counted), key=lambda match: (-match.weight, match.figures)))


def _given(story: Analysis) -> list[_Given]:
    found = []
    for number, figure in enumerate(story.figures):
        sentence = story.sentence_at(figure.span.end - 1)
        if sentence:
            found.append(_Given(story, number, figure, sentence.index))
    return found


def _key(figure: Figure) -> tuple[str, float, str, str]:
    return ("measure" if figure.kind == "count" and figure.unit else figure.kind, figure.value, figure.unit, figure.per)


def _shared(ground: Ground, given: Sequence[Sequence[_Given]]) -> Iterator[FigureMatch]:
    """Values that several stories give; a small number only where the noun is the same or the sentences are linked."""
    by_value: dict[tuple[str, float], list[_Given]] = defaultdict(list)
    for story in given:
        for one in story:
            by_value[_sort(one.figure), one.figure.value].append(one)
    for found in by_value.values():
        if len({one.story.passage.id for one in found}) > 1:
            yield from _matched(ground, _few(found))


def _few(found: Sequence[_Given]) -> list[_Given]:
    """The first figures of each story: all are compared with all."""
    seen: Counter[str] = Counter()
    few = []
    for one in found:
        seen[one.story.passage.id] += 1
        if seen[one.story.passage.id] <= _MOST_COMPARED:
            few.append(one)
    return few


def _sort(figure: Figure) -> str:
    return figure.unit if figure.kind in ("date", "money", "measure", "share") else figure.kind


def _matched(ground: Ground, found: Sequence[_Given]) -> Iterator[FigureMatch]:
    groups: list[list[_Given]] = []
    for one in found:
        home = next((group for group in groups if any(_same(ground, one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    for group in groups:
        if len({one.story.passage.id for one in group}) > 1:
            yield _told(group)


def _same(ground: Ground, one: _Given, other: _Given) -> bool:
    """Whether two equal values are one figure: told by size, by noun, or by the sentences they stand in."""
    if one.story is other.story:
        return stem(one.figure.counts) == stem(other.figure.counts)
    if one.figure.per and other.figure.per and one.figure.per != other.figure.per:
        return False
    if one.figure.kind in ("date", "time"):
        return True
    same_noun = bool(one.figure.counts) and stem(one.figure.counts) == stem(other.figure.counts)
    linked = ground.is_linked((one.story.passage.id, one.sentence), (other.story.passage.id, other.sentence))
    open_noun = not (one.figure.counts and other.figure.counts)
    if one.figure.value <= _TELLING:
        return linked and (same_noun or open_noun)
    return same_noun or linked or open_noun or _near(ground, one, other) >= _LEAST_SHARED


def _near(ground: Ground, one: _Given, other: _Given) -> float:
    """How much the sentences of two figures share, apart from the figures."""
    mine = ground.terms(one.story.passage.id, one.sentence)
    theirs = ground.terms(other.story.passage.id, other.sentence)
    plain = frozenset(term for term in mine & theirs if not term[0].isdigit())
    return ground.shared(plain, plain) if len(plain) >= 2 else 0.0


def _counts(one: _Given) -> str:
    """What a figure counts as its story says it: “full-time equivalents”, or the noun alone where it stands apart."""
    printed = one.story.text(one.figure.span).lower().split()
    behind = [word for word in printed if word[0].isalpha() and word not in _NOT_COUNTED]
    return " ".join(behind) if behind and behind[-1].rstrip(".,") == one.figure.counts else one.figure.counts


_NOT_COUNTED = frozenset("of the those these more than at least about around over some nearly were was".split())


def _told(group: Sequence[_Given]) -> FigureMatch:
    """A shared figure; where the stories count different things by it, that is said."""
    refs = tuple(one.ref for one in group)
    nouns = {one.story.passage.id: one for one in group if one.figure.counts}
    different = {stem(one.figure.counts): one.figure.counts for one in nouns.values()}
    value = group[0].figure
    plain = len(nouns) < 2 or len(different) < 2 or value.kind != "count" or not _PEOPLE.isdisjoint(different.values())
    if plain or value.value <= _TELLING:
        return FigureMatch("same", refs)
    says: dict[str, list[str]] = defaultdict(list)
    for one in nouns.values():
        says[_counts(one)].append(letter(one.story))
    text = f"The number {value.value:,.0f} counts {listed([f'{noun} in {listed(who)}' for noun, who in says.items()])}."
    return FigureMatch("counted", refs, text, "Do these words mean the same? Where could you check?", 0.6)


def _left_over(mine: Sequence[_Given], theirs: Sequence[_Given]) -> list[_Given]:
    """Figures whose value the other story never gives."""
    values = {one.figure.value for one in theirs}
    return [one for one in mine if one.figure.value not in values and one.figure.kind != "date"]


def _differing(ground: Ground, mine: Sequence[_Given], theirs: Sequence[_Given]) -> Iterator[FigureMatch]:
    """Different values of one sort in sentences about the same thing, each the other's best counterpart."""
    agreement = _Agreement(ground)
    pairs = (pair for key, here in _by_sort(mine).items() for pair in product(here, _by_sort(theirs).get(key, ())))
    best = _best_pairs([(score, *pair) for pair in pairs if (score := agreement.of(*pair)) > 0])
    for score, one, other in best:
        a, b = letter(one.story), letter(other.story)
        text = (
            f"{a} gives {quoted(one.story.text(one.figure.span))}{_by(one.figure)};"
            f" {b} gives {quoted(other.story.text(other.figure.span))}{_by(other.figure)}."
        )
        weight = min(1.0, 0.7 + 0.05 * score)
        yield FigureMatch("differs", (one.ref, other.ref), text, "Do both speak of the same thing? " + WHERE, weight)


def _by(figure: Figure) -> str:
    if figure.sourced == "sentence":
        source = figure.source.removeprefix("The ")
        return f" (from {'the ' * (source != figure.source)}{source})"
    return "" if figure.sourced == "beside" else " (no source beside it)"


def _by_sort(given: Sequence[_Given]) -> dict[tuple[str, ...], list[_Given]]:
    """Figures that are exact and large enough to be compared, by what only equals of can be one thing."""
    found: dict[tuple[str, ...], list[_Given]] = defaultdict(list)
    for one in given:
        figure = one.figure
        noun = stem(figure.counts) if figure.kind in ("count", "share") else "any"
        if noun and _is_told(one):
            found[figure.kind, figure.unit, figure.per, noun].append(one)
    return {key: few[:_MOST_COMPARED] for key, few in found.items()}


class _Agreement:
    """How surely two figures of one sort speak of the same thing."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._shared: dict[tuple[tuple[str, int], tuple[str, int]], frozenset[str]] = {}

    def of(self, one: _Given, other: _Given) -> float:
        """A score; 0 where it cannot be told."""
        mine, theirs = one.figure, other.figure
        if mine.kind == "money" and _are_far(mine.value, theirs.value):
            return 0.0
        a, b = (one.story.passage.id, one.sentence), (other.story.passage.id, other.sentence)
        shared = self._common(a, b) - {
            stem(word) for word in f"{mine.unit} {mine.per} million thousand billion".split()
        }
        rare = self._ground.shared(shared, shared)
        if mine.per and " " in mine.unit:
            return rare + 1.0
        least = _LEAST_TERMS - (self._ground.is_linked(a, b) and mine.unit not in _SPANS)
        if len(shared) < least or rare < _LEAST_SHARED:
            return 0.0
        return rare if len(_clause(one) & _clause(other) & shared) > 1 else 0.0

    def _common(self, a: tuple[str, int], b: tuple[str, int]) -> frozenset[str]:
        """What two sentences share apart from figures."""
        if (a, b) not in self._shared:
            both = self._ground.terms(*a) & self._ground.terms(*b)
            self._shared[a, b] = frozenset(term for term in both if not term[0].isdigit())
        return self._shared[a, b]


def _is_told(one: _Given) -> bool:
    """Whether a figure is exact and large enough to be compared; deaths and injuries always are."""
    return one.figure.kind != "count" or one.figure.counts in _FIELDS[1] or _is_exact(one)


def _are_far(one: float, other: float) -> bool:
    """Whether one sum is more than twice the other: then they are hardly the same thing."""
    return max(one, other) > 2 * min(one, other)


def _clause(one: _Given) -> frozenset[str]:
    """The content of the clause in which a figure stands."""
    text, span = one.story.passage.text, one.story.sentences[one.sentence].span
    first, last = max(span.start, one.figure.span.start - _CLAUSE), min(span.end, one.figure.span.end + _CLAUSE)
    start = max((match.end() for match in _BREAK.finditer(text, first, one.figure.span.start)), default=first)
    end = _BREAK.search(text, one.figure.span.end, last)
    words = one.story.words_in(Span(start, end.start() if end else last))
    return frozenset(term for word in words for term in terms(word.norm))


def _best_pairs(scored: Sequence[tuple[float, _Given, _Given]]) -> list[tuple[float, _Given, _Given]]:
    """Pairs by score, each figure once."""
    taken: set[FigureRef] = set()
    best = []
    for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1].ref, item[2].ref)):
        if one.ref not in taken and other.ref not in taken:
            taken |= {one.ref, other.ref}
            best.append((score, one, other))
    return best


def _things(mine: Sequence[_Given], theirs: Sequence[_Given]) -> Iterator[FigureMatch]:
    """The largest number of a field in each story, counted as different things: people stranded, bookings cancelled."""
    values = [{one.figure.value for one in given} for given in (mine, theirs)]
    for field in _FIELDS:
        left, right = (_largest(given, field) for given in (mine, theirs))
        if left is None or right is None or stem(left.figure.counts) == stem(right.figure.counts):
            continue
        if left.figure.value not in values[1] and right.figure.value not in values[0]:
            yield _counted_apart(left, right)


def _largest(given: Sequence[_Given], field: frozenset[str]) -> _Given | None:
    fitting = [one for one in given if one.figure.counts in field and one.figure.kind == "count" and _is_exact(one)]
    return max(fitting, key=lambda one: (one.figure.value, -one.number), default=None)


def _is_exact(one: _Given) -> bool:
    """A number above a dozen that is given in figures or in full, not as “hundreds”."""
    printed = one.story.text(one.figure.span).lower()
    return one.figure.value > _TELLING and not any(word in printed.split() for word in _VAGUE)


def _counted_apart(one: _Given, other: _Given) -> FigureMatch:
    says = [_counts_so(given) for given in (one, other)]
    question = "Can the two be compared? " + WHERE
    return FigureMatch("things", (one.ref, other.ref), f"{says[0]}. {says[1]}.", question, 0.75)


def _counts_so(given: _Given) -> str:
    printed = quoted(given.story.text(given.figure.span))
    return f"{letter(given.story)} counts {given.figure.counts}: {printed}{_by(given.figure)}"
