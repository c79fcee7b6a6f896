"""Terms as numbers, shared by both stories."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from biasdiff.aligning.terms import IDLE, SCALES, phrases, scaled, second_terms, terms
from biasdiff.model import Word

_LEAST_LETTERS = 6


class Vocabulary:
    """Terms as small numbers, idle ones below nought.

    Numbers make sets quick, and the order in them the same in every run.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms: dict[int, str] = {}
        self._plain: dict[str, int] = {}  # words that give one term, whatever stands beside them
        self._joining: set[int] = set()

    def __len__(self) -> int:
        return len(self._numbers)

    def term(self, number: int) -> str:
        """The term that a number stands for."""
        return self._terms[number]

    def among(self, known: Collection[str]) -> frozenset[int]:
        """The numbers of those terms that are among some."""
        return frozenset([number for term, number in self._numbers.items() if term in known])

    def read(self, words: Sequence[Word]) -> tuple[list[int], list[Word]]:
        """The terms of a sentence in order, and beside them the (last) word that each comes from."""
        numbers: list[int] = []
        sources: list[Word] = []
        plain = self._plain
        for word in words:
            number = plain.get(word.norm)
            if number is None:
                self._read_slowly(word, numbers, sources)
            else:
                numbers.append(number)
                sources.append(word)
        return numbers, sources

    def _read_slowly(self, word: Word, numbers: list[int], sources: list[Word]) -> None:
        """Adds a word that is new, gives several terms, or may make one with the term before it."""
        found = [self._number(term) for term in terms(word.norm)]
        if len(found) == 1 and found[0] not in self._joining:
            self._plain[word.norm] = found[0]
        for number in found:
            one = self._joined(numbers[-1], number) if number in self._joining and numbers else None
            if one is None:
                numbers.append(number)
                sources.append(word)
            else:
                numbers[-1], sources[-1] = one, word

    def _number(self, term: str) -> int:
        if term not in self._numbers:
            count = len(self._numbers)
            number = self._numbers[term] = -count - 1 if term in IDLE else count
            self._terms[number] = term
            if term in second_terms():
                self._joining.add(number)
        return self._numbers[term]

    def _joined(self, first: int, second: int) -> int | None:
        """The one term that two in a row make, if they do: "3" "million", "step" "down"."""
        former, latter = self._terms[first], self._terms[second]
        if latter in SCALES:
            return self._number(scaled(former, latter)) if former.replace(".", "", 1).isdigit() else None
        one = phrases().get((former, latter))
        return None if one is None else self._number(one)

    def misspelt(self, names: Collection[int]) -> dict[int, int]:
        """Names that differ from one met before by two letters changed about ("Zelenksy"), and the number of that."""
        by_letters: dict[str, int] = {}
        found: dict[int, int] = {}
        for term, number in self._numbers.items():
            if number in names and len(term) >= _LEAST_LETTERS:
                first = by_letters.setdefault("".join(sorted(term)), number)
                if first != number and _changed_about(self._terms[first], term):
                    found[number] = first
        return found


def _changed_about(one: str, two: str) -> bool:
    """Whether two words of the same letters differ in two neighbouring letters alone, not at the start."""
    differing = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(differing) == 2 and differing[0] > 0 and differing[1] - differing[0] == 1
