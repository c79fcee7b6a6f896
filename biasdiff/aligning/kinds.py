"""What kind of link joins two sentences, and whether it is sure."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain, pairwise

from biasdiff.aligning.candidates import Candidate, Pair, cosine
from biasdiff.aligning.lines import Line
from biasdiff.aligning.runs import repeated, share_run, shared_fragments
from biasdiff.model import LinkKind

# Of partial links in labelled stories, three of ten below .4 are right, six of ten from there to .5,
# above that seven of ten, from .9 on all; of those that share nothing but names and who speaks, four of ten,
# whatever the score.
SURE, _LIKELY = 0.5, 0.9
_COPY = 0.8
_SAME_COSINE, _SAME_SUBSTANCE = 0.4, 0.15
_SAME_QUOTATION = 4
_TELLING = re.compile(r"\d+\.\d+|(?!1[0-2]$|(?:19|20)\d\d$)\d{2,}")
_LONG_RUN, _SHORT_LINE, _QUOTED_SHARE = 6, 3, 0.3


def kind(both: Pair, candidate: Candidate) -> LinkKind:
    """What two linked sentences have in common: the same quotation, all they tell, or a part."""
    left, right = both.left[candidate.left], both.right[candidate.right]
    if carries_quotation(both, left, right):
        return "quotation"
    if left.is_headline and right.is_headline:
        return "same"
    alike = candidate.alike >= _SAME_COSINE and _tell_one_thing(both, left, right)
    return "same" if alike and not _count_apart(both, left, right) else "partial"


def _tell_one_thing(both: Pair, left: Line, right: Line) -> bool:
    """Whether two terms or more are shared beside those for who acts or speaks, or all that one line has."""
    mine, theirs = left.content - both.who, right.content - both.who
    shared = mine & theirs
    return (len(shared) > 1 or shared in (mine, theirs)) and substance(both, left, right) >= _SAME_SUBSTANCE


def is_sure(both: Pair, candidate: Candidate, score: float, best: float) -> bool:
    """Whether it may be said without "perhaps" that both lines of a partial link tell something; best: see Features.

    Names and offices in common, or a score that is wrong as often as right, do not bear that; with a
    figure in common that few sentences have, a lower score does. A line that the other story has
    nearly word for word is answered: what else is linked to it must be likely indeed.
    """
    left, right = both.left[candidate.left], both.right[candidate.right]
    if substance(both, left, right, names=True) == 0 or (best >= _COPY and score < _LIKELY):
        return False
    return score >= SURE or _share_figure(both, left, right)


def _share_figure(both: Pair, left: Line, right: Line) -> bool:
    """Whether two lines share a figure that tells something: no small whole number, no year."""
    return any(_TELLING.fullmatch(both.vocabulary.term(term)) for term in left.content & right.content)


def substance(both: Pair, left: Line, right: Line, names: bool = False) -> float:
    """How much of what two lines tell is the same, 0 to 1, whoever acts or speaks: the cosine of the other terms.

    names: leave all other names out too.
    """
    mine, theirs = left.content - both.who, right.content - both.who
    if names:
        mine, theirs = mine - both.names, theirs - both.names
    square = both.square.__getitem__
    return cosine(sum(map(square, mine & theirs)), sum(map(square, mine)), sum(map(square, theirs)))


def _count_apart(both: Pair, left: Line, right: Line) -> bool:
    """Whether both count one thing, and neither has the other's figure: 62 hours, 118 hours."""
    mine, theirs = _counts(both, left), _counts(both, right)
    return any(
        mine[noun].isdisjoint(right.content) and theirs[noun].isdisjoint(left.content)
        for noun in mine.keys() & theirs.keys()
    )


def _counts(both: Pair, line: Line) -> dict[int, set[int]]:
    """What a line counts, by the term next to the figure."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for figure, noun in pairwise(line.words):
        if figure >= 0 and noun >= 0 and both.vocabulary.term(figure).isdecimal():
            found[noun].add(figure)
    return found


def carries_quotation(both: Pair, left: Line, right: Line) -> bool:
    """Whether both carry the same quoted words, be they in quotation marks in one story alone.

    That is a run of four quoted words, where two words of content are quoted in both; a short
    quotation that comes back whole; or, where one line is quoted in good part, a long run of its
    quoted words or all of the shorter line.
    """
    if not left.quotes and not right.quotes:
        return False
    if not left.quoted_content.isdisjoint(right.quoted_content):
        several = len(left.quoted_content & right.quoted_content) > 1
        if several and share_run(left.quoted, right.quoted, _SAME_QUOTATION):
            return True
        if any(shared_fragments(left, right, both.names)):
            return True
    pieces = chain(repeated(left, right, both.names), repeated(right, left, both.names))
    if any(len(piece) >= _SAME_QUOTATION for piece in pieces):
        return True
    if max(left.share_quoted, right.share_quoted) < _QUOTED_SHARE:
        return False
    shorter = min(len(left.words), len(right.words))
    long = min(_LONG_RUN, max(_SHORT_LINE, shorter))
    return share_run(left.quoted, right.words, long) or share_run(left.words, right.quoted, long)
