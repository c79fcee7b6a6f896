"""The words of two sides as they are compared: with one key for all house styles, and what kind of word each is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from operator import add
from typing import NamedTuple

from biasdiff.differing import spelling
from biasdiff.model import Analysis, EditKind, Word
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
    """The tokens of one side, with their keys and kinds laid out beside them: most steps look at one of these alone."""

    tokens: list[Token]
    keys: list[str]
    kinds: list[EditKind | None]


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


# Tokens are made by the thousand: this is what their class would call.
_made = tuple.__new__


def has_content(token: Token) -> bool:
    """Whether a word says something by itself: all but grammar words, and "May" where it is a name."""
    return token.kind is not None or token.key not in STOPWORDS


def side(story: Analysis, sentences: Iterable[int]) -> Side:
    """The words of some sentences of a story."""
    return Side(story.passage.text, tuple(story.sentences[index].words for index in sentences))


def words(left: Side, right: Side) -> tuple[Words, Words]:
    """The tokens of both sides, laid out."""
    mine, theirs = tokens(left, right)
    return _laid_out(mine), _laid_out(theirs)


def _laid_out(tokens: list[Token]) -> Words:
    return Words(tokens, [token.key for token in tokens], [token.kind for token in tokens])


def tokens(left: Side, right: Side) -> tuple[list[Token], list[Token]]:
    """The words of both sides, with words joined where either side prints them as one.

    "long range" is one token beside "long-range", "per cent" beside "percent", "[W]e" beside "We".
    """
    compounds: set[Parts] = set()
    mine, theirs = _read(left, compounds), _read(right, compounds)
    here, there = [token.key for token in mine], [token.key for token in theirs]
    keys = {*here, *there}
    compounds.update([_SPACED[key] for key in _SPACED.keys() & keys])
    return _joined(mine, here, keys, compounds), _joined(theirs, there, keys, compounds)


def _read(side: Side, compounds: set[Parts]) -> list[Token]:
    """The words of a side as they are compared; what compounds it has is noted."""
    out: list[Token] = []
    for number, run in enumerate(side.runs):
        found, parts = read_run(side.text, run, number)
        out += found
        compounds |= parts
    return out


def read_run(text: str, run: tuple[Word, ...], number: int) -> tuple[tuple[Token, ...], frozenset[Parts]]:
    """The words of one run as they are compared, and its compounds."""
    out: list[Token] = []
    compounds: set[Parts] = set()
    names = 0
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
        if inside and start - before == 1 and text[before] in _BRACKETS and _one_word(text[before], out[-1].key, key):
            out[-1] = out[-1]._replace(key=spelling.key(out[-1].key + key), end=end)
        else:
            out.append(_made(Token, (key, start, end, kind, number)))
        before = end
    if 2 * names >= len(run):  # capitals throughout, as in a headline, tell no names
        out = [token._replace(kind=None) if token.kind == "name" else token for token in out]
    return tuple(out), frozenset(compounds)


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


def _joined(tokens: list[Token], mine: list[str], keys: set[str], compounds: set[Parts]) -> list[Token]:
    """Tokens with neighbours joined that either side prints as one word; `mine` are their keys."""
    apart = [parts for parts in compounds if set(mine).issuperset(parts)]
    if not apart and keys.isdisjoint(map(add, mine, mine[1:])):
        return tokens
    by_first: dict[str, list[Parts]] = defaultdict(list)
    for parts in sorted(apart):
        by_first[parts[0]].append(parts)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _size(tokens, at, keys, by_first)
        out.append(tokens[at] if size == 1 else _as_one(tokens[at : at + size]))
        at += size
    return out


def _as_one(tokens: list[Token]) -> Token:
    kind = next((token.kind for token in tokens if token.kind), None)
    return Token("".join(token.key for token in tokens), tokens[0].start, tokens[-1].end, kind, tokens[0].run)


def _size(tokens: list[Token], at: int, keys: set[str], compounds: dict[str, list[Parts]]) -> int:
    """How many tokens from here on are one word somewhere."""
    first = tokens[at]
    for parts in compounds.get(first.key, ()):
        here = tokens[at : at + len(parts)]
        if tuple(token.key for token in here) == parts and here[-1].run == first.run:
            return len(parts)
    if at + 1 < len(tokens):
        second = tokens[at + 1]
        if first.run == second.run and first.key + second.key in keys:
            long = min(len(first.key), len(second.key)) >= _LEAST_PART
            return 2 if long and not {first.key, second.key} & _GRAMMAR else 1
    return 1
