"""The text of a sentence cut into runs: what is marked, what differs, and whose words they are."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import attrgetter
from typing import NamedTuple, TypeVar

from biasdiff.model import Analysis, Finding, Sentence, Span, VoiceRun, Word
from biasdiff.rendering import words
from biasdiff.stopwords import STOPWORDS

_Stretch = TypeVar("_Stretch", Span, VoiceRun)
_START = attrgetter("start")
# Of the characters of a sentence's words; below it, shading would cover nearly everything and tell nothing.
LEAST_SHARED = 0.25


class Piece(NamedTuple):
    """Characters that look alike.

    look: "differs", "shared" or nothing. voice: whose words they are where not the outlet's.
    """

    text: str
    look: str = ""
    voice: str = ""


class Mark(NamedTuple):
    """A finding as it is shown in the text: where its note is, its short sign and its look."""

    finding: Finding
    id: str
    key: str
    css: str
    title: str


class Run(NamedTuple):
    """Pieces under one mark, or under none.

    `opens` carries the mark's anchor, `closes` its sign. `also` are marks that end here under a
    shorter one, each with whether it needs its anchor yet: links cannot stand inside links.
    """

    pieces: tuple[Piece, ...]
    mark: Mark | None = None
    opens: bool = False
    closes: bool = False
    also: tuple[tuple[Mark, bool], ...] = ()


def mark(finding: Finding, note: str, label: str, rule: str) -> Mark:
    """A finding with the short sign and the look that its group, severity and voice give it."""
    sign = words.key(finding.group, finding.severity, finding.voice)
    css = f"{finding.group} s{finding.severity} {finding.voice}"
    title = f"{rule} · {words.SEVERITIES[finding.severity]} · {words.whose(finding.voice, label)}"
    return Mark(finding, note, sign, css, title)


class Layers(NamedTuple):
    """What lies over the text of a story, sentence by sentence."""

    marks: dict[int, list[Mark]]
    voices: dict[int, list[VoiceRun]]


def layers(story: Analysis, marks: Sequence[Mark]) -> Layers:
    """Marks and voices under the index of every sentence that they touch."""
    out = Layers({}, {})
    for one in marks:
        for sentence in story.between(one.finding.span):
            out.marks.setdefault(sentence.index, []).append(one)
    for run in story.voices:
        for sentence in story.between(Span(run.start, run.end)):
            out.voices.setdefault(sentence.index, []).append(run)
    return out


class Shade(NamedTuple):
    """Stretches of a sentence that are set off, and how they look."""

    spans: tuple[Span, ...] = ()
    look: str = ""


def shade(sentence: Sentence, shared: Sequence[Span]) -> Shade:
    """The words that no sentence beside has; the shared ones instead where nearly all differ."""
    is_shared = _covered(sentence.words, sorted(shared))
    length = sum(word.end - word.start for word in sentence.words)
    common = sum(word.end - word.start for word, known in zip(sentence.words, is_shared, strict=True) if known)
    wanted = common < LEAST_SHARED * length
    spans = []
    for known, group in groupby(zip(sentence.words, is_shared, strict=True), key=lambda pair: pair[1]):
        together = [word for word, _ in group]
        # A lone "the" that both have tells nothing.
        if known == wanted and not (wanted and all(word.norm in STOPWORDS for word in together)):
            spans.append(Span(together[0].start, together[-1].end))
    return Shade(tuple(spans), "shared" if wanted else "differs")


def _covered(words: Sequence[Word], spans: Sequence[Span]) -> list[bool]:
    """Whether each word lies in one of some spans, which are in order."""
    # How far the spans reach up to each.
    reach = list(accumulate((span.end for span in spans), max))
    before = (bisect_right(spans, word.start, key=_START) - 1 for word in words)
    return [at >= 0 and word.end <= reach[at] for word, at in zip(words, before, strict=True)]


def runs(story: Analysis, sentence: Sentence, over: Layers, shaded: Shade) -> tuple[Run, ...]:
    """The whole sentence in order; every character stands in exactly one piece."""
    out: list[Run] = []
    pieces: list[Piece] = []
    top: Mark | None = None
    shown: set[str] = set()
    for span, marks, voice, look in _stretches(sentence, over, shaded):
        shortest = min(marks, key=_length, default=None)
        if pieces and shortest is not top:
            out.append(_run(sentence, pieces, top, shown))
            pieces = []
        top = shortest
        pieces.append(Piece(story.text(span), look, voice))
        ending = [one for one in marks if one.finding.span.end == span.end]
        if ending:
            also = tuple((one, _opens(sentence, one, shown)) for one in ending if one is not top)
            out.append(_run(sentence, pieces, top, shown)._replace(closes=top in ending, also=also))
            pieces, top = [], None
    if pieces:
        out.append(_run(sentence, pieces, top, shown))
    return tuple(out)


def _length(one: Mark) -> tuple[int, int]:
    span = one.finding.span
    return span.end - span.start, -one.finding.severity


def _run(sentence: Sentence, pieces: Sequence[Piece], top: Mark | None, shown: set[str]) -> Run:
    """A run under a mark, which is noted as shown."""
    run = Run(tuple(pieces), top, top is not None and _opens(sentence, top, shown))
    if top:
        shown.add(top.id)
    return run


def _opens(sentence: Sentence, one: Mark, shown: set[str]) -> bool:
    """Whether a mark begins in this sentence and has no run yet."""
    return one.finding.span.start >= sentence.span.start and one.id not in shown


def _stretches(sentence: Sentence, over: Layers, shaded: Shade) -> Iterator[tuple[Span, list[Mark], str, str]]:
    """Stretches between one change and the next, with the marks over them, whose words they are, and how they look."""
    marks, voices = over.marks.get(sentence.index, []), over.voices.get(sentence.index, [])
    start, end = sentence.span
    spans = (*(one.finding.span for one in marks), *shaded.spans, *(Span(run.start, run.end) for run in voices))
    cuts = sorted({start, end, *(cut for span in spans for cut in span if start < cut < end)})
    coming = deque(sorted(marks, key=lambda one: one.finding.span.start))
    here: list[Mark] = []
    for a, b in pairwise(cuts):
        here = [one for one in here if b <= one.finding.span.end]
        while coming and coming[0].finding.span.start <= a:
            here.append(coming.popleft())
        run = _around(voices, a, b)
        yield Span(a, b), here, run.voice if run else "", shaded.look if _around(shaded.spans, a, b) else ""


def _around(spans: Sequence[_Stretch], start: int, end: int) -> _Stretch | None:
    """The one of some stretches, in order and without overlap, in which another one lies."""
    at = bisect_right(spans, start, key=_START) - 1
    return spans[at] if at >= 0 and end <= spans[at].end else None
