"""Why a word that stands in a lexicon is not meant: names, negation, other parts of speech, broken phrases."""

from __future__ import annotations

import re
from collections.abc import Sequence

from biasdiff.inflecting import Pos
from biasdiff.model import Sentence, Word

_NEGATIVES = frozenset({"no", "not", "never", "neither", "nor", "hardly", "without", "cannot", "isn't", "wasn't",
                        "aren't", "weren't", "ain't", "don't", "doesn't", "didn't", "won't", "wouldn't"})  # fmt: skip
_BETWEEN = frozenset("a an the be been being so very as any such really overly particularly especially quite fully"
                     " entirely exactly terribly".split())  # fmt: skip
# “Not a figure of derision” denies the derision.
_OF_WHICH = frozenset("figure object source target sign symbol".split())
_DETERMINERS = frozenset("a an the this that these those his her its their my our your some any each every no".split())
_BEFORE_VERB = frozenset("to will would can could may might must shall should cannot can't won't wouldn't couldn't"
                         " shouldn't don't doesn't didn't i you we they he she who let's".split())  # fmt: skip
_BEFORE_NOUN = _DETERMINERS | frozenset("of in for with by from at into against under over".split())
# What takes “to” and a noun, not a verb: “led to carnage”, “an end to carnage”.
_TO_A_NOUN = frozenset("led lead leads leading amount amounts amounted amounting due reduced response responded answer"
                       " reaction return returned descend descended resort resorted resorts resorting contributed gift"
                       " handout blow threat boost link links linked tied close closer end down up over back way"
                       " tantamount similar prone subject addition thanks rise reply replied react reacts reacted"
                       " object objects objected objection opposed opposition treated subjected exposed exposure"
                       " accustomed listen listened listening refer refers referred reference approach attention"
                       " witness spoke speak speaks talk talks talked appeal appeals appealed sold access belong"
                       " belongs belonged according compared akin equal equivalent vulnerable"
                       " immune".split())  # fmt: skip
# One is used to a noun, and used to do something.
_IS = frozenset("is are was were be been being get gets got become became grown".split())
# A comma behind it makes “still” join two sentences, as “however” does: “Still, the ferry is popular”.
_JOINING = frozenset({"still"})
# An adjective in -ing or -ed that has an object is a verb: “fears gripping the town”.
_OBJECTS = frozenset("a an the this these those his her its their our your my him them us it me".split())
_CONTRACTED = frozenset("it's he's she's that's there's here's what's who's let's".split())
_OPENERS = "“\"‘'(:.!?—–-[*#>•\n"
_QUOTES = "“\"‘'"


