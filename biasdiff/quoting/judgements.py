"""Words in which somebody else judges or believes, where no verb of saying has them as its clause.

“accused the port of greed”, “dismissed it as a smear”, “fears that ...”, “what she called ...”. The
thing that is judged stays in the outlet's words, and so does the choice of the verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from biasdiff.model import Span
from biasdiff.quoting.complements import lacks_subject
from biasdiff.quoting.reports import Report
from biasdiff.quoting.sources import Chunk
from biasdiff.quoting.story import Story
from biasdiff.quoting.tokens import AUXILIARIES, BE, NO_NOUN, PREPOSITIONS, PRONOUNS, QUOTE, Tokens
from biasdiff.quoting.verbs import REPORTING, Form, Reporting, Use

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
_SEEING = frozenset("see view regard".split())
_NAMING = frozenset("call label dub brand term deem declare".split())
_LIKENED_WITH_AS = frozenset("describe characterize characterise portray depict".split())
# What people hold: “that ...” or “is that ...” follows.
_HELD = frozenset(
    """
    fear fears concern concerns worry worries hope hopes claim claims allegation allegations accusation accusations
    suggestion suggestions belief beliefs view views argument arguments warning warnings complaint complaints charge
    charges assertion assertions contention suspicion suspicions prediction predictions insistence opinion conviction
    position conclusion theory notion promise promises pledge pledges threat threats assurance assurances speculation
    """.split()
)
_UTTERED = frozenset("warning warnings accusation accusations allegation allegations fears".split())
_WANTED = frozenset("calls demands appeals pleas".split())
_MADE = frozenset("make makes made making".split())
_FILED = _MADE | frozenset("raised voiced expressed filed brought levelled leveled lodged".split())
_DEGREES = frozenset("a an being nothing not too so part more less no another one".split())
_BESIDE_VERDICT = frozenset("after when because while since although though until unless where whereas who".split())
_BEHIND_PHRASE = (_BESIDE_VERDICT | AUXILIARIES | frozenset("from against amid during despite over by".split())) - {
    "being",
    "been",
    "having",
}
_BESIDE_PASSIVE = _BESIDE_VERDICT | {"by"}
_BEHIND_FILED = AUXILIARIES | PREPOSITIONS
_CLAUSE_OPENERS = AUXILIARIES | PRONOUNS
_IS, _WAS = BE - {"being"}, BE - {"been"}
_OBJECT_REACH = 12
_NAME_REACH = 8
_NEAR = 3
_LONGEST = 80

_OPINIONS = frozenset("view opinion judgement judgment eyes words estimation".split())
_NOUNS = _HELD | _UTTERED | _WANTED | _OPINIONS | {"case", "what"}
_VERDICTS = frozenset(
    printed
    for printed, verb in REPORTING.items()
    if verb.verb in _FOR | _OF | _SEEING or not verb.uses.isdisjoint(_LIKENING)
)
_TRIGGERS = _NOUNS | _VERDICTS


def judgements(story: Story) -> tuple[Span, ...]:
    """The stretches that tell what others hold against somebody, believe or want; they may overlap.

    The reason of a verdict, never its object; the clause behind a claim, never one that only tells
    which claim is meant. Where the border is not clear the stretch ends early.
    """
    found: list[Span] = []
    for number, sentence in enumerate(story.sentences):
        if sentence.role != "boilerplate" and not _TRIGGERS.isdisjoint(sentence.norms):
            tokens = story.line(number)
            chunks = (*_behind_verbs(tokens, story.reports(number)), *_behind_nouns(tokens))
            found.extend(tokens.span(chunk.start, chunk.stop) for chunk in chunks if chunk.start < chunk.stop)
    return tuple(sorted(found))


def _behind_verbs(tokens: Tokens, told: list[Report]) -> Iterator[Chunk]:
    """Of each verdict what stands behind its preposition."""
    passive = {report.cue.start: report.cue.passive for report in told}
    for at, norm in enumerate(tokens.norms[:-1]):
        if norm not in _VERDICTS:
            continue
        verb, alone = REPORTING[norm], tokens.norms[at + 1] in _PREPOSITIONS
        reports = at in passive or verb.verb in _SEEING or (verb.form is Form.PAST and alone)
        start = _verdict(tokens, verb, at + 1) if reports else 0
        if not start and passive.get(at) and _is_named(tokens, verb, at):
            start = at + 1
        if start:
            borders = _BESIDE_VERDICT if at in passive and not passive[at] else _BESIDE_PASSIVE
            yield Chunk(start, _end(tokens, start, borders))


def _is_named(tokens: Tokens, verb: Reporting, at: int) -> bool:
    """“was called a coward”; not “what is called a pier”, which is its name."""
    what = "what" in tokens.norms[max(0, at - _NEAR) : at]
    return verb.verb in _NAMING and tokens.norms[at + 1] in _DEGREES and not what


def _verdict(tokens: Tokens, verb: Reporting, behind: int) -> int:
    """Where the verdict begins behind a verb and its object; 0 where there is none."""
    for at in range(behind, min(len(tokens.norms), behind + _OBJECT_REACH)):
        if tokens.gaps[at] or tokens.norms[at] in _BESIDE_VERDICT:
            return 0
        if _opens(tokens, verb, at):
            # “What he called for was ...” tells what it was.
            return 0 if at + 1 < len(tokens.norms) and tokens.norms[at + 1] in _IS else at + 1
    return 0


def _opens(tokens: Tokens, verb: Reporting, at: int) -> bool:
    """Whether a preposition opens the verdict: of greed, for its greed, as a smear."""
    norm = tokens.norms[at]
    if norm == "of":
        return verb.verb in _OF
    if norm == "for":
        return verb.verb in _FOR and _DURATIONS.isdisjoint(tokens.norms[at + 1 : at + 1 + _NEAR])
    likening = verb.verb in _SEEING or not verb.uses.isdisjoint(_LIKENING)
    return norm == "as" and likening and _is_likened(tokens, at + 1)


def _is_likened(tokens: Tokens, at: int) -> bool:
    """“as a smear”, “as reckless and cruel”; not “as the rain fell”, where a clause follows."""
    if at >= len(tokens.norms) or tokens.gaps[at]:
        return False
    norm = tokens.norms[at]
    if norm == "the":
        return at + 1 < len(tokens.norms) and tokens.norms[at + 1].endswith("st")
    if norm in NO_NOUN or tokens.capital(at):
        return norm in _DEGREES or norm == QUOTE
    return _stands_alone(tokens, at + (tokens.adverbial(at) and at + 1 < len(tokens.norms)))


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether nothing follows a word that could be its verb."""
    after = at + 1
    if after >= len(tokens.norms) or tokens.gaps[after] or tokens.norms[after] in ("and", "or"):
        return True
    plural = tokens.norms[at].endswith("s") and not tokens.norms[at].endswith(("ss", "ous"))
    return tokens.norms[after] in PREPOSITIONS and not plural


