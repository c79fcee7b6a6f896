"""Lexicons tried against their own tests: every `hit` must be found, every `miss` must stay silent.

Words are looked for as at high sensitivity.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from biasdiff import analyze
from biasdiff.detecting import lexical
from biasdiff.detecting.context import Context
from biasdiff.lexicon import Entry, Lexicon, bundled, found_by
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
            if _finds(entry, _read(text, settings))
        )


class _Found(NamedTuple):
    """An entry found in a test sentence, with the words that it takes."""

    entry: str
    words: tuple[str, ...]
    quoted: bool


def _unfound(entry: Entry, settings: Settings, where: str) -> Iterator[str]:
    for text in entry.hit:
        found = _read(text, settings)
        if not _finds(entry, found):
            yield f"{where}: hit is not found: {text!r}. {_why(entry, found)}"


def _read(text: str, settings: Settings) -> list[_Found]:
    """All that lexicons find in a text, entries of severity 0 included."""
    story = analyze(text, settings=settings)
    return [
        _Found(
            entry.id,
            tuple(word.norm for word in sentence.words[match.first : match.last]),
            story.voice(sentence.words[match.first].start) == "quoted",
        )
        for sentence, match, entry in lexical.matched(Context(story), settings, _any)
    ]


def _any(_: Entry) -> bool:
    return True


def _finds(entry: Entry, found: list[_Found]) -> bool:
    return any(one.entry == entry.id and not one.quoted for one in found)


def _why(entry: Entry, found: list[_Found]) -> str:
    """What to look at: a longer term of another entry that takes the words, or the sentence."""
    firsts = {form.split()[0] for form in found_by(entry)}
    for one in found:
        if not firsts.isdisjoint(one.words):
            return f"Entry '{one.entry}' takes its words with “{' '.join(one.words)}”: choose another sentence."
    return "Check the spelling of the terms, the part of speech, and the sentence."


def _twice(lexicon: Lexicon) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry in lexicon.entries:
        for form in found_by(entry):
            if owner.setdefault(form, entry.id) != entry.id:
                yield f"{lexicon.file}: entry '{entry.id}': '{form}' also stands in '{owner[form]}'. Keep one."
