"""A file -> Passage. To add a format, write a file with `accepts` and `passage`, and name it in FORMATS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from biasdiff.errors import InputError
from biasdiff.loading import load
from biasdiff.model import Passage
from biasdiff.reading import markdown, plain
from biasdiff.reading.decoding import decode
from biasdiff.reading.headers import Header, header
from biasdiff.reading.titles import headed

# A story has thousands of letters; a page of more than this would be too large for a browser.
MOST_BYTES = 3_000_000


class Format(NamedTuple):
    """A kind of file: whether a text is of this kind, by its suffix too, and the passage in it behind its header."""

    accepts: Callable[[str, str], bool]
    passage: Callable[[str, Header, str], Passage]


FORMATS = (Format(markdown.accepts, markdown.passage), Format(plain.accepts, plain.passage))


def read(path: str | Path) -> Passage:
    """The story in a file: plain text or Markdown, with optional header lines (Outlet, Title, URL, Published).

    Text in UTF-8, UTF-16 or Windows-1252 is understood; line ends become newlines, nothing else is
    changed. A title from the header becomes the first line of a story that does not begin with it.
    Raises InputError for a file that is missing, a folder, empty, binary or over 3 MB.
    """
    path = Path(path)
    text = decode(load(path, MOST_BYTES, "a story"), path)
    for kind in FORMATS:
        if kind.accepts(path.suffix.lower(), text):
            head = header(text)
            passage = kind.passage(text, head, str(path))
            if not passage.text.strip():
                raise InputError(f"{path}: no text in it. Give a file that holds a story.")
            return headed(passage, head.lines.get("title", 0))
    raise InputError(f"{path}: looks like a web page. Save the story as plain text (.txt) or Markdown (.md).")
