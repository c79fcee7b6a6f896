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
        if not words:
            return
        printed = ground.small_letters(story.passage.id)
        places = {at for word in words for at, small in enumerate(printed) if word in small}
        for sentence in [story.sentences[at] for at in sorted(places)]:
            found = self.pattern.search(story.text(sentence.span)) if sentence.role != "boilerplate" else None
            if found:
                yield sentence, found


def sought(pattern: str, words: str, flags: re.RegexFlag = re.NOFLAG) -> Sought:
    """A pattern to be sought by some words."""
    return Sought(re.compile(pattern, flags), frozenset(words.split()))
