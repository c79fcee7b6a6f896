"""What follows a reporting verb in its sentence: its object, or a clause behind a time, a listener or alone."""

from __future__ import annotations

from biasdiff.quoting.complements import LISTENER, SETTING, SUBJECT, Follow, clause_after, follow, that_after
from biasdiff.quoting.phrases import behind_listener, noun_phrase_from
from biasdiff.quoting.predicates import Predicate
from biasdiff.quoting.tokens import DETERMINERS, OBJECTS, SUBJECT_OPENERS, TIMES, Tokens
from biasdiff.quoting.verbs import BARE_CLAUSES, ONLY_CALLING, Form, Use

_BEFORE_THAT = SETTING | {"as"}
# “called that a ruin”: no clause begins there.
_NAMED_SO = frozenset(("a", "an"))
_NOT_TO = ("not", "to")
_NO_OBJECT = frozenset("too so not off out".split())
# Of the deeds of the speaker: admitted taking the keys.
_TAKE_DEEDS = frozenset("admit acknowledge deny recall recommend suggest propose".split())
_OPENS_LISTENER = DETERMINERS | OBJECTS
_NEAR = 4


def follower(tokens: Tokens, verb: Predicate) -> Follow:
    """What follows a verb; “called that a ruin” has an object, no clause.

    Headlines do without articles: “Mayor calls plan cruel”.
    """
    then = follow(tokens, verb.stop)
    if tokens.above and then == "word" and verb.word.form is Form.PRESENT:
        return "word" if tokens.norms[verb.stop] in _NO_OBJECT or tokens.adverbial(verb.stop) else "phrase"
    if then == "word" and Use.VOWING in verb.word.uses and tuple(tokens.norms[verb.stop : verb.stop + 2]) == _NOT_TO:
        return "to"
    if then != "that" or verb.word.uses != ONLY_CALLING:
        return then
    return "phrase" if not _NAMED_SO.isdisjoint(tokens.norms[verb.stop + 1 : verb.stop + 2]) else then


def has_clause(tokens: Tokens, verb: Predicate, then: Follow) -> bool:
    """Whether a clause follows behind a time or a place (“warning on Wednesday that ...”) or without “that”."""
    if then == "question":
        describing = verb.word.verb == "describe" and tokens.norms[verb.stop] == "how"
        return describing or verb.word.verb == "question"
    if then == "to":
        return verb.clausal and verb.word.verb != "add" and _is_heard(tokens, verb.stop)
    if then == "word" and Use.URGING in verb.word.uses and "to" in tokens.norms[verb.stop + 1 : verb.stop + _NEAR]:
        return not any(tokens.gaps[verb.stop + 1 : verb.stop + _NEAR])
    if then in SUBJECT:
        if _has_bare_clause(tokens, verb, then):
            return True
        if tokens.norms[verb.stop] not in TIMES:
            return Use.TELLING in verb.word.uses and _tells_that(tokens, verb.stop)
    elif then not in _BEFORE_THAT and (then != "with" or verb.word.verb != "agree"):
        return False
    return verb.clausal and that_after(tokens, verb.stop, len(tokens.norms)) is not None


def _has_bare_clause(tokens: Tokens, verb: Predicate, then: Follow) -> bool:
    """“argued it was late”, “to say it was late”, “admitted taking the keys”: what is said, without “that”."""
    if verb.word.verb in _TAKE_DEEDS and then == "word" and tokens.norms[verb.stop].endswith("ing"):
        return True
    meant = "to" in verb.helpers and verb.clausal
    return (meant or verb.word.verb in BARE_CLAUSES) and clause_after(tokens, verb.stop)


def _is_heard(tokens: Tokens, to: int) -> bool:
    """“confirmed to the Courier that ...”; not “hoped to prove that ...”."""
    after = to + 1
    if after >= len(tokens.norms) or not (tokens.norms[after] in _OPENS_LISTENER or tokens.capital(after)):
        return False
    that = that_after(tokens, to, len(tokens.norms))
    return that is not None and (
        tokens.norms[that] in SUBJECT_OPENERS or tokens.capital(that) or clause_after(tokens, that)
    )


def _tells_that(tokens: Tokens, at: int) -> bool:
    """“reminded voters that ...”: a listener and “that”."""
    listener = noun_phrase_from(tokens, at)
    then = listener.stop if listener else at + 1
    return then < len(tokens.norms) and tokens.norms[then] == "that" and not tokens.gaps[then]


def behind_listener_or_time(tokens: Tokens, verb: Predicate, then: Follow) -> Follow:
    """What stands behind “told reporters” or “said Monday morning”; where neither is printed, what follows the verb."""
    if then in ("word", "phrase") and tokens.norms[verb.stop] in TIMES:
        behind = verb.stop
        while behind < len(tokens.norms) and tokens.norms[behind] in TIMES:
            behind += 1
        return follow(tokens, behind)
    if Use.TELLING not in verb.word.uses or then not in LISTENER:
        return then
    behind = behind_listener(tokens, verb.stop)
    while behind < len(tokens.norms) and tokens.norms[behind] in TIMES and not tokens.gaps[behind]:
        behind += 1
    return follow(tokens, behind)
