"""Who is called what, where that differs: titles for one and none for another, judging labels, no introduction."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, listed, place, quoted
from biasdiff.model import Analysis, Label, Place, Point, SharedName, Span

_LEAST_MENTIONS = 3
_LEAST_TITLES = 2
_MOST_LABELS = 2
# So many people of a story are held beside each other: all with all.
_MOST_PEOPLE = 20
_WHO = re.compile(r",? (?:who|which)\b|, (?:a|an|the|his|her|its)\b")

_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
_NOUN = re.compile(r" [a-z]{3,}")
_COMPOUND = re.compile(
    r"[ -](?:administration|campaign|report|inquiry|investigation|probe|family|team|era|plan|speech|rally|aide|adviser"
    r"|spokes(?:man|woman|person)|supporters?|officials?|presidency|budget|doctrine|ally|allies|backers?|critics?)\b"
)

TITLES = "Who gets a title and who does not? Is there a rule behind it that holds for both?"
JUDGED = "Would the sentence lose a fact if it gave the name or the office instead?"
UNKNOWN = "Would a reader of this story alone know who this is?"


def name_points(ground: Ground, names: Sequence[SharedName]) -> tuple[Point, ...]:
    """Differences in what stories call people, the strongest first. What stands between quotation marks is left out."""
    strong = {story.passage.id: _strong(story) for story in ground.stories}
    judged = [_called(ground, name) for name in names if _is_any_judged(strong, name)]
    people = [_called(ground, name) for name in names if name.kind == "person"]
    points = (*_judged(ground, judged, strong), *_titled(ground, people), *_unknown(ground, people))
    return tuple(sorted(points, key=lambda point: (-point.weight, point.places)))


class _Called(NamedTuple):
    """A name with the labels that each story uses for its bearer in its own words.

    Left out are mentions that only tell of something else: the Holm report, Holm campaign.
    """

    name: SharedName
    own: dict[str, list[tuple[Label, list[Place]]]]

    def count(self, passage: str, *forms: str) -> int:
        """How often a story uses labels of some forms."""
        return sum([len(places) for label, places in self.own.get(passage, ()) if label.form in forms])

    def mentions(self, passage: str) -> int:
        """How often a story names the bearer, in whatever form."""
        return [mention.passage for mention in self.name.mentions].count(passage)

    def first(self, passage: str, *forms: str) -> tuple[Label, list[Place]] | None:
        """The most used label of some forms."""
        return next((found for found in self.own.get(passage, []) if found[0].form in forms), None)


def _called(ground: Ground, name: SharedName) -> _Called:
    own: dict[str, list[tuple[Label, list[Place]]]] = {}
    for label in name.labels:
        story = ground.by_id[label.passage]
        places = [place(story, span) for span in _unquoted(story, label) if _means_bearer(story, span)]
        if places:
            own.setdefault(label.passage, []).append((label, places))
    return _Called(name, own)


def _unquoted(story: Analysis, label: Label) -> Sequence[Span]:
    """Where the outlet itself calls somebody so."""
    if not label.quoted:
        return label.places
    return [span for span in label.places if story.voice(span.start) != "quoted"]


def _means_bearer(story: Analysis, span: Span) -> bool:
    text = story.passage.text
    named_after = text[span.start].isupper() and _ARTICLE.search(text, max(0, span.start - 6), span.start)
    return not (named_after and _NOUN.match(text, span.end)) and not _COMPOUND.match(text, span.end)


def _later(ground: Ground, one: _Called) -> _Called:
    """A name without headlines, which have no titles, and without a first mention that introduces by an office."""
    own: dict[str, list[tuple[Label, list[Place]]]] = {}
    for key, labels in one.own.items():
        story = ground.by_id[key]
        text = [(label, [place for place in places if _is_text(story, place)]) for label, places in labels]
        first = min((place.start for _, places in text for place in places), default=0)
        rest = ((label, [p for p in places if p.start > first or label.form != "office"]) for label, places in text)
        own[key] = [(label, places) for label, places in rest if places]
    return _Called(one.name, own)


def _is_text(story: Analysis, place: Place) -> bool:
    sentence = story.sentence_at(place.start)
    return sentence is not None and sentence.role == "body"


def _judged(ground: Ground, called: Sequence[_Called], strong: Mapping[str, Sequence[int]]) -> Iterator[Point]:
    """A label that judges, in one story, beside what the others call the same person or thing."""
    for one in called:
        for key, labels in one.own.items():
            story, starts = ground.by_id[key], strong[key]
            marked = (found for found in labels if _is_any_in(starts, found[0].places))
            judging = [(label, places) for label, places in marked if _severity(story, label) > 1]
            if not judging:
                continue
            shared = {label.text.lower() for other, found in one.own.items() if other != key for label, _ in found}
            fresh = [(label, places) for label, places in judging if label.text.lower() not in shared][:_MOST_LABELS]
            if fresh:
                yield _judged_point(ground, one, story, fresh)


def _strong(story: Analysis) -> list[int]:
    """Where strong wording of the outlet itself begins."""
    return [f.span.start for f in story.findings if f.group == "wording" and f.severity > 1 and f.voice != "quoted"]


def _is_any_judged(strong: Mapping[str, Sequence[int]], name: SharedName) -> bool:
    """Whether strong wording begins in any label of a name."""
    return True in [_is_any_in(strong[one.passage], one.places) for one in name.labels if strong[one.passage]]


def _is_any_in(starts: Sequence[int], spans: Sequence[Span]) -> bool:
    return any(bisect_left(starts, start) < bisect_left(starts, end) for start, end in spans)


def _severity(story: Analysis, label: Label) -> int:
    """The strongest wording inside a label that the outlet itself uses."""
    return max(
        (
            finding.severity
            for span in label.places
            for finding in story.findings_in(span)
            if finding.group == "wording" and finding.voice != "quoted" and finding.span.end <= span.end
        ),
        default=0,
    )


def _judged_point(ground: Ground, one: _Called, story: Analysis, fresh: Sequence[tuple[Label, list[Place]]]) -> Point:
    labels = listed([quoted(label.text) for label, _ in fresh])
    others = [_plainest(ground, one, other) for other in one.own if other != story.passage.id]
    beside = f"; {'; '.join(others)}" if others else ""
    text = f"{letter(story)} calls {one.name.name} {labels} in its own words{beside}."
    severity = max(_severity(story, label) for label, _ in fresh)
    places = tuple(at for _, found in fresh for at in found)
    return Point("label", text, JUDGED, places, round(0.4 + 0.12 * severity, 3))


def _plainest(ground: Ground, one: _Called, key: str) -> str:
    """What another story calls the same bearer most often."""
    labels = sorted(one.own[key], key=lambda item: (_severity(ground.by_id[key], item[0]), -len(item[1])))
    return f"{letter(key)} writes {quoted(labels[0][0].text)}"


def _titled(ground: Ground, people: Sequence[_Called]) -> Iterator[Point]:
    """One person always with a title, another without, in one story; or the other way round in the next."""
    forms = [{label.form for labels in one.own.values() for label, _ in labels} for one in people]
    every = set().union(*forms)
    if "surname" not in every or every.isdisjoint(_TITLED):
        return
    short = [one for one, its in zip(people, forms, strict=True) if not its.isdisjoint(("surname", *_TITLED))]
    later = [_later(ground, one) for one in short]
    split = {story.passage.id: _split(story, later) for story in ground.stories}
    pairs = {
        key: {(one.called.name.name, other.called.name.name): (one, other) for one in titled for other in bare}
        for key, (titled, bare) in split.items()
    }
    for key, found in pairs.items():
        for (a, b), (one, other) in found.items():
            turned = [story for story, there in pairs.items() if story != key and (b, a) in there]
            often = one.titled >= _LEAST_TITLES and one.titled + other.bare >= _LEAST_MENTIONS and other.mentions > 1
            if turned or often:
                if not turned or key < turned[0]:
                    yield _title_point(one.called, other.called, key, turned)
                break


_TITLED = ("titled", "office")


class _Tally(NamedTuple):
    """How often one story calls somebody by a title, by the surname alone, and at all."""

    called: _Called
    titled: int
    bare: int
    mentions: int


def _split(story: Analysis, people: Sequence[_Called]) -> tuple[list[_Tally], list[_Tally]]:
    """People whom a story gives a title each time, and people whom it mostly gives none; the most mentioned first."""
    key = story.passage.id
    tallies = [_Tally(one, one.count(key, *_TITLED), one.count(key, "surname"), one.mentions(key)) for one in people]
    short = sorted(tallies, key=lambda one: (-one.titled - one.bare, one.called.name.name))
    with_title = [one for one in short if one.titled and not one.bare]
    without = [one for one in short if one.bare > 1 or (one.bare and not one.titled)]
    return with_title[:_MOST_PEOPLE], without[:_MOST_PEOPLE]


def _title_point(one: _Called, other: _Called, key: str, turned: Sequence[str]) -> Point:
    places: list[Place] = []
    said = [_two_labels(one, other, key, places)]
    said += [_two_labels(other, one, story, places) for story in turned]
    times = [one.count(key, *_TITLED) + other.count(key, "surname")]
    times += [other.count(story, *_TITLED) + one.count(story, "surname") for story in turned]
    weight = round(min(0.75, 0.45 + 0.02 * max(times) + 0.15 * bool(turned)), 3)
    return Point("title", "; ".join(said) + ".", TITLES, tuple(places), weight)


def _two_labels(one: _Called, other: _Called, key: str, places: list[Place]) -> str:
    """“A writes “Mr Hale” (3 times) and “Orlan” without a title (twice)”."""
    titled, bare = one.first(key, *_TITLED), other.first(key, "surname")
    if titled is None or bare is None:
        return ""
    places += [*titled[1][:2], *bare[1][:2]]
    with_title = f"{quoted(titled[0].text)} ({_times(len(titled[1]))})"
    found = other.first(key, *_TITLED)
    also = f", beside {quoted(found[0].text)} ({_times(len(found[1]))})" if found else ""
    without = f"{quoted(bare[0].text)} without a title ({_times(len(bare[1]))})"
    return f"{letter(key)} writes {with_title} and {without}{also}"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


_INTRODUCING = ("full", "office", "description")


def _unknown(ground: Ground, people: Sequence[_Called]) -> Iterator[Point]:
    """Somebody with a surname alone who matters in one story, and whom another introduces."""
    for one in people:
        if len(one.own) < 2:
            continue
        known = [key for key in one.own if one.count(key, *_INTRODUCING)]
        for key, labels in one.own.items():
            bare = {"surname", "titled"}.issuperset([label.form for label, _ in labels])
            story = ground.by_id[key]
            if not bare or not known or not _matters(story, one.name, labels) or _is_explained(story, labels):
                continue
            label, places = labels[0]
            introducing = (found for k in known for found in one.own[k] if found[0].form in _INTRODUCING)
            full, there = min(introducing, key=lambda found: (_INTRODUCING.index(found[0].form), found[0].text))
            if full.text in label.text:
                continue
            text = (
                f"{letter(key)} writes only {quoted(label.text)}, with no first name and no office;"
                f" {letter(full.passage)} writes {quoted(full.text)}."
            )
            yield Point("introduction", text, UNKNOWN, (places[0], there[0]), 0.35)


def _matters(story: Analysis, name: SharedName, labels: Sequence[tuple[Label, list[Place]]]) -> bool:
    """Whether a story names somebody more than in passing: twice in its text, or as one who speaks."""
    times = sum(_is_text(story, place) for _, places in labels for place in places)
    return times > 1 or any(one.speaker_name == name.name for one in story.attributions)


def _is_explained(story: Analysis, labels: Sequence[tuple[Label, list[Place]]]) -> bool:
    """Whether a clause behind a mention tells who somebody is."""
    text = story.passage.text
    return any(_WHO.match(text, place.end) for _, places in labels for place in places)
