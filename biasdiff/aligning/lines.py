"""A sentence as compared for alignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from biasdiff.aligning.vocabulary import Vocabulary, content
from biasdiff.model import Analysis, Span, Word

_MOST_QUOTES = 20  # in one sentence; what has more is no prose
_Quotes = tuple[tuple[int, int], ...]
_Quotation = tuple[_Quotes, tuple[int, ...], frozenset[int], float]
_NO_QUOTATION: _Quotation = ((), (), frozenset(), 0.0)


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
    quotes: _Quotes
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
    headlines = sum([sentence.role == "headline" for sentence in told])
    parts = sorted([part for quotation in story.quotations for part in quotation.parts])
    ends = [part.end for part in parts]
    vocabulary.meet(chain.from_iterable([sentence.norms for sentence in told]))
    lines = []
    for number, sentence in enumerate(told):
        words, sources = vocabulary.read(sentence)
        from_lede = None if sentence.role == "headline" else number - headlines
        start, end = sentence.span
        at = bisect_right(ends, start)
        is_quoted = at < len(parts) and parts[at].start < end
        quotation = _quotation(words, _quotes(parts, at, sources)) if is_quoted else _NO_QUOTATION
        lines.append(Line(sentence.index, number, from_lede, words, content(words), sources, *quotation))
    return tuple(lines), _names(lines, story.passage.text)


def _quotation(words: tuple[int, ...], quotes: _Quotes) -> _Quotation:
    """What a line has in quotation marks: the stretches, their words, those with content, their share."""
    quoted = tuple([word for start, end in quotes for word in words[start:end]])
    return quotes, quoted, content(quoted), len(quoted) / len(words)


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
        content=content(words),
        quoted=quoted,
        quoted_content=content(quoted),
    )


def _quotes(parts: Sequence[Span], at: int, words: Sequence[Word]) -> _Quotes:
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
    capitals = Counter([word for word, source in zip(inside, sources, strict=True) if text[source.start].isupper()])
    printed = Counter(inside)
    return content([word for word, count in capitals.items() if 2 * count > printed[word]])
