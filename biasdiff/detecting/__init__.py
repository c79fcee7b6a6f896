"""Detectors: each takes a story read so far and gives findings. To add one, write a file and name it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from biasdiff.detecting import figures, lexical, marks
from biasdiff.model import Analysis, Finding
from biasdiff.rules import RULES
from biasdiff.settings import Settings

Detector = Callable[[Analysis, Settings], Iterable[Finding]]

DETECTORS: tuple[Detector, ...] = (lexical.detect, figures.detect, marks.detect)


def detect(story: Analysis, settings: Settings) -> tuple[Finding, ...]:
    """All findings of a story in the order of the text, graded by place; switched-off rules left out."""
    found = (
        _graded(f, story) for detector in DETECTORS for f in detector(story, settings) if f.rule not in settings.without
    )
    return tuple(sorted(found, key=lambda f: (f.span, f.rule, f.entry or "")))


def _graded(finding: Finding, story: Analysis) -> Finding:
    """Wording weighs one more in the headline, the deck and the first sentence of the story, up to its rule’s cap."""
    rule = RULES.get(finding.rule)
    cap = rule.cap if rule else 3
    raised = finding.group == "wording" and _leads(finding, story)
    severity = min(finding.severity + raised, max(cap, finding.severity))
    return finding if severity == finding.severity else replace(finding, severity=severity)


def _leads(finding: Finding, story: Analysis) -> bool:
    sentence = story.sentence_at(finding.span.start)
    if sentence is None:
        return False
    first = next((s.index for s in story.sentences if s.role == "body"), None)
    return sentence.role in ("headline", "deck") or (sentence.index == first and len(story.sentences) > 1)
