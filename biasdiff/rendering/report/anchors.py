"""Where sentences can be found on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from biasdiff.model import Comparison, Place, Span
from biasdiff.numbering import Ref

# Beyond these a row of links helps nobody to find a place; how many there are is said.
MOST_SPOTS = 6


class Spot(NamedTuple):
    """A sentence to link to: its story, its number, its anchor."""

    story: str
    number: str
    anchor: str


class Spots(NamedTuple):
    """The first sentences of a list to link to, and how many there are beside them."""

    shown: tuple[Spot, ...]
    more: int


def anchor(ids: Sequence[str], story: str, index: int, other: str = "") -> str:
    """The anchor of a sentence in the block of its story and another one, or in the first block that has it.

    A story stands in several blocks when there are more than two; only its first block has the
    plain anchors (“A4”), the others say which block they are (“A4-ac”).
    """
    home = ids[0] + (ids[1] if story in ids[:2] else story)
    pair = "".join(sorted((story, other), key=ids.index)) if other else home
    return str(Ref(story, index)) + ("" if pair == home else f"-{pair}")


class Guide:
    """The stories of a comparison by id, and the sentences of their places."""

    def __init__(self, result: Comparison) -> None:
        self.stories = {story.passage.id: story for story in result.analyses}
        self.ids = tuple(self.stories)

    def text(self, story: str, span: Span) -> str:
        """Words of a story on one line."""
        return " ".join(self.stories[story].text(span).split())

    def sentence(self, story: str, index: int, other: str = "") -> Spot:
        """A sentence, in the block where it stands beside another story if one is named."""
        return Spot(story, str(Ref(story, index)), anchor(self.ids, story, index, other))

    def spot(self, story: str, span: Span, other: str = "") -> Spot:
        """The sentence in which a span begins; the first one for words between sentences."""
        found = next(self.stories[story].between(span), None)
        return self.sentence(story, found.index if found else 0, other)

    def spots(self, places: Iterable[Place]) -> tuple[Spot, ...]:
        """The sentences of places, each once, in the block where two of the stories stand together."""
        known = tuple(places)
        told = list(dict.fromkeys(place.passage for place in known))
        found = []
        for place in known:
            sentence = self.stories[place.passage].sentence_at(place.start)
            other = next((key for key in told[:2] if key != place.passage), "")
            if sentence:
                found.append(self.sentence(place.passage, sentence.index, other))
        return tuple(dict.fromkeys(found))

    def within(self, story: str, spans: Iterable[Span]) -> Spots:
        """The sentences of spans of one story."""
        found = self.spots(Place(story, *span) for span in spans)
        return Spots(found[:MOST_SPOTS], len(found[MOST_SPOTS:]))
