"""Figures across stories: the same one, one counted as something else, different ones for the same thing."""

from __future__ import annotations

from biasdiff.contrasting.figures_apart import differing
from biasdiff.contrasting.figures_counted import counted_apart
from biasdiff.contrasting.figures_given import given
from biasdiff.contrasting.figures_shared import shared
from biasdiff.contrasting.ground import Ground
from biasdiff.model import FigureMatch


def match_figures(ground: Ground) -> tuple[FigureMatch, ...]:
    """Figures that several stories give, and figures that differ where they speak of the same thing; one match a thing.

    Two that agree by rounding (13.6 million, 13,625,777) do not differ, nor do sums of other things: a value is
    compared with its best counterpart alone. The weightiest first.
    """
    found = [given(story) for story in ground.stories]
    same = list(shared(ground, found))
    apart = (*differing(ground, found, same), *counted_apart(ground, found))
    return tuple(sorted((*same, *apart), key=lambda match: (-match.weight, match.figures)))
