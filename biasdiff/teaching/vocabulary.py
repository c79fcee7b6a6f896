"""Words to know: hard words of the news that occur in the stories, in plain English."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from biasdiff.inflecting import forms
from biasdiff.model import Analysis, Comparison, Sentence
from biasdiff.numbering import Ref
from biasdiff.teaching.plan import HardWord, Level

MOST = 14
_LONGEST = 3


class _Entry(NamedTuple):
    word: str
    level: str
    means: str


def words_to_know(result: Comparison, level: Level) -> tuple[HardWord, ...]:
    """At most fourteen words above a reader's level, in the order of the stories.

    Where there are more, all stories and all levels above the reader's have their turn. Names are
    passed over: a word with a capital inside a sentence is not explained.
    """
    ranked = sorted(_in_turns(result, level), key=lambda one: one[0])[:MOST]
    return tuple(word for _, word in sorted(ranked, key=lambda one: one[0][1]))


def _in_turns(result: Comparison, level: Level) -> Iterator[tuple[tuple[int, int], HardWord]]:
    """Each word once, with its place among those of its story and level, and its place among all."""
    known: set[str] = set()
    places: Counter[tuple[str, str]] = Counter()
    for story in result.analyses:
        for sentence in story.told:
            for entry in _entries(story, sentence):
                if entry.level > level and entry.word not in known:
                    known.add(entry.word)
                    places[story.passage.id, entry.level] += 1
                    turn = places[story.passage.id, entry.level]
                    yield (turn, len(known)), HardWord(entry.word, entry.means, Ref(story.passage.id, sentence.index))


def _entries(story: Analysis, sentence: Sentence) -> list[_Entry]:
    """Entries in a sentence; the longest form wins, as “harbour master” over “harbour”."""
    words, found, at = sentence.words, [], 0
    while at < len(words):
        for length in range(_LONGEST, 0, -1):
            entry = _glossary().get(" ".join(word.norm for word in words[at : at + length]))
            if entry and _is_word(story, sentence, at):
                found.append(entry)
                at += length - 1
                break
        at += 1
    return found


def _is_word(story: Analysis, sentence: Sentence, at: int) -> bool:
    """Whether a word is no name: small, at the beginning of its sentence, or all in capitals there."""
    first = story.passage.text[sentence.words[at].start]
    return not first.isupper() or at == 0


@cache
def _glossary() -> dict[str, _Entry]:
    """Every form with its entry."""
    text = (files("biasdiff.teaching") / "vocabulary.toml").read_text("utf-8")
    table: dict[str, _Entry] = {}
    for word, given in tomllib.loads(text).items():
        entry = _Entry(word, given["level"], given["means"])
        for form in (*forms(word, given.get("pos", "")), *given.get("also", ())):
            table[form] = entry
    return table
