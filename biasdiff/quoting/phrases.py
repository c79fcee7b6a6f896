"""Noun phrases: the one that ends at a token, and the one that begins there."""

from __future__ import annotations

from biasdiff.quoting.tokens import (
    DETERMINERS,
    NO_NOUN,
    NO_OPENING,
    NOUN_LINKS,
    NUMBERS,
    OBJECTS,
    PRONOUNS,
    RELATIVES,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import REPORTING

_LONGEST = 14
_WHO_REACH = 7
_NEAR = 3
# Not part of a speaker that stands behind the verb: said Reyes in a statement.
_SETTINGS = frozenset(
    "statement interview interviews email e-mail news press speech letter post tweet briefing call message phone "
    "telephone rally hearing report court evidence article".split()
)


def noun_phrase_to(tokens: Tokens, last: int) -> Chunk | None:
    """The noun phrase whose last token is given; a relative pronoun gives what it stands for.

    Of “voters who named a candidate” all is given, not the candidate alone.
    """
    if tokens.norms[last] in RELATIVES:
        phrase = _plain_phrase(tokens, last - 1)
        return _behind_number(tokens, phrase) if phrase and tokens.norms[last] == "which" else phrase
    phrase = _plain_phrase(tokens, last)
    before_who = _before_who(tokens, phrase.start) if phrase else None
    return Chunk(before_who.start, last + 1) if before_who else phrase


def _behind_number(tokens: Tokens, phrase: Chunk) -> Chunk:
    """Of “two million crowns from the Sea Fund, which”: the fund, for a sum says nothing."""
    if not (tokens.norms[phrase.start][0].isdigit() or tokens.norms[phrase.start] in NUMBERS):
        return phrase
    links = (at for at in range(phrase.stop - 1, phrase.start, -1) if tokens.norms[at] in NOUN_LINKS)
    return Chunk(next(links, phrase.start - 1) + 1, phrase.stop)


def _plain_phrase(tokens: Tokens, last: int) -> Chunk | None:
    """The noun phrase whose last token is given, without clauses; None where none ends there."""
    if last < 0:
        return None
    if tokens.norms[last] in PRONOUNS or tokens.norms[last] == "another":
        return Chunk(last, last + 1)
    if not tokens.nominal(last):
        return None
    start = last
    while last - start < _LONGEST:
        wider = _widened(tokens, start)
        if wider is None:
            break
        start = wider
    return Chunk(start, last + 1)


def _before_who(tokens: Tokens, start: int) -> Chunk | None:
    """The phrase whose “who” clause holds the phrase that starts at a token."""
    first = max(0, start - _WHO_REACH)
    if "who" not in tokens.norms[first:start]:
        return None
    for at in range(start - 1, first, -1):
        if not tokens.bound(at + 1):
            return None
        if tokens.norms[at] == "who":
            return _plain_phrase(tokens, at - 1) if tokens.bound(at) else None
    return None


def _widened(tokens: Tokens, start: int) -> int | None:
    """Where the phrase starts when it takes in what stands before it; None at its border."""
    before = start - 1
    if before < 0 or not tokens.bound(start):
        return None
    norm = tokens.norms[before]
    if norm == "and" or norm in NOUN_LINKS:
        joined = tokens.bound(before) and tokens.nominal(before - 1)
        alike = norm != "and" or tokens.capital(before - 1) == tokens.capital(start)
        return before - 1 if joined and alike else None
    if norm in DETERMINERS:
        return before
    if tokens.norms[start] in DETERMINERS or norm in NO_NOUN or (_finite(norm) and not tokens.capital(before)):
        return None
    return before


def noun_phrase_from(tokens: Tokens, first: int) -> Chunk | None:
    """The noun phrase that begins at a token right behind another, without apposition; None where none begins there."""
    if first >= len(tokens.norms) or tokens.gaps[first]:
        return None
    norm = tokens.norms[first]
    if norm in PRONOUNS:
        return Chunk(first, first + 1)
    if norm in NO_NOUN and norm not in DETERMINERS:
        return None
    stop, end = first + 1, min(len(tokens.norms), first + _LONGEST)
    while stop < end and tokens.bound(stop) and not _ends_phrase(tokens, stop):
        stop += 1
    while stop > first and tokens.norms[stop - 1] in NO_NOUN:
        stop -= 1
    return Chunk(first, stop) if stop > first else None


def behind_listener(tokens: Tokens, at: int) -> int:
    """Behind the one who is told something: “told him ...”, “urged the board ...”; the start where nobody is named."""
    listener = noun_phrase_from(tokens, at)
    return listener.stop if listener else at + (tokens.norms[at] in OBJECTS)


def _ends_phrase(tokens: Tokens, at: int) -> bool:
    norm = tokens.norms[at]
    if norm in NOUN_LINKS:
        return norm != "of" and not _ties_nouns(tokens, at)
    if norm == "and":
        return not (at + 1 < len(tokens.norms) and tokens.capital(at + 1) and tokens.capital(at - 1))
    if norm in DETERMINERS:
        return tokens.norms[at - 1] not in NOUN_LINKS
    if tokens.possessive(at - 1):
        return False
    return norm in NO_NOUN or (not tokens.capital(at) and (_finite(norm) or _after_name(tokens, at)))


def _finite(norm: str) -> bool:
    verb = REPORTING.get(norm)
    return verb is not None and verb.past


def _after_name(tokens: Tokens, at: int) -> bool:
    """A small letter after a name ends it (Ana Lund left) unless it goes on (Oslo grocer Ana Lund, an Oslo shop)."""
    if not tokens.capital(at - 1) or (at > 1 and tokens.norms[at - 2] in DETERMINERS):
        return False
    ahead = range(at + 1, min(at + _NEAR, len(tokens.norms)))
    return tokens.norms[at].endswith("ed") or not any(tokens.bound(i) and tokens.capital(i) for i in ahead)


def _ties_nouns(tokens: Tokens, at: int) -> bool:
    """“a spokesman for the port”, not “Reyes in a statement”, “a driver on Friday”."""
    if tokens.capital(at - 1):
        return False
    following = tokens.norms[at + 1 : at + 1 + _NEAR]
    if tokens.norms[at] == "to" and not (following and (following[0] in DETERMINERS or tokens.capital(at + 1))):
        return False
    return bool(following) and not _SETTINGS.intersection(following) and following[0] not in NO_OPENING
