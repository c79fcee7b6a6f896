"""Figures without a source in their sentence or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from biasdiff.figuring.givers import Givers
from biasdiff.model import Analysis, Finding, Sentence, Span
from biasdiff.settings import Settings

RULE = "unattributed_figure"

# Bounded: digits and commas without end would be read anew from each of them.
_AMOUNT = r"(?:\d[\d,]{0,24}(?:\.\d{1,12})?)"
_MANY = (
    r"(?:hundreds|thousands|millions|billions|dozens|scores|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty"
    r"|half|a (?:third|quarter|fifth|dozen|hundred|thousand|million))"
)
_PEOPLE = (
    r"(?:people|persons|soldiers|troops|civilians|men|women|children|fighters|migrants|refugees|workers|staff|jobs|homes"
    r"|families|households|residents|voters|protesters|demonstrators|patients|pupils|students|passengers|customers"
    r"|animals|deaths|casualties|injured|wounded|dead|victims|losses)"
)
# Words between a number and whom it counts; behind a preposition somebody else is meant: 47 arrests after protesters.
_WITHIN = r"(?!(?:after|before|in|on|at|to|from|with|by|for|as|and|or|that|who|than|when|while)\b)"
_RATE = (
    r"(?:per ?cent|percent|%|pounds?|dollars?|euros?|million|billion|trillion|miles?|kilometres?|tonnes?|tons?|acres?"
    r"|hectares?)"
)
# Things that stand for a size or weight that few readers can picture in numbers.
_VIVID = (
    r"(?:(?:football|soccer|rugby|tennis|basketball) (?:pitch|field|court)(?:e?s)?|(?:olympic )?(?:swimming )?pools?"
    r"|city blocks?|double-decker bus(?:es)?|jumbo jets?|blue whales?|elephants?)"
)
_CLOCK = r"(?:second|minute|hour|day|week|month|year)"
_VIVID_COUNT = rf"(?:{_AMOUNT}|{_MANY}(?:\s+of)?|an?)\s+{_VIVID}"
_HARM = re.compile(r"\b(?:deaths?|died|dying|dead|killed|casualties|wounded|lost their lives|perished|slaughtered)\b")
# Pictures that stand for a number: worth of them, so many by the clock, the size of them.
_PICTURED = (
    rf"|\b{_VIVID_COUNT}[- ]worth\b(?:\s+of\s+\w+)?(?:\s+(?:an?|every|each|per)\s+(?:\w+\s+)?{_CLOCK}s?\b)?"
    rf"|\b{_VIVID_COUNT}(?:\s+of\s+\w+)?\s+(?:an?|every|each|per)\s+(?:\w+\s+)?{_CLOCK}s?\b"
    rf"|(?:(?<=\bsize of )|(?<=\barea of )|(?<=\bfill ))(?:nearly |almost |about |some |over )?{_VIVID_COUNT}"
)


_QUALIFYING = r"(?:over|more than|nearly|almost|up to|at least|roughly|about|around|some|an estimated)"


@cache
def _figure(pictured: bool) -> re.Pattern[str]:
    """What a figure looks like; pictures are looked for where a sentence has a word of them, for they cost time."""
    return re.compile(
        # One look at what every figure begins with spares the longer looks at most words.
        rf"(?=[£$€]|\b(?:\d|{_QUALIFYING}|{_MANY}{'|an?' if pictured else ''}))"
        rf"(?P<qualifier>\b{_QUALIFYING}\s+)?"
        rf"(?P<figure>[£$€]\s?{_AMOUNT}(?:\s?(?:million|billion|trillion|m|bn)\b)?"
        rf"|\b{_AMOUNT}(?:\s?(?:{_RATE}))"
        rf"|\b(?:{_AMOUNT}|{_MANY}(?:\s+of)?)\s+(?:{_WITHIN}[\w’'-]+\s+){{0,2}}?{_PEOPLE}\b"
        rf"{_PICTURED if pictured else ''}|\b{_MANY}\s+[\w’' -]{{1,40}}?\s+an?\s+(?:minute|hour|day|week|month|year)\b"
        rf"|\b(?:{_AMOUNT})(?=\s+to\s+their\s+deaths?\b))"
    )


# So many words of a figure may stand before its number: “more than a third”.
_BEFORE = 3
_PICTURES = frozenset(
    """
    pitch pitches field fields court courts pool pools block blocks bus buses jets jet whale whales elephant elephants
    """.split()
)
_PICTURES |= {f"{picture}-worth" for picture in _PICTURES}
# Sums that a market, a measuring device or a scoreboard gives, and lengths of ways: nobody need answer for them.
_MEASURED = re.compile(
    r"\b(?:shares?|index|points?|yields?|barrel|ounce|currency|exchange rate|closed at|opened at|traded|trading"
    r"|temperatures?|rain|rainfall|snow|winds?|gusts?|degrees|tide|magnitude|depth|altitude|recipe|scored|innings"
    r"|wickets?|league|match|lap|metres? final|fined|jailed|sentenced|bail|damages|fare|ticket|tickets|rent of|toll)\b"
)
# A limit that a rule or plan sets counts nothing: “a fee for farms worth at least $3 million”.
_SET = re.compile(
    r"\b(?:worth|earn(?:s|ing)?|mak(?:e|es|ing)|valued at|(?:incomes?|assets|sales|profits|budgets?) of) $"
)
_RULES = re.compile(
    r"\b(?:fees?|tax(?:es)?|levy|levies|rules?|bill|laws?|plans?|proposals?|proposed|limits?|threshold|exempts?|exempted"
    r"|appl(?:y|ies)|eligible|qualify)\b"
)
_LIMITS = frozenset(("at least", "more than", "over", "up to"))
# The sentence itself says who has counted.
_COUNTED = re.compile(
    r"\b(?:figures|data|census|survey|poll|statistics|records|register|results|accounts|audit|documents|filings?|study"
    r"|count by|tally by|polled by|analysis by|estimates? (?:by|from)|official count|budget|indictment|charge sheet)\b"
)
# “Kestrel Foods reported a fall in profit”: the sentences about its accounts have that report for their source.
_RESULTS = re.compile(
    r"\b(?:reported|posted|booked|announced|published)\b[^.\n]{0,80}"
    r"\b(?:profits?|loss(?:es)?|revenues?|sales|earnings|turnover|results)\b"
)
_ACCOUNTS = re.compile(
    r"\b(?:profits?|net loss|revenues?|sales|earnings|turnover|margins?|dividends?|net debt|volumes?|orders)\b"
)
_FIRST = 3
_WAY = re.compile(r"\s+(?:an hour|per hour|north|south|east|west|inland|offshore|away|off|from|long|wide|deep|high)\b")
_SMALL = frozenset("two three four five six seven eight nine ten twelve half".split())
FEW = 20
MESSAGE = "A figure with no source in its sentence or beside it."
QUESTION = "Where could you check this number, and what exactly does it count?"


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Numbers of people, money, shares and rates that nobody near them answers for."""
    sourced, small = _sourced_sentences(story), _in_small_letters(story.passage.text)
    body = [sentence for sentence in story.told if sentence.role == "body"]
    has_results = any(_RESULTS.search(small, *sentence.span) for sentence in body[:_FIRST])
    for sentence in body:
        if _is_sourced(story, sentence, sourced) or not _has_number(sentence):
            continue
        if not (has_results and _ACCOUNTS.search(small, *sentence.span)):
            yield from _figures(story, small, sentence)


