"""Which findings of our lexicons are held back: mild or doubtful ones of others, and doubtful ones of the outlet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from biasdiff import readers
from biasdiff.detecting.places import lead_end
from biasdiff.lexicon import Lexicon
from biasdiff.model import Analysis, Finding, Sentence
from biasdiff.settings import Settings

MILD, NOTABLE = 1, 2
# Up to so many words a quotation was picked for its wording; a longer one gives its speaker room.
PICKED = 20
# From this score of readers' marks a doubtful word is shown: marks tell more where a reviewer had it in mind as well.
ASKED = 0.5


def borne_out(story: Analysis, found: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Findings without those that are not worth a look at a sensitivity; a caller's own entries always are.

    At the default, of wording that is not the outlet's own (quoted, reported) the mild and the less than sure is left
    out, and verbs for what a source says was done: experts stop at one of twenty. Of a long quotation only the strong
    is left: of the notable words experts stop at one in ten there, and at one in three in a short one. In headline,
    deck and first sentence all stays, for there the outlet chose what to put first. At “high” the words of low
    confidence join in where readers mark them. A label or a phrase has no marks of its own, and those of few readers
    would part the two sides of a dispute: it is shown above a story, where no sentence around it softens it and many
    read no further.
    """
    own = _ids(settings.lexicons)
    is_shown = _is_borne_out if settings.sensitivity == "high" else _is_worth_showing
    for finding in found:
        if finding.group != "wording" or finding.entry in own or is_shown(story, finding):
            yield finding


def _is_worth_showing(story: Analysis, finding: Finding) -> bool:
    if finding.voice == "outlet" or finding.span.start < lead_end(story):
        return True
    mildest = NOTABLE if _is_of_long_quotation(story, finding) else MILD
    return finding.confidence == "high" and finding.severity > mildest and finding.rule != "eval.verb"


def _is_of_long_quotation(story: Analysis, finding: Finding) -> bool:
    run = story.voice_run(finding.span.start)
    return run is not None and run.voice == "quoted" and len(story.passage.text[run.start : run.end].split()) > PICKED


@lru_cache(maxsize=8)
def _ids(lexicons: tuple[Lexicon, ...]) -> frozenset[str]:
    return frozenset(entry.id for lexicon in lexicons for entry in lexicon.entries)


def _is_borne_out(story: Analysis, finding: Finding) -> bool:
    if finding.confidence != "low":
        return True
    sentence = story.sentence_at(finding.span.start)
    return sentence is None or sentence.is_above or _is_marked(finding, sentence)


def _is_marked(finding: Finding, sentence: Sentence) -> bool:
    """Whether a finding is of one word, no label, that readers mark."""
    words = sentence.words_in(finding.span)
    evidence = readers.evidence(words[0].norm) if len(words) == 1 else None
    return evidence is not None and evidence.score >= ASKED and not finding.rule.startswith("label.")
