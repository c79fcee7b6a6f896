"""Words and phrases of the lexicons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from biasdiff import readers
from biasdiff.detecting.circumstances import Told, on_cue, span_of
from biasdiff.detecting.context import Context
from biasdiff.indexing import Match, index
from biasdiff.lexicon import Entry
from biasdiff.model import Analysis, Confidence, Finding, Sentence, Span
from biasdiff.rules import RULES
from biasdiff.settings import Settings


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Findings of all lexicon entries, where no guard says that another use of the word is meant.

    Entries of low confidence are found at high sensitivity only.
    """
    context, is_shown = Context(story), partial(_is_shown, settings.sensitivity == "high")
    for sentence, match, entry in matched(context, settings, is_shown):
        if is_shown(entry):
            yield _finding(context.told, sentence, match, entry)


def _is_shown(sensitive: bool, entry: Entry) -> bool:
    return entry.severity > 0 and (sensitive or entry.confidence != "low")


def matched(
    context: Context, settings: Settings, is_asked: Callable[[Entry], bool]
) -> Iterator[tuple[Sentence, Match, Entry]]:
    """Where entries are meant that somebody asks for; others, as those that only silence, may be among them."""
    return index(settings.lexicons).scan(tuple(context.told.story.told), context.is_meant, is_asked)


def _finding(told: Told, sentence: Sentence, match: Match, entry: Entry) -> Finding:
    span = _telling(sentence, match, entry.group == "wording")
    confidence, voice = entry.confidence or _confidence(told, sentence, entry, match), told.story.voice(span.start)
    kind = (entry.rule, entry.id, entry.group, entry.category, entry.severity)
    return Finding(
        span, *kind, confidence, voice, entry.rationale, entry.neutral, entry.question, None, entry.direction
    )


# Words that a term needs to be told from others, and that tell nothing themselves: “touted the”, “rant about”.
# Particles stay: “seized on”, “tore into” and “zero in” are other words without them.
_AT_THE_END = frozenset(
    "the a an his her its their this that to of for at as with about over by against upon from".split()
)
# “warned the”, “suggested he”: behind the words that report or hedge.
_OF_THE_NEXT = frozenset("the a an his her its their this he she they it we you him".split())
_AT_THE_START = frozenset("the a an his her its their is are was were be been being".split())


def _telling(sentence: Sentence, match: Match, loaded: bool) -> Span:
    """The stretch of a match without little words at its ends; “is expected to” keeps its own."""
    first, last, endings = match.first, match.last, _AT_THE_END if loaded else _OF_THE_NEXT
    while last - first > 1 and sentence.words[last - 1].norm in endings:
        last -= 1
    while loaded and last - first > 1 and sentence.words[first].norm in _AT_THE_START:
        first += 1
    return Span(sentence.words[first].start, sentence.words[last - 1].end)


def _confidence(told: Told, sentence: Sentence, entry: Entry, match: Match) -> Confidence:
    """Phrases and words without a second use are sure, and single loaded words by what readers did with them.

    A reporting verb is sure where it reports, and no other.
    """
    if entry.rule == "attribution.verb":
        return "high" if on_cue(told, span_of(sentence, match)) else "medium"
    rule = RULES.get(entry.rule)
    is_single = match.last - match.first == 1
    several_uses = (entry.unless or entry.literal) and is_single
    confidence: Confidence = "medium" if several_uses or (rule and rule.surest == "medium") else "high"
    is_asked = is_single and entry.group == "wording"
    return readers.confidence_for(sentence.words[match.first].norm, confidence) if is_asked else confidence
