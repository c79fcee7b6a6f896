"""What each story calls the bearer of a name."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.model import Analysis, Label, NameForm, Span
from biasdiff.naming.bearers import Bearer


def labels(bearer: Bearer, stories: Sequence[Analysis]) -> tuple[Label, ...]:
    """The labels of a bearer, story by story, the most used first; “The mayor” and “the mayor” are one."""
    found: dict[tuple[int, str], tuple[NameForm, list[Span]]] = {}
    for place in bearer.found:
        printed = _plain(stories[place.story].passage.text[place.start : place.end])
        found.setdefault((place.story, printed), (place.form, []))[1].append(Span(place.start, place.end))
    ordered = sorted(found.items(), key=lambda item: (item[0][0], -len(item[1][1]), item[1][1][0]))
    return tuple(
        [
            Label(
                stories[story].passage.id,
                printed,
                form,
                tuple(spans),
                [stories[story].voice(span.start) for span in spans].count("quoted"),
            )
            for (story, printed), (form, spans) in ordered
        ]
    )


def _plain(printed: str) -> str:
    words = printed.split()
    if len(words) == 1:
        return words[0]
    return " ".join([words[0].lower(), *words[1:]] if words[0] in _ARTICLES else words)


_ARTICLES = frozenset("The A An His Her Its Their Our".split())
