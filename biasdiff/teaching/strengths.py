"""What each story does well: a class that only looks for faults learns to trust nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biasdiff.model import Analysis, Comparison, QuotationMatch
from biasdiff.numbering import Ref, listed
from biasdiff.teaching.evidence import has_figure, ref_of
from biasdiff.teaching.plan import Strength

_LEAST_FIGURES, _LEAST_SPEAKERS = 2, 2
_OPEN = re.compile(
    r"\b(?:not (?:yet )?(?:clear|known|confirmed)|unclear|could not (?:say|confirm|be (?:reached|confirmed|checked))"
    r"|(?:has|have|had) not (?:checked|seen|confirmed)|(?:is|are) (?:in dispute|disputed)"
    r"|(?:[Ee]stimates|[Aa]ccounts|[Rr]eports)[\w\s]{0,30} differ"
    r"|cannot (?:say|show|tell)|declined to comment)\b",
    re.IGNORECASE,
)


def strengths(result: Comparison) -> tuple[Strength, ...]:
    """Good practice that rules can see, story by story: speakers with names, figures with sources, whole quotations."""
    return tuple(Strength(story.passage.id, text) for story in result.analyses for text in _strengths(story, result))


def _strengths(story: Analysis, result: Comparison) -> Iterator[str]:
    speakers = list(dict.fromkeys(q.speaker_name for q in story.quotations if q.speaker_name))
    if len(speakers) >= _LEAST_SPEAKERS:
        yield f"It quotes {len(speakers)} people or bodies by name: {', '.join(speakers)}."
    whole = tuple(ref for match in result.quotation_matches for ref in _fuller(story, match))
    if whole:
        yield f"It has more of a quotation than another story does: {listed(whole)}."
    if sum(map(has_figure, story.told)) >= _LEAST_FIGURES and not any(
        f.rule == "unattributed_figure" for f in story.findings
    ):
        yield "The rules found a source for every figure in it."
    open_places = tuple(Ref(story.passage.id, s.index) for s in story.told if _OPEN.search(story.text(s.span)))
    if open_places:
        yield f"It says what is not known or not agreed: {listed(open_places)}."


def _fuller(story: Analysis, match: QuotationMatch) -> Iterator[Ref]:
    """The sentence of a quotation of this story that the other story cuts without a sign."""
    key = story.passage.id
    if key in match.passages and any(cut.passage != key and not cut.marked for cut in match.missing):
        number = match.quotations[match.passages.index(key)]
        yield ref_of(story, story.quotations[number].parts[0])
