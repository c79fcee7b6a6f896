"""Questions for a class, built from the evidence. They say where to look, never what was found there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from biasdiff.model import Comparison
from biasdiff.teaching.asking import speech, telling, wording
from biasdiff.teaching.plan import Question

# The most checkable first.
_BUILDERS: tuple[Callable[[Comparison], Iterator[Question]], ...] = (
    telling.tensions,
    speech.quotations,
    telling.figures,
    wording.wording,
    telling.only_here,
    wording.key_words,
    wording.names,
    speech.in_other_words,
    speech.sources,
    speech.voices,
    wording.certainty,
    telling.order,
    speech.verbs,
    speech.heard,
    telling.first_and_last,
    wording.swapped,
    wording.one_word,
)


def questions(result: Comparison, most: int) -> tuple[Question, ...]:
    """At most so many questions: in the order of the builders, the last one on what the stories do well."""
    found = (question for build in _BUILDERS for question in build(result))
    return (*islice(found, max(0, most - 1)), *islice(telling.done_well(result), min(1, most)))