def _behind_nouns(tokens: Tokens) -> Iterator[Chunk]:
    for at, (norm, then) in enumerate(pairwise(tokens.norms[:-1])):
        if norm == "what":
            start = _name_start(tokens, at)
            quoted = (
                start < len(tokens.norms) - 1
                and tokens.norms[start] == QUOTE
                and tokens.norms[start + 1] not in ("and", "or")
            )
            yield Chunk(start, start + 1 if quoted else _end(tokens, start, _BEHIND_PHRASE))
        elif norm in _OPINIONS and at < _NEAR and tokens.norms[0] in ("in", "to") and _is_somebodys(tokens, at):
            start = next(
                (i for i in range(at + 1, min(at + _NAME_REACH, len(tokens.norms))) if tokens.gaps[i] == ","), 0
            )
            yield Chunk(start, _end(tokens, start, frozenset()) if start else 0)
        elif norm in _NOUNS and not tokens.gaps[at + 1]:
            clause = _clause_start(tokens, at)
            if clause:
                yield Chunk(clause, _clause_end(tokens, clause, at < _NEAR))
            elif (then == "of" and norm in _UTTERED) or (then == "for" and norm in _WANTED):
                yield Chunk(at + 2, _end(tokens, at + 2, _BEHIND_PHRASE))


