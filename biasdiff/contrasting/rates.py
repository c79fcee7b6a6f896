"""Rates of two stories compared, where both are long enough and enough of them is linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random
from typing import NamedTuple, get_args

from biasdiff.model import Analysis, Contrast, Group, Profile

LEAST_WORDS = 800
LEAST_LINKED = 0.3
_DRAWS = 400
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
    for group in get_args(Group):
        yield _contrast(passages, group, _sample(left, group), _sample(right, group))


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
        return (sum(self.marks) + 0.5) / max(1, sum(self.words))


def _sample(story: Analysis, group: Group) -> _Sample:
    strong = (f for f in story.findings if f.group == group and f.severity > 1 and f.voice == "outlet")
    sentences = (story.sentence_at(finding.span.start) for finding in strong)
    marks = Counter(sentence.index for sentence in sentences if sentence)
    told = list(story.told)
    words = tuple(sum(story.voice(word.start) == "outlet" for word in sentence.words) for sentence in told)
    return _Sample(tuple(marks[sentence.index] for sentence in told), words)


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
    random = Random(len(one.marks) * 1009 + len(other.marks))
    ratios = sorted(_drawn(one, random).rate / _drawn(other, random).rate for _ in range(_DRAWS))
    return ratios[_DRAWS * 25 // 1000], ratios[-1 - _DRAWS * 25 // 1000]


def _drawn(sample: _Sample, random: Random) -> _Sample:
    picked = random.choices(range(len(sample.marks)), k=len(sample.marks))
    return _Sample(tuple(sample.marks[i] for i in picked), tuple(sample.words[i] for i in picked))


def _chance(one: _Sample, other: _Sample) -> float:
    """How often sentences dealt out at random to two stories of these lengths differ at least as much."""
    random = Random(len(one.marks) + len(other.marks))
    pool = sorted([*zip(one.marks, one.words, strict=True), *zip(other.marks, other.words, strict=True)])
    seen = _distance(one.rate, other.rate)
    size = min(len(one.marks), len(other.marks))
    as_large = 0
    for _ in range(_DRAWS):
        random.shuffle(pool)
        left, right = pool[:size], pool[size:]
        rates = [_Sample(*zip(*part, strict=True)).rate for part in (left, right)]
        as_large += _distance(*rates) >= seen - 1e-12
    return (as_large + 1) / (_DRAWS + 1)


def _distance(one: float, other: float) -> float:
    return max(one / other, other / one)
