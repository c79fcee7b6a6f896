"""Words that a full stop may follow without ending a sentence, and words that open one.

A word in lower case after the stop always tells that the sentence goes on, so only words that a
capital or a number may follow are listed. They stand as printed: "Mass." is a state, "mass." ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Kind = Literal["goes on", "number follows", "may end", "time of day"]

_WORDS: dict[Kind, str] = {
    # Titles, and words in front of an example, a case or a name.
    "goes on": """
        Mr Mrs Ms Mx Messrs Mme Mmes Mlle Dr Drs Prof Profs Hon Rev Revd Fr Msgr Br St Ste Mt Ft
        Gen Lt Maj Col Capt Cpt Cmdr Cdr Cpl Sgt Pfc Pvt Adm Brig Ens Sra Supt Insp Det Const Lieut
        Sen Sens Rep Reps Gov Govs Pres Atty Amb Asst Assoc Sec Treas Ald Del Dir mr mrs ms dr prof
        gen e.g i.e E.g I.e eg ie cf Cf viz vs Vs v approx Approx ca P.S""",
    "number follows": """
        No Nos no nos Nr nr N° Nº n° nº Fig Figs fig figs Vol Vols vol vols pp pg pgs para paras
        ch chap Ch Chap Art Arts art arts Eq Eqs eq sec sect Sect pt Pt Tel tel ext Ext div ver ser
        Ser fn Bk bk Op op Cap cap Reg reg born died""",
    "may end": """
        al Assn assn Ave Bhd Bldg Blvd Bros Co co Corp corp Cos Dept dept Depts Dist Ed Eds ed eds
        Est est Govt govt Hwy Inc Intl Jr Ltd ltd Mfg Natl Pkwy Plc plc Pty Rd Rte Sq Sr Tpk Univ
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
        Ala Alta Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo
        Mont Neb Nebr Nev Okla Ont Ore Pa Penn Que Sask Tenn Tex Va Vt Wash Wis Wisc Wyo
        Ph.D Esq Bt cent""",
    "time of day": "a.m p.m A.M P.M",
}

ABBREVIATIONS: Mapping[str, Kind] = MappingProxyType(
    {word: kind for kind, words in _WORDS.items() for word in words.split()}
)

# Words that open a sentence far more often than they open a name.
_OPENERS = """
    a an the this that these those there here i he she it we you they his her its our my your their
    and but or nor so yet for if when while where who what why how which whose because since though
    although as at after before during between among about above under over once until unless
    in on of by from with without within into through to toward towards upon against amid along
    not no now then thus still also even only just both each every either neither all some despite
    many most more few several such another other others any anyone someone everyone nobody none
    eight five four nine one seven six ten three two
    is are was were am be been do does did has have had can could would should might must
    however moreover meanwhile nevertheless instead therefore finally earlier later today yesterday
    tomorrow according like unlike rather perhaps maybe yes please let okay well oh um uh
    don't didn't isn't it's he's she's that's there's they're we're you're i'm i've i'll what's
    let's
    """
OPENERS = frozenset(_OPENERS.split())

# After "10 a.m." these still belong to the time.
_TIME_TAILS = """
    ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST UTC CET CEST EET EEST MSK IST JST AEST
    Eastern Central Mountain Pacific Greenwich
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
TIME_TAILS = frozenset(_TIME_TAILS.split())


def opens_sentence(word: str) -> bool:
    """Whether a capitalised word is one that opens sentences; "WHO" is a name, "Who" is not."""
    shape = len(word) < 2 or not word.isupper()
    return shape and word.lower().replace("’", "'") in OPENERS
