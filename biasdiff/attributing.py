"""Who says what: attributions of quoted and reported speech, and whose voice stands where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from operator import attrgetter

from biasdiff.model import Attribution, Quotation, Span, VoiceRun
from biasdiff.quoting import Story
from biasdiff.quoting.judgements import judgements
from biasdiff.quoting.reports import Report
from biasdiff.quoting.tokens import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    Tokens,
)
from biasdiff.quoting.verbs import DESCRIBING, ONLY_CALLING, REPORTING, TAKE_NOUNS, Reporting, Use

# Uses whose content is put in somebody's mouth or mind; “she praised the plan” is the outlet's wording of the plan.
_TOLD = frozenset(
    (Use.QUOTING, Use.STATING, Use.TELLING, Use.URGING, Use.VOWING, Use.CALLING, Use.THINKING, Use.SHOWING)
)
# What somebody refuses to do is told by the outlet.
_REFUSING = frozenset(("refuse", "decline"))
# “described a den of thieves” is somebody's picture, “described the pier” nobody's.
_VIVID = frozenset("a an how what himself herself themselves itself".split())
_QUESTIONS = ("whether ", "if ", "why ")
_ASKING = QUESTION_WORDS - {"there"}
_CLAUSE_REACH = 16
# “declared an uphill bid” does it; “declared the vote a swindle” says so of the vote.
_DECLARED = frozenset("a an his her its their war victory defeat bankruptcy".split())
_SO_CALLED = re.compile("so-called", re.IGNORECASE)


def attributions(story: Story, quotations: tuple[Quotation, ...]) -> tuple[Attribution, ...]:
    """Every place where the story tells who says or thinks something, in order.

    kind: "direct" where all that is said stands between quotation marks (the content is then the
    parts of the quotation), "mixed" where some of it does, "reported" where none does. A source is
    None where nobody is named (“is expected to”), a cue is None where a dash, a colon or its place
    alone gives a quotation its speaker. The content of a “that” clause begins behind “that”.
    """
    owners = {part.start: quotation for quotation in quotations for part in quotation.parts}
    announced = {quotation.cue: quotation for quotation in quotations if quotation.cue}
    found = [Attribution(q.speaker, None, q.parts, "direct") for q in quotations if q.speaker and q.cue is None]
    for number, sentence in enumerate(story.sentences):
        if sentence.role == "boilerplate":
            continue
        for report in story.reports(number):
            tokens = story.line(number)
            cue = tokens.span(report.cue.start, report.cue.stop)
            if report.content:
                found.append(_attribution(tokens, report, cue, story, owners))
            elif cue in announced:
                found.append(Attribution(announced[cue].speaker, cue, announced[cue].parts, "direct"))
    return tuple(sorted(found, key=attrgetter("place")))


def _attribution(tokens: Tokens, report: Report, cue: Span, story: Story, owners: dict[int, Quotation]) -> Attribution:
    """What a report says, with its kind; “direct” where nothing but quotations, and titles beside them, is reported."""
    who = report.cue.source
    source = tokens.span(who.start, who.stop) if who else None
    inside = chain.from_iterable(tokens.runs[chunk.start : chunk.stop] for chunk in report.content)
    numbers = [n for n in inside if n not in story.titles] if tokens.quoting else []
    quoted = [story.runs[n].inner for n in numbers if n >= 0]
    if not quoted or len(quoted) < len(numbers):
        content = tuple([tokens.span(chunk.start, chunk.stop) for chunk in report.content])
        return Attribution(source, cue, content, "mixed" if quoted else "reported")
    parts: dict[Span, None] = {}
    for part in quoted:
        owner = owners.get(part.start)
        parts.update(dict.fromkeys(owner.parts if owner and owner.cue == cue else (part,)))
    return Attribution(source, cue, tuple(parts), "direct")


def voices(
    story: Story, quotations: tuple[Quotation, ...], attributions: tuple[Attribution, ...]
) -> tuple[VoiceRun, ...]:
    """The stretches in which another than the outlet speaks, in order and without overlap.

    Words between quotation marks are "quoted", one quoted word as much as a whole speech. What a
    verb of saying or thinking reports is "reported", and so is what somebody is accused of, blamed
    for or dismissed as, and what is feared, claimed or called for; the thing itself that is praised,
    blamed or brought up is told in the outlet's own words. A credit behind a sentence that has a speaker of its
    own (“..., he said, the paper reports”) changes no voice. “so-called” is the writer's own mark
    of distance.
    """
    quoted = sorted({part for quotation in quotations for part in quotation.parts})
    claimed = (span for a in told(story.text, attributions) if not _calls(story.text, a) for span in a.content)
    reported = _merged(sorted((*claimed, *judgements(story))))
    if "o-called" in story.text:
        reported = _without_so_called(story.text, reported)
    outer = {run.inner: run.outer for run in story.runs}
    return tuple(_woven(quoted, [outer[span] for span in quoted], reported))


def _calls(text: str, attribution: Attribution) -> bool:
    """Whether a thing is called or likened to something: what it is called is told by the judgements."""
    verb = _verb(text, attribution.cue)
    if verb is None or verb.uses != ONLY_CALLING:
        return False
    return verb.verb not in DESCRIBING or "as" in _first_words(text, attribution.content[0])[1:]


def _verb(text: str, cue: Span | None) -> Reporting | None:
    """The verb of a cue; None where something else tells who speaks (“according to”, a colon)."""
    return REPORTING.get(text[cue.start : cue.end].split()[0].lower()) if cue else None


def _first_words(text: str, content: Span) -> list[str]:
    """The first words of what is said, in small letters; all behind them is the last of the list."""
    return text[content.start : content.end].lower().split(None, _CLAUSE_REACH)


def _without_so_called(text: str, reported: list[Span]) -> list[Span]:
    marks = [found.span() for found in _SO_CALLED.finditer(text)]
    left: list[Span] = []
    for span in reported:
        inside = marks[bisect_left(marks, (span.start,)) : bisect_left(marks, (span.end,))]
        edges = [span.start, *chain.from_iterable(inside), span.end]
        left.extend(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True) if pair[0] < pair[1])
    return left


def told(text: str, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions whose content is put in other words than the outlet's: claims, no deeds and no verdicts."""
    attributions = tuple(attributions)
    cued = sorted((a.cue, a.kind, a.content[0]) for a in attributions if a.cue)
    for attribution in attributions:
        cue, first = attribution.cue, attribution.content[0]
        if attribution.kind == "direct" or cue is None:
            continue
        if attribution.source is None and not _is_asked(text, cue, first):
            continue
        # “It is worth noting that ...”: the writer notes it.
        if text.endswith("worth ", 0, cue.start):
            continue
        if first.end > cue.start:
            claimed = _claims(text, cue, first)
        else:
            # “The plan was opposed by farmers”: what is opposed is named by the outlet.
            opposed = text.startswith(" by ", cue.end)
            inside = cued[bisect_left(cued, ((first.start,),)) : bisect_left(cued, ((first.end,),))]
            claimed = not (opposed or any(_says(text, *one) for one in inside))
        if claimed:
            yield attribution


