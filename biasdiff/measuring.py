"""Counts, rates and intervals of one story, by group, severity and voice."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import get_args

from biasdiff.model import Analysis, Count, Finding, Group, Profile, Rate, Sentence, Voice, VoiceRun
from biasdiff.reading_level import readability
from biasdiff.toning import tones

# Below this many words of its own voice, a story carries no rates (Poisson power; see docs/method.md).
LEAST_WORDS_FOR_RATES = 150
DRAWS = 400
GROUPS: tuple[Group, ...] = get_args(Group)


def profile(story: Analysis, linked: frozenset[int] = frozenset()) -> Profile:
    """One story in numbers; `linked` are the sentences that have a counterpart in another story."""
    told = tuple(story.told)
    voices = [words_by_voice(story, sentence) for sentence in told]
    own = [voice["outlet"] for voice in voices]
    total = sum(voices, Counter())
    return Profile(
        passage=story.passage.id,
        words=total.total(),
        outlet_words=total["outlet"],
        reported_words=total["reported"],
        quoted_words=total["quoted"],
        linked_words=sum(len(sentence.words) for sentence in told if sentence.index in linked),
        counts=counts(story.findings),
        rates=rates(story, own),
        tone=tones(story.passage.text, story.sentences),
        readability=readability(story.passage.text, story.sentences),
    )


def counts(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """Findings by group and severity, for each voice; groups in their fixed order, strong ones first."""
    tally = Counter((f.group, f.severity, f.voice) for f in findings)
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
        if any(tally[group, severity, voice] for voice in get_args(Voice))
    )


def words_by_voice(story: Analysis, sentence: Sentence) -> Counter[Voice]:
    """How many words of a sentence each voice has."""
    at = bisect_right(story.voices, sentence.span.start, key=_end_of)
    if at == len(story.voices) or story.voices[at].start >= sentence.span.end:
        return Counter[Voice]({"outlet": len(sentence.words)})
    return Counter(story.voice(word.start) for word in sentence.words)


def _end_of(run: VoiceRun) -> int:
    return run.end


def rates(story: Analysis, own: Sequence[int]) -> tuple[Rate, ...]:
    """Findings of severity 2 and 3 in the outlet's voice per 100 words of that voice, group by group.

    `own` counts those words for each sentence that is told. The 95% interval comes from drawing the
    story's sentences anew 400 times (a cluster bootstrap: marks stand together in sentences). None
    for each where the outlet has under 150 words, and no upper end where nothing was found.
    """
    words = sum(own)
    if words < LEAST_WORDS_FOR_RATES:
        return tuple(Rate(group, None, None, None) for group in GROUPS)
    place = {sentence.index: number for number, sentence in enumerate(story.told)}
    marks = {group: _marks(story, group, place) for group in GROUPS}
    drawn_words = _drawn(dict(enumerate(own)), len(own)) if any(marks.values()) else []
    return tuple(_rate(group, marks[group], words, drawn_words, len(own)) for group in GROUPS)


def _marks(story: Analysis, group: Group, place: dict[int, int]) -> Counter[int]:
    """Strong and notable findings of a group in the outlet's voice, by the number of their sentence."""
    found = (f for f in story.findings if f.group == group and f.severity >= 2 and f.voice == "outlet")
    sentences = (story.sentence_at(finding.span.start) for finding in found)
    return Counter(place[sentence.index] for sentence in sentences if sentence and sentence.index in place)


def _rate(group: Group, marks: Counter[int], words: int, drawn_words: Sequence[int], sentences: int) -> Rate:
    value = 100 * marks.total() / words
    if not marks:
        return Rate(group, round(value, 3), 0.0, None)
    pairs = zip(_drawn(marks, sentences), drawn_words, strict=True)
    drawn = sorted([100 * count / (total or 1) for count, total in pairs])
    tail = DRAWS * 25 // 1000
    return Rate(group, round(value, 3), round(drawn[tail], 3), round(drawn[-1 - tail], 3))


def _drawn(values: Mapping[int, int], sentences: int) -> list[int]:
    """The sum of some sentences' values in each draw."""
    totals = [0] * DRAWS
    for number, value in values.items():
        if value:
            totals = [total + value * times for total, times in zip(totals, _draws(sentences)[number], strict=True)]
    return totals


@lru_cache(maxsize=64)
def _draws(sentences: int) -> tuple[bytes, ...]:
    """How often each of so many sentences comes in each draw; the same for every story of that length."""
    random = Random(sentences)
    times = [bytearray(DRAWS) for _ in range(sentences)]
    for draw in range(DRAWS):
        for number in random.choices(range(sentences), k=sentences):
            times[number][draw] += 1
    return tuple(map(bytes, times))