def _is_somebodys(tokens: Tokens, at: int) -> bool:
    """“In her view, ...”, “In Lund's opinion, ...”, “In the words of Lund, ...”; not “In other words, ...”."""
    return tokens.norms[at - 1] in ("his", "her", "their") or tokens.possessive(at - 1) or tokens.norms[at + 1] == "of"


def _clause_start(tokens: Tokens, at: int) -> int:
    """Where the clause behind a noun begins: fears that ..., made the case that ..., their view is that ...; else 0."""
    norm, then = tokens.norms[at], tokens.norms[at + 1]
    if norm == "case" and _MADE.isdisjoint(tokens.norms[max(0, at - _NEAR) : at]):
        return 0
    if then in BE and norm in _HELD and tokens.norms[at + 2] == "that":
        return at + 3
    held = then == "that" and (norm in _HELD or norm == "case")
    return at + 2 if held and not _tells_which(tokens, at + 2) else 0


def _tells_which(tokens: Tokens, at: int) -> bool:
    """“claims that were old”, “the claim that he made”."""
    if lacks_subject(tokens, at):
        return True
    for verb in range(at + 1, min(at + 1 + _NEAR, len(tokens.norms))):
        if tokens.norms[verb] in _FILED:
            after = verb + 1
            return after >= len(tokens.norms) or bool(tokens.gaps[after]) or tokens.norms[after] in _BEHIND_FILED
    return False


def _clause_end(tokens: Tokens, start: int, opens: bool) -> int:
    """Of a clause that opens the sentence the main verb comes next: “Fears that it is lost have grown”."""
    end = _end(tokens, start, frozenset())
    helping = [at for at in range(start, end) if tokens.norms[at] in AUXILIARIES]
    later = (at for before, at in pairwise(helping) if at > before + 1 + tokens.adverbial(before + 1))
    return next(later, end) if opens else end


def _name_start(tokens: Tokens, what: int) -> int:
    """Where the name begins in “what she called hateful”; the end where nobody is told to give one."""
    none = len(tokens.norms)
    for at in range(what + 2, min(what + _NAME_REACH, none - 1)):
        verb = REPORTING.get(tokens.norms[at])
        if tokens.gaps[at] or tokens.norms[at - 1] in _WAS:
            return none
        if verb and Use.CALLING in verb.uses and verb.form is not Form.ING:
            likened = tokens.norms[at + 1] == "as"
            if tokens.norms[at + 1] in ("for", "on"):
                return none
            return none if verb.verb in _LIKENED_WITH_AS and not likened else at + 1 + likened
    return none


def _end(tokens: Tokens, start: int, borders: frozenset[str]) -> int:
    """Where a stretch ends: at a border word, a mark that parts no list, or “and” with a new clause."""
    stop = min(len(tokens.norms), start + _LONGEST)
    for at in range(start + 1, stop):
        if tokens.norms[at] in borders or _parts(tokens, at) or _new_clause(tokens, at):
            return at
    return stop


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether a mark before a token is more than the comma of a list (greed, sloth and theft)."""
    gap = tokens.gaps[at]
    if not gap or tokens.bound(at):
        return False
    listed = {"and", "or"}.intersection(tokens.norms[at + 1 : at + 1 + _NEAR])
    return not (gap == "," and listed and tokens.norms[at] not in NO_NOUN and not tokens.norms[at].endswith("ing"))


def _new_clause(tokens: Tokens, at: int) -> bool:
    """“and left”, “and he left”; not “and of theft”."""
    if tokens.norms[at] not in ("and", "but") or at + 1 >= len(tokens.norms):
        return False
    then = tokens.norms[at + 1]
    verb = REPORTING.get(then)
    return then in _CLAUSE_OPENERS or then.endswith("ed") or (verb is not None and verb.form is Form.PAST)
