"""A sentence as compared for alignment."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from biasdiff.aligning.terms import IDLE, SCALES, phrases, scaled, second_terms, terms
from biasdiff.model import Analysis, Span, Word

_LEAST_LETTERS = 6


class Vocabulary(dict[str, int]):
    """Terms as small numbers, shared by both stories. Idle words get negative ones.

    Numbers make sets quick, and their order the same in every run.
    """

    def __missing__(self, term: str) -> int:
        number = -len(self) - 1 if term in IDLE else len(self)
        self[term] = number
        return number

    def join_misspelt(self, names: Collection[int]) -> bool:
        """One number for names that differ by two letters changed about ("Zelenksy"); says whether there are any."""
        by_letters: dict[str, str] = {}
        joined = False
        for term, number in self.items():
            if number in names and len(term) >= _LEAST_LETTERS:
                first = by_letters.setdefault("".join(sorted(term)), term)
                if self[first] != number and _changed_about(first, term):
                    self[term] = self[first]
                    joined = True
        return joined


def _changed_about(one: str, two: str) -> bool:
    """Whether two words of the same letters differ in two neighbouring letters alone, not at the start."""
    differing = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    return len(differing) == 2 and differing[0] > 0 and differing[1] - differing[0] == 1


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a story, boilerplate left out.

    index: of the sentence in the story. number: among the lines. from_lede: sentences after the
    first of the body, None for a headline. words: all terms in order; content: those that are not
    idle. quotes: the stretches of words inside quotation marks; pieces: their words, quotation by
    quotation; quoted: all of them.
    """

    index: int
    number: int
    from_lede: int | None
    words: tuple[int, ...]
    content: frozenset[int]
    quotes: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    quoted: tuple[int, ...]

    @property
    def is_headline(self) -> bool:
        """Whether it is the story's headline."""
        return self.from_lede is None

    @property
    def share_quoted(self) -> float:
        """Share of its words inside quotation marks."""
        return len(self.quoted) / len(self.words)


def read(story: Analysis, vocabulary: Vocabulary) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines of a story, and the terms that it uses as names."""
    told = [sentence for sentence in story.told if sentence.words]
    headlines = sum(sentence.role == "headline" for sentence in told)
    parts = sorted(part for quotation in story.quotations for part in quotation.parts)
    ends = [part.end for part in parts]
    lines = []
    names: Counter[int] = Counter()
    for number, sentence in enumerate(told):
        pairs = paired(sentence.words)
        words = [vocabulary[term] for term, _ in pairs]
        at = bisect_right(ends, sentence.span.start)
        quotes = tuple(_quotes(parts[at:], sentence.span.end, [word.start for _, word in pairs]))
        pieces = tuple([tuple(words[start:end]) for start, end in quotes])
        if sentence.role != "headline":
            _count_names(names, story.passage.text, pairs, words)
        lines.append(
            Line(
                index=sentence.index,
                number=number,
                from_lede=None if sentence.role == "headline" else number - headlines,
                words=tuple(words),
                content=frozenset([word for word in words if word >= 0]),
                quotes=quotes,
                pieces=pieces,
                quoted=tuple([word for piece in pieces for word in piece]),
            )
        )
    return tuple(lines), frozenset(word for word, lead in names.items() if lead > 0)


def paired(words: Sequence[Word]) -> list[tuple[str, Word]]:
    """Terms of a sentence in order, each with the (last) word that it comes from."""
    found: list[tuple[str, Word]] = []
    joining = second_terms()
    for word in words:
        for term in terms(word.norm):
            one = _joined(found[-1][0], term) if term in joining and found else None
            if one:
                found[-1] = one, word
            else:
                found.append((term, word))
    return found


def _joined(first: str, second: str) -> str | None:
    """The one term that two in a row make, if they do: "3" "million", "step" "down"."""
    if second in SCALES:
        return scaled(first, second) if first.replace(".", "", 1).isdigit() else None
    return phrases().get((first, second))


def _quotes(parts: Sequence[Span], end: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence's words that stand inside each quotation."""
    for part in parts:
        if part.start >= end:
            return
        first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
        if first < last:
            yield first, last


def _count_names(names: Counter[int], text: str, pairs: Sequence[tuple[str, Word]], words: Sequence[int]) -> None:
    """A capital inside a sentence speaks for a name, a small letter against it."""
    for number, (_, word) in zip(words[1:], pairs[1:], strict=True):
        if number >= 0:
            names[number] += 1 if text[word.start].isupper() else -1
