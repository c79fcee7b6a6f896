"""Who answers for what stands in a sentence: the source of a figure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Literal

from biasdiff.model import Analysis, Attribution, Sentence

_BACK = re.compile(r"(?:The|That|This|These|Those|Both|Its?)\b (?:figures?|numbers?|counts?|totals?|estimates?)\b")
# A document or count that the sentence itself names.
_COUNTED = re.compile(
    r"\b(?:official figures|census|survey|poll|register|audit|results|(?:count|tally|estimates?) (?:by|from))\b"
)


class Answering:
    """The sources of a story by sentence."""

    def __init__(self, story: Analysis) -> None:
        self._story = story
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
            inside = [a for a in here if any(span.start <= offset < span.end for span in a.content)]
            return self._name((inside or here)[-1]), "sentence"
        named = _COUNTED.search(self._story.text(sentence.span))
        if named:
            return named.group(), "sentence"
        before = self._by_sentence.get(sentence.index - 1, ())
        if before:
            return self._name(before[-1]), "beside"
        behind = self._by_sentence.get(sentence.index + 1, ())
        if behind and _BACK.match(self._story.text(self._story.sentences[sentence.index + 1].span)):
            return self._name(behind[0]), "beside"
        return "", "none"

    def _name(self, attribution: Attribution) -> str:
        printed = " ".join(self._story.text(attribution.source).split()) if attribution.source else ""
        return attribution.speaker_name or printed.split(",")[0]
