"""Quotation marks as an act of the outlet: claim quotes in a headline, and single words set in marks."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.model import Analysis, Finding, Quotation, Sentence, Span
from biasdiff.settings import Settings

_CLAIM = "Quotation marks in the headline show these words as someone’s own; no quotation in the story has them."
_CLAIM_QUESTION = "Who said these words? Where in the story?"
_PARTIAL = "A few words set in quotation marks: the reader cannot see what they were part of."
_PARTIAL_QUESTION = "What might the whole sentence have been? Do the marks show doubt, or only whose words they are?"
MOST_WORDS = 3


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Claim quotes and one to three quoted words. The act of quoting them is the outlet’s."""
    found = [(one, story.sentence_at(one.parts[0].start), _norms(story, one)) for one in story.quotations]
    said = "".join(f"| {' '.join(norms)} " for _, sentence, norms in found if not (sentence and sentence.is_above))
    for quotation, sentence, norms in found:
        if sentence is None or sentence.role == "boilerplate" or not norms:
            continue
        if sentence and sentence.is_above:
            if f" {' '.join(norms)} " not in said:
                yield _finding(story, quotation, "quotation.claim_quote", 2, _CLAIM, _CLAIM_QUESTION)
        elif len(norms) <= MOST_WORDS and _inside(sentence, quotation) and not _is_title(story, quotation):
            yield _finding(story, quotation, "quotation.partial", 1, _PARTIAL, _PARTIAL_QUESTION)


def _finding(story: Analysis, quotation: Quotation, rule: str, severity: int, message: str, question: str) -> Finding:
    start, end = quotation.parts[0].start, quotation.parts[-1].end
    return Finding(Span(start, end), rule, None, "quotation", rule, severity, "medium", "outlet", message, (), question)


def _norms(story: Analysis, quotation: Quotation) -> tuple[str, ...]:
    return tuple([word.norm for part in quotation.parts for word in story.words_in(part)])


def _inside(sentence: Sentence, quotation: Quotation) -> bool:
    """Whether the outlet’s own words stand around the quotation in its sentence."""
    return len(sentence.words) > MOST_WORDS + 2 and quotation.parts[-1].end <= sentence.span.end


def _is_title(story: Analysis, quotation: Quotation) -> bool:
    """Names of works, ships and plans are capitalised; a plan or report that follows the marks is named by them."""
    printed = story.text(quotation.parts[0]).split()
    return all(word[:1].isupper() for word in printed) or story.text(quotation.parts[-1]).split()[-1].lower() in _NAMED


_NAMED = frozenset("plan act bill law day project operation programme program strategy initiative".split())
