"""Which doubtful words of our lexicons are shown at high sensitivity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from biasdiff import readers
from biasdiff.lexicon import Lexicon
from biasdiff.model import Analysis, Finding, Sentence
from biasdiff.settings import Settings

# From this score of readers' marks a doubtful word is shown: marks tell more where a reviewer had it in mind as well.
ASKED = 0.5
# Here no sentence around a name softens it, and many read no further.
LEADING = ("headline", "deck")


def borne_out(story: Analysis, found: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Findings without the doubtful ones that nothing bears out.

    A word of low confidence needs marks of readers. A label or a phrase has none of its own and stays where it leads
    a story: in running text readers stop at one of four, and the marks of few would part the two sides of a
    dispute. A caller's own entries are never doubted.
    """
    own = _ids(settings.lexicons)
    for finding in found:
        if not _is_doubtful(finding) or finding.entry in own or _is_borne_out(story, finding):
            yield finding


def _is_doubtful(finding: Finding) -> bool:
    return finding.group == "wording" and finding.confidence == "low"


@lru_cache(maxsize=8)
def _ids(lexicons: tuple[Lexicon, ...]) -> frozenset[str]:
    return frozenset(entry.id for lexicon in lexicons for entry in lexicon.entries)


def _is_borne_out(story: Analysis, finding: Finding) -> bool:
    sentence = story.sentence_at(finding.span.start)
    return sentence is None or sentence.role in LEADING or _is_marked(finding, sentence)


def _is_marked(finding: Finding, sentence: Sentence) -> bool:
    """Whether a finding is of one word, no label, that readers mark."""
    words = [word for word in sentence.words if finding.span.start <= word.start and word.end <= finding.span.end]
    evidence = readers.evidence(words[0].norm) if len(words) == 1 else None
    return evidence is not None and evidence.score >= ASKED and not finding.rule.startswith("label.")
