"""What must hold around the words of some rules: a speaker, a mind, a source without a name, an open future."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from biasdiff.indexing import Match
from biasdiff.model import Analysis, Sentence, Span
from biasdiff.quoting.verbs import REPORTING


class Told(NamedTuple):
    """A story with the places of what reports speech in it, and of those who speak, in order."""

    story: Analysis
    cues: Sequence[Span]
    sources: Sequence[Span]


def told(story: Analysis) -> Told:
    """A story, ready to be asked."""
    cues = sorted(a.cue for a in story.attributions if a.cue)
    return Told(story, cues, sorted(a.source for a in story.attributions if a.source))


Circumstance = Callable[[Told, Sentence, Match], bool]


# In a sentence without end, only what stands near is looked at: so many sources, so many characters.
_MOST, _FAR = 24, 500


def span_of(sentence: Sentence, match: Match) -> Span:
    """The stretch of text that a match covers."""
    return Span(sentence.words[match.first].start, sentence.words[match.last - 1].end)


def on_cue(told: Told, span: Span) -> bool:
    """Whether a stretch holds words that report speech in this story."""
    at = bisect_left(told.cues, (span.end,))
    return at > 0 and span.start < told.cues[at - 1].end


def _reports(told: Told, sentence: Sentence, match: Match) -> bool:
    """A verb that reports in one sense of several does so here; phrases and other verbs have only the one."""
    words = sentence.words
    if match.last - match.first > 1 or words[match.first].norm not in REPORTING:
        return True
    to_do = match.last < len(words) and words[match.last].norm == "to"
    return to_do or on_cue(told, span_of(sentence, match))


_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|seems?|appears?|remains?|does|do|did|.{2,}(?:s|ed|t))$")
_NOT_FINITE = frozenset("in to for out as with at by without secretly politically sour axe ulterior".split())
_SKIPPED = frozenset(
    "also still now clearly really always never only just both all long who reportedly once seem seems appear appears"
    " is are was were be been has have had remain remains".split()
)
# People and bodies of people by their names, beside those in -er, -ist, -ian and the like.
_MINDS = frozenset(
    """
    he she they who president chair chief boss general judge king queen prince duke duchy aide aides ally allies mp mps
    politician candidate critic critics rebels troops residents parents crews chiefs generals bosses people government
    party union company ministry palace council board family families couple neighbours neighbors islanders
    landlord firms firm opposition club branch widow boy girl girls boys students pupils star spokesperson cabinet
    parliament committee team coach brother sister mother father son daughter wife husband pair duo regime army police
    """.split()
)
_MIND = re.compile(r".{2,}(?:er|or|ist|ian|ee|eer|ant|man|woman|ess|ate)s?$|.+(?:men|women)$")
_THINGS = frozenset(
    """
    number numbers weather water power paper papers order orders border letter matter summer winter river tower
    murder murders offer offers chapter other others answer answers corner centre center error errors factor factors
    sector sectors colour color plant restaurant grant climate debate rate estate state candidates tax human
    """.split()
)


def _is_a_mind(told: Told, sentence: Sentence, match: Match) -> bool:
    """The outlet itself tells the mind of somebody: words of others about minds are theirs."""
    words = sentence.words
    first = words[match.first].norm
    if told.story.voice(words[match.first].start) != "outlet":
        return False
    if first in _NOT_FINITE or not _FINITE.match(first):
        return True
    at = match.first - 1
    while at >= 0 and (words[at].norm in _SKIPPED or words[at].norm.endswith("ly")):
        at -= 1
    if at < 0:
        return False
    norm = words[at].norm
    named = told.story.passage.text[words[at].start].isupper() and norm not in _NOBODY
    return named or norm in _MINDS or (norm not in _THINGS and bool(_MIND.match(norm)))


_NOBODY = frozenset("it this that there what nobody the a an".split())

# A source that is named after all: experts at the University of Fellsay, analysts such as Ann Bole.
_NAMED_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:at|from|of|with|for|in) (?:the )?(?:\w+ of (?:the )?)?|such as |including |like |led by )[A-Z]"
)


def _is_unnamed(told: Told, sentence: Sentence, match: Match) -> bool:
    """No name follows that tells who the unnamed are."""
    span = span_of(sentence, match)
    if _NAMED_BEHIND.match(told.story.passage.text, span.end):
        return False
    first = bisect_left(told.sources, (span.end,))
    behind = takewhile(lambda source: source.start < sentence.span.end, islice(told.sources, first, first + _MOST))
    return not any(_is_name(told.story.text(source)) for source in behind)


def _is_unnamed_group(told: Told, sentence: Sentence, match: Match) -> bool:
    """No name follows, nor does one of the group speak by name right behind: “scholars say …” said Ann Bole, a scholar.

    One of the group is told by a word of its name (“eel advocates”, the Eel Guild) or by a trade of the learned.
    """
    return _is_unnamed(told, sentence, match) and not _speaks_behind(told, sentence, match)


# How far behind the sentence the one who speaks for the group may be named.
_BEHIND = 200
_PERSON = re.compile(r"[A-Z][\w'’.-]+ (?:[A-Z]\. )?[A-Z]")
# What is said of somebody behind the name: “Ann Bole, a scholar of roofs”.
_DESCRIPTION = re.compile(r", [^,.;:!?\"”]{3,80}")
_LEARNED = ("scholar", "expert", "research", "scientist", "academ", "economist", "historian", "analyst")
_TRADES = re.compile(r"(?i)\b(?:professor|researcher|scholar|lecturer|economist|historian|scientist|analyst)\b")
_NO_KIND = frozenset("the and for are has have some many most more that who".split())


def _speaks_behind(told: Told, sentence: Sentence, match: Match) -> bool:
    """Whether somebody who is named right behind is told to be one of the group."""
    end = sentence.span.end
    first = bisect_left(told.sources, (end,))
    behind = takewhile(lambda source: source.start < end + _BEHIND, islice(told.sources, first, first + _MOST))
    named = [text for source in behind if _PERSON.search(text := _described(told, source))]
    if not named:
        return False
    group = _kinds(told.story.text(Span(sentence.words[max(match.first - 1, 0)].start, span_of(sentence, match).end)))
    is_learned = any(kind.startswith(_LEARNED) for kind in group)
    return any((is_learned and _TRADES.search(text)) or group & _kinds(text) for text in named)


def _described(told: Told, source: Span) -> str:
    """A source with what is said of it behind a comma."""
    behind = _DESCRIPTION.match(told.story.passage.text, source.end)
    return told.story.passage.text[source.start : behind.end() if behind else source.end]


def _kinds(text: str) -> set[str]:
    """The words that may tell of a group, without the s of a plural."""
    found = re.findall(r"[a-z]{3,}", text.lower())
    return {word.removesuffix("s") for word in found if word not in _NO_KIND and word not in REPORTING}


def _is_name(source: str) -> bool:
    printed = source.removeprefix("the ").removeprefix("The ")
    return printed[:1].isupper() and " " in printed


_WHEN = re.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at \d|tomorrow|tonight|in (?:early|mid|late)|in 20\d\d"
    r"|(?:in|on|by|until) (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)|(?:next|this|later this) (?:week|month|year|spring|summer|autumn|fall|winter|morning|afternoon"
    r"|evening))\b"
)
_EVENTS = re.compile(
    r"\W+(?:(?:be|have|formally|officially|also) )*(?:meet|met|begin|start|open|reopen|close|vote|speak|appear|arrive"
    r"|visit|hold|held|take place|publish|published|release|released|announce|announced|launch|launched|attend|travel"
    r"|return|give evidence|testify|host|play|air|sentenced|end|hear|heard|decide|sign|signed|deliver|unveil|unveiled"
    r"|report|resume|retire|sail|land|fly|run|debut|join|leave|stand|go on)\b"
)


def _is_open(told: Told, sentence: Sentence, match: Match) -> bool:
    """Nothing tells that the future is a fixed date: a hearing on Monday, a shop that opens in May."""
    start, end = span_of(sentence, match)
    text, (first, last) = told.story.passage.text, sentence.span
    scheduled = _EVENTS.match(text, end, last)
    return not (scheduled and _WHEN.search(text, max(first, start - _FAR), min(last, end + _FAR)))


CIRCUMSTANCES: dict[str, Circumstance] = {
    "attribution.verb": _reports,
    "mental_state": _is_a_mind,
    "source.anonymous": _is_unnamed,
    "source.vague_group": _is_unnamed_group,
    "speculation": _is_open,
}
