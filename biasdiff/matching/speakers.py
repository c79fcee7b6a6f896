"""Whether two stories give the same words to the same speaker."""

from __future__ import annotations

from biasdiff.model import Analysis, Quotation, Speakers

_LEAST_TO_MISPRINT = 5


def speakers(left: Analysis, right: Analysis, one: Quotation, other: Quotation) -> Speakers:
    """same: both stories name one person. different: each names another. unclear: a pronoun, a role, a body, nobody.

    A surname alone is the person of that surname; a slip of one letter in it is no other person.
    """
    mine, theirs = _person(left, one), _person(right, other)
    if not mine or not theirs:
        return "unclear"
    if mine[-1] == theirs[-1]:
        return "same" if min(len(mine), len(theirs)) == 1 or mine[0] == theirs[0] else "unclear"
    return "unclear" if _misprinted(mine[-1], theirs[-1]) else "different"


def _person(story: Analysis, quotation: Quotation) -> list[str]:
    """The words of a speaker's name in lower case, where it is a person's."""
    name = quotation.speaker_name
    if name is None or not any(known.name == name and known.kind == "person" for known in story.names):
        return []
    return name.lower().split()


def _misprinted(one: str, other: str) -> bool:
    """Whether two long surnames have the same letters, or all but one."""
    if min(len(one), len(other)) < _LEAST_TO_MISPRINT or abs(len(one) - len(other)) > 1:
        return False
    differing = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return (
        sorted(one) == sorted(other)
        or len(differing) <= 1
        or one[differing[0] + 1 :] == other[differing[0] :]
        or (one[differing[0] :] == other[differing[0] + 1 :])
    )
