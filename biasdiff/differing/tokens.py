"""The words of two sides as they are compared: with one key for all house styles, and what kind of word each is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from operator import add
from typing import NamedTuple

from biasdiff.differing import spelling
from biasdiff.model import Analysis, EditKind, Span, Word, made
from biasdiff.stopwords import STOPWORDS

NEGATIONS = frozenset("not no nor never neither none nobody nothing nowhere without cannot".split())
# "one" is left out: it is a pronoun more often than a number.
_SMALL = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# Small numbers in figures, to tell another number from the same one in another house style.
FIGURES = {
    "one": "1",
    **{word: str(number) for number, word in enumerate(_SMALL, 2)},
    **{word: str(10 * number) for number, word in enumerate(_TENS, 2)},
}
NUMBERS = frozenset(
    (
        *_SMALL,
        *_TENS,
        *"hundred hundreds thousand thousands million millions billion billions trillion trillions".split(),
        *"dozen dozens half third quarter percent".split(),
    )
)
_NO_NAMES = frozenset("i mr mrs ms miss dr sir dame lord lady".split())
# What may stand before a name; a quotation mark, a colon or a full stop asks for a capital by itself.
_BEFORE_NAMES = frozenset((" ", ", ", " (", "-", "\n"))
_FIGURES = re.compile(r"[$£€¥₹]?\d")
_BRACKETS = frozenset("[]()")
_BRACKET = re.compile(r"[\[\]()]")
_LEAST_PART = 3
# Grammar words are never joined by rule: "the rapist" and "not able" would become other words.
_SPACED = {
    first + second: (first, second)
    for first, second in (("can", "not"), ("under", "way"), ("any", "more"), ("for", "ever"), ("per", "cent"))
}
_GRAMMAR = STOPWORDS | NEGATIONS

Parts = tuple[str, ...]


class Side(NamedTuple):
    """Words to be compared, run by run (a sentence, a part of a quotation), and the text they stand in."""

    text: str
    runs: tuple[tuple[Word, ...], ...]


class Words(NamedTuple):
    """The words of one side as they are compared, column by column: most steps look at one column alone.

    A word is one that is printed, or several that are one in another house style; see Token.
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[EditKind | None]
    runs: list[int]

    def has_content(self, first: int, last: int) -> bool:
        """Whether any of some words says something by itself; see has_content."""
        return any(self.kinds[first:last]) or not STOPWORDS.issuperset(self.keys[first:last])

    def span(self, first: int, last: int) -> Span:
        """The stretch of text that words cover; an empty one behind the word before, where there are none."""
        if first < last:
            return made(Span, (self.starts[first], self.ends[last - 1]))
        at = self.ends[first - 1] if first else self.starts[0] if self.starts else 0
        return Span(at, at)


class Token(NamedTuple):
    """A word, or several that are one in another house style: as compared, where, of what kind, in which run."""

    key: str
    start: int
    end: int
    kind: EditKind | None
    run: int


class _Other(NamedTuple):
    """The key of a word where a full stop makes it an abbreviation, and its parts where it is a compound."""

    in_full: str
    parts: Parts


def has_content(token: Token) -> bool:
    """Whether a word says something by itself: all but grammar words, and "May" where it is a name."""
    return token.kind is not None or token.key not in STOPWORDS


def side(story: Analysis, sentences: Iterable[int]) -> Side:
    """The words of some sentences of a story."""
    return Side(story.passage.text, tuple([story.sentences[index].words for index in sentences]))


def words(left: Side, right: Side) -> tuple[Words, Words]:
    """The words of both sides, with words joined where either side prints them as one.

    "long range" is one beside "long-range", "per cent" beside "percent", "[W]e" beside "We".
    """
    compounds: set[Parts] = set()
    mine, theirs = _read(left, compounds), _read(right, compounds)
    keys = {*mine.keys, *theirs.keys}
    compounds.update([parts for key, parts in _SPACED.items() if key in keys])
    return _joined(mine, keys, compounds), _joined(theirs, keys, compounds)


def tokens(left: Side, right: Side) -> tuple[list[Token], list[Token]]:
    """The same, word by word."""
    mine, theirs = ([made(Token, word) for word in zip(*side, strict=True)] for side in words(left, right))
    return mine, theirs


