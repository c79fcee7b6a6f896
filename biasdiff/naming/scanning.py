"""A story's names as printed, and the descriptions that may stand for one: the first pass, sentence by sentence."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from biasdiff.model import NameKind, Sentence
from biasdiff.naming.given import GIVEN
from biasdiff.naming.kinds import NO_NAME, PERSON, SAYS, introduced, kind, past_adjectives, run
from biasdiff.naming.lines import FUNCTION, Line, lines
from biasdiff.naming.phrases import ROLE_WORDS, Phrase, phrases, role_of
from biasdiff.naming.vocabulary import COURTESY, PAIRS, PARTIES

# More words in capitals than this are no person’s name.
_LONGEST_NAME = 4
_NUMERALS = frozenset(("ii", "iii", "iv"))
_TWO = "two"
# A line without any of these, or a word with a hyphen, has no role phrase and no “two leaders”.
_CUES = ROLE_WORDS | {_TWO}
_AFTER_SUBJECT = SAYS | frozenset("has had is was will would also".split())


class Mention(NamedTuple):
    """A name as printed, from start to end; `words`: the name itself, from begin, without title and office.

    proper: these words without initials and numerals.
    role and places: the office that goes with the name, and keys of the places or bodies it is held in.
    kind: what the name and its surroundings tell; weak: they only hint at it. loose: the capital may
    be only that of a first word. hint: what a tagger takes it for, where the rules do not know.
    """

    start: int
    begin: int
    end: int
    sentence: int
    words: tuple[str, ...]
    proper: tuple[str, ...]
    title: str = ""
    role: str = ""
    places: frozenset[str] = frozenset()
    kind: NameKind | Literal[""] = ""
    weak: bool = False
    loose: bool = False
    hint: NameKind | Literal[""] = ""


class Description(NamedTuple):
    """A phrase like “the Ukrainian president”; `of`: the number of the mention it stands beside, or -1."""

    start: int
    end: int
    sentence: int
    role: str
    places: frozenset[str] = frozenset()
    owner: str = ""
    of: int = -1
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """What the first pass found in a story.

    lines: all of them. unread: stretches of lines to be searched for names that are known by then.
    small: words that the story prints without a capital somewhere.
    """

    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    descriptions: tuple[Description, ...]
    unread: tuple[tuple[Line, int, int], ...]
    small: frozenset[str]


# Stories that were scanned and not asked for again yet, the oldest first, with what was found in them.
_MOST_KEPT = 16
_kept: OrderedDict[str, tuple[tuple[Sentence, ...], Scan]] = OrderedDict()


def scan(text: str, sentences: tuple[Sentence, ...]) -> Scan:
    """The names and descriptions of a story in order. Linear in the text.

    A story is scanned for its own names, and again when it is compared: what the first time found is kept for the
    second, and no longer, for it holds the whole story.
    """
    known, found = _kept.pop(text, ((), None))
    if found and known == sentences:
        return found
    found = _scanned(text, sentences)
    _kept[text] = sentences, found
    if len(_kept) > _MOST_KEPT:
        _kept.popitem(last=False)
    return found


def _scanned(text: str, sentences: tuple[Sentence, ...]) -> Scan:
    told = lines(text, sentences)
    small = _small(told)
    reader = _Reader(small)
    for line in told:
        if line.is_unread:
            reader.unread.append((line, 0, len(line.norms)))
        else:
            reader.read(line)
    return Scan(told, tuple(reader.mentions), tuple(reader.descriptions), tuple(reader.unread), small)


def _small(told: Sequence[Line]) -> frozenset[str]:
    """The words that stand without a capital somewhere."""
    small: set[str] = set()
    for line in told:
        norms = list(line.norms)
        for at in reversed(line.capitals):
            del norms[at]
        small.update(norms)
    return frozenset(small)


def _begins_person(line: Line, at: int) -> bool:
    """Whether a person’s name begins inside a run of capitals: Calling | Mr. Lund, Ulden Democrat | Petra Holm."""
    return line.norms[at] in COURTESY or (line.norms[at - 1] in PARTIES and line.norms[at] in GIVEN)


def _shortened(line: Line, at: int, stop: int) -> int:
    """Where a person’s name ends when a headline in capitals goes on behind it."""
    long = [i for i in range(at, stop) if line.caps[i] and len(line.norms[i]) > 1]
    return long[1] + 1 if len(long) > _LONGEST_NAME else stop


def _proper(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without initials and numerals: (robert, s, mueller, iii) -> (robert, mueller)."""
    if len(words) == 1:
        return words
    short = tuple([word for word in words if len(word) > 1])
    return (short[:-1] if len(short) > 2 and short[-1] in _NUMERALS else short) or words


