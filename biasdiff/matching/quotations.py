"""What two stories made of the same quotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from biasdiff.differ import Side, edits
from biasdiff.matching.candidates import candidates
from biasdiff.matching.coverage import Covered, coverage
from biasdiff.matching.notes import notes
from biasdiff.matching.quoted import Said, quoted
from biasdiff.matching.speakers import speakers
from biasdiff.matching.statuses import status
from biasdiff.matching.stretches import Shared, chosen, shared_stretch
from biasdiff.model import Analysis, Missing, QuotationMatch, Span


def match_quotations(left: Analysis, right: Analysis) -> tuple[QuotationMatch, ...]:
    """Quotations that carry the same words in both stories, with how the shared stretch differs.

    In the order of the left story. A quotation may match several of the other story, where one
    outlet gives in two pieces what the other gives in one; what is quoted twice is matched where
    it says most. Swapping the stories mirrors the matches. Never all pairs are compared.
    """
    mine, theirs = quoted(left), quoted(right)
    found = (shared_stretch(mine[i], theirs[j]) for i, j in candidates(mine, theirs))
    matches = chosen([shared for shared in found if shared])
    covered = Covered(matches)
    beside: dict[Said, list[Shared]] = defaultdict(list)
    for shared in matches:
        beside[shared.mine].append(shared)
        beside[shared.theirs].append(shared)
    made = (_match(shared, (*beside[shared.mine], *beside[shared.theirs]), covered) for shared in matches)
    return tuple(sorted(made, key=lambda match: match.quotations))


def _match(shared: Shared, beside: Sequence[Shared], covered: Covered) -> QuotationMatch:
    """A match; `beside` are all matches of its two quotations."""
    mine, theirs = shared.mine, shared.theirs
    of_mine, of_theirs = covered.missing(shared)
    return QuotationMatch(
        passages=(mine.story.passage.id, theirs.story.passage.id),
        quotations=(mine.index, theirs.index),
        status=status(shared),
        coverage=coverage(shared, (*of_mine, *of_theirs)),
        edits=edits(_compared(mine, shared.mine_span, of_mine), _compared(theirs, shared.theirs_span, of_theirs)),
        speakers=speakers(mine, theirs),
        missing=(*of_mine, *of_theirs),
        notes=notes(shared, beside),
    )


def _compared(said: Said, shared: Span, missing: Sequence[Missing]) -> Side:
    """The words of a quotation that a match is about: shared ones, and those that the other story leaves out."""
    spans = [shared, *(span for one in missing for span in one.spans)]
    return said.within(min(span.start for span in spans), max(span.end for span in spans))
