"""Who speaks in each story, in how many words, and by which verbs it is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from biasdiff.attributing import told
from biasdiff.model import Analysis, Attribution, SharedName, Source, SourceKind, SourceShare, SourceVerb, Span
from biasdiff.quoting.verbs import REPORTING

Key = tuple[str, SourceKind]

# A term that runs into a source begins at most so many characters before it.
_LONGEST_TERM = 120

_PRONOUNS = frozenset("he she it they we i you who which that everyone everybody someone somebody nobody none".split())
# One person without a name: a company insider, the woman at the next stall.
_PERSON = re.compile(
    r"\b(?:source|insider|official|person|man|woman|boy|girl|aide|adviser|diplomat|resident|neighbou?r|passenger|worker"
    r"|driver|officer|member|friend|shopper|mother|father|pupil|teacher|witness|lawmaker|politician|colleague|relative"
    r"|customer|voter|soldier|nurse|doctor|spokes(?:man|woman|person))\b(?! for\b)"
)
# Many without a name: analysts, people close to the talks.
_MANY = re.compile(
    r"^(?:(?:some|many|most|several|other|local|senior|unnamed|political|military|leading|independent|foreign|western)\s+)*"
    r"(?:analysts|experts|critics|observers|sources|officials|insiders|reports|media|people|some|many|others|opponents"
    r"|supporters|commentators|locals|residents|friends|diplomats|voices|rumou?rs|aides|lawmakers|witnesses|those)\b"
)
# “asked not to be named” is why somebody has no name, and nothing that they say about the event.
_UNNAMED = re.compile(
    r"(?:(?:me|us|the [A-Z]\w+) )?(?:not to (?:be (?:named|identified|quoted)|(?:print|use|give|publish|reveal)\b)"
    r"|(?:to (?:remain|stay|be) )?(?:anonym|unnamed))"
)
_SIGNS_OF_UNNAMED = ("not to ", "anonym", "unnamed")
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our)\s+", re.IGNORECASE)
_ENDS_PHRASE = re.compile(r",|\s+(?:who|which|that)\s")
_SINGULAR = re.compile(r"^(?:a|an|one|another)\b|^the (?:woman|man|boy|girl|person)\b")


def sources(stories: Sequence[Analysis], names: Sequence[SharedName]) -> tuple[Source, ...]:
    """The sources of all stories, those with most words first, with what each story gives to them.

    Words are counted once, for the innermost of speakers within speakers. A pronoun that nobody can be
    told for, and an outlet that credits another (“…, the Courier reports”), are no sources of words.
    """
    people = {name.name for name in names if name.kind == "person"}
    found = {story.passage.id: _tallies(story, people) for story in stories}
    keys = _fullest(list(dict.fromkeys(key for tallies in found.values() for key in tallies)))
    rows: dict[Key, dict[str, _Tally]] = defaultdict(dict)
    for passage, tallies in found.items():
        for key, tally in tallies.items():
            row = rows[keys[key]]
            if passage in row:
                row[passage].take(tally)
            else:
                row[passage] = tally
    made = [Source(*key, tuple([_share(*item) for item in shares.items()])) for key, shares in rows.items()]
    return tuple(
        sorted(made, key=lambda one: (-sum([s.quoted_words + s.reported_words for s in one.shares]), one.name))
    )


def _fullest(keys: Sequence[Key]) -> dict[Key, Key]:
    """Bodies by their fullest name: “the fire brigade” is the Brennay fire brigade where there is only that one."""
    longer: dict[str, set[str]] = defaultdict(set)
    for name, kind in keys:
        words = name.split()
        for at in range(1, len(words) if kind == "body" else 0):
            longer[" ".join(words[at:])].add(name)
    found: dict[Key, Key] = {}
    for name, kind in keys:
        known = longer.get(name) if kind == "body" else None
        best = max(known, key=len) if known else name
        found[name, kind] = (best if not known or all(best.endswith(one) for one in known) else name, kind)
    return found


@dataclass(slots=True, eq=False)
class _Tally:
    """What one story gives to one source, while it is counted; verbs: how often it has each verb of a grade."""

    quoted: int = 0
    reported: int = 0
    verbs: dict[tuple[str, int], int] = field(default_factory=dict)
    places: list[Span] = field(default_factory=list)

    def say(self, verb: tuple[str, int], times: int = 1) -> None:
        """Counts a verb by which the source is told."""
        self.verbs[verb] = self.verbs.get(verb, 0) + times

    def take(self, other: _Tally) -> None:
        """Takes in what the same story gives to the same source under another name."""
        self.quoted += other.quoted
        self.reported += other.reported
        self.places += other.places
        for verb, times in other.verbs.items():
            self.say(verb, times)


def _share(passage: str, tally: _Tally) -> SourceShare:
    ordered = sorted([(-times, *verb) for verb, times in tally.verbs.items()])
    verbs = tuple([SourceVerb(verb, -times, severity) for times, verb, severity in ordered])
    places = sorted(set(tally.places)) if len(tally.places) > 1 else tally.places
    return SourceShare(passage, tally.quoted, tally.reported, verbs, tuple(places))


def _tallies(story: Analysis, people: set[str]) -> dict[Key, _Tally]:
    tallies: dict[Key, _Tally] = defaultdict(_Tally)
    words = _Words(story)
    asking, grades = _asking_not_to_be_named(story), _grades(story)
    claims = {a.place for a in told(story.passage.text, story.attributions) if a.content not in asking}
    # The longest first, so that words within words stay with the speaker who is nearest to them.
    for attribution in sorted(story.attributions, key=_length, reverse=True):
        key = _key(story, attribution, people)
        if key is None or attribution.source is None:
            continue
        tally = tallies[key]
        tally.places.append(attribution.source)
        if attribution.cue and attribution.content not in asking:
            tally.say((_verb(story, attribution.cue), _grade(grades, attribution.cue)))
        # “slammed the plan” tells a deed in the outlet's words: only what stands between quotation marks is said.
        words.give(attribution.content, tally, attribution.place in claims)
    words.count()
    return {key: tally for key, tally in tallies.items() if tally.quoted or tally.reported}


def _length(attribution: Attribution) -> int:
    """How many characters are said."""
    return sum([span.end - span.start for span in attribution.content])


class _Words:
    """Whose the words of a story are, word by word: if they stand between quotation marks, and if they do not."""

    def __init__(self, story: Analysis) -> None:
        self._voices = story.voices
        self._starts = [word.start for sentence in story.sentences for word in sentence.words]
        self._quoted: list[_Tally | None] = [None] * len(self._starts)
        self._reported = self._quoted.copy()

    def give(self, content: Sequence[Span], tally: _Tally, said: bool) -> None:
        """Gives words to a source, whoever had them; said: those without quotation marks too."""
        for span in content:
            first, stop = self._between(*span)
            self._quoted[first:stop] = [tally] * (stop - first)
            if said:
                self._reported[first:stop] = [tally] * (stop - first)

    def count(self) -> None:
        """Counts the words of each source."""
        for start, end, voice in self._voices:
            first, stop = self._between(start, end)
            given = (self._quoted if voice == "quoted" else self._reported)[first:stop]
            # Mostly, all of them are one speaker's.
            times = given.count(given[0]) if given else 0
            whole = times == len(given)
            for tally in filter(None, given[:1] if whole else given):
                if voice == "quoted":
                    tally.quoted += times if whole else 1
                else:
                    tally.reported += times if whole else 1

    def _between(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the first word that begins inside a span, and of the one behind the last."""
        first = bisect_left(self._starts, start)
        return first, bisect_left(self._starts, end, first)


