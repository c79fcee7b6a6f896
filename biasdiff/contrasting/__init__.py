"""What differs between stories beyond words and findings: figures, names, order, headlines, tensions, good practice."""

from __future__ import annotations

from dataclasses import replace

from biasdiff.contrasting.calling import compared
from biasdiff.contrasting.figures import match_figures
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.headlines import headlines
from biasdiff.contrasting.keywords import key_words
from biasdiff.contrasting.matrix import matrix
from biasdiff.contrasting.naming import name_points
from biasdiff.contrasting.onlyhere import only_here
from biasdiff.contrasting.placing import placements
from biasdiff.contrasting.practice import practices
from biasdiff.contrasting.rates import contrasts
from biasdiff.contrasting.tensions import tensions
from biasdiff.model import Comparison

__all__ = ["contrast"]


def contrast(result: Comparison) -> Comparison:
    """The comparison with everything that differs told, neutrally and both ways.

    Linear in the links and in the sum of the stories, but for figures, names and tensions, which are
    looked at in pairs and are few.
    """
    ground = Ground(result.analyses, result.links)
    figures = match_figures(ground)
    return replace(
        result,
        names=compared(ground, result.names),
        name_points=name_points(ground, result.names),
        figure_matches=figures,
        key_words=key_words(ground),
        headlines=headlines(ground),
        tensions=tensions(ground, result.names),
        placements=placements(ground),
        only_here=only_here(ground, result.names, figures, dict(result.quotations_only), result.paraphrases),
        told=matrix(ground, result.units),
        contrasts=contrasts(result.analyses, result.profiles),
        practices=practices(ground, result.sources, result.quotation_matches),
    )
