"""All terms of all lexicons in one index: a sentence is searched once, whatever the number of entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from biasdiff.lexicon import GAP, SILENT, Entry, Lexicon, bundle, packed
from biasdiff.model import Word

MOST_GAP = 4


class Pattern(NamedTuple):
    """The words of a form behind its first one or two; a silent one says where its entry is not meant."""

    rest: tuple[str, ...]
    entry: int
    silent: bool


class Match(NamedTuple):
    """An entry found at words `first` to `last` (not included) of a sentence."""

    first: int
    last: int
    entry: int


class Forms(NamedTuple):
    """The patterns that begin with a word: it alone, and with others, by the second."""

    alone: tuple[Pattern, ...]
    longer: dict[str, list[Pattern]]


class Index:
    """The forms of our lexicons and of a caller's, by their first word.

    Forms are unpacked when their first word turns up: a story has few of all first words. A later
    lexicon comes first where the same words stand in two: a caller's entry replaces ours.
    """

    def __init__(self, own: tuple[Lexicon, ...]) -> None:
        ours = bundle()
        theirs = tuple(entry for lexicon in own for entry in lexicon.entries)
        self._entries: tuple[Sequence[Entry], Sequence[Entry]] = (ours.entries, theirs)
        self._tables: list[tuple[int, dict[str, str | Forms]]] = [(0, {**ours.forms})]
        if theirs:
            self._tables.append((len(ours.entries), {**packed(theirs)}))

    def entry(self, number: int) -> Entry:
        """The entry with a number."""
        ours, theirs = self._entries
        return ours[number] if number < len(ours) else theirs[number - len(ours)]

    def scan(self, sentence: Sequence[Word], is_meant: Callable[[Match], bool]) -> Iterator[Match]:
        """Entries found in the words of a sentence that pass a test: longest first, no word in two of them."""
        loud: list[Match] = []
        silent: list[Match] = []
        norms = [word.norm for word in sentence]
        for base, table in self._tables:
            for at, norm in enumerate(norms):
                forms = table.get(norm)
                if forms is not None:
                    if type(forms) is str:
                        forms = table[norm] = _unpacked(forms, base)
                    _try(forms, norms, at, loud, silent)  # type: ignore[arg-type]
        hushed = {(match.entry, at) for match in silent for at in range(match.first, match.last)}
        end = 0
        for match in sorted(loud, key=lambda m: (m.first, -m.last, -m.entry)):
            if match.first >= end and not _is_hushed(match, hushed) and is_meant(match):
                end = match.last
                yield match


def _is_hushed(match: Match, hushed: set[tuple[int, int]]) -> bool:
    return bool(hushed) and any((match.entry, at) in hushed for at in range(match.first, match.last))


def _try(forms: Forms, norms: list[str], at: int, loud: list[Match], silent: list[Match]) -> None:
    for _, entry, is_silent in forms.alone:
        (silent if is_silent else loud).append(Match(at, at + 1, entry))
    if not forms.longer or at + 1 == len(norms):
        return
    for pattern in forms.longer.get(norms[at + 1], ()):
        if end := _end(pattern.rest, norms, at + 2):
            (silent if pattern.silent else loud).append(Match(at, end, pattern.entry))
    for pattern in forms.longer.get(GAP, ()):
        if end := _end((GAP, *pattern.rest), norms, at + 1):
            (silent if pattern.silent else loud).append(Match(at, end, pattern.entry))


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


def _unpacked(text: str, base: int) -> Forms:
    """Forms as `lexicon.packed` writes them; entries are counted from `base` on."""
    alone: list[Pattern] = []
    longer: dict[str, list[Pattern]] = {}
    for form in text.split(";"):
        words, _, number = form.rpartition("|")
        second, *rest = words.split(" ")
        pattern = Pattern(tuple(rest), base + int(number.lstrip(SILENT)), number[0] == SILENT)
        (longer.setdefault(second, []) if second else alone).append(pattern)
    return Forms(tuple(alone), longer)


@lru_cache(maxsize=8)
def index(own: tuple[Lexicon, ...]) -> Index:
    """The index of our lexicons and a caller's; the same lexicons give the same index without work."""
    return Index(own)
