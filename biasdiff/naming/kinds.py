"""Where a capitalised name ends, and what it stands for: a person, an organisation, a place or something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from biasdiff.model import NameKind
from biasdiff.naming.given import GIVEN
from biasdiff.naming.lines import DETERMINERS, Line
from biasdiff.naming.phrases import Phrase
from biasdiff.naming.vocabulary import (
    COUNTRIES,
    DIRECTIONS,
    MATTERS,
    ORGANISATIONS,
    PARTIES,
    PLACE_SURNAMES,
    PLACES,
    PLACES_IN_FRONT,
    is_adjective,
)

SAYS = frozenset(
    "said says told tells added adds wrote writes tweeted argued argues warned warns insisted insists admitted admits "
    "claimed claims denied denies replied asked asks explained explains".split()
)
NO_NAME = frozenset("he she it we they you this that there what who when where how why no yes not and but so".split())
_PARTICLES = frozenset("de van von der den bin ibn al la le da di du del dos el ten ter".split())
_TYING = _PARTICLES | frozenset(("of", "for", "and"))
_IN = frozenset("in at near from across around outside inside into toward towards off throughout".split())
_LEADING = _IN | frozenset(("of",))
# Somebody is told or asked; somebody else speaks.
_SAID_TO = frozenset("told tells asked asks".split())
_GOES_ON = frozenset("in on at of during after before to when as and while".split())
_WHO = frozenset(("who", "whose", "whom"))
_MOST_GIVEN = 4


class Clue(NamedTuple):
    """What a name and its surroundings tell; weak: they only hint at it."""

    kind: NameKind | Literal[""]
    weak: bool = False


PERSON, _MAYBE_PERSON = Clue("person"), Clue("person", True)
_ORGANISATION, _MAYBE_ORGANISATION = Clue("organisation"), Clue("organisation", True)
_PLACE, _MAYBE_PLACE = Clue("place"), Clue("place", True)
_OTHER, _OPEN = Clue("other"), Clue("", True)


def run(line: Line, at: int, ahead: Mapping[int, Phrase]) -> int:
    """The word behind the run of capitals that begins at a word, with the small words that tie it together."""
    stop, norms = at + 1, line.norms
    while stop < len(norms) and not (stop in ahead and ahead[stop].leads):
        if line.joins(stop):
            stop += 1
        elif norms[stop] in _TYING and _ties(line, at, stop) and not (stop + 1 in ahead and ahead[stop + 1].leads):
            stop += 2
        else:
            break
    return stop


def _ties(line: Line, first: int, at: int) -> bool:
    """Whether a small word that may, does go on with a name: Ana van Lund, Harbour and Deck Union, Bank of Ulden."""
    if not (line.bound(at) and line.bound(at + 1) and line.caps[at + 1]) or line.possessive(at - 1):
        return False
    norm, before = line.norms[at], line.norms[at - 1]
    if norm in ("of", "for"):
        return before in ORGANISATIONS or before in PLACES or line.norms[first] in ORGANISATIONS
    if norm == "and":
        end = at + 2
        while line.joins(end):
            end += 1
        body = line.norms[end - 1] in ORGANISATIONS or line.norms[first] in ORGANISATIONS
        return (body and end - at > 2) or line.text[line.starts[at]] == "&"
    return True


def past_adjectives(line: Line, at: int, stop: int) -> int:
    """Where the name proper begins: “British Storm Shadow” names no country’s body, “British Airways” does."""
    if line.norms[at] == "the":
        at += 1
    if stop - at > 1 and (line.norms[stop - 1] in ORGANISATIONS or line.norms[stop - 1] in PLACES):
        return at
    while at < stop and _is_adjectival(line.norms[at:stop]):
        at += 1
    return at


def _is_adjectival(words: Sequence[str]) -> bool:
    head = words[0].partition("-")[0]
    if head in DIRECTIONS:
        return len(words) == 1 or is_adjective(words[1])
    people = len(words) == 1 and head.endswith("s") and is_adjective(head[:-1])
    return people or words[0] in PARTIES or is_adjective(head) or (len(words) > 1 and head in ("usa", "uk"))


def kind(line: Line, at: int, stop: int, titled: bool, led: bool) -> Clue:
    """What the name of the words at up to stop stands for; titled: behind Mr or Ms; led: behind an office."""
    words = line.norms[at:stop]
    last, several = words[-1], stop - at > 1
    if titled:
        return PERSON
    if last in ORGANISATIONS or (several and (words[0] in ORGANISATIONS or "of" in words)):
        return _ORGANISATION
    if last in MATTERS and (several or not led) and not _looks_personal(words):
        return _OTHER
    if several and last in PLACE_SURNAMES and (led or _looks_personal(words)):
        return PERSON
    if last in COUNTRIES or (several and (last in PLACES or words[0] in PLACES_IN_FRONT)):
        return _PLACE
    if led or (several and _looks_personal(words)):
        return PERSON
    if not several and _is_acronym(line, at):
        return _MAYBE_ORGANISATION
    return _beside(line, at, stop)


def _is_acronym(line: Line, at: int) -> bool:
    """Whether a word is printed in capitals, but for a possessive ending."""
    second = line.starts[at] + 1
    return line.ends[at] > second and not line.text[second].islower() and line.printed(at, at + 1).isupper()


def _is_junior(line: Line, stop: int) -> bool:
    return line.norms[stop - 1] in ("jr", "sr")


def _looks_personal(words: Sequence[str]) -> bool:
    initial = len(words) > 2 and any(len(word) == 1 for word in words[1:-1])
    return initial or words[-1] in ("jr", "sr") or (words[0] in GIVEN and len(words) <= _MOST_GIVEN)


def _beside(line: Line, at: int, stop: int) -> Clue:
    before = line.norms[at - 1] if line.bound(at) else ""
    after = line.norms[stop] if line.bound(stop) else ""
    if after in SAYS or (before in SAYS and before not in _SAID_TO and _ends(line, stop)):
        return _MAYBE_PERSON
    placed = before in _IN and (before != "from" or stop - at == 1)
    return _MAYBE_PLACE if placed else _OPEN


def _ends(line: Line, stop: int) -> bool:
    """Whether a clause may end behind a name: “said Lund.”, “said Lund on Monday”, but not “said Lund would”."""
    return not line.bound(stop) or line.norms[stop] in _GOES_ON


def introduced(line: Line, at: int, stop: int, ahead: Mapping[int, Phrase]) -> tuple[bool, Phrase | None]:
    """Whether what follows a name tells of a person, and the phrase that tells who: Ana Lund, 71, a retired baker."""
    norms = line.norms
    before = norms[at - 1] if at else ""
    if (before in _LEADING or (before in DETERMINERS and stop - at == 1)) and line.bound(at):
        return False, None
    if stop == len(norms):
        return False, None
    gap = line.gap(stop)
    if not gap.startswith(",") and not (gap.startswith(".,") and _is_junior(line, stop)):
        return norms[stop] in _WHO and line.bound(stop), None
    behind = stop
    aged = norms[stop].isdigit() and len(norms[stop]) < 3 and line.gap(stop + 1)[:1] in ",.)"
    if aged:
        behind += 1
    phrase = ahead.get(behind)
    if phrase and line.possessive(phrase.head):
        phrase = ahead.get(phrase.stop)
    if phrase and not phrase.leads and (behind == stop or line.gap(behind).startswith(",")):
        return True, phrase
    return aged or (behind < len(norms) and norms[behind] in _WHO), None
