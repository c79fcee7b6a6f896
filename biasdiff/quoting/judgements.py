"""Words in which somebody else judges or believes, where no verb of saying has them as its clause.

The thing that is judged stays in the outlet's words, and so does the choice of the verb.
"""

from __future__ import annotations

from biasdiff.model import Span
from biasdiff.quoting.beliefs import NOUNS, beliefs
from biasdiff.quoting.headings import claimed_above
from biasdiff.quoting.story import Story
from biasdiff.quoting.verdicts import VERDICTS, verdicts

_TRIGGERS = NOUNS | VERDICTS


def judgements(story: Story) -> tuple[Span, ...]:
    """The stretches that tell what others hold against somebody, believe or want; they may overlap.

    The reason of a verdict, never its object; the clause behind a claim, never one that only tells
    which claim is meant; what a headline's colon gives to a speaker. Where the border is not clear the
    stretch ends early.
    """
    found: list[Span] = list(claimed_above(story))
    for number, sentence in enumerate(story.sentences):
        if sentence.role != "boilerplate" and not _TRIGGERS.isdisjoint(sentence.norms):
            tokens = story.line(number)
            chunks = (*verdicts(tokens, story.reports(number)), *beliefs(tokens))
            found.extend(tokens.span(chunk.start, chunk.stop) for chunk in chunks if chunk.start < chunk.stop)
    return tuple(sorted(found))
