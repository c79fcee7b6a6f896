"""All terms of all lexicons in one index: a sentence is searched once, whatever the number of entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from biasdiff.lexicon import GAP, SILENT, Entry, Lexicon
from biasdiff.model import Word

MOST_GAP = 4


class Pattern(NamedTuple):
    """A form of a term as compared words; a silent one says where its entry is not meant."""

    words: tuple[str, ...]
    entry: int
    silent: bool


class Match(NamedTuple):
    """An entry found at words `first` to `last` (not included) of a sentence."""

    first: int
    last: int
    entry: int


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Patterns by first word, and by first and second word where there is a fixed second one.

    Later lexicons come first where the same words stand in two: a user's entry replaces ours.
    """

    entries: tuple[Entry, ...]
    lexicons: tuple[Lexicon, ...]
    topics: tuple[frozenset[str], ...]
    single: dict[str, list[Pattern]]
    double: dict[str, dict[str, list[Pattern]]]

    def scan(self, sentence: Sequence[Word]) -> list[Match]:
        """Entries found in the words of a sentence: longest first, no word in two of them."""
        loud: list[Match] = []
        silent: list[Match] = []
        norms = [word.norm for word in sentence]
        for at, norm in enumerate(norms):
            if norm in self.single:
                for pattern in self.single[norm]:
                    _try(pattern, norms, at, silent if pattern.silent else loud)
            if norm in self.double and at + 1 < len(norms):
                for pattern in self.double[norm].get(norms[at + 1], ()):
                    _try(pattern, norms, at, silent if pattern.silent else loud)
        return list(self._kept(loud, silent)) if loud else []

    def _kept(self, loud: list[Match], silent: list[Match]) -> Iterator[Match]:
        end = 0
        for match in sorted(loud, key=lambda m: (m.first, -m.last, -m.entry)):
            hushed = any(s.entry == match.entry and s.first < match.last and match.first < s.last for s in silent)
            if match.first >= end and not hushed:
                end = match.last
                yield match


def _try(pattern: Pattern, norms: list[str], at: int, found: list[Match]) -> None:
    last = _end(pattern.words, norms, at)
    if last:
        found.append(Match(at, last, pattern.entry))


def _end(pattern: tuple[str, ...], norms: list[str], at: int) -> int:
    """Where a pattern that begins at a word ends, or 0; a gap takes as few words as it can."""
    for step, wanted in enumerate(pattern):
        if wanted == GAP:
            rest = pattern[step + 1 :]
            for start in range(at + step + 1, min(at + step + MOST_GAP, len(norms)) + 1):
                if end := _end(rest, norms, start):
                    return end
            return 0
        if at + step >= len(norms) or norms[at + step] != wanted:
            return 0
    return at + len(pattern)


@lru_cache(maxsize=8)
def index(lexicons: tuple[Lexicon, ...]) -> Index:
    """The index of lexicons; the same lexicons give the same index without work."""
    entries = tuple(entry for lexicon in lexicons for entry in lexicon.entries)
    owners = tuple(lexicon for lexicon in lexicons for _ in lexicon.entries)
    single: dict[str, list[Pattern]] = {}
    double: dict[str, dict[str, list[Pattern]]] = {}
    for number, texts in enumerate(patterns for lexicon in lexicons for patterns in lexicon.patterns):
        for text in texts:
            silent = text.startswith(SILENT)
            first, *rest = words = tuple(text.removeprefix(SILENT).split(" "))
            pattern = Pattern(words, number, silent)
            if rest and rest[0] != GAP:
                double.setdefault(first, {}).setdefault(rest[0], []).append(pattern)
            else:
                single.setdefault(first, []).append(pattern)
    topics = tuple(frozenset(topic) for lexicon in lexicons for topic in lexicon.topics)
    return Index(entries, owners, topics, single, double)
