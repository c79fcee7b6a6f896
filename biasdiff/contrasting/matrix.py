"""Which story tells which of the things that several tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

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
    also = tuple(_also(ground, unit))
    tells = {key for key, indices in unit.sentences if indices} | {key for key, _ in also}
    told, absent = (tuple(key for key in ground.by_id if (key in tells) == is_told) for is_told in (True, False))
    return Told(unit.id, text, told, absent, also)


def _also(ground: Ground, unit: Unit) -> Iterator[tuple[str, int]]:
    """Sentences of stories outside the unit that a sure link joins to more than half of its sentences."""
    inside = [(key, index) for key, indices in unit.sentences for index in indices]
    keys = {key for key, _ in inside}
    joined = Counter(
        (passage, index)
        for place in inside
        for passage, index, number in ground.linked(*place)
        if passage not in keys and ground.links[number].sure
    )
    return (place for place in sorted(joined) if 2 * joined[place] > len(inside))
