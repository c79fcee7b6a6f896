"""A title that only the header of a file gives becomes the headline of its story."""

from __future__ import annotations

from dataclasses import replace

from biasdiff.model import Origin, Passage
from biasdiff.segmenting import segment

# A headline stands within so many characters, under a section's name or a writer's.
_TOP = 2_000


def headed(passage: Passage, line: int) -> Passage:
    """The story below its title, which stands on a line of the file, unless it has a headline of its own.

    A headline is read by most people, and so it is looked at like the text.
    """
    title, origin = passage.title, passage.origin
    if not title or origin is None or _has_headline(passage):
        return passage
    lead = f"{title}\n\n"
    starts = (0, *(start + len(lead) for start in origin.starts))
    return replace(passage, text=lead + passage.text, origin=Origin(origin.path, starts, (line, *origin.numbers)))


def _has_headline(passage: Passage) -> bool:
    return any(sentence.role == "headline" for sentence in segment(passage.text[:_TOP], passage.title))
