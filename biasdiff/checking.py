"""Lexicons tried against their own tests: every `hit` must be found, every `miss` must stay silent."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff import analyze
from biasdiff.lexicon import SILENT, Entry, Lexicon, bundled
from biasdiff.settings import Settings


def check(lexicon: Lexicon) -> Iterator[str]:
    """One line for every slip of a readable lexicon: tests that fail, terms that stand twice."""
    settings = Settings(lexicons=() if lexicon.file in {x.file for x in bundled()} else (lexicon,))
    yield from _twice(lexicon)
    for entry in lexicon.entries:
        where = f"{lexicon.file}: entry '{entry.id}'"
        yield from _unfound(entry, settings, where)
        yield from (
            f"{where}: miss is found: {text!r}. Add an `unless` phrase, or choose another sentence."
            for text in entry.miss
            if _found(entry, text, settings)
        )


def _unfound(entry: Entry, settings: Settings, where: str) -> Iterator[str]:
    for text in entry.hit:
        if entry.severity and not _found(entry, text, settings):
            yield f"{where}: hit is not found: {text!r}. Check the spelling of the terms and the sentence."


def _found(entry: Entry, text: str, settings: Settings) -> bool:
    findings = analyze(text, settings=settings).findings
    return any(f.entry == entry.id and f.voice != "quoted" for f in findings)


def _twice(lexicon: Lexicon) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry, patterns in zip(lexicon.entries, lexicon.patterns, strict=True):
        for pattern in patterns:
            if not pattern.startswith(SILENT) and owner.setdefault(pattern, entry.id) != entry.id:
                yield f"{lexicon.file}: entry '{entry.id}': '{pattern}' also stands in '{owner[pattern]}'. Keep one."
