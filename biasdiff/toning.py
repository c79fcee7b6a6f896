"""Emotion words by sentence, from VADER: a way of reading side by side, never a verdict on a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from biasdiff.model import Sentence, Tone, ToneWord

if TYPE_CHECKING:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

# VADER knows straight marks only (“doesn’t” with a curly one loses its negation). One code point
# each way, so that offsets hold.
_STRAIGHT = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
_PRINTED = re.compile(r"\S+")
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
# Its cost grows with the square of the words; no sentence of a story needs more.
MOST_CHARACTERS = 2_000
# Its rules look at so many words before a word with a value, and behind it.
_BEFORE, _BEHIND = 3, 2
# Words that its rules name, beside those in its tables; the last two change more than the words near them.
_NAMED = frozenset(("no", "least", "this"))
_FAR = frozenset(("but", "kind"))


class _Token(NamedTuple):
    """A word as VADER takes it that counts: with its value in the lexicon, or because it may change that of others.

    stirs: it may change the words near it; far: and those that are not. known: the words of the lexicon in it, with
    offsets into it.
    """

    value: float | None
    stirs: bool
    far: bool
    known: tuple[ToneWord, ...]


def tones(text: str, sentences: Sequence[Sentence]) -> tuple[Tone, ...]:
    """VADER's compound value (-1 to 1) of each sentence that counts, with the words that made it.

    A sentence over 2,000 characters is valued by its beginning.
    """
    for printed, straight in _STRAIGHT:
        text = text.replace(printed, straight)
    has_emoji = _has_emoji(text)
    return tuple([_tone(text, sentence, has_emoji) for sentence in sentences if sentence.role != "boilerplate"])


def _has_emoji(text: str) -> bool:
    return not text.isascii() and not _analyzer().emojis.keys().isdisjoint(text)


def _tone(text: str, sentence: Sentence, has_emoji: bool) -> Tone:
    start = sentence.span.start
    printed = text[start : min(sentence.span.end, start + MOST_CHARACTERS)]
    words = printed.split()
    looked_up = list(map(_token, words))
    # In many sentences no word counts.
    if not has_emoji and not any(looked_up):
        return Tone(sentence.index, 0.0, ())
    tokens = [(at, token) for at, token in enumerate(looked_up) if token]
    value = _value(printed, words, tokens, has_emoji and _has_emoji(printed))
    return Tone(sentence.index, value, _known_words(printed, words, tokens, start) if value else ())


def _value(printed: str, words: Sequence[str], tokens: Sequence[tuple[int, _Token]], has_emoji: bool) -> float:
    """VADER's value of a sentence; its long way is left out where it would come to the same."""
    told = [(at, token.value) for at, token in tokens if token.value is not None]
    if has_emoji or (told and True in [token.far for _, token in tokens]):
        return float(_analyzer().polarity_scores(printed)["compound"])
    if not told:
        return 0.0
    stirring = [at for at, token in tokens if token.stirs]
    if stirring:
        told = [(at, _touched(words, at) if _is_near(at, stirring) else value) for at, value in told]
    return _compound([value for _, value in told], printed)


def _compound(values: Sequence[float], printed: str) -> float:
    """VADER's value of a sentence from those of its words, which its exclamation and question marks may add to."""
    if "!" in printed or "?" in printed:
        return float(_analyzer().score_valence(values, printed)["compound"])
    return round(float(_vader().normalize(sum(values))), 4)


def _is_near(at: int, stirring: Sequence[int]) -> bool:
    return True in [at - _BEFORE <= place <= at + _BEHIND for place in stirring]


def _touched(words: Sequence[str], at: int) -> float:
    """VADER's value of a word among the others of its sentence; where none near it is in capitals, only those count."""
    first, behind = max(0, at - _BEFORE), at + _BEHIND + 1
    if any(map(str.isupper, words[first:behind])):
        first, behind = 0, len(words)
    said = _vader().SentiText(" ".join(words[first:behind]))
    printed = said.words_and_emoticons[at - first]
    return float(_analyzer().sentiment_valence(0, said, printed, at - first, [])[0])


@lru_cache(1 << 13)
def _token(printed: str) -> _Token | None:
    """What VADER knows of a printed word; None for most."""
    (word,) = _vader().SentiText(printed).words_and_emoticons
    small = word.lower()
    value = None if small in _vader().BOOSTER_DICT else _analyzer().lexicon.get(small)
    stirs = small in _stirring() or "n't" in small or (value is not None and word.isupper())
    far, known = small in _FAR, _known_in(printed)
    return _Token(value, stirs, far, known) if stirs or far or known or value is not None else None


@cache
def _stirring() -> frozenset[str]:
    """Words that may change the value of others near them: VADER's, and of its phrases the longest word."""
    vader = _vader()
    phrases = (max(phrase.split(), key=len) for phrase in (*vader.BOOSTER_DICT, *vader.SPECIAL_CASES))
    return frozenset((*vader.NEGATE, *phrases, *_NAMED))


def _known_words(
    printed: str, words: Sequence[str], tokens: Sequence[tuple[int, _Token]], start: int
) -> tuple[ToneWord, ...]:
    """The words of the lexicon in a sentence that begins at an offset."""
    if not printed.isascii() and len(printed.lower()) != len(printed):
        return ()
    spans = [] if printed == " ".join(words) else [found.start() for found in _PRINTED.finditer(printed)]
    known = []
    for at, token in tokens:
        if token.known:
            begin = start + (spans[at] if spans else at + len("".join(words[:at])))
            known += [ToneWord(begin + first, begin + last, value) for first, last, value in token.known]
    return tuple(known)


def _known_in(printed: str) -> tuple[ToneWord, ...]:
    """The words of the lexicon in what stands between two spaces."""
    lexicon = _analyzer().lexicon
    matches = _WORD.finditer(printed.lower())
    return tuple([ToneWord(*match.span(), lexicon[match[0]]) for match in matches if match[0] in lexicon])


@cache
def _vader() -> ModuleType:
    """The library, loaded when the first story is valued."""
    return import_module("vaderSentiment.vaderSentiment")


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    """One analyzer a process; it reads its lexicon from disk."""
    analyzer: SentimentIntensityAnalyzer = _vader().SentimentIntensityAnalyzer()
    return analyzer