def _in_small_letters(text: str) -> str:
    """A text in small letters, one for each: patterns that need not ignore case are twice as quick."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([letter.lower()[:1] for letter in text])


def _sourced_sentences(story: Analysis) -> set[int]:
    """Sentences in which somebody named in words is said to tell something."""
    sourced = (attribution for attribution in story.attributions if attribution.source)
    return {index for _, touched in story.sentences_of(sourced) for index in touched}


def _is_sourced(story: Analysis, sentence: Sentence, sourced: set[int]) -> bool:
    """A source before counts, for speech is often carried on; one behind only where it points back."""
    if sentence.index in sourced or sentence.index - 1 in sourced:
        return True
    behind = sentence.index + 1
    return behind in sourced and _BACK.match(story.text(story.sentences[behind].span)) is not None


_BACK = re.compile(
    r"(?:The|That|This|These|Those|Both|Its?)\b (?:figures?|numbers?|counts?|totals?|estimates?|is|was|are|were)\b"
)


def _has_number(sentence: Sentence) -> bool:
    norms = sentence.norms
    return not _NUMBER_WORDS.isdisjoint(norms) or any(map(str.isdigit, [norm[0] for norm in norms]))


_NUMBER_WORDS = frozenset(
    """
    hundreds thousands millions billions dozens scores two three four five six seven eight nine ten twelve twenty half
    third quarter fifth dozen hundred thousand million
    """.split()
)


def _figures(story: Analysis, small: str, sentence: Sentence) -> Iterator[Finding]:
    text, (start, end) = story.passage.text, sentence.span
    found = _found(small, sentence)
    if not found or _COUNTED.search(small, start, end):
        return
    givers: Givers | None = None
    harm = bool(_HARM.search(small, start, end))
    measured = not harm and bool(_MEASURED.search(small, start, end))
    for match in found:
        people = _PEOPLED.search(match["figure"]) or "death" in text[match.end() : match.end() + 16]
        if (
            _OPENING.search(match["figure"])
            or _is_few(match)
            or (givers := givers or Givers(story, sentence)).of(match.start("figure"))
            or (not people and (measured or _WAY.match(text, match.end()) or _is_limit(small, sentence, match)))
        ):
            continue
        yield Finding(
            span=Span(*match.span()),
            rule=RULE,
            entry=None,
            group="sourcing",
            category="sourcing.figure",
            severity=_severity(match, harm, bool(people)),
            confidence="medium" if people else "low",
            voice=story.voice(match.start()),
            message=MESSAGE,
            neutral=("(name the source)",),
            question=QUESTION,
        )


def _found(small: str, sentence: Sentence) -> tuple[re.Match[str], ...]:
    """What looks like a figure; only pictures may have no word of a number, all others begin close before one."""
    norms = sentence.norms
    start, end = sentence.span
    if not _PICTURES.isdisjoint(norms):
        return tuple(_figure(True).finditer(small, start, end))
    first = next(at for at, norm in enumerate(norms) if norm in _NUMBER_WORDS or not norm.isalpha())
    near = sentence.words[first - _BEFORE].start if first > _BEFORE else start
    return tuple(_figure(False).finditer(small, near, end))


def _is_limit(small: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a rule or plan sets the figure as its limit."""
    if " ".join((match["qualifier"] or "").split()) not in _LIMITS:
        return False
    start, end = sentence.span
    return bool(_SET.search(small, max(start, match.start() - 20), match.start()) and _RULES.search(small, start, end))


