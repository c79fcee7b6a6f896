"""Reporting cues of a sentence: said, told, according to, each with the one who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from biasdiff.quoting.complements import QUOTED, SETTING, SUBJECT, Follow, clause_after, complete, follow, that_after
from biasdiff.quoting.followers import behind_listener_or_time, follower, has_clause
from biasdiff.quoting.phrases import noun_phrase_from, noun_phrase_to
from biasdiff.quoting.predicates import Predicate, is_verb, predicate
from biasdiff.quoting.sources import opening_subject, source_after, source_before
from biasdiff.quoting.titles import is_title
from biasdiff.quoting.tokens import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    LEADS,
    NO_SUBJECT,
    PREPOSITIONS,
    PRONOUNS,
    QUOTE,
    RELATIVES,
    TIMES,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import ONLY_QUOTING, REPORTING, Form, Use


@dataclass(slots=True)
class Cue:
    """Words that report (tokens start up to stop) and who is reported.

    then: what follows. first: where the verb begins with its helpers (“has repeatedly said”).
    trails: what is reported stands before, as in “It rained, he said”. passive: what is reported is
    the subject, or follows.
    """

    start: int
    stop: int
    source: Chunk | None
    uses: frozenset[Use]
    then: Follow
    trails: bool
    first: int
    passive: bool = False


TRIGGERS = frozenset((QUOTE, "according", *REPORTING))
_TRAILING = frozenset((Use.QUOTING, Use.STATING, Use.THINKING, Use.SHOWING))
_AFTER_TRAILING = SETTING | {"end"}
_NEW_CLAUSE = SUBJECT | {"to", "question"}
_INVERTING = frozenset(("say", "write", "add", "report"))
_STATING = frozenset((Use.STATING,))
_EVERYBODY = frozenset("everyone everybody anyone anybody nobody few all".split())
_TAG_REACH = 40
_LONGEST_BARE = 6
_SUBJECT_REACH = 8


def cues(tokens: Tokens) -> list[Cue]:
    """The reporting cues of a sentence in order, outside quotation marks."""
    found: list[Cue] = []
    tags: set[int] = set()
    for at, norm in enumerate(tokens.norms):
        if norm not in TRIGGERS:
            continue
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
    """“according to” with its source; None for “according” alone."""
    if at + 1 == len(tokens.norms) or tokens.norms[at + 1] != "to":
        return None
    trails = at > 1 and tokens.norms[at - 1] not in CONJUNCTIONS
    source = (source_after if trails else noun_phrase_from)(tokens, at + 2)
    return Cue(at, at + 2, source, _STATING, "to", trails, at)


def _tag(tokens: Tokens, quote: int) -> Cue | None:
    """“...,” said Reyes and “...,” Reyes, the master, said: a quotation that ends hanging tells its speaker next."""
    first = quote + 1
    if first >= len(tokens.norms) or not tokens.gaps[first].startswith(",") or is_title(tokens, quote):
        return None
    verb = predicate(tokens, first)
    source = source_after(tokens, verb.stop) if verb and verb.quotes else None
    if verb and source:
        return Cue(first, verb.stop, source, verb.word.uses, follow(tokens, source.stop), True, first)
    if tokens.norms[first] in NO_SUBJECT:
        return None
    for at in range(first + 1, min(first + _TAG_REACH, len(tokens.norms))):
        if tokens.norms[at] == QUOTE:
            return None
        verb = predicate(tokens, at)
        cue = _tag_at(tokens, first, verb) if verb and verb.quotes else None
        if cue is not None:
            return cue
    return None


def _tag_at(tokens: Tokens, first: int, verb: Predicate) -> Cue | None:
    """A verb as the tag of a quotation, with all from token `first` to the verb as the speaker; None if it is none."""
    if verb.first <= first or tokens.norms[verb.first - 1] in RELATIVES or verb.helpers & BE:
        return None
    then = follow(tokens, verb.stop)
    if tokens.runs[0] < 0 and (then in ("that", "question") or (then in SUBJECT and clause_after(tokens, verb.stop))):
        return None
    whole = source_before(tokens, verb.first - 1)
    if whole is None or whole.start != first:
        if verb.first - first > _LONGEST_BARE and (whole is None or whole.start > first):
            return None
        whole = Chunk(first, verb.first)
    return Cue(verb.at, verb.stop, whole, verb.word.uses, then, True, verb.first)


def _verb_cue(tokens: Tokens, at: int, found: list[Cue]) -> Cue | None:
    verb = predicate(tokens, at)
    return (_inverted_cue(tokens, verb) or _plain_cue(tokens, verb, found)) if verb else None


def _inverted_cue(tokens: Tokens, verb: Predicate) -> Cue | None:
    """A verb with its speaker behind it: “It rained, said Reyes”."""
    source = source_after(tokens, verb.stop) if _inverted(tokens, verb) else None
    if source is None or not _closes(tokens, source, verb.first):
        return None
    then = follow(tokens, source.stop)
    return Cue(verb.at, verb.stop, source, verb.word.uses, then, verb.first > 0, verb.first)


def _plain_cue(tokens: Tokens, verb: Predicate, found: list[Cue]) -> Cue | None:
    """A verb with its speaker before it or with none; None where it is a noun or nothing that it reports is told.

    found: the cues before it. “refused to say” is one cue, the refusal.
    """
    then = follower(tokens, verb)
    clause = has_clause(tokens, verb, then)
    declined = "to" in verb.helpers and found and found[-1].stop == verb.first
    if declined or not is_verb(tokens, verb, "that" if clause else then):
        return None
    whole = clause or complete(verb.word, verb.helpers, then)
    later = behind_listener_or_time(tokens, verb, then)
    if not whole and later not in _AFTER_TRAILING:
        return None
    source = _source(tokens, verb, found)
    if source and Use.THINKING in verb.word.uses and _is_everybody(tokens, source):
        return None
    trailing = bool(verb.word.uses & _TRAILING) and verb.word.verb not in ONLY_QUOTING
    trails = later in _AFTER_TRAILING and trailing and _closes_clause(tokens, source)
    # “In May, Reyes said on Friday that ...”: the clause follows after all.
    if trails and not tokens.gaps[verb.stop] and that_after(tokens, verb.stop, len(tokens.norms)):
        whole, trails = True, False
    if not whole and not trails:
        return None
    return Cue(verb.at, verb.stop, source, verb.word.uses, then, trails, verb.first, verb.passive)


def _is_everybody(tokens: Tokens, source: Chunk) -> bool:
    """“Everybody knows that ...”, “few doubt that ...”: the writer's own claim, for nobody in particular holds it."""
    return source.stop - source.start == 1 and tokens.norms[source.start] in _EVERYBODY


