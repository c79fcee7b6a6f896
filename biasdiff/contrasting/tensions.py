"""Statements that pull apart, between stories and within one: shown as a question, never as a verdict."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from biasdiff.aligning.terms import IDLE, stem, terms
from biasdiff.contrasting.ground import Ground, excerpt, letter, place, quoted
from biasdiff.contrasting.stances import (
    ACCEPTS,
    DENIED,
    FAILS,
    GAINING,
    NEGATED,
    POINTS_BACK,
    POSSIBLE,
    REJECTS,
    SUCCEEDS,
)
from biasdiff.model import Analysis, Point, Sentence, SharedName, Span
from biasdiff.naming import akin

_LEAST_SHARED = 1.7
_LEAST_TERMS = 2
_NEAR = 6
_BESIDE = 4
_MOST_PAIRS = 6
# So much of what one speaker says in a story is compared with what others make of it.
_MOST_SAID = 60

QUESTION = "Can both be true? What would settle it: the full words, the time they speak of, a document?"


def tensions(ground: Ground, names: Sequence[SharedName]) -> tuple[Point, ...]:
    """Statements that pull apart, the surest first, at most six.

    Three kinds are told: a speaker rejects what another story says that they put forward; somebody
    denies a plan to do what is said to come; a side gains in one sentence and fails in another. Both
    may hold, for they may speak of other times or conditions.
    """
    by_place = _by_place(names)
    found = [*_rejected(ground, by_place), *_denied(ground), *_up_and_down(ground, names, by_place)]
    return tuple(sorted(found, key=lambda point: (-point.weight, point.places))[:_MOST_PAIRS])


Named = dict[str, list[tuple[int, int, SharedName]]]


def _by_place(names: Sequence[SharedName]) -> Named:
    found: Named = {}
    for name in names:
        for mention in name.mentions:
            found.setdefault(mention.passage, []).append((mention.start, mention.end, name))
    for mentions in found.values():
        mentions.sort(key=lambda mention: mention[:2])
    return found


class _Said(NamedTuple):
    """What somebody is reported to reject or to put forward: its content without names.

    before: the sentence that tells what is rejected, where the rejection only points back to it.
    """

    story: Analysis
    sentence: Sentence
    speaker: str
    topic: frozenset[str]
    focus: Span
    before: Sentence | None = None


def _rejected(ground: Ground, by_place: Named) -> Iterator[Point]:
    """“could cede land” and “rejected any such concessions”, both told of one speaker."""
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


def _name_terms(story: Analysis, mentions: Sequence[tuple[int, int, SharedName]]) -> frozenset[str]:
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
            yield _Said(story, sentence, one.speaker_name, topic, focus, before), False
        elif (POSSIBLE.search(printed) or verb in ACCEPTS) and not NEGATED.search(printed):
            yield _Said(story, sentence, one.speaker_name, topic, _whole(one.content)), True


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _content(story: Analysis, span: Span) -> Iterator[str]:
    return (term for word in story.words_in(span) for term in terms(word.norm) if term not in IDLE)


def _clash(ground: Ground, no: _Said, claim: _Said) -> float:
    """How surely a claim puts forward what the same speaker rejects elsewhere; 0 where that cannot be told."""
    if no.story is claim.story or no.speaker != claim.speaker:
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
    places = (place(claim.story, claim.sentence.span), place(no.story, no.sentence.span))
    return Point("tension", text, QUESTION, places, round(min(1.0, 0.6 + 0.08 * score), 3))


def _end(story: Analysis, span: Span) -> str:
    """The end of a sentence, where what is pointed back to mostly stands."""
    return excerpt(story, span, Span(max(span.start, span.end - 80), span.end))


def _denied(ground: Ground) -> Iterator[Point]:
    """“denied any plan to close” and “will close”, in one story or in linked ones."""
    for story in ground.stories:
        for sentence in story.told:
            denial = DENIED.search(story.text(sentence.span))
            verb = stem(denial["verb"].lower()) if denial else ""
            for other, claim in _coming(ground, story, sentence, verb) if verb else ():
                will = next(word for word in claim.words if stem(word.norm) == verb)
                first = quoted(story.text(sentence.span))
                second = excerpt(other, claim.span, Span(will.start, will.end))
                again = "also writes" if other is story else "writes"
                text = f"{letter(story)} writes {first}. {letter(other)} {again} {second}."
                yield Point("tension", text, QUESTION, (place(story, sentence.span), place(other, claim.span)), 0.7)


def _coming(ground: Ground, story: Analysis, sentence: Sentence, verb: str) -> Iterator[tuple[Analysis, Sentence]]:
    """Sentences near a denial, or linked to it, that say that the denied thing will be done."""
    beside = range(max(0, sentence.index - _BESIDE), min(len(story.sentences), sentence.index + _BESIDE + 1))
    near = {story.passage.id: set(beside) - {sentence.index}}
    for at in range(sentence.index - 1, sentence.index + 2):
        for key, index, _ in ground.linked(story.passage.id, at):
            near.setdefault(key, set()).update((index - 1, index, index + 1))
    for other in ground.stories:
        indices = sorted(index for index in near.get(other.passage.id, ()) if 0 <= index < len(other.sentences))
        told = (one for index in indices if (one := other.sentences[index]).role != "boilerplate")
        claim = next((one for one in told if _says_it_comes(one, verb)), None)
        if claim:
            yield other, claim


def _says_it_comes(sentence: Sentence, verb: str) -> bool:
    norms = [word.norm for word in sentence.words]
    return any(
        stem(norm) == verb
        and at
        and norms[at - 1] in ("will", "would", "shall", "be")
        and not {"not", "never"} & set(norms)
        for at, norm in enumerate(norms)
    )


class _Move(NamedTuple):
    """A sentence in which a side gains or fails, in the outlet's own words."""

    story: Analysis
    sentence: Sentence
    side: SharedName
    up: bool


