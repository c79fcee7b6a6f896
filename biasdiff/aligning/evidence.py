"""Why two sentences are linked, in words a reader understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from biasdiff.aligning.candidates import Pair
from biasdiff.aligning.lines import Line, paired
from biasdiff.aligning.runs import common_run
from biasdiff.aligning.terms import stem
from biasdiff.model import Analysis, Word

_MOST_WORDS = 4
_LEAST_QUOTED, _MOST_QUOTED = 3, 10
_CUT = "…"


class Reasons:
    """The reasons for links between two stories. They read the same when the stories change places."""

    def __init__(self, left: Analysis, right: Analysis, pair: Pair) -> None:
        self._stories = left, right
        self._pair = pair

    def of(self, left: Sequence[int], right: Sequence[int]) -> tuple[str, ...]:
        """What the lines on either side have in common: quoted words, figures, names, rare words, their place."""
        mine, theirs = self._lines(0, left), self._lines(1, right)
        printed = self._printed(0, mine), self._printed(1, theirs)
        shared = sorted(printed[0].keys() & printed[1].keys(), key=lambda term: (-self._weight(term), term))
        figures = [term for term in shared if term[0].isdigit()]
        names = [term for term in shared if self._is_name(term)]
        words = [term for term in shared if term not in figures and term not in names]
        rare = [term for term in words if self._number(term) not in self._pair.common]
        forms = {term: _form(printed[0][term], printed[1][term], term in names) for term in shared}
        return (
            *_quotation(self._quoted(0, mine), self._quoted(1, theirs)),
            *_listed("both give", [_figure(term) for term in figures]),
            *_listed("names in common:", [forms[term] for term in names]),
            *_listed("rare words in common:" if rare else "words in common:", [forms[t] for t in rare or words]),
            *_places(mine, theirs),
        )

    def _lines(self, side: int, numbers: Sequence[int]) -> list[Line]:
        lines = (self._pair.left, self._pair.right)[side]
        return [lines[number] for number in numbers]

    def _printed(self, side: int, lines: Iterable[Line]) -> dict[str, str]:
        """Terms of content with the word as first printed."""
        story = self._stories[side]
        found: dict[str, str] = {}
        for line in lines:
            for term, word in paired(story.sentences[line.index].words):
                if self._number(term) >= 0:
                    found.setdefault(term, story.passage.text[word.start : word.end])
        return found

    def _quoted(self, side: int, lines: Iterable[Line]) -> list[_Quoted]:
        """Every quotation in the lines."""
        story = self._stories[side]
        return [
            _Quoted(story.passage.text, paired(story.sentences[line.index].words)[start:end])
            for line in lines
            for start, end in line.quotes
        ]

    def _number(self, term: str) -> int:
        return self._pair.vocabulary[term]

    def _weight(self, term: str) -> int:
        return self._pair.weight[self._number(term)]

    def _is_name(self, term: str) -> bool:
        return self._number(term) in self._pair.names


class _Quoted:
    """A stretch of quoted words of a story."""

    def __init__(self, text: str, pairs: Sequence[tuple[str, Word]]) -> None:
        self.terms = tuple(term for term, _ in pairs)
        self._text = text
        self._words = [word for _, word in pairs]

    def printed(self, start: int, size: int) -> str:
        """Some of the words as printed, the rest of a long run cut off."""
        words = self._words[start : start + min(size, _MOST_QUOTED)]
        return self._text[words[0].start : words[-1].end] + (_CUT if size > _MOST_QUOTED else "")


def _quotation(mine: Iterable[_Quoted], theirs: Sequence[_Quoted]) -> list[str]:
    """The longest quoted stretch that both sides have; it is printed as one of them has it."""
    found: list[tuple[int, str]] = []
    for one in mine:
        for two in theirs:
            first, second = sorted((one, two), key=lambda quoted: quoted.terms)
            size, start, other = common_run(first.terms, second.terms)
            if size >= _LEAST_QUOTED:
                found.append((-size, min(first.printed(start, size), second.printed(other, size))))
    return [f"share the quotation “{min(found)[1]}”"] if found else []


def _listed(lead: str, words: Sequence[str]) -> list[str]:
    return [f"{lead} {', '.join(words[:_MOST_WORDS])}"] if words else []


def _figure(term: str) -> str:
    """A figure with thousands apart: "84000" -> "84,000"; years stay."""
    return f"{int(term):,}" if term.isdigit() and len(term) > 4 else term


def _form(mine: str, theirs: str, is_name: bool) -> str:
    """One printed form for both: the shorter of two inflections, both where the words differ."""
    bare = {_bare(word) if is_name else _bare(word).lower() for word in (mine, theirs)}
    forms = sorted(bare, key=lambda form: (len(form), form))
    same = len({stem(form.lower()) for form in forms}) == 1
    return forms[0] if same else " / ".join(forms)


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _places(mine: Sequence[Line], theirs: Sequence[Line]) -> Iterator[str]:
    if all(line.is_headline for line in (*mine, *theirs)):
        yield "both are headlines"
    if any(line.from_lede == 0 for line in mine) and any(line.from_lede == 0 for line in theirs):
        yield "both open the story"
