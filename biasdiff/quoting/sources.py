"""Who speaks: the noun phrase before a reporting verb, or behind it (“...,” said the harbour master)."""

from __future__ import annotations

from biasdiff.quoting.phrases import noun_phrase_from, noun_phrase_to
from biasdiff.quoting.tokens import (
    DASHES,
    DETERMINERS,
    LEADS,
    NO_NOUN,
    NO_OPENING,
    NO_SUBJECT,
    PRONOUNS,
    QUOTE,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import REPORTING

_LONGEST = 14
_LONGEST_APPOSITION = 30
_REACH = 60
_LEAD_REACH = 16
_BRACKET_REACH = 12
# In a bracket behind a name stands a party or an age, no more.
_PARTY_REACH = 8
_NEAR = 3
_NO_APPOSITION = NO_OPENING - {"who"}


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
    for at in range(last, max(0, last - _BRACKET_REACH), -1):
        if "(" in tokens.gaps[at]:
            return noun_phrase_to(tokens, at - 1)
    return None


def source_after(tokens: Tokens, first: int) -> Chunk | None:
    """The speaker that begins at token `first`, right behind the verb, with its apposition."""
    phrase = noun_phrase_from(tokens, first)
    if phrase is None or tokens.norms[first] in PRONOUNS:
        return phrase
    return _with_apposition(tokens, first, phrase.stop)


def _with_apposition(tokens: Tokens, start: int, stop: int) -> Chunk:
    """“Ana Lund (Port Party), 53, head of the port” and “the head of the port, Ana Lund”, up to the next comma."""
    if stop < len(tokens.norms) and tokens.gaps[stop] == "(":
        closing = (
            at for at in range(stop + 1, min(stop + _PARTY_REACH, len(tokens.norms) + 1)) if ")" in tokens.gaps[at]
        )
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
        commas = (i for i in range(1, min(before, _LEAD_REACH)) if "," in tokens.gaps[i])
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
    return any(tokens.capital(i) for i in range(at + 1, min(at + _NEAR, len(tokens.norms)))) or (
        tokens.norms[start] in DETERMINERS and at - start < _NEAR
    )
