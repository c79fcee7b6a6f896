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
    """The words of a form behind its first one or two; a silent one says where its entry is not meant."""

    rest: str
    entry: int
    silent: bool


class Match(NamedTuple):
    """An entry found at words `first` to `last` (not included) of a sentence."""

    first: int
    last: int
    entry: int


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Patterns of one word by that word, longer ones by their first and second.

    Later lexicons come first where the same words stand in two: a user's entry replaces ours.
    """

    entries: tuple[Entry, ...]
    lexicons: tuple[Lexicon, ...]
    topics: tuple[frozenset[str], ...]
    single: dict[str, list[Pattern]]
    longer: dict[str, dict[str, list[Pattern]]]

    def scan(self, sentence: Sequence[Word]) -> list[Match]:
        """Entries found in the words of a sentence: longest first, no word in two of them."""
        loud: list[Match] = []
        silent: list[Match] = []
        norms = [word.norm for word in sentence]
        for at, norm in enumerate(norms):
            if norm in self.single:
                for _, entry, is_silent in self.single[norm]:
                    (silent if is_silent else loud).append(Match(at, at + 1, entry))
            if norm in self.longer:
                self._try_longer(norms, at, loud, silent)
        return list(self._kept(loud, silent)) if loud else []

    def _try_longer(self, norms: list[str], at: int, loud: list[Match], silent: list[Match]) -> None:
        by_second = self.longer[norms[at]]
        for pattern in by_second.get(norms[at + 1], ()) if at + 1 < len(norms) else ():
            if end := _end(pattern.rest.split(), norms, at + 2):
                (silent if pattern.silent else loud).append(Match(at, end, pattern.entry))
        for pattern in by_second.get(GAP, ()):
            if end := _end([GAP, *pattern.rest.split()], norms, at + 1):
                (silent if pattern.silent else loud).append(Match(at, end, pattern.entry))

    def _kept(self, loud: list[Match], silent: list[Match]) -> Iterator[Match]:
        end = 0
        for match in sorted(loud, key=lambda m: (m.first, -m.last, -m.entry)):
            hushed = any(s.entry == match.entry and s.first < match.last and match.first < s.last for s in silent)
            if match.first >= end and not hushed:
                end = match.last
                yield match


def _end(wanted: Sequence[str], norms: list[str], at: int) -> int:
    """Where words that must stand at a place end, or 0; a gap takes as few words as it can."""
    for step, word in enumerate(wanted):
        if word == GAP:
            rest = wanted[step + 1 :]
            starts = range(at + step + 1, min(at + step + MOST_GAP, len(norms)) + 1)
            return next((end for start in starts if (end := _end(rest, norms, start))), 0)
        if at + step >= len(norms) or norms[at + step] != word:
            return 0
    return at + len(wanted)


@lru_cache(maxsize=8)
def index(lexicons: tuple[Lexicon, ...]) -> Index:
    """The index of lexicons; the same lexicons give the same index without work."""
    entries = tuple([entry for lexicon in lexicons for entry in lexicon.entries])
    owners = tuple([lexicon for lexicon in lexicons for _ in lexicon.entries])
    single: dict[str, list[Pattern]] = {}
    longer: dict[str, dict[str, list[Pattern]]] = {}
    for number, texts in enumerate(patterns for lexicon in lexicons for patterns in lexicon.patterns):
        for text in texts:
            silent = text[0] == SILENT
            first, _, more = text[silent:].partition(" ")
            if more:
                second, _, rest = more.partition(" ")
                longer.setdefault(first, {}).setdefault(second, []).append(Pattern(rest, number, silent))
            else:
                single.setdefault(first, []).append(Pattern("", number, silent))
    topics = tuple([frozenset(topic) if topic else _NO_TOPIC for lexicon in lexicons for topic in lexicon.topics])
    return Index(entries, owners, topics, single, longer)


_NO_TOPIC: frozenset[str] = frozenset()
