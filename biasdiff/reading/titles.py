"""A title that only the header of a file gives becomes the headline of its story."""

from __future__ import annotations

from dataclasses import replace

from biasdiff.model import Origin, Passage
from biasdiff.segmenting import segment

# A headline stands within so many characters, under a section's name or a writer's.
_TOP = 2_000


def headed(passage: Passage, line: int) -> Passage:
    """The story below its title, which stands on a line of the file, unless its own headline says much the same.

    A headline is read by most people, and so it is looked at like the text.
    """
    origin = passage.origin
    wanted = frozenset(norm for sentence in segment(passage.title) for norm in sentence.norms)
    if not wanted or origin is None or _is_printed(wanted, passage):
        return passage
    lead = f"{passage.title}\n\n"
    starts = (0, *(start + len(lead) for start in origin.starts))
    return replace(passage, text=lead + passage.text, origin=Origin(origin.path, starts, (line, *origin.numbers)))


def _is_printed(wanted: frozenset[str], passage: Passage) -> bool:
    """Whether a headline of the text has half the words of the title."""
    top = segment(passage.text[:_TOP], passage.title)
    return any(2 * len(wanted.intersection(one.norms)) >= len(wanted) for one in top if one.role == "headline")
