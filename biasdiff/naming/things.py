"""Organisations, places and other things with a name, over several stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from biasdiff.model import NameKind
from biasdiff.naming.bearers import Bearer, Place
from biasdiff.naming.lines import Line
from biasdiff.naming.scanning import Mention, Scan

Words = tuple[str, ...]
Found = list[tuple[int, Mention]]

_ADJECTIVE = re.compile(r"(?:an|ese|ish)s?$")
_TYING = frozenset("of and the for".split())
_LEAST_ACRONYM = 3
_LONGEST = 8


def find_things(scans: Sequence[Scan], taken: set[tuple[int, int]]) -> list[Bearer]:
    """All that has a name and is no person; `taken`: story and end of every mention that persons have."""
    named: dict[Words, Found] = defaultdict(list)
    for story, scan in enumerate(scans):
        for mention in scan.mentions:
            if (story, mention.end) not in taken:
                named[mention.words].append((story, mention))
    kinds = {words: _kind(found) for words, found in named.items()}
    longer = _longer_forms(kinds)
    small = [scan.small for scan in scans]
    bearers: dict[Words, Bearer] = {}
    for words, found in named.items():
        key = longer.get(words, words)
        if key != words or _is_named(words, found, kinds, small):
            bearer = bearers[key] = bearers.get(key) or Bearer(key, kinds[key])
            for story, mention in found:
                bearer.add(story, mention, "name")
    for story, scan in enumerate(scans):
        for words, place in _in_unread(bearers, story, scan, taken):
            bearers[words].found.append(place)
        # What a story alone names, its own rules have read.
        for words, place in _in_full(bearers, story, scan, taken) if len(scans) > 1 else ():
            bearers[words].found.append(place)
    return list(bearers.values())


def _is_named(words: Words, found: Found, kinds: Mapping[Words, NameKind], small: Sequence[frozenset[str]]) -> bool:
    """Whether capitals make a name: not at the head of sentences alone, nor on words that are printed small too."""
    if len(words) == 1 and not [mention for _, mention in found if not mention.loose or mention.hint]:
        return False
    if kinds[words] != "other" and False in [mention.weak for _, mention in found]:
        return True
    printed_small = not set(words).difference(*small)
    return not printed_small and not _is_adjective_of(words, kinds)


def _is_adjective_of(words: Words, kinds: Mapping[Words, NameKind]) -> bool:
    """“Talvian” and “Talvians” in stories that name Talvia."""
    ending = _ADJECTIVE.search(words[0]) if len(words) == 1 else None
    if not ending:
        return False
    stem = words[0][: ending.start()]
    return any(
        (place,) in kinds for place in (stem, stem + "a", stem + "e", stem[:-1] + "y", stem[:-1], stem[:-1] + "e")
    )


def _longer_forms(kinds: Mapping[Words, NameKind]) -> dict[Words, Words]:
    """Short forms with the body they stand for: a first word that one name alone has, or its initials."""
    by_short: dict[Words, list[Words]] = defaultdict(list)
    for words, kind in kinds.items():
        if len(words) > 1 and kind == "organisation":
            by_short[words[:1]].append(words)
            initials = "".join(word[0] for word in words if word not in _TYING)
            if len(initials) >= _LEAST_ACRONYM:
                by_short[(initials,)].append(words)
    return {
        short: full[0] for short, full in by_short.items() if len(full) == 1 and kinds.get(short, "place") != "place"
    }


def _kind(found: Found) -> NameKind:
    """What most of the mentions tell; a hint counts for half. Who is a person is not decided here."""
    votes = {"organisation": 0, "place": 0, "": 0, "other": 0, "person": 0}
    for _, mention in found:
        votes[mention.hint or mention.kind] += 1 if mention.weak else 2
    if votes["organisation"] and votes["organisation"] >= votes["place"]:
        return "organisation"
    return "place" if votes["place"] and 2 * votes["place"] >= votes[""] else "other"


def _in_unread(
    bearers: Mapping[Words, Bearer], story: int, scan: Scan, taken: set[tuple[int, int]]
) -> Iterator[tuple[Words, Place]]:
    """Names of things in headlines, where every word has a capital: the longest that fits at each word."""
    longest: dict[str, int] = defaultdict(int)
    for words in bearers if scan.unread else ():
        longest[words[0]] = max(longest[words[0]], min(len(words), _LONGEST))
    for line, first, end in scan.unread:
        at = first
        while at < end:
            norm = line.norms[at]
            size = _size_at(line, at, min(end - at, longest[norm]), bearers) if norm in longest else 0
            stop = at + max(size, 1)
            if size and (story, line.end(stop - 1)) not in taken:
                place = Place(story, line.starts[at], line.end(stop - 1), line.sentence.index, "name")
                yield line.norms[at:stop], place
            at = stop


def _in_full(
    bearers: Mapping[Words, Bearer], story: int, scan: Scan, taken: set[tuple[int, int]]
) -> Iterator[tuple[Words, Place]]:
    """Names of several words in a story where no rule read them: “the freighter Grey Heron”."""
    here = {words for words, one in bearers.items() if story in [place.story for place in one.found]}
    sizes: defaultdict[str, set[int]] = defaultdict(set)
    for words in bearers.keys() - here:
        if len(words) > 1:
            sizes[words[0]].add(len(words))
    for line in (line for line in scan.lines if not sizes.keys().isdisjoint(line.norms)) if sizes else ():
        for at in [at for at, norm in enumerate(line.norms) if norm in sizes]:
            for size in sorted(sizes[line.norms[at]]):
                words, stop = line.norms[at : at + size], at + size
                is_new = (
                    len(words) == size
                    and words in bearers
                    and words not in here
                    and (story, line.end(stop - 1)) not in taken
                )
                if is_new and _is_printed(line, at, stop):
                    yield words, Place(story, line.starts[at], line.end(stop - 1), line.sentence.index, "name")


def _is_printed(line: Line, at: int, stop: int) -> bool:
    """Whether words stand as a name: with capitals, and no further one that would make it another name."""
    ends = stop == len(line.norms) or not line.caps[stop] or not line.joins(stop)
    return ends and all(line.caps[n] or line.norms[n] in _TYING for n in range(at, stop))


def _size_at(line: Line, at: int, longest: int, bearers: Mapping[Words, Bearer]) -> int:
    """How many words of the line from one on are the name of a thing."""
    if not line.caps[at]:
        return 0
    return next((size for size in range(longest, 0, -1) if line.norms[at : at + size] in bearers), 0)
