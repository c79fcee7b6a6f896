"""What stands out: a few pieces of evidence, the most checkable first, each with a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, product
from operator import attrgetter

from biasdiff.contrasting.phrasing import letter, listed, place
from biasdiff.highlighting.candidates import ONLY, Candidate, candidates
from biasdiff.model import Analysis, Comparison, Highlight, Place

MOST = 6
ASK = "Did one take its text from the other, or both from one agency?"
# What a story that has been told of more often than another loses for each time.
_TURN = 0.2
# Lighter evidence waits until two of each kind of the weightier have had their turn.
_FIRST = 0.5


def highlights(result: Comparison) -> tuple[Highlight, ...]:
    """At most six things that stand out, the strongest checkable evidence first.

    In this order: statements that pull apart, quotations that differ, figures and their units,
    headlines against their text, what people are called, different words for one thing, strong
    wording, and what one story alone has. The kinds are taken in turn; within a kind the weight
    decides, and a story that has been told of less. Every story with evidence has its share. What
    holds for several stories in the same words is no difference and does not stand out; where all
    stories have the same words, that is the one thing told.
    """
    if _equal(result.analyses):
        return (_same_words(result.analyses),)
    # What is chosen must not hang on the order of the stories; how it is ordered may.
    stories = [one.passage.id for one in sorted(result.analyses, key=lambda one: one.passage.text)]
    found = sorted(_apart(candidates(result)), key=lambda one: (one.rank, -one.weight, _places(one, stories)))
    taken = _taken(found, stories)
    return tuple(one.highlight for one in sorted(taken, key=lambda one: (one.rank, -one.weight, one.places)))


def _equal(stories: Sequence[Analysis]) -> bool:
    if len({sum([len(sentence.words) for sentence in story.told]) for story in stories}) > 1:
        return False
    words = [list(chain.from_iterable([sentence.norms for sentence in story.told])) for story in stories]
    return all(one == words[0] for one in words)


def _same_words(stories: Sequence[Analysis]) -> Highlight:
    first = (next(story.told) for story in stories)
    places = tuple(place(story, sentence.span) for story, sentence in zip(stories, first, strict=True))
    return Highlight(
        "equal", f"{listed([letter(one) for one in stories])} have the same words throughout.", ASK, places
    )


def _apart(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Evidence of one story alone only where no other story has it in the same words."""
    # What one story alone has, no other has in the same words.
    kept = [(one, _without_story(one) if len(one.about) == 1 and one.rank != ONLY else "") for one in found]
    stories: dict[str, set[str]] = defaultdict(set)
    for one, words in kept:
        stories[words].add(one.about[0])
    return (one for one, words in kept if not words or len(stories[words]) == 1)


def _without_story(one: Candidate) -> str:
    """The evidence without the letter of its story, with which it begins."""
    return one.highlight.text.casefold().removeprefix(letter(one.about[0]).casefold())


def _places(one: Candidate, stories: Sequence[str]) -> list[tuple[int, int, int]]:
    return sorted([(stories.index(place.passage), place.start, place.end) for place in one.places])


def _taken(found: Sequence[Candidate], stories: Sequence[str]) -> list[Candidate]:
    """One of each kind in turn, weighty ones first, until there are six; the last make room for stories without any.

    What is found stands in the order of kinds.
    """
    taken: list[Candidate] = []
    told: list[Place] = []
    ranks = [list(alike) for _, alike in groupby(found, key=attrgetter("rank"))]
    for least, alike in product((_FIRST, _FIRST, *[0.0] * MOST), ranks):
        if len(taken) == MOST:
            break
        one = _best([one for one in alike if one.weight >= least and _is_new(one, told)], taken, stories)
        if one:
            taken.append(one)
            told += one.places
    for story in stories:
        _make_room(found, taken, story)
    return taken


def _best(fresh: Sequence[Candidate], taken: Sequence[Candidate], stories: Sequence[str]) -> Candidate | None:
    """The weightiest of some candidates, stories told of less often first."""
    if len(fresh) < 2:
        return fresh[0] if fresh else None
    told = Counter(story for one in taken for story in one.about)
    least = min((told[story] for story in stories), default=0)
    return max(fresh, key=lambda one: one.weight - _TURN * (min(told[s] for s in one.about) - least))


def _is_new(one: Candidate, told: Sequence[Place]) -> bool:
    """Whether no place of a candidate has been told of."""
    for passage, start, end in one.places:
        for other, begin, stop in told:
            if passage == other and start < stop and begin < end:
                return False
    return True


def _make_room(found: Sequence[Candidate], taken: list[Candidate], story: str) -> None:
    """Puts evidence of a story that nothing tells of in the place of the last one that can be spared."""
    if any(story in one.about for one in taken):
        return
    places = [place for one in taken for place in one.places]
    own = next((one for one in found if story in one.about and _is_new(one, places)), None)
    if own is None:
        return
    told = Counter(key for one in taken for key in one.about)
    spare = [one for one in taken if all(told[key] > 1 for key in one.about)]
    if len(taken) < MOST:
        taken.append(own)
    elif spare:
        taken[taken.index(spare[-1])] = own
