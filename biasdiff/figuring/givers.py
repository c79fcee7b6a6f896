"""Who gives a figure without a verb of saying: “the port office puts it at 900”, “in the council’s report”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from biasdiff.figuring.numbers import FIRST_WORDS
from biasdiff.model import Analysis, Sentence, Span
from biasdiff.quoting.sources import source_before
from biasdiff.quoting.tokens import BE, Tokens, fold

_PUTS = frozenset("put puts putting".split())
_GIVES = frozenset("give gives gave given".split())
_COUNTS = frozenset(
    "count counts counted record records recorded register registered registers log logged logs list lists listed "
    "tally tallied tallies show shows showed".split()
)
_GIVING = _PUTS | _GIVES | _COUNTS
# What is given where a figure is given: she gave a total of 40, not 40 beds.
_TOTALS = frozenset(
    "figure number total peak estimate count toll sum value cost price size rate range average margin".split()
)
_QUALIFYING = frozenset("about around roughly some nearly almost over more than at least up to only just".split())
_REACH = 12
NEXT_CLAUSE = re.compile(r";|[,–—-]? (?:and|but|while|as|after|when|because|before|which|who)\b|[“”\"]")
# “..., and the interior ministry 900”: the verb is the one of the clause before.
_GAPPED = re.compile(
    r"(?:;|, and|, but|, while| and) (?P<who>(?:the |its )?[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4}) $", re.I
)
_NO_GIVER = frozenset("in on at of by for with to from than only about some over nearly up was were is are".split())
_DOCUMENTS = frozenset(
    "report reports accounts timetable study survey census audit register figures statistics log logbook filing "
    "filings leaflet prospectus inventory assessment review findings table tables "
    "count tally estimate reckoning account".split()
)
_OWN = ("count", "tally", "estimate", "reckoning", "account")
_DOCUMENT = rf"(?:own (?:{'|'.join(_OWN)})|{'|'.join(sorted(_DOCUMENTS.difference(_OWN), key=len, reverse=True))})"
_IN_DOCUMENT = re.compile(
    r"\b(?:(?:in|on page \d+ of|(?:figures|data) (?:from|by))|by(?= \w+ own )) "
    r"(?P<who>(?:(?:the|its|that|this|an?|their|his|her)\b"
    rf"|[A-Z][\w-]*(?: [A-Z][\w-]*){0, 4}[’']s?)(?: (?!and\b|of\b|that\b)[\w’'-]+){{0,3}}? {_DOCUMENT}\b)"
)
# A document that is said not to give a figure gives none.
_WITHOUT = re.compile(r"\b(?:no|not|nor|never|missing|absent|left out|without|n[’']t)\b", re.I)
_BEFORE = 40
# A figure stands at most so many characters behind the verb that gives it.
FAR = 300


class Givers:
    """Who gives the figures of one sentence: the subjects of its verbs of giving, else a document that it names."""

    def __init__(self, story: Analysis, sentence: Sentence) -> None:
        self._text = story.passage.text
        norms = sentence.norms
        self._verbs = [] if _GIVING.isdisjoint(norms) else list(_subjects(self._text, sentence))
        self._document = None if _DOCUMENTS.isdisjoint(norms) else _document(story, sentence)

    def of(self, offset: int) -> Span | None:
        """Who gives the figure at an offset."""
        at = bisect_right(self._verbs, offset, key=_behind) - 1
        return (self._subject(*self._verbs[at], offset) if at >= 0 else None) or self._document

    def _subject(self, behind: int, source: Span, offset: int) -> Span | None:
        if offset - behind > FAR:
            return None
        between = self._text[behind:offset]
        gapped = _GAPPED.search(between)
        if gapped and _NO_GIVER.isdisjoint(gapped["who"].lower().split()):
            return Span(behind + gapped.start("who"), behind + gapped.end("who"))
        return None if NEXT_CLAUSE.search(between) else source


def _behind(verb: tuple[int, Span]) -> int:
    return verb[0]


def _subjects(text: str, sentence: Sentence) -> Iterator[tuple[int, Span]]:
    """Where each verb of giving ends, and its subject."""
    tokens = fold(text, sentence, (), 0)
    for at, norm in enumerate(tokens.norms):
        source = source_before(tokens, at - 1) if norm in _GIVING and _gives(tokens, at) else None
        if source:
            yield tokens.ends[at], tokens.span(source.start, source.stop)


def _gives(tokens: Tokens, at: int) -> bool:
    """Whether a verb gives a number: puts the bookings at 900, gave a total of 900, counts 900."""
    if at and tokens.norms[at - 1] in BE:
        return False
    following = tokens.norms[at + 1 : at + 1 + _REACH]
    if tokens.norms[at] in _PUTS:
        return any(norm == "at" and _numbered(following[i + 1 :]) for i, norm in enumerate(following))
    if tokens.norms[at] in _GIVES:
        return not _TOTALS.isdisjoint(following[:4])
    return _numbered(following)


def _numbered(norms: Sequence[str]) -> bool:
    """Whether a number begins the words, but for what qualifies it."""
    first = next((norm for norm in norms if norm not in _QUALIFYING), "")
    return first[:1].isdigit() or (first[:1] in "$£€¥₹" and bool(first)) or first in FIRST_WORDS


def _document(story: Analysis, sentence: Sentence) -> Span | None:
    text, start = story.passage.text, sentence.span.start
    for match in _IN_DOCUMENT.finditer(text, *sentence.span):
        denied = _WITHOUT.search(text, max(start, match.start() - _BEFORE), match.start())
        if not denied and story.voice(match.start()) != "quoted":
            return Span(*match.span("who"))
    return None
