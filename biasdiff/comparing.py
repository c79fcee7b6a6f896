"""compare(): the flow for several stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from biasdiff import aligning, contrasting, highlighting, naming, sourcing, targeting
from biasdiff.analyzing import analyze, beside
from biasdiff.differ import edits, side
from biasdiff.errors import InputError
from biasdiff.matching import match_quotations, paraphrases
from biasdiff.measuring import profile
from biasdiff.model import FEWEST, MOST, Analysis, Comparison, Edit, Link, Name, Passage, QuotationMatch
from biasdiff.pinning import NO_PINS, Pins, apply
from biasdiff.settings import BY_RULES

IDS = "abcdefgh"


def compare(stories: Sequence[Analysis | Passage | str], title: str = "", pins: Pins = NO_PINS) -> Comparison:
    """Two to eight stories side by side: links, word differences, quotations, counts, and what stands out.

    Passages and texts are analysed with default settings first. Ids become "a", "b", … in the
    order given. `pins` are links that a person set or forbade. Raises InputError for fewer than two
    stories, more than eight, one without words, analyses made with different settings, or a pin
    to a sentence that does not exist.
    """
    analyses = tuple(
        _with_id(story if isinstance(story, Analysis) else analyze(story), key)
        for story, key in zip(stories, IDS, strict=False)
    )
    _check(stories, analyses)
    names = naming.join(analyses, beside(dict(analyses[0].signature.settings).get("names", BY_RULES)))
    analyses = tuple(_named(story, naming.names_of(names, story.passage.id)) for story in analyses)
    proposed = tuple(link for left, right in combinations(analyses, 2) for link in aligning.align(left, right))
    links = apply(pins, proposed, analyses)
    matches = tuple(match for left, right in combinations(analyses, 2) for match in match_quotations(left, right))
    by_id = {story.passage.id: story for story in analyses}
    profiles = tuple(profile(story, _linked(story, links)) for story in analyses)
    result = Comparison(
        analyses=analyses,
        links=links,
        edits=tuple(_edits(link, by_id) for link in links),
        units=aligning.units(analyses, links),
        quotation_matches=matches,
        quotations_only=tuple((story.passage.id, _unmatched(story, matches)) for story in analyses),
        names=names,
        sources=sourcing.sources(analyses, names),
        profiles=profiles,
        targets=targeting.target_counts(analyses, profiles),
        highlights=(),
        signature=analyses[0].signature,
        title=title,
        paraphrases=tuple(one for pair in combinations(analyses, 2) for one in paraphrases(*pair, links, matches)),
    )
    result = contrasting.contrast(result)
    return replace(result, highlights=highlighting.highlights(result))


def _with_id(story: Analysis, key: str) -> Analysis:
    return story if story.passage.id == key else replace(story, passage=replace(story.passage, id=key))


def _named(story: Analysis, names: tuple[Name, ...]) -> Analysis:
    """A story with what all stories together tell of who is meant: names, speakers, whom its wording aims at."""
    return targeting.aim(naming.name_speakers(replace(story, names=names), names), names)


def _check(stories: Sequence[object], analyses: Sequence[Analysis]) -> None:
    if not FEWEST <= len(stories) <= MOST:
        raise InputError(f"{len(stories)} stories given. Give {FEWEST} to {MOST} stories to compare.")
    for story in analyses:
        if not any(sentence.words for sentence in story.told):
            raise InputError(f"story {story.passage.id.upper()}: no words in it. Give a story with text.")
    if len({story.signature for story in analyses}) > 1:
        raise InputError("the stories were analysed with different settings. Analyse them with the same ones.")


def _edits(link: Link, by_id: Mapping[str, Analysis]) -> tuple[Edit, ...]:
    """Word differences of a link, from the words of all its sentences on either side."""
    left, right = (side(by_id[key], numbers) for key, numbers in zip(link.passages, link.sentences, strict=True))
    return edits(left, right)


def _unmatched(story: Analysis, matches: Sequence[QuotationMatch]) -> tuple[int, ...]:
    key = story.passage.id
    matched = {
        number
        for match in matches
        for passage, number in zip(match.passages, match.quotations, strict=True)
        if passage == key
    }
    return tuple(number for number in range(len(story.quotations)) if number not in matched)


def _linked(story: Analysis, links: Sequence[Link]) -> frozenset[int]:
    key = story.passage.id
    return frozenset(
        index
        for link in links
        if link.sure
        for passage, sentences in zip(link.passages, link.sentences, strict=True)
        if passage == key
        for index in sentences
    )
