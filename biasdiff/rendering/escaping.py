"""Text of others in Markdown: only text, whatever signs it holds."""

from __future__ import annotations

import re

# Signs that begin markup within a line; lines never begin with text of others. An address is
# broken, since many programs link one by itself.
_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$]|(?<=www)\.|:(?=//))", re.IGNORECASE)
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """Text of others on one line, with every sign escaped."""
    return _SIGNS.sub(r"\\\1", _HARMFUL.sub(" ", " ".join(text.split())))
