"""Which story tells which of the things that several tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import one_line
from biasdiff.model import Told, Unit

_SHORTEST = 5


def matrix(ground: Ground, units: tuple[Unit, ...]) -> tuple[Told, ...]:
    """A row for each unit: a sentence that stands for it, the stories that tell it, and those without a match.

    The sentence is the one that its others answer most surely; of equals, a short one.
    """
    return tuple(_told(ground, unit) for unit in units)


def _told(ground: Ground, unit: Unit) -> Told:
    sentences = [(key, ground.by_id[key].sentences[index]) for key, indices in unit.sentences for index in indices]
    full = [one for one in sentences if len(one[1].words) >= _SHORTEST] or sentences
    inside = {(key, sentence.index) for key, sentence in sentences}
    ranks = [(-_joined(ground, (key, one.index), inside), len(one.words)) for key, one in full]
    first = min(ranks)
    best = [one for one, rank in zip(full, ranks, strict=True) if rank == first]
    # Of equally short ones the first in the alphabet, whichever story comes first.
    text = min([one_line(ground.by_id[key].text(one.span)) for key, one in best])
    tells = {key for key, indices in unit.sentences if indices}
    also = tuple(_also(ground, unit)) if len(tells) < len(ground.by_id) else ()
    tells.update([key for key, _ in also])
    told = tuple([key for key in ground.by_id if key in tells])
    absent = tuple([key for key in ground.by_id if key not in tells])
    return Told(unit.id, text, told, absent, also)


def _joined(ground: Ground, place: tuple[str, int], inside: set[tuple[str, int]]) -> float:
    """How surely a sentence of a unit is joined to its others, to a tenth."""
    return round(sum([ground.links[n].score for key, index, n in ground.linked(*place) if (key, index) in inside]), 1)


def _also(ground: Ground, unit: Unit) -> Iterator[tuple[str, int]]:
    """For each story outside the unit the sentence that sure links join best to every story inside, if there is one."""
    keys = [key for key, _ in unit.sentences]
    if len(keys) == len(ground.by_id):
        return
    joined: defaultdict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    for key, indices in unit.sentences:
        for passage, index, number in (found for at in indices for found in ground.linked(key, at)):
            if passage not in keys and (link := ground.links[number]).sure:
                scores = joined[passage, index]
                scores[key] = max(scores.get(key, 0.0), link.score)
    to_all = sorted((passage, -sum(s.values()), at) for (passage, at), s in joined.items() if len(s) == len(keys))
    best = {passage: (passage, at) for passage, _, at in reversed(to_all)}
    yield from (best[key] for key in ground.by_id if key in best)
