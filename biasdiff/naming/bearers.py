"""Who bears a name: what several stories print of a person or thing, and how a name finds its bearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from biasdiff.model import NameForm, NameKind
from biasdiff.naming.given import MEN, WOMEN, is_short_for
from biasdiff.naming.misspelling import LEAST_LETTERS, is_slip
from biasdiff.naming.scanning import Mention
from biasdiff.naming.vocabulary import DIRECTIONS, FAMILY, MISSUS, MISTER, is_adjective

SUFFIXES = frozenset(("jr", "sr"))
# People who share a word of their names beyond this many are not looked through.
_MOST_NAMESAKES = 24


class Place(NamedTuple):
    """A mention: the number of its story, its span, its sentence there, and its form."""

    story: int
    start: int
    end: int
    sentence: int
    form: NameForm


@dataclass(slots=True, eq=False)
class Bearer:
    """A person, an organisation, a place or another thing with a name, while its mentions are collected.

    words: the form printed in full most often. roles, places: what the stories tell of a person’s
    office; called: how often a story uses the office without its place. sex: “he” or “she” where a
    title or given name tells. stories, full: mentions and full names by story. proper: number of
    words, story and span of each name without title and office.
    """

    words: tuple[str, ...]
    kind: NameKind
    found: list[Place] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    stories: dict[int, int] = field(default_factory=dict)
    full: dict[int, int] = field(default_factory=dict)
    called: dict[tuple[int, str], int] = field(default_factory=dict)
    forms: dict[tuple[str, ...], int] = field(default_factory=dict)
    proper: list[tuple[int, int, int, int]] = field(default_factory=list)
    sex: str = ""

    def add(self, story: int, mention: Mention, form: NameForm) -> None:
        """Takes in a mention with what it tells of the bearer."""
        role, title = mention.role, mention.title
        self.found.append(Place(story, mention.start, mention.end, mention.sentence, form))
        self.stories[story] = self.stories.get(story, 0) + 1
        self.proper.append((len(mention.proper), story, mention.begin, mention.end))
        if form == "full":
            self.full[story] = self.full.get(story, 0) + 1
        if role:
            self.roles.add(role)
            self.places |= mention.places
            self.called[story, role] = self.called.get((story, role), 0) + (not mention.places)
        if title:
            self.sex = "he" if title in MISTER else "she" if title in MISSUS else self.sex

    @property
    def is_relative(self) -> bool:
        """Whether the stories know a person as somebody’s wife, son or the like."""
        return not FAMILY.isdisjoint(self.roles)

    @property
    def is_junior(self) -> bool:
        """Whether the name ends in Jr or Sr."""
        return self.words[-1] in SUFFIXES

    def may_mean(self, others: Sequence[Bearer]) -> bool:
        """Whether a surname alone can mean this person: a junior only where no senior but his father is named."""
        if not self.is_junior:
            return True
        return all(one is self or one.words[0] != self.words[0] or "father" in one.roles for one in others)

    @property
    def family(self) -> str:
        """The word that stands for a person alone."""
        last = self.words[-1]
        return self.words[-2] if last in SUFFIXES and len(self.words) > 1 else last


@dataclass(slots=True)
class People:
    """The persons of some stories, found by any word of their names."""

    all: list[Bearer] = field(default_factory=list)
    by_word: dict[str, list[Bearer]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[tuple[str, ...], Bearer] = field(default_factory=dict)

    def new(self, words: tuple[str, ...]) -> Bearer:
        """A person nobody has named before."""
        bearer = Bearer(words, "person", sex="she" if words[0] in WOMEN else "he" if words[0] in MEN else "")
        self.all.append(bearer)
        self.learn(bearer, words)
        return bearer

    def learn(self, bearer: Bearer, words: tuple[str, ...]) -> None:
        """Notes another form of a name."""
        bearer.forms[words] = bearer.forms.get(words, 0) + 1
        if len(bearer.forms) > 1:
            bearer.words = max(bearer.forms, key=lambda form: (bearer.forms[form], len(form)))
        if self.by_name.get(words) is bearer:
            return
        self.by_name[words] = bearer
        for word in (words[0], *words[1:][-2:]):
            if word not in DIRECTIONS and not is_adjective(word) and bearer not in self.by_word[word][:_MOST_NAMESAKES]:
                self.by_word[word].append(bearer)

    def full(self, words: tuple[str, ...]) -> Bearer | None:
        """The bearer of a name of several words."""
        if words in self.by_name:
            return self.by_name[words]
        for word in (words[-1], words[0]):
            for bearer in self.by_word.get(word, ())[:_MOST_NAMESAKES]:
                if _are_one(words, bearer.words):
                    return bearer
        return None

    def single(self, word: str, story: int, sex: str = "") -> Bearer | None:
        """The bearer of a surname or first name: the one whom this story names most, else any story."""
        known = self.by_word.get(word)
        if not known:
            return None
        fitting = [one for one in known[:_MOST_NAMESAKES] if not (sex and one.sex and one.sex != sex)]
        last = [one for one in fitting if one.family == word and not one.is_relative and one.may_mean(fitting)]
        if len(last) > 1:
            last = [one for one in last if "father" not in one.roles] or last
        found = last or [one for one in fitting if one.words[0] == word]
        if len(found) < 2:
            return found[0] if found else None
        return max(
            found, key=lambda one: (bool(sex) and one.sex == sex, one.full.get(story, 0), sum(one.full.values()))
        )


def _are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words are the same person’s."""
    if "".join(one) == "".join(other):
        return True
    if bool(SUFFIXES.intersection(one)) != bool(SUFFIXES.intersection(other)):
        return False
    shared = set(one) & set(other)
    if len(shared) > 1 and len(shared) == min(len(one), len(other)):
        return True
    if one[-1] == other[-1]:
        return one[0].startswith(other[0]) or other[0].startswith(one[0]) or is_short_for(one[0], other[0])
    return one[0] == other[0] and min(len(one[-1]), len(other[-1])) >= LEAST_LETTERS and is_slip(one[-1], other[-1])
