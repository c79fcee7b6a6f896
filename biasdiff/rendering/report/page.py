"""A comparison as a page shows it: who, what stands out, and what made it. Text only, no markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from biasdiff.contrasting.phrasing import listed
from biasdiff.model import Analysis, Comparison, Profile
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide
from biasdiff.rendering.report.charts import Chart, count_chart, rate_chart
from biasdiff.rendering.report.contrasts import Ratios, TargetRow, ratios, target_rows
from biasdiff.rendering.report.counts import CountGroup, RateRow, cautions, count_groups, rates
from biasdiff.rendering.report.figures import Figures, figures
from biasdiff.rendering.report.headlines import Headed, Tension, headed, tensions
from biasdiff.rendering.report.keywords import WordRow, word_rows
from biasdiff.rendering.report.matrix import Thing, things
from biasdiff.rendering.report.names import Names, names
from biasdiff.rendering.report.only import Only, Strengths, only, strengths
from biasdiff.rendering.report.points import Asked, Told, asked, standouts
from biasdiff.rendering.report.quotations import Alone, Retold, Utterance, alone, told, utterances
from biasdiff.rendering.report.rows import Block, blocks
from biasdiff.rendering.report.sources import SourceRow, source_rows
from biasdiff.rendering.report.strips import Places, places

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


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template needs."""

    title: str
    heading: str
    stories: tuple[Story, ...]
    outlets: dict[str, str]
    sections: tuple[tuple[str, str], ...]
    standouts: tuple[Told, ...]
    things: tuple[Thing, ...]
    headed: tuple[Headed, ...]
    tensions: tuple[Tension, ...]
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]
    utterances: tuple[Utterance, ...]
    told: tuple[Retold, ...]
    alone: tuple[Alone, ...]
    sources: tuple[SourceRow, ...]
    names: Names
    word_rows: tuple[WordRow, ...]
    figures: Figures
    only: tuple[Only, ...]
    placements: tuple[Asked, ...]
    strengths: tuple[Strengths, ...]
    targets: tuple[TargetRow, ...]
    ratios: Ratios
    counts: tuple[CountGroup, ...]
    count_chart: Chart | None
    rates: tuple[RateRow, ...]
    rate_chart: Chart | None
    cautions: tuple[str, ...]
    places: Places
    version: str
    settings: tuple[tuple[str, str], ...]
    lexicons: tuple[tuple[str, str], ...]


def page(result: Comparison) -> Page:
    """Everything that the page of a comparison shows."""
    heading = result.title or f"{_NUMBERS[len(result.analyses)]} stories compared"
    stories = tuple(_story(story, profile) for story, profile in zip(result.analyses, result.profiles, strict=True))
    outlets = {story.id: story.outlet for story in stories}
    guide = Guide(result)
    sections = _sections(result)
    counts, per_hundred = count_groups(result), rates(result)
    return Page(
        title=f"{heading}: {listed(list(outlets.values()))}",
        heading=heading,
        stories=stories,
        outlets=outlets,
        sections=tuple((key, words.SECTIONS[key]) for key in sections),
        standouts=standouts(result, guide, sections),
        things=things(result, guide),
        headed=headed(result, guide),
        tensions=tensions(result, guide),
        notes=result.notes,
        blocks=blocks(result),
        utterances=utterances(result, guide),
        told=told(result, guide),
        alone=alone(result, guide),
        sources=source_rows(result, guide),
        names=names(result, guide),
        word_rows=word_rows(result, guide),
        figures=figures(result, guide),
        only=only(result, guide),
        placements=asked(result.placements, guide),
        strengths=strengths(result, guide),
        targets=target_rows(result, guide),
        ratios=ratios(result),
        counts=counts,
        count_chart=count_chart(result, counts),
        rates=per_hundred,
        rate_chart=rate_chart(result, per_hundred),
        cautions=cautions(result),
        places=places(result),
        version=result.signature.version,
        settings=tuple((name, value or "none") for name, value in result.signature.settings),
        lexicons=result.signature.lexicons,
    )


def _sections(result: Comparison) -> tuple[str, ...]:
    """The parts that this page has: those without evidence are left out, but for the ones that every reader expects."""
    empty = {
        "told": len(result.analyses) < 3 or not result.told,
        "headlines": not result.headlines,
        "tensions": not result.tensions,
        "sources": not result.sources,
        "words": not result.key_words,
        "figures": not any(story.figures for story in result.analyses),
        "only": not result.only_here,
        "placements": not result.placements,
        "well": not result.practices,
    }
    return tuple(key for key in words.SECTIONS if not empty.get(key))


def _story(story: Analysis, profile: Profile) -> Story:
    passage = story.passage
    return Story(
        id=passage.id,
        label=passage.id.upper(),
        outlet=passage.outlet or "Outlet not named",
        source=words.OUTLET_SOURCES.get(passage.outlet_source, ""),
        headline=_headline(story),
        url=passage.url if _WEB.fullmatch(passage.url) else "",
        published=words.day(passage.published),
        profile=profile,
    )


def _headline(story: Analysis) -> str:
    """The title as given, else the headline of the text."""
    if story.passage.title:
        return story.passage.title
    return next((story.text(one.span) for one in story.sentences if one.role == "headline"), "No headline")
