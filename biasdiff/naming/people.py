"""The persons of some stories: full names first, then surnames, first names and slips of the pen, then headlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from biasdiff.model import NameForm
from biasdiff.naming.bearers import SUFFIXES, Bearer, People, Place
from biasdiff.naming.given import GIVEN
from biasdiff.naming.misspelling import Spellings
from biasdiff.naming.scanning import Mention, Scan
from biasdiff.naming.vocabulary import DIRECTIONS, KIN, MISSUS, MISTER, OFFICES

# Londoners and Egyptians are no persons, though they said so.
_PEOPLES = ("ers", "ans", "ists")
_LONGEST_BARE = 4

Found = list[tuple[int, Mention]]


def find_people(scans: Sequence[Scan]) -> People:
    """The persons of some stories with every mention that is a name. Linear in the stories."""
    known = People()
    full, single = _parted(scans)
    formal = _formal(full)
    # The longest names first: “Hale Jr” and “Martin Jr” are one only by “Martin Hale Jr”.
    for story, mention in sorted(full, key=lambda item: (-len(item[1].words), item[1].words)):
        _add_full(known, story, mention, formal)
    rest = [(story, mention) for story, mention in single if not _add_known(known, story, mention)]
    if rest:
        _add_new(known, rest)
    for story, scan in enumerate(scans):
        for found in _in_unread(known, story, scan):
            found[0].found.append(found[1])
    return known


def _parted(scans: Sequence[Scan]) -> tuple[Found, Found]:
    """Mentions with a person’s full name, and those that may be a person’s."""
    titled, alone = _surnames(scans)
    full: Found = []
    single: Found = []
    for story, scan in enumerate(scans):
        for mention in scan.mentions:
            if len(mention.proper) > 1 and _is_personal(mention, titled, alone):
                full.append((story, mention))
            elif mention.kind in ("person", "") or (mention.weak and len(mention.words) == 1):
                single.append((story, mention))
    return full, single


def _surnames(scans: Sequence[Scan]) -> tuple[set[str], set[str]]:
    """Words that the stories use as surnames: behind Mr or Ms, and alone where a capital makes a name."""
    found = [mention for scan in scans for mention in scan.mentions]
    titled = {mention.words[-1] for mention in found if mention.title}
    alone = {m.words[0] for m in found if m.kind == "person" and not m.loose and (m.title or len(m.words) == 1)}
    return titled, alone


def _is_personal(mention: Mention, titled: set[str], alone: set[str]) -> bool:
    """Whether a full name is a person’s: by its surroundings, or because its last word stands for it too."""
    if mention.kind == "person" and not mention.weak:
        return True
    words = mention.words
    if mention.kind not in ("person", "") or len(words) >= _LONGEST_BARE or words[0] in DIRECTIONS:
        return False
    return words[-1] in titled or (not mention.loose and words[-1] in alone)


def _formal(full: Found) -> set[tuple[str, ...]]:
    """Names in Jr that only one house style prints so: of an office holder, with an initial, and no senior beside."""
    juniors = [one for one in full if one[1].words[-1] in SUFFIXES and len(one[1].proper) > 2]
    if not juniors:
        return set()
    named = {(story, mention.proper) for story, mention in full}
    formal = {
        mention.proper
        for _, mention in juniors
        if mention.role in OFFICES and any(len(word) == 1 for word in mention.words)
    }
    beside = {mention.proper for story, mention in juniors if (story, mention.proper[:-1]) in named}
    return formal - beside


def _add_full(known: People, story: int, mention: Mention, formal: set[tuple[str, ...]]) -> None:
    words = mention.proper
    if words in formal:
        words = words[:-1]
    bearer = known.full(words) or known.new(words)
    known.learn(bearer, words)
    bearer.add(story, mention, "titled" if mention.title else "full")


def _add_known(known: People, story: int, mention: Mention) -> bool:
    words = mention.proper
    bearer = known.full(words) if len(words) > 1 else known.single(words[0], story, _sex(mention))
    if bearer is None:
        return False
    bearer.add(story, mention, _form(mention, bearer))
    return True


def _sex(mention: Mention) -> str:
    return "he" if mention.title in MISTER else "she" if mention.title in MISSUS else ""


def _form(mention: Mention, bearer: Bearer) -> NameForm:
    if mention.title:
        return "titled"
    if len(mention.proper) > 1:
        return "full"
    if mention.role and mention.role not in KIN and mention.start < mention.begin:
        return "office"
    kin = not KIN.isdisjoint((*bearer.roles, mention.role))
    if len(bearer.words) == 1 and (kin or bearer.words[0] in GIVEN):
        return "first"
    return "surname" if mention.words[-1] == bearer.family or mention.words[-1] != bearer.words[0] else "first"


def _add_new(known: People, rest: Found) -> None:
    """Surnames without a full name: new persons where the text tells that they are, or slips of known ones."""
    spelt = Spellings(one.family for one in known.all if len(one.words) > 1)
    by_words: dict[tuple[str, ...], Found] = defaultdict(list)
    for story, mention in rest:
        by_words[mention.proper].append((story, mention))
    misspelt = {words: spelt.meant(words[0], len(found)) for words, found in by_words.items() if _may_slip(found)}
    new = [words for words, found in by_words.items() if _is_new(words, found, misspelt.get(words), known)]
    for words in new:
        known.new(words)
    for story, mention in rest:
        words = mention.proper
        surname = misspelt.get(words) if words not in known.by_name else None
        bearer = known.full(words) if len(words) > 1 else known.single(surname or words[0], story, _sex(mention))
        if bearer:
            bearer.add(story, mention, _form(mention, bearer))


def _may_slip(found: Found) -> bool:
    return len(found[0][1].words) == 1 and True in [mention.kind != "place" for _, mention in found]


def _is_new(words: tuple[str, ...], found: Found, surname: str | None, known: People) -> bool:
    """Whether mentions of a name that nobody is known to bear tell of a person."""
    if surname and known.single(surname, found[0][0]):
        return False
    firm = [mention for _, mention in found if not mention.loose]
    if not firm:
        return False
    human = [mention for mention in firm if mention.kind == "person"]
    if [mention for mention in firm if mention.title] or [mention for mention in human if not mention.weak]:
        return True
    return 2 * len(human) > len(firm) and not words[0].endswith(_PEOPLES)


def _in_unread(known: People, story: int, scan: Scan) -> Iterator[tuple[Bearer, Place]]:
    """Names of known persons in headlines, where every word has a capital."""
    for line, at, end in scan.unread:
        while at < end:
            stop = at + 1
            if line.caps[at] and line.norms[at] in known.by_word:
                while stop < end and line.joins(stop) and line.norms[stop] in known.by_word:
                    stop += 1
                words = line.norms[at:stop]
                bearer = known.full(words) if stop - at > 1 else known.single(words[0], story)
                if bearer:
                    form: NameForm = "full" if stop - at > 1 else "surname" if words[0] == bearer.family else "first"
                    yield bearer, Place(story, line.starts[at], line.end(stop - 1), line.sentence.index, form)
            at = stop
