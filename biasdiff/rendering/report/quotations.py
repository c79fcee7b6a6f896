"""Quotations: those that several stories carry, those told in other words, and those that only one story has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from biasdiff.contrasting.phrasing import listed
from biasdiff.model import Comparison, Paraphrase, QuotationMatch, Span
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide
from biasdiff.rendering.report.said import Said, named, said, speaker
from biasdiff.rendering.report.text import Piece

_OPENING, _CLOSING = "[(", "])"
Key = tuple[str, int]


class Remark(NamedTuple):
    """How versions differ in plain words, and what a reader could miss; `pairs` are named where there are several."""

    pairs: str
    pills: tuple[str, ...]
    notes: tuple[str, ...]


class Utterance(NamedTuple):
    """What somebody says in several stories: the versions of each story, and how they differ."""

    who: str
    versions: tuple[tuple[Said, ...], ...]
    remarks: tuple[Remark, ...]


class Retold(NamedTuple):
    """What one story quotes and another one tells in its own words."""

    who: str
    said: Said
    told: Said
    evidence: tuple[str, ...]


class Alone(NamedTuple):
    """Quotations for which no match was found in any other story."""

    story: str
    said: tuple[Said, ...]


def utterances(result: Comparison, guide: Guide) -> tuple[Utterance, ...]:
    """A row for all quotations that belong together by their matches, in the order of the first story that has them."""
    return tuple(_utterance(guide, matches) for matches in _groups(result.quotation_matches))


def alone(result: Comparison, guide: Guide) -> tuple[Alone, ...]:
    """The quotations of each story without a match, in the order of the story."""
    return tuple(
        Alone(key, tuple(said(guide, key, number) for number in numbers)) for key, numbers in result.quotations_only
    )


def told(result: Comparison, guide: Guide) -> tuple[Retold, ...]:
    """Quotations that another story tells without quotation marks."""
    return tuple(_told(guide, paraphrase) for paraphrase in result.paraphrases)


def _told(guide: Guide, paraphrase: Paraphrase) -> Retold:
    quoter, teller = paraphrase.passages
    story, number = guide.stories[quoter], paraphrase.quotation
    quotation = story.quotations[number]
    spot = guide.sentence(teller, paraphrase.sentences[0], quoter)
    words_there = guide.stories[teller].text(paraphrase.span)
    return Retold(
        who=named(story, quotation) or quotation.speaker_name or speaker(story, quotation) or "not named",
        said=said(guide, quoter, number, other=teller),
        told=Said((Piece(words_there),), "", "", spot.anchor, spot.number),
        evidence=paraphrase.evidence,
    )


def _groups(matches: Sequence[QuotationMatch]) -> list[list[QuotationMatch]]:
    """Matches that share a quotation, directly or by others; the first quotation of each group orders them."""
    leads: dict[Key, Key] = {}
    for match in matches:
        left, right = (_first(leads, side) for side in _sides(match))
        leads[max(left, right)] = min(left, right)
    groups: dict[Key, list[QuotationMatch]] = {}
    for match in matches:
        groups.setdefault(_first(leads, _sides(match)[0]), []).append(match)
    return [groups[key] for key in sorted(groups)]


def _first(leads: dict[Key, Key], key: Key) -> Key:
    """The first quotation that belongs together with one; what leads there is shortened on the way."""
    while leads.setdefault(key, key) != key:
        leads[key] = leads[leads[key]]
        key = leads[key]
    return key


def _sides(match: QuotationMatch) -> tuple[Key, Key]:
    (left, right), (mine, theirs) = match.passages, match.quotations
    return (left, mine), (right, theirs)


def _utterance(guide: Guide, matches: Sequence[QuotationMatch]) -> Utterance:
    edited: dict[Key, list[Span]] = {}
    for match in matches:
        for side, one in enumerate(_sides(match)):
            spans = ((edit.left, edit.right)[side] for edit in match.edits if edit.tag != "equal")
            edited.setdefault(one, []).extend(spans)
    versions: dict[str, list[Said]] = {key: [] for key in guide.ids}
    for key, number in sorted(edited):
        versions[key].append(said(guide, key, number, _widened(guide, key, edited[key, number])))
    return Utterance(_who(guide, sorted(edited)), tuple(map(tuple, versions.values())), _remarks(guide, matches))


def _remarks(guide: Guide, matches: Sequence[QuotationMatch]) -> tuple[Remark, ...]:
    """What is said of each pair of versions; pairs of which the same is said stand together."""
    pairs: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for match in matches:
        said_of_it = tuple(_pills(match)), tuple(note.text for note in match.notes)
        pairs.setdefault(said_of_it, []).append(_pair(guide, match))
    return tuple(
        Remark("; ".join(found) if len(matches) > 1 else "", *said_of_it) for said_of_it, found in pairs.items()
    )


def _pair(guide: Guide, match: QuotationMatch) -> str:
    parts = ((key, guide.stories[key].quotations[number].parts[0]) for key, number in _sides(match))
    return listed([guide.spot(key, part).number for key, part in parts])


def _who(guide: Guide, keys: Sequence[Key]) -> str:
    """The speaker that the stories name, or that the tool takes somebody for; all of them where they are several."""
    found = [(guide.stories[key], guide.stories[key].quotations[number]) for key, number in keys]
    printed = {named(*one) for one in found} - {""}
    names = printed | {quotation.speaker_name for _, quotation in found if quotation.speaker_name}
    fullest = [one for one in names if not any(one != other and _is_short_for(one, other) for other in names)]
    return " or ".join(sorted(fullest)) or next(filter(None, (speaker(*one) for one in found)), "not named")


def _is_short_for(one: str, other: str) -> bool:
    """Whether a longer name or phrase holds one, or ends with the same surname."""
    return one in other or (len(one) < len(other) and one.split()[-1] == other.split()[-1])


def _widened(guide: Guide, key: str, edited: Sequence[Span]) -> list[Span]:
    """Words that another version does not have, in order; brackets around them belong to them."""
    text = guide.stories[key].passage.text
    found: list[Span] = []
    for start, end in sorted(span for span in edited if span.start < span.end):
        bracketed = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
        wide = start > 0 and end < len(text) and bracketed
        span = Span(start - wide, end + wide)
        if found and span.start <= found[-1].end:
            span = Span(found.pop().start, max(end + wide, span.end))
        found.append(span)
    return found


def _pills(match: QuotationMatch) -> Iterator[str]:
    """Status and coverage: “same words”, “cut in A”. What is the same needs no word where the rest is cut."""
    if match.status != "same" or match.coverage == "whole":
        yield words.STATUSES[match.status]
    if match.coverage == "truncated":
        cut = listed([key.upper() for key in _cut(match)])
        shown = " (shown)" if match.missing and all(missing.marked for missing in match.missing) else ""
        yield f"cut in {cut}{shown}"
    elif match.coverage == "fragment":
        yield words.COVERAGES["fragment"]
    if match.speakers in words.SPEAKERS:
        yield words.SPEAKERS[match.speakers]


def _cut(match: QuotationMatch) -> list[str]:
    """The stories that lack words of the utterance."""
    lacking = {missing.passage for missing in match.missing}
    return [key for key in match.passages if key in lacking or not lacking]
