"""Counts, rates and intervals of one story, by group, severity and voice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
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
        Count(group, severity, tally[group, severity, "outlet"], tally[group, severity, "reported"], tally[group, severity, "quoted"])
        for group in GROUPS
        for severity in (3, 2, 1)
        if any(tally[group, severity, voice] for voice in get_args(Voice))
    )


def rates(story: Analysis) -> tuple[Rate, ...]:
    """Findings of severity 2 and 3 in the outlet's voice per 100 words of that voice, group by group.

    The 95% interval comes from drawing the story's sentences anew 400 times (a cluster bootstrap:
    marks stand together in sentences). None for each where the outlet has under 150 words.
    """
    words = [_outlet_words(story, sentence.index) for sentence in story.sentences]
    if sum(words) < LEAST_WORDS_FOR_RATES:
        return tuple(Rate(group, None, None, None) for group in GROUPS)
    told = [sentence.index for sentence in story.told]
    # A fixed seed: the same story gives the same interval, byte for byte.
    draws = [random.Random(n).choices(told, k=len(told)) for n in range(DRAWS)]
    return tuple(_rate(group, story, words, told, draws) for group in GROUPS)


def _outlet_words(story: Analysis, index: int) -> int:
    sentence = story.sentences[index]
    if sentence.role == "boilerplate":
        return 0
    return sum(story.voice(word.start) == "outlet" for word in sentence.words)


def _rate(group: Group, story: Analysis, words: Sequence[int], told: Sequence[int], draws: Sequence[Sequence[int]]) -> Rate:
    marks = Counter(
        sentence.index
        for finding in story.findings
        if finding.group == group and finding.severity >= 2 and finding.voice == "outlet"
        and (sentence := story.sentence_at(finding.span.start)) is not None
    )
    value = _per_hundred(told, marks, words)
    if not marks:
        return Rate(group, value, 0.0, None)
    drawn = sorted(_per_hundred(draw, marks, words) for draw in draws)
    return Rate(group, value, drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS) - 1])


def _per_hundred(sentences: Sequence[int], marks: Counter[int], words: Sequence[int]) -> float:
    return round(100 * sum(marks[i] for i in sentences) / max(1, sum(words[i] for i in sentences)), 3)
