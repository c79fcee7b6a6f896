"""Quotation marks as an act of the outlet: claim quotes in a headline, and single words set in marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from biasdiff.model import Analysis, Finding, Quotation, Sentence, Span
from biasdiff.quoting.titles import is_titled
from biasdiff.settings import Settings

_CLAIM = "Quotation marks in the headline show these words as someone’s own; no quotation in the story has them."
_CLAIM_QUESTION = "Who said these words? Where in the story?"
_PARTIAL = "A few words set in quotation marks: the reader cannot see what they were part of."
_PARTIAL_QUESTION = "What might the whole sentence have been? Do the marks show doubt, or only whose words they are?"
MOST_WORDS = 3
# Own words around the marks: with fewer the sentence is hardly more than the quotation and who says it.
_FEWEST_AROUND = 3
_NEAR = 3


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Claim quotes and one to three quoted words. The act of quoting them is the outlet’s.

    Few words are no matter where the story gives them inside a longer quotation as well, where they are all
    that was said (“Never,” she said), or where the marks only name something: a show, a rule, a term.
    """
    found = [(one, story.sentence_at(one.parts[0].start), _norms(story, one)) for one in story.quotations]
    said, whole = _joined(norms for _, sentence, norms in found if not (sentence and sentence.is_above)), ""
    if any(len(norms) <= MOST_WORDS for _, _, norms in found):
        whole = _joined(norms for _, _, norms in found if len(norms) > MOST_WORDS)
    for quotation, sentence, norms in found:
        if sentence is None or sentence.role == "boilerplate" or not norms:
            continue
        words = f" {' '.join(norms)} "
        if sentence.is_above:
            if words not in said:
                yield _finding(story, quotation, "quotation.claim_quote", 2, _CLAIM, _CLAIM_QUESTION)
        elif len(norms) <= MOST_WORDS and words not in whole and _is_part(story, sentence, quotation, len(norms)):
            yield _finding(story, quotation, "quotation.partial", 1, _PARTIAL, _PARTIAL_QUESTION)


def _joined(quoted: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"| {' '.join(norms)} " for norms in quoted)


def _finding(story: Analysis, quotation: Quotation, rule: str, severity: int, message: str, question: str) -> Finding:
    last = list(story.words_in(quotation.parts[-1]))
    span = Span(quotation.parts[0].start, last[-1].end if last else quotation.parts[-1].end)
    return Finding(span, rule, None, "quotation", rule, severity, "medium", "outlet", message, (), question)


def _norms(story: Analysis, quotation: Quotation) -> tuple[str, ...]:
    return tuple([word.norm for part in quotation.parts for word in story.words_in(part)])


def _is_part(story: Analysis, sentence: Sentence, quotation: Quotation, quoted: int) -> bool:
    """Whether the outlet’s own words stand around the marks, which name nothing and hold no whole utterance."""
    first, last = quotation.parts[0], quotation.parts[-1]
    if last.end > sentence.span.end or len(sentence.words) - quoted < _FEWEST_AROUND:
        return False
    words = sentence.words
    at = bisect_left(words, (first.start,))
    before = [word.norm for word in words[max(0, at - _NEAR) : at]]
    if not before and story.text(last)[-1:] in _CLOSING:
        return False
    if before[-1:] in _ARTICLES:
        before.pop()
    after = bisect_left(words, (last.end,))
    behind = words[after].norm if after < len(words) else ""
    named = behind in _NAMED or before[-1:] in _NAMING or before[-2:] in _NAMING
    return not named and not _is_title(story, quotation)


def _is_title(story: Analysis, quotation: Quotation) -> bool:
    """Names of works, ships and plans are capitalised; a plan or report that ends in the marks is named by them."""
    printed = story.text(quotation.parts[0]).split()
    capitalised = all(word[:1].isupper() for word in printed) or is_titled(printed)
    return capitalised or story.text(quotation.parts[-1]).split()[-1].lower() in _NAMED


_ARTICLES = (["a"], ["an"], ["the"])
_CLOSING = frozenset(",?!")
_NAMED = frozenset(
    """
    plan act bill law day project operation programme program strategy initiative rule rules vote votes clause list
    status category
    """.split()
)
_NAMING = (["known", "as"], ["so-called"], ["word"], ["words"], ["term"], ["phrase"], ["titled"], ["entitled"])
