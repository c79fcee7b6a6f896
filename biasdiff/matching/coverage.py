"""How much of an utterance each story carries, and what it leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from biasdiff.differing.tokens import Token
from biasdiff.matching.quoted import Said
from biasdiff.matching.stretches import Range, Shared
from biasdiff.model import Coverage, Missing, Span, Where

FRAGMENT_WORDS = 5


class Covered:
    """Which words of either story's quotations have an answer in the other story, over all matches.

    A quotation that one story gives in two pieces is whole in both.
    """

    def __init__(self, matches: Sequence[Shared]) -> None:
        self.left: dict[int, set[int]] = defaultdict(set)
        self.right: dict[int, set[int]] = defaultdict(set)
        for match in matches:
            for op in match.ops:
                if op.tag in ("equal", "replace"):
                    self.left[match.mine.index].update([token.start for token in match.left[op.i1 : op.i2]])
                    self.right[match.theirs.index].update([token.start for token in match.right[op.j1 : op.j2]])

    def missing(self, match: Shared) -> tuple[tuple[Missing, ...], tuple[Missing, ...]]:
        """The left words that the right story leaves out, and the right words that the left story does.

        Only those next to the words that this match shares.
        """
        mine, theirs = self.left[match.mine.index], self.right[match.theirs.index]
        return tuple(_left_out(match, mine, of_left=True)), tuple(_left_out(match, theirs, of_left=False))


def coverage(match: Shared, missing: Sequence[Missing]) -> Coverage:
    """fragment: fewer than five words are shared. truncated: a story leaves something out. whole: none does."""
    if min(match.i.last - match.i.first, match.j.last - match.j.first) < FRAGMENT_WORDS:
        return "fragment"
    return "truncated" if missing else "whole"


def _left_out(match: Shared, covered: set[int], of_left: bool) -> Iterator[Missing]:
    """The words of one side that the other story has in no quotation; an editor's words in brackets are not missed."""
    said, other = (match.mine, match.theirs) if of_left else (match.theirs, match.mine)
    tokens, others = (match.left, match.right) if of_left else (match.right, match.left)
    stretch, answer = (match.i, match.j) if of_left else (match.j, match.i)
    cuts: dict[int, int] = {op.i1 if of_left else op.j1: op.j1 if of_left else op.i1 for op in match.ops}

    def missing(where: Where, run: Range, place: int) -> Missing:
        return Missing(other.story.passage.id, where, _spans(said, tokens, run), other.elided(others, place))

    for run in _free_runs(said, tokens, covered):
        if run.last == stretch.first and run.first == 0:
            yield missing("before", run, answer.first)
        elif run.first == stretch.last:
            yield missing("after", run, answer.last)
        elif stretch.first < run.first < stretch.last and run.first in cuts:
            yield missing("inside", run, cuts[run.first])


def _free_runs(said: Said, tokens: Sequence[Token], covered: set[int]) -> Iterator[Range]:
    """Running words that no match covers, and that are not all an editor's."""
    for free, places in groupby(range(len(tokens)), key=lambda at: tokens[at].start not in covered):
        run = list(places)
        if free and not all(said.bracket(tokens[at]) for at in run):
            yield Range(run[0], run[-1] + 1)


def _spans(said: Said, tokens: Sequence[Token], run: Range) -> tuple[Span, ...]:
    """The stretches of text that words cover, one for each quoted part."""
    return tuple(
        Span(tokens[part[0]].start, tokens[part[-1]].end)
        for _, places in groupby(range(*run), key=lambda at: said.parts[tokens[at].run])
        if (part := list(places))
    )
