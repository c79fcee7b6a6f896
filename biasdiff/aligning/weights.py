"""From features to how likely a link is: a logistic model whose weights shift with the length of the stories."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log
from operator import mul

from biasdiff.aligning.features import NAMES

# Log of the longer story's sentences at which the shift is nought, and how far it goes: from 9 sentences to 67.
MIDDLE, SHORTEST, LONGEST = 2.7, -0.5, 1.5


@dataclass(frozen=True, slots=True)
class Weights:
    """What benchmarks/fit_links.py found.

    base: the intercept, then one weight a feature; by_length: what each gains where the longer
    story is e times as long. threshold: the chance from which a pair is a link.
    """

    base: tuple[float, ...]
    by_length: tuple[float, ...]
    threshold: float

    @property
    def least_odds(self) -> float:
        """Log odds below which no chance comes near the threshold."""
        return log(self.threshold / (1 - self.threshold)) - 0.1

    def at(self, sentences: int) -> tuple[float, tuple[float, ...]]:
        """The intercept and the weights for stories of which the longer has so many sentences."""
        off = shift(sentences)
        intercept, *rest = [weight + off * slope for weight, slope in zip(self.base, self.by_length, strict=True)]
        return intercept - chance_matches(sentences), tuple(rest)


def shift(sentences: int) -> float:
    """How far the length of the longer story is from the middle one, in logs, bounded."""
    return max(SHORTEST, min(LONGEST, log(max(1, sentences)) - MIDDLE))


def chance_matches(sentences: int) -> float:
    """What the odds of a link lose (in logs) in texts longer than those fitted on: more sentences, more look-alikes."""
    return max(0.0, log(max(1, sentences)) - MIDDLE - LONGEST)


def log_odds(intercept: float, weights: Sequence[float], features: Iterable[float]) -> float:
    """How likely two sentences answer each other, as the log of the odds."""
    return sum(map(mul, weights, features), intercept)


def chance(odds: float) -> float:
    """How likely that is, 0 to 1, from the log of the odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


@cache
def fitted() -> Weights:
    """The weights in weights.json."""
    found = json.loads(files("biasdiff.aligning").joinpath("weights.json").read_text(encoding="utf-8"))
    rows = [found["intercept"], *(found["features"][name] for name in NAMES)]
    return Weights(
        base=tuple(float(row[0]) for row in rows),
        by_length=tuple(float(row[1]) for row in rows),
        threshold=float(found["threshold"]),
    )
