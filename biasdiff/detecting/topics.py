"""What a story is about, as far as it tells whether a picture is meant literally."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache

from biasdiff.inflecting import forms
from biasdiff.lexicon import compared
from biasdiff.model import Analysis, Sentence

# Two words of a field this many sentences apart or nearer make it the topic there ...
NEAR = 4
# ... and so do two anywhere in a story that has one such word in this many or fewer.
WORDS_A_TOPIC_WORD = 100


# In reports of matches one side crushes the other, and nobody is hurt or blamed. With a capital, a league is a name.
SPORT = frozenset(
    """
    striker midfielder goalkeeper league semi-final quarter-final innings wicket wickets half-time batsman quarterback
    touchdown fixture playoff premiership sprinter kick-off hat-trick tiebreak
    """.split()
)
# Names of bodies and dates as well: one sentence alone is about sport for them.
_ELSEWHERE = frozenset(("league", "fixture"))
_PLAY = (*sorted(SPORT - _ELSEWHERE), "free kick", "penalty area", "equaliser", "equalizer")
_SCORE = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b")
_PLAYED = re.compile(r"\b(?:win|wins|won|beat|beaten|lost|defeat|final|goals?|points?|home|away|match|game)\b", re.I)
_VOTED = re.compile(r"\b(?:vot|senat|parliament|court|committee|council|ruling|panel|bill|hous|congress)", re.I)


def _is_match_report(text: str, sentence: Sentence) -> bool:
    # One look at the whole spares the look at each word.
    sporting = not SPORT.isdisjoint(sentence.norms)
    if sporting and any(word.norm in SPORT and text[word.start].islower() for word in sentence.words):
        return True
    scored = _SCORE.search(text, *sentence.span) and _PLAYED.search(text, *sentence.span)
    return bool(scored) and not _VOTED.search(text, *sentence.span)


class Topics:
    """The places of a story's words, found when they are first asked for."""

    def __init__(self, story: Analysis) -> None:
        self._sentences = {sentence.index: sentence for sentence in story.told}
        self._vocabulary: frozenset[str] | None = None
        self._places: dict[str, list[int]] | None = None
        self._texts: dict[int, str] = {}
        self._words = 0
        self._had: dict[tuple[tuple[str, ...], int, frozenset[str]], bool] = {}
        self._matches: dict[int, bool] = {}

    def is_match_report(self, text: str, sentence: Sentence) -> bool:
        """Whether a sentence tells of a match: by a word that belongs to sport alone, or by a score that is no vote."""
        if sentence.index not in self._matches:
            self._matches[sentence.index] = _is_match_report(text, sentence)
        return self._matches[sentence.index]

    def is_about_sport(self, text: str, sentence: Sentence) -> bool:
        """Whether a sentence tells of a match or stands in a report of one."""
        return self.is_match_report(text, sentence) or self.has(_PLAY, sentence)

    def has(self, literal: tuple[str, ...], sentence: Sentence, own: frozenset[str] = frozenset()) -> bool:
        """Whether a literal field is at hand: one of its words in the sentence, or two near it or all over.

        own: words that do not count, for what is asked about is made of them.
        """
        if not literal:
            return False
        asked = (literal, sentence.index, own)
        if asked not in self._had:
            self._had[asked] = self._has(literal, sentence, own)
        return self._had[asked]

    def _has(self, literal: tuple[str, ...], sentence: Sentence, own: frozenset[str]) -> bool:
        singles, phrases = field(literal)
        found = (singles - own) & self._all_words()
        if found and not found.isdisjoint(sentence.norms):
            return True
        if any(phrase in self._text(sentence) for phrase in phrases):
            return True
        if len(found) < 2:
            return False
        places = [self._all_places()[word] for word in found]
        near = sum([_is_near(one, sentence.index) for one in places])
        return near > 1 or sum(map(len, places)) * WORDS_A_TOPIC_WORD >= self._words

    def _text(self, sentence: Sentence) -> str:
        if sentence.index not in self._texts:
            self._texts[sentence.index] = f" {' '.join(sentence.norms)} "
        return self._texts[sentence.index]

    def _all_words(self) -> frozenset[str]:
        if self._vocabulary is None:
            self._vocabulary = frozenset().union(*[sentence.norms for sentence in self._sentences.values()])
        return self._vocabulary

    def _all_places(self) -> dict[str, list[int]]:
        # Asked for seldom: few stories have two words of a field.
        if self._places is None:
            self._places = defaultdict(list)
            for index, sentence in self._sentences.items():
                self._words += len(sentence.words)
                for norm in sentence.norms:
                    self._places[norm].append(index)
        return self._places


def _is_near(places: list[int], index: int) -> bool:
    at = bisect_left(places, index - NEAR)
    return at < len(places) and places[at] <= index + NEAR


@lru_cache(maxsize=1 << 12)
def field(literal: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a literal field with their plurals, and its phrases with a space around each."""
    texts = [compared(form) for word in literal for form in forms(word, "noun")]
    return frozenset(t for t in texts if " " not in t), tuple(f" {t} " for t in texts if " " in t)
