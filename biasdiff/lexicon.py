"""Lexicons: TOML files of words and phrases, each entry with its reasons and its own tests.

Reading refuses every slip with one line that names file, entry, problem and remedy. The lexicons
of the package are also kept in a compiled form (`lexicons/compiled.jsonl`), which is used while the
digests in it agree with the TOML files, and passed over when they do not: the TOML is the source.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, overload

from biasdiff.errors import InputError, LexiconError
from biasdiff.inflecting import Pos, forms
from biasdiff.loading import load
from biasdiff.model import Confidence, Group, Span
from biasdiff.segmenting.words import words
from biasdiff.slips import slips

FOLDER = Path(__file__).parent / "lexicons"
COMPILED = FOLDER / "compiled.jsonl"
MOST_BYTES = 20_000_000

# A word of a term that stands for one to four words of any kind.
GAP = "*"
# What stands before the number of an entry in a form that says where the entry is not meant.
SILENT = "!"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase with the reason why it is shown; `hit` and `miss` are its tests.

    Group and category are those of its lexicon, and so are rule and question where it has none of
    its own. `confidence` is None where the guards tell how sure a finding is.
    """

    id: str
    group: Group
    category: str
    severity: int
    rationale: str
    source: str
    rule: str
    question: str
    terms: tuple[str, ...]
    pos: Pos = ""
    direction: str = ""
    confidence: Confidence | None = None
    neutral: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    literal: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    miss: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One file of entries of one kind. `digest` is the SHA-256 of the file.

    Compared by identity: an index is kept for each set of lexicons, and must be found at once.
    """

    name: str
    language: str
    category: str
    group: Group
    file: str
    digest: str
    entries: Sequence[Entry]


def read(path: Path) -> Lexicon:
    """The lexicon in a TOML file. Raises LexiconError with one line for every slip."""
    try:
        return parse(load(path, MOST_BYTES, "a lexicon"), path.name)
    except InputError as problem:
        raise LexiconError((str(problem),)) from None


def parse(data: bytes, file: str) -> Lexicon:
    """The lexicon in the bytes of a TOML file. Raises LexiconError with one line for every slip."""
    # Imported late: the compiled form of our own lexicons does without.
    import tomllib

    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
        found = tuple(slips(tables, file))
    except UnicodeDecodeError as problem:
        raise LexiconError((f"{file}: not UTF-8 at byte {problem.start}. Save it as UTF-8.",)) from None
    except (ValueError, RecursionError) as problem:
        raise LexiconError((f"{file}: not valid TOML: {problem}. Mend this place.",)) from None
    if found:
        raise LexiconError(found)
    head = tables["lexicon"]
    return Lexicon(
        name=head["name"],
        language=head["language"],
        category=head["category"],
        group=head["group"],
        file=file,
        digest=hashlib.sha256(data).hexdigest(),
        entries=tuple(_entry(name, table, head) for name, table in tables["entry"].items()),
    )


def _entry(name: str, table: dict[str, Any], head: dict[str, str]) -> Entry:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    inherited: dict[str, Any] = {key: head[key] for key in ("group", "category", "rule", "question")}
    return Entry(id=name, **(inherited | values))


def found_by(entry: Entry) -> tuple[str, ...]:
    """The forms that an entry is found by, as compared words with single spaces."""
    return _distinct(compared(form) for term in entry.terms for form in forms(term, entry.pos))


def hushed_by(entry: Entry) -> tuple[str, ...]:
    """The phrases in which an entry is not meant, as compared words."""
    return _distinct(compared(phrase) for phrase in entry.unless)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def compared(term: str) -> str:
    """The words of a term as they are compared, with single spaces; gaps are kept.

    >>> compared("Hold * to ransom")
    'hold * to ransom'
    """
    parts = (" ".join(word.norm for word in words(part, Span(0, len(part)))) for part in term.split(GAP))
    return f" {GAP} ".join(parts).strip()


def packed(entries: Sequence[Entry]) -> dict[str, str]:
    """Every form of entries by its first word: the words behind it, a bar, the number of the entry.

    >>> packed([Entry("x", "wording", "", 1, "", "", "", "", ("war", "war cry"), unless=("war room",))])
    {'war': '|0;cry|0;room|!0'}
    """
    table: dict[str, list[str]] = {}
    for number, entry in enumerate(entries):
        for mark, texts in (("", found_by(entry)), (SILENT, hushed_by(entry))):
            for first, _, rest in (text.partition(" ") for text in texts):
                table.setdefault(first, []).append(f"{rest}|{mark}{number}")
    return {first: ";".join(rests) for first, rests in table.items()}


class Bundle(NamedTuple):
    """The lexicons of the package, all their entries in order, and the forms of these, packed."""

    lexicons: tuple[Lexicon, ...]
    entries: Sequence[Entry]
    forms: dict[str, str]


def files() -> tuple[Path, ...]:
    """The lexicon files of the package, by name."""
    return tuple(sorted(FOLDER.glob("*.toml")))


def bundled() -> tuple[Lexicon, ...]:
    """The lexicons of the package. Their entries have no `hit` and `miss`; `read` gives them whole."""
    return bundle().lexicons


@cache
def bundle() -> Bundle:
    """The lexicons of the package, from the compiled form where it is up to date."""
    contents = {path.name: path.read_bytes() for path in files()}
    kept = _kept({name: hashlib.sha256(data).hexdigest() for name, data in contents.items()})
    return kept or _bundle(tuple(_without_tests(parse(data, name)) for name, data in contents.items()))


def _bundle(lexicons: tuple[Lexicon, ...]) -> Bundle:
    entries = tuple(entry for lexicon in lexicons for entry in lexicon.entries)
    return Bundle(lexicons, entries, packed(entries))


def _without_tests(lexicon: Lexicon) -> Lexicon:
    return replace(lexicon, entries=tuple(replace(entry, hit=(), miss=()) for entry in lexicon.entries))


_HEAD = ("name", "language", "category", "group", "file", "digest")
# All fields of an entry but its tests, in their order, so that a row makes an entry without names.
_KEPT = Entry.__slots__[:-2]


def compiled(lexicons: tuple[Lexicon, ...]) -> str:
    """The compiled form: a line for the lexicons and their numbers of entries, one for all forms, one an entry."""
    whole = _bundle(lexicons)
    heads = [[getattr(lexicon, key) for key in _HEAD] + [len(lexicon.entries)] for lexicon in lexicons]
    rows = ([getattr(entry, key) for key in _KEPT] for entry in whole.entries)
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in (heads, whole.forms, *rows))
    return "\n".join(lines) + "\n"


def _kept(digests: dict[str, str]) -> Bundle | None:
    """What the compiled form holds, if it was made of files with these digests."""
    try:
        first, forms_line, *lines = COMPILED.read_text(encoding="utf-8").split("\n")
        heads = json.loads(first)
        if {head[_HEAD.index("file")]: head[_HEAD.index("digest")] for head in heads} != digests:
            return None
        table = json.loads(forms_line)
    except (OSError, ValueError):
        return None
    lexicons = []
    at = 0
    for *head, count in heads:
        lexicons.append(Lexicon(**dict(zip(_HEAD, head, strict=True)), entries=_Rows(lines[at : at + count])))
        at += count
    return Bundle(tuple(lexicons), _Rows(lines[:at]), table)


class _Rows(Sequence[Entry]):
    """Entries made of their compiled rows when they are asked for: a story needs few of them."""

    def __init__(self, rows: list[str]) -> None:
        self._rows = rows
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return _Rows(self._rows[at])
        if at not in self._made:
            make: Callable[..., Entry] = Entry
            values = json.loads(self._rows[at])
            self._made[at] = make(*[tuple(value) if type(value) is list else value for value in values])
        return self._made[at]

    def __iter__(self) -> Iterator[Entry]:
        return (self[at] for at in range(len(self)))


def compile_bundled() -> None:
    """Writes the compiled form of the package's lexicons anew; part of `make lexicons`."""
    COMPILED.write_text(compiled(tuple(_without_tests(read(path)) for path in files())), encoding="utf-8")


if __name__ == "__main__":
    compile_bundled()
