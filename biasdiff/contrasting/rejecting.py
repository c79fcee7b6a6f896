"""Somebody rejects in one story what they put forward in another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from biasdiff.aligning.terms import IDLE, stem, terms
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import excerpt, letter, place
from biasdiff.contrasting.stances import ACCEPTS, NEGATED, POINTS_BACK, POSSIBLE, PULL_APART, REJECTS
from biasdiff.model import Analysis, Attribution, Point, Sentence, SharedName, Span

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
    told = [one for story in ground.stories for one in _told(story)]
    # Few reject anything: only what these say is looked into.
    rejecting = {one.speaker for one in told if one.verb in REJECTS}
    if not rejecting:
        return
    named = {story.passage.id: _name_terms(story, by_place.get(story.passage.id, [])) for story in ground.stories}
    said = [(one, _said(ground, one, named[one.story.passage.id])) for one in told if one.speaker in rejecting]
    claims: dict[str, list[_Said]] = defaultdict(list)
    for one, claim in said:
        if claim and one.verb not in REJECTS:
            claims[one.speaker].append(claim)
    for no in (found for one, found in said if found and one.verb in REJECTS):
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


class _Told(NamedTuple):
    """Something that a named speaker is reported to say, outside quotation marks, and the stem of its verb."""

    story: Analysis
    place: Attribution
    cue: Span
    speaker: str
    verb: str


def _told(story: Analysis) -> Iterator[_Told]:
    """The first of what each named speaker of a story says."""
    told: Counter[str] = Counter()
    for one in story.attributions:
        cue, speaker = one.cue, one.speaker_name
        if cue is None or not speaker or story.voice(cue.start) == "quoted":
            continue
        told[speaker] += 1
        if told[speaker] <= _MOST_SAID:
            yield _Told(story, one, cue, speaker, stem(story.text(cue).split(None, 1)[0].lower()))


def _said(ground: Ground, told: _Told, named: frozenset[str]) -> _Said | None:
    """What somebody rejects or puts forward; None where it is neither."""
    story, content = told.story, told.place.content
    sentence = story.sentence_at(told.cue.start)
    if sentence is None:
        return None
    printed = " ".join(story.text(span) for span in content)
    topic = frozenset(term for span in content for term in _content(story, span)) - named
    if told.verb in REJECTS:
        before = story.sentences[sentence.index - 1] if sentence.index and POINTS_BACK.match(printed) else None
        if before:
            topic |= ground.terms(story.passage.id, before.index) - named
        focus = Span(told.cue.start, content[-1].end)
        deed = _DEED.match(printed)
        return _Said(story, sentence, told.speaker, topic, focus, before, stem(deed[1]) if deed else "")
    if (told.verb in ACCEPTS or POSSIBLE.search(printed)) and not NEGATED.search(printed):
        return _Said(story, sentence, told.speaker, topic, _whole(content))
    return None


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
