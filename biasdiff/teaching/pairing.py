"""Pairs of sentences for pair work, and sentences to rewrite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, zip_longest

from biasdiff.errors import InputError
from biasdiff.model import Analysis, Comparison, Edit, Finding, Link, Sentence
from biasdiff.numbering import Ref
from biasdiff.teaching.evidence import own_in, story_of, words_of
from biasdiff.teaching.plan import Pairing, Plan

REWRITES = 2
# In a sentence with fewer words of the outlet's own there is nothing to choose between.
_FEWEST_WORDS = 8


def pairs(result: Comparison, plan: Plan) -> tuple[Pairing, ...]:
    """The pairs named, or so many of the linked ones with the most to talk about, in the order of the stories.

    Raises InputError for a pair with a sentence that is not there or is left out, or of one story.
    """
    if isinstance(plan.pairs, int):
        return _chosen(result, plan.pairs)
    return tuple(_named(result, left, right, plan.left_out) for left, right in plan.pairs)


def _named(result: Comparison, left: Ref, right: Ref, left_out: tuple[Ref, ...]) -> Pairing:
    known = {Ref(story.passage.id, s.index) for story in result.analyses for s in story.sentences}
    for ref in (left, right):
        if ref not in known:
            raise InputError(f"--pairs: {ref} is no sentence of these stories. The report numbers them.")
        if ref in left_out:
            raise InputError(f"--pairs: {ref} is left out by --leave-out. Name another sentence, or show this one.")
    if left.story == right.story:
        raise InputError(f"--pairs: {left} and {right} are of one story. Name a sentence of each of two stories.")
    both = {left, right}
    link = next((n for n, one in enumerate(result.links) if both <= set(chain(*_refs(one)))), None)
    return Pairing((left,), (right,), link)


def _chosen(result: Comparison, most: int) -> tuple[Pairing, ...]:
    """Every two stories have their turn; within them, the links with the most evidence come first.

    No sentence stands in two pairs.
    """
    by_stories: dict[tuple[str, str], list[tuple[float, int]]] = {}
    for number, (link, edits) in enumerate(zip(result.links, result.edits, strict=True)):
        if (weight := _weight(result, link, edits)) > 0:
            by_stories.setdefault(link.passages, []).append((-weight, number))
    turns = zip_longest(*(sorted(ranked) for ranked in by_stories.values()))
    kept: list[Pairing] = []
    used: set[Ref] = set()
    for _, number in (one for turn in turns for one in turn if one):
        pairing = Pairing(*_refs(result.links[number]), number)
        refs = {*pairing.left, *pairing.right}
        if len(kept) < most and not refs & used:
            kept.append(pairing)
            used |= refs
    return tuple(sorted(kept, key=lambda one: (one.left, one.right)))


def _refs(link: Link) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    left, right = (
        tuple(Ref(story, index) for index in indices)
        for story, indices in zip(link.passages, link.sentences, strict=True)
    )
    return left, right


def _weight(result: Comparison, link: Link, edits: Sequence[Edit]) -> float:
    """How much there is to talk about.

    0 where the link is doubtful, both sides have the same words, or one stands for a headline.
    Wording that both sides share is no difference, and does not count.
    """
    sides = [[(story_of(result, ref.story), ref.sentence) for ref in refs] for refs in _refs(link)]
    if not link.sure or all(edit.tag == "equal" for edit in edits):
        return 0
    if any(story.sentences[index].role != "body" for side in sides for story, index in side):
        return 0
    left, right = (_wording(side) for side in sides)
    return link.score * (1 + sum((left - right).values()) + sum((right - left).values()))


def _wording(side: Sequence[tuple[Analysis, int]]) -> Counter[str]:
    """Words with a finding in the outlet's own voice, each with its severity."""
    return Counter(
        {
            words_of(story, finding.span).lower(): finding.severity
            for story, index in side
            for finding in own_in(story, story.sentences[index])
        }
    )


def to_rewrite(result: Comparison) -> tuple[Ref, ...]:
    """At most two sentences, of different stories, with the strongest wording of the outlet's own.

    A story whose own sentences have no such wording gives none: a plain sentence is nothing to put right.
    """
    best = [(*_strongest(story), story.passage.id) for story in result.analyses]
    kept = sorted((one for one in best if one[0]), key=lambda one: (-one[0], one[2]))[:REWRITES]
    return tuple(sorted(Ref(key, index) for _, index, key in kept))


def _strongest(story: Analysis) -> tuple[int, int]:
    """Weight and index of a story's sentence to rewrite; weight 0 where it has none."""
    ranked = [(_force(story, sentence), -sentence.index) for sentence in story.told if sentence.role == "body"]
    weight, index = max(ranked, default=(0, 0))
    return weight, -index


def _force(story: Analysis, sentence: Sentence) -> int:
    """The severities of what a writer could have put otherwise."""
    if sum(story.voice(word.start) == "outlet" for word in sentence.words) < _FEWEST_WORDS:
        return 0
    return sum(finding.severity for finding in own_in(story, sentence) if _is_choice(finding))


def _is_choice(finding: Finding) -> bool:
    """Whether a finding is a choice of words; a hedge is care, and a missing source cannot be written in."""
    return finding.rule == "attribution.verb" or (finding.group in ("wording", "stance") and finding.rule != "hedge")
