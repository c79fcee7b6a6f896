"""What a trained tagger adds to the rules, where a caller asks for one.

Rules keep the last word. The tagger is heard only where they are silent or merely guess: it may make a
person of a name that they leave open, and tell an organisation from a place. It never takes a person away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from biasdiff.model import NameKind, Sentence
from biasdiff.naming.scanning import Mention, Scan, scan

# A longer “sentence” is no prose, and would cost memory by its length, and time by its names.
_LONGEST = 2_000
# Behind these endings a capital means a people: Londoners, Talvians.
_PEOPLES = ("ers", "ans", "ists")
# The tagger takes shorter ones for places too often.
_LONGEST_ACRONYM = 4
_MOST_WORDS = 3


class Tag(NamedTuple):
    """A name in a sentence, from start to end, and what it stands for."""

    start: int
    end: int
    kind: NameKind


class Tagger(Protocol):
    """Finds names by training; `version` says which, for the report."""

    version: str

    def tags(self, sentences: Sequence[str]) -> Iterator[tuple[Tag, ...]]:
        """The names of each sentence in order, with offsets into it."""

    def __hash__(self) -> int: ...


@lru_cache(maxsize=16)
def tagged(text: str, sentences: tuple[Sentence, ...], beside: Tagger) -> Scan:
    """The scan of a story with what a tagger tells of the names that the rules leave open. Linear in the text."""
    found = scan(text, sentences)
    heard = _heard(text, found, beside)
    return replace(
        found, mentions=tuple(_told(one, heard.get(one.sentence, ()), found.small) for one in found.mentions)
    )


def _heard(text: str, found: Scan, beside: Tagger) -> dict[int, tuple[Tag, ...]]:
    """The tags of every sentence with names, by its number, with offsets into the text."""
    named = {one.sentence for one in found.mentions}
    told = [line.sentence for line in found.lines if line.sentence.index in named]
    prose = [one for one in told if one.span.end - one.span.start <= _LONGEST]
    read = beside.tags([text[one.span.start : one.span.end] for one in prose])
    return {
        one.index: tuple(Tag(one.span.start + tag.start, one.span.start + tag.end, tag.kind) for tag in tags)
        for one, tags in zip(prose, read, strict=True)
    }


def _told(mention: Mention, tags: Sequence[Tag], small: frozenset[str]) -> Mention:
    """A mention with what the tagger takes it for, where the rules do not know and it can be trusted."""
    kind: NameKind | Literal[""] = next((tag.kind for tag in tags if _is_same(mention, tag)), "")
    if len(mention.words) == 1:
        return mention._replace(hint="place") if kind == "place" and _may_be_place(mention) else mention
    if not kind or mention.kind:
        return mention
    if kind != "person":
        return mention._replace(hint=kind)
    return mention._replace(kind="person", weak=False) if _is_full_name(mention.words, small) else mention


def _may_be_place(mention: Mention) -> bool:
    """Whether a single word may be a place: no person, no acronym, not several as in Londoners, or Hotels in front.

    For anything but a place, taggers are not to be trusted on one word: a paper becomes a person, a town a company.
    """
    word = mention.words[0]
    dateline = mention.kind == "organisation" and mention.weak and len(word) > _LONGEST_ACRONYM
    return (not mention.kind or dateline) and not word.endswith("s" if mention.loose else _PEOPLES)


def _is_full_name(words: tuple[str, ...], small: frozenset[str]) -> bool:
    """Whether several words that the rules leave open look like a full name, and not like words of the story."""
    return len(words) <= _MOST_WORDS and small.isdisjoint(words) and all(w.replace("-", "").isalpha() for w in words)


def _is_same(mention: Mention, tag: Tag) -> bool:
    """Whether a tag means this mention: it covers the name, and is not much longer."""
    covers = tag.start <= mention.begin and mention.end <= tag.end
    return covers and tag.end - tag.start <= 2 * (mention.end - mention.begin)
