"""What each story does well, with its sentences: a class that only looks for faults learns to trust nothing."""

from __future__ import annotations

from biasdiff.model import Comparison
from biasdiff.numbering import listed
from biasdiff.teaching.evidence import ref_of, story_of
from biasdiff.teaching.plan import Strength

_MOST_REFS = 6


def strengths(result: Comparison) -> tuple[Strength, ...]:
    """The good practice of the comparison, told with the sentences in which it stands, where they are few."""
    told = []
    for practice in result.practices:
        story = story_of(result, practice.passage)
        refs = tuple(dict.fromkeys(ref_of(story, span) for span in practice.places))
        where = f" ({listed(refs)})" if 0 < len(refs) <= _MOST_REFS else ""
        told.append(Strength(practice.passage, f"{practice.text.removesuffix('.')}{where}."))
    return tuple(told)