_PEOPLED = re.compile(rf"{_PEOPLE}$")
# Hours of opening and shifts: three days a week, open 118 hours a week.
_OPENING = re.compile(r"\b(?:days?|hours?|nights?|times|evenings?|lessons?|shifts?)\s+an?\s+(?:day|week|month|year)$")
_PER = re.compile(rf"\b(?:an?|every|each|per)\s+(?:\w+\s+)?{_CLOCK}s?$")
_ROUGH = frozenset("about around roughly some nearly almost".split())
_VAGUE = re.compile(r"(?:hundreds|thousands|millions|billions|dozens|scores)\b")
MANY = 100


def _is_few(match: re.Match[str]) -> bool:
    """A handful that a reporter can count: two men, 14 jobs. Shares, sums and rates are never few."""
    if not _PEOPLED.search(match["figure"]):
        return False
    first = match["figure"].split()[0]
    number = _number(first)
    return first in _SMALL or (number is not None and number < FEW)


def _number(word: str) -> float | None:
    digits = word.replace(",", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else None


def _severity(match: re.Match[str], harm: bool, people: bool) -> int:
    """Many deaths weigh most; numbers of people and rates by the clock follow; sums, shares and rough figures last."""
    figure = match["figure"]
    number = _number(figure.split()[0])
    if harm and people:
        return 3 if number is None or number >= MANY else 2
    rough = match["qualifier"] and match["qualifier"].split()[0] in _ROUGH
    return 1 if rough or _VAGUE.match(figure) or not (people or _PER.search(figure)) else 2
