"""A leader’s name in the place of a state: “Castor’s missiles”, where the story itself says whose president he is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biasdiff.model import Analysis, Finding, Span
from biasdiff.settings import Settings

RULE = "syntax.personification"
MESSAGE = "Puts a leader’s name where a state, an army or a government acts."
QUESTION = "Who decided or did this? Would the sentence change if it named the state or the army?"

_NAME = r"[A-Z][\w’-]*[a-z](?:[ -][A-Z][\w’-]*[a-z]){0,2}"
# Titles that tie a person to a state; the state’s own name may stand before (Vandian president Ilia Castor).
# Their first letters are looked for on their own: that is many times quicker than to look for a border of words.
_TITLE = (
    r"[PpCcKkSs](?<!\w.)(?:(?<=[Pp])(?:resident|rime [Mm]inister|remier)|(?<=[Cc])hancellor|(?<=[Kk])ing"
    r"|(?<=[Ss])upreme [Ll]eader)"
)
_LEADER = re.compile(rf"{_TITLE},? (?P<name>{_NAME})")
_FORCES = (
    r"(?:troops|soldiers|forces|army|navy|air force|tanks|missiles|drones|bombs|bombers|jets|warplanes|shells|artillery"
    r"|invasion|war machine|war(?! on)|land grab|conquests?|occupation)"
)
_STRIKES = r"(?:invaded|invades|bombed|bombs|shelled|annexed|annexes|occupies|conquered|(?:fired|launched) missiles)"


def detect(story: Analysis, settings: Settings) -> Iterator[Finding]:
    """Acts and arms of a state told as a leader’s own; silent where the story does not name the leader’s office."""
    names = {match["name"].split()[-1] for match in _LEADER.finditer(story.passage.text)}
    if not names:
        return
    anyone = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    acts = re.compile(
        rf"\b(?:{anyone})(?:(?:[’']s?|’)\s+(?:[a-z-]+\s+)?{_FORCES}\b|\s+(?:has |had |now |currently )?{_STRIKES}\b)"
        rf"|\b(?:costing|cost|costs)\s+(?:{anyone})\s+(?:\w+\s+){{0,3}}?(?:troops|soldiers|men|tanks|aircraft)\b"
        rf"|\b(?:aggression|invasion|attacks?|bombardment|strikes?)\s+by\s+(?:{anyone})\b"
    )
    for sentence in story.told:
        for match in acts.finditer(story.passage.text, *sentence.span):
            yield Finding(
                span=Span(*match.span()),
                rule=RULE,
                entry=None,
                group="stance",
                category=RULE,
                severity=1,
                confidence="medium",
                voice=story.voice(match.start()),
                message=MESSAGE,
                neutral=("(name the state or its army)",),
                question=QUESTION,
            )