def _read(side: Side, compounds: set[Parts]) -> Words:
    """The words of a side as they are compared; what compounds it has is noted."""
    out = Words([], [], [], [], [])
    for number, run in enumerate(side.runs):
        _read_run(side.text, run, number, out, compounds)
    return out


def _read_run(text: str, run: tuple[Word, ...], number: int, out: Words, compounds: set[Parts]) -> None:
    keys, starts, ends, kinds, runs = out
    first, names = len(keys), 0
    before = -2  # no word yet
    inside = bool(run) and _BRACKET.search(text, run[0].start, run[-1].end) is not None
    for start, end, norm in run:
        key, kind, other = _known(norm)
        if other is not None:
            if other.in_full and text[end : end + 1] == ".":
                key = other.in_full
            if other.parts:
                compounds.add(other.parts)
        if kind is None and text[start].isupper() and before >= 0 and _is_name(text, before, start, norm):
            kind = "name"
            names += 1
        if inside and start - before == 1 and text[before] in _BRACKETS and _one_word(text[before], keys[-1], key):
            keys[-1], ends[-1] = spelling.key(keys[-1] + key), end
        else:
            keys.append(key)
            starts.append(start)
            ends.append(end)
            kinds.append(kind)
        before = end
    runs += [number] * (len(keys) - first)
    if names and 2 * names >= len(run):  # capitals throughout, as in a headline, tell no names
        kinds[first:] = [None if kind == "name" else kind for kind in kinds[first:]]


@lru_cache(maxsize=1 << 14)
def _known(norm: str) -> tuple[str, EditKind | None, _Other | None]:
    """The key of a word, its kind, and what else it can stand for, if anything."""
    key, in_full = spelling.key(norm), spelling.SHORT.get(norm, "")
    parts = () if norm.isalpha() else spelling.parts(norm)
    other = _Other(in_full, parts) if in_full or parts else None
    if norm in NEGATIONS or norm.endswith("n't"):
        return key, "negation", other
    if norm in NUMBERS or _FIGURES.match(norm) or not NUMBERS.isdisjoint(norm.split("-")):
        return key, "number", other
    return key, None, other


def _one_word(bracket: str, before: str, after: str) -> bool:
    """Whether a bracket stands inside one word: "[W]e", "territor[ies]", "boat(s)"."""
    return bracket in "[]" or min(len(before), len(after)) < _LEAST_PART


def _is_name(text: str, before: int, start: int, norm: str) -> bool:
    """Whether a word with a capital is a name: nothing stands before it that asks for the capital."""
    if norm in _NO_NAMES:
        return False
    gap = text[before:start]
    return gap == " " or (gap in _BEFORE_NAMES and norm not in STOPWORDS)


def _joined(words: Words, keys: set[str], compounds: set[Parts]) -> Words:
    """Words with neighbours joined that either side prints as one."""
    mine = words.keys
    apart = [parts for parts in compounds if set(mine).issuperset(parts)]
    if not apart and keys.isdisjoint(map(add, mine, mine[1:])):
        return words
    by_first: dict[str, list[Parts]] = defaultdict(list)
    for parts in sorted(apart):
        by_first[parts[0]].append(parts)
    out = Words([], [], [], [], [])
    first = 0
    while first < len(mine):
        last = first + _size(words, first, keys, by_first)
        out.keys.append("".join(mine[first:last]))
        out.starts.append(words.starts[first])
        out.ends.append(words.ends[last - 1])
        out.kinds.append(next(filter(None, words.kinds[first:last]), None))
        out.runs.append(words.runs[first])
        first = last
    return out


def _size(words: Words, at: int, keys: set[str], compounds: dict[str, list[Parts]]) -> int:
    """How many words from here on are one somewhere."""
    mine, runs = words.keys, words.runs
    for parts in compounds.get(mine[at], ()):
        last = at + len(parts)
        if tuple(mine[at:last]) == parts and runs[last - 1] == runs[at]:
            return len(parts)
    if at + 1 < len(mine) and runs[at] == runs[at + 1] and mine[at] + mine[at + 1] in keys:
        first, second = mine[at : at + 2]
        long = min(len(first), len(second)) >= _LEAST_PART
        return 2 if long and not {first, second} & _GRAMMAR else 1
    return 1
