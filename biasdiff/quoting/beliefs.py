"""What others hold, told behind a noun: “fears that ...”, “what she called ...”, “in her view ...”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from biasdiff.quoting.borders import BEHIND_PHRASE, ahead, end_of, stretch
from biasdiff.quoting.complements import clause_after, lacks_subject
from biasdiff.quoting.likening import picture_after
from biasdiff.quoting.tokens import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NO_NOUN,
    PREPOSITIONS,
    QUOTE,
    SUBJECT_OPENERS,
    SUBJECT_PRONOUNS,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import DESCRIBING, REPORTING, SEEING, Form, Reporting, Use

# What people hold: “that ...” or “is that ...” follows.
_HELD = frozenset(
    """
    fear fears concern concerns worry worries hope hopes claim claims allegation allegations accusation accusations
    suggestion suggestions belief beliefs view views argument arguments warning warnings complaint complaints charge
    charges assertion assertions contention suspicion suspicions prediction predictions insistence opinion
    conviction position conclusion theory notion promise promises pledge pledges threat threats assurance assurances
    speculation criticism criticisms perception perceptions impression idea ideas theories notions rumor rumors
    rumour rumours demand demands plea pleas appeals vow vows report reports disbelief skepticism scepticism doubt
    doubts statement statements remark remarks lie lies falsehood falsehoods canard canards
    """.split()
)
# What else may follow some of these: a clause without “that”; “of” (claims of theft); “for” (calls for calm); “to”
# with a deed (calls to replace him, a vow to sue).
_WITH_CLAUSE = frozenset(
    "fear fears concern concerns worry worries hope hopes belief suspicion suspicions insistence".split()
)
_WITH_OF = frozenset("warning warnings accusation accusations allegation allegations fears claims charges".split())
_WITH_FOR = frozenset("calls demands appeals pleas".split())
_WITH_TO = frozenset("call calls demand demands vow vows promise promises plea pleas pledge pledges".split())
_PICTURED = frozenset(
    "portrait portrayal depiction characterization characterisation description image perception picture".split()
)
_OPINIONS = frozenset("view opinion judgement judgment eyes words estimation".split())
# To be unhappy that ..., to make clear that ...: the clause is felt or said to be so.
_FEELINGS = frozenset(
    """
    unhappy furious angry worried convinced confident sure adamant skeptical sceptical afraid fearful disappointed
    outraged incensed upset concerned hopeful optimistic pessimistic doubtful unconvinced clear
    """.split()
)
_BEFORE_FEELING = BE | frozenset("remain remains remained feel feels felt seem seems seemed grew".split())
NOUNS = _HELD | _WITH_OF | _WITH_FOR | _WITH_TO | _PICTURED | _OPINIONS | _FEELINGS | {"case", "what"}
_MADE = frozenset("make makes made making".split())
_FILED = _MADE | frozenset("raised voiced expressed filed brought levelled leveled lodged".split())
_HOLDERS = frozenset(("from", "by", "among"))
# More often a thing that does something than what it says.
_RATHER_THINGS = frozenset(
    "report reports statement statements remark remarks idea ideas notions theories demand demands appeals".split()
)
_BEHIND_DEED = BEHIND_PHRASE | {"that", "which"}
_BEHIND_FILED = AUXILIARIES | PREPOSITIONS
_WAS = BE - {"been"}
_NAME_REACH = 8
_NEAR = 3


def beliefs(tokens: Tokens) -> Iterator[Chunk]:
    """The clause behind a claim, never one that only tells which claim is meant; names, views and pictures.

    A chunk may be empty.
    """
    # Behind the word, two more have to follow.
    for at, norm in enumerate(tokens.norms[:-2]):
        if norm not in NOUNS:
            continue
        if norm == "what":
            yield _named(tokens, at)
        elif norm in _OPINIONS and _opens_opinion(tokens, at):
            yield stretch(tokens, _viewed(tokens, at))
        elif not tokens.gaps[at + 1]:
            yield _held(tokens, at)


def _held(tokens: Tokens, at: int) -> Chunk:
    """What is held, felt, asked or pictured right behind a word for that; empty where nothing of it is told."""
    norm, then = tokens.norms[at], tokens.norms[at + 1]
    if norm in _FEELINGS:
        bare = norm == "clear" and then in SUBJECT_PRONOUNS  # “made clear she would stay”
        start = at + 2 if then == "that" else at + 1 if bare else 0
        return stretch(tokens, start if start and _is_felt(tokens, at) else 0)
    clause = _clause_start(tokens, at)
    if clause:
        return Chunk(clause, _clause_end(tokens, clause, at < _NEAR))
    if then == "to" and norm in _WITH_TO:
        return stretch(tokens, _deed(tokens, at + 2), _BEHIND_DEED)
    if then in _HOLDERS and norm in _WITH_TO:
        return stretch(tokens, _deed_of(tokens, at + 2), _BEHIND_DEED)
    if then == "for" and norm in _WITH_FOR:
        return stretch(tokens, at + 2, BEHIND_PHRASE)
    if then == "of" and norm in _WITH_OF:
        return stretch(tokens, 0 if tokens.norms[at + 2][0].isdigit() else at + 2, BEHIND_PHRASE)
    if then == "of" and norm in _PICTURED:
        return stretch(tokens, _pictured(tokens, at + 2), BEHIND_PHRASE)
    return Chunk(0, 0)


def _named(tokens: Tokens, what: int) -> Chunk:
    """The name in “what she called hateful”; of a quotation that alone, unless “and” or “or” goes on with it."""
    start = _name_start(tokens, what)
    if start and tokens.norms[start] == QUOTE and {"and", "or"}.isdisjoint(tokens.norms[start + 1 : start + 2]):
        return Chunk(start, start + 1)
    return stretch(tokens, start, BEHIND_PHRASE)


def _deed_of(tokens: Tokens, behind: int) -> int:
    """“calls by foes to scrap the law”: behind “to”; 0 where nothing is to be done."""
    to = ahead(tokens, "to", behind + 1, _NAME_REACH - 1)
    return _deed(tokens, to + 1) if to else 0


def _is_felt(tokens: Tokens, at: int) -> bool:
    """“They were furious that ...”, “made it clear that ...”; not “It is clear that ...”, where the writer says so."""
    before = tokens.norms[max(0, at - _NEAR) : at]
    if tokens.norms[at] == "clear":
        return not _MADE.isdisjoint(before)
    return not _BEFORE_FEELING.isdisjoint(before) and "it" not in before


def _deed(tokens: Tokens, at: int) -> int:
    """Behind “to” in “calls to replace him”; 0 in “the call to the ministry”."""
    given = at < len(tokens.norms) and not tokens.capital(at) and tokens.norms[at] not in NO_NOUN
    return at if given else 0


def _pictured(tokens: Tokens, behind: int) -> int:
    """“the portrait of Lund as aloof”: where the picture begins; 0 where there is none."""
    return picture_after(tokens, behind + 1, _NAME_REACH - 1)


def _opens_opinion(tokens: Tokens, at: int) -> bool:
    """“in her view”, “in Ana Lund's opinion”, “in the words of”; not “to defend the view”."""
    for before in range(at - 1, max(-1, at - 2 - _NEAR), -1):
        norm = tokens.norms[before]
        if norm in ("in", "to"):
            return before < at - 1
        if not (norm in DETERMINERS or tokens.capital(before) or tokens.possessive(before)):
            return False
    return False


