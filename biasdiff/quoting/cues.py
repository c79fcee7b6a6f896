"""Reporting cues of a sentence: said, told, according to, each with the one who speaks."""

from __future__ import annotations

from typing import NamedTuple

from biasdiff.quoting.complements import Follow, complete, follow
from biasdiff.quoting.sources import Chunk, noun_phrase_to, opening_subject, source_after, source_before
from biasdiff.quoting.tokens import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    MODALS,
    NO_NOUN,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE,
    TIMES,
    Tokens,
)
from biasdiff.quoting.verbs import OFTEN_NOUNS, PARTICLES, REPORTING, Form, Reporting, Use


class Cue(NamedTuple):
    """Words that report (tokens start up to stop) and who is reported.

    first: where the verb begins with its helpers (“has repeatedly said”). trails: what is reported
    stands before, as in “It rained, he said”. passive: what is reported is the subject, or follows.
    """

    start: int
    stop: int
    source: Chunk | None
    uses: frozenset[Use]
    then: Follow
    trails: bool
    first: int
    passive: bool = False


_FINITE = (Form.PAST, Form.PRESENT)
_PLURAL = frozenset("they we i you who many some most others few both all several people".split())
_TRAILING = frozenset((Use.QUOTING, Use.STATING, Use.THINKING, Use.SHOWING))
_AFTER_TRAILING = frozenset(("end", "comma", "in", "on", "at", "during", "after"))
_STATING = frozenset((Use.STATING,))
TRIGGERS = frozenset((QUOTE, "according", *REPORTING))
_CLAUSES = frozenset(("that", "quotation", "announced"))
_SAID = frozenset(("pronoun", "question"))
_SHORT = 4
_NEAR = 9
_DATED = frozenset(("on", "this", "last", "earlier"))
_TAG_REACH = 40
_LONGEST_BARE = 6


def cues(tokens: Tokens) -> list[Cue]:
    """The reporting cues of a sentence in order, outside quotation marks."""
    found: list[Cue] = []
    tags: set[int] = set()
    for at in [i for i, norm in enumerate(tokens.norms) if norm in TRIGGERS]:
        norm = tokens.norms[at]
        if norm == QUOTE:
            cue = _tag(tokens, at)
            if cue is not None:
                tags.add(cue.start)
        elif norm == "according":
            cue = _according(tokens, at)
        else:
            cue = None if at in tags else _verb_cue(tokens, at, found)
        if cue is not None:
            found.append(cue)
    return found


def _according(tokens: Tokens, at: int) -> Cue | None:
    if at + 1 == len(tokens) or tokens.norms[at + 1] != "to":
        return None
    trails = at > 1 and tokens.norms[at - 1] not in CONJUNCTIONS
    return Cue(at, at + 2, source_after(tokens, at + 2, trails), _STATING, "to", trails, at)


def _tag(tokens: Tokens, quote: int) -> Cue | None:
    """“...,” said Reyes and “...,” Reyes, the master, said: a quotation that ends hanging tells its speaker next."""
    first = quote + 1
    if first >= len(tokens) or not tokens.gap(first).startswith(","):
        return None
    verb = REPORTING.get(tokens.norms[first])
    if verb and verb.form in _FINITE and Use.QUOTING in verb.uses:
        source = source_after(tokens, first + 1)
        if source is not None:
            return Cue(first, first + 1, source, verb.uses, follow(tokens, source.stop), True, first)
    if tokens.norms[first] in NO_NOUN - DETERMINERS - PRONOUNS:
        return None
    for at in range(first + 1, min(first + _TAG_REACH, len(tokens))):
        verb = REPORTING.get(tokens.norms[at])
        if tokens.norms[at] == QUOTE:
            return None
        if verb and verb.form in _FINITE and Use.QUOTING in verb.uses:
            cue = _tag_at(tokens, first, at, verb)
            if cue is not None:
                return cue
    return None


