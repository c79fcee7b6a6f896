"""The words that a story has for a thing, where they stand, with the words that say what it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.fields import FIELDS
from biasdiff.contrasting.ground import Ground, own
from biasdiff.model import Analysis, Sentence, Span
from biasdiff.stopwords import STOPWORDS

_MOST_MODIFIERS = 2
# First words of terms, and how many words these have, the most first.
_SIZES = {term[0]: sorted({len(other) for other in FIELDS if other[0] == term[0]}, reverse=True) for term in FIELDS}
_FIRST_WORDS = frozenset(_SIZES)
# A word can go together with one of the last few uses before it.
_BESIDE = 12
# Words that tell which one of several is meant, not what it is.
_NO_MODIFIERS = STOPWORDS | frozenset(
    "another back new first second third last next potential possible such any this that two three four five six many "
    "several".split()
)
# Behind these, what looks like a modifier is a verb: to back cuts.
_BEFORE_VERB = frozenset("to will would can could may might must should they we you i who".split())
_POINTING = frozenset("it they this that these those".split())


class Use(NamedTuple):
    """A word for a thing where it stands: the term as compared, and its span with the words that go with it.

    kind: whether a field names the thing, a plainer word does, or it is what somebody says.
    """

    thing: str
    term: str
    span: Span
    severity: int
    phrase: str
    kind: Literal["field", "plainer", "speech"] = "field"

    @property
    def forms(self) -> tuple[str, ...]:
        """The word without its inflection, and the phrase where words that say what it is stand before it."""
        short = stem(self.term)
        return (short,) if short == self.phrase else (short, self.phrase)


class Words(NamedTuple):
    """The uses of a story by sentence, and every form of them."""

    uses: list[list[Use]]
    forms: frozenset[str]


def by_sentence(ground: Ground, story: Analysis) -> Words:
    """The words of each sentence; one that opens with “it” has those of the sentences before too."""
    norms = ground.norms(story.passage.id)
    own = [
        [] if _FIRST_WORDS.isdisjoint(words) or sentence.role == "boilerplate" else _uses(story, sentence, words)
        for sentence, words in zip(story.sentences, norms, strict=True)
    ]
    uses = [_pointing(own, at) if words and words[0] in _POINTING else own[at] for at, words in enumerate(norms)]
    return Words(uses, frozenset([form for found in own if found for use in found for form in use.forms]))


def _pointing(own: Sequence[list[Use]], at: int) -> list[Use]:
    """The words of a sentence that opens with “it”, with those for other things in the two sentences before."""
    things = {use.thing for use in own[at]}
    before = (use for back in (1, 2) if at >= back for use in own[at - back])
    return [*own[at], *(use for use in before if use.thing not in things)]


def _uses(story: Analysis, sentence: Sentence, norms: tuple[str, ...]) -> list[Use]:
    """The words of a sentence that stand in a field, in the outlet's own voice or its report."""
    found: list[Use] = []
    for at in [at for at, norm in enumerate(norms) if norm in _SIZES]:
        for size in _SIZES[norms[at]]:
            things = FIELDS.get(norms[at : at + size])
            if things and at + size <= len(norms) and own(story, sentence.words[at].start):
                found += _here(story, sentence, norms, at, size, things)
                break
    return _merged(found)


def _here(
    story: Analysis, sentence: Sentence, norms: tuple[str, ...], at: int, size: int, things: Sequence[str]
) -> list[Use]:
    """The uses of a term of so many words that begins at a word: one for each thing that it is a word for."""
    first = _first(story, sentence, at)
    span = Span(sentence.words[first].start, sentence.words[at + size - 1].end)
    severity = max([f.severity for f in story.findings_in(span) if f.group == "wording"], default=0)
    term = " ".join(norms[at : at + size])
    phrase = " ".join((*norms[first:at], stem(term)))
    return [Use(thing, term, span, severity, phrase) for thing in things]


def _first(story: Analysis, sentence: Sentence, at: int) -> int:
    """Where a term begins with the words before it that say what it is: peace deal, savings plan."""
    first, text = at, story.passage.text
    while first and at - first < _MOST_MODIFIERS:
        before = sentence.words[first - 1]
        bound = text[before.end : sentence.words[first].start] == " "
        if not bound or not _is_modifier(before.norm) or text[before.start].isupper():
            break
        first -= 1
    return at if first < at and first and sentence.words[first - 1].norm in _BEFORE_VERB else first


@lru_cache(maxsize=1 << 12)
def _is_modifier(norm: str) -> bool:
    return (
        norm.isalpha() and norm not in _NO_MODIFIERS and not norm.endswith(("ed", "ing", "ly", "s")) and len(norm) > 2
    )


def _merged(found: Sequence[Use]) -> list[Use]:
    """“ceasefire agreement” as one use of its first word, where both words are of the field."""
    merged: list[Use] = []
    for use in found:
        for at in range(max(0, len(merged) - _BESIDE), len(merged)):
            before = merged[at]
            if before.thing == use.thing and use.span.start <= before.span.start < use.span.end:
                merged[at] = before._replace(span=use.span, severity=max(before.severity, use.severity))
                break
        else:
            merged.append(use)
    return merged
