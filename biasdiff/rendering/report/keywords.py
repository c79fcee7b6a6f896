"""Different words for one thing, a column a story."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.model import Comparison, KeyWords, Label
from biasdiff.rendering.report.anchors import Guide, Spots


class WordRow(NamedTuple):
    """A thing, and the word of each story for it with its places; None where it has none."""

    thing: str
    words: tuple[tuple[str, Spots] | None, ...]
    question: str


def word_rows(result: Comparison, guide: Guide) -> tuple[WordRow, ...]:
    """A row for each thing, the most telling first."""
    return tuple(_row(one, guide) for one in result.key_words)


def _row(one: KeyWords, guide: Guide) -> WordRow:
    found = {label.passage: _word(label, guide) for label in one.words}
    return WordRow(one.thing, tuple(found.get(key) for key in guide.ids), one.question)


def _word(label: Label, guide: Guide) -> tuple[str, Spots]:
    return label.text, guide.within(label.passage, label.places)