def _tag_at(tokens: Tokens, first: int, at: int, verb: Reporting) -> Cue | None:
    stop = _with_particle(tokens, at, verb)
    start, helpers = _verb_group(tokens, at)
    if stop is None or start <= first or tokens.norms[start - 1] in ("who", "which", "that") or helpers & BE:
        return None
    then = follow(tokens, stop)
    if then in ("that", "question") and tokens.runs[0] < 0:
        return None
    whole = source_before(tokens, start - 1)
    if start - first > _LONGEST_BARE and (whole is None or whole.start > first):
        return None
    source = whole if whole and whole.start == first else Chunk(first, start)
    return Cue(at, stop, source, verb.uses, then, True, start)


def _verb_cue(tokens: Tokens, at: int, found: list[Cue]) -> Cue | None:
    verb = REPORTING[tokens.norms[at]]
    stop = _with_particle(tokens, at, verb)
    if stop is None:
        return None
    first, helpers = _verb_group(tokens, at)
    if _inverted(tokens, first, verb):
        source = source_after(tokens, stop)
        if source is not None and _closes(tokens, source, first):
            return Cue(at, stop, source, verb.uses, follow(tokens, source.stop), first > 0, first)
    then = follow(tokens, stop)
    declined = "to" in helpers and found and found[-1].stop == first
    if declined or not _is_verb(tokens, first, at, verb, helpers, then):
        return None
    whole = complete(verb, helpers, then)
    later = _after_listener(tokens, stop, verb, then)
    if not whole and later not in _AFTER_TRAILING:
        return None
    source = _source(tokens, first, stop, found, verb, helpers)
    trails = _trails(tokens, source, verb, later)
    if not whole and not trails:
        return None
    passive = bool(helpers & BE) and verb.form in (Form.PAST, Form.PARTICIPLE)
    return Cue(at, stop, source, verb.uses, then, trails, first, passive)


def _with_particle(tokens: Tokens, at: int, verb: Reporting) -> int | None:
    """The token behind the verb and the particle that it needs; None where that is missing."""
    if verb.verb not in PARTICLES:
        return at + 1
    found = at + 1 < len(tokens) and tokens.norms[at + 1] in PARTICLES[verb.verb]
    return at + 2 if found else None


def _verb_group(tokens: Tokens, at: int) -> tuple[int, frozenset[str]]:
    """The first token of “has repeatedly said” or “on Monday said”, and the helping verbs."""
    helpers = []
    first = at
    while first and tokens.bound(first):
        norm = tokens.norms[first - 1]
        if norm in AUXILIARIES or norm == "to":
            helpers.append(norm)
        elif not (norm in TIMES or tokens.adverbial(first - 1) or (norm in _DATED and tokens.norms[first] in TIMES)):
            break
        first -= 1
    return first, frozenset(helpers)


def _inverted(tokens: Tokens, first: int, verb: Reporting) -> bool:
    """“It rained, said Reyes”; a quotation that does not end hanging may stand before too."""
    if Use.QUOTING not in verb.uses or verb.form not in _FINITE:
        return False
    if not first:
        return _announced_later(tokens)
    return tokens.norms[first - 1] == QUOTE or (
        tokens.gap(first) == "," and verb.verb in ("say", "write", "add", "report")
    )


def _announced_later(tokens: Tokens) -> bool:
    """“Said Reyes: ‘...’”"""
    source = source_after(tokens, 1, apposed=False)
    return source is not None and follow(tokens, source.stop) in ("quotation", "announced")


def _closes(tokens: Tokens, source: Chunk, first: int) -> bool:
    """Whether the speaker behind the verb ends the clause: no verb of its own follows."""
    if first and tokens.norms[first - 1] != QUOTE and not _named(tokens, source):
        return False
    then = follow(tokens, source.stop)
    return tokens.norms[source.start] not in PRONOUNS and then not in ("word", "pronoun", "phrase", "to", "question")


def _named(tokens: Tokens, source: Chunk) -> bool:
    return tokens.capital(source.start) or tokens.norms[source.start] in DETERMINERS


