"""Patterns that few sentences match, each with signs by which all others are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Analysis, Sentence


class Sought(NamedTuple):
    """A pattern with signs in small letters: whatever matches has one of them, and a story mostly has none."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]

    def within(self, story: Analysis) -> Iterator[tuple[Sentence, re.Match[str]]]:
        """The sentences of a story in which the pattern is found, but for boilerplate, with the first match in each.

        Offsets of a match count from the start of its sentence.
        """
        signs = self._in(story.passage.text, self.signs)
        for sentence in story.told if signs else ():
            printed = story.text(sentence.span)
            found = self.pattern.search(printed) if self._in(printed, signs) else None
            if found:
                yield sentence, found

    @staticmethod
    def _in(printed: str, signs: Sequence[str]) -> list[str]:
        """The signs that stand in some words."""
        small = printed.lower()
        return [sign for sign in signs if sign in small]
