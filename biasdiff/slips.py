"""Slips in a lexicon file: one line for each that names file, entry, problem and remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

from biasdiff.differ import closest
from biasdiff.errors import shown
from biasdiff.inflecting import Pos
from biasdiff.model import Confidence, Group

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
    "confidence": (_one_of(*get_args(Confidence)), "is unknown. Use high, medium or low"),
    "neutral": _TEXTS,
    "unless": _TEXTS,
    "literal": _TEXTS,
    "rule": _TEXT,
    "question": _TEXT,
}


def slips(tables: dict[str, Any], file: str) -> Iterator[str]:
    """One line for every slip in the tables of a lexicon file; none where it is right."""
    for key in [key for key in tables if key not in ("lexicon", "entry")]:
        yield f"{file}: '{key}' is unknown{_did_you_mean(key, ('lexicon', 'entry'))} Use [lexicon] and [entry.NAME]."
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
            yield f"{where}: key '{key}' is unknown{_did_you_mean(key, known)} Known keys: {', '.join(known)}."
        elif not known[key][0](value):
            marks = " Leave out the quotation marks." if isinstance(value, str) and value.isdigit() else ""
            yield f"{where}: {key} {shown(value)} {known[key][1]}.{marks}"
    for key in [key for key in required if key not in table]:
        remedy = required[key][1].replace("is unknown. Use", "needs")
        yield f"{where}: '{key}' is missing. Add it: it {remedy}."


def _did_you_mean(word: str, known: Any) -> str:
    near = closest(word, tuple(known))
    return f"; did you mean '{near}'?" if near else "."
