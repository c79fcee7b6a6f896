"""A word as compared for alignment: inflection off, words of one meaning made one, figures made plain."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from biasdiff.inflecting import IRREGULAR
from biasdiff.naming.kinds import SAYS
from biasdiff.naming.vocabulary import MODIFIERS, ORGANISATIONS, ROLES
from biasdiff.stopwords import STOPWORDS

# Grammar, and words that fill any story: they link nothing. Short negations are among them here,
# for "not" in two sentences is no sign that they tell the same.
IDLE = STOPWORDS | frozenset(
    """
no not nor never isn't aren't wasn't weren't doesn't don't didn't won't can't cannot couldn't wouldn't shouldn't
hasn't haven't hadn't ain't let's s t mr mrs ms dr now here ever upon while although though whether
""".split()
)
_TEENS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = "january february april june july august september october november december"
_SHORT = {
    "rep": "representative", "reps": "representative", "sen": "senator", "sens": "senator", "gov": "governor",
    "gen": "general", "govt": "government", "dept": "department", "sept": "sep",
    "mice": "mouse", "men": "man", "women": "woman", "children": "child", "wolves": "wolf",
}  # fmt: skip
_PLAIN = (
    {word: str(number) for number, word in enumerate(_TEENS.split(), 2)}
    | {word: str(10 * number) for number, word in enumerate(_TENS.split(), 2)}
    | {month: month[:3] for month in _MONTHS.split()}
    | _SHORT
)
_BY_TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
_ONES = {"one": 1} | {word: number for number, word in enumerate(_TEENS.split()[:8], 2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_FIGURE = re.compile(r"[$£€¥₹]?(\d+(?:\.\d+)?)(k|m|mn|b|bn|tn)?")
_NAMES = {("white", "house"): "whitehouse", ("united", "states"): "usa"}
_VOWELS = frozenset("aeiouy")
# News is told in the same words again and again.
_MOST_KEPT = 1 << 16
_BASES = {form: base for base, forms in IRREGULAR.items() for form in forms if form not in IDLE}


@lru_cache(_MOST_KEPT)
def terms(norm: str) -> tuple[str, ...]:
    """What a word is compared as; a compound gives its parts.

    "resignations" and "quits" -> the one meaning they share (see meanings.txt), "two-thirds" ->
    ("2", "third"), "forty-three" -> "43", "$1.5bn" -> "1500000000", "Gov" -> "governor". Idle words
    stay as they are.
    """
    if norm in IDLE:
        return (norm,)
    meaning = _meanings().get(stem(norm))
    if meaning:
        return (meaning,)
    if "-" in norm:
        tens, _, rest = norm.partition("-")
        if tens in _BY_TENS:
            ones, _, rest = rest.partition("-")
            if ones in _ONES:
                return (str(_BY_TENS[tens] + _ONES[ones]), *(terms(rest) if rest else ()))
        return tuple(term for part in norm.split("-") if part for term in terms(part)) or (norm,)
    figure = _FIGURE.fullmatch(norm)
    if figure:
        return (_amount(figure[1], _LETTERS.get(figure[2], 1)),)
    plain = _PLAIN.get(norm)
    if plain is None:
        return (stem(norm),)
    return (plain,) if plain[0].isdigit() else terms(plain)


def scaled(figure: str, scale: str) -> str:
    """A figure with the word after it: ("3", "million") -> "3000000"."""
    return _amount(figure, SCALES[scale])


def _amount(digits: str, factor: int) -> str:
    """Digits times a power of ten, by shifting the point, so that no digit is lost to rounding."""
    whole, _, part = digits.partition(".")
    if factor == 1:
        return digits
    zeros = len(str(factor)) - 1
    return (whole + part.ljust(zeros, "0")[:zeros]).lstrip("0") or "0"


@lru_cache(_MOST_KEPT)
def stem(word: str) -> str:
    """A word without its inflection: the endings of nouns and verbs, irregular verbs by table.

    Derivation stays (resign, resignation): the table of meanings joins those, without the false
    friends that a heavier stemmer makes (nation, native).
    """
    if len(word) <= 3:
        return word
    if word in _BASES:
        word = _BASES[word]
    return _without_e(_without_verb_ending(_without_plural(word)))


def _without_plural(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word[-1] == "s" and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        start = word[: -len(ending)]
        if word.endswith(ending) and len(start) >= 3 and not _VOWELS.isdisjoint(start):
            doubled = len(start) > 3 and start[-1] == start[-2] and start[-1] not in "aeiouls"
            return start[:-1] if doubled else start
    return word


def _without_e(word: str) -> str:
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-2] if word.endswith("ly") and len(word) > 5 else word


@cache
def _meanings() -> dict[str, str]:
    """Stem -> the first stem of its line in meanings.txt. A word stands in one line only; the first counts."""
    return {words[0]: one for words, one in reversed(_entries()) if len(words) == 1}


@cache
def phrases() -> dict[tuple[str, str], str]:
    """Two terms in a row that are one: names, and the phrasal verbs of meanings.txt."""
    named = {(terms(first)[0], terms(second)[0]): one for (first, second), one in _NAMES.items()}
    return named | {(terms(words[0])[0], words[1]): one for words, one in _entries() if len(words) == 2}


@cache
def first_terms() -> frozenset[str]:
    """Terms that may make one with the term behind them, figures left out."""
    return frozenset([first for first, _ in phrases()])


@cache
def second_terms() -> frozenset[str]:
    """Terms that may make one with the term before them."""
    return frozenset(SCALES) | frozenset([second for _, second in phrases()])


@cache
def common() -> frozenset[str]:
    """Terms that any news story may have: sharing them says little."""
    return frozenset(term for line in _rows("common.txt") for word in line.split() for term in terms(word))


@cache
def speaking() -> frozenset[str]:
    """Terms for those who speak and for speaking: sharing them says nothing of what is told."""
    words = ROLES | MODIFIERS | ORGANISATIONS | SAYS | {"member", "members"}
    return frozenset(term for word in words for term in terms(word))


def _entries() -> list[tuple[tuple[str, ...], str]]:
    """Each word or phrasal verb of meanings.txt, as stems, with the first stem of its line."""
    found: list[tuple[tuple[str, ...], str]] = []
    for line in _rows("meanings.txt"):
        first, *_ = words = line.split()
        for word in words:
            verb, _, particle = word.partition("_")
            found.append(((stem(verb), particle) if particle else (stem(verb),), stem(first)))
    return found


def _rows(name: str) -> list[str]:
    text = files("biasdiff.aligning").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
