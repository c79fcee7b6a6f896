"""Who answers for what stands in a sentence: the source of a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import Literal

from biasdiff.model import Analysis, Attribution, Sentence, Span

_BACK = re.compile(r"(?:The|That|This|These|Those|Both|Its?)\b (?:figures?|numbers?|counts?|totals?|estimates?)\b")
# A document or count that the sentence itself names.
_COUNTED = re.compile(
    r"\b(?:official figures|census|survey|poll|register|audit|results|(?:count|tally|estimates?) (?:by|from))\b"
)


def _starts(content: tuple[Span, int]) -> int:
    return content[0].start


class Answering:
    """The sources of a story by sentence."""

    def __init__(self, story: Analysis) -> None:
        self._story = story
        self._counted: dict[int, str] = {}
        self._contents: list[tuple[Span, int]] = []
        self._reach: list[int] = []
        self._by_sentence: dict[int, list[Attribution]] = defaultdict(list)
        for attribution in story.attributions:
            if attribution.source is None:
                continue
            touched = (attribution.cue, attribution.source, *attribution.content)
            for index in {sentence.index for span in touched if span for sentence in story.between(span)}:
                self._by_sentence[index].append(attribution)

    def source(self, sentence: Sentence, offset: int) -> tuple[str, Literal["sentence", "beside", "none"]]:
        """Who answers for an offset: somebody in its sentence, else in the one before, or in one that points back."""
        here = self._by_sentence.get(sentence.index, ())
        if here:
            return self._name(self._saying(offset) or here[-1]), "sentence"
        if sentence.index not in self._counted:
            named = _COUNTED.search(self._story.passage.text, *sentence.span)
            self._counted[sentence.index] = named.group() if named else ""
        if self._counted[sentence.index]:
            return self._counted[sentence.index], "sentence"
        before = self._by_sentence.get(sentence.index - 1, ())
        if before:
            return self._name(before[-1]), "beside"
        behind = self._by_sentence.get(sentence.index + 1, ())
        if behind and _BACK.match(self._story.passage.text, self._story.sentences[sentence.index + 1].span.start):
            return self._name(behind[0]), "beside"
        return "", "none"

    def _saying(self, offset: int) -> Attribution | None:
        """The last attribution that reports what stands at an offset."""
        if not self._contents:
            told = enumerate(self._story.attributions)
            self._contents = sorted((span, number) for number, a in told if a.source for span in a.content)
            # How far the contents reach up to each: where none reaches an offset, those before it need no look.
            self._reach = list(accumulate((span.end for span, _ in self._contents), max))
        at = bisect_right(self._contents, offset, key=_starts) - 1
        last = -1
        while at >= 0 and self._reach[at] > offset:
            span, number = self._contents[at]
            last = max(last, number if offset < span.end else -1)
            at -= 1
        return self._story.attributions[last] if last >= 0 else None

    def _name(self, attribution: Attribution) -> str:
        printed = " ".join(self._story.text(attribution.source).split()) if attribution.source else ""
        return attribution.speaker_name or printed.split(",")[0]
