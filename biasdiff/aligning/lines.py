"""A sentence as compared for alignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biasdiff.aligning.vocabulary import Vocabulary
from biasdiff.model import Analysis, Span


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a story, boilerplate left out.

    index: of the sentence in the story. number: among the lines. from_lede: sentences after the
    first of the body, None for a headline. words: all terms in order; content: those that are not
    idle. quotes: the stretches of words inside quotation marks; pieces: their words, quotation by
    quotation; quoted: all of them; quoted_content: those that are not idle; share_quoted: the
    share of all words that is quoted.
    """

    index: int
    number: int
    from_lede: int | None
    words: tuple[int, ...]
    content: frozenset[int]
    quotes: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    quoted: tuple[int, ...]
    quoted_content: frozenset[int]
    share_quoted: float

    @property
    def is_headline(self) -> bool:
        """Whether it is the story's headline."""
        return self.from_lede is None


def read(story: Analysis, vocabulary: Vocabulary) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines of a story, and the terms that it uses as names."""
    told = [sentence for sentence in story.told if sentence.words]
    headlines = sum(sentence.role == "headline" for sentence in told)
    parts = sorted(part for quotation in story.quotations for part in quotation.parts)
    ends = [part.end for part in parts]
    lines = []
    names: Counter[int] = Counter()
    for number, sentence in enumerate(told):
        words, sources = vocabulary.read(sentence.words)
        starts = [word.start for word in sources]
        quotes = tuple(_quotes(parts, bisect_right(ends, sentence.span.start), starts))
        pieces = tuple([tuple(words[start:end]) for start, end in quotes])
        quoted = tuple([word for piece in pieces for word in piece])
        if sentence.role != "headline":
            _count_names(names, story.passage.text, starts, words)
        lines.append(
            Line(
                index=sentence.index,
                number=number,
                from_lede=None if sentence.role == "headline" else number - headlines,
                words=tuple(words),
                content=frozenset([word for word in words if word >= 0]),
                quotes=quotes,
                pieces=pieces,
                quoted=quoted,
                quoted_content=frozenset([word for word in quoted if word >= 0]),
                share_quoted=len(quoted) / len(words),
            )
        )
    return tuple(lines), frozenset([word for word, lead in names.items() if lead > 0])


def _quotes(parts: Sequence[Span], at: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence's words that stand inside each quotation, from one that may reach into it."""
    while at < len(parts) and parts[at].start <= starts[-1]:
        first, last = bisect_left(starts, parts[at].start), bisect_left(starts, parts[at].end)
        if first < last:
            yield first, last
        at += 1


def _count_names(names: Counter[int], text: str, starts: Sequence[int], words: Sequence[int]) -> None:
    """A capital inside a sentence speaks for a name, a small letter against it."""
    for at in range(1, len(words)):
        if words[at] >= 0:
            names[words[at]] += 1 if text[starts[at]].isupper() else -1
