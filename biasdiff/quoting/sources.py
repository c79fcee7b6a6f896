"""Who speaks: the noun phrase before a reporting verb, or behind it (“...,” said the harbour master)."""

from __future__ import annotations

from dataclasses import dataclass

from biasdiff.quoting.tokens import (
    DETERMINERS,
    LEADS,
    NO_NOUN,
    NO_OPENING,
    NO_SUBJECT,
    NOUN_LINKS,
    NUMBERS,
    PRONOUNS,
    QUOTE,
    RELATIVES,
    Tokens,
)
from biasdiff.quoting.verbs import REPORTING

_LONGEST = 14
_LONGEST_APPOSITION = 30
_REACH = 60
DASHES = frozenset(("-", "–", "—", "―", "--"))
_NO_APPOSITION = NO_OPENING - {"who"}
# Not part of a speaker that stands behind the verb: said Reyes in a statement.
_SETTINGS = frozenset(
    "statement interview interviews email e-mail news press speech letter post tweet briefing call message phone "
    "telephone rally hearing report court evidence article".split()
)


@dataclass(slots=True)
class Chunk:
    """Tokens from start up to stop."""

    start: int
    stop: int


def source_before(tokens: Tokens, last: int) -> Chunk | None:
    """The speaker that ends at token `last`, right before the verb, with the apposition that stands between."""
    if last < 0:
        return None
    gap = tokens.gaps[last + 1]
    if "," in gap or gap in DASHES:
        return _before_insertion(tokens, last, "," if "," in gap else gap)
    if gap.endswith(")"):
        return _before_bracket(tokens, last)
    if gap not in ("", ".", "’", "'"):
        return None
    return noun_phrase_to(tokens, last)


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
    if tokens.norms[last] in PRONOUNS:
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
    if "who" not in tokens.norms[max(0, start - 7) : start]:
        return None
    for at in range(start - 1, max(0, start - 7), -1):
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


def _before_insertion(tokens: Tokens, last: int, mark: str) -> Chunk | None:
    """“Jon Reyes, the harbour master, said”: the first part between commas that is a noun phrase as a whole."""
    named = _named_behind_office(tokens, last) if mark == "," else None
    if named is not None:
        return named
    start = max(0, last - _REACH)
    for at in range(start + 1, last + 1):
        if mark not in tokens.gaps[at]:
            continue
        while start < at and tokens.norms[start] in LEADS:
            start += 1
        phrase = _whole_phrase(tokens, start, at - 1)
        if phrase is not None:
            apposed = _apposes(tokens, at) and last - at < _LONGEST_APPOSITION
            return Chunk(phrase.start, last + 1) if apposed else phrase
        start = at
    return None


def _named_behind_office(tokens: Tokens, last: int) -> Chunk | None:
    """“..., its secretary, Ana Lund, said”: a full name right before the verb, and the office between the commas."""
    at = last
    while at and tokens.bound(at) and tokens.capital(at - 1):
        at -= 1
    if at in (0, last) or not all(tokens.capital(i) and tokens.nominal(i) for i in range(at, last + 1)):
        return None
    if tokens.gaps[at] != ",":
        return None
    office = noun_phrase_to(tokens, at - 1)
    begins = office is not None and office.start > 0 and tokens.gaps[office.start] == ","
    return Chunk(office.start, last + 1) if office and begins and tokens.norms[office.start] in DETERMINERS else None


def _whole_phrase(tokens: Tokens, start: int, last: int) -> Chunk | None:
    """The noun phrase that takes in all from token `start` to token `last`; None where something is left over."""
    if start > last or last - start > _LONGEST or tokens.norms[last] == QUOTE:
        return None
    phrase = _before_bracket(tokens, last) if tokens.gaps[last + 1].startswith(")") else noun_phrase_to(tokens, last)
    return phrase if phrase is not None and phrase.start <= start else None


def _before_bracket(tokens: Tokens, last: int) -> Chunk | None:
    """The noun phrase before the bracket that closes behind token `last`: “Ana Lund (Port Party) said”."""
    for at in range(last, max(0, last - 12), -1):
        if "(" in tokens.gaps[at]:
            return noun_phrase_to(tokens, at - 1)
    return None


