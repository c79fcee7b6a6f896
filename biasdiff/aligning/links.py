"""align(): decision, kind, grouping and order of the links between two stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from biasdiff.aligning.candidates import Pair, candidates, pair
from biasdiff.aligning.evidence import Reasons
from biasdiff.aligning.features import Features
from biasdiff.aligning.kinds import is_sure, kind
from biasdiff.aligning.weights import Weights, chance, fitted, log_odds
from biasdiff.model import Analysis, Link, LinkKind

_DIGITS = 4
_AROUND = 4


class _Match(NamedTuple):
    """Two lines that answer each other."""

    left: int
    right: int
    kind: LinkKind
    score: float
    sure: bool


class _Group(NamedTuple):
    """One line and its match, or its several neighbouring ones."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    kind: LinkKind
    score: float
    sure: bool

    @property
    def place(self) -> tuple[int, int]:
        """The first line on either side."""
        return self.left[0], self.right[0]

    def goes_on_with(self, match: _Match) -> bool:
        """Whether a match of the same row or column is the next neighbour, of the same kind and as sure."""
        steps = match.left - self.left[-1], match.right - self.right[-1]
        return (match.kind, match.sure) == (self.kind, self.sure) and steps in ((0, 1), (1, 0))

    def with_(self, match: _Match) -> _Group:
        """The group with one match more; it is as sure as its weakest."""
        left = self.left if match.left == self.left[-1] else (*self.left, match.left)
        right = self.right if match.right == self.right[-1] else (*self.right, match.right)
        return _Group(left, right, self.kind, min(self.score, match.score), self.sure)


def align(left: Analysis, right: Analysis) -> tuple[Link, ...]:
    """Links between sentences of two stories, in the order of the left one; `align(b, a)` is the mirror image.

    A link joins one sentence with one, or with several neighbours that answer nothing else
    (1-n, n-1). Its kind: "quotation" where both carry the same quoted words, "same" where they
    tell the same, "partial" where they share a part. Its score is the chance, by the fitted model,
    that readers would link them. It is sure where the two share more than who is named, and are a
    quotation, the same or at least as likely linked as not. Boilerplate is never linked. Time grows with the number of
    sentences, not with its square.

    The method: rare shared words by an inverted index, then a logistic model over some twenty
    features (biasdiff.aligning.features), fitted on pairs of news stories and of retold fables.
    """
    both = pair(left, right)
    groups = _grouped(_matches(both, fitted()))
    reasons = Reasons(left, right, both)
    return tuple(
        Link(
            passages=(left.passage.id, right.passage.id),
            sentences=(
                tuple([both.left[number].sentence for number in group.left]),
                tuple([both.right[number].sentence for number in group.right]),
            ),
            kind=group.kind,
            score=group.score,
            evidence=reasons.of(group.left, group.right),
            moved=moved,
            sure=group.sure,
        )
        for group, moved in zip(groups, _moved(groups, both), strict=True)
    )


def _matches(both: Pair, weights: Weights) -> list[_Match]:
    found = candidates(both)
    features = Features(both, found)
    (intercept, at), least = weights.at(max(len(both.left), len(both.right))), weights.least_odds
    matches = []
    for candidate, values in zip(found, features.rows(), strict=True):
        odds = log_odds(intercept, at, values)
        if odds < least:  # most candidates are far from any link
            continue
        score = round(chance(odds), _DIGITS)
        if score >= weights.threshold:
            found_kind = kind(both, candidate)
            sure = found_kind != "partial" or is_sure(both, candidate, score, features.best(candidate))
            matches.append(_Match(candidate.left, candidate.right, found_kind, score, sure))
    return matches


def _grouped(matches: Iterable[_Match]) -> list[_Group]:
    """Matches of one line with several neighbours as one, where those answer no other line and all are of a kind."""
    found = list(matches)
    by_left = Counter(match.left for match in found)
    by_right = Counter(match.right for match in found)
    groups: list[_Group] = []
    last: dict[tuple[str, int], int] = {}  # the group that a row or column may still go on with
    for match in found:
        key = None
        if by_right[match.right] == 1 < by_left[match.left]:
            key = ("row", match.left)
        elif by_left[match.left] == 1 < by_right[match.right]:
            key = ("column", match.right)
        at = last.get(key) if key else None
        if at is not None and groups[at].goes_on_with(match):
            groups[at] = groups[at].with_(match)
            continue
        if key:
            last[key] = len(groups)
        groups.append(_Group((match.left,), (match.right,), match.kind, match.score, match.sure))
    return groups


def _moved(groups: Sequence[_Group], both: Pair) -> list[bool]:
    """Whether each link crosses more of the links around it, in the order of either story, than it agrees with."""
    told = [
        at
        for at, group in enumerate(groups)
        if not both.left[group.left[0]].is_headline and not both.right[group.right[0]].is_headline
    ]
    places = [group.place for group in groups]
    near: defaultdict[int, set[int]] = defaultdict(set)
    for side in (0, 1):
        order = sorted(told, key=lambda at: (places[at][side], places[at][1 - side]))
        for rank, at in enumerate(order):
            near[at].update(order[max(0, rank - _AROUND) : rank + _AROUND + 1])
    return [_balance(place, [places[other] for other in near.get(at, ())]) < 0 for at, place in enumerate(places)]


def _balance(place: tuple[int, int], near: Iterable[tuple[int, int]]) -> int:
    """Links that stand in the same order as the one at a place, less those that cross it."""
    left, right = place
    balance = 0
    for other, answer in near:
        crossed = (other - left) * (answer - right)
        balance += (crossed > 0) - (crossed < 0)
    return balance
