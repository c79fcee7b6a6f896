"""The same striking figure or loaded phrase told twice by the outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from biasdiff.model import Analysis, Finding, Span
from biasdiff.settings import Settings

RULE = "repetition"
MESSAGE = "The same words stand earlier in the story: “{}”. What is said twice is remembered."
QUESTION = "Does the second time tell anything new?"
# A single word comes back by chance; so many words in a row do not.
FEWEST_WORDS = 2


def detect(story: Analysis, settings: Settings, earlier: tuple[Finding, ...]) -> Iterator[Finding]:
    """The second and later places of a phrase or figure that other rules find in the outlet’s own body text."""
    places: dict[tuple[str, ...], dict[Span, None]] = defaultdict(dict)
    striking = [
        finding.span
        for finding in earlier
        if finding.severity > 1
        and finding.voice == "outlet"
        and (finding.group == "wording" or finding.rule == "unattributed_figure")
    ]
    for span in sorted(striking):
        sentence = story.sentence_at(span.start)
        if sentence is not None and sentence.role == "body":
            words = tuple([word.norm for word in story.words_in(span)])
            if len(words) >= FEWEST_WORDS:
                places[words][span] = None
    for first, *later in places.values():
        for span in later:
            yield Finding(
                span=span,
                rule=RULE,
                entry=None,
                group="stance",
                category=RULE,
                severity=1,
                confidence="high",
                voice="outlet",
                message=MESSAGE.format(" ".join(story.text(first).split())),
                neutral=("(leave out the second time)",),
                question=QUESTION,
            )
