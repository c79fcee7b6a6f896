"""A sentence as compared for alignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from biasdiff.aligning.vocabulary import Vocabulary
from biasdiff.model import Analysis, Span

_MOST_QUOTES = 20  # in one sentence; what has more is no prose


class Line(NamedTuple):
    """One sentence of a story, boilerplate left out.

    sentence: its index in the story. number: among the lines. from_lede: sentences after the
    first of the body, None for a headline. words: all terms in order; content: those that are not
    idle; norms: beside each term the word it comes from. quotes: the stretches of words inside
    quotation marks; quoted: those words; quoted_content: those that are not idle; share_quoted:
    the share of all words that is quoted.
    """

    sentence: int
    number: int
    from_lede: int | None
    words: tuple[int, ...]
    content: frozenset[int]
    norms: tuple[str, ...]
    quotes: tuple[tuple[int, int], ...]
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
    names: defaultdict[int, int] = defaultdict(int)
    for number, sentence in enumerate(told):
        words, sources = vocabulary.read(sentence.words)
        starts = [word.start for word in sources]
        quotes = tuple(islice(_quotes(parts, bisect_right(ends, sentence.span.start), starts), _MOST_QUOTES))
        quoted = tuple([word for start, end in quotes for word in words[start:end]])
        if sentence.role != "headline":
            _count_names(names, story.passage.text, starts, words)
        lines.append(
            Line(
                sentence=sentence.index,
                number=number,
                from_lede=None if sentence.role == "headline" else number - headlines,
                words=tuple(words),
                content=frozenset([word for word in words if word >= 0]),
                norms=tuple([word.norm for word in sources]),
                quotes=quotes,
                quoted=quoted,
                quoted_content=frozenset([word for word in quoted if word >= 0]),
                share_quoted=len(quoted) / len(words),
            )
        )
    return tuple(lines), frozenset([word for word, lead in names.items() if lead > 0])


def renumbered(lines: tuple[Line, ...], numbers: Mapping[int, int]) -> tuple[Line, ...]:
    """The lines with some terms counted as others."""
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


def _quotes(parts: Sequence[Span], at: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence's words that stand inside each quotation, from one that may reach into it."""
    while at < len(parts) and parts[at].start <= starts[-1]:
        first, last = bisect_left(starts, parts[at].start), bisect_left(starts, parts[at].end)
        if first < last:
            yield first, last
        at += 1


def _count_names(names: dict[int, int], text: str, starts: Sequence[int], words: Sequence[int]) -> None:
    """A capital inside a sentence speaks for a name, a small letter against it."""
    for word, start in zip(words[1:], starts[1:], strict=True):
        if word >= 0:
            names[word] += 1 if text[start].isupper() else -1
