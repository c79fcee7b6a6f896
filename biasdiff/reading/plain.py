"""Plain text."""

from __future__ import annotations

import re
from pathlib import Path

from biasdiff.model import Origin, Passage
from biasdiff.reading.headers import Header

_PAGE = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.I)


def accepts(suffix: str, text: str) -> bool:
    """Anything that is not a web page."""
    return suffix not in (".html", ".htm", ".xhtml") and not _PAGE.match(text)


def passage(text: str, head: Header, path: str) -> Passage:
    """The story behind the header lines, exactly as it stands in the file."""
    story = text[head.end :]
    return Passage(
        text=story,
        outlet=head.values.get("outlet", "") or Path(path).stem,
        outlet_source="header" if "outlet" in head.values else "file",
        title=head.values.get("title", ""),
        url=head.values.get("url", ""),
        published=head.values.get("published", ""),
        origin=line_origin(path, story, text.count("\n", 0, head.end)),
    )


def line_origin(path: str, story: str, lines_before: int) -> Origin:
    """Where each line of the story stands in the file."""
    starts = (0, *(newline.end() for newline in re.finditer("\n", story)))
    return Origin(path, starts, tuple(range(lines_before + 1, lines_before + 1 + len(starts))))
