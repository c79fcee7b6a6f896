"""The figures of a story in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from biasdiff.figuring.answering import Answering
from biasdiff.figuring.nouns import MONEY, Counted, counted, is_plural, unit_of
from biasdiff.figuring.numbers import FIRST_WORDS, Number, number_at
from biasdiff.model import Analysis, Figure, FigureKind, Sentence, Span
from biasdiff.naming.vocabulary import ROLES

_MONTHS = {
    month[:size]: month
    for month in ("january february march april may june july august september october november december".split())
    for size in (3, 4, len(month))
    if size == len(month) or month not in ("march", "june", "july")
}
_DATED = frozenset(
    "in since until by from before after during early late mid year spring summer autumn winter and between".split()
)
_CLOCK = frozenset("am pm a.m p.m noon midnight o'clock".split())
_QUALIFIERS = frozenset("over about around roughly some nearly almost approximately under below".split())
_PAIRED = frozenset(("more than", "less than", "fewer than", "up to", "at least", "an estimated", "at most"))
_TIME = re.compile(r"\d{1,2}[:.]\d\d")
_TIMED = frozenset("at from to until by before after of since".split())
_NUMBERED = frozenset("number no page pages paragraph paragraphs article section chapter route line room gate".split())
_AGED = frozenset("aged age i'm am turned".split())
_FIRST_YEAR, _LAST_YEAR = 1700, 2100
_SPOKEN_OF = (1930, 2040)
_YOUNGEST, _OLDEST = 10, 110
_ONE = frozenset(("a", "an", "the", "one", "another"))
_PERSONS = ROLES | frozenset("man woman boy girl person widow widower pensioner retiree youth teenager lad".split())
# A bare number takes the noun of one that stands at most so many words before it.
_NEAR = 5
_MOST_TIMES = 1000
_LEAST_SUM = 10_000
_COSTS = frozenset("cost costs price paid pay pays worth save saves saved saving budget grant fund funds bill".split())
# What `Number.unit` may be beside the units of measure.
_READ_UNITS = frozenset(("percent", "am", "pm", "clock"))
_STARTS = frozenset("0123456789$£€¥₹")


def figures(story: Analysis) -> tuple[Figure, ...]:
    """The numbers that a story gives, in words or digits, in order, with what they count and who answers for them.

    Ages, scores and numbers in names are left out, and so is a second number that only converts the
    first: “600 miles (965 km)”. A bare number takes noun and unit from the one before it in its
    sentence: “31 jobs out of 74”; bare millions are money in a story with one currency that says cost.
    The value of a time is in minutes since midnight. Linear in the text.
    """
    answering = Answering(story)
    found: list[Figure] = []
    for sentence in story.told:
        if starts := [at for at, norm in enumerate(sentence.norms) if norm in FIRST_WORDS or norm[0] in _STARTS]:
            found += _inherited(story, _figures(story, sentence, starts, answering))
    currencies = {figure.unit for figure in found if figure.kind == "money"}
    if len(currencies) != 1:
        return tuple(found)
    (currency,) = currencies
    return tuple([_paid(story, figure, currency) for figure in found])


def _paid(story: Analysis, figure: Figure, currency: str) -> Figure:
    """“repairs would cost 2.4 million”."""
    if figure.kind != "count" or figure.counts or figure.value < _LEAST_SUM:
        return figure
    sentence = story.sentence_at(figure.span.start)
    costs = sentence and not _COSTS.isdisjoint(sentence.norms)
    return figure._replace(kind="money", unit=currency) if costs else figure


def _inherited(story: Analysis, found: Iterator[Figure]) -> Iterator[Figure]:
    before: Figure | None = None
    for figure in found:
        bare = figure.kind == "count" and not figure.counts and not figure.per
        if (
            bare
            and before
            and figure.value < _MOST_TIMES * before.value
            and len(story.passage.text[before.span.end : figure.span.start].split()) <= _NEAR
        ):
            figure = figure._replace(kind=before.kind, unit=before.unit, counts=before.counts, per=before.per)
        yield figure
        before = figure if figure.kind not in ("date", "time") else before


def _figures(story: Analysis, sentence: Sentence, starts: list[int], answering: Answering) -> Iterator[Figure]:
    """The figures of a sentence; `starts` are the words that may begin a number."""
    reader = _Reader(story.passage.text, sentence)
    behind = aged = 0
    for at in starts:
        number = number_at(reader.norms, at) if at >= behind else None
        if number is None or reader.is_no_figure(number) or (aged and number.first == aged + 1):
            aged = number.stop if number else 0
            continue
        qualifier = reader.qualifier(number.first)
        number, kind, first, stop, found = reader.read(number, qualifier)
        begin = sentence.words[first].start
        if kind in ("measure", "money") and reader.text.endswith("(", 0, begin):
            continue
        behind = stop
        start = sentence.words[number.first].start
        source, answered = answering.source(sentence, start)
        span, value = Span(begin, sentence.words[stop - 1].end), round(number.value, 6)
        voice = story.voice(start)
        yield Figure(span, kind, value, found.unit, found.per, found.noun, qualifier, source, answered, voice)


class _Reader:
    """The numbers of one sentence."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.words = sentence.words
        self.norms = sentence.norms

    def bound(self, at: int) -> bool:
        """Whether a word follows the one before it with nothing but space between."""
        if not 0 < at < len(self.words):
            return False
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return gap == " " or not gap.strip()

    def norm(self, at: int) -> str:
        """The word at a place; "" outside the sentence."""
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def read(self, number: Number, qualifier: str) -> tuple[Number, FigureKind, int, int, Counted]:
        """A number, the kind of figure it is, its first word and the one behind it, and what it counts."""
        before, behind = self.norm(number.first - 1), self.norm(number.stop)
        date = self._date(number, before, behind)
        if date:
            return number, *date
        found = counted(self.norms, self.bound, number.stop, unit_of(number.unit, number.sign))
        if self._is_time(number, found, before, behind):
            stop = number.stop + (behind in _CLOCK)
            return self._clocked(number), "time", number.first, stop, Counted("", "", "", stop)
        first = number.first - len(qualifier.split())
        if not found.noun and not found.unit:
            noun = self._noun_before(first)
            if noun:
                found = replace(found, noun=noun)
            elif behind == "of":
                found = self._of_more(number, found)
        return number, self._kind(number, found), first, max(number.stop, found.stop), found

    def _of_more(self, number: Number, found: Counted) -> Counted:
        """“23 of the 310 duties”, “2 million of the 5.8 million crowns”: both count the same."""
        for at in range(number.stop + 1, min(number.stop + _NEAR, len(self.norms))):
            inner = number_at(self.norms, at)
            if inner:
                whole = counted(self.norms, self.bound, inner.stop, unit_of(inner.unit, inner.sign))
                return replace(whole, stop=number.stop)
        return found

    def _kind(self, number: Number, found: Counted) -> FigureKind:
        if found.unit in MONEY or number.sign:
            return "money"
        if found.unit == "percent":
            return "share"
        return "measure" if found.unit else "count"

    def _date(self, number: Number, before: str, behind: str) -> tuple[FigureKind, int, int, Counted] | None:
        """“3 September”, “November 11”, “in 2019”; the month, or “year”, stands as the unit."""
        after, month = behind in _MONTHS, _MONTHS.get(behind) or _MONTHS.get(before)
        if month and number.value < _LAST_YEAR:
            first, stop = (number.first, number.stop + 1) if after else (number.first - 1, number.stop)
            return "date", first, stop, Counted(month, "", "", stop)
        if not self._is_year(number):
            return None
        return "date", number.first, number.stop, Counted("year", "", "", number.stop)

    def _is_year(self, number: Number) -> bool:
        if not _FIRST_YEAR <= number.value <= _LAST_YEAR:
            return False
        word = self.words[number.first]
        printed = self.text[word.start : word.end]
        if not (printed.isdigit() and len(printed) == 4):
            return False
        following = self.norm(number.stop) if self.bound(number.stop) else ""
        deaths = following == "to" and self.norm(number.stop + 1) == "their"
        counts = deaths or (is_plural(following) and number.value % 100 == 0)
        return self.norm(number.first - 1) in _DATED or not (counts or self._counts_now(number, following))

    def _counts_now(self, number: Number, following: str) -> bool:
        """“2014 homes” is a count; “2020 candidates” and “1998 floods” are of a year that people speak of."""
        return is_plural(following) and not _SPOKEN_OF[0] <= number.value <= _SPOKEN_OF[1]

    def _is_time(self, number: Number, found: Counted, before: str, behind: str) -> bool:
        if number.unit in ("am", "pm", "clock") or behind in _CLOCK:
            return True
        hour = before == "at" and number.value <= 12 and not found.noun and not found.unit
        word = self.words[number.first]
        return hour or (before in _TIMED and bool(_TIME.fullmatch(self.text, word.start, word.end)))

    def _clocked(self, number: Number) -> Number:
        """A time in minutes since midnight: 21:50, 9:50 p.m., 8.30, 4am."""
        minutes = number.value
        if number.unit != "clock":
            hours = int(number.value)
            minutes = 60 * hours + round(100 * (number.value - hours))
        late = number.unit == "pm" or self.norm(number.stop) in ("pm", "p.m")
        return replace(number, value=minutes + 720 if late and minutes < 720 else minutes)

    def _noun_before(self, first: int) -> str:
        """“puts the cancelled bookings at about 12,500”."""
        noun = self.norm(first - 2)
        return noun if self.norm(first - 1) in ("at", "to") and self.bound(first - 1) and is_plural(noun) else ""

    def qualifier(self, first: int) -> str:
        """The words that hedge or push a figure: over 738,000, at least two."""
        before = self.norm(first - 1)
        if before in _QUALIFIERS:
            return before
        pair = f"{self.norm(first - 2)} {before}"
        return pair if pair in _PAIRED else ""

    def is_no_figure(self, number: Number) -> bool:
        """Ages, numbers that are part of a name (number 7 bus, page 14, Boeing 737), and digits with letters."""
        before = self.norm(number.first - 1)
        if before in _NUMBERED or before in _AGED or (before == "of" and self._is_age_of(number)):
            return True
        if number.unit and number.unit not in _READ_UNITS and not unit_of(number.unit, ""):
            return True
        start = self.words[number.first].start
        return self.text[start].isdigit() and (self._is_age(number, start) or self._is_named(number))

    def _is_age(self, number: Number, start: int) -> bool:
        """“Ana Lund, 52, said”"""
        end = self.words[number.stop - 1].end
        set_off = self.text.endswith(", ", 0, start) and self.text[end : end + 1] in ",.;"
        return set_off and number.value < _OLDEST

    def _is_age_of(self, number: Number) -> bool:
        """“an engineer of 52”, “a woman of eighty”: nobody is counted, as “a crew of 52” is."""
        of_somebody = self.norm(number.first - 2) in _PERSONS
        if not of_somebody or not _YOUNGEST <= number.value < _OLDEST or number.unit:
            return False
        begin = max(0, number.first - _NEAR)
        counts = counted(self.norms, self.bound, number.stop, "")
        return not _ONE.isdisjoint(self.norms[begin : number.first]) and not (counts.noun or counts.unit)

    def _is_named(self, number: Number) -> bool:
        if number.first < 2 or not self.bound(number.first):
            return False
        before = self.words[number.first - 1]
        return self.text[before.start].isupper() and before.norm not in _MONTHS