def _inverted(tokens: Tokens, verb: Predicate) -> bool:
    """“It rained, said Reyes”; a quotation that does not end hanging may stand before too."""
    if not verb.quotes:
        return False
    if not verb.first:
        return _announced_later(tokens)
    if tokens.norms[verb.first - 1] == QUOTE:
        return not is_title(tokens, verb.first - 1)
    return tokens.gaps[verb.first] == "," and verb.word.verb in _INVERTING and not _has_subject(tokens, verb.first)


def _has_subject(tokens: Tokens, first: int) -> bool:
    """“Lund, speaking on Sunday, said ...”: a noun phrase and one aside stand before; no sentence does."""
    commas = [at for at in range(1, first) if "," in tokens.gaps[at]]
    start = int(tokens.norms[0] in LEADS)
    if len(commas) == 2 and (tokens.norms[0] in PREPOSITIONS or tokens.norms[0] in TIMES):
        start = commas.pop(0)
    phrase = noun_phrase_to(tokens, commas[0] - 1) if len(commas) == 1 else None
    return phrase is not None and phrase.start <= start


def _announced_later(tokens: Tokens) -> bool:
    """Whether a quotation comes behind verb and speaker: “Said Reyes: ‘...’”."""
    source = noun_phrase_from(tokens, 1)
    return source is not None and follow(tokens, source.stop) in QUOTED


def _closes(tokens: Tokens, source: Chunk, first: int) -> bool:
    """Whether the speaker behind the verb ends the clause: no verb of its own follows."""
    # “..., say campaigners.”: a bare noun has to close the sentence.
    named = (
        tokens.capital(source.start) or tokens.norms[source.start] in DETERMINERS or source.stop == len(tokens.norms)
    )
    then = follow(tokens, source.stop)
    # “Lund, the mayor, said two halls that leak were enough”: the halls do not speak.
    behind_words = first > 0 and tokens.norms[first - 1] != QUOTE
    if behind_words and (not named or then == "that"):
        return False
    return tokens.norms[source.start] not in PRONOUNS and then not in _NEW_CLAUSE


def _source(tokens: Tokens, verb: Predicate, found: list[Cue]) -> Chunk | None:
    """Who speaks: before the verb, behind “by”, or, where the verb has no subject, who spoke or acted before."""
    first, ing = verb.first, verb.word.form is Form.ING
    if ing and first == 0:
        return _main_subject(tokens)
    if verb.passive:
        by = verb.stop < len(tokens.norms) and tokens.norms[verb.stop] == "by"
        return source_after(tokens, verb.stop + 1) if by else None
    if "to" not in verb.helpers and (not ing or verb.helpers & BE):
        source = source_before(tokens, first - 1)
        if source is not None:
            return source
    elif ing and first and tokens.bound(first) and tokens.nominal(first - 1):
        return noun_phrase_to(tokens, first - 1)
    earlier = next((cue.source for cue in reversed(found) if cue.source), None)
    return earlier or opening_subject(tokens, first)


def _main_subject(tokens: Tokens) -> Chunk | None:
    """Of “Calling it a ruin, the mayor left”: the mayor."""
    for at in range(1, len(tokens.norms) - 1):
        if tokens.gaps[at] == ",":
            behind = range(at + 1, min(at + 1 + _SUBJECT_REACH, len(tokens.norms)))
            verb = next((i for i in behind if _is_verb_like(tokens.norms[i])), 0)
            subject = noun_phrase_to(tokens, verb - 1) if verb else None
            if subject and subject.start == at:
                return subject
    return None


def _is_verb_like(norm: str) -> bool:
    return norm in FINITE or norm in REPORTING or norm.endswith("ed")


def _closes_clause(tokens: Tokens, source: Chunk | None) -> bool:
    """“It rained, Reyes said”: a comma before the speaker, and no “when” or “but” that opens a clause."""
    if source is None or source.start < 2 or tokens.norms[source.start - 1] in CONJUNCTIONS:
        return False
    return "," in tokens.gaps[source.start]
