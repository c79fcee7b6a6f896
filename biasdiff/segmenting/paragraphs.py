"""Text -> paragraphs: blank lines, lines of their own, lines that were wrapped."""

from __future__ import annotations

import re
from typing import NamedTuple

from biasdiff.model import Span
from biasdiff.segmenting.metadata import without_metadata

# Marks at the start of a line that belong to the file and not to the story: # Title, > quoted, - item.
_LINE_MARKS = re.compile(r"(?:(?:#{1,6}|>|[*+-])[ \t]+)+(?=\*{0,3}[\w\"'“‘(\[])")
_ITEM = re.compile(r"[•⁃‣▪●◦]|(?:\d{1,3}|[a-z])[.)]\s")
_FINISHED = re.compile(r"[.!?:;…][\"'”’)\]]*\Z")
_WORD = re.compile(r"\S{1,40}")
_NARROWEST, _WIDEST = 40, 110  # characters in a line of wrapped text


class _Line(NamedTuple):
    """A line that is not blank, without its marks and the space around it."""

    start: int
    end: int
    marked: bool  # begins with a mark, a bullet or a number
    apart: bool  # a blank line stands before it


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text in order, without the space around them.

    A blank line ends a paragraph. So does a new line, unless the line before it was wrapped: the
    sentence goes on in lower case, or the lines of the text are as full as they can be. Metadata in
    front of the headline and a date line glued to the story are paragraphs of their own.
    """
    lines = _lines(text)
    width = _wrapping_width(text, lines)
    found: list[Span] = []
    for number, line in enumerate(lines):
        if number and _continues(text, lines[number - 1], line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(Span(line.start, line.end))
    return tuple(part for n, span in enumerate(found) for part in without_metadata(text, span, n == 0))


def _lines(text: str) -> list[_Line]:
    lines, at, blank = [], 0, True
    for raw in text.splitlines(keepends=True):
        inner = raw.strip()
        if inner:
            start = at + len(raw) - len(raw.lstrip())
            marks = _LINE_MARKS.match(inner)
            skipped = marks.end() if marks else 0
            listed = skipped > 0 or _ITEM.match(inner) is not None
            lines.append(_Line(start + skipped, start + len(inner), listed, blank))
        blank = not inner
        at += len(raw)
    return lines


def _wrapping_width(text: str, lines: list[_Line]) -> int:
    """How wide the lines are in a text wrapped by hand or program, 0 where none is."""
    inner = [a for a, b in zip(lines, lines[1:], strict=False) if not (b.apart or b.marked)]
    if len(inner) < 2:
        return 0
    width = sorted(line.end - line.start for line in inner)[int(len(inner) * 0.95)]
    unfinished = sum(not _is_finished(text, line) for line in inner)
    wrapped = _NARROWEST <= width <= _WIDEST and unfinished * 2 > len(inner)
    return width if wrapped else 0


def _is_finished(text: str, line: _Line) -> bool:
    return _FINISHED.search(text, max(line.start, line.end - 4), line.end) is not None


def _continues(text: str, before: _Line, line: _Line, width: int) -> bool:
    if line.apart or line.marked:
        return False
    if text[line.start].islower() and not _is_finished(text, before):
        return True
    first = _WORD.match(text, line.start)
    room = width - (before.end - before.start) - 1
    return width > 0 and first is not None and first.end() - first.start() > room
