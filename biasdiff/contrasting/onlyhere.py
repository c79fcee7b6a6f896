"""What one story has and others have not: names, figures, quotations, sentences. Told both ways, without blame."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.figures_given import MOST_COMPARED, TELLING, TIMES
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import one_line
from biasdiff.model import (
    Analysis,
    Figure,
    FigureMatch,
    OnlyHere,
    Paraphrase,
    Quotation,
    SharedName,
    Span,
)
from biasdiff.segmenting import words

# A quotation shorter than this is a term, a title or a fragment.
_LEAST_QUOTED = 5
_LEAST_WORDS = 6
_LEAST_COUNT = 3


def only_here(
    ground: Ground,
    names: Sequence[SharedName],
    figures: Sequence[FigureMatch],
    quotations: Mapping[str, Sequence[int]],
    paraphrases: Sequence[Paraphrase],
) -> tuple[OnlyHere, ...]:
    """What stands in one story alone, story by story, the weightiest first. `quotations` are those without a match.

    "Alone" means that no match was found, and that the words themselves, or the value, stand nowhere
    else; the rules can miss one. Figures are left out where they are dates, times or small numbers;
    sentences where something of them is surely linked. Of one with doubtful links alone, those are told.
    """
    others = {key: tuple(other for other in ground.by_id if other != key) for key in ground.by_id}
    found: list[OnlyHere] = []
    for story in ground.stories:
        absent = others[story.passage.id]
        here = [
            *_names(ground, story, names, absent),
            *_figures(ground, story, figures, absent),
            *_quotations(ground, story, quotations[story.passage.id], paraphrases, absent),
        ]
        spans = [span for one in here for span in one.spans]
        here += _sentences(ground, story, spans, absent)
        found += sorted(here, key=lambda one: (-one.weight, one.spans))
    return tuple(found)


def _names(ground: Ground, story: Analysis, names: Sequence[SharedName], absent: tuple[str, ...]) -> Iterator[OnlyHere]:
    outlet, here = story.passage.outlet.lower().removeprefix("the "), {story.passage.id}
    for name in names:
        if {mention.passage for mention in name.mentions} == here and name.name.lower() not in outlet:
            printed = tuple(word.norm for word in words(name.name))
            if any(ground.has(other, printed) for other in absent):
                continue
            spans = tuple([Span(mention.start, mention.end) for mention in name.mentions])
            weight = {"person": 0.5, "organisation": 0.4, "place": 0.3, "other": 0.2}[name.kind]
            yield OnlyHere(
                story.passage.id, "name", name.name, spans, absent, min(0.9, weight + 0.08 * (len(spans) - 1))
            )


def _figures(
    ground: Ground, story: Analysis, matches: Sequence[FigureMatch], absent: tuple[str, ...]
) -> Iterator[OnlyHere]:
    """Figures in no match whose value no other story gives of that thing, in a linked sentence or, if large, at all."""
    key = story.passage.id
    values = {story.figures[ref.figure].value for match in matches for ref in match.figures if ref.passage == key}
    elsewhere: defaultdict[float, list[tuple[Analysis, Figure]]] = defaultdict(list)
    for other in ground.stories:
        for figure in other.figures if other is not story else ():
            elsewhere[figure.value].append((other, figure))
    for figure in story.figures:
        value, sort = figure.value, figure.kind
        if value in values or sort in ("date", "time") or (sort == "count" and value <= _LEAST_COUNT):
            continue
        equal = elsewhere.get(value)
        if equal and any(_may_be_one(ground, (story, figure), other) for other in equal[:MOST_COMPARED]):
            continue
        printed = _plain(story, figure.span)
        yield OnlyHere(key, "figure", printed, (figure.span,), absent, _weight(figure, printed))


def _may_be_one(ground: Ground, here: tuple[Analysis, Figure], there: tuple[Analysis, Figure]) -> bool:
    """Whether two equal values may be of one thing, which another story may give another word."""
    one, other = here[1], there[1]
    mine, theirs = _thing(one), _thing(other)
    if not mine or not theirs or mine == theirs or (one.kind == other.kind == "count" and one.value > TELLING):
        return True
    return one.unit == other.unit and ground.is_linked(_place(*here), _place(*there))


def _place(story: Analysis, figure: Figure) -> tuple[str, int]:
    sentence = story.sentence_at(figure.span.end - 1)
    return story.passage.id, sentence.index if sentence else -1


def _thing(figure: Figure) -> str:
    """What a figure counts or is measured in; "" where its sentence leaves that open."""
    return figure.unit or stem(figure.counts)


def _weight(figure: Figure, printed: str) -> float:
    """Large exact numbers that nobody answers for weigh most; times, small numbers and “hundreds” least."""
    if figure.value <= TELLING or figure.unit in TIMES or not any(map(str.isdigit, printed)):
        return 0.3
    return round(0.45 + 0.1 * (figure.sourced == "none") + 0.1 * (figure.kind == "count" and figure.value >= 100), 3)


def _quotations(
    ground: Ground,
    story: Analysis,
    unmatched: Sequence[int],
    paraphrases: Sequence[Paraphrase],
    absent: tuple[str, ...],
) -> Iterator[OnlyHere]:
    key = story.passage.id
    told = {one.quotation for one in paraphrases if one.passages[0] == key}
    for number in unmatched:
        quotation = story.quotations[number]
        if number in told or not quotation.speaker:
            continue
        words = spoken(story, quotation)
        if len(words) < _LEAST_QUOTED or any(ground.has(other, words) for other in absent):
            continue
        text = " … ".join(_plain(story, part) for part in quotation.parts)
        yield OnlyHere(key, "quotation", text, quotation.parts, absent, min(0.9, 0.5 + 0.01 * len(words)))


def spoken(story: Analysis, quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation as they are compared."""
    return tuple([word.norm for part in quotation.parts for word in story.words_in(part)])


def _sentences(ground: Ground, story: Analysis, spans: Sequence[Span], absent: tuple[str, ...]) -> Iterator[OnlyHere]:
    key, text, starts = story.passage.id, story.passage.text, sorted([span.start for span in spans])
    for sentence in story.sentences:
        if sentence.role != "body" or len(sentence.words) < _LEAST_WORDS:
            continue
        found = ground.linked(key, sentence.index)
        if found and True in [ground.links[number].sure for _, _, number in found]:
            continue
        span = sentence.span
        start, end = span
        weight = min(0.8, 0.2 + 0.15 * (bisect_left(starts, end) - bisect_left(starts, start)))
        perhaps = _likeliest(ground, found) if found else ()
        yield OnlyHere(key, "sentence", one_line(text[start:end]), (span,), absent, weight, perhaps)


def _likeliest(ground: Ground, found: Sequence[tuple[str, int, int]]) -> tuple[tuple[str, int], ...]:
    """The likeliest sentence of each story among linked ones."""
    best = {key: (key, at) for key, at, n in sorted(found, key=lambda one: (ground.links[one[2]].score, -one[1]))}
    return tuple(sorted(best.values()))


def _plain(story: Analysis, span: Span) -> str:
    return one_line(story.text(span))
