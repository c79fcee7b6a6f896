"""Why two sentences are linked, in words a reader understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from biasdiff.aligning.candidates import Pair
from biasdiff.aligning.lines import Line
from biasdiff.aligning.runs import common_run
from biasdiff.aligning.terms import stem
from biasdiff.model import Analysis

_MOST_WORDS = 4
_LEAST_QUOTED, _MOST_QUOTED = 3, 10
_CUT = "…"


class Reasons:
    """The reasons for links between two stories. They read the same when the stories change places."""

    def __init__(self, left: Analysis, right: Analysis, pair: Pair) -> None:
        self._stories = left, right
        self._pair = pair
        self._names = {word.lower() for story in self._stories for name in story.names for word in name.name.split()}

    def of(self, left: Sequence[int], right: Sequence[int]) -> tuple[str, ...]:
        """What the lines on either side have in common: quoted words, figures, names, rare words, their place."""
        pair, term = self._pair, self._pair.vocabulary.term
        mine, theirs = [pair.left[number] for number in left], [pair.right[number] for number in right]
        both = _content(mine) & _content(theirs)
        printed = self._printed(0, mine, both), self._printed(1, theirs, both)
        shared = sorted([(-pair.weight[number], term(number), number) for number in both])
        figures = [(figure, number) for _, figure, number in shared if figure[0].isdigit()]
        told = [number for _, word, number in shared if not word[0].isdigit()]
        names = [n for n in told if n in pair.names or self._is_named(printed[0][n], printed[1][n])]
        words = [number for number in told if number not in names]
        rare = [number for number in words if number not in pair.common]

        def forms(numbers: Sequence[int], is_name: bool) -> list[str]:
            return [_form(printed[0][number], printed[1][number], is_name) for number in numbers[:_MOST_WORDS]]

        return (
            *self._quotation(mine, theirs),
            *_listed("both give", [_figure(one, printed[0][n], printed[1][n]) for one, n in figures[:_MOST_WORDS]]),
            *_listed("names in common:", forms(names, True)),
            *_listed("rare words in common:" if rare else "words in common:", forms(rare or words, False)),
            *_places(mine, theirs),
        )

    def _is_named(self, mine: str, theirs: str) -> bool:
        """Whether a word that opens sentences, so that its capital tells nothing, is part of a name."""
        capitals = mine[0].isupper() and theirs[0].isupper()
        return capitals and mine.lower() in self._names and theirs.lower() in self._names

    def _printed(self, side: int, lines: Sequence[Line], terms: frozenset[int]) -> dict[int, str]:
        """Some terms with the word as first printed."""
        text = self._stories[side].passage.text
        found: dict[int, str] = {}
        for line in reversed(lines):
            for number in terms & line.content:
                word = line.sources[line.words.index(number)]
                found[number] = text[word.start : word.end]
        return found

    def _quotation(self, mine: Iterable[Line], theirs: Sequence[Line]) -> list[str]:
        """The longest quoted stretch that both sides have; it is printed as one of them has it."""
        found: list[tuple[int, str]] = []
        for left in mine:
            for right in theirs:
                for one, two in product(left.quotes, right.quotes):
                    size, start, other = common_run(left.words[slice(*one)], right.words[slice(*two)])
                    if size >= _LEAST_QUOTED:
                        texts = (
                            self._stretch(0, left, one[0] + start, size),
                            self._stretch(1, right, two[0] + other, size),
                        )
                        found.append((-size, min(texts)))
        return [f"share the quotation “{min(found)[1]}”"] if found else []

    def _stretch(self, side: int, line: Line, start: int, size: int) -> str:
        """Some words of a line as printed, the rest of a long stretch cut off."""
        words = line.sources[start : start + min(size, _MOST_QUOTED)]
        cut = _CUT if size > _MOST_QUOTED else ""
        return self._stories[side].passage.text[words[0].start : words[-1].end] + cut


def _content(lines: Sequence[Line]) -> frozenset[int]:
    return frozenset().union(*[line.content for line in lines])


def _listed(lead: str, words: Sequence[str]) -> list[str]:
    return [f"{lead} {', '.join(words)}"] if words else []


def _figure(term: str, mine: str, theirs: str) -> str:
    """A figure with thousands apart where a story has them so, or where it is given in words."""
    apart = any("," in form or not any(map(str.isdigit, form)) for form in (mine, theirs))
    return f"{int(term):,}" if apart and term.isdecimal() else term


def _form(mine: str, theirs: str, is_name: bool) -> str:
    """One printed form for both: the shorter of two inflections, both where the words differ."""
    one = _bare(mine, is_name)
    other = one if mine == theirs else _bare(theirs, is_name)
    if one == other:
        return one
    forms = sorted((one, other), key=lambda form: (len(form), form.isupper(), form))
    same = len({stem(form.lower()) for form in forms}) == 1
    return forms[0] if same else " / ".join(forms)


def _bare(word: str, is_name: bool) -> str:
    bare = word.removesuffix("’s").removesuffix("'s")
    return bare if is_name else bare.lower()


def _places(mine: Sequence[Line], theirs: Sequence[Line]) -> Iterator[str]:
    here, there = [line.from_lede for line in mine], [line.from_lede for line in theirs]
    if {*here, *there} == {None}:
        yield "both are headlines"
    if 0 in here and 0 in there:
        yield "both open the story"
