"""Names of sentences: “A4” is the fourth sentence of story a."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from biasdiff.errors import InputError

_RANGE = re.compile(r"\s*([a-h])(\d{1,5})(?:\s*[-–]\s*([a-h])?(\d{1,5}))?\s*", re.IGNORECASE)


class Ref(NamedTuple):
    """A sentence of a story: the id of the story, and the number of the sentence from 0."""

    story: str
    sentence: int

    def __str__(self) -> str:
        return f"{self.story.upper()}{self.sentence + 1}"


def parse(names: str) -> tuple[Ref, ...]:
    """The sentences in a list such as “A4, B3-B5”, in order and without repeats.

    Raises InputError for anything that is no sentence number, and for a range that runs backwards.
    """
    return tuple(sorted({ref for part in names.split(",") if part.strip() for ref in _span(part)}))


def _span(part: str) -> Iterator[Ref]:
    found = _RANGE.fullmatch(part)
    first = int(found[2]) if found else 0
    last = int(found[4]) if found and found[4] else first
    if not found or not 0 < first <= last or (found[3] or found[1]).lower() != found[1].lower():
        raise InputError(f"'{part.strip()}' is no sentence number. Write A4, or A4-A6 for a range.")
    return (Ref(found[1].lower(), number - 1) for number in range(first, last + 1))


def parse_pairs(names: str) -> tuple[tuple[Ref, Ref], ...]:
    """The pairs in a list such as “A5-B4, A9-B7”, in the order given. Raises InputError for anything else."""
    return tuple(_pair(part) for part in names.split(",") if part.strip())


def _pair(part: str) -> tuple[Ref, Ref]:
    sides = re.split(r"[-–/]", part)
    if len(sides) != 2 or not all(_RANGE.fullmatch(side) for side in sides):
        raise InputError(f"'{part.strip()}' is no pair of sentences. Write A5-B4.")
    left, right = (parse(side)[0] for side in sides)
    return left, right


def listed(refs: tuple[Ref, ...]) -> str:
    """“A4–A6, B3”: sentence numbers in order, neighbours joined.

    >>> listed((Ref("a", 3), Ref("a", 4), Ref("b", 2)))
    'A4–A5, B3'
    """
    runs: list[list[Ref]] = []
    for ref in sorted(set(refs)):
        if runs and runs[-1][-1] == (ref.story, ref.sentence - 1):
            runs[-1].append(ref)
        else:
            runs.append([ref])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
