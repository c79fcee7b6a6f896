"""What a lesson takes from a comparison: findings in the outlets' own voice, their places and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile

from biasdiff.model import Analysis, Comparison, Edit, Finding, Sentence, Span
from biasdiff.numbering import Ref
from biasdiff.stopwords import STOPWORDS


def story_of(result: Comparison, key: str) -> Analysis:
    """The story with an id."""
    return next(story for story in result.analyses if story.passage.id == key)


def ref_of(story: Analysis, span: Span) -> Ref:
    """The sentence in which a span begins."""
    return Ref(story.passage.id, next(story.between(span), story.sentences[0]).index)


def words_of(story: Analysis, span: Span) -> str:
    """The words as printed, on one line."""
    return " ".join(story.text(span).split())


def headline(story: Analysis) -> str:
    """The title as it was given, else the headline in the text; empty where there is neither."""
    return " ".join(story.passage.title.split()) or " ".join(
        words_of(story, sentence.span) for sentence in headline_sentences(story)
    )


def headline_sentences(story: Analysis) -> tuple[Sentence, ...]:
    """The sentences of the first headline: “OPEN! Gates swing wide at the zoo” has two. The same told again is left."""
    firsts = [sentence for sentence in story.sentences if sentence.role == "headline"]
    line = takewhile(lambda s: "\n" not in story.passage.text[firsts[0].span.start : s.span.end], firsts)
    return tuple(line)


def own(story: Analysis, *groups: str) -> Iterator[Finding]:
    """The findings in the outlet's own voice, of some groups or of all."""
    return (f for f in story.findings if f.voice == "outlet" and (not groups or f.group in groups))


def own_in(story: Analysis, sentence: Sentence) -> Iterator[Finding]:
    """The findings of one sentence in the outlet's own voice."""
    return (f for f in story.findings_in(sentence.span) if f.voice == "outlet")


def strongest_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then in the order of the story."""
    return sorted(findings, key=lambda finding: (-finding.severity, finding.span))


def point(story: Analysis, finding: Finding) -> str:
    """A finding in one line: where, which words, and why it is shown."""
    return f"{ref_of(story, finding.span)} “{words_of(story, finding.span)}”: {finding.message}"


def points(result: Comparison, refs: Iterable[Ref], *groups: str) -> tuple[str, ...]:
    """What was found in some sentences in the outlets' own voice."""
    out = []
    for ref in refs:
        story = story_of(result, ref.story)
        out += [point(story, finding) for finding in own(story, *groups) if ref_of(story, finding.span) == ref]
    return tuple(out)


def first_with(result: Comparison, fits: Callable[[Finding], bool]) -> tuple[Ref, ...]:
    """For each story, the sentence with its strongest fitting finding in the outlet's own voice."""
    found = ((story, strongest_first(filter(fits, own(story)))) for story in result.analyses)
    return tuple(ref_of(story, findings[0].span) for story, findings in found if findings)


def first_of_each(result: Comparison, fits: Callable[[Analysis, Sentence], bool]) -> tuple[Ref, ...]:
    """The first body sentence of each story that fits."""
    found = ((s, next((x for x in s.told if x.role == "body" and fits(s, x)), None)) for s in result.analyses)
    return tuple(Ref(story.passage.id, sentence.index) for story, sentence in found if sentence)


def has_figure(sentence: Sentence) -> bool:
    """Whether a number stands in a sentence."""
    return any(word.norm[:1].isdigit() for word in sentence.words)


def differences(left: Analysis, right: Analysis, edits: Sequence[Edit]) -> tuple[str, ...]:
    """What differs between two versions, in words: “A has “him”, B has “[the mayor]”.”

    Differences in small words alone, and words that only stand elsewhere, are passed over.
    """
    a, b = left.passage.id.upper(), right.passage.id.upper()
    out = []
    for edit in edits:
        mine, theirs = words_of(left, edit.left), words_of(right, edit.right)
        if edit.tag == "equal" or edit.moved or {*mine.lower().split(), *theirs.lower().split()} <= STOPWORDS:
            continue
        both = f"{a} has “{mine}”, {b} has “{theirs}”."
        out.append(both if mine and theirs else f"Only {a if mine else b} has “{mine or theirs}”.")
    return tuple(out)