def is_name(text: str, sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether a match is capitalised as part of a name."""
    for at in range(first, last):
        word = sentence[at]
        printed = text[word.start : word.end]
        if printed[0].isupper() and not (printed.isupper() and len(printed) > 3) and not _opens(text, sentence, at):
            return True
    return False


def _opens(text: str, sentence: Sequence[Word], at: int) -> bool:
    """Whether a word opens a sentence or a quotation, where a capital is ordinary; titles have more of them."""
    if at == 0:
        return True
    if sentence[at - 1].end >= sentence[at].start - 1:
        return False
    mark = text[max(0, sentence[at].start - 3) : sentence[at].start].rstrip(" ")[-1:]
    is_title = mark in _QUOTES and at + 1 < len(sentence) and text[sentence[at + 1].start].isupper()
    return mark in _OPENERS and not is_title


def is_title_case(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is capitalised as many headlines are, so that capitals say nothing in it.

    In a headline most of its longer words tell; elsewhere names stand close, and all of many must.
    """
    longer = [word for word in sentence.words if word.end - word.start > 3]
    capitals = sum([text[word.start].isupper() for word in longer])
    if sentence.is_above:
        return len(longer) > 2 and capitals >= 0.7 * len(longer)
    return len(longer) > 5 and capitals == len(longer)


def is_negated(sentence: Sequence[Word], first: int) -> bool:
    """Whether a label or judgement is denied: “not a dictator”, “never heroic”, “never the guild’s finest hour”."""
    if first > 2 and sentence[first - 1].norm == "of" and sentence[first - 2].norm in _OF_WHICH:
        first -= 2
    at = first - 1
    while at >= 0 and first - at < 3 and (sentence[at].norm in _BETWEEN or _is_owner(sentence[at])):
        at -= 1
    if at < 0 or sentence[at].norm not in _NEGATIVES:
        return False
    # “Without the devastating effects” takes them for granted.
    return not (sentence[at].norm == "without" and first - at > 1 and sentence[at + 1].norm == "the")


def _is_owner(word: Word) -> bool:
    """Whether a word is compared without the ’s that it is printed with."""
    return word.end - word.start == len(word.norm) + 2


_COPULAS = frozenset("is are was were be being been".split())
_DEGREES = frozenset("a an so too very really quite".split())


def is_asked(text: str, sentence: Sequence[Word], first: int) -> bool:
    """Whether a judgement is what somebody wonders: “whether the fair would be dramatic”, “whether he had bilked it”.

    Only what is said of something is; a word before its noun is taken for granted: “whether the vulgar fair opens”.
    """
    at = _before_degrees(sentence, first)
    if at < 0 or sentence[at].norm not in _BEFORE_VERBS:
        return False
    opens = next((one for one in range(at - 1, max(at - 9, -1), -1) if sentence[one].norm in _CLAUSES), None)
    if opens is None or not (sentence[opens].norm == "whether" or _asks_if(sentence, opens)):
        return False
    return not _BREAKS.search(text, sentence[opens].end, sentence[first].start)


_BEFORE_VERBS = _COPULAS | frozenset("had has have did he she they".split())
# The nearest of these opens the clause.
_CLAUSES = frozenset("whether that who which because and but as if since while".split())
_ASKING = frozenset(
    "ask asks asked asking wonder wonders wondered wondering unclear unsure doubt doubted doubts".split()
)


def _asks_if(sentence: Sequence[Word], at: int) -> bool:
    """Whether a word is the “if” of a question: “asked if”, “asked her if”."""
    return sentence[at].norm == "if" and any(word.norm in _ASKING for word in sentence[max(at - 2, 0) : at])


def _before_degrees(sentence: Sequence[Word], first: int) -> int:
    at = first - 1
    while at >= 0 and sentence[at].norm in _DEGREES:
        at -= 1
    return at


_OWN_ACTS = frozenset("words word remarks remark comments comment behaviour behavior conduct tone post posts joke jokes"
                      " language outburst letter attitude mistake mistakes actions".split())  # fmt: skip
_SORRY = frozenset("sorry apologise apologize apologised apologized apology apologies regret".split())


def is_self_reproach(sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether speakers blame themselves, and so nobody else: “my arrogant words”, “sorry that I was so rude”."""
    at = _before_degrees(sentence, first)
    if at < 0:
        return False
    if sentence[at].norm in ("my", "our"):
        return last < len(sentence) and sentence[last].norm in _OWN_ACTS
    said_of_oneself = sentence[at].norm in _COPULAS and at > 0 and sentence[at - 1].norm in ("i", "we", "for")
    return said_of_oneself and any(word.norm in _SORRY for word in sentence)


# A label that somebody denies having used or deserved, that is only how others see one, or that comes back from the
# one who was called it. Up to the label itself; a few words may stand between, but no “and”, which opens another act.
_MENTIONING = re.compile(
    r"""\b(?:
    den(?:y|ies|ied|ying)\s (?:(?:ever|having|that|he|she|they|it|had|has)\s)*
        (?:(?:call|brand|label|describ|dubb)\w*\s (?:(?!and\b|but\b)[\w’'.-]+\s){1,5}?
        | (?:is|are|was|were|be|being|been)\s (?:ever\s)?)
    | (?:image|perception|reputation|portrayal|stereotype)s?\s (?:of\s (?:(?!and\b|but\b)[\w’'.-]+\s){1,4}?)?as\s
    | (?:you|they|he|she)\s \w+\s (?:that\s)? i(?:[’']m|\sam)\s
    | (?:call|brand|label)(?:s|ed|ing|led|ling)?\s (?:me|us)\s
    ) (?:(?:an?|the)\s (?:\w+\s)?)? [“"‘']?$""",
    re.VERBOSE | re.IGNORECASE,
)
# In a sentence without end, only what stands near is looked at.
_FAR = 120


def is_mentioned(text: str, sentence: Sentence, first: int) -> bool:
    """Whether a label is not put on anybody here: “denied calling him a bigot”, “you say that I am a racist”."""
    start = sentence.words[first].start
    return bool(_MENTIONING.search(text[max(sentence.span.start, start - _FAR) : start]))


_TERMS = frozenset("term word phrase label expression".split())
# With the clause that it stands in, which tells the meaning.
_DEFINING = re.compile(
    r"\b(?:term|word|phrase|label|expression),? [“\"‘'][^”\"’']{1,60}[”\"’'],? (?:(?:usually|often|generally|originally"
    r"|typically|commonly) )?(?:refers? to|referred to|means?|meant|denotes?|describes?)"
    r" (?:an?|any\w*|some\w*|people|those|the \w+ of|\w+s)\b[^,;:—]*"
)


def definition(text: str, sentence: Sentence) -> range:
    """Where a sentence tells what a term means, which puts it on nobody: “The term ‘crony’ means a friend who …”."""
    found = None if _TERMS.isdisjoint(sentence.norms) else _DEFINING.search(text, *sentence.span)
    return range(found.start() + 1, found.end()) if found else range(0)


def is_broken(text: str, sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether punctuation stands between the words of a phrase, so that it is none."""
    return last - first > 1 and True in [_parted(text, sentence, at) for at in range(first + 1, last)]


_BREAKS = re.compile(r"[,;:.!?()\[\]“”\"…—]| [-–] ")


def is_other_part_of_speech(pos: Pos, text: str, sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words beside a match tell that it is a verb where the entry means a noun, and so on."""
    if pos == "verb":
        is_form = sentence[first].norm.endswith(("ing", "ed"))
        if not is_form and last - first == 1 and _is_built_as_noun(text, sentence, first):
            return True
        return _before(text, sentence, first) in (_DETERMINERS if is_form else _BEFORE_NOUN)
    if last - first > 1:
        return False
    if pos == "noun":
        return _before(text, sentence, first) in _BEFORE_VERB and not _is_to_a_noun(sentence, first)
    if pos == "adverb":
        return sentence[first].norm in _JOINING and text.startswith(",", sentence[first].end)
    if pos != "adjective" or last == len(sentence) or _parted(text, sentence, last):
        return False
    is_form = sentence[first].norm.endswith(("ing", "ed"))
    if sentence[last].norm in _OBJECTS:
        return is_form or _before(text, sentence, first) in _BEFORE_VERB
    return is_form and _is_between_names(text, sentence, first, last)


def _is_built_as_noun(text: str, sentence: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a verb is a noun by what it stands beside: “a single torch”, “Hammers may be used”."""
    plural = sentence[at].norm.endswith("s")
    if at == 0:
        then = sentence[1].norm if len(sentence) > 1 and not _parted(text, sentence, 1) else ""
        return then in _BEHIND_SUBJECT or (plural and then == "and")
    if plural or at == 1 or sentence[at - 2].norm not in ("a", "an"):
        return False
    together = not _parted(text, sentence, at) and not _parted(text, sentence, at - 1)
    return together and sentence[at - 1].norm not in _NO_MODIFIER


_BEHIND_SUBJECT = frozenset("is are was were may can will have has had should must".split())
_NO_MODIFIER = _BEFORE_VERB | {"and", "or", "but"}


def _is_between_names(text: str, sentence: Sequence[Word], first: int, last: int) -> bool:
    """Whether a plain word stands right between two names, as a verb does: “the Gazette alleged Quill hid it”."""
    if first == 0 or _parted(text, sentence, first):
        return False
    before, word, after = (text[sentence[at].start] for at in (first - 1, first, last))
    return before.isupper() and after.isupper() and word.islower() and not _opens(text, sentence, first - 1)


def _is_to_a_noun(sentence: Sequence[Word], first: int) -> bool:
    """Whether a word behind “to” is no verb: a plural (“jobs to cronies”), or what something led to."""
    if sentence[first - 1].norm != "to":
        return False
    norm = sentence[first].norm
    if norm.endswith("s") and not norm.endswith("ss"):
        return True
    before = sentence[first - 2].norm if first > 1 else ""
    return before in _TO_A_NOUN or (before == "used" and first > 2 and sentence[first - 3].norm in _IS)


def _before(text: str, sentence: Sequence[Word], first: int) -> str:
    """The compared word before; a possessive counts as “its”."""
    if first == 0 or _parted(text, sentence, first):
        return ""
    word = sentence[first - 1]
    owns = text.endswith(("'s", "’s"), word.start, word.end) and word.norm not in _CONTRACTED
    return "its" if owns else word.norm


def _parted(text: str, sentence: Sequence[Word], at: int) -> bool:
    """Whether punctuation stands before a word."""
    return bool(_BREAKS.search(text, sentence[at - 1].end, sentence[at].start))
