"""Which words beside a reporting cue are the outlet's: what a name is, how it was said, what is told of the speaker."""

from __future__ import annotations

from biasdiff.quoting.borders import joins_soon
from biasdiff.quoting.cues import Cue
from biasdiff.quoting.phrases import noun_phrase_to
from biasdiff.quoting.tokens import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    FINITE,
    LEADS,
    NOUN_LINKS,
    OBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    QUOTE,
    RELATIVES,
    TIMES,
    Chunk,
    Tokens,
)
from biasdiff.quoting.verbs import REPORTING, TAKE_NOUNS, Use

# “..., he said, after the vote”: what goes with the speaking and not with what is said.
_ASIDE = PREPOSITIONS | RELATIVES | frozenset("whose when where".split())
_SETTINGS = frozenset("in on at during after".split())
_NAMED = frozenset("called dubbed".split())
_BEHIND_NAME = AUXILIARIES | PREPOSITIONS | RELATIVES
_OPENING = PREPOSITIONS | CONJUNCTIONS | TIMES
_SUBORDINATING = frozenset("while although though when after because since as despite with without amid".split())
_DATED = frozenset("this last earlier".split())
# What tells manner or time is a word, or a phrase where it has the capital of a name: “Tuesday”.
_KINDS_OF_MANNER = frozenset(("word", "phrase"))
_DEGREES = frozenset("so rather very somewhat quite too".split())
# “The repair she promised has failed”: of the deed in such a clause nothing is told behind it.
_DEEDS = frozenset((Use.VOWING, Use.URGING, Use.RAISING, Use.JUDGING, Use.CALLING))
_OPENS_APPOSITION = frozenset("who which whose when".split())
# “... ‘a ruin,’ a word that ...”, “... ‘a ruin,’ and then left”: what follows a quotation that ends hanging.
_BEHIND_QUOTATION = frozenset("a an the his her their and but though although".split())
_SUM_REACH = 4
_ONE = frozenset("a an his her their".split())
_SUMS = frozenset("view step move gap stunt reversal departure boast acknowledgment acknowledgement admission".split())
_COMMENTING = frozenset("a an something someone though although essentially".split())
_ONE_OF = frozenset("part one".split())
_WHOLE = 5


def is_aside(tokens: Tokens, start: int, stop: int, rest: Chunk) -> bool:
    """Whether what follows a cue and a comma belongs to the outlet and resumes no sentence.

    start, stop: the words of attribution. “..., said Quill, just one of many divers” tells who speaks,
    and behind a whole quotation nothing is left to be resumed.
    """
    at = rest.start
    norm = tokens.norms[at]
    if norm in _ASIDE or norm.endswith("ing"):
        return True
    if QUOTE in tokens.norms[at : rest.stop]:
        return False
    after = tokens.behind_adverb(at, rest.stop)
    if tokens.runs[start - 1] >= 0 or tokens.norms[after].endswith("ing"):
        return True
    # “..., said Quill, ...”, “..., according to Quill, ...”: the speaker comes last.
    inverted = tokens.norms[start] == "according" or tokens.norms[start] in REPORTING
    described = inverted or (at > stop and tokens.norms[at - 1] not in OBJECTS)
    whole = start >= _WHOLE and tokens.norms[0] not in _OPENING
    return described and whole and (tokens.norms[after] in DETERMINERS or tokens.capital(after))


def in_passing(tokens: Tokens, cue: Cue) -> bool:
    """“..., as Quill said on the radio, ...” leaves the sentence to the outlet."""
    if cue.source is None or cue.then not in _SETTINGS:
        return False
    before = cue.source.start - 1
    passing = before > 0 and tokens.norms[before] == "as" and tokens.gaps[before] == ","
    return passing and Use.CALLING not in cue.uses


