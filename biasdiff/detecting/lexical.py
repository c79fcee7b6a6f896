"""Words and phrases of the lexicons."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.detecting import guards
from biasdiff.indexing import Index, Match, index
from biasdiff.lexicon import Entry
from biasdiff.model import Analysis, Confidence, Finding, Sentence, Span
from biasdiff.settings import Settings


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Findings of all lexicon entries, where no guard says that another use of the word is meant."""
    terms = index(settings.all_lexicons)
    norms = frozenset(word.norm for sentence in story.told for word in sentence.words)
    for sentence in story.told:
        for match in terms.scan(sentence.words):
            entry = terms.entries[match.entry]
            if entry.severity and _is_meant(story, sentence, match, entry, terms, norms):
                yield _finding(story, sentence, match, entry, terms)


def _is_meant(
    story: Analysis, sentence: Sentence, match: Match, entry: Entry, terms: Index, norms: frozenset[str]
) -> bool:
    text, words = story.passage.text, sentence.words
    title_case = sentence.role in ("headline", "deck") and guards.is_title_case(text, words)
    return not (
        (entry.terms[0].islower() and guards.is_name(text, words, match.first, match.last, title_case))
        or guards.is_other_part_of_speech(entry.pos, text, words, match.first, match.last)
        or guards.is_broken(text, words, match.first, match.last)
        or guards.is_literal(terms.topics[match.entry], words, norms)
        or (terms.lexicons[match.entry].group == "wording" and guards.is_negated(words, match.first))
    )


def _finding(story: Analysis, sentence: Sentence, match: Match, entry: Entry, terms: Index) -> Finding:
    lexicon = terms.lexicons[match.entry]
    span = Span(sentence.words[match.first].start, sentence.words[match.last - 1].end)
    return Finding(
        span=span,
        rule=entry.rule,
        entry=entry.id,
        group=lexicon.group,
        category=lexicon.category,
        severity=entry.severity,
        confidence=_confidence(entry, match),
        voice=story.voice(span.start),
        message=entry.rationale,
        neutral=entry.neutral,
        question=entry.question,
        direction=entry.direction,
    )


def _confidence(entry: Entry, match: Match) -> Confidence:
    """Phrases and words without a second use are sure; a single word that has one is less so."""
    return "medium" if (entry.unless or entry.literal) and match.last - match.first == 1 else "high"
