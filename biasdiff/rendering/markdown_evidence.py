"""The parts of the Markdown report that tell what differs between stories beside words and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from biasdiff.model import Comparison, Highlight, Place, Point, Span
from biasdiff.numbering import Ref
from biasdiff.rendering import words
from biasdiff.rendering.escaping import safe
from biasdiff.teaching.evidence import ref_of, story_of

_MOST_ALONE = 12
NO_MATCH = "The tool found no match in the other stories. This may be space, time or choice, and it can miss a match."


def told(result: Comparison, one: Point | Highlight) -> str:
    """A point on one line, with its sentences and its question."""
    refs = ", ".join(dict.fromkeys(_at(result, place) for place in one.places))
    return f"{safe(one.text)} ({refs}) *{safe(one.question)}*"


def _at(result: Comparison, place: Place) -> str:
    return str(ref_of(story_of(result, place.passage), Span(place.start, place.end)))


def matrix(result: Comparison) -> Iterator[str]:
    """Which of several stories tell what; two stories stand side by side anyway."""
    if len(result.analyses) < 3 or not result.told:
        return
    ids = [story.passage.id for story in result.analyses]
    sentences = {unit.id: dict(unit.sentences) for unit in result.units}
    yield from (f"## {words.SECTIONS['told']}", "", f"| | {' | '.join(map(str.upper, ids))} |")
    yield f"|---|{'---|' * len(ids)}"
    for row in result.told:
        inside = [Ref(key, index) for key in ids for index in sentences[row.unit].get(key, ())]
        told_in = (*inside, *(Ref(*place) for place in row.also))
        cells = [" ".join(str(ref) for ref in told_in if ref.story == key) or "–" for key in ids]
        yield f"| {safe(row.text)} | {' | '.join(cells)} |"
    yield ""


def headlines(result: Comparison) -> Iterator[str]:
    """What the texts do not bear out of their headlines."""
    yield from _points(result, "headlines", [point for one in result.headlines for point in one.points])


def tensions(result: Comparison) -> Iterator[str]:
    """Statements that pull apart."""
    yield from _points(result, "tensions", result.tensions)
    yield from _points(result, "placements", result.placements)


def _points(result: Comparison, section: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield from (f"## {words.SECTIONS[section]}", "")
        yield from (f"- {told(result, point)}" for point in points)
        yield ""


def key_words(result: Comparison) -> Iterator[str]:
    """What stories call one thing, a column a story."""
    if not result.key_words:
        return
    ids = [story.passage.id for story in result.analyses]
    yield from (f"## {words.SECTIONS['words']}", "", f"| | {' | '.join(map(str.upper, ids))} |")
    yield f"|---|{'---|' * len(ids)}"
    for found in result.key_words:
        said = {label.passage: safe(label.text) for label in found.words}
        yield f"| {safe(found.thing)} | {' | '.join(said.get(key, '–') for key in ids)} |"
    yield ""


def figures(result: Comparison) -> Iterator[str]:
    """Figures that differ, or that stories count as different things."""
    matches = [match for match in result.figure_matches if match.text]
    if matches:
        yield from (f"## {words.SECTIONS['figures']}", "")
        for match in matches:
            found = [(story_of(result, key), number) for key, number in match.figures]
            refs = ", ".join(str(ref_of(story, story.figures[number].span)) for story, number in found)
            yield f"- {safe(match.text)} ({refs}) *{safe(match.question)}*"
        yield ""


def only_here(result: Comparison) -> Iterator[str]:
    """Names, figures and quotations of one story alone; its sentences stand side by side."""
    yield from (f"## {words.SECTIONS['only']}", "", NO_MATCH, "")
    for story in result.analyses:
        key = story.passage.id
        alone = [one for one in result.only_here if one.passage == key and one.kind != "sentence"]
        shown = [f"{safe(one.text)} ({one.kind}, {ref_of(story, one.spans[0])})" for one in alone[:_MOST_ALONE]]
        more = f"; {len(alone) - _MOST_ALONE} more" if len(alone) > _MOST_ALONE else ""
        yield f"- Only in {key.upper()}: {'; '.join(shown) or 'nothing that the rules know of'}{more}"
    yield ""


def practices(result: Comparison) -> Iterator[str]:
    """What each story does well."""
    if result.practices:
        yield from (f"## {words.SECTIONS['well']}", "")
        for one in result.practices:
            story = story_of(result, one.passage)
            refs = ", ".join(dict.fromkeys(str(ref_of(story, span)) for span in one.places))
            yield f"- {one.passage.upper()}: {safe(one.text)} ({refs})"
        yield ""


def targets(result: Comparison) -> Iterator[str]:
    """Whom the outlets praise or blame in their own words, a column a story."""
    if not result.targets:
        return
    ids = [story.passage.id for story in result.analyses]
    yield from ("## Who is praised or blamed", "", "In the outlet’s own words, where a rule can tell who is meant.", "")
    yield from (f"| Who | {' | '.join(map(str.upper, ids))} |", f"|---|{'---|' * len(ids)}")
    for target in dict.fromkeys(one.target for one in result.targets):
        found = [one for one in result.targets if one.target == target]
        cells = [
            ", ".join(f"{one.findings} {words.DIRECTIONS[one.direction]}" for one in found if one.passage == key) or "–"
            for key in ids
        ]
        yield f"| {safe(target)} | {' | '.join(cells)} |"
    yield ""
