"""Quoted stretches joined into utterances, each with its speaker and reporting verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from biasdiff.model import Quotation, Sentence, Span
from biasdiff.quoting.marks import Run, quoted_runs
from biasdiff.quoting.reports import Report, reports
from biasdiff.quoting.sources import Chunk, noun_phrase_to, opening_subject
from biasdiff.quoting.tokens import NO_NOUN, NOUN_LINKS, QUOTE, Tokens, fold

_DASHES = ("-", "–", "—", "―", "--")
_LONGEST_SIGNATURE = 8


@dataclass(slots=True)
class _Told:
    """Who says a quoted stretch, and by which verb; `behind`: both stand behind the quotation."""

    speaker: Span | None
    cue: Span | None = None
    behind: bool = False


@dataclass(slots=True)
class _Story:
    """The quoted stretches of a story, what is told of each, and the sentences before those that open a sentence."""

    text: str
    runs: tuple[Run, ...]
    told: dict[int, _Told] = field(default_factory=dict)
    opening: dict[int, Tokens | None] = field(default_factory=dict)


@dataclass(slots=True)
class _Utterance:
    runs: list[int]
    told: _Told | None


def quotations(text: str, sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """The quotations of a story in order, with speaker and cue as printed where they are told.

    One utterance is one quotation: parts that “he said” interrupts are joined, within a sentence and
    into the next sentence of the same paragraph when that opens with a quotation mark and has no
    speaker of its own; so are paragraphs that each open anew without having been closed. A closed
    quotation that stands alone in a later paragraph is another quotation by the same speaker.
    Parts are in order and without their marks; quotations do not overlap. Titles and single quoted
    terms are quotations too, without a speaker when nobody is told to say them.
    """
    runs = quoted_runs(text)
    if not runs:
        return ()
    story = _Story(text, runs)
    _listen(story, sentences)
    return tuple(
        Quotation(
            tuple(runs[n].inner for n in utterance.runs),
            utterance.told.speaker if utterance.told else None,
            None,
            utterance.told.cue if utterance.told else None,
        )
        for utterance in _utterances(story)
    )


def story_tokens(text: str, sentences: tuple[Sentence, ...], runs: Sequence[Run]) -> Iterator[tuple[Sentence, Tokens]]:
    """Every sentence with its tokens."""
    first = 0
    for sentence in sentences:
        while first < len(runs) and runs[first].outer.end <= sentence.span.start:
            first += 1
        yield sentence, fold(text, sentence, runs, first)


def _listen(story: _Story, sentences: tuple[Sentence, ...]) -> None:
    """Notes for every quoted stretch who is told to say it."""
    before: Tokens | None = None
    for sentence, tokens in story_tokens(story.text, sentences, story.runs):
        if QUOTE in tokens.norms:
            if tokens.norms[0] == QUOTE and story.runs[tokens.runs[0]].outer.start <= sentence.span.start:
                story.opening.setdefault(tokens.runs[0], before)
            for report in reports(tokens):
                _note(story, tokens, report)
            _note_introduced(story, tokens)
        _note_signed(story, sentence, tokens)
        before = tokens


def _note(story: _Story, tokens: Tokens, report: Report) -> None:
    source = tokens.span(*report.cue.source) if report.cue.source else None
    cue = tokens.span(report.cue.start, report.cue.stop)
    for chunk in report.content:
        for at in range(chunk.start, chunk.stop):
            run = tokens.runs[at]
            if run >= 0 and not (run in story.told and story.told[run].behind):
                story.told[run] = _Told(source, cue, report.cue.trails and at < report.cue.start)


def _note_introduced(story: _Story, tokens: Tokens) -> None:
    """“From the report: ‘...’”, “The panel was clear in its ruling: ‘...’”: a colon alone tells who speaks."""
    for at, run in enumerate(tokens.runs):
        if at and run >= 0 and run not in story.told and tokens.gap(at).endswith(":"):
            source = _introduced_by(tokens, at)
            if source is not None:
                story.told[run] = _Told(tokens.span(*source))


def _introduced_by(tokens: Tokens, quote: int) -> Chunk | None:
    phrase = noun_phrase_to(tokens, quote - 1)
    if phrase is None:
        return None
    alone = phrase.start == 0 or not tokens.bound(phrase.start) or tokens.norms[phrase.start - 1] in ("from", "by")
    named = tokens.capital(quote - 1) and not NOUN_LINKS.intersection(tokens.norms[phrase.start : quote])
    return phrase if alone or named else opening_subject(tokens, quote)


def _note_signed(story: _Story, sentence: Sentence, tokens: Tokens) -> None:
    """“...” — Ana Lund: a dash and a name behind a quotation, in its sentence or as the next one."""
    first = 1 if tokens.norms and tokens.norms[0] == QUOTE else 0
    run = tokens.runs[0] if first else _run_before(story, sentence)
    if run < 0 or run in story.told or not 0 < len(tokens) - first <= _LONGEST_SIGNATURE:
        return
    sign = tokens.gap(1) if first else story.text[story.runs[run].outer.end : tokens.starts[0]].strip()
    if sign.lstrip(",") in _DASHES and tokens.capital(first) and tokens.norms[first] not in NO_NOUN:
        story.told[run] = _Told(tokens.span(first, len(tokens)), None, True)


def _run_before(story: _Story, sentence: Sentence) -> int:
    """The quoted stretch that ends right before a sentence which opens with a dash."""
    if story.text[sentence.span.start] not in "-–—―":
        return -1
    ended = [n for n, run in enumerate(story.runs) if run.outer.end <= sentence.span.start]
    if not ended or story.text[story.runs[ended[-1]].outer.end : sentence.span.start].strip():
        return -1
    return ended[-1]


def _utterances(story: _Story) -> list[_Utterance]:
    made: list[_Utterance] = []
    for number in range(len(story.runs)):
        told = story.told.get(number)
        if made and _joins(story, number):
            made[-1].runs.append(number)
            made[-1].told = made[-1].told or told
        else:
            made.append(_Utterance([number], told or _carried(story, number, made[-1] if made else None)))
    return made


def _joins(story: _Story, number: int) -> bool:
    """Whether a quoted stretch goes on with the utterance of the one before it."""
    before, run = story.runs[number - 1], story.runs[number]
    if before.continues:
        return True
    if "\n" in story.text[before.outer.end : run.outer.start]:
        return False
    first, second = story.told.get(number - 1), story.told.get(number)
    if first is None:
        return False
    if number in story.opening:
        return second is None
    return second is not None and first.cue == second.cue and first.behind and not second.behind


def _carried(story: _Story, number: int, last: _Utterance | None) -> _Told | None:
    """A quotation that opens a sentence and has no speaker goes on with who spoke in the sentence before."""
    before = story.opening.get(number)
    if before is None:
        return None
    if last is not None and last.runs[-1] in before.runs:
        return _Told(last.told.speaker) if last.told and last.told.speaker else None
    found = reports(before)
    if not found or found[-1].cue.source is None:
        return None
    cue = found[-1].cue
    announces = story.text[before.end - 1] == ":"
    return _Told(before.span(*found[-1].cue.source), before.span(cue.start, cue.stop) if announces else None)
