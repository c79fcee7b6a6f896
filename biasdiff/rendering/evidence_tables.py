"""Tables of what differs between stories: statements, figures, words, targets, what one has alone, good practice."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.model import Comparison, FigureRef, Place, Point, Span
from biasdiff.numbering import Ref
from biasdiff.teaching.evidence import ref_of, story_of, words_of

Row = tuple[object, ...]

POINTS = "kind told question weight story sentence start end words"
KEY_WORDS = "thing told question weight story sentence start end words"
FIGURES = "story sentence start end words kind value unit per counts qualifier source sourced voice match relation told"
TARGETS = "target story outlet direction marks strong_marks per_100_words"
ONLY = "story outlet kind not_found_in perhaps_in weight sentence start end words"
PRACTICES = "story outlet kind told sentence start end words"
UNITS = "unit story sentence start end words"


def points(result: Comparison) -> Iterator[Row]:
    """A row for every place of what pulls apart, of headlines, of names and of the order."""
    headlines = (point for one in result.headlines for point in one.points)
    for point in (*result.tensions, *headlines, *result.name_points, *result.placements):
        yield from _point(result, point)


def _point(result: Comparison, point: Point) -> Iterator[Row]:
    return ((point.kind, point.text, point.question, point.weight, *_at(result, place)) for place in point.places)


def _at(result: Comparison, place: Place) -> Row:
    story, span = story_of(result, place.passage), Span(place.start, place.end)
    return (place.passage, str(ref_of(story, span)), *span, words_of(story, span))


def key_words(result: Comparison) -> Iterator[Row]:
    """A row for what each story calls one thing."""
    for found in result.key_words:
        for label in found.words:
            for span in label.places:
                where = _at(result, Place(label.passage, *span))
                yield (found.thing, found.text, found.question, found.weight, *where)


def figures(result: Comparison) -> Iterator[Row]:
    """A row for every figure, with the match it stands in."""
    matched = {ref: (number, match) for number, match in enumerate(result.figure_matches, 1) for ref in match.figures}
    for story in result.analyses:
        for number, one in enumerate(story.figures):
            found = matched.get(FigureRef(story.passage.id, number))
            match = (found[0], found[1].relation, found[1].text) if found else ("", "", "")
            counted = (one.kind, one.value, one.unit, one.per, one.counts, one.qualifier)
            answered = (one.source, one.sourced, one.voice)
            yield (*_at(result, Place(story.passage.id, *one.span)), *counted, *answered, *match)


def targets(result: Comparison) -> Iterator[Row]:
    """A row for whom a story praises or blames in its own words."""
    for one in result.targets:
        outlet = story_of(result, one.passage).passage.outlet
        rate = "" if one.rate is None else one.rate
        yield (one.target, one.passage, outlet, one.direction, one.findings, one.strong, rate)


def only_here(result: Comparison) -> Iterator[Row]:
    """A row for every place of what one story has and for which no match was found in others."""
    for one in result.only_here:
        outlet = story_of(result, one.passage).passage.outlet
        perhaps = " ".join(str(Ref(*place)) for place in one.perhaps)
        for span in one.spans:
            at = _at(result, Place(one.passage, *span))[1:]
            yield (one.passage, outlet, one.kind, " ".join(one.absent), perhaps, one.weight, *at)


def practices(result: Comparison) -> Iterator[Row]:
    """A row for every place of something that a story does well."""
    for one in result.practices:
        outlet = story_of(result, one.passage).passage.outlet
        for span in one.places:
            yield (one.passage, outlet, one.kind, one.text, *_at(result, Place(one.passage, *span))[1:])


def units(result: Comparison) -> Iterator[Row]:
    """A row for every sentence of what several stories tell in common."""
    for unit in result.units:
        for key, indices in unit.sentences:
            story = story_of(result, key)
            for index in indices:
                span = story.sentences[index].span
                yield (unit.id, key, str(Ref(key, index)), *span, words_of(story, span))
