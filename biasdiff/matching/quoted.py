"""The words of quotations, with the signs between them and the brackets around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from biasdiff.differ import Side
from biasdiff.differing.spelling import key
from biasdiff.differing.tokens import Token
from biasdiff.model import Analysis, Span

# An editor's insertion is short; a whole sentence in round brackets is nobody's insertion.
_BRACKETED = re.compile(r"\[[^\[\]]{1,80}\]|\([^()]{1,50}\)")
_DOTS = re.compile(r"…|\.(?:\s?\.)+")
_ELISION = re.compile(r"…|\.\s?\.|\[\s*\]")
_PLAIN = str.maketrans({"[": "(", "]": ")", **dict.fromkeys("–—―", "-"), **dict.fromkeys("\"'“”‘’«»„‚`´")})
_NO_SIGN = re.compile(r"[\s.]+|(?<=-)-")


class Bracket(NamedTuple):
    """A stretch of a quotation in brackets, which are part of it."""

    start: int
    end: int
    square: bool


class Said:
    """One quotation of a story, ready to be compared."""

    def __init__(self, story: Analysis, index: int, people: frozenset[str]) -> None:
        self.people = people  # the names of all people of the story
        self.repeats = 0  # how many earlier quotations have the same words
        quotation = story.quotations[index]
        sentences = [(part, sentence) for part in quotation.parts for sentence in story.between(part)]
        pieces = [(part, words) for part, sentence in sentences if (words := sentence.words_in(part))]
        self.story, self.index, self.quotation = story, index, quotation
        self.side = Side(story.passage.text, tuple([words for _, words in pieces]))
        self.parts = tuple([part for part, _ in pieces])  # of each run, the quoted part it stands in
        self.keys = tuple([key(word.norm) for _, words in pieces for word in words])
        self.in_headline = "headline" in [s.role for part, s in sentences if part is quotation.parts[0]]
        self.brackets = tuple(_brackets(story.passage.text, quotation.parts))

    def within(self, start: int, end: int) -> Side:
        """The words of a stretch of the quotation."""
        runs = [tuple([word for word in run if start <= word.start and word.end <= end]) for run in self.side.runs]
        return Side(self.side.text, tuple([run for run in runs if run]))

    def bracket(self, token: Token) -> Bracket | None:
        """The brackets in which a word stands, or that stand inside it ("[W]e")."""
        if not self.brackets:
            return None
        at = bisect_left(self.brackets, (token.end,)) - 1
        # Brackets do not overlap: the last one that begins before the end of a word is all to look at,
        # and the first one inside it where the word holds several.
        while at > 0 and token.start < self.brackets[at - 1].end:
            at -= 1
        return self.brackets[at] if at >= 0 and token.start < self.brackets[at].end else None

    def gap(self, tokens: Sequence[Token], at: int) -> str:
        """What stands before a word, back to the word before it or to the mark that opens the quotation."""
        part = self.parts[tokens[at].run]
        before = max(part.start, tokens[at - 1].end) if at else part.start
        return self.side.text[before : tokens[at].start]

    def tail(self, tokens: Sequence[Token], at: int) -> str:
        """What stands behind a word, up to the next word or the mark that closes the quotation."""
        part = self.parts[tokens[at].run]
        after = min(part.end, tokens[at + 1].start) if at + 1 < len(tokens) else part.end
        return self.side.text[tokens[at].end : after]

    def interrupted(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether “he said” or the like stands before a word."""
        return 0 < at < len(tokens) and self.parts[tokens[at].run] != self.parts[tokens[at - 1].run]

    def elided(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an ellipsis or an interruption shows that words may be missing before a word, or at the end."""
        if at == len(tokens):
            return bool(_ELISION.search(self.tail(tokens, at - 1)))
        return self.interrupted(tokens, at) or bool(_ELISION.search(self.gap(tokens, at)))


def quoted(story: Analysis) -> tuple[Said, ...]:
    """All quotations of a story."""
    people = story.people
    made = tuple(Said(story, index, people) for index in range(len(story.quotations)))
    before: Counter[tuple[str, ...]] = Counter()
    for said in made:
        said.repeats = before[said.keys]
        before[said.keys] += 1
    return made


def sign(gap: str) -> str:
    """The punctuation in a gap between words, as compared: quotation marks, spaces and full stops are none.

    All dashes are one, and so are all brackets and all ways to print an ellipsis.
    """
    return _NO_SIGN.sub("", _DOTS.sub("…", gap).translate(_PLAIN))


def _brackets(text: str, parts: Sequence[Span]) -> list[Bracket]:
    return [
        Bracket(*found.span(), found[0][0] == "[")
        for part in parts
        for found in _BRACKETED.finditer(text, part.start, part.end)
    ]
