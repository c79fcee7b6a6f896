"""The students' sheet: stories to mark, pairs, questions, boxes to write in. Nothing of what the tool found.

The page is built from `Sheet`, which has no field for a finding: an answer cannot slip into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from biasdiff.model import Analysis, Comparison
from biasdiff.numbering import Ref
from biasdiff.rendering.pages import fill
from biasdiff.teaching.evidence import headline
from biasdiff.teaching.lesson import lesson
from biasdiff.teaching.plan import Level, Pairing, Plan

ONE_PAGE_PAIRS, ONE_PAGE_QUESTIONS = 2, 3
# Characters of the longer sides of all pairs; more do not fit on Letter beside the rest.
_ONE_PAGE_ROOM = 450
# In the serif letters of the stories, on Letter, which has fewer lines than A4. A new paragraph takes part of a line.
_LETTERS_A_LINE, _LINES_A_PAGE, _LINES_A_PARAGRAPH = 58, 37, 0.25
_MOST_LEAVES = 4
_NUMBERS = (
    "",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
)


class Line(NamedTuple):
    """A numbered sentence; `opens` says that a paragraph begins."""

    number: str
    text: str
    role: str
    opens: bool


class Story(NamedTuple):
    """A story as students get it; `leaves` of paper, printed on both sides, hold it."""

    id: str
    outlet: str
    headline: str
    lines: tuple[Line, ...]
    leaves: int


class Pair(NamedTuple):
    """Sentences of two stories to be compared."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page shows."""

    title: str
    count: str
    stories: tuple[Story, ...]
    subjects: tuple[str, ...]
    level: Level
    words: tuple[tuple[str, str, str], ...]
    pairs: tuple[Pair, ...]
    questions: tuple[str, ...]
    rewrites: tuple[Line, ...]


def render(result: Comparison, plan: Plan) -> str:
    """One page to print in black and white on A4 or Letter, without any mark, reason or count.

    With `plan.one_page`, headlines, two pairs, three questions and the exit ticket, on one page.
    """
    template = "worksheet-page.html.jinja" if plan.one_page else "worksheet.html.jinja"
    return fill(template, ("sheet.css",), sheet=sheet(result, plan))


def sheet(result: Comparison, plan: Plan) -> Sheet:
    """What students get of a comparison."""
    made = lesson(result, plan)
    stories = {story.passage.id: _story(story) for story in result.analyses}

    def lines(refs: tuple[Ref, ...]) -> tuple[Line, ...]:
        return tuple(stories[ref.story].lines[ref.sentence] for ref in refs)

    def pair(one: Pairing) -> Pair:
        return Pair(lines(one.left), lines(one.right))

    pairs = tuple(pair(one) for one in made.pairs)
    return Sheet(
        title=result.title or "One event, told more than once",
        count=_NUMBERS[len(stories)],
        stories=tuple(stories.values()),
        subjects=tuple(note.subject for note in made.notes),
        level=plan.level,
        words=tuple((one.word, one.means, str(one.at)) for one in made.words),
        pairs=_short(pairs) if plan.one_page else pairs,
        questions=tuple(one.text for one in made.questions[: ONE_PAGE_QUESTIONS if plan.one_page else None]),
        rewrites=lines(made.rewrites),
    )


def _short(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The shortest pairs, in their order, as far as there is room: long ones would need a second page."""
    ranked = sorted(pairs, key=_room)[:ONE_PAGE_PAIRS]
    kept = [pair for pair, room in zip(ranked, accumulate(map(_room, ranked)), strict=True) if room <= _ONE_PAGE_ROOM]
    return tuple(pair for pair in pairs if pair in kept)


def _room(pair: Pair) -> int:
    """The room that a pair takes: the characters of its longer side."""
    return max(_length(pair.left), _length(pair.right))


def _length(lines: tuple[Line, ...]) -> int:
    return sum(len(line.text) for line in lines)


def _story(story: Analysis) -> Story:
    text, end, lines = story.passage.text, 0, []
    for sentence in story.sentences:
        number = str(Ref(story.passage.id, sentence.index))
        opens = "\n" in text[end : sentence.span.start]
        lines.append(Line(number, " ".join(story.text(sentence.span).split()), sentence.role, opens))
        end = sentence.span.end
    outlet = story.passage.outlet or "Outlet not named"
    return Story(story.passage.id, outlet, headline(story), tuple(lines), _leaves(lines))


def _leaves(lines: Sequence[Line]) -> int:
    """How many leaves a story takes, one to four, guessed from its letters."""
    told = [line for line in lines if line.role != "boilerplate"]
    printed = sum(ceil(len(line.text) / _LETTERS_A_LINE) + _LINES_A_PARAGRAPH * line.opens for line in told)
    return min(_MOST_LEAVES, max(1, ceil(printed / _LINES_A_PAGE / 2)))
