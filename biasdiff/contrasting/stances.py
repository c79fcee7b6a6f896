"""Which way a sentence points: for or against, up or down. Small tables of our own."""

from __future__ import annotations

import re

from biasdiff.aligning.terms import stem
from biasdiff.contrasting.seeking import sought

PULL_APART = "Can both be true? What would settle it: the full words, the time they speak of, a document?"
_REJECTS = """
reject refuse deny oppose dismiss decline rebuff veto block exclude forbid ban resist rebut disavow renounce
"""
_ACCEPTS = """
accept agree offer approve back support endorse welcome allow permit concede cede surrender consider vow pledge
promise want seek propose plan favour favor adopt embrace
"""
_SUCCEEDS = """
succeed win gain advance progress prevail triumph improve recover strengthen consolidate grow thrive prosper
"""
_FAILS = """
fail lose falter stall collapse retreat struggle crumble flounder worsen weaken decline founder backfire
"""


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


REJECTS, ACCEPTS, SUCCEEDS, FAILS = _stems(_REJECTS), _stems(_ACCEPTS), _stems(_SUCCEEDS), _stems(_FAILS)
# “gains”, “progress”: nouns that succeed only with one of these before them.
GAINING = sought(
    r"\b(?:making|made|makes?) (?:\w+ )?(?:gains|progress|advances|headway|inroads)\b",
    "gains progress advances headway inroads",
    re.IGNORECASE,
)
# What may happen, not what did: could lease, is ready to pay, would close.
POSSIBLE = re.compile(
    r"\b(?:could|would|might|may|will|can|must|(?:is|are|was|were|he’s|he's|she’s|she's|be) (?:prepared|ready|willing"
    r"|open|set|going|expected|likely) to|plans? to|agreed to|offered to|if \w+ were to)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|(?:is|are|was|were|do|does|did|has|have|had|would|could"
    r"|should|will|ca|wo)n[’']t|ruled? out|rules out|ruling out|running out|ran out)\b",
    re.IGNORECASE,
)
# “He rejected any such lease”: what is rejected stands in the sentence before.
POINTS_BACK = re.compile(
    r"\b(?:any such|such (?:a|an)|such|that|this|these|those|it|them|the idea|the claims?)\b", re.IGNORECASE
)
DENIED = sought(
    r"\b(?:denie[sd]|denying|ruled out|rejected) (?:any|all|having|a|the)? ?"
    r"(?:plans?|intention|idea|wish|move|talk) (?:to|of) (?P<verb>\w+)",
    "denies denied denying ruled rejected",
    re.IGNORECASE,
)
