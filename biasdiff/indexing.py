"""All terms of all lexicons in one index: a sentence is searched once, whatever the number of entries."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count, pairwise
from typing import NamedTuple

from biasdiff.lexicon import GAP, SILENT, Entry, Lexicon, bundle, packed
from biasdiff.model import Sentence

MOST_GAP = 4
# Stands behind the words of each sentence; no word is like it.
_BORDER = "\n"


class Match(NamedTuple):
    """An entry found at words `first` to `last` (not included) of a sentence."""

    first: int
    last: int
    entry: int


# A match so that of several at one word the longest, and of those the one of the later entry, is the least:
# where it begins, and its end and entry below zero.
_Place = tuple[int, int, int]
# Stands behind all others.
_NONE: _Place = (sys.maxsize, 0, 0)
IsMeant = Callable[[Sentence, Match, Entry], bool]


# The entry of a form; for a silent form, which says where the entry is not meant, the same inverted: below zero.
_End = int


class Gapped(NamedTuple):
    """A form with a gap: the words up to it, those from it on, and those of the latter that a story must have."""

    before: tuple[str, ...]
    words: tuple[str, ...]
    needed: frozenset[str]
    end: _End


@dataclass(slots=True)
class Forms:
    """The forms that begin with one word, or with two: what else they have, and where they end.

    They are many and stay: tuples of texts and numbers are light, and passed over where garbage is collected.
    """

    plain: tuple[tuple[tuple[str, ...], _End], ...] = ()
    gapped: tuple[Gapped, ...] = ()


class Index:
    """The forms of our lexicons and of a caller's, by their first word.

    Forms are unpacked when their first word turns up: a story has few of all first words. A later
    lexicon comes first where the same words stand in two: a caller's entry replaces ours.
    """

    def __init__(self, own: tuple[Lexicon, ...]) -> None:
        ours = bundle()
        theirs = tuple(entry for lexicon in own for entry in lexicon.entries)
        self._ours, self._theirs = ours.entries, theirs
        self._own_from = len(ours.entries)
        self._tables = [_Table(ours.forms, 0)]
        if theirs:
            self._tables.append(_Table(packed(theirs), self._own_from))

    def entry(self, number: int) -> Entry:
        """The entry with a number."""
        return self._ours[number] if number < self._own_from else self._theirs[number - self._own_from]

    def of_word(self, norm: str) -> list[Entry]:
        """The entries that a word finds alone."""
        for table in self._tables:
            table.unpack(frozenset((norm,)))
        found = (table.alone.get(norm) for table in self._tables)
        return [self.entry(end) for forms in found if forms for _, end in forms.plain if end >= 0]

    def scan(
        self, sentences: Sequence[Sentence], is_meant: IsMeant, is_asked: Callable[[Entry], bool]
    ) -> Iterator[tuple[Sentence, Match, Entry]]:
        """Entries found in sentences that pass a test: longest first, no word in two of them.

        Only loaded words are found inside a match of another group too: “would be catastrophic” is a forecast,
        and its last word is loaded whoever makes it. The test is dear: entries that nobody asks for are put to
        it only where they are in the way of another.
        """
        found = _Found(sentences)
        for table in self._tables:
            table.unpack(found.distinct)
            found.follow(table)
        hushed: dict[int, set[int]] = {}
        for first, last, numbered in found.silent:
            hushed.setdefault(numbered, set()).update(range(first, -last))
        number = loaded = 0
        taken = range(0)
        for (first, last, numbered), later in pairwise([*sorted(found.loud), _NONE]):
            if first < loaded or (numbered in hushed and not hushed[numbered].isdisjoint(range(first, -last))):
                continue
            entry = self.entry(-numbered)
            if first < taken.stop and (entry.group != "wording" or range(first, -last) == taken):
                continue
            if later[0] >= -last and not is_asked(entry):
                continue
            while first >= found.borders[number + 1]:
                number += 1
            border = found.borders[number]
            here = Match(first - border, -last - border, -numbered)
            if is_meant(sentences[number], here, entry):
                if entry.group == "wording":
                    loaded = -last
                if -last > taken.stop:
                    taken = range(first, -last)
                yield sentences[number], here, entry


class _Table:
    """The forms of some lexicons by their first word; their entries are counted from a number on.

    alone: the forms that need no second word, or have a gap behind the first. pairs: all others, by their first two.
    """

    def __init__(self, forms: Mapping[str, str], base: int) -> None:
        self._packed, self._base = {**forms}, base
        self.alone: dict[str, Forms] = {}
        self.pairs: dict[tuple[str, str], Forms] = {}

    def unpack(self, norms: frozenset[str]) -> None:
        """Makes the forms ready that begin with some words, which stand as `lexicon.packed` writes them."""
        for norm in self._packed.keys() & norms:
            for form in self._packed.pop(norm).split(";"):
                self._unpack(norm, *form.rsplit("|", 1))

    def _unpack(self, norm: str, words: str, number: str) -> None:
        entry = self._base + int(number.lstrip(SILENT))
        end = ~entry if number[0] == SILENT else entry
        plain, gap, rest = words.partition(GAP)
        second, *others = plain.split() or ("",)
        forms = self.pairs.setdefault((norm, second), Forms()) if second else self.alone.setdefault(norm, Forms())
        if gap:
            behind = rest.split()
            forms.gapped += (Gapped(tuple(others), (GAP, *behind), frozenset(behind) - {GAP}, end),)
        else:
            forms.plain += ((tuple(others), end),)


class _Found:
    """The forms that stand in sentences, whose words are laid out in one row with a border behind each sentence.

    borders: where each sentence begins in the row; one more, where the row ends.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._norms: list[str] = []
        self.borders = [0]
        for sentence in sentences:
            self._norms += sentence.norms
            self._norms.append(_BORDER)
            self.borders.append(len(self._norms))
        self.distinct = frozenset(self._norms)
        self.loud: list[_Place] = []
        self.silent: list[_Place] = []

    def follow(self, table: _Table) -> None:
        """Notes the forms of a table whose words stand in the row."""
        norms = self._norms
        alone = {norm: table.alone[norm] for norm in table.alone.keys() & self.distinct}
        may_end = {norm for norm, forms in alone.items() if forms.plain or self._has_one(forms.gapped)}
        for at in compress(count(), map(may_end.__contains__, norms)):
            self._note_all(alone[norms[at]], at, at + 1)
        for at in compress(count(), map(table.pairs.__contains__, pairwise(norms))):
            self._note_all(table.pairs[norms[at], norms[at + 1]], at, at + 2)

    def _has_one(self, gapped: Iterable[Gapped]) -> bool:
        """Whether the words of one of some forms stand anywhere."""
        return True in [form.needed <= self.distinct for form in gapped]

    def _note_all(self, forms: Forms, first: int, at: int) -> None:
        """Notes the forms that begin at a place and whose other words stand from another on."""
        norms = self._norms
        for words, end in forms.plain:
            if not words or (norms[at] == words[0] and tuple(norms[at : at + len(words)]) == words):
                self._note(first, at + len(words), end)
        for form in forms.gapped:
            gap = at + len(form.before)
            if form.needed <= self.distinct and tuple(norms[at:gap]) == form.before:
                behind = self._behind(form.words, gap)
                if behind:
                    self._note(first, behind, form.end)

    def _behind(self, words: Sequence[str], at: int) -> int:
        """Where words that must stand at a place of a sentence end, or 0."""
        near = self._norms[at : at + MOST_GAP * len(words)]
        size = _end(words, near[: near.index(_BORDER)] if _BORDER in near else near, 0)
        return at + size if size else 0

    def _note(self, first: int, last: int, end: _End) -> None:
        if end < 0:
            self.silent.append((first, -last, -~end))
        else:
            self.loud.append((first, -last, -end))


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
def index(own: tuple[Lexicon, ...]) -> Index:
    """The index of our lexicons and a caller's; the same lexicons give the same index without work."""
    return Index(own)