def gives_name(tokens: Tokens, cue: Cue) -> bool:
    """“a group called Safe Roads has ...”: a name follows; not “called Lund a fool”, “called Lund cruel”."""
    at = cue.stop
    if cue.then != "phrase" or tokens.norms[cue.start] not in _NAMED or not _is_name(tokens, at):
        return False
    while at < len(tokens.norms) and tokens.bound(at) and (_is_name(tokens, at) or _links(tokens, at)):
        at += 1
    if at == len(tokens.norms):
        return True
    if tokens.gaps[at]:
        # “Quill called Lund, her old friend, a fool”; “a club called Blue Oar, a den of rogues”.
        before = cue.first - 1
        return before >= 0 and not tokens.capital(before) and tokens.norms[before] not in PRONOUNS
    return tokens.norms[at] in _BEHIND_NAME


def _is_name(tokens: Tokens, at: int) -> bool:
    return tokens.capital(at) and tokens.norms[at] not in TIMES


def _links(tokens: Tokens, at: int) -> bool:
    return tokens.norms[at] in NOUN_LINKS and at + 1 < len(tokens.norms) and _is_name(tokens, at + 1)


def behind_manner(tokens: Tokens, cue: Cue, begin: int, end: int) -> int:
    """Behind the words that tell how or when it was said: “noted so helpfully on the radio”, “admitted Tuesday”."""
    if begin != cue.stop or begin >= end or cue.then not in _KINDS_OF_MANNER:
        return begin
    at = begin
    while at < end and not tokens.gaps[at]:
        then = tokens.norms[at + 1] if at + 1 < end else ""
        if tokens.possessive(at) or tokens.possessive(min(at + 1, end - 1)):
            break
        if tokens.norms[at] in TIMES or tokens.norms[at] in _DEGREES or _tells_manner(tokens, at):
            at += 1
        elif tokens.norms[at] in _DATED and then in TIMES:
            at += 2
        else:
            break
    if at == begin or tokens.norms[at - 1] in _DEGREES:
        return begin
    return min(at + (at < end and tokens.norms[at] == "that"), end)


def _tells_manner(tokens: Tokens, at: int) -> bool:
    return tokens.norms[at].endswith("ly") and tokens.adverbial(at)


def own_from(tokens: Tokens, cue: Cue, begin: int, end: int) -> int:
    """Where the outlet speaks again before the end of what would be reported; the end where it does not.

    Never where a quotation would be lost, for its speaker is sought in what is reported.
    """
    if QUOTE in tokens.norms[begin:end]:
        return _behind_quotation(tokens, cue, begin, end)
    deed = tokens.norms[begin - 1] != "that" and _tells_a_deed(tokens, cue)
    if deed and begin < end and begin == cue.stop and cue.then == "word" and tokens.norms[begin] in FINITE:
        return begin
    end = _before_interview(tokens, begin, _before_comment(tokens, begin, end))
    relative = cue.then == "to" and _tells_which_thing(tokens, cue)
    who = cue.first > 1 and tokens.norms[cue.first - 1] in RELATIVES
    clause = _opens_below(tokens, cue)
    if not (relative or who or clause or deed):
        return end
    for at in range(begin + 1, end):
        norm = tokens.norms[at]
        if relative and norm in FINITE and tokens.norms[at - 1] not in QUESTION_WORDS:
            return at
        if tokens.gaps[at] != ",":
            continue
        if (clause and _opens_main_clause(tokens, at)) or (who and norm in FINITE):
            return at
        if deed and (_begins_apposition(tokens, at, end) or (cue.then == "to" and norm.endswith("ing"))):
            return at
    return end


def _before_comment(tokens: Tokens, begin: int, end: int) -> int:
    """“... — a step that angers the crews”: behind its only dash the outlet comments.

    Behind its last comma, too, where that sums up what was said: “..., a gloomy view from a leader”.
    """
    last = next((at for at in range(end - 1, begin, -1) if tokens.gaps[at]), end)
    if last < end and tokens.gaps[last] == "," and _sums_up(tokens, last):
        return last
    dashes = [at for at in range(begin + 1, end) if tokens.gaps[at] in DASHES]
    if len(dashes) != 1:
        return end
    (dash,) = dashes
    comments = tokens.norms[dash] in _COMMENTING or tuple(tokens.norms[dash : dash + 2]) == ("even", "though")
    return dash if comments else end


