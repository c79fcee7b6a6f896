"""Who is called what: the names of the stories, with the words each story uses, and where that differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple, get_args

from biasdiff.model import Analysis, Comparison, Finding, Label, Naming, SharedName, Span
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide, Spots
from biasdiff.rendering.report.points import Asked, asked


class Called(NamedTuple):
    """A form as printed, what kind of form it is, how often it stands there, where, and the sign of a mark on it."""

    form: str
    kind: str
    times: int
    quoted: int
    key: str
    group: str
    spots: Spots


class NameRow(NamedTuple):
    """Somebody or something, with the forms in each story, in the order of the stories."""

    name: str
    forms: tuple[tuple[Called, ...], ...]


class Names(NamedTuple):
    """What differs, the names that stories call differently, those that they call the same, and those of one story."""

    points: tuple[Asked, ...]
    differing: tuple[NameRow, ...]
    same: tuple[NameRow, ...]
    alone: tuple[NameRow, ...]


class _Marks:
    """The marks on wording of one story, to be looked up by place."""

    def __init__(self, story: Analysis) -> None:
        self.found = sorted((f for f in story.findings if f.group == "wording"), key=lambda f: f.span)
        self.starts = [finding.span.start for finding in self.found]

    def within(self, place: Span) -> Finding | None:
        """The first mark that stands inside a place."""
        first, end = bisect_left(self.starts, place.start), bisect_left(self.starts, place.end)
        return next((f for f in self.found[first:end] if f.span.end <= place.end), None)


def names(result: Comparison, guide: Guide) -> Names:
    """A row for every name, those of several stories first."""
    marks = {story.passage.id: _Marks(story) for story in result.analyses}
    rows = [NameRow(name.name, tuple(_forms(guide, name, marks))) for name in result.names]
    by_naming = {
        naming: tuple(row for row, name in zip(rows, result.names, strict=True) if name.naming == naming)
        for naming in get_args(Naming)
    }
    return Names(asked(result.name_points, guide), **by_naming)


def _forms(guide: Guide, shared: SharedName, marks: dict[str, _Marks]) -> Iterator[tuple[Called, ...]]:
    for key in guide.ids:
        yield tuple(_called(guide, label, marks[key]) for label in shared.labels if label.passage == key)


def _called(guide: Guide, label: Label, marks: _Marks) -> Called:
    found = next(filter(None, map(marks.within, label.places)), None)
    return Called(
        form=" ".join(label.text.split()),
        kind=words.FORMS.get(label.form, ""),
        times=len(label.places),
        quoted=label.quoted,
        key=words.key(found.group, found.severity, found.voice) if found else "",
        group=found.group if found else "",
        spots=guide.within(label.passage, label.places),
    )
