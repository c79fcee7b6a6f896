"""Questions on the choice of words: headlines, names, loaded words, how sure a story sounds."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.model import Analysis, Comparison, Finding, SharedName
from biasdiff.numbering import Ref, listed
from biasdiff.teaching.evidence import (
    first_with,
    headline_sentences,
    own,
    point,
    points,
    ref_of,
    story_of,
    strongest_first,
    words_of,
)
from biasdiff.teaching.plan import Question

# A full name and a surname are what every story has.
_PLAIN_FORMS = 2
_MOST_POINTS = 3


def on_headlines(result: Comparison) -> Question:
    """The question with which a class begins, before it reads the stories."""
    refs = (Ref(s.passage.id, sentence.index) for s in result.analyses for sentence in headline_sentences(s))
    return Question("headlines", "What does each headline make you expect?", points(result, refs))


def key_words(result: Comparison) -> Iterator[Question]:
    """One thing that the stories have different words for."""
    for found in result.key_words[:1]:
        refs = tuple(ref_of(story_of(result, label.passage), label.places[0]) for label in found.words)
        yield Question(
            "one thing, two words",
            f"Look in {listed(refs)} for different words that may stand for the same thing."
            " What does each make you expect? Which would you choose, and why?",
            (found.text,),
        )


def names(result: Comparison) -> Iterator[Question]:
    """The person for whom the stories have the most different words."""
    people = (name for name in result.names if name.kind == "person" and len({one.passage for one in name.labels}) > 1)
    best = max(people, key=_forms, default=None)
    if best and _forms(best) > _PLAIN_FORMS:
        called = ", ".join(f"{one.passage.upper()}: {one.text} ({len(one.places)})" for one in best.labels)
        yield Question("names", f"What does each story call {best.name}? List every name, title and label.", (called,))


def _forms(name: SharedName) -> int:
    return len({label.text.lower() for label in name.labels})


def wording(result: Comparison) -> Iterator[Question]:
    """A sentence of each story that tells what to think."""
    yield Question(
        "wording",
        "In each story, find one sentence that tells you what happened and also what to think of it."
        " Which words do that? Would a fact be lost with plainer words?",
        tuple(told for story in result.analyses for told in _loudest(story)),
    )


def _loudest(story: Analysis) -> tuple[str, ...]:
    found = tuple(point(story, finding) for finding in _strongest(story))
    return found or (f"{story.passage.id.upper()}: the rules mark no such word in the outlet’s own voice.",)


def _strongest(story: Analysis) -> list[Finding]:
    """The strongest wording of a story, each word once."""
    ranked = strongest_first(own(story, "wording"))
    each = {words_of(story, finding.span).lower(): finding for finding in reversed(ranked)}
    return strongest_first(each.values())[:_MOST_POINTS]


def certainty(result: Comparison) -> Iterator[Question]:
    """How sure each story sounds."""
    refs = first_with(result, lambda finding: finding.group == "stance")
    if len(refs) > 1:
        yield Question(
            "certainty",
            f"How sure does each story sound in {listed(refs)}? Which words tell you?",
            points(result, refs, "stance"),
        )


def swapped(_: Comparison) -> Iterator[Question]:
    """A sentence with the names of the sides swapped."""
    yield Question(
        "swapped names",
        "Choose a sentence that praises or blames somebody. Swap the names of the two sides."
        " Does it still sound fair to you?",
    )


def one_word(_: Comparison) -> Iterator[Question]:
    """A word that another outlet might not use."""
    yield Question(
        "one word",
        "Choose one word from each story that another outlet might not use. Who would choose it, and who would not?",
    )
