"""Headlines: what the text below hedges, conditions or does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from biasdiff.aligning.terms import stem, terms
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import excerpt, letter, place, quoted
from biasdiff.contrasting.seeking import sought
from biasdiff.model import Analysis, Headline, Place, Point, Sentence, Span

_HEDGE = re.compile(
    r"\b(?:could|might|may|would|if|unless|potential(?:ly)?|possibl[ey]|likely|expected to|reportedly|apparently"
    r"|suggests?|suggested|appears? to|seems? to|plans?|hopes? to|seeks?|wants?|aims?|bid|urges?|calls? for|offers?"
    r"|demands?|proposals?|proposed?|proposes|not yet|says?|said|moves? to|how|what|why)\b|[:?]",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?<!even )\b(?:if|unless|provided that|only when|as long as)\b")
# The verb behind these is in doubt: could end, is expected to sign.
_UNSURE = re.compile(
    r"\b(?:could|might|may|(?:is|are|was|were) (?:expected|set|likely|due) to)"
    r" (?:(?:also|now|soon|then) )?(?P<verb>[a-z]+)"
)
_UNCLEAR = sought(
    r"\b(?:(?:is|was|remains?|were|are) (?:not clear|unclear|uncertain|not known|unknown)|nothing is final"
    r"|not final|(?:has|have) not (?:made clear|been confirmed)|could not be (?:confirmed|verified)|no decision)\b",
    "clear unclear uncertain known unknown final confirmed verified decision",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask\w*|wonder\w*|know\w*|whether|see|sure|clear|decide\w*|question\w*)\b[^.;,]*$", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"\b(?:what|how|whether|if) (?:exactly )?(?:that|this|it)\b", re.IGNORECASE)
# A mark that closes and another that opens inside: two quotations, not one.
_TWO = re.compile(r"[’'”\"] .*[‘'“\"]\w")
_REACH = 50
_FIRST_SENTENCES = 12
_LEAST_SHARED = 2

LESS = "Does the headline promise more than the text tells?"
WORDS = "Who uses this word? Would the headline be true without it?"


def headlines(ground: Ground) -> tuple[Headline, ...]:
    """The headline of each story that has one, with what the text does not bear out as it stands."""
    found = []
    for story in ground.stories:
        head = _head(story)
        if head:
            claims = (*_quoted_claims(story, head), *_conditions(ground, story, head))
            points = (*claims, *_figures(story, head), *_words(story, head))
            ordered = sorted(points, key=lambda point: (-point.weight, point.places))
            found.append(Headline(story.passage.id, head.span, tuple(ordered)))
    return tuple(found)


_Limit = tuple[Sentence, re.Match[str]]


class _Head(NamedTuple):
    """The sentences of a headline."""

    span: Span
    indices: tuple[int, ...]


def _head(story: Analysis) -> _Head | None:
    run: list[Sentence] = []
    for sentence in story.sentences:
        if sentence.role == "headline":
            run.append(sentence)
        elif run:
            break
    return _Head(Span(run[0].span.start, run[-1].span.end), tuple(s.index for s in run)) if run else None


def _quoted_claims(story: Analysis, head: _Head) -> Iterator[Point]:
    """Words in quotation marks that no quotation of the text has."""
    for finding in story.findings_in(head.span):
        if finding.rule == "quotation.claim_quote" and not _TWO.search(story.text(finding.span)):
            marked = quoted(story.text(finding.span))
            head_of = f"The headline of {letter(story)}"
            text = f"{head_of} has {marked} in quotation marks; no quotation in the text has these words."
            yield Point("headline", text, "Who said this, and in which words?", (place(story, finding.span),), 0.8)


def _conditions(ground: Ground, story: Analysis, head: _Head) -> Iterator[Point]:
    """A headline without “could” or “if” where the text has one, or says that the matter is open."""
    if _HEDGE.search(story.text(head.span)):
        return
    matter = _matter(ground, story, head)
    near = _near(ground, story, matter)
    for does, found, weight in (("sets a condition", _conditioned, 0.6), ("is less sure", _doubted, 0.5)):
        limited = next(found(story, near, matter), None)
        if limited:
            yield _point(story, head, *limited, does, weight)
            break
    unclear = _unclear(ground, story, matter)
    if unclear:
        yield _point(story, head, *unclear, "leaves open", 0.55)


def _conditioned(story: Analysis, near: Sequence[Sentence], matter: frozenset[str]) -> Iterator[_Limit]:
    """Conditions right beside what the headline tells; whether somebody asks or knows “if” is none."""
    for sentence in near:
        for match in _CONDITION.finditer(story.text(sentence.span)):
            start = sentence.span.start + match.start()
            first, last = max(start - _REACH, sentence.span.start), min(start + _REACH, sentence.span.end)
            around = story.words_in(Span(first, last))
            shared = {term for word in around for term in terms(word.norm)} & matter
            asked = _ASKED.search(story.passage.text, max(0, start - _REACH), start)
            telling = len(shared) >= _LEAST_SHARED and len(shared - _names(story)) >= _LEAST_SHARED
            if telling and not asked and story.voice(start) != "quoted":
                yield sentence, match


def _doubted(story: Analysis, near: Sequence[Sentence], matter: frozenset[str]) -> Iterator[_Limit]:
    """What the headline says is done and the text says may be done: the same verb."""
    for sentence in near:
        for match in _UNSURE.finditer(story.text(sentence.span)):
            start = sentence.span.start + match.start()
            if not matter.isdisjoint(terms(match["verb"])) and story.voice(start) != "quoted":
                yield sentence, match


def _names(story: Analysis) -> frozenset[str]:
    """The terms of all names: who is in a story does not tell what it says of them."""
    printed = (story.text(span).lower() for name in story.names for span in name.mentions[:1])
    return frozenset(term for text in printed for word in text.split() for term in terms(word))


def _matter(ground: Ground, story: Analysis, head: _Head) -> frozenset[str]:
    return frozenset(term for index in head.indices for term in ground.terms(story.passage.id, index))


def _near(ground: Ground, story: Analysis, matter: frozenset[str]) -> list[Sentence]:
    """Sentences of the text that tell what the headline tells: those that share most of its content."""
    body = list(islice((sentence for sentence in story.sentences if sentence.role == "body"), _FIRST_SENTENCES))
    shared = {s.index: len(matter & ground.terms(story.passage.id, s.index)) for s in body}
    most = max(shared.values(), default=0)
    if most < min(_LEAST_SHARED, len(matter)) or most == 0:
        return []
    return [sentence for sentence in body if shared[sentence.index] >= max(_LEAST_SHARED, most - 1)]


def _unclear(ground: Ground, story: Analysis, matter: frozenset[str]) -> _Limit | None:
    """A sentence in the outlet's own voice that calls open what stands near the headline's matter."""
    for sentence, match in _UNCLEAR.within(ground, story):
        if sentence.role != "body" or story.voice(sentence.span.start + match.start()) == "quoted":
            continue
        if not sentence.index or not _POINTS_BACK.search(story.text(sentence.span)):
            continue
        before, here = sentence.index - 1, sentence.index
        around = ground.terms(story.passage.id, before) | ground.terms(story.passage.id, here)
        if len(matter & around) >= _LEAST_SHARED:
            return sentence, match
    return None


def _point(story: Analysis, head: _Head, sentence: Sentence, found: re.Match[str], does: str, weight: float) -> Point:
    start = sentence.span.start + found.start()
    part = excerpt(story, sentence.span, Span(start, start + len(found[0])))
    text = f"The headline of {letter(story)} says {quoted(story.text(head.span))}. The text {does}: {part}."
    return Point("headline", text, LESS, (place(story, head.span), place(story, sentence.span)), weight)


def _figures(story: Analysis, head: _Head) -> Iterator[Point]:
    """A number that the text does not give again."""
    given = [figure for figure in story.figures if figure.kind not in ("date", "time")]
    inside = [f for f in given if head.span.start <= f.span.start < head.span.end]
    below = {f.value for f in given if f.span.start >= head.span.end}
    for figure in inside:
        if figure.value not in below:
            there = quoted(story.text(figure.span))
            text = f"The headline of {letter(story)} gives {there}; the text does not give this number."
            yield Point("headline", text, LESS, (place(story, figure.span),), 0.5)


def _words(story: Analysis, head: _Head) -> Iterator[Point]:
    """Strong wording in the headline that the text never takes up."""
    strong = [
        finding
        for finding in story.findings_in(head.span)
        if finding.group == "wording" and finding.severity > 1 and finding.voice == "outlet"
    ]
    used = _used(story, head) if strong else frozenset()
    for finding in strong:
        printed = story.text(finding.span)
        if not used.issuperset(stem(word) for word in printed.lower().split()):
            text = f"The headline of {letter(story)} has {quoted(printed)}; the text does not use this word."
            weight = 0.45 if finding.severity == 2 else 0.5
            yield Point("headline", text, WORDS, (Place(story.passage.id, *finding.span),), weight)


def _used(story: Analysis, head: _Head) -> frozenset[str]:
    """The words of the text below a headline, without their inflection."""
    below = [sentence.norms for sentence in story.told if sentence.index > head.indices[-1]]
    return frozenset(map(stem, set().union(*below)))
