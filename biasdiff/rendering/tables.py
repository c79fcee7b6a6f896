"""A comparison as tables for a spreadsheet: findings, links, quotations, names, counts."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from biasdiff.model import Analysis, Comparison
from biasdiff.numbering import Ref
from biasdiff.rendering import evidence_tables as more
from biasdiff.teaching.evidence import ref_of, story_of, words_of

Row = tuple[object, ...]
# A spreadsheet would run a cell that begins so; an apostrophe makes it text.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def render(result: Comparison) -> dict[str, str]:
    """One table a name, as RFC 4180 has it, with a byte order mark, by which spreadsheets know UTF-8.

    Offsets count code points of the story's text. A text cell that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    return {
        "findings": _table(_FINDINGS, _findings(result)),
        "links": _table(_LINKS, _links(result)),
        "quotations": _table(_QUOTATIONS, _quotations(result)),
        "names": _table(_NAMES, _names(result)),
        "counts": _table(_COUNTS, _counts(result)),
        "points": _table(more.POINTS, more.points(result)),
        "key-words": _table(more.KEY_WORDS, more.key_words(result)),
        "figures": _table(more.FIGURES, more.figures(result)),
        "targets": _table(more.TARGETS, more.targets(result)),
        "only-here": _table(more.ONLY, more.only_here(result)),
        "practices": _table(more.PRACTICES, more.practices(result)),
        "units": _table(more.UNITS, more.units(result)),
    }


def _table(head: str, rows: Iterable[Row]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head.split())
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + text.getvalue()


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA) else value


_FINDINGS = (
    "story outlet sentence start end words rule entry group category severity confidence voice"
    " message neutral question target direction"
)


def _findings(result: Comparison) -> Iterator[Row]:
    for story in result.analyses:
        passage = story.passage
        for f in story.findings:
            where = (passage.id, passage.outlet, str(ref_of(story, f.span)), *f.span, words_of(story, f.span))
            kind = (f.rule, f.entry or "", f.group, f.category, f.severity, f.confidence, f.voice)
            yield (*where, *kind, f.message, "; ".join(f.neutral), f.question, f.target or "", f.direction)


_LINKS = "left right left_sentences right_sentences kind score sure moved evidence left_text right_text"


def _links(result: Comparison) -> Iterator[Row]:
    for link in result.links:
        numbers, texts = [], []
        for key, indices in zip(link.passages, link.sentences, strict=True):
            story = story_of(result, key)
            numbers.append(" ".join(str(Ref(key, index)) for index in indices))
            texts.append(" ".join(words_of(story, story.sentences[index].span) for index in indices))
        yield (*link.passages, *numbers, link.kind, link.score, link.sure, link.moved, "; ".join(link.evidence), *texts)


_QUOTATIONS = "story sentence speaker verb words other other_sentence other_words status coverage speakers"


def _quotations(result: Comparison) -> Iterator[Row]:
    """A row for every match, for every quotation without any, and for every one told in other words."""
    for match in result.quotation_matches:
        left, right = (story_of(result, key) for key in match.passages)
        mine, theirs = match.quotations
        how = (match.status, match.coverage, match.speakers)
        yield (*_said(left, mine), right.passage.id, *_place(right, theirs), *how)
    for key, numbers in result.quotations_only:
        for number in numbers:
            yield (*_said(story_of(result, key), number), "", "", "", "", "", "")
    for told in result.paraphrases:
        quoter, teller = (story_of(result, key) for key in told.passages)
        retold = (teller.passage.id, str(ref_of(teller, told.span)), words_of(teller, told.span))
        yield (*_said(quoter, told.quotation), *retold, "in other words", "", "")


def _said(story: Analysis, number: int) -> Row:
    quotation = story.quotations[number]
    printed = words_of(story, quotation.speaker) if quotation.speaker else ""
    verb = words_of(story, quotation.cue) if quotation.cue else ""
    sentence, words = _place(story, number)
    return story.passage.id, sentence, quotation.speaker_name or printed, verb, words


def _place(story: Analysis, number: int) -> tuple[str, str]:
    parts = story.quotations[number].parts
    return str(ref_of(story, parts[0])), " … ".join(words_of(story, part) for part in parts)


_NAMES = "name kind story sentence start end words form"


def _names(result: Comparison) -> Iterator[Row]:
    """A row for every place where a story names somebody or something."""
    for name in result.names:
        for label in name.labels:
            story = story_of(result, label.passage)
            for span in label.places:
                where = (label.passage, str(ref_of(story, span)), *span, words_of(story, span))
                yield (name.name, name.kind, *where, label.form)


_COUNTS = (
    "story outlet words outlet_words reported_words quoted_words group severity"
    " outlet_marks reported_marks quoted_marks"
)


def _counts(result: Comparison) -> Iterator[Row]:
    for story, told in zip(result.analyses, result.profiles, strict=True):
        lengths = (told.words, told.outlet_words, told.reported_words, told.quoted_words)
        for count in told.counts:
            marks = (count.group, count.severity, count.outlet, count.reported, count.quoted)
            yield (story.passage.id, story.passage.outlet, *lengths, *marks)
