"""Surnames that are misspelt: one letter away from a name that the stories know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

# Shorter names are too often one letter apart and still two: Moran and Doran.
LEAST_LETTERS = 6
_MOST_ALIKE = 24


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one letter apart: another, one more, or two neighbours swapped (Damerau-Levenshtein).

    >>> is_slip("calloway", "callowya"), is_slip("talvia", "talvian"), is_slip("orlan", "olarn")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return one == other
    i = 0
    while i < min(len(one), len(other)) and one[i] == other[i]:
        i += 1
    a, b = one[i:], other[i:]
    return a[1:] == b[1:] or a == b[1:] or a[1:] == b or (a[:2] == b[1::-1] and a[2:] == b[2:])


class Spellings:
    """Surnames by what is left of them when a letter is dropped: two that are a slip apart share one such form."""

    def __init__(self, surnames: Iterable[str]) -> None:
        self._names = sorted({name for name in surnames if len(name) >= LEAST_LETTERS - 1})
        self._forms: dict[str, dict[str, list[str]]] = {}
        # The first letter and the lengths that a slip can have: most words need no further look.
        self._shapes = {(name[0], len(name) + more) for name in self._names for more in (-1, 0, 1)}

    def _alike(self, first: str) -> dict[str, list[str]]:
        """The surnames with a first letter: a slip never changes that."""
        if first not in self._forms:
            found: dict[str, list[str]] = defaultdict(list)
            for name in [name for name in self._names if name[0] == first]:
                for form in _shortened(name):
                    found[form].append(name)
            self._forms[first] = found
        return self._forms[first]

    def meant(self, word: str, times: int) -> str | None:
        """The surname that a word misspells, if there is just one; a word of five letters must stand but once."""
        if len(word) < LEAST_LETTERS - (times == 1) or (word[0], len(word)) not in self._shapes:
            return None
        alike = self._alike(word[0])
        near = {
            name for form in _shortened(word) for name in alike.get(form, ())[:_MOST_ALIKE] if _is_misspelt(name, word)
        }
        return near.pop() if len(near) == 1 else None


def _is_misspelt(name: str, word: str) -> bool:
    """Whether a word is a slip for a name; short ones must have the same length too, and end alike."""
    if name[0] != word[0] or word == name + "s" or not is_slip(name, word):
        return False
    return len(word) >= LEAST_LETTERS or (len(name) == len(word) and name[-1] == word[-1])


def _shortened(word: str) -> list[str]:
    return [word, *[word[:at] + word[at + 1 :] for at in range(len(word))]]
