"""Where the first parts of a story end: what is read first, and by most, weighs most."""

from __future__ import annotations

from biasdiff.model import Analysis

# Of so many sentences of the body one belongs to the opening, and no more than so many in all.
_ONE_OF, _MOST = 4, 5


def lead_end(story: Analysis) -> int:
    """The end of headline, deck and first sentence of the body; a sentence alone leads nothing."""
    first = next((s for s in story.sentences if s.role == "body"), None)
    if len(story.sentences) < 2:
        return 0
    return first.span.end if first else len(story.passage.text)


def opening_end(story: Analysis) -> int:
    """The end of headline, deck and opening: the first quarter of the body, at most five sentences.

    Experts find loaded wording in the first sentences of an article about three times as often as further
    down (Fan et al. 2019). A few sentences alone have no opening.
    """
    body = [sentence for sentence in story.sentences if sentence.role == "body"]
    opening = body[: min(_MOST, len(body) // _ONE_OF)]
    return opening[-1].span.end if opening else 0
