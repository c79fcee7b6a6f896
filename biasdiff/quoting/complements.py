"""What must follow a verb for it to report: claimed that ..., claimed the prize."""

from __future__ import annotations

from typing import Literal, get_args

from biasdiff.quoting.tokens import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    HAVE,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    QUOTE,
    RELATIVES,
    TIMES,
    Tokens,
)
from biasdiff.quoting.verbs import ONLY_CLAUSES, ONLY_QUOTING, PARTICLES, Form, Reporting, Use

_Preposition = Literal[
    "to", "about", "for", "on", "in", "at", "of", "by", "as", "with", "during", "after", "from", "against"
]  # fmt: skip
# What stands behind a verb: a preposition as it is, everything else by its kind.
Follow = (
    Literal[
        "quotation", "announced", "colon", "comma", "end", "that", "question", "pronoun", "object", "phrase", "word"
    ]
    | _Preposition
)

QUOTED = frozenset(("quotation", "announced"))
LISTENER = frozenset(("word", "phrase", "object"))
SUBJECT = frozenset(("word", "phrase", "pronoun"))
# A time or a place, with the comma of an insertion.
SETTING = frozenset(("comma", "in", "on", "at", "during", "after"))

_PREPOSITIONS: dict[str, _Preposition] = {word: word for word in get_args(_Preposition)}
_REACH = 10
_SETTING = PREPOSITIONS | TIMES | {"earlier", "later", "late", "early", "last", "this"}
_THAT_REACH = 9
_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
_SUBJECT_REACH = 9
# “believed the man who was late”, “felt the cold and was ill”: the helping verb belongs to another clause.
_ENDS_SUBJECT = RELATIVES | QUESTION_WORDS | (CONJUNCTIONS - {"and", "or", "nor"})
_NO_SUBJECT_END = DETERMINERS | PREPOSITIONS | {"and", "or", "but"}

_CLAUSE = QUOTED | {"that", "colon", "pronoun", "question"}
# Plain past and perfect forms are hardly ever nouns, so more may follow them.
_AFTER_PAST: dict[Use, frozenset[str]] = {
    Use.QUOTING: _CLAUSE
    | {"phrase", "comma", "end", "about", "on", "in", "at", "of", "during", "word", "for", "after"},
    Use.STATING: _CLAUSE | {"phrase"},
    Use.TELLING: frozenset(("phrase", "object", "that", "announced")),
    Use.URGING: frozenset(("phrase", "object", "announced")),
    Use.VOWING: QUOTED | {"to", "with"},
    Use.CALLING: frozenset(("phrase", "object", "pronoun", "for", "on", "quotation")),
    Use.JUDGING: QUOTED | {"phrase", "object"},
    Use.RAISING: frozenset(("phrase", "quotation")),
    Use.THINKING: frozenset(("that",)),
    Use.SHOWING: frozenset(("that", "phrase", "question")),
}
_AFTER_OTHERS = _AFTER_PAST | {
    Use.QUOTING: _CLAUSE | {"about", "phrase"},
    Use.STATING: QUOTED | {"that", "pronoun", "phrase"},
    Use.TELLING: frozenset(("phrase", "object", "announced")),
    Use.URGING: frozenset(("object", "announced")),
    Use.VOWING: QUOTED | {"to"},
    Use.CALLING: frozenset(("phrase", "object", "pronoun", "for", "on")),
    Use.RAISING: frozenset(("phrase",)),
    Use.THINKING: frozenset(("that", "phrase", "pronoun")),
}


def follow(tokens: Tokens, at: int) -> Follow:
    """What stands from token `at` on, behind a verb; "announced" is a quotation after a comma or a colon."""
    if at >= len(tokens.norms):
        return "colon" if ":" in tokens.gaps[at] else "end"
    norm, gap = tokens.norms[at], tokens.gaps[at]
    if norm == QUOTE:
        return "quotation"
    if tokens.quoting and _announces(tokens, at):
        return "announced"
    if gap:
        return "colon" if ":" in gap else "comma"
    if norm in _PREPOSITIONS:
        return _PREPOSITIONS[norm]
    if norm == "that":
        return "that"
    if norm in OBJECTS:
        return "object"
    if norm in PRONOUNS:
        return "pronoun"
    if norm in QUESTION_WORDS:
        return "question"
    return "phrase" if norm in DETERMINERS or tokens.capital(at) else "word"


