"""Headlines beside each other, and sentences that pull apart."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.model import Comparison, Place, Point
from biasdiff.rendering.report.anchors import Guide, Spot
from biasdiff.rendering.report.points import Asked, asked


class Headed(NamedTuple):
    """A headline, and what in it the text of its story does not bear out."""

    story: str
    text: str
    spot: Spot
    points: tuple[Asked, ...]


class Quoted(NamedTuple):
    """Sentences of one story, as printed."""

    story: str
    lines: tuple[tuple[Spot, str], ...]


class Tension(NamedTuple):
    """Sentences that pull apart, with what to ask."""

    left: Quoted
    right: Quoted
    question: str


def headed(result: Comparison, guide: Guide) -> tuple[Headed, ...]:
    """The headlines in the order of the stories."""
    return tuple(
        Headed(
            one.passage,
            guide.text(one.passage, one.span),
            guide.spot(one.passage, one.span),
            asked(one.points, guide),
        )
        for one in result.headlines
    )


def tensions(result: Comparison, guide: Guide) -> tuple[Tension, ...]:
    """Tensions with their sentences side by side."""
    return tuple(_tension(point, guide) for point in result.tensions)


def _tension(point: Point, guide: Guide) -> Tension:
    # Behind the two that clash stands what the second one points back to.
    first, *others = point.places
    return Tension(_quoted((first,), guide), _quoted(tuple(sorted(others)), guide), point.question)


def _quoted(places: tuple[Place, ...], guide: Guide) -> Quoted:
    story = guide.stories[places[0].passage]
    sentences = dict.fromkeys(story.sentence_at(place.start) for place in places)
    lines = (
        (guide.sentence(places[0].passage, one.index), guide.text(places[0].passage, one.span))
        for one in sentences
        if one
    )
    return Quoted(places[0].passage, tuple(lines))
