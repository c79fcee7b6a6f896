"""What one story alone has, and what each story does well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.contrasting.phrasing import listed
from biasdiff.model import Comparison, OnlyHere
from biasdiff.rendering.report.anchors import Guide, Spot, Spots

# So many passages are shown at once; the others open on a click.
FIRST = 5


class Here(NamedTuple):
    """A passage, a name or a figure that one story has; perhaps: what a doubtful link joins it to."""

    text: str
    spot: Spot
    kind: str
    perhaps: tuple[Spot, ...] = ()


class Only(NamedTuple):
    """What one story has and the others have not, the weightiest first. `passages` are sentences and quotations."""

    story: str
    absent: str
    passages: tuple[Here, ...]
    rest: tuple[Here, ...]
    names: tuple[Here, ...]
    figures: tuple[Here, ...]


class Well(NamedTuple):
    """Something that a story does well."""

    text: str
    spots: Spots


class Strengths(NamedTuple):
    """What a story does well, as far as rules can see it."""

    story: str
    practices: tuple[Well, ...]


def only(result: Comparison, guide: Guide) -> tuple[Only, ...]:
    """What each story alone has; none of a story that has nothing."""
    found = {key: [one for one in result.only_here if one.passage == key] for key in guide.ids}
    return tuple(_only(guide, key, here) for key, here in found.items() if here)


def _only(guide: Guide, key: str, here: Sequence[OnlyHere]) -> Only:
    passages = tuple(_passages(guide, here))
    return Only(
        key,
        listed([other.upper() for other in here[0].absent], "or"),
        passages[:FIRST],
        passages[FIRST:],
        tuple(_here(guide, one) for one in here if one.kind == "name"),
        tuple(_here(guide, one) for one in here if one.kind == "figure"),
    )


def _passages(guide: Guide, here: Sequence[OnlyHere]) -> Iterator[Here]:
    """Sentences, and quotations whose sentence is linked; one inside a sentence that is shown says nothing more."""
    shown = {_here(guide, one).spot for one in here if one.kind == "sentence"}
    for one in (_here(guide, one) for one in here if one.kind in ("sentence", "quotation")):
        if one.kind == "sentence" or one.spot not in shown:
            yield one


def _here(guide: Guide, one: OnlyHere) -> Here:
    perhaps = tuple(guide.sentence(key, index, one.passage) for key, index in one.perhaps)
    return Here(one.text, guide.spot(one.passage, one.spans[0]), one.kind, perhaps)


def strengths(result: Comparison, guide: Guide) -> tuple[Strengths, ...]:
    """What each story does well, in the order of the stories."""
    return tuple(
        Strengths(
            key,
            tuple(Well(one.text, guide.within(key, one.places)) for one in result.practices if one.passage == key),
        )
        for key in guide.ids
    )
