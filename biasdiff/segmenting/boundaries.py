"""Where sentences end: a paragraph -> the spans of its sentences."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from biasdiff.model import Span
from biasdiff.segmenting.abbreviations import opens_sentence
from biasdiff.segmenting.openings import opening_cuts
from biasdiff.segmenting.stops import Stop, ends_sentence

# A run of end marks, an ellipsis with spaces inside included (". . ."). The first mark stands on its own, for a search
# is twice as quick where it need not look for a run at every letter.
_STOP = re.compile(r"[.!?…][.!?…]*(?:[ \xa0]\.+)*")
_QUOTATION_MARK = re.compile(r"[\"“”]")
_CLOSING = "'”’»)]_"
_NOTES = re.compile(
    r"(?:\s?\[(?:\d{1,3}|note \d{1,2}|[a-z ]{3,24} needed)\])+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+"
    r"|(?<=[a-z.][.\"”])\d{1,2}(?=\s+[A-Z“\"])"
)
_NOTE_NUMBER = re.compile(r"\s\d{1,2}(?=\s([A-Z][a-z]*))")


def sentence_spans(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one paragraph in order, without surrounding whitespace."""
    lo, hi = paragraph
    spans: list[Span] = []
    start = lo
    for end in [*_cuts(text, lo, hi), hi]:
        span = _stripped(text, start, end)
        start = end
        if span.start == span.end:
            continue
        if spans and not _has_word(text, span):
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    return spans


def _has_word(text: str, span: Span) -> bool:
    return any(map(str.isalnum, text[span.start : span.end]))


def _stripped(text: str, start: int, end: int) -> Span:
    start = _after_space(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cuts(text: str, lo: int, hi: int) -> Iterator[int]:
    """Ends of sentences before the last one, ascending."""
    openings = deque(opening_cuts(text, lo, hi))
    opening_marks = _opening_marks(text, lo, hi)
    sentence = lo
    for mark in _STOP.finditer(text, lo, hi):
        if mark.start() + 1 == hi:
            break  # it closes the paragraph
        while openings and openings[0] <= mark.start():
            sentence = openings.popleft()
            yield sentence
        stop = _stop(text, sentence, mark, hi, opening_marks)
        if stop.following < hi and ends_sentence(text, stop, hi):
            sentence = stop.following
            yield stop.closed
    yield from openings


def _stop(text: str, sentence: int, mark: re.Match[str], hi: int, opening_marks: frozenset[int]) -> Stop:
    start, end = mark.span()
    if mark[0].count(".") > 3 and not mark[0].startswith("..") and not text[start - 1 : start].isspace():
        end = start + 1  # "it ended. . . . The rest": a full stop, then words left out
    closed = _closed(text, end, hi, opening_marks)
    following = _after_space(text, closed, hi)
    opens = following in opening_marks or text.startswith(("“", "‘", "``", "''"), following)
    return Stop(sentence, start, end, closed, following, opens)


def _closed(text: str, at: int, hi: int, opening_marks: frozenset[int]) -> int:
    """Behind the closing marks and the signs of footnotes that belong to the sentence before them."""
    at = _after_marks(text, at, hi, opening_marks)
    late = _after_space(text, at, hi)
    if late < hi and text[late].isalpha():
        return at  # a word comes next, as behind most sentences
    if late > at and _after_space(text, late + 1, hi) > late + 1:  # a lost mark: way. " Smith
        at = _after_marks(text, late, hi, opening_marks) if text[late] in '"”' else at
    if notes := _NOTES.match(text, at, hi):
        return notes.end()
    number = _NOTE_NUMBER.match(text, at, hi)
    return number.end() if number and opens_sentence(number[1]) else at


def _after_marks(text: str, at: int, hi: int, opening_marks: frozenset[int]) -> int:
    while at < hi and (text[at] in _CLOSING or (text[at] == '"' and at not in opening_marks)):
        at += 1
    return at


def _after_space(text: str, at: int, hi: int) -> int:
    while at < hi and text[at].isspace():
        at += 1
    return at


def _opening_marks(text: str, lo: int, hi: int) -> frozenset[int]:
    """Where straight quotation marks open: told by the space beside them, else by parity."""
    if text.find('"', lo, hi) < 0:
        return frozenset()
    found, inside = set(), False
    for mark in _QUOTATION_MARK.finditer(text, lo, hi):
        at = mark.start()
        if mark[0] == '"':
            before = at == lo or text[at - 1].isspace() or text[at - 1] in "([—–-"
            behind = at + 1 == hi or text[at + 1].isspace() or text[at + 1] in ".,;:!?)]"
            inside = before if before != behind else not inside
            if inside:
                found.add(at)
        else:
            inside = mark[0] == "“"
    return frozenset(found)
