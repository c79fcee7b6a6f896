"""What a sentence reports: each cue with its speaker and the stretches that hold what was said."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.quoting.cues import Cue, cues
from biasdiff.quoting.sources import Chunk, source_after
from biasdiff.quoting.tokens import LEADS, PRONOUNS, QUESTION_WORDS, QUOTE, TIMES, Tokens
from biasdiff.quoting.verbs import Use

_COORDINATORS = frozenset("and but then while though although whereas".split())
_BESIDE = _COORDINATORS | frozenset("as because when after since where who which".split())
_CIRCUMSTANCE = frozenset("after when as because while since".split())
_CONTRAST = frozenset("while whereas with".split())
# “..., he said, after the vote”: what goes with the speaking and not with what is said.
_ASIDE = frozenset("who which whose when where after before during in on at as with by from".split())
_HEARS = PRONOUNS | QUESTION_WORDS | frozenset("that to of about".split())
_REACH = 9
_LONGEST = 400


class Report(NamedTuple):
    """A cue and the tokens that it reports, in order."""

    cue: Cue
    content: tuple[Chunk, ...]


def reports(tokens: Tokens) -> list[Report]:
    """The reports of a sentence, in the order of their cues."""
    found = cues(tokens)
    later = [*found[1:], None]
    return [Report(cue, _content(tokens, cue, after)) for cue, after in zip(found, later, strict=False)]


def _content(tokens: Tokens, cue: Cue, later: Cue | None) -> tuple[Chunk, ...]:
    start, stop = _extent(cue)
    end = _border(tokens, cue, stop, later)
    if cue.trails:
        return _before(tokens, start) + _resumed(tokens, cue, stop, end)
    if tokens.norms[cue.start] == "according":
        begin = next((at for at in range(stop, end) if "," in tokens.gap(at)), end)
    else:
        begin = _behind_that(tokens, cue, end)
    return (Chunk(begin, end),) if begin < end else ()


def _extent(cue: Cue) -> tuple[int, int]:
    """Where the words of attribution begin and end: verb and speaker, in either order."""
    if cue.source is None or cue.start - cue.source.stop > 5:
        return cue.start, cue.stop
    return min(cue.start, cue.source.start), max(cue.stop, cue.source.stop)


def _before(tokens: Tokens, start: int) -> tuple[Chunk, ...]:
    """From the start of the sentence, or of its part behind a semicolon."""
    first = max(0, start - _LONGEST)
    first = next((at for at in range(start - 1, first, -1) if ";" in tokens.gap(at)), first)
    while first < start - 1 and tokens.norms[first] in LEADS:
        first += 1
    return (Chunk(first, start),) if first < start else ()


def _resumed(tokens: Tokens, cue: Cue, stop: int, end: int) -> tuple[Chunk, ...]:
    """The second half of an interrupted sentence: “A ceasefire, she said, is needed.”"""
    for at in range(stop, end):
        if tokens.norms[at] == QUOTE:
            return (Chunk(at, end),)
        if "," in tokens.gap(at):
            aside = tokens.norms[at] in _ASIDE or tokens.norms[at].endswith("ing")
            return () if aside else (Chunk(at, end),)
    return ()


def _behind_that(tokens: Tokens, cue: Cue, end: int) -> int:
    """Where the clause begins: behind “that”, with a listener or a time before it (told him on Friday that ...)."""
    stop = cue.stop
    if cue.then == "that":
        return stop + 1
    if cue.then == "announced":
        return next(at for at in range(stop, end + 1) if at == end or tokens.norms[at] == QUOTE)
    if cue.then in ("pronoun", "question", "quotation", "colon") or (cue.then == "phrase" and not _tells(tokens, cue)):
        return stop
    for at in range(stop, min(stop + _REACH, end)):
        if tokens.norms[at] == QUOTE or (at > stop and tokens.gap(at)):
            break
        if tokens.norms[at] == "that":
            return at + 1
    if not _tells(tokens, cue):
        return stop
    listener = source_after(tokens, stop, apposed=False)
    behind = listener.stop if listener else stop + (cue.then == "object")
    return behind if behind < end and tokens.norms[behind] in _HEARS else stop


def _tells(tokens: Tokens, cue: Cue) -> bool:
    return Use.TELLING in cue.uses or (cue.stop < len(tokens) and tokens.norms[cue.stop] in TIMES)


def _border(tokens: Tokens, cue: Cue, stop: int, following: Cue | None) -> int:
    """Where the reported clause ends: at the sentence's end, at a contrast, or before another report beside it.

    What somebody vows to do ends before “after the council cut pay”: that is told, not vowed.
    """
    end = min(len(tokens), stop + _LONGEST)
    if following is not None:
        at = following.start
        if following.source and stop <= following.source.start < at:
            at = following.source.start
        if at > stop and tokens.norms[at - 1] in _BESIDE:
            at -= 1
        if stop < at < end and (tokens.gap(at) or tokens.norms[at] in _BESIDE):
            end = at
    for at in range(stop + 1, end):
        norm = tokens.norms[at]
        if (norm in _CIRCUMSTANCE and cue.then == "to") or ";" in tokens.gap(at):
            return at
        if norm in _CONTRAST and tokens.gap(at):
            return at
    return end
