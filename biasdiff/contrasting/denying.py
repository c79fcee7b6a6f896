"""Somebody denies a plan to do what a sentence near by, or a linked one, says will be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from biasdiff.aligning.terms import IDLE, stem, terms
from biasdiff.contrasting.ground import Ground, own
from biasdiff.contrasting.phrasing import excerpt, letter, place, quoted
from biasdiff.contrasting.stances import DENIED, NEGATED, PULL_APART
from biasdiff.model import Analysis, Attribution, Point, Sentence, Span, Word

_BESIDE = 4
_COMING = frozenset(("will", "would", "shall", "be"))
# What is denied ends here: to close the bridge | in May.
_ENDS = frozenset(
    "in on at by before after until till from with for over under during within despite as and or but because if when "
    "while next last this".split()
)
# Papers do not speak for one side of a dispute; all others who say what will come disagree with the denial.
_PAPERS = frozenset(
    "report document documents letter memo minutes paper papers plan agenda notice email filing contract draft".split()
)


class _Denial(NamedTuple):
    """A sentence in which somebody denies a plan: its verb, what else is denied (or who would do it), and by whom."""

    story: Analysis
    sentence: Sentence
    verb: str
    topic: frozenset[str]
    speaker: str


def denied(ground: Ground) -> Iterator[Point]:
    """“denied any plan to close the pier” and “the pier will close”, in one story or in linked sentences."""
    for story in ground.stories:
        for denial in _denials(ground, story):
            for other, claim, coming in _claims(ground, denial):
                first = quoted(story.text(denial.sentence.span))
                second = excerpt(other, claim.span, Span(coming.start, coming.end))
                again = "also writes" if other is story else "writes"
                text = f"{letter(story)} writes {first}. {letter(other)} {again} {second}."
                places = (place(story, denial.sentence.span), place(other, claim.span))
                yield Point("tension", text, PULL_APART, places, 0.7)


def _denials(ground: Ground, story: Analysis) -> Iterator[_Denial]:
    """Denials of a plan outside quotation marks; “has not ruled out plans” is none."""
    for sentence, found in DENIED.within(ground, story):
        if NEGATED.search(found.string, 0, found.start()) or found["verb"].lower() in IDLE:
            continue
        at, behind = (sentence.span.start + offset for offset in (found.start(), found.end()))
        if own(story, at):
            thing = _object(story, Span(behind, sentence.span.end)) or _content(story, Span(sentence.span.start, at))
            told = (
                one for one in story.attributions_in(sentence.span) if one.cue and one.cue.start <= at < one.cue.end
            )
            speaker = next((_speaker(story, one) for one in told), "")
            yield _Denial(story, sentence, stem(found["verb"].lower()), thing, speaker)


def _object(story: Analysis, behind: Span) -> frozenset[str]:
    """The content of the words behind a verb, up to the next phrase or comma."""
    end = behind.start
    for word in story.words_in(behind):
        if word.norm in _ENDS or "," in story.passage.text[end : word.start]:
            break
        end = word.end
    return _content(story, Span(behind.start, end))


def _content(story: Analysis, span: Span) -> frozenset[str]:
    found = (term for word in story.words_in(span) for term in terms(word.norm))
    return frozenset(term for term in found if term not in IDLE and not term[0].isdigit())


def _claims(ground: Ground, denial: _Denial) -> Iterator[tuple[Analysis, Sentence, Word]]:
    """The first sentence of each story that says that the denied thing will be done, with the word for it.

    It names the thing too, or is linked to the denial.
    """
    told = set()
    for other, sentence in _near(ground, denial):
        coming = _coming(sentence, denial.verb) if other.passage.id not in told else None
        if coming and _is_same(ground, denial, other, sentence) and not _differs(other, coming, denial):
            told.add(other.passage.id)
            yield other, sentence, coming


def _is_same(ground: Ground, denial: _Denial, other: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence that denies nothing shares the denied thing, or is linked to the denial."""
    here, there = (denial.story.passage.id, denial.sentence.index), (other.passage.id, sentence.index)
    same = not denial.topic.isdisjoint(ground.terms(*there)) or ground.is_linked(here, there)
    return same and not NEGATED.search(other.text(sentence.span))


def _near(ground: Ground, denial: _Denial) -> Iterator[tuple[Analysis, Sentence]]:
    """Sentences near a denial, and sentences of other stories linked to it or to its neighbours."""
    key, index = denial.story.passage.id, denial.sentence.index
    near = {(key, at) for at in range(index - _BESIDE, index + _BESIDE + 1)} - {(key, index)}
    for at in range(index - 1, index + 2):
        for passage, linked, _ in ground.linked(key, at):
            near |= {(passage, step) for step in (linked - 1, linked, linked + 1)}
    for passage, at in sorted(near):
        story = ground.by_id[passage]
        if 0 <= at < len(story.sentences) and story.sentences[at].role != "boilerplate":
            yield story, story.sentences[at]


def _coming(sentence: Sentence, verb: str) -> Word | None:
    """The word that says that something will be done: will close, would be closed."""
    found = zip(sentence.words, sentence.words[1:], strict=False)
    return next((word for before, word in found if before.norm in _COMING and stem(word.norm) == verb), None)


def _differs(story: Analysis, coming: Word, denial: _Denial) -> bool:
    """Whether somebody else than who denies says what will come: two who disagree pull nothing apart."""
    sentence = story.sentence_at(coming.start)
    told = story.attributions_in(sentence.span) if sentence else ()
    said = [one for one in told if any(span.start <= coming.start < span.end for span in one.content)]
    speakers = {_speaker(story, one) for one in said}
    unknown = not said and story.voice(coming.start) != "outlet"
    return unknown or not all(speaker == denial.speaker or _is_paper(speaker) for speaker in speakers)


def _speaker(story: Analysis, one: Attribution) -> str:
    return one.speaker_name or (story.text(one.source) if one.source else "")


def _is_paper(speaker: str) -> bool:
    return not _PAPERS.isdisjoint(speaker.lower().split())
