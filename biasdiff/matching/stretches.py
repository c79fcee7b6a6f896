"""The stretch that two quotations have in common, and what lies beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from biasdiff.differ import Op, opcodes
from biasdiff.differing.ops import keys, shifted
from biasdiff.differing.tokens import Token, has_content, tokens
from biasdiff.matching.quoted import Said
from biasdiff.matching.speakers import speakers
from biasdiff.model import Span

# Words with content that must be equal where one quotation is all in the other, and where neither is.
_LEAST_OF_WHOLE = 2
_LEAST_OF_PARTS = 3
_LONG = 7
# All of a quotation, word for word, in another of nobody else: one word with content does among so many.
_LEAST_RUN = 6
_GOOD_PART = 0.4
# Words that only one side has may be many between two runs of so many equal words: something is left out.
_FIRM = 3
_SLACK = 2
# So many equal words may have so few others around them in their sentence.
_LEAST_SHARED = 4
_FEW = 3
_LEAST_IN_HEADLINE = 5


class Range(NamedTuple):
    """Words of one quotation, by number."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Shared:
    """Two quotations, the stretch that both carry, and its opcodes.

    i, j: the words of the stretch in either quotation; words: how many are equal.
    """

    mine: Said
    theirs: Said
    left: Sequence[Token]
    right: Sequence[Token]
    ops: Sequence[Op]
    i: Range
    j: Range
    words: int

    @property
    def mine_span(self) -> Span:
        """The stretch in the left text."""
        return _span(self.left, self.i)

    @property
    def theirs_span(self) -> Span:
        """The stretch in the right text."""
        return _span(self.right, self.j)

    @property
    def other_speaker(self) -> bool:
        """Whether the stories name two people for it."""
        return speakers(self.mine, self.theirs) == "different"

    def bracketed(self, op: Op) -> bool:
        """Whether all words that one side has at an op stand in brackets."""
        mine, theirs = self.left[op.i1 : op.i2], self.right[op.j1 : op.j2]
        return _all_in_brackets(self.mine, mine) or _all_in_brackets(self.theirs, theirs)

    def elided(self, op: Op) -> bool:
        """Whether an op is a cut that the story with fewer words shows."""
        if op.tag == "delete":
            return self.theirs.elided(self.right, op.j1)
        return op.tag == "insert" and self.mine.elided(self.left, op.i1)


def _shared(mine: Said, theirs: Said, left: Sequence[Token], right: Sequence[Token], ops: Sequence[Op]) -> Shared:
    first, last = ops[0], ops[-1]
    words = sum([op.i2 - op.i1 for op in ops if op.tag == "equal"])
    return Shared(mine, theirs, left, right, ops, Range(first.i1, last.i2), Range(first.j1, last.j2), words)


def _span(tokens: Sequence[Token], here: Range) -> Span:
    return Span(tokens[here.first].start, tokens[here.last - 1].end)