def _is_asked(text: str, cue: Span, content: Span) -> bool:
    """“was asked whether ...”, “were told that ...”: somebody said it, whoever it was."""
    if text[cue.start : cue.end].lower() == "told":
        return text[cue.end : content.start] == " that "
    return text[cue.start : cue.end].lower() == "asked" and text.startswith(_QUESTIONS, content.start)


def _says(text: str, cue: Span, kind: str, content: Span) -> bool:
    """Whether a source speaks here that another credit leaves its own: “..., he said, the paper reports”."""
    if kind != "reported" or content.end <= cue.start:
        return True
    verb = _verb(text, cue)
    urges = verb is not None and Use.URGING in verb.uses and Use.TELLING not in verb.uses
    thinks = verb is not None and Use.THINKING in verb.uses
    return not (urges or thinks) and _claims(text, cue, content)


def _claims(text: str, cue: Span, content: Span) -> bool:
    """Whether words behind a verb are a clause that somebody claims: not “spoke of the plan”, “announced the plan”."""
    verb = _verb(text, cue)
    if verb is None:
        return True
    words = _first_words(text, content)
    if verb.verb in ("ask", "question") and words[0] in _ASKING:
        return True
    if verb.verb == "question":
        return False
    if not verb.uses & _TOLD or verb.verb in _REFUSING or (verb.verb == "agree" and words[0] == "to"):
        return False
    between = text[cue.end : content.start]
    if verb.verb == "say" or between.endswith("that ") or between.startswith(","):
        return True
    if words[0] in PREPOSITIONS and (words[0] != "to" or _is_listener(text, content, words)):
        return False
    if verb.verb in DESCRIBING and "as" not in words:
        return words[0] in _VIVID or words[0].endswith("ing")
    takes = verb.verb in TAKE_NOUNS or (verb.verb == "declare" and words[0] in _DECLARED)
    told = words[0] == "to" or words[0] in SUBJECT_PRONOUNS or _has_verb(words)
    return not takes or told or (verb.verb == "ask" and _urges(words))


def _has_verb(words: list[str]) -> bool:
    """Whether a clause has a helping verb of its own: not “a plan that will ...”."""
    return next((before not in RELATIVES for before, word in pairwise(["", *words]) if word in AUXILIARIES), False)


def _urges(words: list[str]) -> bool:
    """Whether somebody is asked to do something: “asked the crews to come back”; not “asked the crews to the feast”."""
    to = words.index("to", 1) if "to" in words[1:-1] else 0
    return bool(to) and words[to + 1] not in DETERMINERS and "for" not in words[:to]


def _is_listener(text: str, content: Span, words: list[str]) -> bool:
    """Whether “to” names who hears it: “wrote to the mayor”, “wrote to Lund”; not “vowed to open the pier”."""
    behind = content.start + len("to ")
    return not DETERMINERS.isdisjoint(words[1:2]) or text[behind : behind + 1].isupper()


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _woven(quoted: list[Span], marked: list[Span], reported: list[Span]) -> list[VoiceRun]:
    """Quoted stretches as they are, and what they leave of the reported ones with their marks."""
    runs = [VoiceRun(*span, "quoted") for span in quoted]
    at = 0
    for span in reported:
        start = span.start
        while at < len(marked) and marked[at].end <= start:
            at += 1
        here = at
        while here < len(marked) and marked[here].start < span.end:
            if start < marked[here].start:
                runs.append(VoiceRun(start, marked[here].start, "reported"))
            start = max(start, marked[here].end)
            here += 1
        if start < span.end:
            runs.append(VoiceRun(start, span.end, "reported"))
    return sorted(runs)