def _viewed(tokens: Tokens, at: int) -> int:
    """Where that begins which is so in somebody's view; 0 where nobody's is told (“in other words”)."""
    own = tokens.norms[at - 1] in ("his", "her", "their") or tokens.possessive(at - 1)
    if not own and tokens.norms[at + 1] != "of":
        return 0
    comma = next((i for i in range(at + 1, min(at + _NAME_REACH, len(tokens.norms))) if tokens.gaps[i] == ","), 0)
    return comma or (at + 1 if tokens.norms[at + 1] in SUBJECT_OPENERS else 0)


def _clause_start(tokens: Tokens, at: int) -> int:
    """Where the clause behind a noun begins: fears that ..., made the case that ..., their view is that ...; else 0."""
    norm, then = tokens.norms[at], tokens.norms[at + 1]
    if norm == "case" and _MADE.isdisjoint(tokens.norms[max(0, at - _NEAR) : at]):
        return 0
    if norm not in _HELD and norm != "case":
        return 0
    said_so = _was_that(tokens, at)
    if said_so:
        return said_so
    if then == "that":
        known = norm not in _RATHER_THINGS or _has_subject(tokens, at + 2)
        return at + 2 if known and not _tells_which_claim(tokens, at + 2) else 0
    if then in _HOLDERS:
        return _behind_holder(tokens, at + 2)
    bare = norm in _WITH_CLAUSE and then in SUBJECT_OPENERS and clause_after(tokens, at + 1)
    return at + 1 if bare and not _tells_which_claim(tokens, at + 1) else 0


def _was_that(tokens: Tokens, at: int) -> int:
    """“Their view is that ...”, “another complaint among the drivers was that ...”; 0 where no such clause stands."""
    for verb in range(at + 1, min(at + 1 + _NAME_REACH, len(tokens.norms) - 1)):
        if tokens.gaps[verb]:
            return 0
        if tokens.norms[verb] in BE:
            return verb + 2 if tokens.norms[verb + 1] == "that" and not tokens.gaps[verb + 1] else 0
    return 0


def _behind_holder(tokens: Tokens, behind: int) -> int:
    """“claims from organisers that the vote ...”: behind “that”; 0 where it only tells which organisers."""
    that = ahead(tokens, "that", behind + 1, _NAME_REACH - 1)
    there = that and "there" in tokens.norms[that + 1 : that + 2]
    return that + 1 if there or (that and _has_subject(tokens, that + 1)) else 0


def _has_subject(tokens: Tokens, at: int) -> bool:
    """Whether a subject stands behind “that”: “a report that the mayor left”; not “a report that shook the town”."""
    return tokens.norms[at] in SUBJECT_OPENERS or tokens.capital(at)


def _tells_which_claim(tokens: Tokens, at: int) -> bool:
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
    end = end_of(tokens, start)
    helping = [at for at in range(start, end) if tokens.norms[at] in AUXILIARIES]
    later = (at for before, at in pairwise(helping) if at > before + 1 + tokens.adverbial(before + 1))
    return next(later, end) if opens else end


def _name_start(tokens: Tokens, what: int) -> int:
    """Where the name begins in “what she called hateful”; 0 where nobody is told to give one."""
    for at in range(what + 2, min(what + _NAME_REACH, len(tokens.norms) - 1)):
        verb = REPORTING.get(tokens.norms[at])
        if tokens.gaps[at] or tokens.norms[at - 1] in _WAS:
            return 0
        likened = tokens.norms[at + 1] == "as"
        if verb and verb.form is not Form.ING and _gives_name(verb, likened):
            if tokens.norms[at + 1] in ("for", "on"):
                return 0
            return 0 if verb.verb in DESCRIBING and not likened else at + 1 + likened
    return 0


def _gives_name(verb: Reporting, likened: bool) -> bool:
    """“what she called ...”, “what they considered ...”; “saw” and “derided” only with “as”."""
    if Use.CALLING in verb.uses or verb.verb == "consider":
        return True
    return likened and (verb.verb in SEEING or Use.JUDGING in verb.uses)
