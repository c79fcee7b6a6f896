"""Quotation marks round the name of a programme, a book or a song: words that nobody says."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.quoting.tokens import DETERMINERS, NO_NOUN, QUOTE, Tokens

_WORKS = frozenset(
    """
    show shows programme program film movie book novel podcast series episode song album memoir documentary play musical
    column blog newsletter magazine broadcast newscast autobiography essay painting
    """.split()
)
_NAMED_AFTER = frozenset(("on", "of", "in"))
_SMALL = NO_NOUN - {QUOTE}
_LONGEST = 7
_LONGEST_PRINTED = 80


def titles(tokens: Tokens) -> Iterator[int]:
    """The numbers of the quoted stretches of a sentence that are titles."""
    return (run for at, run in enumerate(tokens.runs) if run >= 0 and is_title(tokens, at))


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether a quoted stretch, token `at`, is the title of a work.

    Printed like a title, and beside a word for such a work (his book “...”, the “...” show), or
    behind “on”, “of” or “in” where it has two words and more.
    """
    if tokens.ends[at] - tokens.starts[at] > _LONGEST_PRINTED:
        return False
    is_work = _is_work(tokens, at)
    if not is_work and not _is_named(tokens, at):
        return False
    words = tokens.text[tokens.starts[at] : tokens.ends[at]].split()
    return (is_work or len(words) > 1) and is_titled(words)


def is_titled(words: list[str]) -> bool:
    """“The Late Boat with Anna Holm”: capitals but for the little words; no shout and no question."""
    plain = [word.strip("\"'“”‘’„«»`,.:;") for word in words]
    if not plain[0][:1].isupper() or len(plain) > _LONGEST or words[-1].rstrip("\"'“”‘’«»`")[-1:] in ("!", "?", "…"):
        return False
    capitals = [word for word in plain if word[:1].isupper() or word[:1].isdigit()]
    shouted = all(word.isupper() and len(word) > 1 for word in capitals)
    return not shouted and all(word in capitals or word in _SMALL for word in plain)


def _is_work(tokens: Tokens, at: int) -> bool:
    behind = at + 1 < len(tokens.norms) and not tokens.gaps[at + 1] and tokens.norms[at + 1] in _WORKS
    return behind or (tokens.bound(at) and tokens.norms[at - 1] in _WORKS)


def _is_named(tokens: Tokens, at: int) -> bool:
    """“on Harbour Radio's the ‘...’”: behind a preposition, with or without whose it is."""
    before = at - 1
    while before > 0 and tokens.bound(before + 1) and (tokens.norms[before] in DETERMINERS or tokens.capital(before)):
        before -= 1
    return before >= 0 and tokens.bound(before + 1) and tokens.norms[before] in _NAMED_AFTER
