"""Optional header lines at the top of a file, as in mail: Outlet, Title, URL, Published."""

from __future__ import annotations

import re
from typing import NamedTuple

# What is asked for, and what people write beside it.
_KEYS = frozenset(("outlet", "title", "url", "published"))
_LINE = re.compile(r"(Outlet|Title|URL|Published|Author|Byline|Date|Section)[ \t]*:[ \t]*(\S[^\n]*)(?:\n|\Z)", re.I)
_BLANK = re.compile(r"[ \t]*\n")


class Header(NamedTuple):
    """Values by lower-case key, the lines of the file on which they stand, and where the text behind them begins."""

    values: dict[str, str]
    lines: dict[str, int]
    end: int


def header(text: str) -> Header:
    """The header lines of a file, below blank lines or not.

    A story that merely begins with such a word has none: a blank line must follow, and one of our keys be there.
    """
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    at = line = 0
    while empty := _BLANK.match(text, at):
        at, line = empty.end(), line + 1
    while found := _LINE.match(text, at):
        values[found[1].lower()] = found[2].rstrip(" \t")
        line += 1
        lines[found[1].lower()] = line
        at = found.end()
    blank = _BLANK.match(text, at)
    if _KEYS.isdisjoint(values) or (at < len(text) and not blank):
        return Header({}, {}, 0)
    return Header(values, lines, blank.end() if blank else at)
