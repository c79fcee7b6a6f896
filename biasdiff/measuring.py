"""Counts, rates and intervals of one story, by group, severity and voice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import truediv
from random import Random
from struct import pack, unpack
from typing import NamedTuple, get_args

from biasdiff.model import (
    LEAST_WORDS_FOR_RATES,
    Analysis,
    Count,
    Finding,
    Group,
    Profile,
    Rate,
    Sentence,
    VoiceRun,
)
from biasdiff.reading_level import readability
from biasdiff.toning import tones

DRAWS = 400
MOST_DRAWN = 1000
# The numbers of all draws in so many bytes each.
_PACKED = {2: f"<{DRAWS}H", 4: f"<{DRAWS}I"}
GROUPS: tuple[Group, ...] = get_args(Group)


def profile(story: Analysis, linked: frozenset[int] = frozenset()) -> Profile:
    """One story in numbers; `linked` are the sentences that have a counterpart in another story."""
    told = tuple(story.told)
    voices = other_voices(story)
    own = own_words(story, voices)
    return Profile(
        passage=story.passage.id,
        words=sum([len(sentence.words) for sentence in told]),
        outlet_words=sum(own),
        reported_words=sum([other.reported for other in voices]),
        quoted_words=sum([other.quoted for other in voices]),
        linked_words=sum([len(sentence.words) for sentence in told if sentence.index in linked]),
        counts=counts(story.findings),
        rates=rates(story, own),
        tone=tones(story.passage.text, story.sentences),
        readability=readability(story.passage.text, story.sentences),
    )


def counts(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """Findings by group and severity, for each voice; groups in their fixed order, strong ones first."""
    tally = Counter([(f.group, f.severity, f.voice) for f in findings])
    found = {(group, severity) for group, severity, _ in tally}
    return tuple(
        Count(
            group,
            severity,
            tally[group, severity, "outlet"],
            tally[group, severity, "reported"],
            tally[group, severity, "quoted"],
        )
        for group in GROUPS
        for severity in (3, 2, 1)
        if (group, severity) in found
    )


class OtherVoices(NamedTuple):
    """How many words of a sentence are not the outlet's."""

    reported: int
    quoted: int


_NO_OTHERS = OtherVoices(0, 0)


def other_voices(story: Analysis) -> list[OtherVoices]:
    """How many words of each sentence that is told are reported, and how many are quoted."""
    runs, found = story.voices, []
    ends = [run.end for run in runs]
    for sentence in story.told:
        at = bisect_right(ends, sentence.span.start)
        touched = at < len(runs) and runs[at].start < sentence.span.end
        found.append(_other_voices(sentence, runs, at) if touched else _NO_OTHERS)
    return found


def _other_voices(sentence: Sentence, runs: Sequence[VoiceRun], at: int) -> OtherVoices:
    """How many words of a sentence stand in the runs from `at` on, which is the first that touches it."""
    reported = quoted = 0
    while at < len(runs) and runs[at].start < sentence.span.end:
        start, end, voice = runs[at]
        words = bisect_left(sentence.words, (end,)) - bisect_left(sentence.words, (start,))
        if voice == "quoted":
            quoted += words
        else:
            reported += words
        at += 1
    return OtherVoices(reported, quoted)


def own_words(story: Analysis, voices: Sequence[OtherVoices]) -> list[int]:
    """How many words of each sentence that is told are the outlet's own; `voices` counts the others of each."""
    told = zip(story.told, voices, strict=True)
    return [len(sentence.words) - other.reported - other.quoted for sentence, other in told]


def rates(story: Analysis, own: Sequence[int]) -> tuple[Rate, ...]:
    """Findings of severity 2 and 3 in the outlet's voice per 100 words of that voice, group by group.

    `own` counts those words for each sentence that is told. The 95% interval comes from drawing the
    story's sentences anew 400 times (a cluster bootstrap: marks stand together in sentences). None
    for each where the outlet has under 150 words, and no upper end where nothing was found.
    """
    words = sum(own)
    if words < LEAST_WORDS_FOR_RATES:
        return tuple(Rate(group, None, None, None) for group in GROUPS)
    own, found = by_run(own), marks_by_run(story)
    drawn_words: Sequence[int] = drawn(dict(enumerate(own)), len(own)) if any(found.values()) else ()
    if 0 in drawn_words:
        drawn_words = [words or 1 for words in drawn_words]
    return tuple(_rate(group, found[group], words, drawn_words, len(own)) for group in GROUPS)


def by_run(own: Sequence[int]) -> list[int]:
    """The words of each run of neighbouring sentences that is drawn as one."""
    step = _run_length(len(own))
    return [sum(own[at : at + step]) for at in range(0, len(own), step)] if step > 1 else list(own)


def _run_length(sentences: int) -> int:
    """How many neighbouring sentences are drawn together: one, but more where a story has thousands."""
    return max(1, -(-sentences // MOST_DRAWN))


def marks_by_run(story: Analysis) -> dict[Group, Counter[int]]:
    """Strong and notable findings of each group in the outlet's voice, by the number of their run of sentences."""
    marks: dict[Group, Counter[int]] = {group: Counter() for group in GROUPS}
    told = tuple(story.told)
    step = _run_length(len(told))
    place = {sentence.index: number // step for number, sentence in enumerate(told)}
    for finding in [f for f in story.findings if f.severity >= 2 and f.voice == "outlet"]:
        sentence = story.sentence_at(finding.span.start)
        if sentence and sentence.index in place:
            marks[finding.group][place[sentence.index]] += 1
    return marks


def _rate(group: Group, marks: Counter[int], words: int, drawn_words: Sequence[int], sentences: int) -> Rate:
    value = 100 * marks.total() / words
    if not marks:
        return Rate(group, round(value, 3), 0.0, None)
    hundredfold = {number: 100 * count for number, count in marks.items()}
    rates = sorted(map(truediv, drawn(hundredfold, sentences), drawn_words))
    tail = DRAWS * 25 // 1000
    return Rate(group, round(value, 3), round(rates[tail], 3), round(rates[-1 - tail], 3))


def drawn(values: Mapping[int, int], sentences: int) -> Sequence[int]:
    """The sum of some sentences' values in each draw."""
    # No sum is larger than as many times the largest value; in most stories, two bytes hold it.
    size = 2 if sentences * max(values.values(), default=0) < 1 << 16 else 4
    return added(values, _draws(sentences, size), size)


def added(values: Mapping[int, int], draws: Sequence[int], size: int = 4) -> Sequence[int]:
    """The sums of values, by their numbers, in draws that are packed in so many bytes each."""
    total = sum([value * draws[number] for number, value in values.items() if value])
    return unpack(_PACKED[size], total.to_bytes(size * DRAWS, "little"))


@lru_cache(maxsize=32)
def _draws(sentences: int, size: int) -> tuple[int, ...]:
    """How often each of so many sentences comes in each draw; the same for every story of that length.

    The draws of a sentence are packed into one number, two or four bytes each: sums over all draws are then
    sums of a few large numbers.
    """
    random = Random(sentences)
    times = [[0] * DRAWS for _ in range(sentences)]
    for draw in range(DRAWS):
        for number in random.choices(range(sentences), k=sentences):
            times[number][draw] += 1
    return packed(times, size)


def packed(times: Sequence[Sequence[int]], size: int = 4) -> tuple[int, ...]:
    """For each sentence, how often it comes in each draw, as one number of so many bytes a draw."""
    return tuple(int.from_bytes(pack(_PACKED[size], *one), "little") for one in times)
