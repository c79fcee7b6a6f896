"""Links that a person sets or forbids, in a TOML file with the sentence numbers of the report.

others = "keep"        # or "drop": the links that biasdiff proposes beside these

[[link]]
a = [4]                # sentence A4 of the first story answers B3 and B4 of the second
b = [3, 4]

[[no_link]]
a = [5]
b = [9]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from biasdiff.differ import closest
from biasdiff.errors import InputError, shown
from biasdiff.loading import load
from biasdiff.model import Analysis, Link

_KEYS = ("others", "link", "no_link")
MOST_BYTES = 1_000_000
# No story has a sentence beyond; a number of thousands of digits cannot even be printed.
_LAST_SENTENCE = 9_999_999


@dataclass(frozen=True, slots=True)
class Pin:
    """Sentences, by the ids of their stories, that a person linked or held apart."""

    sentences: tuple[tuple[str, tuple[int, ...]], tuple[str, tuple[int, ...]]]
    where: str


@dataclass(frozen=True, slots=True)
class Pins:
    """All that a links file says."""

    links: tuple[Pin, ...] = ()
    forbidden: tuple[Pin, ...] = ()
    keeps_others: bool = True


NO_PINS = Pins()


def read(path: Path) -> Pins:
    """The pins in a links file. Raises InputError that names the file, the table and the problem."""
    import tomllib

    try:
        table = tomllib.loads(load(path, MOST_BYTES, "links").decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path}: cannot be used as a links file ({problem}). Mend it.") from None
    for key in table:
        if key not in _KEYS:
            near = closest(key, _KEYS)
            raise InputError(f"{path}: '{key}' is unknown{f'; did you mean {near!r}?' if near else '.'}")
    if table.get("others", "keep") not in ("keep", "drop"):
        raise InputError(f'{path}: others {shown(table["others"])} is unknown. Use "keep" or "drop".')
    return Pins(
        links=tuple(_pins(table, "link", path)),
        forbidden=tuple(_pins(table, "no_link", path)),
        keeps_others=table.get("others", "keep") == "keep",
    )


def _pins(table: dict[str, Any], key: str, path: Path) -> Iterator[Pin]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise InputError(f"{path}: {key} is no table. Write [[{key}]].")
    for number, row in enumerate(rows, 1):
        where = f"{path}: [[{key}]] number {number}"
        if not isinstance(row, dict) or len(row) != 2 or not all(map(_are_numbers, row.values())):
            raise InputError(f"{where}: needs two stories with sentence numbers, as in a = [4] and b = [3, 4].")
        first, second = sorted(
            (name, tuple(index - 1 for index in sorted(set(numbers)))) for name, numbers in row.items()
        )
        if key == "link" and min(len(first[1]), len(second[1])) > 1:
            raise InputError(f"{where}: several sentences on both sides. Link one sentence to one or several.")
        yield Pin((first, second), where)


def _are_numbers(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(type(number) is int and 0 < number <= _LAST_SENTENCE for number in value)
    )


def apply(pins: Pins, links: Sequence[Link], stories: Sequence[Analysis]) -> tuple[Link, ...]:
    """The links with those that a person set, and without those that a person forbade or replaced.

    Raises InputError for a story or a sentence that does not exist.
    """
    sizes = {story.passage.id: len(story.sentences) for story in stories}
    for pin in (*pins.links, *pins.forbidden):
        _check(pin, sizes)
    apart = {pair for pin in (*pins.links, *pins.forbidden) for pair in _pairs(pin)}
    kept = [link for link in links if pins.keeps_others and not apart & set(_link_pairs(link))]
    mine = [_link(pin) for pin in pins.links]
    return tuple(sorted((*kept, *mine), key=lambda link: (link.passages, link.sentences)))


def _check(pin: Pin, sizes: dict[str, int]) -> None:
    for name, sentences in pin.sentences:
        if name not in sizes:
            raise InputError(f"{pin.where}: there is no story '{name}'. The stories are {', '.join(sizes)}.")
        if sentences[-1] >= sizes[name]:
            last = f"{name.upper()}{sizes[name]}"
            raise InputError(
                f"{pin.where}: there is no sentence {name.upper()}{sentences[-1] + 1}. The last is {last}."
            )


def _pairs(pin: Pin) -> Iterator[tuple[str, int, str, int]]:
    (left, mine), (right, theirs) = pin.sentences
    return ((left, i, right, j) for i in mine for j in theirs)


def _link_pairs(link: Link) -> Iterator[tuple[str, int, str, int]]:
    left, right = link.passages
    return ((left, i, right, j) for i in link.sentences[0] for j in link.sentences[1])


def _link(pin: Pin) -> Link:
    (left, mine), (right, theirs) = pin.sentences
    return Link((left, right), (mine, theirs), "same", 1.0, ("set by a person",), by_person=True)


def listed(links: Sequence[Link], files: Sequence[str]) -> str:
    """A links file that holds the links of a comparison, each with its evidence as a comment.

    Story names are the ids of the stories; control characters of evidence stay out of the file.
    """
    names = " ".join(f"'{file}'" for file in files)
    head = [
        "# Which sentences answer which. The numbers are those of the report: a = [4] is sentence A4.",
        "# Change, add or delete links, then use the file:",
        f"#   biasdiff compare {_plain(names)} --links THIS-FILE.toml",
        'others = "drop"        # nothing beside the links below; "keep" adds what biasdiff proposes',
    ]
    return "\n".join([*head, *(_listed(link) for link in links)]) + "\n"


def _listed(link: Link) -> str:
    sides = (
        f"{name} = [{', '.join(str(index + 1) for index in sentences)}]"
        for name, sentences in zip(link.passages, link.sentences, strict=True)
    )
    reason = _plain("; ".join(link.evidence))
    return "\n".join(("", f"# {link.kind}, {link.score:.2f}: {reason}", "[[link]]", *sides))


def _plain(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)
