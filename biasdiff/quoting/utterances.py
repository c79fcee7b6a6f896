"""Quoted stretches joined into utterances, each with its speaker and reporting verb."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from biasdiff.model import Quotation, Sentence, Span
from biasdiff.quoting.fullnames import full_name, name_in
from biasdiff.quoting.marks import Run, quoted_runs
from biasdiff.quoting.reports import Report, reports
from biasdiff.quoting.sources import Chunk, noun_phrase_to, opening_subject
from biasdiff.quoting.tokens import NO_NOUN, NOUN_LINKS, QUOTE, Tokens, fold

_DASHES = ("-", "–", "—", "―", "--")
_LONGEST_SIGNATURE = 8
_PERSONAL = frozenset(("he", "she"))
_LOOK_BACK = 3


@dataclass(slots=True)
class _Told:
    """Who says a quoted stretch, by which verb, in which sentence; `behind`: they stand right behind the quotation."""

    speaker: Span | None
    cue: Span | None = None
    behind: bool = False
    line: int = 0


@dataclass(slots=True)
class _Story:
    """A story while its quotations are put together.

    told: what is told of each quoted stretch. opening: the sentence that a stretch opens, by number.
    """

    text: str
    runs: tuple[Run, ...]
    lines: list[Tokens] = field(default_factory=list)
    told: dict[int, _Told] = field(default_factory=dict)
    opening: dict[int, int] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    _reports: dict[int, list[Report]] = field(default_factory=dict)
    _named: dict[int, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)

    def reports(self, line: int) -> list[Report]:
        """The reports of a sentence, found once."""
        if line not in self._reports:
            self._reports[line] = reports(self.lines[line])
        return self._reports[line]

    def named(self, line: int) -> list[tuple[int, tuple[str, ...]]]:
        """Where the speakers and the subject of a sentence end, with their names. No “the Post” and the like."""
        if line not in self._named:
            tokens = self.lines[line]
            chunks = [report.cue.source for report in self.reports(line)] + [opening_subject(tokens, len(tokens))]
            spans = {tokens.span(*chunk) for chunk in chunks if chunk and tokens.norms[chunk.start] != "the"}
            named = ((span.end, name_in(self.words(span))) for span in sorted(spans))
            self._named[line] = [(end, name) for end, name in named if name]
        return self._named[line]

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]


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

    `speaker_name` is the fullest form of the speaker's name in the story, where the speaker is
    named or is a “he” or “she” for somebody named shortly before; None otherwise.
    """
    runs = quoted_runs(text)
    if not runs:
        return ()
    story = _Story(text, runs)
    _listen(story, sentences)
    return tuple(_quotation(story, utterance) for utterance in _utterances(story))


def _quotation(story: _Story, utterance: _Utterance) -> Quotation:
    parts, told = tuple(story.runs[n].inner for n in utterance.runs), utterance.told
    if told is None:
        return Quotation(parts)
    return Quotation(parts, told.speaker, _speaker_name(story, told), told.cue)


def _speaker_name(story: _Story, told: _Told) -> str | None:
    if told.speaker is None:
        return None
    printed = story.words(told.speaker)
    name = name_in(printed)
    if not name and printed.lower() in _PERSONAL:
        name = _named_before(story, told.line, told.speaker.start)
    return full_name(story.text, name, story.surnames) if name else None


def _named_before(story: _Story, line: int, before: int) -> tuple[str, ...]:
    """The person who speaks or leads nearest before a pronoun, up to three sentences back."""
    for number in range(line, max(-1, line - _LOOK_BACK - 1), -1):
        named = story.named(number)
        at = bisect_right(named, before, key=lambda person: person[0])
        if at:
            return named[at - 1][1]
    return ()


def story_tokens(text: str, sentences: tuple[Sentence, ...], runs: Sequence[Run]) -> Iterator[tuple[Sentence, Tokens]]:
    """Every sentence with its tokens."""
    first = 0
    for sentence in sentences:
        while first < len(runs) and runs[first].outer.end <= sentence.span.start:
            first += 1
        yield sentence, fold(text, sentence, runs, first)


def _listen(story: _Story, sentences: tuple[Sentence, ...]) -> None:
    """Notes for every quoted stretch who is told to say it."""
    for sentence, tokens in story_tokens(story.text, sentences, story.runs):
        line = len(story.lines)
        story.lines.append(tokens)
        if tokens.quoting:
            if tokens.norms[0] == QUOTE and story.runs[tokens.runs[0]].outer.start <= sentence.span.start:
                story.opening.setdefault(tokens.runs[0], line)
            for report in story.reports(line):
                _note(story, line, report)
            _note_introduced(story, tokens)
        _note_signed(story, sentence, tokens)


def _note(story: _Story, line: int, report: Report) -> None:
    """A speaker right behind a quotation wins over one before it, and that over a credit at the sentence's end."""
    tokens, cue = story.lines[line], report.cue
    source = tokens.span(*cue.source) if cue.source else None
    near = min(cue.start, cue.source.start if cue.source else cue.start) - 1
    for chunk in report.content:
        for at in range(chunk.start, chunk.stop):
            known = story.told.get(tokens.runs[at])
            behind = cue.trails and at == near
            if tokens.runs[at] >= 0 and (known is None or not (known.behind or (cue.trails and not behind))):
                told = _Told(source, tokens.span(cue.start, cue.stop), behind, line)
                story.told[tokens.runs[at]] = told


def _note_introduced(story: _Story, tokens: Tokens) -> None:
    """“From the report: ‘...’”, “The panel was clear in its ruling: ‘...’”: a colon alone tells who speaks."""
    for at, run in enumerate(tokens.runs):
        if at and run >= 0 and run not in story.told and tokens.gap(at).endswith(":"):
            source = _introduced_by(tokens, at)
            if source is not None:
                story.told[run] = _Told(tokens.span(*source), line=len(story.lines) - 1)


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
        story.told[run] = _Told(tokens.span(first, len(tokens)), None, True, len(story.lines) - 1)


def _run_before(story: _Story, sentence: Sentence) -> int:
    """The quoted stretch that ends right before a sentence which opens with a dash."""
    if story.text[sentence.span.start] not in "-–—―":
        return -1
    last = bisect_right(story.runs, sentence.span.start, key=lambda run: run.outer.end) - 1
    if last < 0 or story.text[story.runs[last].outer.end : sentence.span.start].strip():
        return -1
    return last


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
    line = story.opening.get(number, 0) - 1
    if line < 0:
        return None
    before = story.lines[line]
    if last is not None and last.runs[-1] in before.runs:
        return replace(last.told, cue=None) if last.told and last.told.speaker else None
    found = story.reports(line)
    if not found or found[-1].cue.source is None:
        return None
    cue = found[-1].cue
    announced = before.span(cue.start, cue.stop) if story.text[before.end - 1] == ":" else None
    return _Told(before.span(*found[-1].cue.source), announced, line=line)
