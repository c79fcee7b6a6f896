"""Dates and other metadata that lost their line break and stand glued to a headline or a story."""

from __future__ import annotations

import re

from biasdiff.model import Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
_CALENDAR_DATE = rf"(?:{_MONTH}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{_MONTH},?\s\d{{4}})\b"
_LONG_DATE = rf"(?:{_WEEKDAY},?\s)?{_CALENDAR_DATE}"
_SHORT_DATE = r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?![\d-])"
_ZONE = r"(?:GMT|UTC|BST|CES?T|EES?T|MSK|IST|E[SD]?T|C[SD]?T|P[SD]?T|Z)\b"
_TIME = rf"(?:\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?{_ZONE}|[+-]\d\d:?\d\d)?)"
_MOMENT = rf"(?:{_TIME}[,\s]{{1,3}})?(?:{_LONG_DATE}|{_SHORT_DATE})(?:[T,\s]{{1,3}}(?:at\s)?{_TIME})?"
_DATED = r"(?:(?:first|last)\s)?(?:date|published|updated|posted|created|modified|time(?:stamp)?)(?:\son|\sat)?"
_KEY = r"(?:author|byline|source|outlet|publisher|category|section|tags?|topics?|lang(?:uage)?|id|url|link)"
_RULE = r"\s{0,3}[|·•;–—-]\s{0,3}"

# A bare long date may open a sentence ("May 4, 2020, was ..."), so it needs a key or a rule behind it.
_FIELD = (
    rf"(?:{_DATED}\s?[:=]?\s?{_MOMENT}(?:{_RULE}|\s{{1,3}})|{_SHORT_DATE}(?:[T\s]{_TIME})?(?:{_RULE}|\s{{1,3}})"
    rf"|{_MOMENT}{_RULE}|{_KEY}\s?[:=]\s?(?:https?://\S{{1,300}}(?=\s)|[^|;\n]{{1,60}}[|;])\s{{0,3}}"
    rf"|by\s[^|;\n]{{3,60}}\|\s{{0,3}}|(?:section|category|topic)\s(?-i:[A-Z][a-z]+)\s{{1,3}})"
)
_PREFIX = re.compile(
    rf"(?i:{_FIELD}+(?:(?:title|headline)\s?[:=]?\s{{1,3}})?|(?:title|headline)\s?[:=]\s{{1,3}})(?=[A-Z\"'“‘\d])"
)
_DATE_FIRST = re.compile(rf"(?i:{_LONG_DATE})(?=\s+[A-Z•])")
_DATE_LAST = re.compile(rf"\s(?i:{_WEEKDAY},\s{_CALENDAR_DATE})\Z")
_IN_A_PHRASE = re.compile(r"(?:,|\b(?:on|of|from|by|until|till|to|since|dated|before|after|and|for))\Z", re.I)
_DATE_ALONE = re.compile(rf"(?i:(?:{_DATED}\s?[:=]?\s?)?{_MOMENT})\W*\Z")
# Updated at 1:46 p.m. ET Tuesday; Posted 3 hours ago
_DATED_LINE = re.compile(
    rf"(?i:{_DATED}\s?:?(?:[ ,]+(?:on|at|ago|hours?|minutes?|days?|{_MONTH}|{_WEEKDAY}|{_ZONE}|[ap]\.?m\.?"
    r"|\d[\d:./-]*(?:st|nd|rd|th|[ap]m)?))+\W*\Z)"
)
# What every field and date begins with, in small letters: most stretches begin with nothing of it.
_BEGINNING = re.compile(rf"\d|{_DATED}|{_MONTH}|{_WEEKDAY}|{_KEY}|by\s|title|headline".lower())


def without_metadata(text: str, paragraph: Span, first: bool) -> list[Span]:
    """The paragraph, split where metadata meets the story; key and date fields only in the first one."""
    lo, hi = paragraph
    if first and (prefix := _PREFIX.match(text, lo, hi)) and prefix.end() < hi:
        field, story = _split(text, paragraph, prefix.end())
        return [field, *without_metadata(text, story, first=True)]
    if first and (dateline := _dateline_inside(text, paragraph)):
        return _split(text, paragraph, dateline)
    if date := _DATE_FIRST.match(text, lo, hi):
        return _split(text, paragraph, date.end())
    tail = _DATE_LAST.search(text, max(lo, hi - 40), hi) if text[hi - 1 : hi].isdigit() else None
    if tail and tail.start() > lo and not _IN_A_PHRASE.search(text, max(lo, tail.start() - 10), tail.start()):
        return _split(text, paragraph, tail.start())
    return [paragraph]


# A headline that runs on into a dateline: "... trial finds WENDLE, Sept 3 (Coast Wire) - Teenagers ..."
DATELINE_PLACE = r"[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][\w.’'-]*){0,5}"
AGENCY = r"\([A-Z][^()]{1,40}\)"
_DATELINE_INSIDE = re.compile(
    rf"(?<=[a-z\d”’\"'?!])\s(?={DATELINE_PLACE},?\s{_MONTH}\s\d{{1,2}}(?:\s?{AGENCY})?\s?(?:--?|[—–])\s)"
)
_LONGEST_GLUED_HEADLINE = 250  # characters


def _dateline_inside(text: str, paragraph: Span) -> int | None:
    """Where a dateline begins behind a headline that lost its line break."""
    found = _DATELINE_INSIDE.search(
        text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_GLUED_HEADLINE)
    )
    return found.end() if found else None


def is_metadata(stretch: str) -> bool:
    """Whether a stretch holds dates and fields alone."""
    if len(stretch) > 300 or not _BEGINNING.match(stretch.lower()):
        return False
    fields = _PREFIX.match(stretch + " A")  # as if a headline followed
    whole = fields is not None and fields.end() == len(stretch) + 1
    return whole or _DATE_ALONE.match(stretch) is not None or _DATED_LINE.match(stretch) is not None


def _split(text: str, paragraph: Span, at: int) -> list[Span]:
    left = text[paragraph.start : at].rstrip()
    right = text[at : paragraph.end].lstrip()
    return [
        Span(paragraph.start, paragraph.start + len(left)),
        Span(paragraph.end - len(right), paragraph.end),
    ]
