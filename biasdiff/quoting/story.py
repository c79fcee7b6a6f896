"""A story while its quotations are put together: its sentences as tokens, and who is told to say what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from biasdiff.model import Sentence, Span
from biasdiff.quoting.cues import TRIGGERS
from biasdiff.quoting.marks import Run, quoted_runs
from biasdiff.quoting.phrases import noun_phrase_to
from biasdiff.quoting.reports import Report, reports
from biasdiff.quoting.sources import opening_subject
from biasdiff.quoting.titles import titles
from biasdiff.quoting.tokens import DASHES, NO_NOUN, NOUN_LINKS, QUOTE, Chunk, Tokens, fold

_LONGEST_SIGNATURE = 8
_KICKERS = frozenset(
    "live watch video exclusive analysis opinion comment breaking update updated explained explainer review listen "
    "read photos pictures gallery podcast interview profile quiz factbox timeline recap report".split()
)


@dataclass(slots=True)
class Told:
    """Who says a quoted stretch, by which verb, in which sentence; `behind`: they stand right behind the quotation."""

    speaker: Span | None
    cue: Span | None = None
    behind: bool = False
    line: int = 0


@dataclass(slots=True)
class Story:
    """Sentences (lines) and quoted stretches (runs), by number.

    told: what is told of a run. opening: the line that a run opens. titles: runs that name a
    programme or a book and that nobody says.
    """

    text: str
    sentences: Sequence[Sentence]
    runs: Sequence[Run]
    told: dict[int, Told] = field(default_factory=dict)
    opening: dict[int, int] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)
    _ends: list[int] = field(default_factory=list)
    _lines: dict[int, Tokens] = field(default_factory=dict)
    _reports: dict[int, list[Report]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ends = [run.outer.end for run in self.runs]

    def line(self, number: int) -> Tokens:
        """A sentence as tokens, folded once: most sentences of a story have no quotation and are never asked for."""
        line = self._lines.get(number)
        if line is None:
            sentence = self.sentences[number]
            line = self._lines[number] = fold(self.text, sentence, self.runs, self.runs_before(sentence.span.start))
        return line

    def runs_before(self, offset: int) -> int:
        """How many runs end up to an offset."""
        return bisect_right(self._ends, offset)

    def reports(self, number: int) -> list[Report]:
        """The reports of a sentence, found once; none where no word of it can report."""
        found = self._reports.get(number)
        if found is None:
            silent = TRIGGERS.isdisjoint(self.sentences[number].norms)
            found = self._reports[number] = [] if silent else reports(self.line(number))
        return found

    def words(self, span: Span) -> str:
        """The words as printed."""
        return self.text[span.start : span.end]


def listen(text: str, sentences: Sequence[Sentence]) -> Story:
    """A story with its quoted stretches, and for each of them who is told to say it."""
    story = Story(text, sentences, quoted_runs(text))
    if story.runs:
        _listen(story)
    return story


def _listen(story: Story) -> None:
    for number in _lines_with_marks(story):
        sentence, tokens = story.sentences[number], story.line(number)
        if tokens.quoting and sentence.role != "boilerplate":
            if tokens.norms[0] == QUOTE and story.runs[tokens.runs[0]].outer.start <= sentence.span.start:
                story.opening.setdefault(tokens.runs[0], number)
            if sentence.role == "body":
                story.titles.update(titles(tokens))
            for report in story.reports(number):
                _note(story, number, report)
            _note_introduced(story, number)
            if sentence.is_above:
                _note_headline(story, number)
        _note_signed(story, number)


def _lines_with_marks(story: Story) -> Iterator[int]:
    """The sentences that a quotation touches, or that a dash opens."""
    # Behind the last run stands a place that no sentence reaches.
    borders = [*[(run.outer.start, run.outer.end) for run in story.runs], (len(story.text), len(story.text) + 1)]
    at = 0
    for number, sentence in enumerate(story.sentences):
        span = sentence.span
        while borders[at][1] <= span.start:
            at += 1
        if borders[at][0] < span.end or story.text[span.start] in DASHES:
            yield number


def _note(story: Story, number: int, report: Report) -> None:
    """A speaker right behind a quotation wins over one before it, and that over a credit at the sentence's end."""
    tokens, cue = story.line(number), report.cue
    source = tokens.span(cue.source.start, cue.source.stop) if cue.source else None
    near = (min(cue.start, cue.source.start) if cue.source else cue.start) - 1
    for chunk in report.content:
        for at in range(chunk.start, chunk.stop):
            run = tokens.runs[at]
            if run < 0 or run in story.titles:
                continue
            known = story.told.get(run)
            behind = cue.trails and at == near
            credit = cue.trails and not behind
            if known is None or not (known.behind or credit):
                story.told[run] = Told(source, tokens.span(cue.start, cue.stop), behind, number)


