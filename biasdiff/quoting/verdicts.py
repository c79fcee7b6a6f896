"""Verdicts behind a verb and its object: “accused the port of greed”, “dismissed it as a smear”, “deemed it unfair”."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.inflecting import forms
from biasdiff.quoting.borders import BESIDE_VERDICT, end_of, stretch
from biasdiff.quoting.likening import OPENS_VERDICT, is_likened, picture_after
from biasdiff.quoting.phrases import noun_phrase_from
from biasdiff.quoting.reports import Report
from biasdiff.quoting.tokens import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NO_NOUN,
    OBJECTS,
    PREPOSITIONS,
    QUOTE,
    TIMES,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import DESCRIBING, OFTEN_NOUNS, REPORTING, SEEING, Form, Reporting, Use

# A verdict and its reason: criticised the port for its greed, called for an end to it.
_FOR = frozenset(
    """
    blame criticize criticise condemn denounce slam blast attack lambaste bash mock ridicule deride rebuke scold chide
    assail castigate berate chastise admonish praise laud applaud commend compliment congratulate thank salute
    reprimand upbraid lampoon call
    """.split()
)
_DURATIONS = frozenset("minutes hour hours day days week weeks month months year years decades time".split())
_OF = frozenset(("accuse", "warn", "complain"))
_PREPOSITIONS = frozenset(("of", "for", "as"))
_LIKENING = frozenset((Use.JUDGING, Use.CALLING))
# With an object, “as” behind these can open nothing but the verdict: saw the offer as political theatre.
_TAKE_AS = (
    SEEING
    | DESCRIBING
    | frozenset("dismiss deride denounce decry condemn criticize criticise ridicule mock hail brand label".split())
)
_NEED_AS = DESCRIBING | {"regard"}
_DEEMING = frozenset("consider deem judge think".split())
_BRANDING = frozenset("label dub brand deem".split())
_CALLING = _BRANDING | {"call", "term"}
_NAMING = _CALLING | {"declare"}
_COMPARING = frozenset("compare liken equate".split())
_BESIDE_PASSIVE = BESIDE_VERDICT | {"by"}
# “as a clerk who lies”: the clause tells of the picture.
_BEHIND_VERDICT = BESIDE_VERDICT - {"who"}
_BESIDE_URGED = BESIDE_VERDICT | {"amid", "despite"}
_IT = OBJECTS | {"it"}
_JOINING = PREPOSITIONS | DETERMINERS | {"and", "or"}
_IS = BE - {"being"}
_OBJECT_REACH = 12
# An accused may have offices and companions: “accused Lund, the mayor of Ostrey, and both clerks of theft”.
_ACCUSED_REACH = 24
_NEAR = 3
_ARTICLES = frozenset(("a", "an"))
_HOLDING = frozenset("of and or that who to for".split())

# No verbs of saying, but with “as” they tell how somebody shows a thing: cast the deal as a gift.
_SHOWING_AS = {form: verb for verb in ("paint", "cast", "present", "frame") for form in forms(verb, "verb")}
# “cast his vote as a protest”: an act, no way of showing.
_BESIDE_SHOWN = BESIDE_VERDICT | frozenset("vote votes ballot ballots".split())

_TRIGGERS = {
    printed: verb
    for printed, verb in REPORTING.items()
    if verb.verb in _FOR | _OF | SEEING | _DEEMING or not verb.uses.isdisjoint(_LIKENING)
}
VERDICTS = frozenset(_TRIGGERS) | frozenset(_SHOWING_AS)


def verdicts(tokens: Tokens, reports: list[Report]) -> Iterator[Chunk]:
    """Of each verdict what stands behind its preposition, of a name the name, of an appeal what is to be done.

    reports: what the sentence reports. A chunk may be empty.
    """
    reporting = {report.cue.start: report for report in reports}
    for at, norm in enumerate(tokens.norms[:-1]):
        if norm in _SHOWING_AS:
            yield stretch(tokens, _shown(tokens, at + 1), _BEHIND_VERDICT)
        elif norm in _TRIGGERS:
            yield _judged(tokens, _TRIGGERS[norm], at, reporting.get(at))


def _judged(tokens: Tokens, verb: Reporting, at: int, report: Report | None) -> Chunk:
    """The verdict, the name or the appeal behind a verb; empty where there is none."""
    active = report if report and not report.cue.passive else None
    start = _verdict(tokens, verb, at) if report or _is_verb(tokens, verb, at) else 0
    if not start and ((report and not active) or _is_passive(tokens, at)) and _is_named(tokens, verb, at):
        start = at + 1
    if not start and active and active.content:
        start = _name(tokens, verb, at + 1)
    if not start:
        on = verb.verb == "call" and tokens.norms[at + 1] == "on"
        return stretch(tokens, _urged(tokens, at + 2) if on else 0, _BESIDE_URGED)
    end = end_of(tokens, start, _BEHIND_VERDICT if active else _BESIDE_PASSIVE)
    if start == at + 2 and tokens.norms[at + 1] in _PREPOSITIONS and not _is_passive(tokens, at):
        end = _object_behind(tokens, start, end)
    return Chunk(start, _quotation_end(tokens, start, end))


def _is_verb(tokens: Tokens, verb: Reporting, at: int) -> bool:
    """Whether a word that reports nothing is a verb for all that: “to decry it as ...”; not “attacks on”."""
    if verb.verb in SEEING or verb.past:
        return True
    before = tokens.norms[at - 1] if at else ""
    if verb.form is Form.ING:
        return before not in DETERMINERS
    helped = before == "to" or before in AUXILIARIES
    return helped or (verb.verb not in OFTEN_NOUNS and before not in DETERMINERS and before not in PREPOSITIONS)


def _quotation_end(tokens: Tokens, start: int, end: int) -> int:
    """“called it ‘a ruin’ in a letter”: behind a quotation the outlet goes on, if no “of” or “and” holds it."""
    last = next((at for at in range(end - 1, start - 1, -1) if tokens.norms[at] == QUOTE), end)
    goes_on = last + 1 < end and tokens.norms[last + 1] in _HOLDING
    return end if last == end or goes_on else last + 1


def _is_passive(tokens: Tokens, at: int) -> bool:
    """“was widely considered a flop”, “long deemed unfit”."""
    before = at - 1
    if before >= 0 and (tokens.adverbial(before) or tokens.norms[before] == "long"):
        before -= 1
        if before < 0 or tokens.gaps[before + 1]:
            return True
    return before >= 0 and tokens.norms[before] in BE


def _object_behind(tokens: Tokens, start: int, end: int) -> int:
    """“dismissed as a smear the claim that ...”: where the thing begins that is judged; the end where none follows."""
    objects = (at for at in range(start + 1, end) if tokens.norms[at] in DETERMINERS)
    return next((at for at in objects if tokens.norms[at - 1] not in _JOINING), end)


def _is_named(tokens: Tokens, verb: Reporting, at: int) -> bool:
    """“was called a coward”, “was branded unfit”; not “what is called a pier”, “was dubbed Lund”, which name it."""
    if "what" in tokens.norms[max(0, at - _NEAR) : at]:
        return False
    if tokens.norms[at + 1] in OPENS_VERDICT and tokens.norms[at + 1] != "out":
        return verb.verb in _NAMING
    plain = not tokens.gaps[at + 1] and tokens.norms[at + 1] not in NO_NOUN and not tokens.capital(at + 1)
    return verb.verb in _BRANDING and plain


def _name(tokens: Tokens, verb: Reporting, behind: int) -> int:
    """Where the name begins in “called the ferry contract a swindle”: what is called so is the outlet's."""
    if verb.verb in _COMPARING:
        reach = range(behind + 1, min(len(tokens.norms) - 1, behind + _OBJECT_REACH))
        return next((at + 1 for at in reach if tokens.norms[at] in ("to", "with") and not tokens.gaps[at]), 0)
    if verb.verb == "consider":
        thing = noun_phrase_from(tokens, behind)
        return thing.stop if thing and not _ARTICLES.isdisjoint(tokens.norms[thing.stop : thing.stop + 1]) else 0
    if verb.verb not in _CALLING or tokens.norms[behind] in ("on", "for"):
        return 0
    if tokens.norms[behind] in _IT or tokens.norms[behind] in ("that", "this"):
        return behind + 1
    thing = noun_phrase_from(tokens, behind)
    owned = thing is not None and any(tokens.possessive(i) for i in range(behind, thing.stop))
    if tokens.norms[behind] == "the" and tokens.capital(min(behind + 1, len(tokens.norms) - 1)) and not owned:
        return 0
    stop = thing.stop if thing else 0
    if stop and stop < len(tokens.norms) and "," in tokens.gaps[stop]:
        # “called Lund, her old friend, a coward”; “called the crews thieves, as ever”.
        apposed = range(stop + 1, min(len(tokens.norms), stop + _OBJECT_REACH))
        named = next((at for at in apposed if tokens.gaps[at] == "," and tokens.norms[at] in OPENS_VERDICT), 0)
        return named or (0 if tokens.capital(stop - 1) or stop - behind < _NEAR else behind)
    if not stop or stop == len(tokens.norms) or tokens.gaps[stop]:
        # “called the sheriff” says nothing of him; “called the rules unfair” does.
        return behind if stop - behind >= _NEAR or not stop or tokens.capital(behind) else 0
    # “called the idea unlawful and cruel”: the first of two adjectives was taken for the thing.
    return stop - (tokens.norms[stop] in ("and", "or"))


