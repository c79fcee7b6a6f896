"""Two stories side by side: rows of sentences with their marks, notes and the reason why they stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from biasdiff.model import Comparison, Edit, Link, Span
from biasdiff.rendering import view_words as words
from biasdiff.rendering.view_anchors import number
from biasdiff.rendering.view_cells import Cell, Side
from biasdiff.rendering.view_order import Slot, order

# Of the longer side; below it, shading would cover nearly everything.
LEAST_SHARED = 0.25


class Row(NamedTuple):
    """Sentences of two stories that belong together, or of one. `follows` continues a run of such rows."""

    css: str
    left: Cell | None
    right: Cell | None
    label: str
    remark: str = ""
    elsewhere: tuple[str, str] = ("", "")
    evidence: tuple[str, ...] = ()
    score: str = ""
    follows: bool = False

    @property
    def has_notes(self) -> bool:
        """Whether a mark of this row has a note."""
        return any(cell.notes for cell in (self.left, self.right) if cell)

    @property
    def has_details(self) -> bool:
        """Whether there is anything to open."""
        cells = (cell for cell in (self.left, self.right) if cell)
        return bool(self.evidence) or self.has_notes or any(tone.words for cell in cells for tone in cell.emotion)


class Block(NamedTuple):
    """All of two stories, side by side."""

    id: str
    left: str
    right: str
    rows: tuple[Row, ...]
    open: bool


def blocks(result: Comparison) -> tuple[Block, ...]:
    """A block for every pair of stories, in their order; the first one is open."""
    pairs = combinations([story.passage.id for story in result.analyses], 2)
    return tuple(Block(a + b, a, b, tuple(_Builder(result, a, b).rows()), not at) for at, (a, b) in enumerate(pairs))


class _Builder:
    """The rows of one block."""

    def __init__(self, result: Comparison, left: str, right: str) -> None:
        self.several = len(result.analyses) > 2
        self.left, self.right = Side(result, left, right), Side(result, right, left)
        links = zip(result.links, result.edits, strict=True)
        self.links = [(link, edits) for link, edits in links if link.passages == (left, right)]

    def rows(self) -> Iterator[Row]:
        before = ""
        for slot in order(
            len(self.left.story.sentences), len(self.right.story.sentences), [link for link, _ in self.links]
        ):
            row = self._row(slot)
            yield row._replace(follows=row.css == before and slot.link is None)
            before = row.css

    def _row(self, slot: Slot) -> Row:
        if slot.link is not None and slot.place:
            return self._place(slot.right[0], self.links[slot.link][0])
        if slot.link is not None:
            return self._pair(slot, *self.links[slot.link])
        return self._only(slot)

    def _pair(self, slot: Slot, link: Link, edits: Sequence[Edit]) -> Row:
        away = slot.out_of_order
        return Row(
            css=f"pair {link.kind}{' far' if _mostly_differ(edits) else ''}{' moved' if away else ''}",
            left=self.left.cell(slot.left, _differing(edits, 0)),
            right=self.right.cell(slot.right, _differing(edits, 1)),
            label=words.LINKS[link.kind],
            elsewhere=(self._place_of(slot.right[0]), number(self.right.key, slot.right[0])) if away else ("", ""),
            evidence=link.evidence,
            score=f"{link.score:.2f}",
        )

    def _place_of(self, index: int) -> str:
        return f"{self.right.anchor(index)}-place"

    def _place(self, index: int, link: Link) -> Row:
        beside = min(link.sentences[0])
        cell = self.right.place(index, self.left.anchor(beside))
        return Row("place", None, cell, f"beside {number(self.left.key, beside)}")

    def _only(self, slot: Slot) -> Row:
        side, other = (self.left, self.right) if slot.left else (self.right, self.left)
        (index,) = slot.left or slot.right
        here, there = side.key.upper(), other.key.upper()
        if side.story.sentences[index].role == "boilerplate":
            css, label, remark = "aside", "not counted", "not part of the story: a slug, a credit line or a link"
        else:
            css, label = "only", f"not in {there}" if self.several else f"only in {here}"
            remark = f"no match found in {there} (the tool can miss one)"
        cell = side.cell((index,), ())
        return Row(
            css=f"{css} at-{'left' if slot.left else 'right'}",
            left=cell if slot.left else None,
            right=None if slot.left else cell,
            label=label,
            remark=remark,
        )


def _differing(edits: Sequence[Edit], side: int) -> tuple[Span, ...]:
    spans = ((edit.left, edit.right)[side] for edit in edits if edit.tag != "equal")
    return tuple(span for span in spans if span.start < span.end)


def _mostly_differ(edits: Sequence[Edit]) -> bool:
    """Whether shading would cover nearly all of both sides, and so tell nothing."""
    shared = sum(edit.left.end - edit.left.start for edit in edits if edit.tag == "equal")
    longer = max(
        sum(span.end - span.start for span in side) for side in zip(*((e.left, e.right) for e in edits), strict=True)
    )
    return shared < LEAST_SHARED * longer
