"""Rates of two stories compared, where both are long enough and enough of them is linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from random import Random
from typing import NamedTuple

from biasdiff.measuring import DRAWS, GROUPS, added, by_run, drawn, marks_by_run, other_voices, own_words, packed
from biasdiff.model import Analysis, Contrast, Group, Profile

LEAST_WORDS = 800
LEAST_LINKED = 0.3
_CLEAR, _SOME = 0.01, 0.05


def contrasts(stories: Sequence[Analysis], profiles: Sequence[Profile]) -> tuple[Contrast, ...]:
    """Two stories' rates of findings of severity 2 and 3, group by group; a note where they cannot be compared.

    Compared are stories with 800 words or more of the outlet's own voice, three tenths of whose words
    are linked. Sentences, not words, are drawn and dealt out, for findings stand together in them.
    Dealing out decides: an interval from few findings is too narrow.
    """
    pairs = combinations(zip(stories, profiles, strict=True), 2)
    return tuple(contrast for one, other in pairs for contrast in _contrasts(*one, *other))


def _contrasts(left: Analysis, mine: Profile, right: Analysis, theirs: Profile) -> Iterator[Contrast]:
    passages = (left.passage.id, right.passage.id)
    note = _too_little(mine, theirs)
    if note:
        yield Contrast(passages, "wording", None, None, None, None, None, note)
        return
    samples = zip(_samples(left), _samples(right), strict=True)
    for group, (one, other) in zip(GROUPS, samples, strict=True):
        yield _contrast(passages, group, one, other)


def _too_little(mine: Profile, theirs: Profile) -> str:
    if min(mine.outlet_words, theirs.outlet_words) < LEAST_WORDS:
        return f"Too short: a comparison of rates needs {LEAST_WORDS} words of each outlet’s own."
    if min(one.linked_words / max(1, one.words) for one in (mine, theirs)) < LEAST_LINKED:
        return "Too little of the two stories is linked for a comparison of rates."
    return ""


class _Sample(NamedTuple):
    """Findings and own words of a story, sentence by sentence."""

    marks: tuple[int, ...]
    words: tuple[int, ...]

    @property
    def rate(self) -> float:
        """Findings per word, with half a finding added."""
        return _rate(sum(self.marks), sum(self.words))


def _rate(marks: int, words: int) -> float:
    return (marks + 0.5) / max(1, words)


def _samples(story: Analysis) -> list[_Sample]:
    """The sample of each group of findings."""
    found, own = marks_by_run(story), tuple(by_run(own_words(story, other_voices(story))))
    return [_Sample(tuple([found[group][run] for run in range(len(own))]), own) for group in GROUPS]


def _contrast(passages: tuple[str, str], group: Group, one: _Sample, other: _Sample) -> Contrast:
    ratio = one.rate / other.rate
    # The same draws whichever story comes first.
    low, high = _interval(one, other) if one <= other else _turned(_interval(other, one))
    p = _chance(one, other)
    word = "clear" if p <= _CLEAR else "some" if p <= _SOME else "no clear difference"
    return Contrast(passages, group, round(ratio, 2), round(low, 2), round(high, 2), round(p, 3), word, "")


def _turned(interval: tuple[float, float]) -> tuple[float, float]:
    return 1 / interval[1], 1 / interval[0]


def _interval(one: _Sample, other: _Sample) -> tuple[float, float]:
    """The middle 95% of the ratio over samples whose sentences are drawn anew."""
    # Turned round, so that two stories of one length do not have the same draws.
    ratios = sorted(mine / theirs for mine, theirs in zip(_drawn(one), reversed(_drawn(other)), strict=True))
    return ratios[DRAWS * 25 // 1000], ratios[-1 - DRAWS * 25 // 1000]


def _drawn(sample: _Sample) -> list[float]:
    """The rate of a sample in each draw of its sentences."""
    marks, words = (drawn(dict(enumerate(values)), len(values)) for values in sample)
    return list(map(_rate, marks, words))


def _chance(one: _Sample, other: _Sample) -> float:
    """How often sentences dealt out at random to two stories of these lengths differ at least as much."""
    pool = sorted([*zip(*one, strict=True), *zip(*other, strict=True)])
    dealt = _dealt(len(pool), min(len(one.marks), len(other.marks)))
    columns = [dict(enumerate(values)) for values in zip(*pool, strict=True)]
    (marks, words), (all_marks, all_words) = [added(c, dealt) for c in columns], [sum(c.values()) for c in columns]
    seen = _distance(one.rate, other.rate) - 1e-12
    as_large = sum(
        _distance(_rate(mine, of), _rate(all_marks - mine, all_words - of)) >= seen
        for mine, of in zip(marks, words, strict=True)
    )
    return (as_large + 1) / (DRAWS + 1)


@lru_cache(maxsize=8)
def _dealt(sentences: int, hand: int) -> tuple[int, ...]:
    """Which of so many sentences are dealt to the shorter of two stories in each draw."""
    random = Random(sentences)
    times = [[0] * DRAWS for _ in range(sentences)]
    for draw in range(DRAWS):
        for number in random.sample(range(sentences), hand):
            times[number][draw] = 1
    return packed(times)


def _distance(one: float, other: float) -> float:
    return max(one / other, other / one)
