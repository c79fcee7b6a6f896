"""A sentence as compared for alignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from biasdiff.aligning.vocabulary import Vocabulary
from biasdiff.model import Analysis, Span, Word

_MOST_QUOTES = 20  # in one sentence; what has more is no prose


class Line(NamedTuple):
    """One sentence of a story, boilerplate left out.

    sentence: its index in the story. number: among the lines. from_lede: sentences after the
    first of the body, None for a headline. words: all terms in order; content: those that are not
    idle; sources: beside each term the word it comes from. quotes: the stretches of words inside
    quotation marks; quoted: those words; quoted_content: those that are not idle; share_quoted:
    the share of all words that is quoted.
    """

    sentence: int
    number: int
    from_lede: int | None
    words: tuple[int, ...]
    content: frozenset[int]
    sources: Sequence[Word]
    quotes: tuple[tuple[int, int], ...] = ()
    quoted: tuple[int, ...] = ()
    quoted_content: frozenset[int] = frozenset()
    share_quoted: float = 0.0

    @property
    def is_headline(self) -> bool:
        """Whether it is the story's headline."""
        return self.from_lede is None


def read(story: Analysis, vocabulary: Vocabulary) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines of a story, and the terms that it uses as names."""
    told = [sentence for sentence in story.told if sentence.words]
    headlines = sum([sentence.role == "headline" for sentence in told])
    parts = sorted([part for quotation in story.quotations for part in quotation.parts])
    ends = [part.end for part in parts]
    vocabulary.meet(chain.from_iterable([sentence.norms for sentence in told]))
    lines = []
    for number, sentence in enumerate(told):
        words, sources = vocabulary.read(sentence)
        from_lede = None if sentence.role == "headline" else number - headlines
        content = frozenset([word for word in words if word >= 0])
        line = Line(sentence.index, number, from_lede, words, content, sources)
        at = bisect_right(ends, sentence.span.start)
        if at < len(parts) and parts[at].start < sentence.span.end:
            line = _with_quotes(line, _quotes(parts, at, sources))
        lines.append(line)
    return tuple(lines), _names(lines, story.passage.text)


def _with_quotes(line: Line, quotes: tuple[tuple[int, int], ...]) -> Line:
    quoted = tuple([word for start, end in quotes for word in line.words[start:end]])
    content = frozenset([word for word in quoted if word >= 0])
    return line._replace(
        quotes=quotes, quoted=quoted, quoted_content=content, share_quoted=len(quoted) / len(line.words)
    )


def renumbered(lines: tuple[Line, ...], numbers: Mapping[int, int]) -> tuple[Line, ...]:
    """The lines with some terms counted as others."""
    if not numbers:
        return lines
    return tuple([_renumbered(line, numbers) if numbers.keys() & line.content else line for line in lines])


def _renumbered(line: Line, numbers: Mapping[int, int]) -> Line:
    words = tuple([numbers.get(word, word) for word in line.words])
    quoted = tuple([numbers.get(word, word) for word in line.quoted])
    return line._replace(
        words=words,
        content=frozenset([word for word in words if word >= 0]),
        quoted=quoted,
        quoted_content=frozenset([word for word in quoted if word >= 0]),
    )


def _quotes(parts: Sequence[Span], at: int, words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence's words that stand inside each quotation, from one that may reach into it."""
    found: list[tuple[int, int]] = []
    while at < len(parts) and parts[at].start <= words[-1].start and len(found) < _MOST_QUOTES:
        # Words compare by their starts first.
        first, last = bisect_left(words, (parts[at].start,)), bisect_left(words, (parts[at].end,))
        if first < last:
            found.append((first, last))
        at += 1
    return tuple(found)


def _names(lines: Sequence[Line], text: str) -> frozenset[int]:
    """The terms that stand inside sentences with a capital more often than with a small letter."""
    body = [line for line in lines if line.from_lede is not None]
    inside = [*chain.from_iterable([line.words[1:] for line in body])]
    sources = chain.from_iterable([line.sources[1:] for line in body])
    capitals = [word for word, (at, _, _) in zip(inside, sources, strict=True) if word >= 0 and text[at].isupper()]
    printed = Counter(inside)
    return frozenset([word for word, count in Counter(capitals).items() if 2 * count > printed[word]])
