"""Which story tells which of the things that several tell."""

from __future__ import annotations

from biasdiff.contrasting.ground import Ground
from biasdiff.model import Told, Unit

_SHORTEST = 5


def matrix(ground: Ground, units: tuple[Unit, ...]) -> tuple[Told, ...]:
    """A row for each unit: a sentence that stands for it, the stories that tell it, and those without a match."""
    return tuple(_told(ground, unit) for unit in units)


def _told(ground: Ground, unit: Unit) -> Told:
    sentences = [(key, ground.by_id[key].sentences[index]) for key, indices in unit.sentences for index in indices]
    full = [one for one in sentences if len(one[1].words) >= _SHORTEST] or sentences
    # Of equally short ones the first in the alphabet, whichever story comes first.
    texts = ((len(one.words), " ".join(ground.by_id[key].text(one.span).split())) for key, one in full)
    text = min(texts)[1]
    tells = tuple(key for key, indices in unit.sentences if indices)
    return Told(unit.id, text, tells, tuple(key for key in ground.by_id if key not in tells))