def _is_verb(tokens: Tokens, first: int, at: int, verb: Reporting, helpers: frozenset[str], then: Follow) -> bool:
    """Whether the form is a finite verb or a participle that reports here, and no noun."""
    if verb.form is Form.PARTICIPLE and not helpers & (HAVE | BE):
        return False
    if tokens.capital(at) and at and tokens.bound(at) and not _title_case(tokens, at):
        return False
    if verb.form is Form.ING:
        thinks = Use.THINKING in verb.uses and not helpers & BE and then != "that"
        return not thinks and (not tokens.bound(at) or tokens.norms[at - 1] not in DETERMINERS)
    if first == 0:
        return verb.verb == "say" or verb.form is Form.PAST
    before = tokens.norms[first - 1]
    if tokens.bound(first) and tokens.possessive(first - 1):
        return False
    if before in DETERMINERS and before not in _PLURAL and tokens.bound(first) and before not in ("this", "that"):
        return verb.verb == "say"
    if before in PREPOSITIONS and not helpers:
        return False
    if verb.verb in OFTEN_NOUNS and verb.form is Form.PRESENT and then not in _CLAUSES:
        return before in PRONOUNS or tokens.capital(first - 1)
    if verb.form is Form.BASE:
        return _base_reports(tokens, first, verb, helpers, then)
    return True


def _base_reports(tokens: Tokens, first: int, verb: Reporting, helpers: frozenset[str], then: Follow) -> bool:
    """“Critics say”, “did not say”; “to say” and “might argue” only with the words that are said."""
    if helpers & (BE | HAVE):
        return False
    if "to" in helpers or (helpers & MODALS and verb.verb != "say"):
        return Use.QUOTING in verb.uses and (then in _CLAUSES or (verb.verb == "say" and then in _SAID))
    return bool(helpers) or verb.verb == "say" or _plural_before(tokens, first)


def _title_case(tokens: Tokens, at: int) -> bool:
    """Headlines Are Printed Like This: a capital tells nothing there."""
    near = range(max(0, at - _NEAR), min(at + _NEAR, len(tokens)))
    return all(tokens.capital(i) for i in near if len(tokens.norms[i]) > _SHORT)


def _plural_before(tokens: Tokens, first: int) -> bool:
    before = tokens.norms[first - 1]
    paired = first > 2 and tokens.norms[first - 2] == "and" and tokens.capital(first - 1)
    return before in _PLURAL or paired or (before.endswith("s") and not before.endswith("ss"))


def _source(
    tokens: Tokens, first: int, stop: int, found: list[Cue], verb: Reporting, helpers: frozenset[str]
) -> Chunk | None:
    if helpers & BE and verb.form in (Form.PAST, Form.PARTICIPLE):
        return source_after(tokens, stop + 1) if stop < len(tokens) and tokens.norms[stop] == "by" else None
    if "to" not in helpers and (verb.form is not Form.ING or helpers & BE):
        source = source_before(tokens, first - 1)
        if source is not None:
            return source
    elif verb.form is Form.ING and first and tokens.bound(first) and tokens.nominal(first - 1):
        return noun_phrase_to(tokens, first - 1)
    earlier = next((cue.source for cue in reversed(found) if cue.source), None)
    return earlier or opening_subject(tokens, first)


def _after_listener(tokens: Tokens, stop: int, verb: Reporting, then: Follow) -> Follow:
    """What stands behind “told reporters”."""
    if Use.TELLING not in verb.uses or then not in ("word", "phrase", "object"):
        return then
    listener = source_after(tokens, stop, apposed=False)
    return follow(tokens, listener.stop if listener else stop + (then == "object"))


def _trails(tokens: Tokens, source: Chunk | None, verb: Reporting, then: Follow) -> bool:
    """“It rained, Reyes said on Monday”: a comma before the speaker and nothing claimed behind the verb."""
    if source is None or source.start < 2 or not verb.uses & _TRAILING:
        return False
    if tokens.norms[source.start - 1] in CONJUNCTIONS:
        return False
    return then in _AFTER_TRAILING and "," in tokens.gap(source.start)
