"""What a story is about, as far as it tells whether a picture is meant literally."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from biasdiff.inflecting import forms
from biasdiff.lexicon import compared
from biasdiff.model import Analysis, Sentence

# Two words of a field this many sentences apart or nearer make it the topic there ...
NEAR = 4
# ... and so do two anywhere in a story that has one such word in this many or fewer.
WORDS_A_TOPIC_WORD = 100


class Topics:
    """The places of a story's words, found when they are first asked for."""

    def __init__(self, story: Analysis) -> None:
        self._sentences = {sentence.index: sentence for sentence in story.told}
        self._places: dict[str, list[int]] | None = None
        self._texts: dict[int, str] = {}
        self._words = 0

    def has(self, literal: tuple[str, ...], sentence: Sentence) -> bool:
        """Whether a literal field is at hand: one of its words in the sentence, or two near it or all over."""
        if not literal:
            return False
        singles, phrases = field(literal)
        if any(word.norm in singles for word in sentence.words) or any(p in self._text(sentence) for p in phrases):
            return True
        found = {word: places for word in singles if (places := self._all().get(word))}
        if len(found) < 2:
            return False
        near = sum(any(abs(at - sentence.index) <= NEAR for at in places) for places in found.values())
        return near > 1 or sum(map(len, found.values())) * WORDS_A_TOPIC_WORD >= self._words

    def _text(self, sentence: Sentence) -> str:
        if sentence.index not in self._texts:
            self._texts[sentence.index] = f" {' '.join(word.norm for word in sentence.words)} "
        return self._texts[sentence.index]

    def _all(self) -> dict[str, list[int]]:
        if self._places is None:
            self._places = defaultdict(list)
            for index, sentence in self._sentences.items():
                self._words += len(sentence.words)
                for word in sentence.words:
                    self._places[word.norm].append(index)
        return self._places


@lru_cache(maxsize=1 << 12)
def field(literal: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a literal field with their plurals, and its phrases with a space around each."""
    texts = [compared(form) for word in literal for form in forms(word, "noun")]
    return frozenset(t for t in texts if " " not in t), tuple(f" {t} " for t in texts if " " in t)
