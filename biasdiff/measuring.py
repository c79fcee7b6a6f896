"""Counts, rates and intervals of one story, by group, severity and voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from random import Random
from typing import get_args

from biasdiff.model import Analysis, Count, Finding, Group, Profile, Rate, Voice
from biasdiff.reading_level import readability
from biasdiff.toning import tones

# Below this many words of its own voice, a story carries no rates (Poisson power; see docs/method.md).
LEAST_WORDS_FOR_RATES = 150
DRAWS = 400
GROUPS: tuple[Group, ...] = get_args(Group)


def profile(story: Analysis, linked: frozenset[int] = frozenset()) -> Profile:
    """One story in numbers; `linked` are the sentences that have a counterpart in another story."""
    voices = Counter[Voice]()
    linked_words = 0
    for sentence in story.told:
        voices.update(story.voice(word.start) for word in sentence.words)
        linked_words += len(sentence.words) * (sentence.index in linked)
    return Profile(
        passage=story.passage.id,
        words=voices.total(),
        outlet_words=voices["outlet"],
        reported_words=voices["reported"],
        quoted_words=voices["quoted"],
        linked_words=linked_words,
        counts=counts(story.findings),
        rates=rates(story),
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


def rates(story: Analysis) -> tuple[Rate, ...]:
    """Findings of severity 2 and 3 in the outlet's voice per 100 words of that voice, group by group.

    The 95% interval comes from drawing the story's sentences anew 400 times (a cluster bootstrap:
    marks stand together in sentences). None for each where the outlet has under 150 words, and no
    upper end where nothing was found.
    """
    told = list(story.told)
    words = [sum(story.voice(word.start) == "outlet" for word in sentence.words) for sentence in told]
    if sum(words) < LEAST_WORDS_FOR_RATES:
        return tuple(Rate(group, None, None, None) for group in GROUPS)
    place = {sentence.index: number for number, sentence in enumerate(told)}
    drawn_words = _drawn(dict(enumerate(words)), len(told))
    return tuple(_rate(group, _marks(story, group, place), sum(words), drawn_words, len(told)) for group in GROUPS)


def _marks(story: Analysis, group: Group, place: dict[int, int]) -> Counter[int]:
    """Strong and notable findings of a group in the outlet's voice, by the number of their sentence."""
    found = (f for f in story.findings if f.group == group and f.severity >= 2 and f.voice == "outlet")
    sentences = (story.sentence_at(finding.span.start) for finding in found)
    return Counter(place[sentence.index] for sentence in sentences if sentence and sentence.index in place)


def _rate(group: Group, marks: Counter[int], words: int, drawn_words: Sequence[int], sentences: int) -> Rate:
    value = round(100 * marks.total() / words, 3)
    if not marks:
        return Rate(group, value, 0.0, None)
    pairs = zip(_drawn(marks, sentences), drawn_words, strict=True)
    drawn = sorted(round(100 * count / max(1, total), 3) for count, total in pairs)
    return Rate(group, value, drawn[DRAWS * 25 // 1000], drawn[-1 - DRAWS * 25 // 1000])


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
