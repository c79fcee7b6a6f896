"""The words of a stretch of text: as printed, and as compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from biasdiff.model import Span, Word, made

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f\u00ad\u200d][^\W_]*)*"  # accents apart, hyphens that do not show
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?(?:['’‐‑-][^\W_]+)*"  # U.S., p.m., U.S.-led
    rf"|[$£€¥₹]?{_LETTERS}(?:(?:['’.&@‐‑-]|(?<=\d)[,:/](?=\d)){_LETTERS})*"
    r"|[%&]"
)
_DOTTED = re.compile(r"(?:[a-z]\.){2,}[a-z]?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\xad": None, "\u200d": None})
_SIGNS = {"%": "percent", "&": "and"}
# "it's" and "let's" are no possessives; the rest of a clause hangs on their verb.
_CONTRACTED = {"it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "when", "why", "let"}
# Dotted, or as capitals among small letters, the country is not the pronoun.
_COUNTRY = {"us": "usa"}


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """The words of a text, or of a span of it, in order; see `normal_form` for how they are compared.

    A word is a run of letters and digits with the marks inside it: "doesn't", "three-way", "U.S.",
    "738,000", "$1.5bn", "example.com". A percent sign and an ampersand are words, for "20%" is read
    "20 percent". All other punctuation is none.
    """
    start, end = span or (0, len(text))
    printed = text[start:end]
    if printed.isupper() and printed.count(" ") > 1:
        return tuple([Word(*m.span(), normal_form(m[0].lower())) for m in _WORD.finditer(text, start, end)])
    found: list[Word] = []
    for chunk in printed.split(" "):
        size = len(chunk)
        for first, last, norm in (_known_chunk if size < _LONGEST_KNOWN else _chunk)(chunk):
            found.append(made(Word, (start + first, start + last, norm)))
        start += size + 1
    return tuple(found)


def _chunk(printed: str) -> tuple[tuple[int, int, str], ...]:
    """Starts, ends and norms of the words between two spaces, most often one; they hang on nothing beyond the spaces.

    Plain tuples, which are quicker to take apart than a `Word`.
    """
    return tuple([(*m.span(), normal_form(m[0])) for m in _WORD.finditer(printed)])


def normal_form(printed: str) -> str:
    """A printed word as it is compared: "Holm’s" -> "holm", "738,000" -> "738000", "U.S." -> "usa".

    Lower case and straight apostrophes; possessive 's cut; dots of an acronym and thousands commas
    dropped; compounds, "n't" and a currency sign in front of a number kept; "US" in capitals and
    "U.S." are "usa", "us" is the pronoun; "%" is "percent", "&" is "and".
    """
    if printed.isascii() and printed.isalpha():
        return _COUNTRY["us"] if printed == "US" else printed.lower()
    if printed in _SIGNS:
        return _SIGNS[printed]
    form = unicodedata.normalize("NFKC", printed).translate(_TYPOGRAPHIC)
    form = _without_possessive(form)
    head, hyphen, rest = form.partition("-")
    if _DOTTED.fullmatch(head.lower()):
        head = head.replace(".", "").lower()
        head = _COUNTRY.get(head, head)
    elif head == "US":
        head = _COUNTRY["us"]
    return _THOUSANDS.sub("", (head + hyphen + rest).lower())


# News is told in the same words over and over.
_LONGEST_KNOWN = 40
_known_chunk = lru_cache(maxsize=1 << 14)(_chunk)


def _without_possessive(form: str) -> str:
    stem = form[:-2]
    if form[-2:] in ("'s", "'S") and stem.lower() not in _CONTRACTED:
        return stem
    return form
