"""Where sentences can be found on the page."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.numbering import Ref


def anchor(ids: Sequence[str], story: str, index: int, other: str = "") -> str:
    """The anchor of a sentence in the block of its story and another one, or in the first block that has it.

    A story stands in several blocks when there are more than two; only its first block has the
    plain anchors (“A4”), the others say which block they are (“A4-ac”).
    """
    home = ids[0] + (ids[1] if story in ids[:2] else story)
    pair = "".join(sorted((story, other), key=ids.index)) if other else home
    return str(Ref(story, index)) + ("" if pair == home else f"-{pair}")
