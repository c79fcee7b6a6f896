"""Bytes of a file -> text."""

from __future__ import annotations

import codecs
from pathlib import Path

from biasdiff.errors import InputError

MOST_LOOKED_AT = 2_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, path: Path) -> str:
    """The text in the bytes of a file: by its byte order mark, else UTF-8, UTF-16 without a mark, Windows-1252.

    Line ends become newlines, and a few broken bytes in UTF-8 replacement characters. Raises
    InputError for binary data.
    """
    text = _decoded(data, path).replace("\r\n", "\n").replace("\r", "\n")
    start = text[:MOST_LOOKED_AT]
    if sum(character < " " and character not in "\t\n\f" for character in start) > max(2, len(start) // 100):
        raise InputError(f"{path}: holds binary data, not text. Save the story as plain text (UTF-8).")
    return text


def _decoded(data: bytes, path: Path) -> str:
    for encoding in (*(name for mark, name in _MARKS if data.startswith(mark)), *_guesses(data)):
        if encoding == "cp1252" and _is_damaged_utf8(data):
            return data.decode("utf-8", "replace")
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(f"{path}: not text in UTF-8, UTF-16 or Windows-1252. Save the story as plain text (UTF-8).")


def _guesses(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows in its zero bytes, which English text has in every second place."""
    start = data[:MOST_LOOKED_AT]
    if len(data) % 2 == 0 and start.count(0) > len(start) // 4:
        return ("utf-16-le",) if start[1::2].count(0) > start[::2].count(0) else ("utf-16-be",)
    return "utf-8", "cp1252"


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most letters beyond ASCII are whole in UTF-8: a few broken bytes shall not turn “ into â€œ."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > 2 * broken
