"""Lexicons tried against their own tests: every `hit` must be found, every `miss` must stay silent.

Words are looked for as at high sensitivity, also where a story would need more to bear out a doubtful one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from biasdiff import analyze
from biasdiff.detecting import lexical
from biasdiff.lexicon import Entry, Lexicon, bundled, found_by
from biasdiff.model import Analysis
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


def _unfound(entry: Entry, settings: Settings, where: str) -> Iterator[str]:
    for text in entry.hit:
        story = _read(text, settings)
        if entry.severity and not _finds(entry, story):
            yield f"{where}: hit is not found: {text!r}. {_why(entry, story)}"


def _read(text: str, settings: Settings) -> Analysis:
    """A text with all that lexicons find in it."""
    settings = replace(settings, sensitivity="high")
    story = analyze(text, settings=settings)
    return replace(story, findings=tuple(lexical.detect(story, settings)))


def _finds(entry: Entry, story: Analysis) -> bool:
    return any(f.entry == entry.id and f.voice != "quoted" for f in story.findings)


def _why(entry: Entry, story: Analysis) -> str:
    """What to look at: a longer term of another entry that takes the words, or the sentence."""
    firsts = {form.split()[0] for form in found_by(entry)}
    for finding in story.findings:
        words = [
            w.norm
            for s in story.between(finding.span)
            for w in s.words
            if finding.span.start <= w.start < finding.span.end
        ]
        if finding.entry and firsts & set(words):
            return (
                f"Entry '{finding.entry}' takes its words with “{story.text(finding.span)}”: choose another sentence."
            )
    return "Check the spelling of the terms, the part of speech, and the sentence."


def _twice(lexicon: Lexicon) -> Iterator[str]:
    owner: dict[str, str] = {}
    for entry in lexicon.entries:
        for form in found_by(entry):
            if owner.setdefault(form, entry.id) != entry.id:
                yield f"{lexicon.file}: entry '{entry.id}': '{form}' also stands in '{owner[form]}'. Keep one."
