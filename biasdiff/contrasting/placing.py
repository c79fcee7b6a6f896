"""The same thing early in one story and late in another."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, place, quoted
from biasdiff.model import Analysis, Point, Sentence

_EARLY, _LATE = 1 / 3, 2 / 3
_LEAST_SENTENCES = 9
_LEAST_WORDS = 7

QUESTION = "What does a reader of the first lines take away from each story? Is there a reason for the order?"


def placements(ground: Ground) -> tuple[Point, ...]:
    """Linked sentences that stand in the first third of one story and in the last third of the other.

    Places are counted in sentences that count; stories under nine of them have no thirds worth naming.
    A story that tells it again elsewhere, in a sentence linked to the same one, has no late place.
    """
    ranks = {story.passage.id: _ranks(story) for story in ground.stories}
    found: list[tuple[float, tuple[str, int], tuple[str, int], Point]] = []
    for number, left, mine, right, theirs in ground.pairs:
        link = ground.links[number]
        short = min(len(mine.words), len(theirs.words)) < _LEAST_WORDS
        if short or not link.sure:
            continue
        for early, first, late, last in ((left, mine, right, theirs), (right, theirs, left, mine)):
            a, b = ranks[early.passage.id].get(first.index, 0.5), ranks[late.passage.id].get(last.index, 0.5)
            if a <= _EARLY and b >= _LATE and not _is_told_early(ground, ranks, early, first, late):
                ends = (
                    (early.passage.id + late.passage.id, first.index),
                    (late.passage.id + early.passage.id, last.index),
                )
                found.append((b - a, *ends, _point(early, first, late, last, b - a)))
    return tuple(_each_once(found))


def _each_once(found: list[tuple[float, tuple[str, int], tuple[str, int], Point]]) -> Iterator[Point]:
    """The widest first, each sentence once."""
    taken: set[tuple[str, int]] = set()
    for _, first, last, point in sorted(found, key=lambda one: (-one[0], one[1:3])):
        if first not in taken and last not in taken:
            taken |= {first, last}
            yield point


def _ranks(story: Analysis) -> dict[int, float]:
    told = [sentence.index for sentence in story.sentences if sentence.role == "body"]
    if len(told) < _LEAST_SENTENCES:
        return {}
    return {index: at / (len(told) - 1) for at, index in enumerate(told)}


def _is_told_early(
    ground: Ground, ranks: dict[str, dict[int, float]], early: Analysis, first: Sentence, late: Analysis
) -> bool:
    """Whether the other story answers the same sentence before its last third too, or in its headline."""
    answers = (j for passage, j, _ in ground.linked(early.passage.id, first.index) if passage == late.passage.id)
    return any(ranks[late.passage.id].get(j, 0.0) < _LATE for j in answers)


def _point(early: Analysis, first: Sentence, late: Analysis, last: Sentence, distance: float) -> Point:
    text = (
        f"{letter(early)} tells this in its first third, {letter(late)} in its last third:"
        f" {quoted(early.text(first.span))}"
    )
    return Point(
        "placement", text, QUESTION, (place(early, first.span), place(late, last.span)), round(0.4 * distance, 3)
    )
