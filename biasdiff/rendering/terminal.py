"""The short summary on the terminal."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from biasdiff.model import Comparison, HereKind, Profile

WIDTH = 88
_MOST_TARGETS = 4
# Story text may hold control characters that would change the terminal itself.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def summary(result: Comparison, written: Sequence[Path]) -> str:
    """What stands out, the counts, and where the files are.

    What stands out
      1. A and B quote the same words. A has “him” where B has “[the mayor]”.
    ...
    Report: reports/port-alder.html
    """
    return plain("\n".join(_lines(result, written)))


def plain(text: str) -> str:
    """The text without what could change the terminal or the order in which letters stand; line ends stay."""
    return _CONTROL.sub("", text)


def _lines(result: Comparison, written: Sequence[Path]) -> Iterator[str]:
    for story, profile in zip(result.analyses, result.profiles, strict=True):
        passage = story.passage
        guess = " (guessed from the text)" if passage.outlet_source == "guess" else ""
        yield f"{passage.id.upper()}  {passage.outlet or 'unnamed outlet'}{guess}: {_words(profile)}"
    yield from ("", "What stands out")
    for number, highlight in enumerate(result.highlights, 1):
        yield textwrap.fill(highlight.text, WIDTH, initial_indent=f"  {number}. ", subsequent_indent="     ")
    if not result.highlights:
        yield "  Nothing that the rules know of."
    yield ""
    links, quotations = len(result.links), len(result.quotation_matches)
    yield f"{_several(links, 'link')} between sentences, {_several(quotations, 'shared quotation')}"
    yield from _evidence(result)
    yield from (_counts(profile) for profile in result.profiles)
    yield from _targets(result)
    yield "Unequal counts do not prove that a story is unfair; equal counts do not prove that it is fair."
    yield ""
    yield from (f"Report: {path}" for path in written)


def _evidence(result: Comparison) -> Iterator[str]:
    """How much there is of what a report tells beside the words: one line, what is there alone."""
    figures = sum(bool(match.text) for match in result.figure_matches)
    headlines = sum(len(one.points) for one in result.headlines)
    found = (
        (len(result.tensions), "pair of statements that pull apart", "pairs of statements that pull apart"),
        (len(result.key_words), "thing with different words", "things with different words"),
        (figures, "figure told differently", "figures told differently"),
        (headlines, "remark on a headline", "remarks on headlines"),
    )
    told = [f"{number} {one if number == 1 else many}" for number, one, many in found if number]
    if told:
        yield ", ".join(told)
    for story in result.analyses:
        key = story.passage.id
        alone = Counter(one.kind for one in result.only_here if one.passage == key)
        well = sum(one.passage == key for one in result.practices)
        kinds = ", ".join(_several(alone[kind], kind) for kind in get_args(HereKind) if alone[kind])
        yield f"{key.upper()}  no match found for: {kinds or 'nothing'}; done well: {well}"


def _targets(result: Comparison) -> Iterator[str]:
    """Whom the outlets praise or blame in their own words, with counts."""
    by_target: dict[str, list[str]] = {}
    for one in result.targets:
        does = {"+": "praise", "-": "blame"}[one.direction]
        by_target.setdefault(one.target, []).append(f"{one.passage.upper()} {one.findings} {does}")
    for target, told in list(by_target.items())[:_MOST_TARGETS]:
        yield textwrap.shorten(f"Words that praise or blame {target}: {', '.join(told)}", WIDTH, placeholder=" …")


def _words(profile: Profile) -> str:
    return (
        f"{profile.words} words; {profile.outlet_words} the outlet’s own,"
        f" {profile.reported_words} reported, {profile.quoted_words} quoted"
    )


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _counts(profile: Profile) -> str:
    strong, notable = (
        sum(count.outlet for count in profile.counts if count.severity == severity and count.group == "wording")
        for severity in (3, 2)
    )
    name = profile.passage.upper()
    return f"{name}  loaded words in the outlet’s own voice: {strong} strong, {notable} an editor would ask about"
