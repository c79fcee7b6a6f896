"""Inflected forms of English terms, by rule: what a lexicon's `pos` adds to its base forms."""

from __future__ import annotations

import re
from typing import Literal

Pos = Literal["", "noun", "verb", "adjective", "adverb"]

# Base, past, participle; only verbs that news language uses with force or feeling, and common ones.
_IRREGULAR = """
be was been|become became become|begin began begun|bend bent bent|bind bound bound|bite bit bitten
|bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
|build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast
|catch caught caught|choose chose chosen|cling clung clung|come came come|creep crept crept
|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drive drove driven
|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found
|flee fled fled|fling flung flung|fly flew flown|forget forgot forgotten|freeze froze frozen
|get got got|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung
|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept
|know knew known|lay laid laid|lead led led|leap leapt leapt|leave left left|let let let
|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|overthrow overthrew overthrown
|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|rend rent rent|ride rode ridden
|ring rang rung|rise rose risen
|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut
|sink sank sunk|sit sat sat|slay slew slain|sling slung slung|slink slunk slunk|slit slit slit
|speak spoke spoken|spend spent spent|spin spun spun|spit spat spat|split split split
|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
|sting stung stung|strike struck struck|string strung strung|strive strove striven|swear swore sworn
|sweep swept swept|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|understand understood understood
|uphold upheld upheld|upset upset upset|wage waged waged|wear wore worn|weep wept wept|win won won
|withdraw withdrew withdrawn|withhold withheld withheld|write wrote written|beset beset beset|forbid forbade forbidden
|browbeat browbeat browbeaten|forsake forsook forsaken|slide slid slid|speed sped sped|stink stank stunk
|stride strode stridden|wake woke woken|weave wove woven|wring wrung wrung|drink drank drunk
|broadcast broadcast broadcast
"""
IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (row.split() for row in _IRREGULAR.replace("\n", "").split("|"))
}
_IRREGULAR_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people"}
_FINAL_STRESS = tuple(
    "admit permit submit omit emit commit refer prefer defer infer confer transfer compel propel"
    " repel expel dispel rebel combat regret occur incur recur concur equip outwit abet abhor outrun".split()
)
_VOWELS = "aeiou"


def forms(term: str, pos: Pos) -> tuple[str, ...]:
    """The term and its regular inflected forms; irregular verbs and plurals that are common are known.

    A noun takes the plural on its last word, a verb its endings on the first; anything else
    stays as it is.

    >>> forms("hold to ransom", "verb")
    ('hold to ransom', 'holds to ransom', 'holding to ransom', 'held to ransom')
    """
    head, _, tail = term.partition(" ")
    if pos == "verb":
        rest = f" {tail}" if tail else ""
        return tuple(dict.fromkeys(verb + rest for verb in _verb_forms(head)))
    if pos == "noun":
        front, _, last = term.rpartition(" ")
        lead = f"{front} " if front else ""
        return tuple(dict.fromkeys((term, *(lead + plural for plural in _plurals(last)))))
    return (term,)


def _verb_forms(verb: str) -> tuple[str, ...]:
    prefix, base = _split_prefix(verb)
    past = IRREGULAR.get(base) or (_with_ed(base),)
    endings = [base, _with_s(base), _with_ing(base), *past]
    if re.search(r"[aeiou][^aeiou]+[aeiou]l$", base):
        endings += [base + "ling", base + "led"]  # British: signalled, beside American signaled
    return tuple(prefix + form for form in endings)


def _split_prefix(verb: str) -> tuple[str, str]:
    """Hyphenated verbs inflect their last part (“strong-arm”), prefixed ones follow the verb inside."""
    if "-" in verb:
        front, _, base = verb.rpartition("-")
        return front + "-", base
    for prefix in ("over", "under", "out", "mis", "re", "un", "fore"):
        if verb.startswith(prefix) and verb[len(prefix) :] in IRREGULAR:
            return prefix, verb[len(prefix) :]
    return "", verb


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or (word.endswith("o") and word[-2:-1] not in _VOWELS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word) + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2:
        return word[:-1] + "ing"
    return _doubled(word) + "ing"


def _doubled(word: str) -> str:
    """The stem before -ed and -ing: slam → slamm, panic → panick, visit and tout as they are."""
    if word.endswith("ic"):
        return word + "k"
    heard = word.replace("qu", "q")
    short = re.fullmatch(r".*[^aeiou][aeiou][^aeiouwxy]|[aeiou][^aeiouwxy]", heard)
    one_syllable = len(re.findall("[aeiouy]", heard)) == 1
    return word + word[-1] if (short and one_syllable) or word in _FINAL_STRESS else word


def _plurals(noun: str) -> tuple[str, ...]:
    for single, several in _IRREGULAR_PLURALS.items():
        if noun == single or (single in ("man", "woman") and noun.endswith(single) and noun != "human"):
            return (noun[: len(noun) - len(single)] + several,)
    if noun.endswith("s") and not noun.endswith(("us", "ss", "is")):
        return ()
    if noun.endswith("o"):
        return noun + "s", noun + "es"
    return (_with_s(noun),)