def source_after(tokens: Tokens, first: int, apposed: bool = True) -> Chunk | None:
    """The speaker that begins at token `first`, right behind the verb, with its apposition where that is wanted."""
    if first >= len(tokens.norms) or tokens.gaps[first]:
        return None
    norm = tokens.norms[first]
    if norm in PRONOUNS:
        return Chunk(first, first + 1)
    if norm in NO_NOUN and norm not in DETERMINERS:
        return None
    stop = first + 1
    while (
        stop < len(tokens.norms) and stop - first < _LONGEST and tokens.bound(stop) and not _ends_phrase(tokens, stop)
    ):
        stop += 1
    while stop > first and tokens.norms[stop - 1] in NO_NOUN:
        stop -= 1
    if stop == first:
        return None
    return _with_apposition(tokens, first, stop) if apposed else Chunk(first, stop)


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
    ahead = range(at + 1, min(at + 3, len(tokens.norms)))
    return tokens.norms[at].endswith("ed") or not any(tokens.bound(i) and tokens.capital(i) for i in ahead)


def _ties_nouns(tokens: Tokens, at: int) -> bool:
    """“a spokesman for the port”, not “Reyes in a statement”, “a driver on Friday”."""
    if tokens.capital(at - 1):
        return False
    following = tokens.norms[at + 1 : at + 4]
    if tokens.norms[at] == "to" and not (following and (following[0] in DETERMINERS or tokens.capital(at + 1))):
        return False
    return bool(following) and not _SETTINGS.intersection(following) and following[0] not in NO_OPENING


def _with_apposition(tokens: Tokens, start: int, stop: int) -> Chunk:
    """“Ana Lund (Port Party), 53, head of the port” and “the head of the port, Ana Lund”, up to the next comma."""
    if stop < len(tokens.norms) and tokens.gaps[stop] == "(":
        closing = (at for at in range(stop + 1, min(stop + 8, len(tokens.norms) + 1)) if ")" in tokens.gaps[at])
        stop = next(closing, stop)
    named = tokens.capital(stop - 1)
    end = stop + 1 if named and stop + 1 < len(tokens.norms) and tokens.norms[stop].isdigit() else stop
    if end >= len(tokens.norms) or not tokens.gaps[end].endswith(",") or not (named or tokens.capital(end)):
        return Chunk(start, stop)
    if not _apposes(tokens, end):
        return Chunk(start, stop)
    end += 1
    while end < len(tokens.norms) and "," not in tokens.gaps[end] and tokens.norms[end] != QUOTE:
        if not named and not tokens.capital(end):
            return Chunk(start, stop)
        end += 1
    return Chunk(start, end if end - stop < _LONGEST_APPOSITION else stop)


def _apposes(tokens: Tokens, at: int) -> bool:
    """Whether what follows a comma tells who somebody is; “speaking in Oslo” tells what they do."""
    norm = tokens.norms[at]
    if norm in ("of", "now", "then", "formerly", "once"):
        return True
    return norm not in _NO_APPOSITION and not norm.endswith("ing") and not tokens.adverbial(at)


def opening_subject(tokens: Tokens, before: int) -> Chunk | None:
    """The noun phrase that opens the sentence's main clause, ahead of token `before`."""
    at = 0
    if not before:
        return None
    if tokens.norms[0] in LEADS or tokens.norms[0] in NO_SUBJECT:
        commas = (i for i in range(1, min(before, 16)) if "," in tokens.gaps[i])
        at = next(commas, 0)
    while at < before and tokens.norms[at] in LEADS:
        at += 1
    if at >= before or tokens.norms[at] == QUOTE:
        return None
    if tokens.norms[at] in PRONOUNS:
        return Chunk(at, at + 1)
    if tokens.norms[at] in NO_OPENING or (at == 0 and not tokens.capital(at)):
        return None
    stop = at + 1
    while stop < before and tokens.bound(stop) and _in_subject(tokens, at, stop):
        stop += 1
    return Chunk(at, stop) if tokens.nominal(stop - 1) else None


def _in_subject(tokens: Tokens, start: int, at: int) -> bool:
    norm = tokens.norms[at]
    if norm in NO_NOUN:
        return norm == "of" or tokens.norms[at - 1] == "of"
    if tokens.capital(at) or tokens.norms[at - 1] in DETERMINERS or tokens.norms[at - 1] == "of":
        return True
    verb_like = norm.endswith(("ed", "ing")) or (norm.endswith("s") and tokens.capital(at - 1))
    if norm in REPORTING or verb_like:
        return False
    return any(tokens.capital(i) for i in range(at + 1, min(at + 3, len(tokens.norms)))) or (
        tokens.norms[start] in DETERMINERS and at - start < 3
    )
