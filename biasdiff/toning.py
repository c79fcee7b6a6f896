"""Emotion words by sentence, from VADER: a way of reading side by side, never a verdict on a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from string import punctuation
from typing import TYPE_CHECKING

from biasdiff.model import Sentence, Tone, ToneWord

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

# VADER knows straight marks only (“doesn’t” with a curly one loses its negation). One code point
# each way, so that offsets hold.
_STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
# Its cost grows with the square of the words; no sentence of a story needs more.
MOST_CHARACTERS = 2_000


def tones(text: str, sentences: Sequence[Sentence]) -> tuple[Tone, ...]:
    """VADER's compound value (-1 to 1) of each sentence that counts, with the words that made it.

    A sentence over 2,000 characters is valued by its beginning.
    """
    return tuple(_tone(text, sentence) for sentence in sentences if sentence.role != "boilerplate")


def _tone(text: str, sentence: Sentence) -> Tone:
    start = sentence.span.start
    printed = text[start : min(sentence.span.end, start + MOST_CHARACTERS)].translate(_STRAIGHT)
    value = _analyzer().polarity_scores(printed)["compound"] if _may_tell(printed) else 0.0
    return Tone(sentence.index, value, _known_words(printed, start) if value else ())


def _may_tell(printed: str) -> bool:
    """Whether any word has a value, or a sign (an emoji) may have one; without, VADER's long way leads to 0."""
    known = _analyzer().lexicon
    return not printed.isascii() or any(
        word in known or word.strip(punctuation) in known for word in printed.lower().split()
    )


def _known_words(printed: str, start: int) -> tuple[ToneWord, ...]:
    values = _analyzer().lexicon
    matches = _WORD.finditer(printed.lower()) if len(printed.lower()) == len(printed) else ()
    return tuple(
        ToneWord(start + match.start(), start + match.end(), values[match[0]])
        for match in matches
        if match[0] in values
    )


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    """One analyzer a process; it reads its lexicon from disk."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()
