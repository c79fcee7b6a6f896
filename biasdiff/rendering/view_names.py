"""Who is called what: the names that stories share, with the words each story uses."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from biasdiff.model import Analysis, Comparison, SharedName, Span
from biasdiff.rendering import view_words as words


class Called(NamedTuple):
    """A form as printed, how often, and the sign of a mark on it."""

    form: str
    times: int
    key: str
    group: str


class NameRow(NamedTuple):
    """Somebody or something, with the forms in each story, in the order of the stories."""

    name: str
    kind: str
    forms: tuple[tuple[Called, ...], ...]


def name_rows(result: Comparison) -> tuple[NameRow, ...]:
    """A row for every shared name; the most frequent forms first."""
    return tuple(
        NameRow(shared.name, shared.kind, tuple(_forms(story, shared) for story in result.analyses))
        for shared in result.names
    )


def _forms(story: Analysis, shared: SharedName) -> tuple[Called, ...]:
    spans = [Span(m.start, m.end) for m in shared.mentions if m.passage == story.passage.id]
    times = Counter(" ".join(story.text(span).split()) for span in spans)
    marks: dict[str, tuple[str, str]] = {}
    for span in spans:
        for finding in story.findings:
            if finding.group == "wording" and span.start <= finding.span.start and finding.span.end <= span.end:
                sign = words.key(finding.group, finding.severity, finding.voice)
                marks.setdefault(" ".join(story.text(span).split()), (sign, finding.group))
    return tuple(Called(form, number, *marks.get(form, ("", ""))) for form, number in times.most_common())