def _urged(tokens: Tokens, behind: int) -> int:
    """Behind “to” in “called on its leaders to disown it”; 0 where nothing is to be done."""
    for at in range(behind + 1, min(len(tokens.norms) - 1, behind + _OBJECT_REACH)):
        if not tokens.bound(at):
            return 0
        if tokens.norms[at] == "to" and tokens.norms[at + 1] not in NO_NOUN:
            return at + 1
    return 0


def _verdict(tokens: Tokens, verb: Reporting, at: int) -> int:
    """Where the verdict begins behind a verb and its object; 0 where there is none."""
    behind = at + 1
    if verb.verb in _DEEMING and tokens.norms[behind] in _IT:
        return _adjective(tokens, behind + 1)
    accused = verb.verb == "accuse"
    for here in range(behind, min(len(tokens.norms), behind + (_ACCUSED_REACH if accused else _OBJECT_REACH))):
        if tokens.norms[here] in BESIDE_VERDICT or not (accused or tokens.bound(here)):
            return 0
        if _opens(tokens, verb, behind, here):
            # “What he called for was ...” tells what it was.
            return 0 if here + 1 < len(tokens.norms) and tokens.norms[here + 1] in _IS else here + 1
    return 0


def _shown(tokens: Tokens, behind: int) -> int:
    """“sought to paint Lund as too timid”: where the picture begins; 0 where none is drawn."""
    return picture_after(tokens, behind + 1, _OBJECT_REACH - 1, _BESIDE_SHOWN)


