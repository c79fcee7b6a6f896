"""The fullest name of a speaker in a story: “Mr Reyes” -> “Jon Reyes”."""

from __future__ import annotations

import re

from biasdiff.quoting.tokens import NO_NOUN

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
_LOOK_BACK = 40
_MOST_MENTIONS = 200


def name_in(speaker: str) -> tuple[str, ...]:
    """The words of the name with which a speaker's phrase or its apposition ends; () if neither ends with one.

    >>> name_in("harbour master Jon Reyes, a former pilot")
    ('Jon', 'Reyes')
    >>> name_in("a spokesman for the White House")
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


def full_name(text: str, name: tuple[str, ...], known: dict[str, str]) -> str:
    """A name as the story gives it most fully; a surname that two people share stays as it is.

    `known` keeps the answers for the story.
    """
    if len(name) > 1:
        return " ".join(name)
    surname = name[0]
    if surname not in known:
        fuller = _fuller_names(text, surname)
        known[surname] = fuller.pop() if len(fuller) == 1 else surname
    return known[surname]


def _fuller_names(text: str, surname: str) -> set[str]:
    found: set[str] = set()
    at = text.find(surname)
    for _ in range(_MOST_MENTIONS):
        if at < 0:
            break
        end = at + len(surname)
        if not text[end : end + 1].isalnum() and text[at - 1 : at] == " ":
            given = _last_name(_BREAK.split(text[max(0, at - _LOOK_BACK) : at - 1])[-1])
            if given and (len(given[-1]) == 2 or not given[-1].endswith(".")):
                first = given[-2:] if given[-1].endswith(".") else given[-1:]
                found.add(" ".join((*first, surname)))
        at = text.find(surname, end)
    return found
