"""One story's part of a row: its sentences with their marks, the notes on these, and its emotion words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.model import Comparison, Finding, Sentence, Span, Tone
from biasdiff.numbering import Ref
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import anchor
from biasdiff.rendering.report.text import Layers, Mark, Run, Shade, layers, mark, runs, shade
from biasdiff.rules import RULES


class Line(NamedTuple):
    """A sentence as shown: its number, its anchor, its role where that is not the body."""

    anchor: str
    number: str
    role: str
    runs: tuple[Run, ...]


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
    """One story in one block: its marks and its tones."""

    def __init__(self, result: Comparison, key: str, other: str) -> None:
        self.key, self.other = key, other
        self.ids = [story.passage.id for story in result.analyses]
        at = self.ids.index(key)
        self.story = result.analyses[at]
        self.tones = {tone.sentence: tone for tone in result.profiles[at].tone}
        home = self.anchor(0) == str(Ref(key, 0))
        suffix = "" if home else f"-{other}"
        marks = [_mark(key, at, finding, suffix) for at, finding in enumerate(self.story.findings)]
        self.layers: Layers = layers(self.story, marks)

    def anchor(self, index: int) -> str:
        """Where a sentence can be found in this block."""
        return anchor(self.ids, self.key, index, self.other)

    def cell(self, indices: Sequence[int], shared: Sequence[Span] | None = None) -> Cell:
        """Sentences with all that belongs to them. `shared`: what sentences beside them have too, if there are any."""
        sentences = [self.story.sentences[index] for index in indices]
        return Cell(
            lines=tuple(self._line(sentence, shared) for sentence in sentences),
            notes=tuple(note for sentence in sentences for note in self._notes(sentence)),
            emotion=tuple(self._emotion(self.tones[index]) for index in indices if index in self.tones),
        )

    def place(self, index: int, beside: str) -> Cell:
        """The sentence in plain text, where it belongs, with a link to where it is shown."""
        text = runs(self.story, self.story.sentences[index], Layers({}, {}), Shade())
        return Cell((Line(f"{self.anchor(index)}-place", str(Ref(self.key, index)), "", text),), (), (), beside)

    def _line(self, sentence: Sentence, shared: Sequence[Span] | None) -> Line:
        shaded = Shade() if shared is None else shade(sentence, shared)
        text = runs(self.story, sentence, self.layers, shaded)
        return Line(
            self.anchor(sentence.index), str(Ref(self.key, sentence.index)), words.ROLES.get(sentence.role, ""), text
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
                    number=str(Ref(self.key, sentence.index)),
                )

    def _emotion(self, tone: Tone) -> EmotionWords:
        text = self.story.passage.text
        known = tuple((text[w.start : w.end], words.signed(w.value)) for w in tone.words)
        return EmotionWords(str(Ref(self.key, tone.sentence)), words.signed(tone.value), known)


def _mark(key: str, at: int, finding: Finding, suffix: str) -> Mark:
    return mark(finding, f"{key}-{at + 1}{suffix}", key.upper(), _title(finding.rule))


def _title(rule: str) -> str:
    """A rule's title; a caller's own detector may have rules that we do not know."""
    return RULES[rule].title if rule in RULES else rule