def _note_introduced(story: Story, number: int) -> None:
    """“From the report: ‘...’”, “The panel was clear in its ruling: ‘...’”: a colon alone tells who speaks."""
    tokens = story.line(number)
    for at, run in enumerate(tokens.runs):
        if at and run >= 0 and run not in story.told and tokens.gaps[at].endswith(":"):
            source = _introduced_by(tokens, at)
            if source is not None:
                story.told[run] = Told(tokens.span(source.start, source.stop), line=number)


def _note_headline(story: Story, number: int) -> None:
    """“Harbour master: strike ‘a disgrace’” gives the words to the harbour master; “Live: ...” gives them to nobody."""
    tokens = story.line(number)
    colon = next((at for at in range(1, min(len(tokens.norms), _LONGEST_SIGNATURE)) if tokens.gaps[at] == ":"), 0)
    speaker = noun_phrase_to(tokens, colon - 1) if colon else None
    if speaker is None or speaker.start or tokens.norms[0] in _KICKERS:
        return
    for run in tokens.runs[colon:]:
        if run >= 0:
            story.told.setdefault(run, Told(tokens.span(speaker.start, speaker.stop), line=number))


def _introduced_by(tokens: Tokens, quote: int) -> Chunk | None:
    """Who speaks before a colon: the phrase right before it if it stands alone or is a name, else the subject."""
    phrase = noun_phrase_to(tokens, quote - 1)
    if phrase is None:
        return None
    alone = phrase.start == 0 or not tokens.bound(phrase.start) or tokens.norms[phrase.start - 1] in ("from", "by")
    named = tokens.capital(quote - 1) and not NOUN_LINKS.intersection(tokens.norms[phrase.start : quote])
    return phrase if alone or named else opening_subject(tokens, quote)


def _note_signed(story: Story, number: int) -> None:
    """“...” — Ana Lund: a dash and a name behind a quotation, in its sentence or as the next one."""
    tokens = story.line(number)
    first = 1 if tokens.norms and tokens.norms[0] == QUOTE else 0
    run = tokens.runs[0] if first else _run_before(story, story.sentences[number])
    signed = 0 < len(tokens.norms) - first <= _LONGEST_SIGNATURE
    if run < 0 or run in story.told or not signed:
        return
    sign = tokens.gaps[1] if first else story.text[story.runs[run].outer.end : tokens.starts[0]].strip()
    if sign.lstrip(",") in DASHES and tokens.capital(first) and tokens.norms[first] not in NO_NOUN:
        story.told[run] = Told(tokens.span(first, len(tokens.norms)), None, True, number)


def _run_before(story: Story, sentence: Sentence) -> int:
    """The quoted stretch that ends right before a sentence which opens with a dash; -1 for none."""
    if story.text[sentence.span.start] not in DASHES:
        return -1
    last = story.runs_before(sentence.span.start) - 1
    if last < 0 or story.text[story.runs[last].outer.end : sentence.span.start].strip():
        return -1
    return last
