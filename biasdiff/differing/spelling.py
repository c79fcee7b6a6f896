"""House styles of spelling as one: "organise" and "organize", "centre" and "center", "Gov." and "governor".

Keys are for comparing alone and need not be words. A rule may reach too far as long as no two
English words fall together under it: "contour" becomes "contor" in both stories, and nobody sees it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Beginnings of words: as one house style writes them, and the form that stands for both.
_STEMS = dict(
    pair.split(":")
    for pair in """
defence:defense offence:offense licence:license pretence:pretense practis:practic
centred:centered centre:center theatre:theater metre:meter litre:liter fibre:fiber calibre:caliber sombre:somber
spectre:specter sabre:saber lustre:luster meagre:meager
manoeuvred:maneuvered manoeuvring:maneuvering manoeuvre:maneuver
dialogue:dialog catalogue:catalog analogue:analog programme:program furore:furor
grey:gray tyre:tire cheque:check plough:plow draught:draft sceptic:skeptic moustache:mustache mould:mold
smoulder:smolder ageing:aging judgement:judgment acknowledgement:acknowledgment cosy:cozy pyjama:pajama
aluminium:aluminum artefact:artifact sulphur:sulfur yoghurt:yogurt gaol:jail odour:odor
fulfill:fulfil enroll:enrol skillful:skilful willful:wilful appall:appal distill:distil instill:instil
enthrall:enthral installment:instalment
fuell:fuel duell:duel diall:dial equall:equal councillor:councilor jewellery:jewelry woollen:woolen
marvellous:marvelous worshipp:worship focuss:focus benefitt:benefit targett:target
paediatr:pediatr orthopaed:orthoped gynaecol:gynecol anaesth:anesth anaem:anem haem:hem leukaem:leukem
oestr:estr foet:fet diarrhoea:diarrhea encyclopaed:encycloped archaeol:archeol mediaeval:medieval paedophil:pedophil
towards:toward afterwards:afterward amongst:among amidst:amid whilst:while
learnt:learned burnt:burned spelt:spelled dreamt:dreamed leapt:leaped leant:leaned spoilt:spoiled
advisor:adviser protestor:protester enquir:inquir despatch:dispatch likeable:likable sizeable:sizable okay:ok
""".split()
)
_STEM = re.compile(
    r"((?:un|re|dis|mis|kilo|centi|milli|epi)?)(" + "|".join(sorted(_STEMS, key=len, reverse=True)) + ")"
)
_RULES = (
    (re.compile(r"(?<=[^\W\d_]{3})is(e|ed|es|ing|ers?|able|ations?|ational)$"), r"iz\1"),
    (re.compile(r"(?<=..l)ys(e|ed|es|ing|ers?)$"), r"yz\1"),
    (re.compile(r"(?<=[^\W\d_]{3})our(?=s?$|ed$|ing|er|ful|ab[lr]|it|less|y|hood|ly|al|is|some)"), "or"),
    (re.compile(r"([aeiouy][^aeiouy]{1,3}[aeo])ll(ed|ing|ers?|ors?)$"), r"\1l\2"),
)
# Told apart by their hyphen alone.
_HYPHEN_TELLS = re.compile(r"re-(?:sign|form|cover|sent|creat|lay|dress|treat)")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W_])-(?=[^\W\d_])|(?<=[^\W\d_])-(?=\d)")
_SUM = re.compile(r"([$£€¥₹]\d[\d.]*)(m|bn|tn)")
_MEASURE = re.compile(r"(\d[\d.]*)(bn|tn|am|pm|mm|cm|km|kg|mph|kph)")
_CLOCK = re.compile(r"(\d\d?):(\d\d)")
# What these stand for cannot be taken for another word.
_SHORT_FOR = dict(
    pair.split(":")
    for pair in """
m:million bn:billion tn:trillion mm:millimeters cm:centimeters km:kilometers kg:kilograms
feb:february apr:april aug:august sept:september oct:october nov:november dec:december
""".split()
)
# Only with a full stop behind: "Sat." is a day, "sat" is not.
SHORT = dict(
    pair.split(":")
    for pair in """
jan:january mar:march jun:june jul:july sep:september mon:monday tue:tuesday tues:tuesday wed:wednesday
thu:thursday thur:thursday thurs:thursday fri:friday sat:saturday sun:sunday
gov:governor sen:senator rep:representative gen:general lt:lieutenant sgt:sergeant capt:captain col:colonel
prof:professor dr:doctor rev:reverend
""".split()
)


@lru_cache(maxsize=1 << 14)
def key(norm: str) -> str:
    """A compared word without its house style: "organised" and "organized" have one key, "resign" and "re-sign" two.

    Hyphens between letters go ("long-range" is "longrange"), those between digits stay ("5-4");
    accents go; "8:30" is "8.30".
    """
    if not norm.isascii():
        norm = "".join(sign for sign in unicodedata.normalize("NFKD", norm) if not unicodedata.combining(sign))
    if norm.isalpha():
        return _SHORT_FOR.get(norm) or _spelled(norm)
    return "".join(parts(norm)) or _CLOCK.sub(r"\1.\2", norm)


def parts(norm: str) -> tuple[str, ...]:
    """The keys that a compound has where it is printed as several words: "long-range" -> ("long", "range").

    Empty for what is no compound. A sum and a measure are: "£5m" -> ("£5", "million"), "5km", "4am".
    """
    measure = _SUM.fullmatch(norm) or _MEASURE.fullmatch(norm)
    if measure:
        return measure[1], _SHORT_FOR.get(measure[2], measure[2])
    if "-" not in norm or _HYPHEN_TELLS.match(norm):
        return ()
    return tuple(_spelled(part) for part in _BETWEEN_LETTERS.split(norm))


def _spelled(word: str) -> str:
    if len(word) < 4:
        return word
    known = _STEM.match(word)
    if known:
        word = known[1] + _STEMS[known[2]] + word[known.end() :]
    for rule, form in _RULES:
        word = rule.sub(form, word)
    return word
