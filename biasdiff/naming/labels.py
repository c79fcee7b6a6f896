"""What each story calls the bearer of a name."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.model import Analysis, Label, NameForm, Span
from biasdiff.naming.bearers import Bearer


def labels(bearer: Bearer, stories: Sequence[Analysis]) -> tuple[Label, ...]:
    """The labels of a bearer, story by story, the most used first; “The mayor” and “the mayor” are one."""
    found: dict[tuple[int, str], tuple[NameForm, list[Span]]] = {}
    for place in bearer.found:
        start, end = place.start, place.end
        key = place.story, _plain(stories[place.story].passage.text[start:end])
        if key not in found:
            found[key] = place.form, []
        found[key][1].append(Span(start, end))
    ordered = [
        (story, -len(spans), spans[0], printed, form, spans) for (story, printed), (form, spans) in found.items()
    ]
    if len(ordered) > 1:
        ordered.sort()
    return tuple([_label(stories[story], printed, form, spans) for story, _, _, printed, form, spans in ordered])


def _label(story: Analysis, printed: str, form: NameForm, spans: Sequence[Span]) -> Label:
    quoted = [story.voice(span.start) for span in spans].count("quoted")
    return Label(story.passage.id, printed, form, tuple(spans), quoted)


def _plain(printed: str) -> str:
    words = printed.split()
    if len(words) == 1:
        return words[0]
    return " ".join([words[0].lower(), *words[1:]] if words[0] in _ARTICLES else words)


_ARTICLES = frozenset("The A An His Her Its Their Our".split())
