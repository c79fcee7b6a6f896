"""What each story does well: a reader who only looks for faults learns to trust nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from biasdiff.contrasting.figures_given import TELLING
from biasdiff.contrasting.ground import Ground
from biasdiff.contrasting.phrasing import letter, listed, quoted
from biasdiff.contrasting.seeking import sought
from biasdiff.model import Analysis, Figure, Practice, QuotationMatch, Source, SourceShare, Span

_LEAST = 2
_MOSTLY = 0.75
# Somebody with so many words in quotation marks is quoted at length.
_OWN_WORDS = 12
_SHOWN = 4
_OPEN = sought(
    r"\b(?:(?:is|are|was|were|remains?) (?:not clear|unclear|not known|in dispute|disputed)|ha(?:s|ve) not checked"
    r"|could not (?:say|confirm|be reached)|not been (?:confirmed|verified)|[Ee]stimates (?:[\w ]{1,30} )?differ"
    r"|declined to comment|did not (?:reply|respond))\b",
    "clear unclear known dispute disputed checked say confirm reached confirmed verified differ comment reply respond",
)
_WHY_UNNAMED = sought(
    r"\b(?:asked (?:us )?not to (?:be named|print|use)|on condition of anonymity"
    r"|because (?:she|he|they) (?:was|were|is|are) not)",
    "asked anonymity because",
)
_HEDGES = re.compile(
    r"\b(?:(?:about|around|roughly|approximately|at least|up to)(?= \d)|an estimated|might|may|reportedly"
    r"|it is not clear)\b"
)


def practices(ground: Ground, sources: Sequence[Source], matches: Sequence[QuotationMatch]) -> tuple[Practice, ...]:
    """Good practice that rules can see, story by story: who speaks, sources of figures, whole quotations, caution."""
    return tuple(practice for story in ground.stories for practice in _practices(ground, story, sources, matches))


def _practices(
    ground: Ground, story: Analysis, sources: Sequence[Source], matches: Sequence[QuotationMatch]
) -> Iterator[Practice]:
    shares = [(s, share) for s in sources for share in s.shares if share.passage == story.passage.id]
    # Somebody whose name only another story gives is not named by this one.
    named = [(source, share) for source, share in shares if source.kind == "person" and story.prints(source.name)]
    yield from _named(story, shares, named)
    yield from _heard(story, named)
    yield from _sourced(story)
    yield from _whole(ground, story, matches)
    yield from _kept(ground, story)
    yield from _open(ground, story)


def _named(
    story: Analysis, shares: Sequence[tuple[Source, SourceShare]], named: Sequence[tuple[Source, SourceShare]]
) -> Iterator[Practice]:
    """Most of those who speak have a name, an office or a document."""
    people = [(source, share) for source, share in shares if source.kind in ("person", "unnamed", "vague")]
    if len(named) >= _LEAST and len(named) >= _MOSTLY * len(people):
        text = f"Names {len(named)} of the {len(people)} people and groups of people whom it lets speak."
        if len(named) == len(people):
            text = f"Names everybody whom it lets speak: {_some([source.name for source, _ in named])}."
        yield Practice(story.passage.id, "names", text, tuple(share.places[0] for _, share in named))


def _some(names: Sequence[str]) -> str:
    """The first names of a list, and how many there are beside them."""
    more = len(names) - _SHOWN
    return listed(names) if more <= 1 else listed([*names[:_SHOWN], f"{more} more"])


def _heard(story: Analysis, named: Sequence[tuple[Source, SourceShare]]) -> Iterator[Practice]:
    """Several people speak at some length between quotation marks."""
    long = [(source, share) for source, share in named if share.quoted_words >= _OWN_WORDS]
    if len(long) >= _LEAST:
        text = f"Gives several people room in their own words: {_some([source.name for source, _ in long])}."
        yield Practice(story.passage.id, "heard", text, tuple(share.places[0] for _, share in long))


def _sourced(story: Analysis) -> Iterator[Practice]:
    """Figures that somebody answers for, in their sentence or beside it."""
    weighty = [figure for figure in story.figures if _is_weighty(figure)]
    sourced = [figure for figure in weighty if figure.sourced != "none"]
    if len(sourced) >= _LEAST and len(sourced) >= _MOSTLY * len(weighty):
        share = "every figure" if len(sourced) == len(weighty) else f"{len(sourced)} of {len(weighty)} figures"
        text = f"Has a source in the sentence or beside it for {share} of weight."
        yield Practice(story.passage.id, "figures", text, tuple(figure.span for figure in sourced))


def _is_weighty(figure: Figure) -> bool:
    """A number that somebody should answer for: no date, no time, no handful, no words of a speaker."""
    if figure.kind in ("date", "time") or figure.voice == "quoted":
        return False
    return figure.kind in ("money", "share") or figure.value > TELLING


def _whole(ground: Ground, story: Analysis, matches: Sequence[QuotationMatch]) -> Iterator[Practice]:
    """Quotations of which this story has more than another does."""
    spans: list[Span] = []
    others: dict[str, None] = {}
    for match in matches:
        if story.passage.id not in match.passages or match.coverage != "truncated":
            continue
        mine = match.passages.index(story.passage.id)
        lacking = "insert" if mine else "delete"
        if any(edit.tag == lacking for edit in match.edits):
            spans.append(story.quotations[match.quotations[mine]].parts[0])
            others[match.passages[1 - mine]] = None
    if spans:
        text = f"Gives more of a quotation than {listed(sorted(letter(key) for key in others))}."
        yield Practice(story.passage.id, "quotations", text, tuple(sorted(set(spans))))


def _kept(ground: Ground, story: Analysis) -> Iterator[Practice]:
    """The first word of caution that linked sentences of the same statement do not have."""
    lacking: dict[Span, set[str]] = {}
    for number, left, mine, right, theirs in ground.pairs:
        if ground.links[number].kind != "same" or story.passage.id not in (left.passage.id, right.passage.id):
            continue
        here, other, there = (mine, right, theirs) if story is left else (theirs, left, mine)
        found = _HEDGES.search(story.text(here.span))
        if found and not _HEDGES.search(other.text(there.span)) and here.role == "body":
            at = here.span.start + found.start()
            if story.voice(at) != "quoted":
                lacking.setdefault(Span(at, at + len(found[0])), set()).add(letter(other))
    if lacking:
        span, others = min(lacking.items())
        do = "does" if len(others) == 1 else "do"
        text = f"Keeps a word of caution that {listed(sorted(others))} {do} not have there: {quoted(story.text(span))}."
        yield Practice(story.passage.id, "caution", text, (span,))


def _open(ground: Ground, story: Analysis) -> Iterator[Practice]:
    """What is not known is said; a missing name is explained."""
    for kind, pattern, text in (
        ("open", _OPEN, "Says what is not known or not agreed."),
        ("unnamed", _WHY_UNNAMED, "Says why somebody is not named."),
    ):
        spans = tuple(sentence.span for sentence, _ in pattern.within(ground, story) if sentence.role == "body")
        if spans:
            yield Practice(story.passage.id, kind, text, spans)
