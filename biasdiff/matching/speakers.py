"""Whether two stories give the same words to the same speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from biasdiff.matching.quoted import Said
from biasdiff.model import Analysis, Span, Speakers

_LEAST_TO_MISPRINT = 5


def speakers(left: Said, right: Said) -> Speakers:
    """same: both stories name one person. different: each names another. unclear: a role, a body, nobody.

    Two people are told only of names printed beside both quotations, not of whom a "he" is taken
    for. A surname alone is the person of that surname; a slip of one letter in it is no other person.
    """
    mine, theirs = (person(said.people, said.quotation.speaker_name) for said in (left, right))
    if not mine or not theirs:
        return "unclear"
    if mine[-1] == theirs[-1]:
        firsts_agree = min(len(mine), len(theirs)) == 1 or mine[0] == theirs[0] or _misprinted(mine[0], theirs[0])
        return "same" if firsts_agree else "unclear"
    printed = _is_printed(left, mine) and _is_printed(right, theirs)
    return "different" if printed and not _misprinted(mine[-1], theirs[-1]) else "unclear"


def person(people: frozenset[str], name: str | None) -> list[str]:
    """The words of a name in lower case, where it is a person's; none where it is not known to be one."""
    return name.lower().split() if name and name in people else []


def _is_printed(said: Said, name: Sequence[str]) -> bool:
    speaker = said.quotation.speaker
    return speaker is not None and name[-1] in said.story.text(speaker).lower()


class People:
    """The people of a story by where they are mentioned."""

    def __init__(self, story: Analysis) -> None:
        people = [(name.mentions, name.name.lower().split()) for name in story.names if name.kind == "person"]
        self._mentions = sorted([(mention, words) for mentions, words in people for mention in mentions])

    def within(self, source: Span | None) -> list[str]:
        """The words of the name of the first person whom a source names, in lower case; none where it names none."""
        if source is None:
            return []
        at = bisect_left(self._mentions, source.start, key=lambda mention: mention[0].start)
        inside = at < len(self._mentions) and self._mentions[at][0].end <= source.end
        return self._mentions[at][1] if inside else []


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names can be one person's: the surname is the same, but for a slip of one letter."""
    return one[-1] == other[-1] or _misprinted(one[-1], other[-1])


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
