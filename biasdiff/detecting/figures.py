"""Figures without a source in their sentence or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biasdiff.model import Analysis, Finding, Sentence, Span
from biasdiff.settings import Settings

RULE = "unattributed_figure"

_AMOUNT = r"(?:\d[\d,]*(?:\.\d+)?)"
_MANY = (
    r"(?:hundreds|thousands|millions|billions|dozens|scores|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
    r"|half|a (?:third|quarter|fifth|dozen|hundred|thousand|million))"
)
_PEOPLE = (
    r"(?:people|persons|soldiers|troops|civilians|men|women|children|fighters|migrants|refugees|workers|staff|jobs|homes"
    r"|families|households|residents|voters|protesters|demonstrators|patients|pupils|students|passengers|customers"
    r"|animals|deaths|casualties|injured|wounded|dead|victims|losses)"
)
_RATE = (
    r"(?:per ?cent|percent|%|pounds?|dollars?|euros?|million|billion|trillion|miles?|kilometres?|tonnes?|tons?|acres?"
    r"|hectares?)"
)
_HARM = re.compile(
    r"\b(?:deaths?|died|dying|dead|killed|casualties|wounded|lost their lives|perished|slaughtered)\b", re.I
)
_FIGURE = re.compile(
    rf"(?P<qualifier>\b(?:over|more than|nearly|almost|up to|at least|roughly|about|around|some|an estimated)\s+)?"
    rf"(?P<figure>[£$€]\s?{_AMOUNT}(?:\s?(?:million|billion|trillion|m|bn)\b)?"
    rf"|\b{_AMOUNT}(?:\s?(?:{_RATE}))"
    rf"|\b(?:{_AMOUNT}|{_MANY}(?:\s+of)?)\s+(?:[\w’'-]+\s+){{0,2}}?{_PEOPLE}\b"
    rf"|\b{_MANY}\s+[\w’' -]{{1,40}}?\s+an?\s+(?:minute|hour|day|week|month|year)\b"
    rf"|\b(?:{_AMOUNT})(?=\s+to\s+their\s+deaths?\b))",
    re.I,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MESSAGE = "A figure with no source in its sentence or beside it."
QUESTION = "Where could you check this number, and what exactly does it count?"


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Numbers of people, money, shares and rates that nobody near them answers for."""
    sourced = _sourced_sentences(story)
    for sentence in story.told:
        if sentence.role == "body" and _has_number(story, sentence) and not _is_sourced(story, sentence, sourced):
            yield from _figures(story, sentence)


def _sourced_sentences(story: Analysis) -> set[int]:
    """Sentences in which somebody named in words is said to tell something."""
    spans = (span for a in story.attributions if a.source for span in (a.cue, a.source, *a.content) if span)
    return {sentence.index for span in spans for sentence in story.between(span)}


def _is_sourced(story: Analysis, sentence: Sentence, sourced: set[int]) -> bool:
    """A source before counts, for speech is often carried on; one behind only where it points back."""
    behind = sentence.index + 1
    points_back = behind in sourced and _BACK.match(story.text(story.sentences[behind].span))
    return sentence.index in sourced or sentence.index - 1 in sourced or bool(points_back)


_BACK = re.compile(
    r"(?:The|That|This|These|Those|Both|Its?)\b (?:figures?|numbers?|counts?|totals?|estimates?|is|was|are|were)\b"
)


def _has_number(story: Analysis, sentence: Sentence) -> bool:
    return any(word.norm[0].isdigit() or word.norm in _NUMBER_WORDS for word in sentence.words)


_NUMBER_WORDS = frozenset(
    """
    hundreds thousands millions billions dozens scores two three four five six seven eight nine ten twelve twenty half
    third quarter fifth dozen hundred thousand million
    """.split()
)


def _figures(story: Analysis, sentence: Sentence) -> Iterator[Finding]:
    start, end = sentence.span
    harm = _HARM.search(story.passage.text, start, end)
    for match in _FIGURE.finditer(story.passage.text, start, end):
        if _YEAR.fullmatch(match["figure"]):
            continue
        yield Finding(
            span=Span(*match.span()),
            rule=RULE,
            entry=None,
            group="sourcing",
            category="sourcing.figure",
            severity=_severity(match, bool(harm)),
            confidence="medium",
            voice=story.voice(match.start()),
            message=MESSAGE,
            neutral=("(name the source)",),
            question=QUESTION,
        )


def _severity(match: re.Match[str], harm: bool) -> int:
    """Deaths and casualties weigh most; a figure given as rough weighs least."""
    if harm:
        return 3
    return (
        1
        if match["qualifier"]
        and match["qualifier"].split()[0].lower() in ("about", "around", "roughly", "some", "nearly", "almost")
        else 2
    )
