"""Terms as numbers, shared by both stories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from biasdiff.aligning.terms import IDLE, SCALES, first_terms, phrases, scaled, second_terms, terms
from biasdiff.model import Sentence, Word

_LEAST_LETTERS = 6
# Idle terms have the same numbers in all stories; they are their places counted from the end.
_IDLE = sorted(IDLE)
_IDLE_NUMBERS = {term: number for number, term in enumerate(_IDLE, -len(_IDLE))}
_ALL_IDLE = frozenset(_IDLE_NUMBERS.values())


def content(words: Iterable[int]) -> frozenset[int]:
    """The terms among some that are not idle."""
    return frozenset(words).difference(_ALL_IDLE)


class Vocabulary:
    """Terms as small numbers, idle ones below nought.

    Numbers make sets quick, and the order in them the same in every run.
    """

    def __init__(self) -> None:
        self._numbers = _IDLE_NUMBERS.copy()
        self._terms: list[str] = []  # those that are not idle, by their numbers
        self._forms = _IDLE_NUMBERS.copy()  # word forms, and the number of the (first) term that each gives
        self._compounds: set[str] = set()  # forms that give several terms
        self._joining: set[str] = set()  # forms whose term may make one with the term beside it
        self._scales: set[int] = set()  # what makes one term with the figure before it
        self._phrases: set[tuple[int, int]] = set()  # two terms in a row that make one

    def __len__(self) -> int:
        return len(self._terms)

    def term(self, number: int) -> str:
        """The term that a number stands for."""
        return self._terms[number] if number >= 0 else _IDLE[number]

    def among(self, known: frozenset[str]) -> frozenset[int]:
        """The numbers of those terms, idle ones left out, that are among some."""
        return frozenset([self._numbers[term] for term in known.intersection(self._terms)])

    def meet(self, norms: Iterable[str]) -> None:
        """Numbers the terms of the word forms of a story."""
        forms, known, named, joining = self._forms, self._numbers, self._terms, first_terms().union(SCALES)
        for norm in dict.fromkeys(norms):
            if norm not in forms:
                found = terms(norm)
                first = found[0]
                if first not in known:
                    known[first] = len(named)
                    named.append(first)
                forms[norm] = known[first]
                if len(found) > 1:
                    self._compounds.add(norm)
                elif first in joining:
                    self._joining.add(norm)
        self._scales = {known[term] for term in SCALES if term in known}
        self._phrases = {(known[one], known[two]) for one, two in phrases() if one in known and two in known}

    def read(self, sentence: Sentence) -> tuple[tuple[int, ...], Sequence[Word]]:
        """The terms of a sentence in order, and beside them the (last) word that each comes from.

        Its word forms must have been met.
        """
        norms = sentence.norms
        numbers = tuple(map(self._forms.__getitem__, norms))
        if not self._compounds.isdisjoint(norms) or (not self._joining.isdisjoint(norms) and self._has_joined(numbers)):
            return self._read_slowly(sentence)
        return numbers, sentence.words

    def _has_joined(self, numbers: tuple[int, ...]) -> bool:
        return not (self._scales.isdisjoint(numbers) and self._phrases.isdisjoint(pairwise(numbers)))

    def _number(self, term: str) -> int:
        new = len(self._terms)
        number = self._numbers.setdefault(term, new)
        if number == new:
            self._terms.append(term)
        return number

    def _read_slowly(self, sentence: Sentence) -> tuple[tuple[int, ...], Sequence[Word]]:
        """The terms of a sentence in which a word gives several, or may make one with the term before it."""
        numbers: list[int] = []
        sources: list[Word] = []
        latter = {self._numbers[term] for term in second_terms() if term in self._numbers}
        for word, norm in zip(sentence.words, sentence.norms, strict=True):
            several = [self._number(term) for term in terms(norm)] if norm in self._compounds else (self._forms[norm],)
            for number in several:
                one = self._joined(numbers[-1], self.term(number)) if numbers and number in latter else None
                if one is None:
                    numbers.append(number)
                    sources.append(word)
                else:
                    numbers[-1], sources[-1] = one, word
        return tuple(numbers), sources

    def _joined(self, first: int, latter: str) -> int | None:
        """The one term that two in a row make, if they do: "3" "million", "step" "down"."""
        former = self.term(first)
        if latter in SCALES:
            one = scaled(former, latter) if former.replace(".", "", 1).isdigit() else None
        else:
            one = phrases().get((former, latter))
        return None if one is None else self._number(one)

    def misspelt(self, names: Collection[int]) -> dict[int, int]:
        """Names that differ from one met before by two letters changed about ("Zelenksy"), and the number of that."""
        by_letters: dict[str, int] = {}
        found: dict[int, int] = {}
        for number in sorted(names):  # in the order in which they were met
            term = self._terms[number]
            if len(term) >= _LEAST_LETTERS:
                first = by_letters.setdefault("".join(sorted(term)), number)
                if first != number and _changed_about(self._terms[first], term):
                    found[number] = first
        return found


def _changed_about(one: str, two: str) -> bool:
    """Whether two words of the same letters differ in two neighbouring letters alone, not at the start."""
    differing = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(differing) == 2 and differing[0] > 0 and differing[1] - differing[0] == 1
