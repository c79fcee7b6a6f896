"""Places where a sentence opens although no full stop stands before it: items, labels, credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biasdiff.segmenting.abbreviations import opens_sentence

BULLETS = "•⁃‣▪●◦"

_BULLET = re.compile(rf"[{BULLETS}](?<=\s.)(?=\s?\S)")
_ITEM = re.compile(r"(?<!\S)(\d{1,3}|[a-z]|[A-Z])(\.\)|[.)])(?=\s+\S)")
_LABEL = re.compile(r"(?:Figure|Fig\.|Table|Chart|Box|Map|Exhibit)\s\d{1,3}(?:\.\d{1,3})?(?=\s+[A-Z(])")
_CREDIT = re.compile(r"(?<=\s)(?:Image|Photo|Photograph|Picture|Illustration)s?(?:\scredit)?:(?=\s\S)")
# An interrupted speaker: a dash (or a word cut off by a hyphen), then somebody begins anew. What
# follows must not look like a name: "the paper — The Times — said", "on air — What Now?"
_BROKEN_OFF = re.compile(r"(?:-|\s(?:[—–]|--))\s+(?!(?:The|An?)\b)([A-Z][\w'’]{0,20})\b(?!\s+[A-Z(@])")
# A bullet, a credit or a dash has one of these; most paragraphs have none, and one search tells.
_SIGN = re.compile(rf"[{BULLETS}:—–-](?:\s|(?<=[{BULLETS}]))")


def opening_cuts(text: str, lo: int, hi: int) -> list[int]:
    """Offsets inside a paragraph at which a new sentence opens, ascending."""
    first, label, signed = _ITEM.match(text, lo, hi), _LABEL.match(text, lo, hi), _SIGN.search(text, lo, hi)
    if not (first or label or signed):
        return []
    cuts: set[int] = set()
    if first:
        cuts.update(_items(text, first, hi))
    if signed:
        cuts.update(mark.start() for mark in _BULLET.finditer(text, lo, hi) if mark.start() > lo)
        cuts.update(credit.start() for credit in _CREDIT.finditer(text, lo, hi))
        cuts.update(_begun_anew(text, lo, hi))
    if label:
        cuts.add(label.end())
    return sorted(cuts)


def _items(text: str, first: re.Match[str], hi: int) -> Iterator[int]:
    """Where the later items of a list begin that runs on in one paragraph: 1. ... 2. ..., or a) ... b) ..."""
    wanted = _successor(first[1])
    for item in _ITEM.finditer(text, first.end(), hi):
        if item[1] == wanted and item[2] == first[2]:
            yield item.start()
            wanted = _successor(wanted)


def _successor(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)


def _begun_anew(text: str, lo: int, hi: int) -> Iterator[int]:
    """Where a sentence opens behind one that was broken off; a word said twice is only a stumble."""
    for dash in _BROKEN_OFF.finditer(text, lo, hi):
        word = dash[1]
        before = text[max(lo, dash.start() - 30) : dash.start()].split()
        last = before[-1] if before else ""
        spoken = last.islower() or opens_sentence(last)  # not a place: "Paris — The minister"
        if spoken and word[0] != "I" and opens_sentence(word) and word not in before:
            yield dash.start(1)
