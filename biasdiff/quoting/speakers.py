"""The fullest names of speakers in a story: “Mr Reyes” -> “Jon Reyes”."""

from __future__ import annotations

import re

from biasdiff.quoting.sources import opening_subject
from biasdiff.quoting.story import Story, Told
from biasdiff.quoting.tokens import NO_NOUN, QUOTE, Chunk, Tokens

# Words in front of a name that are none: titles, forms of address, offices.
_TITLES = frozenset(
    """
    mr mrs ms mx miss dr prof professor sir dame lord lady baroness president vice prime minister secretary senator
    sen rep representative congressman congresswoman gov governor mayor councillor councilman councilwoman chancellor
    king queen prince princess judge justice general gen lieutenant lt colonel col captain capt major maj sergeant sgt
    commander admiral sheriff chief speaker leader officer inspector detective pope archbishop bishop cardinal rabbi
    imam father sister rev reverend ambassador attorney spokesman spokeswoman spokesperson chairman chairwoman chair
    director coach candidate nominee the
    """.split()
)
_ENDS_PHRASE = re.compile(r"[,(;:]|\s(?:of|for|from|in|at|with|on|to|who|which|and)\s")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_BREAK = re.compile(r"[\n,;:()\"“”‘!?]|[^\W\d_]{3}\.\s")
_PERSONAL = frozenset(("he", "she"))
_SENTENCES_BACK = 3
_LETTERS_BACK = 40
# The whole story is searched for the fuller form of a name: of so many names, no real story has more.
_MOST_NAMES = 400
_MOST_MENTIONS = 200


def name_in(speaker: str) -> tuple[str, ...]:
    """The words of the name with which a speaker's phrase or its apposition ends; () if neither ends with one.

    >>> name_in("harbour master Jon Reyes, a former pilot")
    ('Jon', 'Reyes')
    >>> name_in("a spokesman for the Port Council")
    ()
    """
    end = _ENDS_PHRASE.search(speaker)
    if end is None:
        return _last_name(speaker)
    apposed = speaker[end.end() :].lstrip() if end.group() == "," else ""
    return _last_name(speaker[: end.start()]) or (name_in(apposed) if apposed[:1].isupper() else ())


def _last_name(phrase: str) -> tuple[str, ...]:
    name: list[str] = []
    for word in reversed(_WORD.findall(phrase)):
        plain = word.lower().rstrip(".").split("-")[0]
        if not word[0].isupper() or plain in _TITLES or plain in NO_NOUN or word.endswith(_POSSESSIVE):
            break
        name.insert(0, word)
    return tuple(name)


class Speakers:
    """The names of a story's speakers, each looked up once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._fullest: dict[str, str | None] = {}

    def name(self, told: Told) -> str | None:
        """The fullest name of who is told to speak; None for somebody without a name.

        A surname that two people share stays as it is. “He” and “she” are named only where the
        sentence, or the nearest one before that is not led by a pronoun too, has one leader.
        """
        if told.speaker is None:
            return None
        printed = self._story.words(told.speaker)
        name = name_in(printed)
        if not name and printed.lower() in _PERSONAL:
            name = _meant(self._story, told.line, told.speaker.start)
        if len(name) != 1:
            return " ".join(name) or None
        (surname,) = name
        if surname not in self._fullest:
            if len(self._fullest) == _MOST_NAMES:
                return surname
            self._fullest[surname] = _fullest(self._story.text, surname)
        return self._fullest[surname] or (surname if printed != surname else None)


def _fullest(text: str, surname: str) -> str | None:
    """The fuller name if there is one alone, else the surname; None for a word that may have its capital only because
    it opens a sentence (“Crews say ...”).
    """
    fuller = _fuller_names(text, surname)
    if len(fuller) == 1:
        return fuller.pop()
    common = any(f" {surname.lower()}{mark}" in text for mark in (" ", ",", "."))
    return None if common else surname


def _fuller_names(text: str, surname: str) -> set[str]:
    found: set[str] = set()
    at = text.find(surname)
    for _ in range(_MOST_MENTIONS):
        if at < 0:
            break
        end = at + len(surname)
        before = text[max(0, at - _LETTERS_BACK) : at - 1]
        # A word in small letters before it, as behind most verbs, is no name.
        if (
            not text[end : end + 1].isalnum()
            and text[at - 1 : at] == " "
            and not before[before.rfind(" ") + 1 :].islower()
        ):
            given = _last_name(_BREAK.split(before)[-1])
            if given and (len(given[-1]) == 2 or not given[-1].endswith(".")):
                first = given[-2:] if given[-1].endswith(".") else given[-1:]
                found.add(" ".join((*first, surname)))
        at = text.find(surname, end)
    return found


def _meant(story: Story, line: int, pronoun: int) -> tuple[str, ...]:
    """The name that a “he” or “she”, by its offset, stands for; () where that is not safe."""
    for number in range(line, max(-1, line - _SENTENCES_BACK - 1), -1):
        tokens = story.line(number)
        leader = _leader(story, number, pronoun)
        if leader and tokens.norms[leader.start] not in _PERSONAL:
            return name_in(story.words(tokens.span(leader.start, leader.stop)))
        if leader is None and number < line and not set(tokens.norms) <= {QUOTE}:
            return _only_person(story, tokens)
    return ()


def _leader(story: Story, line: int, before: int) -> Chunk | None:
    """The first speaker of a sentence, or its subject, where it ends before an offset."""
    tokens = story.line(line)
    for report in story.reports(line):
        source = report.cue.source
        if source and tokens.ends[source.stop - 1] <= before:
            return source
    subject = opening_subject(tokens, len(tokens.norms))
    return subject if subject and tokens.ends[subject.stop - 1] <= before else None


def _only_person(story: Story, tokens: Tokens) -> tuple[str, ...]:
    """The one name of two words or more in a sentence; () where there is none or there are several."""
    named: list[Chunk] = []
    for at in range(len(tokens.norms)):
        if tokens.capital(at) and tokens.nominal(at):
            joined = named and named[-1].stop == at and tokens.bound(at) and not tokens.possessive(at - 1)
            named[-1:] = [Chunk(named[-1].start, at + 1)] if joined else [*named[-1:], Chunk(at, at + 1)]
    full = [chunk for chunk in named if chunk.stop - chunk.start > 1]
    return name_in(story.words(tokens.span(full[0].start, full[0].stop))) if len(full) == 1 else ()
