"""Lexicons: TOML files of words and phrases, each entry with its reasons and its own tests.

Reading refuses every slip with one line that names file, entry, problem and remedy. The lexicons
of the package are also kept in a compiled form (`lexicons/compiled.json`), which is used while the
digests in it agree with the TOML files, and passed over when they do not: the TOML is the source.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from biasdiff.differ import closest
from biasdiff.errors import LexiconError
from biasdiff.model import Group

Pos = Literal["", "noun", "verb", "adjective", "adverb"]

FOLDER = Path(__file__).parent / "lexicons"
COMPILED = FOLDER / "compiled.json"
MOST_BYTES = 20_000_000

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase with the reason why it is shown; `hit` and `miss` are its tests."""

    id: str
    terms: tuple[str, ...]
    severity: int
    rationale: str
    source: str
    hit: tuple[str, ...]
    miss: tuple[str, ...]
    rule: str
    question: str
    pos: Pos = ""
    direction: str = ""
    neutral: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    literal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One file of entries of one kind. `digest` is the SHA-256 of the file."""

    name: str
    language: str
    category: str
    group: Group
    entries: tuple[Entry, ...]
    file: str
    digest: str


def read(path: Path) -> Lexicon:
    """The lexicon in a TOML file. Raises LexiconError with one line for every slip."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise LexiconError((f"{path.name}: larger than {MOST_BYTES // 1_000_000} MB. Split it.",))
        return parse(path.read_bytes(), path.name)
    except OSError as problem:
        raise LexiconError((f"{path}: cannot be read ({problem.strerror}). Check the path.",)) from None


def parse(data: bytes, file: str) -> Lexicon:
    """The lexicon in the bytes of a TOML file. Raises LexiconError with one line for every slip."""
    try:
        tables = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        raise LexiconError((f"{file}: not UTF-8 at byte {problem.start}. Save it as UTF-8.",)) from None
    except tomllib.TOMLDecodeError as problem:
        raise LexiconError((f"{file}: not valid TOML: {problem}. Mend this place.",)) from None
    slips = tuple(_slips(tables, file))
    if slips:
        raise LexiconError(slips)
    head = tables["lexicon"]
    entries = tuple(_entry(name, table, head) for name, table in tables["entry"].items())
    digest = hashlib.sha256(data).hexdigest()
    return Lexicon(head["name"], head["language"], head["category"], head["group"], entries, file, digest)


def _entry(name: str, table: dict[str, Any], head: dict[str, str]) -> Entry:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Entry(id=name, **({"rule": head["rule"], "question": head["question"]} | values))


# What a key's value must be: a test, and what to tell somebody whose value fails it.
def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_text, value))


def _one_of(*allowed: object) -> Callable[[Any], bool]:
    return lambda value: any(value == one and type(value) is type(one) for one in allowed)


_TEXT = (_text, "needs text in quotation marks")
_TEXTS = (_texts, 'needs a list of texts, like ["one", "two"]')
_HEAD_KEYS = {
    "name": _TEXT,
    "language": _TEXT,
    "category": _TEXT,
    "group": (_one_of(*get_args(Group)), "is unknown. Use wording, stance, sourcing or quotation"),
    "rule": _TEXT,
    "question": _TEXT,
}
_REQUIRED = {
    "terms": _TEXTS,
    "severity": (_one_of(0, 1, 2, 3), "is unknown. Use 0, 1, 2 or 3"),
    "rationale": _TEXT,
    "source": _TEXT,
    "hit": _TEXTS,
    "miss": _TEXTS,
}
_OPTIONAL = {
    "pos": (_one_of(*get_args(Pos)[1:]), "is unknown. Use noun, verb, adjective or adverb"),
    "direction": (_one_of("+", "-"), 'is unknown. Use "+" or "-"'),
    "neutral": _TEXTS,
    "unless": _TEXTS,
    "literal": _TEXTS,
    "rule": _TEXT,
    "question": _TEXT,
}