def _up_and_down(ground: Ground, names: Sequence[SharedName], by_place: Named) -> Iterator[Point]:
    """“Russia is making gains” and “Mr Putin’s approach is failing”, near each other or linked."""
    moves = [move for story in ground.stories for move in _moves(story, by_place.get(story.passage.id, []))]
    where = {(move.story.passage.id, move.sentence.index): at for at, move in enumerate(moves)}
    for at, one in enumerate(moves):
        key, index = one.story.passage.id, one.sentence.index
        beside = ((key, index + step) for step in range(1, _NEAR + 1))
        linked = ((passage, other) for passage, other, _ in ground.linked(key, index))
        for later in sorted({where[near] for near in (*beside, *linked) if where.get(near, 0) > at}):
            other = moves[later]
            if one.up != other.up and akin(one.side, other.side):
                yield _told_move(one, other)


def _moves(story: Analysis, mentions: Sequence[tuple[int, int, SharedName]]) -> Iterator[_Move]:
    for sentence in story.told:
        if sentence.role != "body":
            continue
        for up, cue in _cues(story, sentence):
            first, last = (bisect_left(mentions, offset, key=itemgetter(0)) for offset in (sentence.span.start, cue))
            side = next((name for _, end, name in islice(mentions, first, last) if end <= cue), None)
            if side and story.voice(cue) == "outlet":
                yield _Move(story, sentence, side, up)
                break


def _cues(story: Analysis, sentence: Sentence) -> Iterator[tuple[bool, int]]:
    """Where a sentence says that somebody gains (True) or fails (False), as a verb and not denied."""
    printed = story.text(sentence.span)
    gaining = GAINING.search(printed)
    if gaining:
        yield True, sentence.span.start + gaining.start()
    for at, word in enumerate(sentence.words):
        if not word.norm.endswith(("ing", "ed", "lost", "won", "fell")):
            continue
        base = stem(word.norm)
        if base in FAILS or base in SUCCEEDS:
            before = " ".join([one.norm for one in sentence.words[max(0, at - 3) : at]])
            if not NEGATED.search(before):
                yield base in SUCCEEDS, word.start


def _told_move(one: _Move, other: _Move) -> Point:
    a, b = letter(one.story), letter(other.story)
    again = "also writes" if a == b else "writes"
    first, second = (quoted(move.story.text(move.sentence.span)) for move in (one, other))
    text = f"{a} writes {first}. {b} {again} {second}."
    places = (place(one.story, one.sentence.span), place(other.story, other.sentence.span))
    return Point("tension", text, QUESTION, places, 0.65)
