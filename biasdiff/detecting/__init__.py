"""Detectors: each takes a story read so far and gives findings. To add one, write a file and name it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from biasdiff.detecting import figures, lexical, marks, personifying, readers, records, repeating
from biasdiff.detecting.doubting import borne_out
from biasdiff.detecting.places import lead_end
from biasdiff.model import Analysis, Finding
from biasdiff.rules import RULES
from biasdiff.settings import Settings

Detector = Callable[[Analysis, Settings], Iterable[Finding]]
LaterDetector = Callable[[Analysis, Settings, tuple[Finding, ...]], Iterable[Finding]]

DETECTORS: tuple[Detector, ...] = (lexical.detect, figures.detect, marks.detect, personifying.detect)
# These look at what the first ones found.
LATER: tuple[LaterDetector, ...] = (readers.detect, records.detect, repeating.detect)


def detect(story: Analysis, settings: Settings) -> tuple[Finding, ...]:
    """All findings of a story in the order of the text, graded by place; switched-off rules left out."""
    found = tuple(f for detector in DETECTORS for f in detector(story, settings))
    found = tuple(borne_out(story, found, settings))
    found += tuple(f for later in LATER for f in later(story, settings, found))
    leads = lead_end(story)
    graded = (_graded(f, leads) for f in found if f.rule not in settings.without)
    return tuple(sorted(graded, key=lambda f: (f.span, f.rule, f.entry or "")))


def _graded(finding: Finding, leads: int) -> Finding:
    """The outlet’s wording weighs one more in headline, deck and first sentence, up to its rule’s cap; not if in doubt.

    Reported wording weighs one: it may be a paraphrase, and the outlet does not vouch for it.
    """
    if finding.group == "wording" and finding.voice == "reported":
        return finding._replace(severity=min(finding.severity, 1))
    if finding.group != "wording" or finding.span.start >= leads:
        return finding
    if finding.voice != "outlet" or finding.confidence == "low":
        return finding
    rule = RULES.get(finding.rule)
    severity = min(finding.severity + 1, max(rule.cap if rule else 3, finding.severity))
    return finding._replace(severity=severity)
