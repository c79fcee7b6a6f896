"""Where a stretch that has no clause of its own ends: “accused the port of greed, and left”."""

from __future__ import annotations

from biasdiff.quoting.tokens import AUXILIARIES, NO_NOUN, PRONOUNS, Chunk, Tokens
from biasdiff.quoting.verbs import REPORTING, Form

BESIDE_VERDICT = frozenset("after when because while since although though until unless where whereas who".split())
BEHIND_PHRASE = (BESIDE_VERDICT | AUXILIARIES | frozenset("from against amid during despite over by".split())) - {
    "being",
    "been",
    "having",
}
_CLAUSE_OPENERS = AUXILIARIES | PRONOUNS
_JOINING = frozenset(("and", "or"))
_NEAR = 3
_LONGEST = 80


def stretch(tokens: Tokens, start: int, borders: frozenset[str] = frozenset()) -> Chunk:
    """From a token to the end of its stretch; empty for 0, which tells that nothing begins."""
    return Chunk(start, end_of(tokens, start, borders) if start else 0)


def ahead(tokens: Tokens, word: str, start: int, reach: int, borders: frozenset[str] = frozenset()) -> int:
    """The first such word from a token on, before any mark and any border word; 0 where none is, or nothing follows."""
    for at in range(start, min(start + reach, len(tokens.norms) - 1)):
        if not tokens.bound(at) or tokens.norms[at] in borders:
            return 0
        if tokens.norms[at] == word:
            return at
    return 0


def end_of(tokens: Tokens, start: int, borders: frozenset[str] = frozenset()) -> int:
    """Where a stretch ends: at a border word, a mark that parts no list, or “and” with a new clause."""
    stop = min(len(tokens.norms), start + _LONGEST)
    for at in range(start + 1, stop):
        if tokens.norms[at] in borders or _parts(tokens, at) or _new_clause(tokens, at):
            return at
    return stop


def joins_soon(tokens: Tokens, at: int) -> bool:
    """Whether “and” or “or” comes within a few words from a token on, as in a list."""
    return not _JOINING.isdisjoint(tokens.norms[at : at + _NEAR])


def _parts(tokens: Tokens, at: int) -> bool:
    """Whether a mark before a token is more than the comma of a list (greed, sloth and theft)."""
    norm = tokens.norms[at]
    if tokens.bound(at) or (norm in ("and", "but") and "that" in tokens.norms[at + 1 : at + 2]):
        return False
    listed = tokens.gaps[at] == "," and joins_soon(tokens, at + 1)
    return not (listed and norm not in NO_NOUN and not norm.endswith("ing"))


def _new_clause(tokens: Tokens, at: int) -> bool:
    """“and left”, “and he left”; not “and of theft”."""
    if tokens.norms[at] not in ("and", "but") or at + 1 >= len(tokens.norms):
        return False
    then = tokens.norms[at + 1]
    verb = REPORTING.get(then)
    if then.endswith("ing"):
        return verb is not None or tokens.norms[at] == "but"
    return then in _CLAUSE_OPENERS or then.endswith("ed") or (verb is not None and verb.form is Form.PAST)
