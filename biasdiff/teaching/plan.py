"""The nouns of a lesson: what a teacher sets, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from biasdiff.numbering import Ref

Level = Literal["A2", "B1", "B2"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a teacher sets. `names` are those behind “Outlet A”, “Outlet B” in a blind reading."""

    level: Level = "B1"
    questions: int = 7
    pairs: int | tuple[tuple[Ref, Ref], ...] = 3
    one_page: bool = False
    names: tuple[str, ...] = ()
    left_out: tuple[Ref, ...] = ()


class Question(NamedTuple):
    """A question for students. `points` is for the teacher: what the tool found there."""

    kind: str
    text: str
    points: tuple[str, ...] = ()


class Pairing(NamedTuple):
    """Sentences of two stories to be laid side by side; `link` is their number among the links, if they are linked."""

    left: tuple[Ref, ...]
    right: tuple[Ref, ...]
    link: int | None = None


class HardWord(NamedTuple):
    """A word to know, in plain English, and where it stands first."""

    word: str
    means: str
    at: Ref


class ContentNote(NamedTuple):
    """Something that may be hard to read, and where it is told."""

    subject: str
    at: tuple[Ref, ...]


class Strength(NamedTuple):
    """Something that a story does well, with the places."""

    story: str
    text: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson on one comparison."""

    plan: Plan
    headlines: Question
    questions: tuple[Question, ...]
    pairs: tuple[Pairing, ...]
    rewrites: tuple[Ref, ...]
    words: tuple[HardWord, ...]
    notes: tuple[ContentNote, ...]
    strengths: tuple[Strength, ...]
