"""The school grade of a story by one named formula, from textstat."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from biasdiff.model import Readability, Sentence

MEASURE = "Coleman–Liau grade (US school years)"
LEAST_WORDS = 100


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
        formulas = _textstat()
    except ImportError:
        return Readability(MEASURE, None, "textstat is not installed, so no grade could be computed.")
    # textstat splits at every full stop; ours are kept by leaving one at the end of each sentence.
    plain = " ".join([_without_stops(text[s.span.start : s.span.end]) + "." for s in body])
    grade = round(formulas.coleman_liau_index(plain), 1)
    return Readability(
        MEASURE, grade, "It counts letters and sentence lengths only; a grade says nothing about fairness."
    )


def _without_stops(sentence: str) -> str:
    return sentence.replace(".", "").replace("!", "").replace("?", "")


def _textstat() -> Any:
    """textstat, imported late. Raises ImportError where it is not installed.

    It imports nltk for syllables, which our formula does not count, and that takes longer to load than
    all else together; so textstat is given a stand-in that loads nltk when it is first needed.
    """
    stands_in = not {"nltk", "textstat"} & sys.modules.keys()
    if stands_in:
        sys.modules["nltk"] = _Later("nltk")
    try:
        from textstat import textstat
    finally:
        if stands_in:
            del sys.modules["nltk"]
    return textstat


class _Later(ModuleType):
    """Stands in for a module, which is imported on the first look at anything in it."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)