def _asking_not_to_be_named(story: Analysis) -> set[tuple[Span, ...]]:
    """What is told of those who ask not to be named."""
    text = story.passage.text
    if not any(map(text.__contains__, _SIGNS_OF_UNNAMED)):
        return set()
    contents = (one.content for one in story.attributions)
    return {content for content in contents if any(_UNNAMED.match(text, start, end) for start, end in content)}


def _verb(story: Analysis, cue: Span) -> str:
    """The verb of a cue in its base form; other cues (according to) as they are."""
    first, *rest = story.text(cue).lower().split()
    verb = REPORTING.get(first)
    return " ".join([verb.verb if verb else first, *rest])


def _grades(story: Analysis) -> list[tuple[int, int]]:
    """Where verbs begin that colour what is said, in order, and how strongly."""
    return [(f.span.start, f.severity) for f in story.findings if f.rule == "attribution.verb"]


def _grade(grades: Sequence[tuple[int, int]], cue: Span) -> int:
    at, graded = bisect_left(grades, (cue.start,)), 0
    while at < len(grades) and grades[at][0] < cue.end:
        graded = max(graded, grades[at][1])
        at += 1
    return graded


def _key(story: Analysis, attribution: Attribution, people: set[str]) -> Key | None:
    """Name and kind of a source; None for a pronoun that stays open."""
    if attribution.speaker_name:
        return attribution.speaker_name, "person" if attribution.speaker_name in people else "body"
    if attribution.source is None:
        return None
    printed = " ".join(story.text(attribution.source).split())
    head = _ENDS_PHRASE.split(printed)[0]
    if head.lower() in _PRONOUNS:
        return None
    return _ARTICLE.sub("", head).replace("'", "’"), _kind(story, head.lower(), attribution.source)


def _kind(story: Analysis, head: str, source: Span) -> SourceKind:
    near = story.findings_in(Span(source.start - _LONGEST_TERM, source.end))
    rules = {f.rule for f in near if f.rule in ("source.anonymous", "source.vague_group") and source.start < f.span.end}
    if _MANY.match(head) or (rules and head.endswith("s")):
        return "vague"
    if "source.anonymous" in rules or (_SINGULAR.match(head) and _PERSON.search(head)):
        return "unnamed"
    return "vague" if "source.vague_group" in rules else "body"
