"""Somebody rejects in one story what they put forward in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from biasdiff.aligning.terms import IDLE, stem, terms
from biasdiff.contrasting.ground import Ground, excerpt, letter, place
from biasdiff.contrasting.stances import ACCEPTS, NEGATED, POINTS_BACK, POSSIBLE, PULL_APART, REJECTS
from biasdiff.model import Analysis, Point, Sentence, SharedName, Span

_LEAST_SHARED = 1.7
_LEAST_TERMS = 2
# So much of what one speaker says in a story is compared with what others make of it.
_MOST_SAID = 60
# “refused to sign”: only a story in which they sign pulls the other way.
_DEED = re.compile(r"(?:to|of|from) ([a-z]+)\b")

Mention = tuple[int, int, SharedName]


class _Said(NamedTuple):
    """What somebody is reported to reject or to put forward: its content without names.

    before: the sentence that tells what is rejected, where the rejection only points back to it. deed: what
    somebody refuses to do, as a term.
    """

    story: Analysis
    sentence: Sentence
    speaker: str
    topic: frozenset[str]
    focus: Span
    before: Sentence | None = None
    deed: str = ""


def rejected(ground: Ground, by_place: Mapping[str, Sequence[Mention]]) -> Iterator[Point]:
    """“could lease the quay” and “rejected any such lease”, both told of one speaker."""
    said = [
        one
        for story in ground.stories
        for one in _stances(ground, story, _name_terms(story, by_place.get(story.passage.id, [])))
    ]
    claims: dict[str, list[_Said]] = defaultdict(list)
    for one, is_claim in said:
        if is_claim:
            claims[one.speaker].append(one)
    for no in (one for one, is_claim in said if not is_claim):
        best: dict[str, tuple[float, _Said]] = {}
        for claim in claims[no.speaker]:
            score = _clash(ground, no, claim)
            if score > best.get(claim.story.passage.id, (0.0, claim))[0]:
                best[claim.story.passage.id] = score, claim
        for score, claim in best.values():
            yield _told_no(no, claim, score)


def _name_terms(story: Analysis, mentions: Sequence[Mention]) -> frozenset[str]:
    printed = " ".join(story.passage.text[start:end] for start, end, _ in mentions).lower().replace("’s", "").split()
    return frozenset(term for word in set(printed) for term in terms(word))


def _stances(ground: Ground, story: Analysis, named: frozenset[str]) -> Iterator[tuple[_Said, bool]]:
    """What named speakers reject (False) and what they put forward (True), outside quotation marks."""
    told: Counter[str] = Counter()
    for one in story.attributions:
        sentence = story.sentence_at(one.cue.start) if one.cue else None
        if one.cue is None or sentence is None or not one.speaker_name or story.voice(one.cue.start) == "quoted":
            continue
        told[one.speaker_name] += 1
        if told[one.speaker_name] > _MOST_SAID:
            continue
        verb = stem(story.text(one.cue).split()[0].lower())
        printed = " ".join(story.text(span) for span in one.content)
        topic = frozenset(t for span in one.content for t in _content(story, span)) - named
        if verb in REJECTS:
            before = story.sentences[sentence.index - 1] if sentence.index and POINTS_BACK.match(printed) else None
            if before:
                topic |= ground.terms(story.passage.id, before.index) - named
            focus = Span(one.cue.start, one.content[-1].end)
            deed = _DEED.match(printed)
            yield _Said(story, sentence, one.speaker_name, topic, focus, before, stem(deed[1]) if deed else ""), False
        elif (POSSIBLE.search(printed) or verb in ACCEPTS) and not NEGATED.search(printed):
            yield _Said(story, sentence, one.speaker_name, topic, _whole(one.content)), True


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _content(story: Analysis, span: Span) -> Iterator[str]:
    return (term for word in story.words_in(span) for term in terms(word.norm) if term not in IDLE)


def _clash(ground: Ground, no: _Said, claim: _Said) -> float:
    """How surely a claim puts forward what the same speaker rejects elsewhere; 0 where that cannot be told."""
    if no.story is claim.story or (no.deed and no.deed not in claim.topic):
        return 0.0
    shared = frozenset(term for term in no.topic & claim.topic if not term[0].isdigit())
    score = ground.shared(shared, shared)
    a, b = (no.story.passage.id, no.sentence.index), (claim.story.passage.id, claim.sentence.index)
    near = ground.is_linked(a, b, near=1)
    return score if len(shared) >= _LEAST_TERMS and score >= _LEAST_SHARED - 0.5 * near else 0.0


def _told_no(no: _Said, claim: _Said, score: float) -> Point:
    first, second = (excerpt(one.story, one.sentence.span, one.focus) for one in (claim, no))
    context = f", after {_end(no.story, no.before.span)}" if no.before else ""
    text = f"{letter(claim.story)} writes {first}. {letter(no.story)} writes {second}{context}."
    before = (place(no.story, no.before.span),) if no.before else ()
    places = (place(claim.story, claim.sentence.span), place(no.story, no.sentence.span), *before)
    return Point("tension", text, PULL_APART, places, round(min(1.0, 0.6 + 0.08 * score), 3))


def _end(story: Analysis, span: Span) -> str:
    """The end of a sentence, where what is pointed back to mostly stands."""
    return excerpt(story, span, Span(max(span.start, span.end - 80), span.end))
