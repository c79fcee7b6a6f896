"""Whether “as” opens a picture of somebody or something: “as a smear”, “as too timid”; not “as the rain fell”."""

from __future__ import annotations

from biasdiff.quoting.borders import ahead
from biasdiff.quoting.tokens import DETERMINERS, NO_NOUN, PREPOSITIONS, QUOTE, Tokens

OPENS_VERDICT = frozenset("a an being nothing not too so part more less no another one someone something out".split())


def picture_after(tokens: Tokens, start: int, reach: int, borders: frozenset[str] = frozenset()) -> int:
    """Where the picture begins behind the next “as” from a token on; 0 where none is drawn before a border word."""
    likened = ahead(tokens, "as", start, reach, borders)
    return likened + 1 if likened and is_likened(tokens, likened + 1, surely=True) else 0


def is_likened(tokens: Tokens, at: int, surely: bool = False) -> bool:
    """“as a smear”, “as reckless and cruel”; not “as the rain fell”, where a clause follows.

    surely: nothing but a verdict can follow, so an adjective may stand before its noun.
    """
    if at >= len(tokens.norms) or tokens.gaps[at]:
        return False
    norm = tokens.norms[at]
    if norm == "the":
        return at + 1 < len(tokens.norms) and (tokens.norms[at + 1].endswith("st") or tokens.norms[at + 1] == "only")
    if norm in NO_NOUN or tokens.capital(at):
        return norm in OPENS_VERDICT or norm == QUOTE
    return surely or _stands_alone(tokens, tokens.behind_adverb(at, len(tokens.norms)))


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Whether nothing follows a word that could be its verb."""
    after = at + 1
    if after >= len(tokens.norms) or tokens.gaps[after] or tokens.norms[after] in ("and", "or"):
        return True
    plural = tokens.norms[at].endswith("s") and not tokens.norms[at].endswith(("ss", "ous"))
    return tokens.norms[after] in DETERMINERS or (tokens.norms[after] in PREPOSITIONS and not plural)
