"""Which story tells which of the things that several tell."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.model import Comparison, Told
from biasdiff.rendering.report.anchors import Guide, Spot


class Thing(NamedTuple):
    """Something that several stories tell: a sentence for it, and each story's; none where no match was found."""

    text: str
    spots: tuple[tuple[Spot, ...], ...]


def things(result: Comparison, guide: Guide) -> tuple[Thing, ...]:
    """A row for each unit where there are three stories or more; two stand side by side anyway."""
    if len(guide.ids) < 3:
        return ()
    units = {unit.id: dict(unit.sentences) for unit in result.units}
    return tuple(_thing(told, units[told.unit], guide) for told in result.told)


def _thing(told: Told, sentences: dict[str, tuple[int, ...]], guide: Guide) -> Thing:
    places = {key: sentences.get(key) or [index for other, index in told.also if other == key] for key in guide.ids}
    return Thing(told.text, tuple(tuple(guide.sentence(key, index) for index in places[key]) for key in guide.ids))
