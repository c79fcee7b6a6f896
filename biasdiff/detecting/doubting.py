"""Which doubtful words of our lexicons are shown at high sensitivity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from biasdiff import readers
from biasdiff.lexicon import Lexicon
from biasdiff.model import Analysis, Finding, Sentence
from biasdiff.settings import Settings

# So many sure words bear out a doubtful one in their sentence. Of doubtful phrases that stand alone people marked a
# fifth; one loaded word beside them does not change that.
COMPANY = 2
# Or this score of readers' marks, which tell more where a reviewer had the word in mind as well.
ASKED = 0.5


def sure_words(story: Analysis, found: Iterable[Finding]) -> Counter[int]:
    """How many loaded words that are not in doubt each sentence has, by its index."""
    sure = (finding for finding in found if finding.group == "wording" and finding.confidence != "low")
    return Counter(sentence.index for finding in sure for sentence in story.between(finding.span))


def borne_out(story: Analysis, found: tuple[Finding, ...], settings: Settings) -> Iterator[Finding]:
    """Findings without the doubtful ones that nothing in their sentence bears out.

    A word or phrase of low confidence needs loaded words beside it that are not in doubt, or marks of
    readers. Contested labels need neither, and other labels no marks: both sides of a dispute get the
    same. A caller's own entries are never doubted.
    """
    company = sure_words(story, found)
    own = _ids(settings.lexicons)
    for finding in found:
        sentence = story.sentence_at(finding.span.start) if _is_doubtful(finding) and finding.entry not in own else None
        if sentence is None or company[sentence.index] >= COMPANY or _is_marked(finding, sentence):
            yield finding


def _is_doubtful(finding: Finding) -> bool:
    return finding.group == "wording" and finding.confidence == "low" and finding.rule != "label.contested"


@lru_cache(maxsize=8)
def _ids(lexicons: tuple[Lexicon, ...]) -> frozenset[str]:
    return frozenset(entry.id for lexicon in lexicons for entry in lexicon.entries)


def _is_marked(finding: Finding, sentence: Sentence) -> bool:
    """Whether a finding is of one word, no label, that readers mark."""
    words = [word for word in sentence.words if finding.span.start <= word.start and word.end <= finding.span.end]
    evidence = readers.evidence(words[0].norm) if len(words) == 1 else None
    return evidence is not None and evidence.score >= ASKED and not finding.rule.startswith("label.")
