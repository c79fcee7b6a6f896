"""Patterns that few sentences match, each with words by which all others are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from biasdiff.contrasting.ground import Ground
from biasdiff.model import Analysis, Sentence


class Sought(NamedTuple):
    """A pattern with words in small letters: whatever matches has one of them, and a story mostly has none."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    def within(self, ground: Ground, story: Analysis) -> Iterator[tuple[Sentence, re.Match[str]]]:
        """The sentences of a story in which the pattern is found, but for boilerplate, with the first match in each.

        Offsets of a match count from the start of its sentence.
        """
        words = self.words & ground.vocabulary(story.passage.id)
        for sentence in story.told if words else ():
            printed = story.text(sentence.span)
            may_match = any(map(printed.lower().__contains__, words))
            found = self.pattern.search(printed) if may_match else None
            if found:
                yield sentence, found


def sought(pattern: str, words: str, flags: re.RegexFlag = re.NOFLAG) -> Sought:
    """A pattern to be sought by some words."""
    return Sought(re.compile(pattern, flags), frozenset(words.split()))