def _all_in_brackets(said: Said, tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(said.bracket(token) for token in tokens)


def shared_stretch(mine: Said, theirs: Said) -> Shared | None:
    """The words that two quotations have in common, from the first to the last; None where that is chance.

    Two words with content are equal where one quotation or a sentence is all in the other, one where
    that is a run of six; where none is, three, in a stretch that is a good part of a quotation or
    long. Half as many words may differ as are equal. What one side leaves out does not count as
    differing. A few words in longer speeches of two people are chance.
    """
    left, right = tokens(mine.side, theirs.side)
    ops = _dense(opcodes(keys(left), keys(right)), left)
    if not ops:
        return None
    shared = _shared(mine, theirs, left, right, ops)
    wider = _to_the_edges(shared)
    if _is_no_chance(wider):
        return wider
    return shared if wider is not shared and _is_no_chance(shared) else None


def _dense(ops: Sequence[Op], left: Sequence[Token]) -> Sequence[Op]:
    """The opcodes from the heaviest equal run as far as equal runs follow that weigh up what differs before them."""
    weights = {at: _weight(op, left) for at, op in enumerate(ops) if op.tag == "equal"}
    firm = [at for at, weight in weights.items() if weight]
    if not firm:
        return ()
    start = max(firm, key=lambda at: (weights[at], -at))
    behind = _reach(ops, [at for at in firm if at > start], start)
    ahead = _reach(ops, [at for at in reversed(firm) if at < start], start)
    return ops[ahead : behind + 1]


def _weight(op: Op, left: Sequence[Token]) -> int:
    """Equal words, those with content twice; a lone grammar word weighs nothing."""
    content = sum(map(has_content, left[op.i1 : op.i2]))
    return op.size + content if content or op.size > 1 else 0


def _reach(ops: Sequence[Op], firm: Sequence[int], start: int) -> int:
    """How far the stretch goes on in one direction."""
    last = start
    for at in firm:
        first, second = sorted((last, at))
        gap = ops[first].i2, ops[second].i1, ops[first].j2, ops[second].j1
        mine, theirs = gap[1] - gap[0], gap[3] - gap[2]
        left_out = min(mine, theirs) == 0 and ops[at].size >= _FIRM
        if left_out or max(mine, theirs) <= ops[at].size + _SLACK:
            last = at
    return last


def _is_no_chance(shared: Shared) -> bool:
    replaced = [op for op in shared.ops if op.tag == "replace" and not shared.bracketed(op)]
    differing = sum([op.size for op in replaced])
    if shared.words < 2 * differing:
        return False
    content = sum([_content(shared, op) for op in shared.ops if op.tag == "equal"])
    if content < sum([_content(shared, op) for op in replaced]):
        return False
    if differing and (shared.mine.in_headline or shared.theirs.in_headline):
        return shared.words >= _LEAST_IN_HEADLINE
    whole = shared.i == (0, len(shared.left)), shared.j == (0, len(shared.right))
    if all(whole):
        return content > 1 or shared.words > (_LEAST_SHARED if differing else 0)
    if shared.words < _LONG and shared.other_speaker:
        return False
    if any(whole) or _whole_sentences(shared):
        is_run = any(whole) and len(shared.ops) == 1 and shared.words >= _LEAST_RUN and content > 0
        return content >= _LEAST_OF_WHOLE or is_run
    return _fills(shared) and content >= _LEAST_OF_PARTS


def _whole_sentences(shared: Shared) -> bool:
    sides = (shared.left, shared.i), (shared.right, shared.j)
    return shared.words >= _LEAST_SHARED and all(
        _run(tokens, here.first).first == here.first and _run(tokens, here.last - 1).last == here.last
        for tokens, here in sides
    )


def _fills(shared: Shared) -> bool:
    """Whether a stretch is a good part of the shorter quotation, or long."""
    longest = max(op.size for op in shared.ops if op.tag == "equal")
    return longest >= _LONG or shared.words >= _GOOD_PART * min(len(shared.left), len(shared.right))


def _to_the_edges(shared: Shared) -> Shared:
    """The stretch with a few words more, where both quotations begin or end its sentence with other words.

    "[The port] will reopen on Friday" and "It will reopen on Monday" differ at both ends.
    """
    if shared.words < _LEAST_SHARED:
        return shared
    left, right, (i1, i2), (j1, j2) = shared.left, shared.right, shared.i, shared.j
    before: list[Op] = []
    behind: list[Op] = []
    if i1 and j1:
        before = _few_others(shared, Range(_run(left, i1).first, i1), Range(_run(right, j1).first, j1))
    if i2 < len(left) and j2 < len(right):
        behind = _few_others(shared, Range(i2, _run(left, i2 - 1).last), Range(j2, _run(right, j2 - 1).last))
    if not before and not behind:
        return shared
    return _shared(shared.mine, shared.theirs, shared.left, shared.right, [*before, *shared.ops, *behind])


def _run(tokens: Sequence[Token], at: int) -> Range:
    """The words of the sentence or quoted part in which a word stands."""
    first = last = at
    while first and tokens[first - 1].run == tokens[at].run:
        first -= 1
    while last < len(tokens) and tokens[last].run == tokens[at].run:
        last += 1
    return Range(first, last)


def _few_others(shared: Shared, here: Range, there: Range) -> list[Op]:
    mine, theirs = shared.left[slice(*here)], shared.right[slice(*there)]
    if not mine or not theirs:
        return []
    spoken = [
        sum([said.bracket(token) is None for token in tokens])
        for said, tokens in ((shared.mine, mine), (shared.theirs, theirs))
    ]
    if max(spoken) > _FEW:
        return []
    return [shifted(op, here.first, there.first) for op in opcodes(keys(mine), keys(theirs))]


def _content(shared: Shared, op: Op) -> int:
    """How many words with content an op has, on its longer side."""
    mine, theirs = shared.left[op.i1 : op.i2], shared.right[op.j1 : op.j2]
    return max(sum(map(has_content, mine)), sum(map(has_content, theirs)))


def chosen(found: Sequence[Shared]) -> list[Shared]:
    """Matches without those that say nothing new, or that another match says better.

    Nothing new: both quotations have the stretch in longer matches. Better: the words of one side
    are all equal in a longer match, so that words that differ here are another utterance.
    """
    kept: list[Shared] = []
    covered: set[tuple[str, int]] = set()
    equal: set[tuple[str, int]] = set()
    for shared in sorted(found, key=_rank):
        sides = _starts("left", shared.left[slice(*shared.i)]), _starts("right", shared.right[slice(*shared.j)])
        differs = any(op.tag == "replace" and not shared.bracketed(op) for op in shared.ops)
        if sides[0] | sides[1] <= covered or (differs and any(side <= equal for side in sides)):
            continue
        kept.append(shared)
        covered |= sides[0] | sides[1]
        for op in shared.ops:
            if op.tag == "equal":
                equal |= _starts("left", shared.left[op.i1 : op.i2]) | _starts("right", shared.right[op.j1 : op.j2])
    return kept


def _starts(side: str, tokens: Sequence[Token]) -> set[tuple[str, int]]:
    return {(side, token.start) for token in tokens}


def _rank(shared: Shared) -> tuple[int, ...]:
    """Longest first; of repeated quotations the first with the first, the second with the second."""
    beyond = len(shared.left) + len(shared.right) - 2 * shared.words
    a, b = sorted((shared.mine.repeats, shared.theirs.repeats))
    c, d = sorted((shared.mine.index, shared.theirs.index))
    return -shared.words, beyond, b - a, b, d - c, d
