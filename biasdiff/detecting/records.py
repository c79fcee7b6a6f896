"""Claims to a record that no list can hold: the deadliest day of the war so far, the worst harvest in 40 years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biasdiff.model import Analysis, Finding, Span
from biasdiff.settings import Settings

RULE = "superlative"
MESSAGE = "Says that nothing went further, and leaves out who has counted and from when on."
QUESTION = "Compared with what, over what time, and who has counted?"

_TOP = r"(?:most\s+[\w’-]+|least\s+[\w’-]+|worst|best|\w{2,}(?:[^aeiou\W]|i)est)"
_RANGE = (
    r"(?:so far|yet|ever|on record|in history|of all time|in living memory|since records began"
    r"|in (?:more than |over |nearly |almost )?(?:\w+ )?(?:years|decades|generations|centuries))"
)
_RECORD = re.compile(
    rf"\b(?:the|its|his|her|their|our|[\w]+[’']s)\s+(?P<top>{_TOP})(?:\s+[\w’'-]+){{1,7}}?\s+{_RANGE}\b", re.I
)
# Every superlative has one of these (and so "st"), and every range one of those; they are quicker to look for.
_TOPS = ("est", "most", "least", "worst")
_RANGES = ("so far", "yet", "ever", "record", "history", "time", "memory", "years", "decades", "generations", "centur")
# Words that end like superlatives.
_OTHER = frozenset(
    "interest latest request protest arrest contest forest harvest guest conquest tempest priest west midwest rest"
    " northwest southwest nearest next highest lowest invest quest manifest digest furthest".split()
)


def detect(story: Analysis, settings: Settings, earlier: tuple[Finding, ...]) -> Iterator[Finding]:
    """Superlatives with a range of time in the outlet’s own voice, where no entry was found."""
    known = [f.span for f in earlier if f.rule == RULE]
    text = story.passage.text
    for sentence in story.told:
        lowered = story.text(sentence.span).lower()
        if "st" not in lowered or not any(map(lowered.__contains__, _TOPS)):
            continue
        if not any(map(lowered.__contains__, _RANGES)):
            continue
        for match in _RECORD.finditer(text, *sentence.span):
            start, end = match.start("top"), match.end()
            if match["top"].lower() in _OTHER or any(span.start < end and start < span.end for span in known):
                continue
            if story.voice(start) == "outlet":
                yield Finding(
                    span=Span(start, end),
                    rule=RULE,
                    entry=None,
                    group="stance",
                    category=RULE,
                    severity=1,
                    confidence="medium",
                    voice="outlet",
                    message=MESSAGE,
                    neutral=("(say who has counted, and since when)",),
                    question=QUESTION,
                )
