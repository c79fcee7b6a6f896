"""What readers mark: how many readers marked a word in news sentences, and how much a word is like those.

`readers.tsv` is made by `benchmarks/fit_readers.py`; docs/readers.md tells whose marks they are.
It is read when the first word is looked up, not on import.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from biasdiff.model import Confidence

TABLE = Path(__file__).parent / "readers.tsv"

# Scores from which a word is shown at high sensitivity and in the opening of a story, and at the default anywhere;
# found by cross-validation.
MARKED, STRONG = 0.51, 0.76
# A lexicon's word that scores below the first surprises few readers; one from the second on, nobody.
PLAIN, SURE = 0.15, 0.75
# So many marks, and such a share of the readers, make evidence of their own.
FEWEST_MARKS, SMALLEST_SHARE = 2, 0.15
SHORTEST_FORM = 7  # letters of a word whose build is looked at
# What a word has of the score of the word or part it is built on.
_BUILT = 0.9
_SUFFIXES = ("ly", "ness")
# With these in front a word is against what it names, or apart from it.
_TURNED = frozenset({"anti", "pro", "non", "counter", "ex", "self"})


class Evidence(NamedTuple):
    """Why a word is shown: a score from 0 to 1, and where it comes from.

    `marked` of `readers` people marked the word itself, in `sentences` sentences; else `like` is a
    word of that kind that is used alike, or `form` the word or ending that it is built on.
    """

    score: float
    marked: int = 0
    readers: int = 0
    sentences: int = 0
    like: str = ""
    form: str = ""


class _Table(NamedTuple):
    rows: dict[str, str]
    endings: tuple[str, ...]
    digest: str


@cache
def _table() -> _Table:
    """The rows of the file below its head, by their key: a word, or an ending that begins with a hyphen."""
    data = TABLE.read_bytes()
    _, _, body = data.decode("utf-8").partition("\n\n")
    rows = dict(line.split("\t", 1) for line in body.splitlines())
    endings = tuple(sorted((key[1:] for key in rows if key[0] == "-"), key=len, reverse=True))
    return _Table(rows, endings, hashlib.sha256(data).hexdigest())


def digest() -> str:
    """The SHA-256 of the table, which two results must share to be compared."""
    return _table().digest


@lru_cache(1 << 14)
def evidence(norm: str) -> Evidence | None:
    """What is known of a compared word; None where nothing tells that readers mark it.

    >>> evidence("table") is None
    True
    """
    rows, endings, _ = _table()
    row = rows.get(norm)
    if row:
        return _read(row)
    return by_form(norm, rows, endings) if len(norm) >= SHORTEST_FORM else None


def _read(row: str) -> Evidence:
    score, _, why = row.partition("\t")
    value = int(score) / 100
    if not why:
        return Evidence(value)
    if why[0] == "~":
        return Evidence(value, like=why[1:])
    marked, readers, sentences = map(int, why.split("/"))
    return Evidence(value, marked, readers, sentences)


def by_form(norm: str, rows: Mapping[str, str], endings: tuple[str, ...]) -> Evidence | None:
    """Evidence on a word that is in no row: on the word, the ending or the strongest part that it is built on."""
    if norm.endswith(_SUFFIXES):
        base = next(norm.removesuffix(suffix) for suffix in _SUFFIXES if norm.endswith(suffix))
        found = next((b for b in (base, base.removesuffix("i") + "y") if b in rows), "")
    elif norm.endswith(endings):
        found = "-" + next(ending for ending in endings if norm.endswith(ending))
    elif "-" in norm and norm.partition("-")[0] not in _TURNED:
        found = max((part for part in norm.split("-") if part in rows), key=lambda p: _score(rows[p]), default="")
    else:
        return None
    score = _score(rows[found]) * _BUILT if found else 0.0
    return Evidence(score, form=found) if score >= MARKED else None


def _score(row: str) -> float:
    return int(row.partition("\t")[0]) / 100


def confidence_for(norm: str, confidence: Confidence) -> Confidence:
    """How sure a lexicon's finding on a word is, now that readers were asked.

    Strong evidence makes it sure; on a word that is known to be plain for readers nobody can be. Words
    that the table lacks keep what they have.
    """
    found = evidence(norm)
    if found is None or PLAIN <= found.score < SURE:
        return confidence
    return "high" if found.score >= SURE else "medium"


def reason(printed: str, found: Evidence) -> str:
    """One plain sentence on why a word is shown."""
    if found.readers:
        return f"{_counted(found)} marked “{printed}” as loaded in {_where(found)}."
    if found.like:
        near = evidence(found.like)
        if near is not None and near.readers:
            return f"Used like “{found.like}”, which {_counted(near)} marked as loaded in {_where(near)}."
    if found.form:
        return f"Built like words that readers mark as loaded: “{found.form}”."
    return "Used and built like words that readers mark as loaded."


def _counted(found: Evidence) -> str:
    return f"{found.marked} of {found.readers} readers"


def _where(found: Evidence) -> str:
    return "a news sentence" if found.sentences == 1 else "news sentences"
