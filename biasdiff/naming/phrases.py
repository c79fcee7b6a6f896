"""Noun phrases that tell who somebody is: the harbour master, Talvia’s water minister, former mayor."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.naming.given import GIVEN
from biasdiff.naming.lines import DETERMINERS, FUNCTION, Line
from biasdiff.naming.vocabulary import (
    AMBIGUOUS,
    COMPOUNDS,
    COUNTRIES,
    COURTESY,
    DIRECTIONS,
    FIELDS,
    MODIFIERS,
    OFFICES,
    ORGANISATIONS,
    PARTIES,
    PARTISANS,
    PLACES,
    ROLES,
    SHORT_TITLES,
    is_adjective,
    place_key,
)

_LONGEST = 6
_OWNERS = frozenset("his her its their our my your whose".split())
# Offices that are one in capitals whatever word stands before them: Press Secretary, Fire Chief.
_PLAIN_OFFICES = SHORT_TITLES | frozenset(
    "president minister secretary director commissioner ambassador leader senator governor representative "
    "congressman congresswoman councillor speaker whip chairman chairwoman spokesman spokeswoman".split()
)


# Words that name an office or role, or several; beside them, only words with a hyphen may.
ROLE_WORDS = ROLES | {office + "s" for office in OFFICES}


class Phrase(NamedTuple):
    """Words first up to stop, with its head.

    places: keys of the places and bodies in it; owner: his, her, or whose it is.
    definite: it can stand alone for somebody. leads: a name follows with only a space between.
    """

    first: int
    head: int
    stop: int
    role: str
    places: frozenset[str]
    owner: str
    definite: bool
    leads: bool


def phrases(line: Line) -> list[Phrase]:
    """The role phrases of a sentence in order, without overlap."""
    found: list[Phrase] = []
    hyphened = line.hyphened
    for head, norm in [
        (at, norm) for at, norm in enumerate(line.norms) if norm in ROLE_WORDS or (hyphened and "-" in norm)
    ]:
        role = _role(line, head, norm)
        if role and not _is_part(line, head) and (role not in PARTISANS or _is_partisan(line, head)):
            phrase = _phrase(line, head, role, found[-1].stop if found else 0)
            if phrase:
                found.append(phrase)
    return found


def _role(line: Line, at: int, norm: str) -> str:
    """The office or role that a word of a sentence names; "" for none, and for a word that only looks like one."""
    role = role_of(norm)
    if line.caps[at]:
        plural = norm[:-1] if norm[-1] == "s" and not role else ""
        if plural in OFFICES and line.joins(at + 1):
            return plural
        return "" if norm in COURTESY or (norm in GIVEN and line.joins(at + 1)) else role
    return "" if role in AMBIGUOUS and line.joins(at + 1) and line.norms[at + 1] not in GIVEN else role


def role_of(norm: str) -> str:
    """The office or role that a word names: “president-elect” -> "president"; "" for none."""
    if norm in ROLES:
        return norm
    if norm.endswith("-in-chief"):
        return "chief"
    first, hyphen, last = norm.partition("-")
    if not hyphen:
        return ""
    return first if first in OFFICES and last in ("elect", "to-be", "designate") else last if last in ROLES else ""


def _is_part(line: Line, head: int) -> bool:
    """Whether a noun is only the beginning of another: union secretary, president’s office, King Street."""
    after = head + 1
    if not line.bound(after) or line.possessive(head):
        return False
    norm = line.norms[after]
    if norm in COMPOUNDS or role_of(norm):
        return True
    return line.caps[head] and line.caps[after] and (norm in PLACES or norm in ORGANISATIONS)


def _is_partisan(line: Line, head: int) -> bool:
    """“the Republican has pledged”: a party word stands for a person where no noun follows it."""
    before = head > 0 and line.norms[head - 1] in ("the", "fellow")
    return before and (not line.bound(head + 1) or line.norms[head + 1] in FUNCTION)


def _phrase(line: Line, head: int, role: str, floor: int) -> Phrase | None:
    leads = line.joins(head + 1)
    first, determiner, owner = _left(line, head, floor, leads and line.caps[head])
    bare = not determiner and not owner
    if line.caps[head] and role not in OFFICES and role not in PARTISANS and not line.opens(first):
        return None
    introduces = leads and line.norms[head + 1] in GIVEN
    if bare and line.caps[head] and not introduces and _is_name(line, first, head, role):
        return None
    definite = determiner not in ("a", "an") and (not bare or (line.caps[head] and role in OFFICES))
    if bare and not definite and not leads and not _is_apposed(line, first, head):
        return None
    stop, keys = (head + 1, []) if leads or line.possessive(head) else _of(line, head + 1)
    keys += [_key(line, at) for at in range(first, head)]
    return Phrase(first, head, stop, role, frozenset(filter(None, keys)), owner, definite, leads)


def _is_name(line: Line, first: int, head: int, role: str) -> bool:
    """“Stephen King”, “Island Champion”: a capitalised run that ends like an office and is none."""
    before = line.norms[first:head]
    if not before:
        return role not in OFFICES
    if before[0] in GIVEN and before[0] not in MODIFIERS:
        return True
    if role in _PLAIN_OFFICES or (role in OFFICES and _is_acronym(line, head - 1)):
        return False
    return not any(_belongs(norm) for norm in before)


def _belongs(norm: str) -> bool:
    """Whether a word before an office goes with it: Interim Mayor, Talvian Consul, House Speaker."""
    known = norm in MODIFIERS or norm in COUNTRIES or norm in PARTIES or norm in ORGANISATIONS
    return known or is_adjective(norm) or bool(role_of(norm))


def _is_acronym(line: Line, at: int) -> bool:
    printed = line.printed(at, at + 1)
    return len(printed) > 1 and printed.isupper()


def _is_apposed(line: Line, first: int, head: int) -> bool:
    """“Jon Reyes, harbour master since 2014”: right behind a name, or a name and an age, and a comma."""
    named = first > 0 and (line.caps[first - 1] or line.norms[first - 1].isdigit())
    return named and line.gap(first).startswith(",") and not line.caps[head]


def _left(line: Line, head: int, floor: int, strict: bool) -> tuple[int, str, str]:
    """Where a phrase begins, its determiner, and whose it is; loose words count only behind a determiner."""
    at = firm = head
    while at and head - at < _LONGEST and line.bound(at):
        norm = line.norms[at - 1]
        if line.possessive(at - 1):
            return _owned(line, at, floor)
        if at <= floor:
            break
        if norm in DETERMINERS:
            begin = at if norm == "that" and line.caps[at] else at - 1
            return begin, norm, norm if norm in _OWNERS else ""
        if norm in COURTESY or (norm in FUNCTION and norm not in MODIFIERS):
            break
        if line.caps[at - 1] and line.opens(at - 1) and norm.endswith("ing"):
            break
        if strict and not (line.caps[at - 1] or norm in MODIFIERS or role_of(norm)):
            break
        at -= 1
        if firm == at + 1 and (line.caps[at] or norm in MODIFIERS or role_of(norm)):
            firm = at
    if firm == head > floor + 1 and not line.caps[head] and _is_plain_noun(line, head - 1):
        firm = head - 1
    return firm, "", ""


def _is_plain_noun(line: Line, at: int) -> bool:
    """Whether the word before an office belongs to it though no article tells: , finance officer; said union leader."""
    norm = line.norms[at]
    if not line.bound(at + 1) or norm in FUNCTION or not norm.isalpha() or norm.endswith(("ed", "ing", "s", "ly")):
        return False
    return norm in FIELDS or not line.bound(at) or line.norms[at - 1] in ("said", "says")


def _owned(line: Line, at: int, floor: int) -> tuple[int, str, str]:
    """A phrase behind a possessive: “the council’s clerk” takes it in, “the mayor’s brother” not the person."""
    begin = at - 1
    while begin > floor and line.caps[begin] and line.joins(begin) and line.caps[begin - 1]:
        begin -= 1
    owner = line.norms[begin:at]
    is_place = line.caps[begin] and any(norm in COUNTRIES or norm in DIRECTIONS for norm in owner)
    is_body = not line.caps[begin] and not role_of(owner[0])
    if is_body and begin > floor and line.bound(begin) and line.norms[begin - 1] in ("the", "this", "that"):
        begin -= 1
    return (begin if is_place or is_body else at), "", " ".join(owner)


def _of(line: Line, stop: int) -> tuple[int, list[str]]:
    """Where a phrase ends that goes on with “of the United States”, and the keys of what stands there."""
    if not line.bound(stop) or line.norms[stop] != "of":
        return stop, []
    begin = stop + 2 if line.bound(stop + 1) and line.norms[stop + 1] == "the" else stop + 1
    at = begin
    while line.bound(at) and line.caps[at] and (at == begin or line.norms[at] not in GIVEN):
        at += 1
    if at == begin or line.possessive(at - 1):
        return stop, []
    return at, [_key(line, i) for i in range(begin, at)]


def _key(line: Line, at: int) -> str:
    norm = line.norms[at]
    if norm in FIELDS:
        return norm
    if not line.caps[at] or norm in MODIFIERS or norm in FUNCTION or norm in DIRECTIONS or role_of(norm):
        return ""
    directed = at > 0 and line.norms[at - 1] in DIRECTIONS and line.bound(at)
    return (line.norms[at - 1] if directed else "") + place_key(norm)
