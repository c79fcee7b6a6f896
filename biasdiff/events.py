"""A folder that holds the stories of one event, and an `event.toml` that names them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from biasdiff.errors import InputError, shown
from biasdiff.loading import load
from biasdiff.model import Passage
from biasdiff.reading import read

FILE = "event.toml"
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Event:
    """One event as several outlets told it; `slug` is the name of its folder."""

    slug: str
    title: str
    date: str
    summary: str
    level: str
    look_for: tuple[str, ...]
    passages: tuple[Passage, ...]


def events(folder: Path) -> Iterator[Event]:
    """The events in the folders below a folder, by name. Raises InputError where there is none."""
    files = sorted(folder.glob(f"*/{FILE}"))
    if not files:
        raise InputError(f"{folder}: no folder with an {FILE} in it. Give a folder of events, like samples/.")
    return (event(path.parent) for path in files)


def event(folder: Path) -> Event:
    """The event in a folder. Raises InputError for a slip in its event.toml or a story that cannot be read."""
    path = folder / FILE
    try:
        table = tomllib.loads(load(path, MOST_BYTES, "an event").decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path}: cannot be used ({problem}). Mend it, or see samples/README.md.") from None
    for key in ("title", "date", "summary", "story"):
        if not table.get(key):
            raise InputError(f"{path}: '{key}' is missing. Add it; samples/README.md shows how.")
    for key in ("story", "look_for"):
        if not isinstance(table.get(key, []), list):
            raise InputError(f"{path}: '{key}' is no list. samples/README.md shows how to write it.")
    return Event(
        slug=folder.name,
        title=_text(path, "title", table["title"]),
        date=_text(path, "date", table["date"]),
        summary=_text(path, "summary", table["summary"]),
        level=_text(path, "level", table.get("level", "")),
        look_for=tuple(_text(path, "look_for", one) for one in table.get("look_for", ())),
        passages=tuple(_passage(path, story) for story in table["story"]),
    )


def _text(path: Path, key: str, value: object) -> str:
    """A text, or a date, as TOML has it without quotation marks."""
    if not isinstance(value, str | date):
        raise InputError(f"{path}: {key} {shown(value)} is no text. Write it in quotation marks.")
    return str(value)


def _passage(path: Path, story: Any) -> Passage:
    file = story.get("file") if isinstance(story, dict) else None
    if not isinstance(file, str) or not file.isprintable() or Path(file).name != file:
        raise InputError(f'{path}: a [[story]] without a file beside it. Write file = "NAME.txt".')
    passage = read(path.parent / file)
    outlet = _text(path, "outlet", story.get("outlet", ""))
    if outlet:
        passage = replace(passage, outlet=outlet, outlet_source="given")
    return replace(passage, published=passage.published or _text(path, "published", story.get("published", "")))
