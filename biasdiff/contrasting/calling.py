"""Whether stories that share a name call its bearer the same."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.contrasting.ground import Ground
from biasdiff.model import Label, Naming, SharedName


def compared(ground: Ground, names: Sequence[SharedName]) -> tuple[SharedName, ...]:
    """The names, each told whether the stories that have it call its bearer the same."""
    return tuple([_compared(ground, name) for name in names])


def _compared(ground: Ground, name: SharedName) -> SharedName:
    naming = _naming(ground, name)
    if naming == name.naming:
        return name
    return SharedName(name.name, name.kind, name.mentions, name.labels, name.pronoun, naming)


def _naming(ground: Ground, name: SharedName) -> Naming:
    if len({label.passage for label in name.labels}) < 2:
        return "alone"
    forms: dict[str, set[str]] = {}
    for label in name.labels:
        forms.setdefault(label.passage, set()).add(label.text.lower())
    first, *others = forms.values()
    same = all(other == first for other in others)
    return "same" if same and not any(_is_marked(ground, label) for label in name.labels) else "differing"


def _is_marked(ground: Ground, label: Label) -> bool:
    """Whether wording is found inside a label, whoever's words it is."""
    story = ground.by_id[label.passage]
    inside = [f for span in label.places for f in story.findings_in(span) if f.span.end <= span.end]
    return "wording" in [finding.group for finding in inside]
