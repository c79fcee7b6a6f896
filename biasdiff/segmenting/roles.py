"""What each sentence is in its story: headline, deck, body or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from biasdiff.model import Role, Span
from biasdiff.segmenting.boilerplate import boilerplate_flags
from biasdiff.segmenting.metadata import AGENCY, DATELINE_PLACE
from biasdiff.segmenting.words import words

_STOPPED = re.compile(r"[.…:;,][\"'”’)\]]{0,4}\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,4}\Z")
_TWO_SENTENCES = re.compile(r"[a-z]{2}[.!?][\"'”’)]* [A-Z“\"]")
# PORT ALDER, May 12 (Coast Wire) - / PORT ALDER — / (Coast Wire) -
_PLACE = rf"{DATELINE_PLACE}(?:,? \w{{3,9}}\.? \d{{1,2}})?"
_DATELINE = re.compile(rf"(?:{_PLACE}(?: ?{AGENCY})?|{AGENCY})\s?(?:--?|[—–―])\s?(?=[A-Z\"“‘])")
_LONGEST_HEADLINE, _LONGEST_DECK, _SHORTEST_DECK = 30, 60, 5  # words
_LOOKED_AT = 6  # paragraphs at the top of a story
_REPEATED = 0.7  # share of a deck's words that its story says again at once
_TITLE_CASE = 0.8  # share of long words with a capital


def roles(text: str, paragraphs: Sequence[Sequence[Span]], title: str = "") -> list[Role]:
    """The role of every sentence, given paragraph by paragraph.

    A headline is the title that was given, or a first line of its own that is no plain sentence; a
    deck stands between it and the lede and is repeated there or set apart. When in doubt: body.
    """
    found: list[list[Role]] = []
    for number, sentences in enumerate(paragraphs):
        last = number > 0 and number + 1 == len(paragraphs)
        flags = boilerplate_flags(text, sentences, last)
        found.append(["boilerplate" if flag else "body" for flag in flags])
    told = [number for number, kinds in enumerate(found) if kinds[0] == "body"][:_LOOKED_AT]
    story = [text[paragraphs[n][0].start : paragraphs[n][-1].end] for n in told]
    for number, role in zip(told, _leading_roles(story, title), strict=False):
        found[number] = [role] * len(found[number])
    if title and told and len(paragraphs[told[0]]) > 1 and _is_title(text, paragraphs[told[0]][0], title):
        found[told[0]][0] = "headline"
    return [role for kinds in found for role in kinds]


def _is_title(text: str, sentence: Span, title: str) -> bool:
    return _norms(text[sentence.start : sentence.end]) == _norms(title)


def _leading_roles(story: list[str], title: str) -> list[Role]:
    """The roles of the first paragraphs that are not plain body."""
    if len(story) < 2:
        return []
    if _is_kicker(story):
        return ["boilerplate", *_leading_roles(story[1:], title)]
    if not _is_headline(story, title):
        return []
    return ["headline", "deck"] if _is_deck(story) else ["headline"]


def _is_kicker(story: list[str]) -> bool:
    """Whether the headline stands below a section's or a writer's name: "WORLD", "Jane Roe"."""
    if len(story) < 3 or not _is_label(story[0]):
        return False
    return len(story[1].split()) > 3 and not _SENTENCE_END.search(story[1])


def _is_label(line: str) -> bool:
    names = line.split()
    return len(names) <= 3 and all(name[0].isupper() for name in names) and not _SENTENCE_END.search(line)


def _is_headline(story: list[str], title: str) -> bool:
    first = story[0]
    if title and _norms(first) == _norms(title):
        return True
    printed = first.split()
    prose = any(_SENTENCE_END.search(paragraph) for paragraph in story[1:])
    if not prose or not 2 <= len(printed) <= _LONGEST_HEADLINE or printed[0].islower() or _is_label(first):
        return False
    if not _STOPPED.search(first):
        return not (_SENTENCE_END.search(first) and _TWO_SENTENCES.search(first))
    return first[-1] not in ":;," and (_is_title_case(first) or _DATELINE.match(story[1]) is not None)


def _is_title_case(line: str) -> bool:
    long = re.findall(r"[^\W\d_]{4,}", line)
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= _TITLE_CASE * len(long)


def _is_deck(story: list[str]) -> bool:
    """Whether the second paragraph is set apart from the lede, or said again by it."""
    if len(story) < 3 or _TWO_SENTENCES.search(story[1]):
        return False
    size = len(story[1].split())
    if not _SHORTEST_DECK <= size <= _LONGEST_DECK or _DATELINE.match(story[1]):
        return False
    if _DATELINE.match(story[2]) or not _SENTENCE_END.search(story[1]):
        return story[1][-1] not in ":;,"
    deck = set(_norms(story[1]))
    return any(len(deck & set(_norms(lede))) >= _REPEATED * len(deck) for lede in story[2:4])


def _norms(text: str) -> list[str]:
    return [word.norm for word in words(text)]
