"""Statements that pull apart, between stories and within one: shown as a question, never as a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.contrasting.denying import denied
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.rejecting import rejected
from biasdiff.contrasting.turning import up_and_down
from biasdiff.model import Point, SharedName

_MOST_PAIRS = 6


def tensions(ground: Ground, names: Sequence[SharedName]) -> tuple[Point, ...]:
    """Statements that pull apart, the surest first, at most six.

    Three kinds are told: a speaker rejects what another story says that they put forward; somebody
    denies a plan to do what is said to come; a side gains in one sentence and fails in another. Both
    may hold, for they may speak of other times or conditions.
    """
    by_place: dict[str, list[tuple[int, int, SharedName]]] = {}
    for name in names:
        for mention in name.mentions:
            by_place.setdefault(mention.passage, []).append((mention.start, mention.end, name))
    for mentions in by_place.values():
        mentions.sort(key=lambda mention: mention[:2])
    found = [*rejected(ground, by_place), *denied(ground), *up_and_down(ground, by_place)]
    return tuple(sorted(found, key=lambda point: (-point.weight, point.places))[:_MOST_PAIRS])
