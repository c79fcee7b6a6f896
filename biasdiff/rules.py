"""The rules of evidence: one for each kind of wording that biasdiff shows, with its manual.

The ids are those of the table in the project's framing notes; they stay the same over versions.
"""

from __future__ import annotations

from dataclasses import dataclass

from biasdiff.model import Confidence, Group


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of evidence. `cap` is the highest severity it may reach, also in a headline.

    `surest` is the most confidence its entries give: less where readers mark fewer of its words as loaded.
    """

    id: str
    title: str
    group: Group
    definition: str
    literature: str
    cap: int = 3
    surest: Confidence = "high"


_W: Group = "wording"
_S: Group = "stance"
_R: Group = "sourcing"
_Q: Group = "quotation"

_RULES = (
    Rule(
        "eval.adj",
        "Judging adjective",
        _W,
        "An adjective that praises or blames, in the outlet’s own words.",
        "subjective intensifier (Recasens et al. 2013); judgement and appreciation (Martin & White 2005)",
    ),
    Rule(
        "eval.adv",
        "Judging adverb",
        _W,
        "An adverb that judges how something was done.",
        "subjective intensifier (Recasens et al. 2013)",
    ),
    Rule(
        "eval.noun",
        "Judging noun",
        _W,
        "A noun that names an event and judges it at once.",
        "loaded language (Da San Martino et al. 2020)",
    ),
    Rule(
        "eval.verb",
        "Forceful verb",
        _W,
        "A verb that adds force, blame or drama to an act.",
        "loaded language (Da San Martino et al. 2020)",
    ),
    Rule(
        "label.epithet",
        "Judging label",
        _W,
        "A label that judges a person or group, in place of a name or office.",
        "word choice and labelling (Hamborg et al. 2019); name calling (Da San Martino et al. 2020)",
    ),
    Rule(
        "label.contested",
        "Contested label",
        _W,
        "A word for a group, place or policy that one side would not use.",
        "word choice and labelling (Hamborg et al. 2019)",
        cap=2,
        surest="medium",
    ),
    Rule(
        "metaphor.war",
        "War or violence as a picture",
        _W,
        "A word of war or violence for something that is neither, or a drastic picture of war.",
        "conceptual metaphor (Lakoff & Johnson 1980); war journalism (Galtung)",
    ),
    Rule(
        "metaphor.disaster",
        "Disaster as a picture",
        _W,
        "A word of flood, storm or fire for the acts of people.",
        "conceptual metaphor (Lakoff & Johnson 1980)",
        surest="medium",
    ),
    Rule(
        "metaphor.animal",
        "Animals, illness or dirt as a picture",
        _W,
        "A word for animals, illness or dirt, said of people or what they do.",
        "conceptual metaphor (Lakoff & Johnson 1980)",
    ),
    Rule(
        "metaphor.machine",
        "Machine as a picture",
        _W,
        "A word for machines, said of people or what they do.",
        "conceptual metaphor (Lakoff & Johnson 1980)",
    ),
    Rule(
        "metaphor.protection",
        "Shelter as a picture",
        _W,
        "A word of shelter or safety for one side’s plan.",
        "conceptual metaphor (Lakoff & Johnson 1980)",
        cap=2,
        surest="medium",
    ),
    Rule(
        "metaphor.game",
        "Game, journey or stage as a picture",
        _W,
        "A word of sport, travel or theatre for public life.",
        "conceptual metaphor (Lakoff & Johnson 1980)",
        surest="medium",
    ),
    Rule(
        "metaphor.idiom",
        "Stock figure of speech",
        _W,
        "A worn picture from body, kitchen, stage, farm or sea, in place of what was said or done.",
        "conceptual metaphor (Lakoff & Johnson 1980); worn metaphors (Orwell 1946)",
    ),
    Rule(
        "euphemism",
        "Soft word",
        _W,
        "A milder word for harm, force or failure than the plain one.",
        "euphemism (Orwell 1946; Bolinger 1980)",
        surest="medium",
    ),
    Rule("dysphemism", "Harsh word", _W, "A harsher word than the plain one.", "dysphemism (Allan & Burridge 1991)"),
    Rule(
        "sensational",
        "Drama cue",
        _W,
        "A word that promises drama instead of telling what happened.",
        "sensationalism; clickbait cues (Chakraborty et al. 2016)",
        surest="medium",
    ),
    Rule(
        "readers.marked",
        "Word that readers mark",
        _W,
        "A word that readers marked as loaded in news sentences, or that is built and used like such words.",
        "readers’ marks on news sentences (Spinde et al. 2021, MBIC)",
        cap=2,
    ),
    Rule("booster", "Booster", _S, "A word that makes a statement stronger or surer.", "boosters (Hyland 2005)", cap=2),
    Rule(
        "superlative",
        "Superlative",
        _S,
        "A claim to the first, the most or a record.",
        "exaggeration (Da San Martino et al. 2020)",
        cap=2,
    ),
    Rule(
        "editorial_adverb",
        "Small word with a comment",
        _S,
        "A small word that comments: even, only, still, just.",
        "expressive presupposition; NPR’s notes on “even” and “still”",
        cap=1,
    ),
    Rule(
        "hedge",
        "Hedge",
        _S,
        "A word that shows doubt or distance. Hedging is often good practice.",
        "hedges (Hyland 2005)",
        cap=1,
    ),
    Rule(
        "presupposition",
        "Taken as given",
        _S,
        "A word that takes something for granted without saying it.",
        "factives and implicatives (Kiparsky & Kiparsky 1970; Karttunen 1971)",
        cap=1,
    ),
    Rule(
        "mental_state",
        "Mind told as fact",
        _S,
        "What a person wants, fears or believes, told as fact.",
        "mind reading; evidentiality (Bender)",
        cap=1,
    ),
    Rule(
        "attribution.verb",
        "Reporting verb that judges",
        _R,
        "A verb of saying that adds doubt, guilt or mood.",
        "assertives and factives (Hooper 1975)",
        cap=2,
    ),
    Rule(
        "speculation",
        "Forecast without a forecaster",
        _R,
        "A statement about the future that names nobody who makes it.",
        "conjecture",
        cap=2,
    ),
    Rule(
        "unattributed_figure",
        "Figure without a source",
        _R,
        "A number or rate with no source in its sentence or beside it.",
        "unsubstantiated claim; omission of source attribution",
    ),
    Rule("source.anonymous", "Unnamed source", _R, "A single source without a name.", "anonymous sources", cap=2),
    Rule(
        "source.vague_group",
        "Vague source",
        _R,
        "Many unnamed voices: analysts, critics, reports.",
        "weasel attribution",
        cap=2,
    ),
    Rule(
        "syntax.personification",
        "Leader for state",
        _S,
        "A leader’s name in the place of a state, an army or a government.",
        "metonymy (Lakoff & Johnson 1980)",
        cap=1,
    ),
    Rule(
        "repetition",
        "Told twice",
        _S,
        "A striking figure or loaded phrase that the story tells a second time.",
        "repetition (Da San Martino et al. 2020)",
        cap=1,
    ),
    Rule(
        "quotation.claim_quote",
        "Quotation marks in a headline",
        _Q,
        "Words in quotation marks in the headline that no quotation in the story bears out.",
        "claim quotes",
        cap=2,
    ),
    Rule(
        "quotation.partial",
        "Few words quoted",
        _Q,
        "One to three words in quotation marks, apart from the speaker’s sentence.",
        "scare quotes; fragmentary quotes",
        cap=1,
    ),
)

RULES = {rule.id: rule for rule in _RULES}
