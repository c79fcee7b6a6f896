"""A side that gains in one sentence and fails in another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, place, quoted
from biasdiff.contrasting.stances import FAILS, GAINING, NEGATED, PULL_APART, SUCCEEDS
from biasdiff.model import Analysis, Point, Sentence, SharedName
from biasdiff.naming import akin

_NEAR = 6
# Verbs for gaining and failing count in these forms.
_TURNING = SUCCEEDS | FAILS
_ENDINGS = ("ing", "ed", "lost", "won", "fell")

Mention = tuple[int, int, SharedName]


class _Move(NamedTuple):
    """A sentence in which a side gains or fails, in the outlet's own words."""

    story: Analysis
    sentence: Sentence
    side: SharedName
    up: bool


def up_and_down(ground: Ground, by_place: Mapping[str, Sequence[Mention]]) -> Iterator[Point]:
    """“Talvia is making gains” and “Ms Reyes’s campaign is failing”, near each other or linked."""
    moves = [move for story in ground.stories for move in _moves(ground, story, by_place.get(story.passage.id, []))]
    where = {(move.story.passage.id, move.sentence.index): at for at, move in enumerate(moves)}
    for at, one in enumerate(moves):
        key, index = one.story.passage.id, one.sentence.index
        beside = ((key, index + step) for step in range(1, _NEAR + 1))
        linked = ((passage, other) for passage, other, _ in ground.linked(key, index))
        for later in sorted({where[near] for near in (*beside, *linked) if where.get(near, 0) > at}):
            other = moves[later]
            if one.up != other.up and akin(one.side, other.side):
                yield _told_move(one, other)


def _moves(ground: Ground, story: Analysis, mentions: Sequence[Mention]) -> Iterator[_Move]:
    norms = ground.norms(story.passage.id)
    turning = frozenset(filter(_turns, ground.vocabulary(story.passage.id)))
    gaining = {sentence.index: found.start() for sentence, found in GAINING.within(ground, story)}
    if not turning and not gaining:
        return
    for sentence in story.sentences:
        if sentence.role != "body" or (turning.isdisjoint(norms[sentence.index]) and sentence.index not in gaining):
            continue
        for up, cue in _cues(sentence, turning, gaining.get(sentence.index)):
            first, last = (bisect_left(mentions, offset, key=itemgetter(0)) for offset in (sentence.span.start, cue))
            side = next((name for _, end, name in islice(mentions, first, last) if end <= cue), None)
            if side and story.voice(cue) == "outlet":
                yield _Move(story, sentence, side, up)
                break


def _cues(sentence: Sentence, turning: Container[str], gaining: int | None) -> Iterator[tuple[bool, int]]:
    """Where a sentence says that somebody gains (True) or fails (False), as a verb and not denied.

    turning: words that say so; gaining: where a phrase does, counted from the start of the sentence.
    """
    if gaining is not None:
        yield True, sentence.span.start + gaining
    for at, word in enumerate(sentence.words):
        if word.norm in turning:
            before = " ".join([one.norm for one in sentence.words[max(0, at - 3) : at]])
            if not NEGATED.search(before):
                yield stem(word.norm) in SUCCEEDS, word.start


@lru_cache(1 << 14)
def _turns(norm: str) -> bool:
    """Whether a word is a form of a verb for gaining or failing that counts."""
    return norm.endswith(_ENDINGS) and stem(norm) in _TURNING


def _told_move(one: _Move, other: _Move) -> Point:
    a, b = letter(one.story), letter(other.story)
    again = "also writes" if a == b else "writes"
    first, second = (quoted(move.story.text(move.sentence.span)) for move in (one, other))
    text = f"{a} writes {first}. {b} {again} {second}."
    places = (place(one.story, one.sentence.span), place(other.story, other.sentence.span))
    return Point("tension", text, PULL_APART, places, 0.65)
