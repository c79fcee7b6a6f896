"""One story's part of a row: its sentences with their marks, the notes on these, and its emotion words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Comparison, Finding, Sentence, Span, Tone
from biasdiff.rendering import view_words as words
from biasdiff.rendering.view_anchors import anchor, number
from biasdiff.rendering.view_text import Layers, Mark, Run, layers, mark, runs
from biasdiff.rules import RULES


class Line(NamedTuple):
    """A sentence as shown: its number, and its anchor unless it is shown a second time."""

    anchor: str
    number: str
    role: str
    runs: tuple[Run, ...]
    again: bool


class Note(NamedTuple):
    """Why a mark stands where it stands."""

    mark: Mark
    words: str
    rule: str
    plainer: str
    severity: str
    whose: str
    number: str


class EmotionWords(NamedTuple):
    """The tone of a sentence, with the words that made it."""

    number: str
    value: str
    words: tuple[tuple[str, str], ...]


class Cell(NamedTuple):
    """One story's part of a row. `place` links to where the sentence is shown instead."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    emotion: tuple[EmotionWords, ...]
    place: str = ""


class Side:
    """One story in one block: its marks, its tones, and what has been shown of it."""

    def __init__(self, result: Comparison, key: str, other: str) -> None:
        self.key, self.other = key, other
        self.ids = [story.passage.id for story in result.analyses]
        at = self.ids.index(key)
        self.story = result.analyses[at]
        self.tones = {tone.sentence: tone for tone in result.profiles[at].tone}
        home = self.anchor(0) == number(key, 0)
        suffix = "" if home else f"-{other}"
        marks = [_mark(key, at, finding, suffix) for at, finding in enumerate(self.story.findings)]
        self.layers: Layers = layers(self.story, marks)
        self.shown: set[int] = set()

    def anchor(self, index: int) -> str:
        """Where a sentence can be found in this block."""
        return anchor(self.ids, self.key, index, self.other)

    def cell(self, indices: Sequence[int], differing: Sequence[Span]) -> Cell:
        """Sentences with all that belongs to them; one that was shown before comes without anchor and notes."""
        fresh = [index for index in indices if index not in self.shown]
        lines = tuple(self._line(self.story.sentences[index], differing) for index in indices)
        self.shown.update(indices)
        notes = tuple(note for index in fresh for note in self._notes(self.story.sentences[index]))
        return Cell(lines, notes, tuple(self._emotion(self.tones[index]) for index in indices if index in self.tones))

    def place(self, index: int, beside: str) -> Cell:
        """The sentence in plain text, where it belongs, with a link to where it is shown."""
        sentence = self.story.sentences[index]
        text = runs(self.story, sentence, Layers({}, {}), ())
        line = Line(f"{self.anchor(index)}-place", number(self.key, index), "", text, False)
        return Cell((line,), (), (), beside)

    def _line(self, sentence: Sentence, differing: Sequence[Span]) -> Line:
        again = sentence.index in self.shown
        text = runs(self.story, sentence, self.layers, differing)
        return Line(
            "" if again else self.anchor(sentence.index),
            number(self.key, sentence.index),
            sentence.role,
            tuple(run._replace(opens=False) for run in text) if again else text,
            again,
        )

    def _notes(self, sentence: Sentence) -> Iterator[Note]:
        for one in self.layers.marks.get(sentence.index, ()):
            found = one.finding
            if found.span.start >= sentence.span.start:
                yield Note(
                    mark=one,
                    words=" ".join(self.story.text(found.span).split()),
                    rule=_title(found.rule),
                    plainer=" · ".join(found.neutral),
                    severity=words.SEVERITIES[found.severity],
                    whose=words.whose(found.voice, self.key.upper()),
                    number=number(self.key, sentence.index),
                )

    def _emotion(self, tone: Tone) -> EmotionWords:
        text = self.story.passage.text
        known = tuple((text[w.start : w.end], words.signed(w.value)) for w in tone.words)
        return EmotionWords(number(self.key, tone.sentence), words.signed(tone.value), known)


def _mark(key: str, at: int, finding: Finding, suffix: str) -> Mark:
    return mark(finding, f"{key}-{at + 1}{suffix}", key.upper(), _title(finding.rule))


def _title(rule: str) -> str:
    """A rule's title; a caller's own detector may have rules that we do not know."""
    return RULES[rule].title if rule in RULES else rule
