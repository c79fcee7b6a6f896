"""Whether two names stand for one side: a leader and the country that the stories call theirs."""

from __future__ import annotations

from functools import lru_cache

from biasdiff.model import SharedName
from biasdiff.naming.vocabulary import DIRECTIONS, place_key


def akin(one: SharedName, other: SharedName) -> bool:
    """Whether two names are the same, or one is a person whom a label ties to the place that is the other.

    “His Russian counterpart” and “the president of Russia” tie a person to Russia; no list of
    leaders does.
    """
    if one.name == other.name and one.kind == other.kind:
        return True
    person, place = (one, other) if one.kind == "person" else (other, one)
    if person.kind != "person" or place.kind == "person":
        return False
    return _key(place.name) in {
        _key(word) for label in person.labels for word in label.text.split() if word[0].isupper()
    }


@lru_cache(maxsize=4096)
def _key(printed: str) -> str:
    words = [word for word in printed.lower().replace("’s", "").replace("'s", "").split() if word not in DIRECTIONS]
    return place_key(words[-1]) if words else ""
