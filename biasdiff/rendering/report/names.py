"""Who is called what: the names of the stories, with the words each story uses."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.model import Analysis, Comparison, Finding, Label, SharedName
from biasdiff.rendering import words


class Called(NamedTuple):
    """A form as printed, what kind of form it is, how often it stands there, and the sign of a mark on it."""

    form: str
    kind: str
    times: int
    quoted: int
    key: str
    group: str


class NameRow(NamedTuple):
    """Somebody or something, with the forms in each story, in the order of the stories."""

    name: str
    forms: tuple[tuple[Called, ...], ...]


def name_rows(result: Comparison) -> tuple[NameRow, ...]:
    """A row for every name."""
    return tuple(
        NameRow(shared.name, tuple(_forms(story, shared) for story in result.analyses)) for shared in result.names
    )


def _forms(story: Analysis, shared: SharedName) -> tuple[Called, ...]:
    marks = [finding for finding in story.findings if finding.group == "wording"]
    return tuple(_called(label, marks) for label in shared.labels if label.passage == story.passage.id)


def _called(label: Label, marks: list[Finding]) -> Called:
    found = next((mark for mark in marks if any(_covers(place, mark.span) for place in label.places)), None)
    key = words.key(found.group, found.severity, found.voice) if found else ""
    form = " ".join(label.text.split())
    return Called(
        form, words.FORMS.get(label.form, ""), len(label.places), label.quoted, key, found.group if found else ""
    )


def _covers(place: tuple[int, int], span: tuple[int, int]) -> bool:
    return place[0] <= span[0] and span[1] <= place[1]
