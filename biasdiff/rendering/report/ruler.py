"""A story laid along a line: where its sentences and the words in them lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from biasdiff.model import Analysis, Finding, Sentence, Span
from biasdiff.numbering import Ref

# Whole numbers keep the paths of a picture short.
UNITS = 4_000


class Ruler:
    """A story from 0 to UNITS; a sentence is as wide as it is long, and one that does not count takes no room."""

    def __init__(self, story: Analysis) -> None:
        self.story = story
        self.told = {sentence.index: sentence for sentence in story.told}
        self.before, self.length = {}, 0
        for sentence in self.told.values():
            self.before[sentence.index] = self.length
            self.length += sentence.span.end - sentence.span.start

    def at(self, sentence: Sentence, offset: int) -> int:
        """An offset of the story's text, in a sentence that counts."""
        return round(UNITS * (self.before[sentence.index] + offset - sentence.span.start) / (self.length or 1))

    def piece(self, sentence: Sentence, span: Span) -> tuple[int, int]:
        """Where the part of a span in a sentence begins, and how wide it is; at least one unit."""
        start, end = max(span.start, sentence.span.start), min(span.end, sentence.span.end)
        first = self.at(sentence, start)
        return first, max(1, self.at(sentence, end) - first)

    def stretch(self, indices: Iterable[int]) -> tuple[int, int] | None:
        """From the first of some sentences to the end of the last; None where none of them counts."""
        known = [self.told[index] for index in sorted(indices) if index in self.told]
        return (self.at(known[0], known[0].span.start), self.at(known[-1], known[-1].span.end)) if known else None

    def marks(self) -> Iterator[tuple[Sentence, Finding]]:
        """The marks of the story with the sentence in which each begins, where that one counts."""
        for finding in self.story.findings:
            sentence = next(self.story.between(finding.span), None)
            if sentence and sentence.index in self.told:
                yield sentence, finding

    def number(self, sentence: Sentence) -> str:
        """The number of a sentence, as shown beside it."""
        return str(Ref(self.story.passage.id, sentence.index))

    def words(self, finding: Finding) -> str:
        """The words of a mark on one line."""
        return " ".join(self.story.text(finding.span).split())
