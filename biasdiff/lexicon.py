"""Lexicons: TOML files of words and phrases, each entry with its reasons and its own tests.

Reading refuses every slip with one line that names file, entry, problem and remedy. The lexicons
of the package are also kept in a compiled form (`lexicons/compiled.json`), which is used while the
digests in it agree with the TOML files, and passed over when they do not: the TOML is the source.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from biasdiff.differ import closest
from biasdiff.errors import LexiconError
from biasdiff.inflecting import forms
from biasdiff.model import Group, Span
from biasdiff.segmenting.words import words

Pos = Literal["", "noun", "verb", "adjective", "adverb"]

FOLDER = Path(__file__).parent / "lexicons"
COMPILED = FOLDER / "compiled.json"
MOST_BYTES = 20_000_000

# A word of a term that stands for one to four words of any kind.
GAP = "*"
# What a silent pattern begins with; no compared word has it.
SILENT = "!"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase with the reason why it is shown; `hit` and `miss` are its tests."""

    id: str
    severity: int
    rationale: str
    source: str
    rule: str
    question: str
    terms: tuple[str, ...]
    pos: Pos = ""
    direction: str = ""
    neutral: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    literal: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    miss: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One file of entries of one kind. `digest` is the SHA-256 of the file.

    `patterns[i]` are the forms of `entries[i]` as compared words with single spaces; one that begins
    with SILENT says where the entry is not meant. `topics[i]` is its literal field, with plurals.
    Compared by identity: an index is kept for each set of lexicons, and must be found at once.
    """

    name: str
    language: str
    category: str
    group: Group
    file: str
    digest: str
    entries: tuple[Entry, ...]
    patterns: tuple[tuple[str, ...], ...]
    topics: tuple[tuple[str, ...], ...]


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
    # Imported late: the compiled form of our own lexicons does without.
    import tomllib

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
    return Lexicon(
        name=head["name"],
        language=head["language"],
        category=head["category"],
        group=head["group"],
        file=file,
        digest=hashlib.sha256(data).hexdigest(),
        entries=entries,
        patterns=tuple(map(_patterns, entries)),
        topics=tuple(map(_topic, entries)),
    )


def _entry(name: str, table: dict[str, Any], head: dict[str, str]) -> Entry:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    inherited: dict[str, Any] = {"rule": head["rule"], "question": head["question"]}
    return Entry(id=name, **(inherited | values))


def _patterns(entry: Entry) -> tuple[str, ...]:
    loud = (compared(form) for term in entry.terms for form in forms(term, entry.pos))
    silent = (SILENT + compared(phrase) for phrase in entry.unless)
    return tuple(dict.fromkeys(pattern for pattern in (*loud, *silent) if pattern.strip(SILENT)))


def _topic(entry: Entry) -> tuple[str, ...]:
    words = (norm for word in entry.literal for form in forms(word, "noun") for norm in compared(form).split())
    return tuple(dict.fromkeys(words))


def compared(term: str) -> str:
    """The words of a term as they are compared, with single spaces; gaps are kept.

    >>> compared("Hold * to ransom")
    'hold * to ransom'
    """
    parts = (" ".join(word.norm for word in words(part, Span(0, len(part)))) for part in term.split(GAP))
    return f" {GAP} ".join(parts).strip()


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
    if {row[_HEAD.index("file")]: row[_HEAD.index("digest")] for row in kept} == digests:
        return tuple(_from_compiled(row) for row in kept)
    return tuple(_without_tests(parse(data, name)) for name, data in contents.items())


def _without_tests(lexicon: Lexicon) -> Lexicon:
    return replace(lexicon, entries=tuple(replace(entry, hit=(), miss=()) for entry in lexicon.entries))


def compiled(lexicons: tuple[Lexicon, ...]) -> str:
    """The compiled form of lexicons: JSON, a row a file, an entry a list of values with its patterns and topic last."""
    rows = (
        [getattr(lexicon, key) for key in _HEAD]
        + [[[*(getattr(entry, key) for key in _KEPT), *more] for entry, *more in _with_forms(lexicon)]]
        for lexicon in lexicons
    )
    return "[" + ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows) + "]\n"


def _with_forms(lexicon: Lexicon) -> Iterator[tuple[Entry, tuple[str, ...], tuple[str, ...]]]:
    return zip(lexicon.entries, lexicon.patterns, lexicon.topics, strict=True)


_HEAD = ("name", "language", "category", "group", "file", "digest")
# All fields of an entry but its tests, in their order, so that a row makes an entry without names.
_KEPT = Entry.__slots__[:-2]


def _from_compiled(row: list[Any]) -> Lexicon:
    *head, rows = row
    make: Callable[..., Entry] = Entry
    entries = tuple([make(*[tuple(v) if type(v) is list else v for v in values[:-2]]) for values in rows])
    patterns, topics = (tuple([tuple(values[at]) for values in rows]) for at in (-2, -1))
    return Lexicon(**dict(zip(_HEAD, head, strict=True)), entries=entries, patterns=patterns, topics=topics)


def compile_bundled() -> None:
    """Writes the compiled form of the package's lexicons anew; part of `make lexicons`."""
    COMPILED.write_text(compiled(tuple(_without_tests(read(path)) for path in files())), encoding="utf-8")


if __name__ == "__main__":
    compile_bundled()