def _slips(tables: dict[str, Any], file: str) -> Iterator[str]:
    for key in tables.keys() - {"lexicon", "entry"}:
        yield f"{file}: '{key}' is unknown{_did_you_mean(key, ('lexicon', 'entry'))}. Use [lexicon] and [entry.NAME]."
    head, entries = tables.get("lexicon"), tables.get("entry")
    if not isinstance(head, dict):
        yield f"{file}: no [lexicon] table. Begin the file with [lexicon] and its name, category and group."
    else:
        yield from _table_slips(head, _HEAD_KEYS, {}, f"{file}: [lexicon]")
    if not isinstance(entries, dict) or not entries:
        yield f"{file}: no entries. Add at least one [entry.NAME] table."
        return
    for name, table in entries.items():
        where = f"{file}: entry '{name}'"
        if not _ID.fullmatch(name):
            yield f"{where}: not a name. Use lower-case letters, digits and hyphens."
        if not isinstance(table, dict):
            yield f"{where}: not a table. Write it as [entry.{name}]."
            continue
        yield from _table_slips(table, _REQUIRED, _OPTIONAL, where)


def _table_slips(
    table: dict[str, Any],
    required: dict[str, tuple[Callable[[Any], bool], str]],
    optional: dict[str, tuple[Callable[[Any], bool], str]],
    where: str,
) -> Iterator[str]:
    known = required | optional
    for key, value in table.items():
        if key not in known:
            yield f"{where}: key '{key}' is unknown{_did_you_mean(key, known)}. Known keys: {', '.join(known)}."
        elif not known[key][0](value):
            yield f"{where}: {key} {value!r} {known[key][1]}."
    for key in required.keys() - table.keys():
        yield f"{where}: '{key}' is missing. Add it: it {required[key][1].removeprefix('is unknown. ')}."


def _did_you_mean(word: str, known: Any) -> str:
    near = closest(word, tuple(known))
    return f"; did you mean '{near}'?" if near else ""


def files() -> tuple[Path, ...]:
    """The lexicon files of the package, by name."""
    return tuple(sorted(FOLDER.glob("*.toml")))


@cache
def bundled() -> tuple[Lexicon, ...]:
    """The lexicons of the package, from the compiled form where it is up to date.

    Entries from the compiled form have no `hit` and `miss`; `read` gives them whole.
    """
    contents = {path.name: path.read_bytes() for path in files()}
    try:
        kept = json.loads(COMPILED.read_bytes())
    except (OSError, ValueError):
        kept = []
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    if {row["file"]: row["digest"] for row in kept} == digests:
        return tuple(_from_compiled(row) for row in kept)
    return tuple(_without_tests(parse(data, name)) for name, data in contents.items())


def _without_tests(lexicon: Lexicon) -> Lexicon:
    return replace(lexicon, entries=tuple(replace(entry, hit=(), miss=()) for entry in lexicon.entries))


_KEPT = ("id", "terms", "severity", "rationale", "source", "rule", "question", "pos", "direction", "neutral", "unless", "literal")


def compiled(lexicons: tuple[Lexicon, ...]) -> str:
    """The compiled form of lexicons: JSON, one row a file, entries as lists of values."""
    rows = [
        {"name": x.name, "language": x.language, "category": x.category, "group": x.group, "file": x.file,
         "digest": x.digest, "entries": [[getattr(entry, key) for key in _KEPT] for entry in x.entries]}
        for x in lexicons
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n"


def _from_compiled(row: dict[str, Any]) -> Lexicon:
    entries = tuple(
        Entry(hit=(), miss=(), **{k: tuple(v) if isinstance(v, list) else v for k, v in zip(_KEPT, values, strict=True)})
        for values in row.pop("entries")
    )
    return Lexicon(entries=entries, **cast(dict[str, Any], row))
