"""Headlines that give their words to somebody by a colon: “Mayor: plan is a swindle”, “Plan a swindle: mayor”."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.model import Span
from biasdiff.quoting.phrases import noun_phrase_to
from biasdiff.quoting.story import Story
from biasdiff.quoting.tokens import PRONOUNS, Tokens

_LONGEST_SPEAKER = 6


def claimed_above(story: Story) -> Iterator[Span]:
    """What headline and deck put in the mouth of somebody who speaks further down, too.

    A colon alone may name the topic as well (“Ferry row: ...”), so the story itself must tell whose words it gives.
    """
    for number, sentence in enumerate(story.sentences):
        if sentence.is_above and ":" in story.words(sentence.span):
            tokens = story.line(number)
            colon = next((at for at in range(1, len(tokens.norms)) if tokens.gaps[at] == ":"), 0)
            if colon and _speaks(story, tokens, 0, colon):
                yield tokens.span(colon, len(tokens.norms))
            elif colon and _speaks(story, tokens, colon, len(tokens.norms)):
                yield tokens.span(0, colon)


def _speaks(story: Story, tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a stretch of a headline names one who is told to say something in the text."""
    if stop - start > _LONGEST_SPEAKER or any(tokens.gaps[start + 1 : stop]):
        return False
    phrase = noun_phrase_to(tokens, stop - 1)
    return phrase is not None and phrase.start <= start and tokens.norms[stop - 1] in _speakers(story)


def _speakers(story: Story) -> frozenset[str]:
    """The last words of those who speak below the headline: lund, mayor, poll."""
    found: set[str] = set()
    for number, sentence in enumerate(story.sentences):
        if not sentence.is_above:
            sources = (report.cue.source for report in story.reports(number))
            found.update(story.line(number).norms[source.stop - 1] for source in sources if source)
    return frozenset(found - PRONOUNS)