def _adjective(tokens: Tokens, at: int) -> int:
    """“considered it unfair”, “judged them a failure”; not “considered it for a week”."""
    if at >= len(tokens.norms) or tokens.gaps[at]:
        return 0
    norm = tokens.norms[at]
    return at if norm in OPENS_VERDICT or norm == QUOTE or tokens.adverbial(at) or norm not in NO_NOUN else 0


def _opens(tokens: Tokens, verb: Reporting, behind: int, at: int) -> bool:
    """Whether a preposition opens the verdict: of greed, for its greed, as a smear; `behind` is the verb's object."""
    norm = tokens.norms[at]
    if norm == "of":
        return verb.verb in _OF and not _is_origin(tokens, at)
    if norm == "for" and (verb.verb != "call" or not _has_object(tokens, behind, at)):
        return verb.verb in _FOR and _DURATIONS.isdisjoint(tokens.norms[at + 1 : at + 1 + _NEAR])
    likening = verb.verb in SEEING or not verb.uses.isdisjoint(_LIKENING)
    if norm != "as" or not likening:
        return False
    # “described as the favourite”; “saw it as the rain fell”.
    named = verb.verb in _NEED_AS and "the" in tokens.norms[at + 1 : at + 2]
    return named or is_likened(tokens, at + 1, verb.verb in _TAKE_AS)


def _has_object(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether an object stands behind a verb: not in “called Tuesday for”, “called again for”."""
    return not all(tokens.norms[at] in TIMES or tokens.adverbial(at) for at in range(start, stop))


def _is_origin(tokens: Tokens, at: int) -> bool:
    """“accused Ana Lund of Ostrey of theft”: a name behind “of”, and another “of” to come."""
    named = at + 1 < len(tokens.norms) and tokens.capital(at - 1) and tokens.capital(at + 1)
    return named and "of" in tokens.norms[at + 1 : at + 1 + _ACCUSED_REACH]
