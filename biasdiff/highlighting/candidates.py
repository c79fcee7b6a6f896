"""What could stand out: every piece of evidence that can be told in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from biasdiff.contrasting.phrasing import letter, place, quoted
from biasdiff.highlighting.quotations import NEGATED, quotation_points
from biasdiff.model import Analysis, Comparison, Finding, Highlight, OnlyHere, Place, Point

REVERSED, TENSION, QUOTATION, FIGURE, HEADLINE, LABEL, WORD, WORDING, ONLY = range(9)
# What one story alone has stands out only where it is long, weighty or full of names and figures.
_LEAST_ONLY = {"name": 1.1, "figure": 0.6, "quotation": 0.55, "sentence": 0.5}
_LIMITS = "This may be space, time or choice. What does it add?"


class Candidate(NamedTuple):
    """Evidence with its kind by rank, its weight, its places, and the stories that it tells something of.

    evidence: told already, but for what one story alone has: that is much, and few of it stands out.
    """

    rank: int
    weight: float
    places: tuple[Place, ...]
    about: tuple[str, ...]
    evidence: Highlight | OnlyHere

    @property
    def highlight(self) -> Highlight:
        """The evidence as it is told."""
        return self.evidence if isinstance(self.evidence, Highlight) else _told_only(self.evidence, self.places)


def candidates(result: Comparison) -> Iterator[Candidate]:
    """All evidence that could stand out."""
    by_id = {story.passage.id: story for story in result.analyses}
    yield from (_of_point(TENSION, point) for point in result.tensions)
    for point in quotation_points(result.quotation_matches, by_id):
        yield _of_point(REVERSED if point.weight >= NEGATED else QUOTATION, point)
    own = [(story, _own(story)) for story in result.analyses]
    yield from _figures(result, by_id)
    for story, findings in own:
        yield from _unsourced(story, findings)
    yield from (_of_point(HEADLINE, point) for one in result.headlines for point in one.points)
    yield from (_of_point(LABEL, point) for point in result.name_points)
    yield from _words(result)
    yield from (_of_point(WORD, point) for point in result.placements)
    for story, findings in own:
        yield from _wording(story, findings)
    yield from (_only(one) for one in result.only_here if one.weight >= _LEAST_ONLY[one.kind])


def _of_point(rank: int, point: Point) -> Candidate:
    highlight = Highlight(point.kind, point.text, point.question, point.places)
    return Candidate(rank, point.weight, point.places, _about(point.places), highlight)


def _about(places: tuple[Place, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.passage for place in places))


def _figures(result: Comparison, by_id: dict[str, Analysis]) -> Iterator[Candidate]:
    """Figures that differ or count other things."""
    for match in result.figure_matches:
        if match.text:
            places = tuple(place(by_id[key], by_id[key].figures[number].span) for key, number in match.figures)
            highlight = Highlight("figure", match.text, match.question, places)
            yield Candidate(FIGURE, match.weight, places, _about(places), highlight)


def _unsourced(story: Analysis, findings: Iterable[Finding]) -> Iterator[Candidate]:
    """Strong figures that nobody answers for."""
    for finding in findings:
        if finding.rule == "unattributed_figure" and finding.severity > 1:
            printed = quoted(story.text(finding.span))
            text = f"{letter(story)} gives {printed} with no source in this sentence or the one before."
            yield _of_finding(FIGURE, story, finding, text)


def _words(result: Comparison) -> Iterator[Candidate]:
    for one in result.key_words:
        places = tuple(Place(label.passage, *span) for label in one.words for span in label.places)
        highlight = Highlight("word", one.text, one.question, places)
        yield Candidate(WORD, one.weight, places, _about(places), highlight)


def _wording(story: Analysis, findings: Iterable[Finding]) -> Iterator[Candidate]:
    for finding in findings:
        if finding.group == "wording" and finding.severity > 1:
            text = f"{letter(story)} uses {quoted(story.text(finding.span))} in its own words. {finding.message}"
            yield _of_finding(WORDING, story, finding, text)


def _own(story: Analysis) -> list[Finding]:
    """Findings in the outlet's voice; the same words are told of once, where they weigh most."""
    weighed = sorted((f for f in story.findings if f.voice == "outlet"), key=lambda f: (-f.severity, f.span))
    return list({(f.rule, story.text(f.span).casefold()): f for f in reversed(weighed)}.values())


_SURE = {"high": 0.05, "medium": 0.0, "low": -0.1}


def _of_finding(rank: int, story: Analysis, finding: Finding, text: str) -> Candidate:
    places = (place(story, finding.span),)
    exact = 0.05 * any(map(str.isdigit, story.text(finding.span)))
    weight = 0.25 * finding.severity + _SURE[finding.confidence] + exact
    highlight = Highlight(finding.rule, text, finding.question, places)
    return Candidate(rank, weight, places, (story.passage.id,), highlight)


def _only(one: OnlyHere) -> Candidate:
    places = tuple([Place(one.passage, *span) for span in one.spans])
    return Candidate(ONLY, one.weight, places, (one.passage,), one)


def _told_only(one: OnlyHere, places: tuple[Place, ...]) -> Highlight:
    where = " or ".join(map(letter, one.absent))
    does = {"quotation": "quotes", "figure": "gives"}.get(one.kind, "tells this:")
    sure = "sure match" if one.perhaps else "match"
    text = f"Only {letter(one.passage)} {does} {quoted(one.text)}; no {sure} was found in {where}."
    return Highlight("only_here", text, _LIMITS, places)
