"""What a reader could miss about a quotation in two stories, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from biasdiff.differ import Op
from biasdiff.differing.ops import keys
from biasdiff.differing.tokens import FIGURES, Token
from biasdiff.matching.quoted import Bracket, Said
from biasdiff.matching.statuses import differences
from biasdiff.matching.stretches import Shared
from biasdiff.model import MatchNote, NoteKind, Place

_CONTRACTED = {
    "n't": ("not",),
    "'re": ("are",),
    "'ll": ("will", "shall"),
    "'ve": ("have",),
    "'m": ("am",),
    "'d": ("would", "had"),
    "'s": ("is", "has", "us"),
}
_IRREGULAR = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not"}
_WORD = re.compile(r"[^\W_]+")


def notes(match: Shared, beside: Sequence[Shared]) -> tuple[MatchNote, ...]:
    """Round brackets; words that differ by a contraction or by figures alone; more of the same words elsewhere.

    beside: the other matches of these quotations.
    """
    return (*_round_brackets(match), *_other_forms(match), *_quoted_in_full(match, beside))


def _round_brackets(match: Shared) -> Iterator[MatchNote]:
    seen: set[str] = set()
    for said, tokens, run, other in (
        (match.mine, match.left, match.i, match.theirs),
        (match.theirs, match.right, match.j, match.mine),
    ):
        found = dict.fromkeys(said.bracket(token) for token in tokens[slice(*run)])
        for bracket in (b for b in found if b and not b.square):
            words = _words(said, bracket)
            if words not in seen:
                yield _aside(said, bracket, other, words)
            seen.add(words)


def _words(said: Said, bracket: Bracket) -> str:
    return said.side.text[bracket.start + 1 : bracket.end - 1]


def _aside(said: Said, bracket: Bracket, other: Said, words: str) -> MatchNote:
    answer = next((b for b in other.brackets if _words(other, b).lower() == words.lower()), None)
    places = [_place(said, bracket.start, bracket.end)]
    here, there = _name(said), _name(other)
    if answer is None:
        text = f"{here} has “({words})” in round brackets inside the quotation."
    elif answer.square:
        text = f"{here} has “({words})” in round brackets where {there} has “[{_words(other, answer)}]”."
    else:
        text = f"Both have “({words})” in round brackets inside the quotation."
    if answer:
        places.append(_place(other, answer.start, answer.end))
    why = "Round brackets can be read as the speaker’s own aside; square ones mark an editor’s words."
    return MatchNote("round_brackets", f"{text} {why}", tuple(places))


def _other_forms(match: Shared) -> Iterator[MatchNote]:
    """One note for each kind, where nothing else differs outside brackets."""
    kinds = {op: _kind(match, op) for op in differences(match) if not _edited(match, op)}
    if None in kinds.values():
        return
    for kind, why in (
        ("contracted", "The same words, contracted in one story."),
        ("figures", "The same number, in words and in figures."),
    ):
        ops = [op for op, found in kinds.items() if found == kind]
        if ops:
            places = (place for op in ops for place in _places(match, op))
            yield MatchNote("contracted" if kind == "contracted" else "figures", why, tuple(places))


def _edited(match: Shared, op: Op) -> bool:
    sides = (match.mine, match.left[op.i1 : op.i2]), (match.theirs, match.right[op.j1 : op.j2])
    return any(said.bracket(token) for said, tokens in sides for token in tokens)


def _kind(match: Shared, op: Op) -> NoteKind | None:
    mine, theirs = keys(match.left[op.i1 : op.i2]), keys(match.right[op.j1 : op.j2])
    if not mine or not theirs:
        return None
    if _in_figures(match.mine, match.left[op.i1 : op.i2]) == _in_figures(match.theirs, match.right[op.j1 : op.j2]):
        return "figures"
    return "contracted" if _expanded(mine) & _expanded(theirs) else None


def _in_figures(said: Said, tokens: Sequence[Token]) -> list[str]:
    """Words as printed, with small numbers in figures: "two-in-three" and "2 in 3" are one."""
    printed = said.side.text[tokens[0].start : tokens[-1].end].lower()
    return [FIGURES.get(word, word) for word in _WORD.findall(printed)]


def _expanded(words: Sequence[str]) -> set[str]:
    """All that a few words can stand for when their contractions are written out."""
    return {" ".join(forms) for forms in product(*map(_long_forms, words[:6]))}


def _long_forms(key: str) -> list[str]:
    if key in _IRREGULAR:
        return [_IRREGULAR[key]]
    ending = next((ending for ending in _CONTRACTED if key.endswith(ending)), None)
    if ending is None:
        return [key]
    return [f"{key.removesuffix(ending)} {word}" for word in _CONTRACTED[ending]]


def _places(match: Shared, op: Op) -> Iterator[Place]:
    for said, tokens in ((match.mine, match.left[op.i1 : op.i2]), (match.theirs, match.right[op.j1 : op.j2])):
        yield _place(said, tokens[0].start, tokens[-1].end)


def _quoted_in_full(match: Shared, beside: Sequence[Shared]) -> Iterator[MatchNote]:
    """Says that a story which quotes a few of the words here quotes more of them in another place."""
    words = match.words
    for other in beside:
        if other.words <= words:
            continue
        if other.theirs is match.theirs and _within(match.theirs_span, other.theirs_span):
            yield _elsewhere(other.mine)
        elif other.mine is match.mine and _within(match.mine_span, other.mine_span):
            yield _elsewhere(other.theirs)


def _within(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _elsewhere(said: Said) -> MatchNote:
    place = _place(said, said.quotation.parts[0].start, said.quotation.parts[-1].end)
    return MatchNote("in_full", f"{_name(said)} quotes more of these words elsewhere.", (place,))


def _place(said: Said, start: int, end: int) -> Place:
    return Place(said.story.passage.id, start, end)


def _name(said: Said) -> str:
    return said.story.passage.id.upper()
