"""Text -> paragraphs: blank lines, lines of their own, lines that were wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from biasdiff.model import Span
from biasdiff.segmenting.metadata import without_metadata

# Marks at the start of a line that belong to the file and not to the story: # Title, > quoted, - item.
_LINE_MARKS = re.compile(r"(?:(?:#{1,6}|>|[*+-])[ \t]+)+(?=\*{0,3}[\w\"'“‘(\[])")
_ITEM = re.compile(r"[•⁃‣▪●◦]|(?:\d{1,3}|[a-z])[.)]\s")
_FINISHED = re.compile(r"[.!?:;…][\"'”’)\]]*\Z")
_UNFINISHED = re.compile(r"(?:,|\b(?:an?|and|as|at|by|for|from|in|into|of|on|or|that|the|to|with))\Z")
_WORD = re.compile(r"\S{1,40}")
_NARROWEST, _WIDEST = 40, 110  # characters in a line of wrapped text
_MOSTLY = 0.7  # share of its unfinished lines that have no room for a word more


@dataclass(slots=True)
class _Line:
    """A line that is not blank, without its marks and the space around it."""

    start: int
    end: int
    marked: bool  # begins with a mark, a bullet or a number
    apart: bool  # a blank line stands before it


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text in order, without the space around them.

    A blank line ends a paragraph. So does a new line, unless the line before it was wrapped: it
    stops at a word like "of", the sentence goes on in lower case, or the lines are full. Metadata in
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
            # Behind a capital, as most lines begin, there is neither mark nor number.
            marks = None if inner[0].isupper() else _LINE_MARKS.match(inner)
            skipped = marks.end() if marks else 0
            listed = skipped > 0 or (not inner[0].isupper() and _ITEM.match(inner) is not None)
            lines.append(_Line(start + skipped, start + len(inner), listed, blank))
        blank = not inner
        at += len(raw)
    return lines


def _wrapping_width(text: str, lines: list[_Line]) -> int:
    """How wide the lines are in a text wrapped by hand or program, 0 where none is."""
    pairs = [(line, after) for line, after in pairwise(lines) if not (after.apart or after.marked)]
    open_ended = [(line, after) for line, after in pairs if not _is_finished(text, line)]
    if len(pairs) < 2 or len(open_ended) * 2 < len(pairs):
        return 0
    width = sorted(line.end - line.start for line, _ in pairs)[int(len(pairs) * 0.95)]
    full = sum(_is_full(text, line, after, width) for line, after in open_ended)
    return width if _NARROWEST <= width <= _WIDEST and full >= _MOSTLY * len(open_ended) else 0


def _is_finished(text: str, line: _Line) -> bool:
    return _FINISHED.search(text, max(line.start, line.end - 4), line.end) is not None


def _continues(text: str, before: _Line, line: _Line, width: int) -> bool:
    if line.apart or line.marked:
        return False
    if text[line.start].islower() and not _is_finished(text, before):
        return True
    if _UNFINISHED.search(text, max(before.start, before.end - 6), before.end):
        return True
    return width > 0 and _is_full(text, before, line, width)


def _is_full(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word behind a line had no room in it."""
    word = _WORD.match(text, after.start, after.end)
    return word is not None and line.end - line.start + 1 + word.end() - word.start() > width
