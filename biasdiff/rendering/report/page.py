"""A comparison as a page shows it: who, what stands out, and what made it. Text only, no markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from biasdiff.model import Analysis, Comparison, Highlight, Place, Profile
from biasdiff.numbering import Ref
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import anchor
from biasdiff.rendering.report.counts import CountGroup, Rates, Strip, cautions, count_groups, rates, strips
from biasdiff.rendering.report.names import NameRow, name_rows
from biasdiff.rendering.report.quotations import Alone, Matched, Told, alone, matched, told
from biasdiff.rendering.report.rows import Block, blocks

# Anything else than a web address could run a script or open a local file.
_WEB = re.compile(r"https?://[^\s\x00-\x1f]+", re.IGNORECASE)
_NUMBERS = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")


class Story(NamedTuple):
    """What the head of the page says of a story."""

    id: str
    label: str
    outlet: str
    source: str
    headline: str
    url: str
    published: str
    profile: Profile


class Standout(NamedTuple):
    """A highlight with links to its places."""

    text: str
    question: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template needs."""

    title: str
    heading: str
    stories: tuple[Story, ...]
    outlets: dict[str, str]
    standouts: tuple[Standout, ...]
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]
    matched: tuple[Matched, ...]
    told: tuple[Told, ...]
    alone: tuple[Alone, ...]
    names: tuple[NameRow, ...]
    counts: tuple[CountGroup, ...]
    rates: Rates | None
    cautions: tuple[str, ...]
    strips: tuple[Strip, ...]
    version: str
    settings: tuple[tuple[str, str], ...]
    lexicons: tuple[tuple[str, str], ...]


def page(result: Comparison) -> Page:
    """Everything that the page of a comparison shows."""
    heading = result.title or f"{_NUMBERS[len(result.analyses)]} stories compared"
    stories = tuple(_story(story, profile) for story, profile in zip(result.analyses, result.profiles, strict=True))
    outlets = {story.id: story.outlet for story in stories}
    return Page(
        title=f"{heading}: {words.joined(list(outlets.values()))}",
        heading=heading,
        stories=stories,
        outlets=outlets,
        standouts=tuple(_standout(result, highlight) for highlight in result.highlights),
        notes=result.notes,
        blocks=blocks(result),
        matched=matched(result),
        told=told(result),
        alone=alone(result),
        names=name_rows(result),
        counts=count_groups(result),
        rates=rates(result),
        cautions=cautions(result),
        strips=strips(result),
        version=result.signature.version,
        settings=tuple((name, value or "none") for name, value in result.signature.settings),
        lexicons=result.signature.lexicons,
    )


def _story(story: Analysis, profile: Profile) -> Story:
    passage = story.passage
    return Story(
        id=passage.id,
        label=passage.id.upper(),
        outlet=passage.outlet or "Outlet not named",
        source=words.OUTLET_SOURCES.get(passage.outlet_source, ""),
        headline=_headline(story),
        url=passage.url if _WEB.fullmatch(passage.url) else "",
        published=passage.published,
        profile=profile,
    )


def _headline(story: Analysis) -> str:
    """The title as given, else the headline of the text."""
    if story.passage.title:
        return story.passage.title
    return next((story.text(one.span) for one in story.sentences if one.role == "headline"), "No headline")


def _standout(result: Comparison, highlight: Highlight) -> Standout:
    return Standout(highlight.text, highlight.question, tuple(_links(result, highlight.places)))


def _links(result: Comparison, places: tuple[Place, ...]) -> list[tuple[str, str]]:
    """Number and anchor of the sentence of each place, in the block where two of them stand together."""
    by_id = {story.passage.id: story for story in result.analyses}
    links = []
    for place in places:
        sentence = by_id[place.passage].sentence_at(place.start)
        other = next((one.passage for one in places if one.passage != place.passage), "")
        if sentence:
            links.append(
                (str(Ref(place.passage, sentence.index)), anchor(list(by_id), place.passage, sentence.index, other))
            )
    return links
