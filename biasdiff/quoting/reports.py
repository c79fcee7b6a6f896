"""What a sentence reports: each cue with its speaker and the stretches that hold what was said."""

from __future__ import annotations

from dataclasses import dataclass

from biasdiff.quoting.asides import behind_manner, gives_name, in_passing, is_aside, own_from
from biasdiff.quoting.complements import LISTENER, clause_after, that_after
from biasdiff.quoting.cues import Cue, cues
from biasdiff.quoting.phrases import behind_listener
from biasdiff.quoting.sources import source_before
from biasdiff.quoting.tokens import (
    DASHES,
    DETERMINERS,
    LEADS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    QUOTE,
    RELATIVES,
    TIMES,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import Use

_COORDINATORS = frozenset("and but then while though although whereas".split())
_BESIDE = _COORDINATORS | frozenset("as because when after since where who which".split())
# Without a comma before them they only tell which one is meant: “said that those who oppose it are ...”.
_WHICH = frozenset(("who", "which", "where"))
_CIRCUMSTANCE = frozenset("after when as because while since".split())
# What somebody is urged to do ends here too; not at “as”: urged them to act as guards.
_BESIDE_URGED = frozenset("after amid despite".split())
_PHRASAL = LISTENER | {"to", "for", "on"}
_CONTRAST = frozenset("while whereas with".split())
_HEARS = PRONOUNS | QUESTION_WORDS | frozenset("that to of about".split())
_LONGEST = 400
# A speaker further ahead of the verb was taken over from an earlier clause.
_FAR = 5
_NOW = frozenset("has is does hasn't isn't doesn't".split())
_FIRST_TIME = ("for", "the", "first", "time")
# “said she liked it but declined to ...”: what the speaker does, not what is said.
_SILENCE = frozenset("declined refused stopped".split())
_THEN = frozenset("would could should had was were".split())


@dataclass(slots=True)
class Report:
    """A cue and the tokens that it reports, in order."""

    cue: Cue
    content: tuple[Chunk, ...]


def reports(tokens: Tokens) -> list[Report]:
    """The reports of a sentence, in the order of their cues."""
    found = cues(tokens)
    later = [*found[1:], None]
    return [Report(cue, _content(tokens, cue, after)) for cue, after in zip(found, later, strict=False)]


def _content(tokens: Tokens, cue: Cue, later: Cue | None) -> tuple[Chunk, ...]:
    """What a cue reports, in order; () where the words are the outlet's. later: the next cue of the sentence."""
    start, stop = _extent(cue)
    end = _border(tokens, cue, stop, later)
    if cue.trails:
        return _before(tokens, start) + _resumed(tokens, start, stop, end)
    if tokens.norms[cue.start] == "according":
        begin = next((at for at in range(stop, end) if "," in tokens.gaps[at]), end)
        if begin < end and tokens.norms[begin] in ("however", "though"):
            begin += 1
            end = _border(tokens, cue, begin, later)
        # “According to the Hay Society, a rich club, ...”: the source is described before it is heard.
        described = begin < end and tokens.norms[begin] in ("a", "an") and tokens.gaps[begin] == ","
        if described:
            begin = next((at for at in range(begin + 1, end) if tokens.gaps[at] == ","), begin)
    elif cue.passive and cue.source:
        begin = stop + 1 if stop < end and tokens.norms[stop] == "that" else end
    elif in_passing(tokens, cue) or gives_name(tokens, cue):
        return ()
    else:
        begin = behind_manner(tokens, cue, _clause_start(tokens, cue, end), end)
        end = own_from(tokens, cue, begin, end)
        # “They chanted and waved banners”: the next deed, not what is said.
        if begin == stop < end and tokens.norms[begin] == "and":
            return ()
    if begin < end:
        return (Chunk(begin, end),)
    subject = source_before(tokens, cue.first - 1) if cue.passive else None
    return (subject,) if subject else ()


def _extent(cue: Cue) -> tuple[int, int]:
    """Where the words of attribution begin and end: verb and speaker, in either order."""
    if cue.source is None or cue.start - cue.source.stop > _FAR:
        return cue.start, cue.stop
    return min(cue.start, cue.source.start), max(cue.stop, cue.source.stop)


def _before(tokens: Tokens, start: int) -> tuple[Chunk, ...]:
    """What stands before the words of attribution in the sentence, or in its part behind a semicolon."""
    first = max(0, start - _LONGEST)
    first = next((at for at in range(start - 1, first, -1) if ";" in tokens.gaps[at]), first)
    while first < start - 1 and tokens.norms[first] in LEADS:
        first += 1
    return (Chunk(first, start),) if first < start else ()


def _resumed(tokens: Tokens, start: int, stop: int, end: int) -> tuple[Chunk, ...]:
    """The second half of an interrupted sentence: “A ceasefire, she said, is needed.”"""
    for at in range(stop, end):
        if tokens.norms[at] == QUOTE:
            return (Chunk(at, end),)
        if "," in tokens.gaps[at]:
            return () if is_aside(tokens, start, stop, Chunk(at, end)) else (Chunk(at, end),)
    return ()


def _clause_start(tokens: Tokens, cue: Cue, end: int) -> int:
    """Where the clause begins: behind “that”, with a listener or a time before it (told him on Friday that ...)."""
    stop = cue.stop
    if cue.then == "that":
        return stop + 1
    if cue.then == "to" and Use.VOWING in cue.uses:
        return stop
    if cue.then == "announced":
        return next(at for at in range(stop, end + 1) if at == end or tokens.norms[at] == QUOTE)
    if Use.TELLING in cue.uses and cue.then in LISTENER:
        heard = _behind_day(tokens, behind_listener(tokens, stop), end)
        if heard < end and tokens.norms[heard] in _HEARS:
            return heard + (tokens.norms[heard] == "that")
        then = that_after(tokens, heard, end)
        return then or (heard if _is_told(tokens, heard, end) else stop)
    if Use.URGING in cue.uses and cue.then in LISTENER:
        return _deed_start(tokens, stop, end)
    return that_after(tokens, stop, end) or _behind_day(tokens, stop, end)


def _deed_start(tokens: Tokens, stop: int, end: int) -> int:
    """“urged the board on Monday to cut its fares”: the deed begins at “to”, and whom they urge the outlet names."""
    heard = _behind_day(tokens, behind_listener(tokens, stop), end)
    return heard if heard < end and tokens.norms[heard] == "to" and not tokens.gaps[heard] else stop


def _behind_day(tokens: Tokens, start: int, end: int) -> int:
    """Behind the day in “said on Monday night it was late”; the start where none stands."""
    if tuple(tokens.norms[start : start + 4]) == _FIRST_TIME:
        return start + 4
    at = start + 1
    if start >= end or tokens.norms[start] != "on":
        return start
    while at < end and tokens.norms[at] in TIMES and not tokens.gaps[at]:
        at += 1
    return at if start + 1 < at < end and not tokens.gaps[at] else start


def _is_told(tokens: Tokens, heard: int, end: int) -> bool:
    """Whether a clause begins right behind the listener: “told the Courier the crane was rotten”."""
    if heard >= end or tokens.gaps[heard]:
        return False
    return tokens.norms[heard] in DETERMINERS and clause_after(tokens, heard)


def _border(tokens: Tokens, cue: Cue, stop: int, following: Cue | None) -> int:
    """Where the reported clause ends: at the sentence's end, at a contrast, or before another report beside it.

    What somebody vows to do ends before “after the council cut pay”: that is told, not vowed.
    """
    end = min(len(tokens.norms), stop + _LONGEST)
    if following is not None:
        end = _before_report(tokens, cue, following, stop, end)
    aside = cue.first > 1 and tokens.norms[cue.first - 1] in RELATIVES and not tokens.bound(cue.first - 1)
    circumstance, gaps, norms = _circumstance(cue), tokens.gaps, tokens.norms
    for at in range(stop + 1, end):
        if gaps[at]:
            if _ends_clause(tokens, cue, at) or (aside and _closes_aside(gaps[cue.first - 1], gaps[at])):
                return at
        elif norms[at] in circumstance:
            if cue.then == "to" or "to" in norms[stop:at]:
                return at
        elif norms[at] in ("and", "but") and not _SILENCE.isdisjoint(norms[at + 1 : at + 2]):
            return at
    return end


def _before_report(tokens: Tokens, cue: Cue, following: Cue, stop: int, end: int) -> int:
    """Where another report begins beside this one, with its speaker and the word that joins it; the end for none."""
    at = following.first
    if following.source and stop <= following.source.start < at:
        at = following.source.start
    if at > stop and tokens.norms[at - 1] in _BESIDE:
        at -= 1
    which = tokens.norms[at] in _WHICH and cue.then != "to" and tokens.norms[at - 1] not in PREPOSITIONS
    beside = tokens.norms[at] in _BESIDE and not which
    return at if stop < at < end and (tokens.gaps[at] or beside) else end


def _closes_aside(opened: str, gap: str) -> bool:
    """Whether a mark closes “Rossum — who has said he will not sign — met ...”: the one that opened it."""
    return gap == opened if opened in DASHES else "," in gap


def _circumstance(cue: Cue) -> frozenset[str]:
    """The words that end a deed which is vowed or urged: “urged them to open the pier after the grim storm”."""
    if cue.then == "to":
        return _CIRCUMSTANCE
    urged = cue.then in ("phrase", "object") and Use.URGING in cue.uses and Use.TELLING not in cue.uses
    return _BESIDE_URGED if urged else frozenset()


def _ends_clause(tokens: Tokens, cue: Cue, at: int) -> bool:
    """Whether a clause ends with the punctuation before a token."""
    norm, gap = tokens.norms[at], tokens.gaps[at]
    if ";" in gap or norm in _CONTRAST:
        return True
    if cue.then == "to" and norm in _CIRCUMSTANCE:
        return True
    if "," not in gap or norm not in ("and", "but") or "that" in tokens.norms[at + 1 : at + 2]:
        return False
    return cue.then in _PHRASAL or _told_since(tokens, cue, at + 1)


def _told_since(tokens: Tokens, cue: Cue, at: int) -> bool:
    """“said he would mend it, but has not begun”: the outlet tells on in its own tense."""
    now = at < len(tokens.norms) and tokens.norms[at] in _NOW
    return now and not _THEN.isdisjoint(tokens.norms[cue.stop : at])
