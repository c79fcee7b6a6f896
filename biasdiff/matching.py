"""What two stories made of the same quotation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from biasdiff.differ import Op, Side, edits, opcodes
from biasdiff.model import Analysis, Coverage, MatchStatus, QuotationMatch, Word
from biasdiff.stopwords import STOPWORDS

FRAGMENT_WORDS = 5
LEAST_SHARED = 4
_TYPOGRAPHIC = str.maketrans("‘’“”–—…", "''\"\"--.")
_NO_SIGN = re.compile(r"[\s\"'.]+")


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of one quotation, with the editor's brackets they stand in."""

    story: Analysis
    index: int
    words: tuple[Word, ...]
    bracketed: tuple[bool, ...]

    @property
    def norms(self) -> list[str]:
        return [word.norm for word in self.words]


def match_quotations(left: Analysis, right: Analysis) -> tuple[QuotationMatch, ...]:
    """Quotations that carry the same words in both stories, with how the shared stretch differs.

    A quotation of one story may match several of the other, where one outlet gives in two pieces
    what the other gives in one.
    """
    mine, theirs = _quoted(left), _quoted(right)
    found = []
    for i, j in _candidates(mine, theirs):
        match = _match(mine[i], theirs[j])
        if match:
            found.append(match)
    return tuple(sorted(found, key=lambda m: m.quotations))


def _quoted(story: Analysis) -> tuple[_Said, ...]:
    out = []
    for index, quotation in enumerate(story.quotations):
        words = tuple(
            word
            for part in quotation.parts
            for sentence in story.between(part)
            for word in sentence.words
            if part.start <= word.start and word.end <= part.end
        )
        out.append(_Said(story, index, words, tuple(_in_brackets(story.passage.text, word) for word in words)))
    return tuple(out)


def _in_brackets(text: str, word: Word) -> bool:
    """Whether a word stands inside square or round brackets that hold few words, as an editor's do."""
    before = text[max(0, word.start - 40) : word.start]
    after = text[word.end : word.end + 40]
    opens = max(before.rfind("["), before.rfind("("))
    closes = max(before.rfind("]"), before.rfind(")"))
    return opens > closes and bool(re.match(r"[^\[(]*[\])]", after))


def _candidates(mine: Sequence[_Said], theirs: Sequence[_Said]) -> list[tuple[int, int]]:
    """Pairs that share two running words, one of them with content."""
    where: dict[tuple[str, str], set[int]] = defaultdict(set)
    for j, said in enumerate(theirs):
        for pair in _pairs(said):
            where[pair].add(j)
    return sorted({(i, j) for i, said in enumerate(mine) for pair in _pairs(said) for j in where.get(pair, ())})


def _pairs(said: _Said) -> set[tuple[str, str]]:
    return {pair for pair in pairwise(said.norms) if not STOPWORDS.issuperset(pair)}


def _match(left: _Said, right: _Said) -> QuotationMatch | None:
    ops = _shared_stretch(opcodes(left.norms, right.norms), left)
    if not ops:
        return None
    shared = sum(i2 - i1 for tag, i1, i2, _, _ in ops if tag == "equal")
    i1, i2, j1, j2 = ops[0][1], ops[-1][2], ops[0][3], ops[-1][4]
    least = min(LEAST_SHARED, len(left.words), len(right.words))
    if shared < max(least, 0.5 * (i2 - i1), 0.5 * (j2 - j1)):
        return None
    return QuotationMatch(
        passages=(left.story.passage.id, right.story.passage.id),
        quotations=(left.index, right.index),
        status=_status(left, right, ops),
        coverage=_coverage(left, right, (i1, i2), (j1, j2)),
        edits=edits(Side(left.story.passage.text, (left.words,)), Side(right.story.passage.text, (right.words,))),
    )


def _shared_stretch(ops: list[Op], left: _Said) -> list[Op]:
    """From the first to the last run of words that both have; a stray stop word at either edge is left out."""
    firm = [
        at
        for at, (tag, i1, i2, _, _) in enumerate(ops)
        if tag == "equal" and (i2 - i1 > 1 or left.words[i1].norm not in STOPWORDS)
    ]
    return ops[firm[0] : firm[-1] + 1] if firm else []


def _status(left: _Said, right: _Said, ops: list[Op]) -> MatchStatus:
    differing = [op for op in ops if op[0] != "equal"]
    if not differing:
        same = _signs(left, ops[0][1], ops[-1][2]) == _signs(right, ops[0][3], ops[-1][4])
        return "same" if same else "punctuation"
    bracketed = all(
        (all(left.bracketed[i1:i2]) and i2 > i1) or (all(right.bracketed[j1:j2]) and j2 > j1)
        for _, i1, i2, j1, j2 in differing
    )
    return "bracketed" if bracketed else "altered"


def _signs(said: _Said, first: int, last: int) -> list[str]:
    """Punctuation between the words of a stretch; typographic forms, spaces and full stops alike count as one."""
    text = said.story.passage.text
    gaps = [(said.words[at].end, said.words[at + 1].start) for at in range(first, last - 1)]
    opening = text[said.words[first].start - 1 : said.words[first].start]
    plain = [text[a:b].translate(_TYPOGRAPHIC) for a, b in gaps]
    return [_NO_SIGN.sub("", sign) for sign in ("" if opening in "“\"‘'" else opening.strip(), *plain)]


def _coverage(left: _Said, right: _Said, i: tuple[int, int], j: tuple[int, int]) -> Coverage:
    if min(i[1] - i[0], j[1] - j[0]) < FRAGMENT_WORDS:
        return "fragment"
    whole = i == (0, len(left.words)) and j == (0, len(right.words))
    return "whole" if whole else "truncated"
