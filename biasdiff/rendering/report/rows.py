"""Two stories side by side: rows of sentences with their marks, notes and the reason why they stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from biasdiff.contrasting.phrasing import listed
from biasdiff.model import Comparison, Edit, Link, Span
from biasdiff.numbering import Ref
from biasdiff.rendering import words
from biasdiff.rendering.report.cells import Cell, Side
from biasdiff.rendering.report.order import Slot, order


class Why(NamedTuple):
    """Why two sentences are linked, in words, and how sure the tool is, or that a person set the link."""

    pair: str
    kind: str
    evidence: tuple[str, ...]
    sure: str


class Row(NamedTuple):
    """Sentences of two stories that belong together, or of one.

    also: sure links to sentences of other rows, as number and anchor. elsewhere: where the left and the
    right sentence have their places in their own stories, if these differ. order: "left" or "right" for
    a row that is shown only in that story's order. `follows` continues a run of rows of one story.
    """

    css: str
    left: Cell | None
    right: Cell | None
    label: str
    remark: str = ""
    elsewhere: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    why: tuple[Why, ...] = ()
    differs: tuple[str, ...] = ()
    follows: bool = False
    order: str = ""

    @property
    def has_notes(self) -> bool:
        """Whether a mark of this row has a note."""
        return any(cell.notes for cell in (self.left, self.right) if cell)

    @property
    def has_details(self) -> bool:
        """Whether there is anything to open."""
        cells = (cell for cell in (self.left, self.right) if cell)
        return bool(self.why) or self.has_notes or any(tone.words for cell in cells for tone in cell.emotion)


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
        """The rows in order; one that goes on as the row before says so."""
        before = ""
        left, right = (len(side.story.sentences) for side in (self.left, self.right))
        links, shares = [link for link, _ in self.links], [_share(edits) for _, edits in self.links]
        for slot in order(left, right, links, shares):
            row = self._row(slot)
            yield row._replace(follows=row.css == before and row.css.startswith(("only", "aside")))
            before = row.css
            if slot.out_of_order:
                yield from (self._left_place(index, slot.right[0]) for index in slot.left)

    def _row(self, slot: Slot) -> Row:
        if slot.place:
            return self._place(slot)
        if slot.links:
            return self._together(slot)
        return self._linked_elsewhere(slot) if slot.also else self._only(slot)

    def _together(self, slot: Slot) -> Row:
        found = [self.links[at] for at in slot.links]
        link, edits = found[0]
        shared = [edit for _, edits in found for edit in edits if edit.tag == "equal" or edit.moved]
        return Row(
            css=f"pair {link.kind}{' moved' if slot.out_of_order else ''}",
            left=self.left.cell(slot.left, [edit.left for edit in shared]),
            right=self.right.cell(slot.right, [edit.right for edit in shared]),
            label=words.SAME if len(found) == 1 and _are_equal(edits) else words.kind(link),
            elsewhere=self._elsewhere(slot) if slot.out_of_order else (),
            also=self._others(slot, [at for at in slot.also if self.links[at][0].sure]),
            why=self._why(slot),
            differs=_differing_kinds(edits),
        )

    def _others(self, slot: Slot, links: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """The sentences of other rows that sentences of this one are linked to, first those of the right story."""
        out: list[tuple[str, str]] = []
        for side, mine, theirs in ((self.right, slot.left, 1), (self.left, slot.right, 0)):
            for at in links:
                link, _ = self.links[at]
                if set(link.sentences[1 - theirs]) & set(mine):
                    index = link.sentences[theirs][0]
                    out.append((str(Ref(side.key, index)), side.anchor(index)))
        return tuple(dict.fromkeys(out))

    def _why(self, slot: Slot) -> tuple[Why, ...]:
        return tuple(self._reason(self.links[at][0]) for at in (*slot.links, *slot.also))

    def _reason(self, link: Link) -> Why:
        numbers = [
            str(Ref(side.key, index))
            for side, indices in zip((self.left, self.right), link.sentences, strict=True)
            for index in indices
        ]
        return Why(listed(numbers), words.kind(link), link.evidence, words.how_sure(link))

    def _elsewhere(self, slot: Slot) -> tuple[tuple[str, str], ...]:
        """The places that sentences have in their own stories: the left one's, and the right one's."""
        sides = (self.left, slot.left[0]), (self.right, slot.right[0])
        return tuple((str(Ref(side.key, index)), f"{side.anchor(index)}-place") for side, index in sides)

    def _place(self, slot: Slot) -> Row:
        beside = min(slot.left)
        cell = self.right.place(slot.right[0], self.left.anchor(beside))
        return Row("place", None, cell, f"beside {Ref(self.left.key, beside)!s}", order="left")

    def _left_place(self, index: int, beside: int) -> Row:
        """What stands in the place of a left sentence while the rows follow the right story."""
        cell = self.left.place(index, self.right.anchor(beside))
        return Row("place", cell, None, f"beside {Ref(self.right.key, beside)!s}", order="right")

    def _linked_elsewhere(self, slot: Slot) -> Row:
        """A sentence whose match stands beside another one that it answers more surely."""
        side = self.left if slot.left else self.right
        others = self._others(slot, slot.also)
        cell = side.cell(slot.left or slot.right)
        return _alone(
            "linked",
            slot,
            cell,
            label=words.kind(self.links[slot.also[0]][0]),
            remark=f"see {listed([name for name, _ in others])}, shown beside "
            + ("another sentence" if len(others) == 1 else "other sentences"),
            also=others,
            why=self._why(slot),
        )

    def _only(self, slot: Slot) -> Row:
        side, other = (self.left, self.right) if slot.left else (self.right, self.left)
        (index,) = slot.left or slot.right
        here, there = side.key.upper(), other.key.upper()
        cell = side.cell((index,))
        if side.story.sentences[index].role == "boilerplate":
            remark = "not part of the story: a slug, a credit line or a link"
            return _alone("aside", slot, cell, label="not counted", remark=remark)
        label = f"not in {there}" if self.several else f"only in {here}"
        return _alone("only", slot, cell, label=label, remark=f"no match found in {there} (the tool can miss one)")


def _alone(
    css: str,
    slot: Slot,
    cell: Cell,
    label: str,
    remark: str,
    also: tuple[tuple[str, str], ...] = (),
    why: tuple[Why, ...] = (),
) -> Row:
    """A row of one story."""
    if slot.left:
        return Row(f"{css} at-left", cell, None, label, remark, also=also, why=why)
    return Row(f"{css} at-right", None, cell, label, remark, also=also, why=why)


def _are_equal(edits: Sequence[Edit]) -> bool:
    return bool(edits) and all(edit.tag == "equal" for edit in edits)


def _share(edits: Sequence[Edit]) -> float:
    """How much of the longer side both have, 0 to 1."""
    shared = sum(edit.left.end - edit.left.start for edit in edits if edit.tag == "equal")
    left, right = (sum(span.end - span.start for span in side) for side in _sides(edits))
    return shared / max(left, right, 1)


def _sides(edits: Sequence[Edit]) -> tuple[list[Span], list[Span]]:
    return [edit.left for edit in edits], [edit.right for edit in edits]


def _differing_kinds(edits: Sequence[Edit]) -> tuple[str, ...]:
    """What differs beside ordinary words, in words: “a number”, “a negation”."""
    kinds = {kind for edit in edits for kind in edit.kinds}
    return tuple(text for kind, text in words.EDIT_KINDS.items() if kind in kinds)
