"""The school grade of a story by one named formula, from textstat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from biasdiff.model import Readability, Sentence

MEASURE = "Coleman–Liau grade (US school years)"
LEAST_WORDS = 100
_INNER_STOPS = re.compile(r"[.!?]+")


def readability(text: str, sentences: Sequence[Sentence]) -> Readability:
    """The Coleman–Liau grade of the body, from letters per word and words per sentence.

    That formula (Coleman & Liau 1975) is used because it counts letters, not syllables: others of
    textstat fetch a dictionary from the network. The grade is None, with a note that says why,
    below 100 words or where textstat is not installed.
    """
    body = [s for s in sentences if s.role == "body"]
    if sum(len(s.words) for s in body) < LEAST_WORDS:
        return Readability(MEASURE, None, f"Fewer than {LEAST_WORDS} words: too short for a grade.")
    try:
        # Imported late: textstat brings nltk with it and takes longer to load than all else together.
        from textstat import textstat
    except ImportError:
        return Readability(MEASURE, None, "textstat is not installed, so no grade could be computed.")
    # textstat splits at every full stop; ours are kept by leaving one at the end of each sentence.
    plain = " ".join(_INNER_STOPS.sub("", text[s.span.start : s.span.end]) + "." for s in body)
    grade = round(textstat.coleman_liau_index(plain), 1)
    return Readability(
        MEASURE, grade, "It counts letters and sentence lengths only; a grade says nothing about fairness."
    )