def _sums_up(tokens: Tokens, at: int) -> bool:
    """“a gloomy view from a leader who ...”, “part of a rash of decrees”: no apposition to a name."""
    if tokens.norms[at] == "part":
        return "of" in tokens.norms[at + 1 : at + 2]
    return tokens.norms[at] in _ONE and not _SUMS.isdisjoint(tokens.norms[at + 1 : at + _SUM_REACH])


def _before_interview(tokens: Tokens, begin: int, end: int) -> int:
    """“admitted it was late in an interview with the Post”: where that stands, it goes with the speaking."""
    for at in range(begin + 2, end - 2):
        if tokens.norms[at] == "in" and tokens.norms[at + 2] == "interview":
            return at
    return end


def _opens_below(tokens: Tokens, cue: Cue) -> bool:
    """“While Quill says ..., the crews ...”, “Asked whether ..., the mayor ...”: the main clause is still to come."""
    if cue.first == 0 and tokens.norms[0].endswith("ing"):
        return True
    if cue.first < 2 and cue.source is None and tokens.norms[cue.start] == "asked":
        return True
    return cue.source is not None and cue.source.start == 1 and tokens.norms[0] in _SUBORDINATING


def _tells_a_deed(tokens: Tokens, cue: Cue) -> bool:
    return not _DEEDS.isdisjoint(cue.uses) or REPORTING[tokens.norms[cue.start]].verb in TAKE_NOUNS


def _behind_quotation(tokens: Tokens, cue: Cue, begin: int, end: int) -> int:
    """Where the outlet speaks again behind the last quotation; the end where it may be one sentence with it."""
    last = next(at for at in range(end - 1, begin - 1, -1) if tokens.norms[at] == QUOTE)
    after = last + 1
    if after >= end:
        return end
    what = cue.source is not None and cue.source.start > 0 and tokens.norms[cue.source.start - 1] == "what"
    joined = tokens.norms[after] in ("and", "or")
    if what and begin == last and not joined and Use.CALLING in cue.uses:
        return after
    if tokens.gaps[after].startswith(",") and _opens_below(tokens, cue) and _opens_main_clause(tokens, after):
        return after
    hangs = tokens.gaps[after].startswith(",") and not any(tokens.gaps[after + 1 : end])
    listed = not joined and joins_soon(tokens, after + 1)
    return after if hangs and not listed and tokens.norms[after] in _BEHIND_QUOTATION else end


def _tells_which_thing(tokens: Tokens, cue: Cue) -> bool:
    """“The fund he vowed to fix has ...”: the cue stands in a clause beside the noun that opens the sentence."""
    if cue.source is None:
        return False
    before = cue.source.start - 1
    if before < 0 or not tokens.bound(before + 1):
        return False
    phrase = noun_phrase_to(tokens, before - (tokens.norms[before] == "that"))
    return phrase is not None and (phrase.start == 0 or tokens.norms[phrase.start - 1] in LEADS)


def _opens_main_clause(tokens: Tokens, at: int) -> bool:
    """Whether a main clause may begin behind a comma: not an “and”, not the next of a list."""
    norm = tokens.norms[at]
    opens = norm not in _ASIDE and norm not in CONJUNCTIONS and not norm.endswith("ing")
    return opens and not joins_soon(tokens, at + 1)


def _begins_apposition(tokens: Tokens, at: int, end: int) -> bool:
    """“..., part of a wave of pledges”, “..., which the crews fought”, up to the end of what is reported."""
    norm = tokens.norms[at]
    then = tokens.norms[at + 1] if at + 1 < end else ""
    opens = norm in _OPENS_APPOSITION or (norm in _ONE_OF and then == "of") or (norm == "as" and then in PRONOUNS)
    return opens and not any(tokens.gaps[at + 1 : end])
