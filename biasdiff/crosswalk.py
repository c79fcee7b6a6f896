"""For teachers: why a mark may be disputed, and what other teaching materials call that kind of wording.

The names are those of AllSides, “How to Spot 16 Types of Media Bias”, and the five key questions
of the Center for Media Literacy. They are given so that teachers find their materials; they are no
judgement of a story.
"""

from __future__ import annotations

from typing import NamedTuple

KEY_QUESTIONS = {
    1: "Who created this message?",
    2: "What creative techniques are used to attract my attention?",
    3: "How might different people understand this message differently?",
    4: "What values, lifestyles and points of view are represented in, or omitted from, this message?",
    5: "Why is this message being sent?",
}


class Known(NamedTuple):
    """What is known of a rule elsewhere. `debatable` completes “Reasonable people may disagree because …”.

    `allsides` is empty where that list has no such kind.
    """

    debatable: str
    allsides: str
    question: int


_NONE = ""
_SUBJECTIVE = "Subjective Qualifying Adjectives"
_CHOICE = "Word Choice"
_SOURCE = "Omission of Source Attribution"
_OPINION = "Opinion Statements Presented as Facts"

CROSSWALK = {
    "eval.adj": Known("some judgements rest on facts that the story gives, and a feature may judge.", _SUBJECTIVE, 2),
    "eval.adv": Known("how something was done can be seen and reported, not only judged.", _SUBJECTIVE, 2),
    "eval.noun": Known("a strong event may need a strong word; ask what the word leaves open.", _CHOICE, 2),
    "eval.verb": Known("many forceful verbs are everyday news language that few readers notice.", "Sensationalism", 2),
    "label.epithet": Known(
        "a label may be a plain description, used by the people themselves or backed by acts in the story.",
        "Mudslinging/Ad Hominem",
        3,
    ),
    "label.contested": Known("there may be no word that every side accepts, and law may use this one.", _CHOICE, 4),
    "metaphor.war": Known(
        "the picture may be worn out, so that no reader thinks of war any more.", "Sensationalism", 2
    ),
    "metaphor.disaster": Known(
        "the picture may be worn out, or a literal flood or storm may be near.", "Sensationalism", 2
    ),
    "metaphor.animal": Known(
        "some pictures are fixed phrases without a thought of animals.", "Mudslinging/Ad Hominem", 3
    ),
    "metaphor.machine": Known("the picture may be a usual word in this trade.", _CHOICE, 2),
    "metaphor.protection": Known("to protect may be just what the plan does, and nobody may deny it.", "Spin", 2),
    "metaphor.game": Known("sport and theatre words are everywhere; many readers no longer see them.", "Spin", 2),
    "metaphor.idiom": Known(
        "a stock phrase may be the shortest way to say it, and no picture to most readers.", "Spin", 2
    ),
    "readers.marked": Known(
        "other readers marked such words in other stories; here the word may be plain.", _CHOICE, 3
    ),
    "euphemism": Known("the softer word may be the official one, or kinder to people who are hurt.", "Spin", 4),
    "dysphemism": Known("the harsher word may be the more honest one.", _CHOICE, 4),
    "sensational": Known("something may be a surprise in fact, and headlines are short.", "Sensationalism", 2),
    "booster": Known("the statement may be just as certain as the word makes it.", _OPINION, 2),
    "superlative": Known("a first or a record can be checked, and may be one.", "Unsubstantiated Claims", 2),
    "editorial_adverb": Known("small words also carry plain sense: time, number, contrast.", "Spin", 3),
    "hedge": Known("saying how sure one is can be the most careful thing a story does.", _NONE, 3),
    "presupposition": Known("what is taken for granted may be agreed by all sides.", _OPINION, 4),
    "mental_state": Known("the person may have said so before; reporters shorten.", "Mind Reading", 3),
    "attribution.verb": Known("the verb may tell what happened: people do admit, deny and warn.", "Spin", 3),
    "speculation": Known(
        "the event may be fixed in a calendar, so that no forecaster is needed.", "Unsubstantiated Claims", 3
    ),
    "unattributed_figure": Known(
        "the source may be named elsewhere, or anybody can count it; rules look only near by.", _SOURCE, 1
    ),
    "source.anonymous": Known("a source may lose a job or be in danger when named.", _SOURCE, 1),
    "source.vague_group": Known("a short story cannot name everybody, and the names may follow.", _SOURCE, 1),
    "quotation.claim_quote": Known(
        "the marks may only say “this is a claim”; in some countries that is usual in headlines.", _SOURCE, 1
    ),
    "syntax.personification": Known(
        "a leader often did decide it, and a name is shorter than a government.", _CHOICE, 3
    ),
    "repetition": Known("a figure may be told again so that a reader remembers it.", "Sensationalism", 2),
    "quotation.partial": Known("one word may be all that is worth quoting, or all that was clear.", "Slant", 3),
}
UNKNOWN = Known("the rule is not one of ours; ask who wrote it.", _NONE, 3)


def known(rule: str) -> Known:
    """What is known of a rule elsewhere; a caller's own rule has no entry."""
    return CROSSWALK.get(rule, UNKNOWN)
