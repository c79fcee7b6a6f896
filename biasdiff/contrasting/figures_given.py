"""A figure where it stands, and how it is told on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter
from biasdiff.model import Analysis, Figure, FigureRef

# A small round number is in many sentences; only larger ones are the same by their value alone, or tell much.
TELLING = 12
# Times that pass: too common to be the same thing for one word more, or to tell much alone.
TIMES = frozenset("seconds minutes hours days weeks months years decades".split())
LEAST_SHARED = 1.6
# So many figures of one value, or of one sort, are compared with those of another story: tables have thousands.
MOST_COMPARED = 40
HARM = frozenset(
    "dead deaths killed casualties injured wounded victims losses fatalities injuries treated hurt".split()
)
WHERE = "Where could you check it, and what exactly does it count?"
_VAGUE = frozenset("hundreds thousands millions billions dozens scores".split())


class Given(NamedTuple):
    """A figure with its story, its number there, its sentence, how matches name it, and story and sentence."""

    story: Analysis
    number: int
    figure: Figure
    sentence: int
    ref: FigureRef
    place: tuple[str, int]

    @property
    def is_exact(self) -> bool:
        """Whether it is above a dozen and given in figures or in full, not as “hundreds”."""
        return self.figure.value > TELLING and _VAGUE.isdisjoint(self.story.text(self.figure.span).lower().split())


def given(story: Analysis) -> list[Given]:
    """The figures of a story."""
    key, sentences = story.passage.id, [story.sentence_at(figure.span.end - 1) for figure in story.figures]
    return [
        Given(story, number, figure, sentence.index, FigureRef(key, number), (key, sentence.index))
        for number, (figure, sentence) in enumerate(zip(story.figures, sentences, strict=True))
        if sentence
    ]


def near(ground: Ground, one: Given, other: Given) -> float:
    """How much the sentences of two figures share, apart from the figures."""
    both = ground.terms(*one.place) & ground.terms(*other.place)
    plain = frozenset(term for term in both if not term[0].isdigit())
    return ground.shared(plain, plain) if len(plain) >= 2 else 0.0


def sourced(alike: Sequence[Given]) -> str:
    """Who answers for a figure, in brackets; story by story where several give it and do not name the same source."""
    told = {letter(one.story): _answer(one.figure) for one in alike}
    if len(set(told.values())) == 1:
        return f" ({next(iter(told.values()))})"
    return f" ({'; '.join(f'{story}: {answer}' for story, answer in told.items())})"


def _answer(figure: Figure) -> str:
    if not figure.source:
        return "no source beside it"
    source = figure.source.removeprefix("The ")
    return f"from {'the ' * (source != figure.source)}{source}"
