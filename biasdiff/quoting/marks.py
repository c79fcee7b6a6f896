"""Quotation marks: which stretches of a text stand between them.

A mark opens or closes by its shape and by its neighbours, and pairs are matched like brackets. A
mark without a partner is no quotation, unless it opens the last sentences of a paragraph in which somebody
was quoted before: it costs its own quotation and never the rest of the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from biasdiff.model import Span

# '' and `` are the double marks of typewriters and of some news archives.
_MARK = re.compile(r"[\n'’\"“”„‟«»‘‚`](?:(?<=\n)\s*|(?<=')'|(?<=`)`)?")
_OPENING = frozenset(("“", "„", "``", "«", "‘", "‚"))
_APOSTROPHES = frozenset("'’`")
_SINGLE = _APOSTROPHES | {"‘", "‚"}
# Letters left out at the front of a word: 'em, 'til, rock 'n' roll, the '90s.
_ELISION = re.compile(r"(?:\d\ds?|n|em|til|tis|twas|cause|bout|round|neath|cos)(?!\w)", re.I)
_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
# After a plural's apostrophe (the boys') a closing mark still has to come before the next opening one.
_CLOSED_LATER = re.compile(r"(?:[^'’‘\n]|(?<=\w)['’](?=\w)){0,80}(?<=[\w.,!?…])['’](?!\w)")
_BEFORE_OPENING = frozenset("([{-–—―/=:\"'“‘”’`")
_AFTER_CLOSING = frozenset(".,;:!?…)]}-–—―/\"'”’")
_ENDS_LINE = frozenset(".!?…,:;")
_ENDS_SENTENCE = frozenset(".!?")
_LINE_ENDS = ("", "\n", "\r")
_MOST_PARAGRAPHS = 6
_LONGEST = 5000

Side = Literal["open", "close", "either"]


@dataclass(slots=True)
class Run:
    """A quoted stretch without its marks, and with them.

    continues: it ends with its paragraph, and the next paragraph opens the quotation anew.
    """

    inner: Span
    outer: Span
    continues: bool = False


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    single: bool
    block: int
    line: int


def quoted_runs(text: str) -> tuple[Run, ...]:
    """The outermost quoted stretches in order; never empty, never overlapping. Linear in the text."""
    runs: list[Run] = []
    for run in sorted(_pairs(text), key=lambda run: (run.outer.start, -run.outer.end)):
        if not runs or run.outer.start >= runs[-1].outer.end:
            runs.append(run)
    return tuple(runs)


def _pairs(text: str) -> Iterator[Run]:
    """Every matched pair, nested ones included."""
    waiting: list[_Mark] = []
    block = line = 0
    closed = -1
    for found in _MARK.finditer(text):
        sign = found.group()
        if sign[0] == "\n":
            parted = sign.count("\n") > 1
            if waiting:
                yield from _carried_over(text, waiting, found, None if parted else line, block)
            if waiting and parted and closed == block and _is_never_closed(text, waiting[-1], found.start(), block):
                yield from _run(text, waiting.pop(), found.start(), found.start())
            block += parted
            line += text[found.start() - 1] in _ENDS_LINE
            continue
        start, end = found.span()
        if sign in _APOSTROPHES and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum():
            continue
        mark = _Mark(start, end, sign in _SINGLE, block, line)
        side = (_single_side if mark.single else _double_side)(text, mark, sign)
        opened = _partner(text, waiting, mark) if side in ("close", "either") else None
        if opened is not None:
            closed = block
            yield from _run(text, opened, mark.start, mark.end)
        elif side in ("open", "either"):
            if waiting and waiting[-1].block != block:
                waiting.clear()
            waiting.append(mark)


def _may_open(before: str) -> bool:
    """Whether a mark may open behind a letter or a mark; "" stands for the start of the text."""
    return not before or before.isspace() or before in _BEFORE_OPENING


def _double_side(text: str, mark: _Mark, sign: str) -> Side | None:
    """Whether a double mark opens or closes; "either" where its neighbours allow both, None for inches."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    may_open = _may_open(before)
    may_close = not after or after.isspace() or after in _AFTER_CLOSING
    if sign == '"' and _INCHES.search(text, max(0, mark.start - 6), mark.start):
        return None
    if sign == "»" or (sign == "”" and (may_close or not may_open)):
        return "close"
    if sign in _OPENING:
        return "close" if may_close and not may_open else "open"
    if may_open == may_close:
        return "either"
    return "open" if may_open else "close"


def _single_side(text: str, mark: _Mark, sign: str) -> Side | None:
    """Whether a single mark opens or closes; None for an apostrophe."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if sign in _OPENING:
        return None if _ELISION.match(text, mark.end) else "open"
    if not _may_open(before):
        plural = before == "s" and after == " "
        return None if plural and _CLOSED_LATER.match(text, mark.end) else "close"
    if sign in "’`" or not after or after.isspace() or _ELISION.match(text, mark.end):
        return "close" if before and not before.isspace() else None
    return "open"


def _partner(text: str, waiting: list[_Mark], mark: _Mark) -> _Mark | None:
    """Takes the opening mark that this one closes off the stack; single marks never close over double ones.

    A letter or a post given whole may run over several paragraphs that do not open anew.
    """
    if mark.single:
        near = waiting and waiting[-1].single and waiting[-1].block == mark.block
        return waiting.pop() if near else None
    while waiting:
        opened = waiting.pop()
        if not opened.single:
            whole = _leads(text, opened) and text[mark.end : mark.end + 1] in _LINE_ENDS
            if mark.block - opened.block <= (_MOST_PARAGRAPHS if whole else 1):
                return opened
    return None


def _leads(text: str, opened: _Mark) -> bool:
    """Whether a mark opens its paragraph, or what a colon announces."""
    before = text[max(0, opened.start - 3) : opened.start].rstrip(" ")[-1:]
    return not before or before in "\n:"


def _carried_over(
    text: str, waiting: list[_Mark], newline: re.Match[str], line: int | None, block: int
) -> Iterator[Run]:
    """An open quotation runs to the end of its paragraph when the next paragraph opens anew."""
    at = newline.end()
    if not text[at : at + 2].startswith(('"', "“", "‘", "'", "``")):
        return
    opened = waiting[-1]
    same = opened.single == (text[at] in _SINGLE and text[at : at + 2] != "''")
    here = opened.block == block if line is None else opened.line == line
    if same and here and (line is None or text[newline.start() - 1] in _ENDS_LINE):
        yield from _run(text, opened, newline.start(), newline.start(), continues=True)
        waiting.clear()


def _is_never_closed(text: str, opened: _Mark, end: int, block: int) -> bool:
    """“It leaks,” she said. “Mend it.¶: the speaker of the paragraph goes on to its end, where a mark was forgotten."""
    before = text[max(0, opened.start - 2) : opened.start].rstrip(" ")[-1:]
    here = not opened.single and opened.block == block
    return here and before in _ENDS_SENTENCE and text[end - 1] in _ENDS_SENTENCE


def _run(text: str, opened: _Mark, end: int, outer_end: int, continues: bool = False) -> Iterator[Run]:
    start = opened.end
    while start < end and text[start].isspace():
        start += 1
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop and end - start <= _LONGEST:
        yield Run(Span(start, stop), Span(opened.start, outer_end), continues)
