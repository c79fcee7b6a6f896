"""Who is meant: the people, organisations and places of a story, and of several.

Rules with small word lists: capitals, titles, offices, what stands beside a name. `scan` finds the mentions of
a story, and grouping asks only for its `Scan`. A tagger, where one is asked for, meets the rules in between:
`tagged` gives the same scan with a hint on the names that the rules leave open, and grouping weighs the hints.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from biasdiff.model import Analysis, Name, Place, Sentence, SharedName, Span
from biasdiff.naming.bearers import Bearer
from biasdiff.naming.descriptions import describe
from biasdiff.naming.kinship import akin
from biasdiff.naming.labels import labels
from biasdiff.naming.people import find_people
from biasdiff.naming.scanning import Scan, scan
from biasdiff.naming.speakers import name_speakers
from biasdiff.naming.tagging import Tagger, tagged
from biasdiff.naming.things import find_things
from biasdiff.naming.trained import spacy_tagger

__all__ = ["Tagger", "akin", "join", "name_speakers", "names", "names_of", "spacy_tagger"]


def names(text: str, sentences: tuple[Sentence, ...], beside: Tagger | None = None) -> tuple[Name, ...]:
    """The people, organisations, places and other named things of one story, by first mention.

    A person's mentions are full names, surnames, first names, names with a title or an office, and
    descriptions that safely mean them (“the Ukrainian president”); no pronouns. Boilerplate has none.
    `beside` is asked where the rules leave open what a name stands for.
    Mentions are in order; one may stand inside another. Linear in the text.
    """
    found = _bearers([_scanned(text, sentences, beside)])
    return tuple(
        [
            Name(_printed(one, [text]), one.kind, tuple([Span(m.start, m.end) for m in one.found]), one.sex)
            for one in found
        ]
    )


def join(stories: Sequence[Analysis], beside: Tagger | None = None) -> tuple[SharedName, ...]:
    """The names of several stories, those of one bearer as one, with what each story calls them.

    What one story tells of an office serves the others: “the harbour master” is whom another story
    names so. The result does not hang on the order of the stories, except for its own order.
    """
    texts, ids = [story.passage.text for story in stories], [story.passage.id for story in stories]
    found = _bearers([_scanned(story.passage.text, story.sentences, beside) for story in stories])
    return tuple(
        SharedName(
            _printed(one, texts),
            one.kind,
            tuple([Place(ids[m.story], m.start, m.end) for m in one.found]),
            labels(one, stories),
            one.sex,
        )
        for one in found
    )


def names_of(shared: Sequence[SharedName], passage: str) -> tuple[Name, ...]:
    """The names of one of several stories, each under the name that all stories have for its bearer."""
    spans = [(one, tuple([Span(m.start, m.end) for m in one.mentions if m.passage == passage])) for one in shared]
    return tuple([Name(one.name, one.kind, found, one.pronoun) for one, found in spans if found])


def _scanned(text: str, sentences: tuple[Sentence, ...], beside: Tagger | None) -> Scan:
    return tagged(text, sentences, beside) if beside else scan(text, sentences)


def _bearers(scans: Sequence[Scan]) -> list[Bearer]:
    known = find_people(scans)
    describe(scans, known.all)
    taken = {(place.story, place.end) for one in known.all for place in one.found}
    found = [*known.all, *find_things(scans, taken)]
    for one in found:
        if len(one.found) > 1:
            one.found = sorted(set(one.found))
    return sorted([one for one in found if one.found], key=lambda one: one.found[0])


def _printed(bearer: Bearer, texts: Sequence[str]) -> str:
    """The fullest form of a name; of several, the one printed most, then the first in the alphabet."""
    if not bearer.proper:
        return " ".join(bearer.words)
    most = max(bearer.proper)[0]
    printed = [texts[story][a:b] for words, story, a, b in bearer.proper if words == most]
    if printed.count(printed[0]) == len(printed):
        return " ".join(printed[0].split())
    times = Counter([" ".join(form.split()) for form in printed])
    return max(times, key=lambda form: (times[form], form))
