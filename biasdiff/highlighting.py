"""What stands out: a few pieces of evidence, the most checkable first, each with a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from biasdiff.model import Analysis, Comparison, Edit, Finding, Highlight, Place, QuotationMatch

MOST = 6
LEAST_WORDS = 2
_LONGEST = 90


def highlights(result: Comparison) -> tuple[Highlight, ...]:
    """At most six things that stand out: quotations first, then figures, the headline, and strong wording.

    Every story with evidence has its share: the kinds are taken in turn, and within a kind the stories.
    """
    by_id = {story.passage.id: story for story in result.analyses}
    kinds = [
        list(_quotations(result.quotation_matches, by_id)),
        *(_in_turn(result.analyses, rules) for rules in (("unattributed_figure",), ("quotation.claim_quote",))),
        _strong_wording(result),
    ]
    taken = [one for row in zip_longest(*kinds) for one in row if one]
    order = {id(one): number for number, one in enumerate(chain.from_iterable(kinds))}
    return tuple(sorted(taken[:MOST], key=lambda one: order[id(one)]))


def _quotations(matches: Sequence[QuotationMatch], by_id: dict[str, Analysis]) -> Iterator[Highlight]:
    """Altered words weigh most, then cuts, then editor's brackets."""
    told: set[tuple[str, ...]] = set()
    rank = {"altered": 0, "bracketed": 2, "punctuation": 3, "same": 3}
    for match in sorted(matches, key=lambda m: (rank[m.status] if m.coverage == "whole" else 1, m.quotations)):
        left, right = (by_id[key] for key in match.passages)
        change = next((edit for edit in match.edits if edit.tag != "equal"), None)
        if change is None or match.coverage == "fragment" or _is_form_only(match):
            continue
        words = tuple(
            story.text(span).casefold() for story, span in zip((left, right), (change.left, change.right), strict=True)
        )
        if words in told or (max(len(side.split()) for side in words) < LEAST_WORDS and change.tag != "replace"):
            continue
        told.add(words)
        places = tuple(
            Place(story.passage.id, story.quotations[number].parts[0].start, story.quotations[number].parts[-1].end)
            for story, number in zip((left, right), match.quotations, strict=True)
        )
        yield Highlight("quotation", *_told_change(left, right, change, match), places)


def _is_form_only(match: QuotationMatch) -> bool:
    """Whether all that differs is a contraction, or a number in words or in figures."""
    return any(note.kind in ("contracted", "figures") for note in match.notes)


def _told_change(left: Analysis, right: Analysis, change: Edit, match: QuotationMatch) -> tuple[str, str]:
    a, b = left.passage.id.upper(), right.passage.id.upper()
    mine, theirs = (_quoted(story.text(span)) for story, span in ((left, change.left), (right, change.right)))
    start = f"{a} and {b} quote the same words."
    if change.tag == "replace":
        question = (
            "Square brackets mark an editor’s words. Which is closer to what was said?"
            if match.status == "bracketed"
            else "Which is closer to what was said? Where could you check?"
        )
        return f"{start} {a} has {mine} where {b} has {theirs}.", question
    longer, shorter, words = (a, b, mine) if change.tag == "delete" else (b, a, theirs)
    return f"{start} {longer} also has {words}; {shorter} does not.", "What do these words change?"


def _in_turn(stories: Sequence[Analysis], rules: tuple[str, ...]) -> list[Highlight]:
    """The strongest findings of some rules, story by story in turn."""
    rows = [
        [
            _of_finding(story, f)
            for f in sorted(_own(story), key=lambda f: (-f.severity, f.span))
            if f.rule in rules and f.severity > 1
        ]
        for story in stories
    ]
    return [one for row in zip_longest(*rows) for one in row if one]


def _strong_wording(result: Comparison) -> list[Highlight]:
    rows = []
    for story in result.analyses:
        strong = [f for f in _own(story) if f.group == "wording" and f.severity > 1]
        rows.append([_of_finding(story, f) for f in sorted(strong, key=lambda f: (-f.severity, f.span))])
    return [one for row in zip_longest(*rows) for one in row if one]


def _own(story: Analysis) -> Iterator[Finding]:
    """Findings in the outlet's voice; the same words are told of once, where they weigh most."""
    own = (finding for finding in story.findings if finding.voice == "outlet")
    weighed = sorted(own, key=lambda f: (-f.severity, f.span))
    return iter({(f.rule, story.text(f.span).casefold()): f for f in reversed(weighed)}.values())


def _of_finding(story: Analysis, finding: Finding) -> Highlight:
    name, words = story.passage.id.upper(), _quoted(story.text(finding.span))
    text = {
        "unattributed_figure": f"{name} gives {words} and names no source for it in this sentence or the one before.",
        "quotation.claim_quote": f"The headline of {name} puts {words} in quotation marks; nobody says so in the text.",
    }.get(finding.rule, f"{name} uses {words} in its own words. {finding.message}")
    return Highlight(finding.rule, text, finding.question, (Place(story.passage.id, *finding.span),))


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + '…'}”"