@dataclass(slots=True)
class _Reader:
    """Reads the lines of a story one after the other.

    small: words that it prints without a capital somewhere. ahead: the role phrases of the line that is read, by
    their first word.
    """

    small: frozenset[str]
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    unread: list[tuple[Line, int, int]] = field(default_factory=list)
    ahead: dict[int, Phrase] = field(default_factory=dict)

    def read(self, line: Line) -> None:
        """Takes in the names and descriptions of a line."""
        self.ahead, places, stop = {}, line.capitals, 0
        if line.hyphened or not _CUES.isdisjoint(line.norms):
            self._look_ahead(line)
            pairs = [at for at, norm in enumerate(line.norms) if norm == _TWO] if _TWO in line.norms else []
            if pairs or self.ahead:
                places = sorted({*places, *pairs, *self.ahead})
        ahead, caps = self.ahead, line.caps
        for at in places:
            if at < stop:
                continue
            if at in ahead:
                stop = self._phrase(line, ahead[at])
            elif caps[at]:
                stop = self._name(line, at, None)
            elif line.bound(at + 1) and line.norms[at + 1] in PAIRS:
                self._pair(line, at)
                stop = at + 2

    def _look_ahead(self, line: Line) -> None:
        """Finds the role phrases of a line; names may stand in them."""
        for phrase in phrases(line):
            self.ahead[phrase.first] = phrase
            for first, stop in ((phrase.first, phrase.head), (phrase.head + 1, phrase.stop)):
                if True in line.caps[first:stop]:
                    self.unread.append((line, first, stop))

    def _phrase(self, line: Line, phrase: Phrase) -> int:
        """A role phrase before a name, before a comma and a name, or alone. Gives the word behind it."""
        at, before = phrase.stop, len(self.mentions)
        beside = phrase.first < phrase.head and at < len(line.norms) and line.caps[at] and line.gap(at) in (", ", " (")
        if not phrase.leads and not beside:
            self._describe(line, phrase, -1)
            return at
        inner = self.ahead.get(at)
        # “the chairman, Representative Ana Lund”: two offices before one name.
        if beside and inner and inner.leads:
            at = self._phrase(line, inner)
            self._describe(line, phrase, before if len(self.mentions) > before else -1)
            return at
        at = self._name(line, at, phrase)
        named = len(self.mentions) > before and self.mentions[before].role == phrase.role
        if not (phrase.leads and named):
            self._describe(line, phrase, before if named else -1)
        return at

    def _describe(self, line: Line, phrase: Phrase, of: int) -> None:
        if phrase.definite:
            start, end = line.starts[phrase.first], line.end(phrase.stop - 1)
            opens = line.opens(phrase.first)
            self.descriptions.append(
                Description(start, end, line.sentence.index, phrase.role, phrase.places, phrase.owner, of, opens)
            )

    def _pair(self, line: Line, at: int) -> None:
        """“the two leaders”: two persons at once."""
        first = at - 1 if line.bound(at) and line.norms[at - 1] in ("the", "these") else at
        start, end = line.starts[first], line.end(at + 1)
        self.descriptions.append(Description(start, end, line.sentence.index, line.norms[at + 1]))

    def _name(self, line: Line, first: int, lead: Phrase | None) -> int:
        """A name that begins at a word, behind an office or not. Gives the word behind it."""
        at, leads, norms = first, lead is not None and lead.leads, line.norms
        opens = line.opens(at)
        if opens and not leads and self._is_ordinary(line, at):
            at += 1
            if at == len(norms) or not line.caps[at] or at in self.ahead or not line.bound(at):
                return at
        begin, title = at, ""
        while norms[at] in COURTESY and line.joins(at + 1):
            title, at = norms[at], at + 1
        stop = end = run(line, at, self.ahead)
        if stop - at > 2 and not title:
            person = next((i for i in range(at + 1, stop - 1) if _begins_person(line, i)), 0)
            if person:
                return self._name(line, person, None)
        while stop > at and norms[stop - 1] in PARTIES:
            stop -= 1
        if stop - at > _LONGEST_NAME and (title or leads or norms[at] in GIVEN):
            stop = _shortened(line, at, stop)
        if not title and not leads:
            at = past_adjectives(line, at, stop)
            begin = at if at - begin > 1 or norms[begin] != "the" else begin
        if at == stop or (stop == at + 1 and (norms[at] in NO_NAME or (title and role_of(norms[at])))):
            return end
        if stop - at > 2 and norms[at] in GIVEN and norms[stop - 1] in self.small:
            stop -= 1
        return max(end, self._add(line, (begin, at, stop), title, lead, at == first and opens))

    def _is_ordinary(self, line: Line, at: int) -> bool:
        """Whether a word at the head of a sentence has its capital for that alone."""
        norm = line.norms[at]
        if norm in COURTESY or norm in GIVEN or (line.joins(at + 1) and line.shouts(at) and line.shouts(at + 1)):
            return False
        if norm in self.small or norm in FUNCTION:
            return at + 1 == len(line.norms) or line.norms[at + 1] not in _AFTER_SUBJECT or not line.bound(at + 1)
        calls = norm.endswith("ing") and line.joins(at + 1) and line.norms[at + 1] in GIVEN
        return calls or (norm.endswith("ly") and line.bound(at + 1))

    def _add(self, line: Line, where: tuple[int, int, int], title: str, lead: Phrase | None, opens: bool) -> int:
        (begin, at, stop), norms, starts = where, line.norms, line.starts
        leads = lead is not None and lead.leads
        loose = opens and not title and not leads and norms[at] not in GIVEN
        clue = kind(line, at, stop, bool(title), lead is not None)
        human, apposed = introduced(line, at, stop, self.ahead) if clue.kind in ("person", "") else (False, None)
        if human and not (loose and stop - at == 1):
            clue = PERSON
        office = (lead or apposed) if clue.kind == "person" else None
        words = norms[at:stop]
        self.mentions.append(
            Mention(
                starts[lead.first if lead and leads and office else begin],
                starts[begin if norms[begin] == "the" else at],
                line.end(stop - 1),
                line.sentence.index,
                words,
                _proper(words),
                title,
                office.role if office else "",
                office.places if office else frozenset(),
                clue.kind,
                clue.weak,
                loose,
            )
        )
        if apposed is None:
            return stop
        self._describe(line, apposed, len(self.mentions) - 1)
        return apposed.stop
