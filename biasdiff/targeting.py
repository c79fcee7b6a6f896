"""Whom a finding praises or blames, where grammar tells it safely."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from biasdiff.model import LEAST_WORDS_FOR_RATES, Analysis, Finding, Name, NameKind, Profile, TargetCount

# The mention that wording speaks of is one of the last few before it, and not far.
_NEAREST, _FARTHEST = 24, 200
_HELPING = r"(?:is|are|was|were|be|been|has|have|had|will|would|now|then|also|still|only|even|just|again|\w+ly)"
# “Mr Hale’s plan is ...”, “Hale’s ...”
_OWNED = re.compile(rf"^[’']s?(?: [a-z-]+){{0,2}}(?: {_HELPING}){{0,3}} $")
_BEING = re.compile(r"\b(?:is|are|was|were) (?:\w+ )?$")
# “Talvia unleashed”, “Reyes has now ...”
_SUBJECT = re.compile(rf"^(?: {_HELPING}){{0,3}} $")
# “Reyes is a ...”
_PREDICATE = re.compile(
    r"^ (?:is|are|was|were|remains?|became|has been|looks|seems)(?: (?:an?|the|so|very|too|no longer))* $"
)
# “in Talvia”, “a letter to Hale”: what a preposition leads to is no subject.
_LED = re.compile(r"\b(?:in|of|at|on|from|for|to|with|by|near|under|over|against|about)(?: the)? $", re.I)
# “was slammed by”: whoever suffers it has not done it.
_PASSIVE = re.compile(r" (?:\w+ly )?(?:by|from all|for)\b")
# “the infamous Hale v. Orlan case”, “the hard-line Ulden Council staff”: the word is said of something else.
_GOES_ON = re.compile(r"[’']s?\b| v\. ")
_NOUN = re.compile(r" [a-z]")
_VERBAL = ("eval.verb", "eval.adv", "metaphor.war", "metaphor.disaster", "metaphor.animal", "dysphemism")
# What may stand right before the name that it means, and right behind its possessive.
_BEFORE_NAME, _BEHIND_NAME = ("eval.adj", "label"), ("eval.adj", "eval.noun", "label")

# Where a mention begins and ends, and the name and its kind.
_Mention = tuple[int, int, str, NameKind]
_END = itemgetter(1)


def aim(story: Analysis, names: Iterable[Name]) -> Analysis:
    """The story with its findings aimed anew, by names that several stories tell."""
    findings = aimed(story, story.findings, names)
    return story if findings is story.findings else replace(story, findings=findings)


def aimed(story: Analysis, findings: tuple[Finding, ...], names: Iterable[Name]) -> tuple[Finding, ...]:
    """Findings with `target` set of those that praise or blame somebody who can be told.

    A target is told where the wording stands inside a label (“the valiant president”), right before a
    name or behind a possessive, is said of a name by “is”, or is the verb of a name. Everything else
    stays open.
    """
    mentions = sorted(
        [(m.start, m.end, name.name, name.kind) for name in names if name.kind != "other" for m in name.mentions]
    )
    if not mentions:
        return findings
    starts = [mention[0] for mention in mentions]
    targets = {
        at: _target(story, finding, mentions, starts) for at, finding in enumerate(findings) if finding.direction
    }
    changed = {at: target for at, target in targets.items() if target != findings[at].target}
    if not changed:
        return findings
    return tuple([one._replace(target=changed[at]) if at in changed else one for at, one in enumerate(findings)])


def _target(story: Analysis, finding: Finding, mentions: Sequence[_Mention], starts: Sequence[int]) -> str | None:
    sentence = story.sentence_at(finding.span.start)
    if sentence is None:
        return None
    text, (start, end) = story.passage.text, finding.span
    behind = bisect_right(starts, start)
    before = mentions[max(bisect_left(starts, sentence.span.start), behind - _NEAREST) : behind]
    inside = [(last - first, name) for first, last, name, _ in before if first <= start and end <= last]
    if inside:
        return min(inside, key=itemgetter(0))[1]
    at = bisect_left(starts, end, behind)
    if text[end : end + 1] == " " and starts[at : at + 1] == [end + 1] and finding.rule.startswith(_BEFORE_NAME):
        return mentions[at][2] if _is_head(text, mentions[at]) else None
    nearest = max([m for m in before if m[1] <= start], key=_END, default=None)
    if nearest is None or start - nearest[1] > _FARTHEST:
        return None
    first, last, name, _ = nearest
    between = text[last:start]
    if between in ("’s ", "'s ") and finding.rule.startswith(_BEHIND_NAME):
        return name
    if _OWNED.match(between) and (finding.rule in _VERBAL or _BEING.search(between)):
        return name
    if _LED.search(text, max(0, first - 16), first):
        return None
    verbal = finding.rule in _VERBAL
    said = _SUBJECT.match(between) and not _PASSIVE.match(text, end) if verbal else _PREDICATE.match(between)
    return name if said else None


def _is_head(text: str, mention: _Mention) -> bool:
    """Whether a name does not merely tell of something else: America’s toughest sheriff, White House advisers."""
    _, end, _, kind = mention
    if _GOES_ON.match(text, end):
        return False
    return kind == "person" or not _NOUN.match(text, end)


def target_counts(stories: Sequence[Analysis], profiles: Sequence[Profile]) -> tuple[TargetCount, ...]:
    """Findings in the outlets' own voice by whom they praise or blame; those with most findings first.

    The rate is of findings per 100 words of the outlet's own voice; None where it has under 150.
    """
    found: dict[str, list[TargetCount]] = defaultdict(list)
    for story, profile in zip(stories, profiles, strict=True):
        for count in _counts(story, profile.outlet_words):
            found[count.target].append(count)
    order = sorted(found, key=lambda name: (-sum(count.findings for count in found[name]), name))
    return tuple(count for name in order for count in found[name])


def _counts(story: Analysis, words: int) -> Iterator[TargetCount]:
    own = [f for f in story.findings if f.target and f.direction and f.voice == "outlet"]
    tally = Counter((f.target, f.direction) for f in own)
    strong = Counter((f.target, f.direction) for f in own if f.severity > 1)
    for (target, direction), number in sorted(tally.items(), key=str):
        rate = round(100 * number / words, 3) if words >= LEAST_WORDS_FOR_RATES else None
        yield TargetCount(str(target), story.passage.id, direction, number, strong[target, direction], rate)
