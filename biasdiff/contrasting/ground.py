"""What every contrast looks up: stories by id, the words and terms of their sentences, which sentences are linked."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, filterfalse

from biasdiff.aligning.terms import IDLE, terms
from biasdiff.model import Analysis, Link, Sentence

_FEW_SENTENCES = 40
_MARK = re.compile(r"\W+")


# The number of a link, and a sentence of either story that it joins.
Pair = tuple[int, Analysis, Sentence, Analysis, Sentence]


class Ground:
    """Several stories with their links, indexed."""

    def __init__(self, stories: Sequence[Analysis], links: Sequence[Link]) -> None:
        self.stories = tuple(stories)
        self.links = tuple(links)
        self.by_id = {story.passage.id: story for story in stories}
        self._norms = {key: [sentence.norms for sentence in one.sentences] for key, one in self.by_id.items()}
        self._terms: dict[tuple[str, int], frozenset[str]] = {}
        self._words = {key: _parts(found) for key, found in self._norms.items()}
        # In a few lines every word is frequent; that must not make them all alike.
        self._sentences = max(_FEW_SENTENCES, sum(map(len, self._norms.values())))
        self._run: dict[str, str] = {}
        self._small: dict[str, list[str]] = {}
        self._linked: dict[tuple[str, int], list[tuple[str, int, int]]] = defaultdict(list)
        for number, link in enumerate(links):
            (left, right), (mine, theirs) = link.passages, link.sentences
            for i in mine:
                for j in theirs:
                    self._linked[left, i].append((right, j, number))
                    self._linked[right, j].append((left, i, number))

    def norms(self, passage: str) -> Sequence[tuple[str, ...]]:
        """The words of a story as they are compared, sentence by sentence."""
        return self._norms[passage]

    def vocabulary(self, passage: str) -> frozenset[str]:
        """Every word of a story as it is compared, and the parts of words that a mark joins: clear-cut, cut."""
        return self._words[passage]

    def small_letters(self, passage: str) -> Sequence[str]:
        """The sentences of a story as printed, in small letters."""
        if passage not in self._small:
            story = self.by_id[passage]
            self._small[passage] = [story.text(sentence.span).lower() for sentence in story.sentences]
        return self._small[passage]

    def terms(self, passage: str, sentence: int) -> frozenset[str]:
        """The content of a sentence, as words are compared for links."""
        place = passage, sentence
        if place not in self._terms:
            self._terms[place] = frozenset(chain.from_iterable(map(_telling, self._norms[passage][sentence])))
        return self._terms[place]

    @cached_property
    def _seen(self) -> Counter[str]:
        """In how many sentences each term stands."""
        sentences = [self.terms(key, at) for key, found in self._norms.items() for at in range(len(found))]
        return Counter(chain.from_iterable(sentences))

    def rarity(self, term: str) -> float:
        """How much a shared term tells: 0 where every sentence has it, above 1 for one that few have."""
        return math.log((self._sentences + 1) / (self._seen[term] + 0.5)) / 3

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much the terms that two sentences share tell."""
        return sum(self.rarity(term) for term in one & other)

    def linked(self, passage: str, sentence: int) -> Sequence[tuple[str, int, int]]:
        """Story, sentence and link number of all that is linked to a sentence."""
        return self._linked.get((passage, sentence), ())

    def has(self, passage: str, words: tuple[str, ...]) -> bool:
        """Whether a story has some words in a row, told or quoted, whatever stands around them."""
        if not words or not self._words[passage].issuperset(words):
            return False
        return f" {' '.join(words)} " in self._running(passage)

    def _running(self, passage: str) -> str:
        """A story's words as they are compared, between spaces; sentences run on."""
        if passage not in self._run:
            norms = self._norms[passage]
            told = [norms[sentence.index] for sentence in self.by_id[passage].told]
            self._run[passage] = f" {' '.join(chain.from_iterable(told))} "
        return self._run[passage]

    def is_linked(self, one: tuple[str, int], other: tuple[str, int], near: int = 0) -> bool:
        """Whether a link joins two sentences, or their neighbours up to so many sentences away."""
        passage, index = one
        for at in range(index - near, index + near + 1):
            if any(p == other[0] and abs(j - other[1]) <= near for p, j, _ in self.linked(passage, at)):
                return True
        return False

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair of linked sentences, with the number of its link."""
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[Pair]:
        for number, link in enumerate(self.links):
            left, right = (self.by_id[key] for key in link.passages)
            for i in link.sentences[0]:
                for j in link.sentences[1]:
                    yield number, left, left.sentences[i], right, right.sentences[j]


def _parts(sentences: Sequence[Sequence[str]]) -> frozenset[str]:
    words = set(chain.from_iterable(sentences))
    joined = filterfalse(str.isalnum, words)
    return frozenset(words.union(_MARK.split(" ".join(joined))))


@lru_cache(1 << 14)
def _telling(norm: str) -> tuple[str, ...]:
    """The terms of a word, but for idle ones."""
    return tuple(term for term in terms(norm) if term not in IDLE)


def own(story: Analysis, offset: int) -> bool:
    """Whether the outlet itself, or its report of what others say, has the words at an offset: no quotation."""
    return story.voice(offset) != "quoted"
