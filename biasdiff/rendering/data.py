"""Results as JSON-ready dictionaries: all that a report shows stands here too."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from biasdiff.model import Analysis, Attribution, Comparison, Figure, Finding, Passage, Quotation, Span

SCHEMA = "biasdiff/1"


@singledispatch
def to_dict(result: Any) -> dict[str, Any]:
    """An analysis or a comparison as dictionaries, lists, texts and numbers, ready for JSON.

    Every offset counts code points of the passage's "text". Raises TypeError for anything else.
    """
    raise TypeError(f"to_dict takes an Analysis or a Comparison, not {type(result).__name__}.")


@to_dict.register
def _(story: Analysis) -> dict[str, Any]:
    return _passage(story.passage) | {
        "sentences": [{"start": s.span.start, "end": s.span.end, "role": s.role} for s in story.sentences],
        "quotations": [_quotation(quotation, story) for quotation in story.quotations],
        "attributions": [_attribution(attribution) for attribution in story.attributions],
        "names": [
            {"name": name.name, "kind": name.kind, "mentions": [_span(mention) for mention in name.mentions]}
            for name in story.names
        ],
        "findings": [_placed(finding) for finding in story.findings],
        "figures": [_placed(figure) for figure in story.figures],
        "voices": [{"start": run.start, "end": run.end, "voice": run.voice} for run in story.voices],
        "signature": _plain(story.signature),
    }


@to_dict.register
def _(result: Comparison) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "title": result.title,
        "signature": _plain(result.signature),
        "passages": [to_dict(story) for story in result.analyses],
        "links": [
            _plain(link) | {"edits": [_plain(edit) for edit in edits]}
            for link, edits in zip(result.links, result.edits, strict=True)
        ],
        "units": [
            {"id": unit.id, "sentences": {key: list(value) for key, value in unit.sentences}} for unit in result.units
        ],
        "quotation_matches": [_plain(match) for match in result.quotation_matches],
        "quotations_only": {key: list(value) for key, value in result.quotations_only},
        "paraphrases": [_plain(paraphrase) for paraphrase in result.paraphrases],
        "names": [_plain(name) for name in result.names],
        "sources": [_plain(source) for source in result.sources],
        "name_points": [_plain(point) for point in result.name_points],
        "figure_matches": [_plain(match) for match in result.figure_matches],
        "key_words": [_plain(words) for words in result.key_words],
        "headlines": [_plain(headline) for headline in result.headlines],
        "tensions": [_plain(point) for point in result.tensions],
        "placements": [_plain(point) for point in result.placements],
        "only_here": [_plain(one) for one in result.only_here],
        "told": [_plain(row) for row in result.told],
        "targets": [_plain(count) for count in result.targets],
        "contrasts": [_plain(contrast) for contrast in result.contrasts],
        "practices": [_plain(practice) for practice in result.practices],
        "profiles": [_plain(profile) for profile in result.profiles],
        "highlights": [_plain(highlight) for highlight in result.highlights],
        "notes": list(result.notes),
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.id,
        "outlet": passage.outlet,
        "outlet_source": passage.outlet_source,
        "title": passage.title,
        "url": passage.url,
        "published": passage.published,
        "file": passage.origin.path if passage.origin else None,
        "text": passage.text,
    }


def _quotation(quotation: Quotation, story: Analysis) -> dict[str, Any]:
    return {
        "parts": [list(part) for part in quotation.parts],
        "speaker": story.text(quotation.speaker) if quotation.speaker else None,
        "speaker_name": quotation.speaker_name,
        "cue": story.text(quotation.cue) if quotation.cue else None,
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "source": list(attribution.source) if attribution.source else None,
        "cue": list(attribution.cue) if attribution.cue else None,
        "content": [list(span) for span in attribution.content],
        "kind": attribution.kind,
        "speaker_name": attribution.speaker_name,
    }


def _placed(found: Finding | Figure) -> dict[str, Any]:
    """A finding or figure with its span as start and end."""
    values: dict[str, Any] = _plain(found)
    del values["span"]
    return {"start": found.span.start, "end": found.span.end} | values


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _plain(value: Any) -> Any:
    """Dataclasses and named tuples as dictionaries, tuples as lists, all the way down."""
    if hasattr(value, "__dataclass_fields__"):
        return {key: _plain(getattr(value, key)) for key in value.__dataclass_fields__}
    if hasattr(value, "_asdict"):
        return {key: _plain(item) for key, item in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
