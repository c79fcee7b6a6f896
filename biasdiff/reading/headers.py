"""Optional header lines at the top of a file, as in mail: Outlet, Title, URL, Published."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"(Outlet|Title|URL|Published)[ \t]*:[ \t]*(\S[^\n]*)(?:\n|\Z)", re.I)


class Header(NamedTuple):
    """Values by lower-case key, the lines of the file on which they stand, and where the text behind them begins."""

    values: dict[str, str]
    lines: dict[str, int]
    end: int


def header(text: str) -> Header:
    """The header lines of a file. A story that merely begins with such a word has none: a blank line must follow."""
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    at = line = 0
    while found := _LINE.match(text, at):
        values[found[1].lower()] = found[2].rstrip(" \t")
        line += 1
        lines[found[1].lower()] = line
        at = found.end()
    blank = re.compile(r"[ \t]*\n").match(text, at)
    if not values or (at < len(text) and not blank):
        return Header({}, {}, 0)
    return Header(values, lines, blank.end() if blank else at)
