"""Words that readers mark as loaded and that no lexicon has."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff import readers
from biasdiff.detecting import guards
from biasdiff.detecting.places import opening_end
from biasdiff.detecting.topics import Topics
from biasdiff.indexing import Index, index
from biasdiff.model import Analysis, Confidence, Finding, Sentence, Span, Word
from biasdiff.settings import Settings

RULE = "readers.marked"
QUESTION = "Some readers stop at this word. Would you have marked it, and what would a plainer word leave out?"
# A score from which a word weighs two, if readers marked the word itself.
NOTABLE = 0.85


def detect(story: Analysis, settings: Settings, earlier: tuple[Finding, ...]) -> Iterator[Finding]:
    """Words in the outlet’s own voice that readers mark: the strongest at the default sensitivity, more at “high”.

    The opening is read closely at both: most people read it, and experts mark three times as much in it.
    Words inside a wording or a notable finding of another detector are passed over, as are names, what is
    denied, and reports of matches, where a wild lunge blames nobody. A word that a guard of the lexicons
    refuses here (a house that fire gutted) is left to “high”, and in doubt there.
    """
    terms = index(settings.lexicons)
    sensitive = settings.sensitivity == "high"
    told = (finding for finding in earlier if finding.group == "wording" or finding.severity > 1)
    taken = {at for finding in told for at in range(*finding.span)}
    named = {at for name in story.names for mention in name.mentions for at in range(*mention)}
    opening, topics, text = opening_end(story), Topics(story), story.passage.text
    for sentence in story.told:
        least = readers.MARKED if sensitive or sentence.span.end <= opening else readers.STRONG
        for word, evidence in _marked(story, sentence, least):
            span = Span(word.start, word.end)
            is_free = word.start not in named and taken.isdisjoint(range(*span))
            if is_free and not topics.is_about_sport(text, sentence):
                refused = _is_refused(terms, topics, sentence, word.norm)
                if sensitive or not refused:
                    yield _finding(story, span, evidence, refused)


def _marked(story: Analysis, sentence: Sentence, least: float) -> Iterator[tuple[Word, readers.Evidence]]:
    """The outlet’s words of a sentence that score so much, without those that are a name or denied."""
    text, words = story.passage.text, sentence.words
    # In a title capitals say nothing; asked once a sentence, for some have no end.
    is_title: bool | None = None
    for at, evidence in enumerate(map(readers.evidence, sentence.norms)):
        if evidence is None or evidence.score < least or story.voice(words[at].start) != "outlet":
            continue
        if guards.is_negated(words, at):
            continue
        if guards.is_name(text, words, at, at + 1):
            is_title = guards.is_title_case(text, sentence) if is_title is None else is_title
            if not is_title:
                continue
        yield words[at], evidence


def _is_refused(terms: Index, topics: Topics, sentence: Sentence, norm: str) -> bool:
    """Whether a guard of the lexicons refuses a word: one looks for it at the default, and has not found it here.

    An entry of severity 0 refuses its words wherever they stand, or, with a literal field, where that is at hand.
    """
    sought = [entry for entry in terms.of_word(norm) if entry.group == "wording" and entry.confidence != "low"]
    return any(entry.severity or not entry.literal or topics.has(entry.literal, sentence) for entry in sought)


def _finding(story: Analysis, span: Span, evidence: readers.Evidence, refused: bool) -> Finding:
    printed = " ".join(story.text(span).split()).lower()
    return Finding(
        span=span,
        rule=RULE,
        entry=None,
        group="wording",
        category=RULE,
        severity=2 if evidence.score >= NOTABLE and evidence.readers else 1,
        confidence="low" if refused else _confidence(evidence),
        voice=story.voice(span.start),
        message=readers.reason(printed, evidence),
        question=QUESTION,
    )


def _confidence(evidence: readers.Evidence) -> Confidence:
    """Marks on the word itself, or a high score, are worth more than likeness."""
    return "medium" if evidence.score >= readers.STRONG or evidence.readers else "low"
