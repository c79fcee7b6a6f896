"""The links between two stories, drawn from strip to strip: what moved crosses the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from biasdiff.model import Link
from biasdiff.numbering import Ref, listed
from biasdiff.rendering.report.ruler import Ruler

HEIGHT = 44


class Ties(NamedTuple):
    """Paths of links from the left story's line down to the right one's, those in another order apart."""

    straight: str
    moved: str
    height: int
    text: str


def ties(links: Sequence[Link], left: Ruler, right: Ruler) -> Ties:
    """All links between two stories whose sentences count."""
    moved = [link for link in links if link.moved]
    names = "; ".join(_name(link, left, right) for link in moved)
    return Ties(
        _path((link for link in links if not link.moved), left, right),
        _path(moved, left, right),
        HEIGHT,
        f"Links that stand in another order: {names}." if moved else "All links stand in the same order.",
    )


def _path(links: Iterable[Link], left: Ruler, right: Ruler) -> str:
    both = ((left.stretch(link.sentences[0]), right.stretch(link.sentences[1])) for link in links)
    return "".join(f"M{a[0]} 0H{a[1]}L{b[1]} {HEIGHT}H{b[0]}z" for a, b in both if a and b)


def _name(link: Link, left: Ruler, right: Ruler) -> str:
    sides = zip((left, right), link.sentences, strict=True)
    return " and ".join(listed(tuple(Ref(ruler.story.passage.id, index) for index in side)) for ruler, side in sides)
