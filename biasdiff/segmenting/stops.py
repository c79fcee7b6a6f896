"""Whether a full stop, a question mark or an exclamation mark ends its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from biasdiff.segmenting.abbreviations import ABBREVIATIONS, TIME_TAILS, Kind, opens_sentence
from biasdiff.segmenting.openings import BULLETS

_NEXT_WORD = re.compile(r"[_*\"'“”‘’`«(\[¿¡—–.… -]{0,12}\s?([^\W_][\w'’]{0,40})?")
_BEFORE_TOKEN = re.compile(r"[\s(\[\"“‘'—–/-]")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_LISTING = re.compile(
    rf"[{BULLETS}\s]*(?:\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[A-Za-z]|[ivxIVX]{{2,4}})\)?"
    r"|(?:Figure|Table|Chart|Box|Part|Chapter|Step)\s\d{1,3}(?:\.\d{1,3})*)\Z"
)
_LONGEST_LISTING = 24
_FRONTED = re.compile(r"\W*(?:At|On|By|Around|Before|After|Until|From|Since|Just|About|Shortly)\b")
_PLACE_TIME = re.compile(r"[A-Z]\w{1,20}\s[Tt]ime\b")
_NAME = r"[A-Z][\w.'’-]{0,40}"
_SPEECH = (
    "said|says?|asked|asks?|added|adds?|replied|replies|told|tells?|wrote|writes?|cried|called|"
    "shouted|continued|answered|demanded|wondered|exclaimed|tweeted|quipped|joked|started|yelled|"
    "whispered|muttered|insisted|remarked|declared|responded|howled|screamed|sighed|laughed|was quoted"
)
# "...?" Smith asked. But: "...?" Smith said he did not know.
_ATTRIBUTION = re.compile(rf"(?:I|{_NAME}(?:\s{_NAME}){{0,3}})\s(?:{_SPEECH})\b(?!\s(?:that|he|she|it|they|the)\b)")


@dataclass(slots=True)
class Stop:
    """A possible end of a sentence.

    sentence: where the sentence began. start, end: the end mark, or run of them. closed: behind the
    closing marks. following: where the next text begins. opens: a quotation mark opens there.
    """

    sentence: int
    start: int
    end: int
    closed: int
    following: int
    opens: bool


def ends_sentence(text: str, stop: Stop, hi: int) -> bool:
    """Whether the sentence is over, judged by what stands before and behind the mark."""
    found = _NEXT_WORD.match(text, stop.following, hi)
    word = (found and found[1]) or ""
    if stop.following == stop.closed:
        return _ends_glued(text, stop, word, hi)
    first = text[stop.following]
    if not word:
        return first in "$£€¥@#©*†"
    if word.islower():
        return first == "(" and not _is_aside(text, stop, hi) and _is_plain_word(text, stop)
    if (first == "(" and _is_aside(text, stop, hi)) or (first in "—–-" and _is_signature(text, stop, hi)):
        return False
    if _is_attributed(text, stop, hi):
        return False
    if _is_ellipsis(text, stop):
        return _ellipsis_ends(text, stop)
    return text[stop.start : stop.end] != "." or _full_stop_ends(text, stop, word)


def _full_stop_ends(text: str, stop: Stop, word: str) -> bool:
    if stop.start - stop.sentence <= _LONGEST_LISTING and _LISTING.match(text[stop.sentence : stop.start]):
        return False
    token = _token_before(text, stop)
    kind = _kind(token)
    if kind is None:
        return True
    if kind == "may end":
        return opens_sentence(word) or stop.opens
    if kind == "time of day":
        return _time_ends(text, stop, word)
    return kind == "number follows" and not word[0].isdigit()


def _kind(token: str) -> Kind | None:
    """What may come behind a word with a full stop; None for a word that is no abbreviation."""
    if token in ABBREVIATIONS:
        return ABBREVIATIONS[token]
    if (len(token) == 1 and token.isalpha()) or _ACRONYM.match(token):
        return "may end"
    return "may end" if token.isupper() and token.title() in ABBREVIATIONS else None


def _time_ends(text: str, stop: Stop, word: str) -> bool:
    if word in TIME_TAILS or _PLACE_TIME.match(text, stop.following):
        return False
    fronted = stop.start - stop.sentence < 40 and _FRONTED.match(text, stop.sentence)
    return opens_sentence(word) or not fronted


def _is_ellipsis(text: str, stop: Stop) -> bool:
    return text[stop.start] == "…" or text.count(".", stop.start, stop.end) > 1


def _ellipsis_ends(text: str, stop: Stop) -> bool:
    """Words left out at the end of a sentence, not at its beginning nor inside it (". . .")."""
    if not any(map(str.isalnum, text[stop.sentence : min(stop.start, stop.sentence + 40)])):
        return False
    spaced = stop.end - stop.start == 5 and text[stop.start : stop.end].count(".") == 3
    return not (spaced and text[stop.start - 1].isspace())


def _ends_glued(text: str, stop: Stop, word: str, hi: int) -> bool:
    """Whether a sentence ends although no space follows: way."Smith said, or: here.A truce."""
    if not word or _is_ellipsis(text, stop):
        return False
    if not text[stop.following].isupper():
        opens = stop.opens or (text[stop.following] == "(" and not _is_aside(text, stop, hi))
        return opens and word[0].isupper() and _is_plain_word(text, stop)
    if stop.closed > stop.end:
        return word != "S" and not _is_attributed(text, stop, hi)
    if not (opens_sentence(word) or (len(word) > 3 and word[1:].islower())):
        return False
    return _is_plain_word(text, stop) and text[stop.following + len(word) :][:1] not in ("@", "/", ".")


def _is_plain_word(text: str, stop: Stop) -> bool:
    """Whether a whole word stands before the mark: no address, no abbreviation, no number of an item."""
    chunk = text[max(stop.sentence, stop.start - 40) : stop.start].split()[-1:]
    if not chunk or any(sign in chunk[0] for sign in ("/", "@", "www.", "_", "=")):
        return False
    token = _token_before(text, stop)
    return len(token) > 1 and "." not in token and _kind(token) is None


def _is_attributed(text: str, stop: Stop, hi: int) -> bool:
    """Whether a reporting clause follows a quoted question or exclamation."""
    if stop.closed == stop.end or text[stop.end - 1] not in "?!…":
        return False
    return _ATTRIBUTION.match(text, stop.following, hi) is not None


def _is_aside(text: str, stop: Stop, hi: int) -> bool:
    """Whether a bracket belongs to the sentence before it: that goes on behind it, or it is a reference."""
    end = text.find(")", stop.following, min(hi, stop.following + 300))
    if end < 0:
        return False
    behind = text[end + 1 : min(hi, end + 3)].lstrip()[:1]
    if behind == ".":
        return stop.closed > stop.end and end - stop.following < 40
    return behind.islower() or (behind != "" and behind in ",;:")


def _is_signature(text: str, stop: Stop, hi: int) -> bool:
    """Whether a dash and a name close the paragraph, as below a motto."""
    rest = text[stop.following : min(hi, stop.following + 61)]
    return len(rest) <= 60 and not any(mark in rest for mark in ".!?")


def _token_before(text: str, stop: Stop) -> str:
    backwards = text[max(stop.sentence, stop.start - 24) : stop.start][::-1]
    return _BEFORE_TOKEN.split(backwards, 1)[0][::-1].lstrip(BULLETS)
