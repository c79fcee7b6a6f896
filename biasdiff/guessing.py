"""Who published a story, where only the text itself tells: “Coast Wire reports”, “This story appeared in …”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from biasdiff.model import Passage, Sentence

_MONTH = r"(?:Jan|Febr)uary|March|April|May|June|July|August|\w+ber"
_DAY = rf"(?!(?:\w+day|{_MONTH})\b)"
_NAME = rf"(?P<name>{_DAY}(?:The |the )?[A-Z][\w&’'-]*(?:\.[A-Z][a-z]+)?(?: (?:of |the |and )?[A-Z][\w&’'-]*){{0,4}})"
# Each sign with words of which its line must have one: they are quicker to look for.
_SIGNS = tuple(
    (needed, re.compile(sign))
    for needed, sign in (
        (
            ("appeared", "published"),
            rf"(?:appeared|was (?:first |originally )?published)(?: first| originally)? (?:in|on|by) {_NAME}",
        ),
        ((" desk",), rf"\bby the {_NAME} desk\b"),
        (("©", "(c)", "opyright"), rf"(?:©|\(c\)|[Cc]opyright)(?: \d{{4}})? {_NAME}"),
        ((" reports",), rf", {_NAME} reports(?:\.|,| citing|$)"),
        ((") ",), rf"\({_NAME}\) [-–—] "),
        ((", ",), rf"^{_NAME}, [A-Z][\w ]+, (?:\w+day )?\d{{1,2}} (?:{_MONTH})\b"),
    )
)


def guess_outlet(passage: Passage, sentences: Sequence[Sentence]) -> Passage:
    """The passage with an outlet that its own text names, marked as a guess; unchanged where one is known.

    Credit lines weigh more than “… reports” in the body, which may credit somebody else’s story.
    """
    if passage.outlet and passage.outlet_source != "file":
        return passage
    likely = [(needed, sign) for needed, sign in _SIGNS if any(map(passage.text.__contains__, needed))]
    lines = [passage.text[s.span.start : s.span.end] for s in sentences]
    for needed, sign in likely:
        for line in lines:
            if any(map(line.__contains__, needed)) and (found := sign.search(line)):
                return replace(passage, outlet=found["name"], outlet_source="guess")
    return passage
