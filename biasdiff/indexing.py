"""All terms of all lexicons in one index: a sentence is searched once, whatever the number of entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from biasdiff.inflecting import forms
from biasdiff.lexicon import Entry, Lexicon
from biasdiff.model import Word
from biasdiff.segmenting import words

GAP = "*"
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
    literal: tuple[frozenset[str], ...]
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
    single: dict[str, list[Pattern]] = defaultdict(list)
    double: dict[str, dict[str, list[Pattern]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        for pattern in _patterns(number, entry):
            if len(pattern.words) > 1 and pattern.words[1] != GAP:
                double[pattern.words[0]][pattern.words[1]].append(pattern)
            elif pattern.words:
                single[pattern.words[0]].append(pattern)
    literal = tuple(_topic(entry) for entry in entries)
    return Index(entries, owners, literal, dict(single), {first: dict(rest) for first, rest in double.items()})


def _patterns(number: int, entry: Entry) -> Iterator[Pattern]:
    for term in entry.terms:
        for form in forms(term, entry.pos):
            yield Pattern(compared(form), number, False)
    for phrase in entry.unless:
        yield Pattern(compared(phrase), number, True)


def _topic(entry: Entry) -> frozenset[str]:
    """The literal field of an entry, words and phrases alike as single compared words, with plurals."""
    return frozenset(norm for word in entry.literal for form in forms(word, "noun") for norm in compared(form)[-1:])


def compared(term: str) -> tuple[str, ...]:
    """The words of a term as they are compared, with gaps kept."""
    parts = term.split(GAP)
    found: list[str] = []
    for part in parts:
        found += [GAP, *(word.norm for word in words(part))]
    return tuple(found[1:])
