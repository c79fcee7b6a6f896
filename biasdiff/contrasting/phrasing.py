"""How contrasts put what they found: letters of stories, places, words in quotation marks, lists."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.model import Analysis, Place, Span

_LONGEST = 110
_OPENING, _CLOSING = '“‘"', '”’"'
_LOOSE = ",;:–—- "


def letter(story: Analysis | str) -> str:
    """How a story is called on a page: A, B, ..."""
    return (story if isinstance(story, str) else story.passage.id).upper()


def place(story: Analysis, span: Span) -> Place:
    """A span of a story as a place."""
    return Place(story.passage.id, span.start, span.end)


def one_line(words: str) -> str:
    """Words on one line, with one space between."""
    # What can be printed has no other white space than spaces; this is so nearly always.
    return words.strip(" ") if words.isprintable() and "  " not in words else " ".join(words.split())


def quoted(words: str, longest: int = _LONGEST) -> str:
    """Words in quotation marks on one line, cut at a word where they are long."""
    plain = _bare(words)
    if len(plain) > longest:
        plain = plain[:longest].rsplit(" ", 1)[0].rstrip(_LOOSE) + " …"
    return f"“{plain}”"


def excerpt(story: Analysis, span: Span, focus: Span, longest: int = _LONGEST) -> str:
    """A stretch of a story in quotation marks; where it is long, the part of it that holds the focus.

    The cut falls between words and is shown by an ellipsis.
    """
    if span.end - span.start <= longest:
        return quoted(story.text(span), longest)
    room = max(0, longest - (min(focus.end, span.end) - focus.start))
    start = max(span.start, focus.start - room // 2)
    end = min(span.end, start + longest)
    start = max(span.start, min(start, end - longest))
    text = story.passage.text
    while start > span.start and not text[start - 1].isspace():
        start -= 1
    while end < span.end and not text[end].isspace():
        end -= 1
    before, behind = "… " * (start > span.start), " …" * (end < span.end)
    plain = " ".join(text[start:end].split()).rstrip(_LOOSE + "." if behind else ".")
    return f"“{before}{plain}{behind}”"


def _bare(words: str) -> str:
    """Words on one line, without marks that wrap them all and without the stop of their sentence."""
    plain = one_line(words)
    wrapped = plain[:1] in _OPENING and plain.rstrip(".")[-1:] in _CLOSING
    if wrapped and not any(sign in plain[1:-2] for sign in _OPENING + _CLOSING):
        plain = plain.rstrip(".")[1:-1]
    return plain[:-1] if plain.endswith(".") and not plain.endswith("..") else plain


def listed(parts: Sequence[str], word: str = "and") -> str:
    """“A”, “A and B”, “A, B and C”."""
    return f" {word} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