def that_after(tokens: Tokens, start: int, end: int) -> int | None:
    """The token behind the “that” which closes “on Friday”, “in a statement” or an insertion; None where none does.

    start, end: where what follows the verb begins and ends.
    """
    if start >= end:
        return None
    if tokens.gaps[start] == ",":
        return _behind_insertion(tokens, start, end)
    if tokens.norms[start] not in _SETTING and not tokens.adverbial(start):
        return None
    first = start + 1 + (tokens.norms[start] in PREPOSITIONS)
    for at in range(first, min(start + _THAT_REACH, end)):
        if not tokens.bound(at):
            return None
        if tokens.norms[at] == QUOTE and tokens.norms[at - 1] not in PREPOSITIONS and not tokens.possessive(at - 1):
            return None
        if tokens.norms[at] == "that":
            pointing = tokens.norms[at - 1] in PREPOSITIONS or (at + 1 < end and lacks_subject(tokens, at + 1))
            return None if pointing else at + 1
    return None


def _behind_insertion(tokens: Tokens, start: int, end: int) -> int | None:
    """The token behind “that” in “said, after the vote, that ...”, “claimed, wrongly, that ...”; None for none."""
    thats = (at for at in range(start + 1, min(start + _REACH, end)) if tokens.gaps[at] == ",")
    return next((at + 1 for at in thats if tokens.norms[at] == "that"), None)


def clause_after(tokens: Tokens, start: int) -> bool:
    """Whether a clause without “that” stands behind a verb: “felt the plan was unfair”, not “felt the heat”.

    Told by a helping verb behind its subject, for nothing else is a verb for sure.
    """
    if start < len(tokens.norms) and tokens.norms[start] in AUXILIARIES:
        return "'" in tokens.norms[start]
    for at in range(start + 1, min(start + _SUBJECT_REACH, len(tokens.norms))):
        if not tokens.bound(at):
            return False
        if tokens.norms[at] in FINITE:
            return tokens.norms[at - 1] not in _NO_SUBJECT_END
        if tokens.norms[at] in _ENDS_SUBJECT:
            return False
    return False


def lacks_subject(tokens: Tokens, at: int) -> bool:
    """Whether a verb stands where a clause would have its subject: “jokes that always follow”."""
    norm = tokens.norms[at]
    if norm in AUXILIARIES or norm in _SEEMING or tokens.adverbial(at):
        return True
    after = at + 1
    return norm.endswith("ed") and after < len(tokens.norms) and tokens.norms[after] in DETERMINERS


def _announces(tokens: Tokens, at: int) -> bool:
    """Whether a comma or a colon, the next mark, brings a quotation: “told the paper on Friday: ‘...’”."""
    for i in range(at, min(at + _REACH, len(tokens.norms))):
        if tokens.gaps[i]:
            return tokens.norms[i] == QUOTE and tokens.gaps[i][-1] in ",:"
    return False


def complete(verb: Reporting, helpers: frozenset[str], then: Follow) -> bool:
    """Whether what follows is what the verb takes when it reports."""
    if verb.verb == "say":
        return True
    if verb.verb in ONLY_QUOTING:
        return then in QUOTED or (then == "that" and PARTICLES.get(verb.verb) == ("back",))
    if verb.verb in ONLY_CLAUSES:
        return verb.form is Form.PAST and not helpers & BE and (then == "that" or then in QUOTED)
    if verb.verb in PARTICLES:
        return True
    if helpers & BE and verb.past:
        return _complete_passive(verb, then)
    if helpers & HAVE and then == "word" and Use.JUDGING in verb.uses:
        return True
    table = _AFTER_PAST if verb.past else _AFTER_OTHERS
    return any(then in table[use] for use in verb.uses)


def _complete_passive(verb: Reporting, then: Follow) -> bool:
    """Whether a passive reports: is expected to ..., was described as ..., was blamed for ..."""
    if Use.THINKING in verb.uses or Use.VOWING in verb.uses:
        return then in ("to", "by", "that")
    if Use.CALLING in verb.uses:
        return then in ("as", "quotation", "phrase")
    if Use.JUDGING in verb.uses:
        return then in ("as", "by", "for", "of")
    return then in ("by", "that", "quotation", "about", "announced")
