"""Who is called what, where that differs: titles for one and none for another, judging labels, no introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.contrasting.ground import Ground, letter, listed, place, quoted
from biasdiff.model import Analysis, Label, Place, Point, SharedName

_LEAST_MENTIONS = 3
_MOST_LABELS = 2
_WHO = re.compile(r",? (?:who|which)\b|, (?:a|an|the|his|her|its)\b")

TITLES = "Who gets a title and who does not? Is there a rule behind it that holds for both?"
JUDGED = "Would the sentence lose a fact if it gave the name or the office instead?"
UNKNOWN = "Would a reader of this story alone know who this is?"


def name_points(ground: Ground, names: Sequence[SharedName]) -> tuple[Point, ...]:
    """Differences in what stories call people, the strongest first. What stands between quotation marks is left out."""
    called = [_called(ground, name) for name in names]
    people = [one for one in called if one.name.kind == "person"]
    points = (*_judged(ground, called), *_titled(ground, people), *_unknown(ground, people))
    return tuple(sorted(points, key=lambda point: (-point.weight, point.places)))


class _Called(NamedTuple):
    """A name with the labels that each story uses for its bearer in its own words."""

    name: SharedName
    own: dict[str, list[tuple[Label, list[Place]]]]

    def count(self, passage: str, *forms: str) -> int:
        """How often a story uses labels of some forms."""
        return sum(len(places) for label, places in self.own.get(passage, []) if label.form in forms)

    def first(self, passage: str, *forms: str) -> tuple[Label, list[Place]] | None:
        """The most used label of some forms."""
        return next((found for found in self.own.get(passage, []) if found[0].form in forms), None)


def _called(ground: Ground, name: SharedName) -> _Called:
    own: dict[str, list[tuple[Label, list[Place]]]] = {}
    for label in name.labels:
        story = ground.by_id[label.passage]
        places = [place(story, span) for span in label.places if story.voice(span.start) != "quoted"]
        if places:
            own.setdefault(label.passage, []).append((label, places))
    return _Called(name, own)


def _judged(ground: Ground, called: Sequence[_Called]) -> Iterator[Point]:
    """A label that judges, in one story, beside what the others call the same person or thing."""
    for one in called:
        for key, labels in one.own.items():
            story = ground.by_id[key]
            judging = [(label, places) for label, places in labels if _severity(story, label) > 1]
            if not judging:
                continue
            shared = {label.text.lower() for other, found in one.own.items() if other != key for label, _ in found}
            fresh = [(label, places) for label, places in judging if label.text.lower() not in shared][:_MOST_LABELS]
            if fresh:
                yield _judged_point(ground, one, story, fresh)


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
    return Point("label", text, JUDGED, places, 0.4 + 0.12 * severity)


def _plainest(ground: Ground, one: _Called, key: str) -> str:
    """What another story calls the same bearer most often."""
    labels = sorted(one.own[key], key=lambda item: (_severity(ground.by_id[key], item[0]), -len(item[1])))
    return f"{letter(key)} writes {quoted(labels[0][0].text)}"


def _titled(ground: Ground, people: Sequence[_Called]) -> Iterator[Point]:
    """One person always with a title, another without, in one story; or the other way round in the next."""
    found = {story.passage.id: _split(story, people) for story in ground.stories}
    for key, (with_title, without) in found.items():
        for one in with_title:
            for other in without:
                turned = [k for k, (a, b) in found.items() if k != key and other in a and one in b]
                times = one.count(key, *_TITLED) + other.count(key, "surname")
                if times >= _LEAST_MENTIONS or turned:
                    if not turned or key < turned[0]:
                        yield _title_point(one, other, key, turned, times)
                    break
            else:
                continue
            break


_TITLED = ("titled", "office")


def _split(story: Analysis, people: Sequence[_Called]) -> tuple[list[_Called], list[_Called]]:
    """People whom a story gives a title each time, and people whom it mostly gives none; the most mentioned first."""
    key = story.passage.id
    short = [one for one in people if one.count(key, *_TITLED, "surname")]
    short.sort(key=lambda one: -one.count(key, *_TITLED, "surname"))
    with_title = [one for one in short if not one.count(key, "surname")]
    without = [one for one in short if one.count(key, "surname") > 1 or not one.count(key, *_TITLED)]
    return with_title, [one for one in without if one.count(key, "surname")]


def _title_point(one: _Called, other: _Called, key: str, turned: Sequence[str], times: int) -> Point:
    places: list[Place] = []
    said = [_two_labels(one, other, key, places)]
    said += [_two_labels(other, one, story, places) for story in turned]
    weight = min(0.75, 0.45 + 0.02 * times + 0.15 * bool(turned))
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
    """Somebody with a surname alone in one story, whom another introduces."""
    for one in people:
        known = [key for key in one.own if one.count(key, *_INTRODUCING)]
        for key, labels in one.own.items():
            bare = all(label.form in ("surname", "titled") for label, _ in labels)
            if not bare or not known or _is_explained(ground.by_id[key], labels):
                continue
            label, places = labels[0]
            introducing = (found for k in known for found in one.own[k] if found[0].form in _INTRODUCING)
            full, there = min(introducing, key=lambda found: (_INTRODUCING.index(found[0].form), found[0].text))
            text = (
                f"{letter(key)} writes only {quoted(label.text)}, with no first name and no office;"
                f" {letter(full.passage)} writes {quoted(full.text)}."
            )
            yield Point("introduction", text, UNKNOWN, (places[0], there[0]), 0.35)


def _is_explained(story: Analysis, labels: Sequence[tuple[Label, list[Place]]]) -> bool:
    """Whether a clause behind a mention tells who somebody is."""
    text = story.passage.text
    return any(_WHO.match(text, place.end) for _, places in labels for place in places)
