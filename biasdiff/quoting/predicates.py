"""A reporting verb in its sentence: its helping verbs, its particle, and whether it is a verb here at all."""

from __future__ import annotations

from dataclasses import dataclass

from biasdiff.quoting.complements import QUOTED, Follow, lacks_subject
from biasdiff.quoting.tokens import AUXILIARIES, BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, PRONOUNS, TIMES, Tokens
from biasdiff.quoting.verbs import NOUNS_WITH_CLAUSES, OFTEN_NOUNS, PARTICLES, REPORTING, Form, Reporting, Use

_HELPING = HAVE | BE
_HELPERS = AUXILIARIES | {"to"}
_FINITE = (Form.PAST, Form.PRESENT)
_PLURAL = frozenset("they we i you who many some most others few both all several people".split())
_CLAUSAL = frozenset((Use.QUOTING, Use.STATING, Use.SHOWING))
_CLAUSES = QUOTED | {"that"}
_SAID = frozenset(("pronoun", "question"))
_DATED = frozenset(("on", "in", "this", "last", "earlier"))
_OWNERS = frozenset("his her its their our my your".split())
_SHORT = 4
_TITLE_REACH = 9


@dataclass(slots=True)
class Predicate:
    """A reporting verb at token `at`; `first` begins its group (“has often said”), `stop` is behind its particle."""

    word: Reporting
    at: int
    first: int
    stop: int
    helpers: frozenset[str]

    @property
    def passive(self) -> bool:
        """Whether somebody else does it: was told, is expected."""
        return self.word.past and bool(self.helpers & BE)

    @property
    def clausal(self) -> bool:
        """Whether it says or shows something that a clause may tell: said that, hinted that."""
        return not self.word.uses.isdisjoint(_CLAUSAL)

    @property
    def quotes(self) -> bool:
        """Whether it may tell the speaker of a quotation: said, says, say."""
        plural = self.word.verb == "say" and self.word.form is Form.BASE and not self.helpers
        return plural or (self.word.form in _FINITE and Use.QUOTING in self.word.uses)


def predicate(tokens: Tokens, at: int) -> Predicate | None:
    """The reporting verb at a token; None where there is none, or where its particle is missing."""
    word = REPORTING.get(tokens.norms[at])
    if word is None:
        return None
    stop = at + 1
    if word.verb in PARTICLES:
        if stop == len(tokens.norms) or tokens.norms[stop] not in PARTICLES[word.verb]:
            return None
        stop += 1
    first, helpers = _group(tokens, at)
    return Predicate(word, at, first, stop, helpers)


def _group(tokens: Tokens, at: int) -> tuple[int, frozenset[str]]:
    """Where “has repeatedly said” or “on Monday said” begins, and the helping verbs."""
    helpers, norms = [], tokens.norms
    first = at
    while tokens.bound(first):
        norm = norms[first - 1]
        if norm in _HELPERS:
            helpers.append(norm)
        elif not (norm in TIMES or tokens.adverbial(first - 1) or (norm in _DATED and norms[first] in TIMES)):
            break
        first -= 1
    return first, frozenset(helpers)


def is_verb(tokens: Tokens, verb: Predicate, then: Follow) -> bool:
    """Whether the form reports here and is no noun, given what follows."""
    form = verb.word.form
    if form is Form.PARTICIPLE and not verb.helpers & _HELPING:
        return False
    if tokens.bound(verb.at) and tokens.capital(verb.at) and not _title_case(tokens, verb.at):
        return False
    if form is Form.ING:
        return _ing_reports(tokens, verb, then)
    if verb.first == 0:
        return verb.word.verb == "say" or form is Form.PAST
    return not _named_by(tokens, verb) and _finite_reports(tokens, verb, then)


def _ing_reports(tokens: Tokens, verb: Predicate, then: Follow) -> bool:
    if Use.THINKING in verb.word.uses and not verb.helpers & BE and then != "that":
        return False
    before = tokens.norms[verb.at - 1]
    if verb.first and tokens.norms[verb.first - 1] == "there":
        return False
    return not tokens.bound(verb.at) or before not in DETERMINERS or (then == "that" and before in _PLURAL)


def _named_by(tokens: Tokens, verb: Predicate) -> bool:
    """“his claims”, “Quill's report”, “of reports”: the word before makes it a noun."""
    before = tokens.norms[verb.first - 1]
    bound = tokens.bound(verb.first)
    if bound and tokens.possessive(verb.first - 1):
        return True
    if bound and before in DETERMINERS and before not in _PLURAL and before != "this":
        return verb.word.verb != "say" or before in _OWNERS
    return before in PREPOSITIONS and not verb.helpers


def _finite_reports(tokens: Tokens, verb: Predicate, then: Follow) -> bool:
    """Whether a finite form reports; one that may be a noun (“claims”) needs a clause, a name or a pronoun."""
    before = tokens.norms[verb.first - 1]
    noun = verb.word.verb in OFTEN_NOUNS and verb.word.form is Form.PRESENT
    if noun and (then not in _CLAUSES or _tells_which(tokens, verb.stop)):
        return before in PRONOUNS or tokens.capital(verb.first - 1)
    if verb.word.form is Form.BASE:
        return _base_reports(tokens, verb, then)
    return True


def _tells_which(tokens: Tokens, that: int) -> bool:
    """“the tired jokes that always follow”, “posts that were read”: no clause of its own behind “that”."""
    after = that + 1
    if tokens.norms[that] != "that" or after >= len(tokens.norms):
        return False
    return lacks_subject(tokens, after)


def _base_reports(tokens: Tokens, verb: Predicate, then: Follow) -> bool:
    """“Critics say”, “did not say”; “to say” and “might argue” only with the words that are said."""
    says = verb.word.verb == "say"
    if verb.helpers & (BE | HAVE):
        return False
    if "to" in verb.helpers or (verb.helpers & MODALS and not says):
        return Use.QUOTING in verb.word.uses and (then in _CLAUSES or (says and then in _SAID))
    told = then == "that" and verb.word.verb not in NOUNS_WITH_CLAUSES
    return bool(verb.helpers) or says or told or _plural_before(tokens, verb.first)


def _plural_before(tokens: Tokens, first: int) -> bool:
    before = tokens.norms[first - 1]
    if before == "that" and first > 1:
        return _plural_before(tokens, first - 1)
    paired = first > 2 and tokens.norms[first - 2] == "and" and tokens.capital(first - 1)
    return before in _PLURAL or paired or (before.endswith("s") and not before.endswith("ss"))


def _title_case(tokens: Tokens, at: int) -> bool:
    """Headlines Are Printed Like This: a capital tells nothing there."""
    near = range(max(0, at - _TITLE_REACH), min(at + _TITLE_REACH, len(tokens.norms)))
    return all(tokens.capital(i) for i in near if len(tokens.norms[i]) > _SHORT)
