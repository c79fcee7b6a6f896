"""Who gets to speak in each story, in how many words, and by which verbs that is told."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.model import Comparison, Source, SourceShare
from biasdiff.rendering import words
from biasdiff.rendering.report.anchors import Guide, Spots


class Verb(NamedTuple):
    """A reporting verb, how often it stands there, and the sign of its grade where it has one."""

    verb: str
    times: int
    key: str


class Share(NamedTuple):
    """What a story gives to a source."""

    quoted: int
    reported: int
    verbs: tuple[Verb, ...]
    spots: Spots


class SourceRow(NamedTuple):
    """A source with its share of each story; None where the story does not have it."""

    name: str
    kind: str
    shares: tuple[Share | None, ...]


def source_rows(result: Comparison, guide: Guide) -> tuple[SourceRow, ...]:
    """A row for every source, those with most words first."""
    return tuple(_row(source, guide) for source in result.sources)


def _row(source: Source, guide: Guide) -> SourceRow:
    shares = {share.passage: _share(share, guide) for share in source.shares}
    return SourceRow(source.name, words.SOURCES[source.kind], tuple(shares.get(key) for key in guide.ids))


def _share(share: SourceShare, guide: Guide) -> Share:
    verbs = tuple(
        Verb(one.verb, one.times, words.key("sourcing", one.severity, "outlet") if one.severity else "")
        for one in share.verbs
    )
    return Share(share.quoted_words, share.reported_words, verbs, guide.within(share.passage, share.places))
