"""Reporting verbs by what they report, with their inflected forms made by rule.

The inventory is our own. It tells that somebody speaks or thinks; how a verb colours what is said
(said, claimed, admitted) is graded elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from biasdiff.inflecting import forms


class Use(StrEnum):
    """What a reporting verb reports: quoted words, a clause, a deed, a name for something, a verdict, a subject."""

    QUOTING = "quoting"
    STATING = "stating"
    TELLING = "telling"
    URGING = "urging"
    VOWING = "vowing"
    CALLING = "calling"
    JUDGING = "judging"
    RAISING = "raising"
    THINKING = "thinking"
    SHOWING = "showing"


class Form(StrEnum):
    """An inflected form; PAST is a participle too where both look alike."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Reporting:
    """A printed form of a reporting verb."""

    verb: str
    form: Form
    uses: frozenset[Use]

    @property
    def past(self) -> bool:
        """Whether the form is a past form or a participle: claimed, has claimed, written."""
        return self.form in (Form.PAST, Form.PARTICIPLE)


_VERBS = {
    # "...," he said: they stand beside quotations.
    Use.QUOTING: """
        say add ask write tweet reply respond answer explain continue recall quip joke shout yell scream cry
        whisper mutter murmur exclaim declare announce note observe remark comment conclude insist argue state
        stress emphasize emphasise warn claim assert recount repeat reiterate retort counter chime interject groan
        grumble sigh snap chant sing post text muse wonder opine ponder lament complain boast brag testify
        predict suggest acknowledge admit concede confess confirm deny report demand plead beg implore promise vow
        read agree disagree caution proclaim advise tell urge bellow bark blurt deadpan fume gush holler hiss inquire
        enquire rejoin sneer stammer thunder volunteer gripe echo pray preach recite email blog scoff retweet go cut
        put shoot fire hit begin laugh smile shrug drawl
        """,
    # They allege that ...: a clause follows.
    Use.STATING: """
        allege contend dispute relay maintain profess pronounce reveal disclose imply hint signal indicate specify
        clarify forecast project propose recommend attest affirm reaffirm speculate theorize theorise hypothesize
        hypothesise protest
        object elaborate underscore underline highlight mention stipulate rule decree charge point
        """,
    # She told them that ...: a listener stands between verb and clause.
    Use.TELLING: "tell assure reassure inform notify remind convince persuade alert promise warn advise",
    # They urged him to ...
    Use.URGING: "urge instruct order encourage exhort ask tell implore beg press challenge advise warn entreat",
    # He vowed to ...: a deed of the speaker follows.
    Use.VOWING: "pledge swear threaten refuse decline offer agree vow promise",
    # She called it ...; she described it as ...
    Use.CALLING: """
        call describe label dub brand term characterize characterise portray depict compare liken equate deem hail
        tout denigrate declare proclaim
        """,
    # They condemned it: the verdict is theirs.
    Use.JUDGING: """
        accuse blame criticize criticise condemn denounce decry slam blast attack lambaste bash mock ridicule deride
        rebuke scold chide assail castigate berate chastise admonish disparage belittle deplore denigrate excoriate
        skewer taunt insult vilify demonize demonise malign praise laud applaud commend compliment congratulate
        thank salute extol endorse defend oppose reject dismiss rebut refute dispute contradict disavow repudiate
        bemoan bewail welcome scorn reprimand upbraid lampoon impugn question challenge
        """,
    # He cited it; she spoke of it.
    Use.RAISING: """
        cite quote discuss address reference invoke recite outline voice express articulate mention detail refer
        allude speak talk complain
        """,
    # Critics believe that ...
    Use.THINKING: """
        think believe know feel understand realize realise expect hope fear worry doubt suspect assume presume guess
        reckon consider regard view see hear learn judge estimate remember recognize recognise anticipate
        """,
    # A survey found that ...
    Use.SHOWING: "show find suggest indicate reveal demonstrate prove report estimate conclude",
}

# Past forms like the base, or beside the regular ones.
_PAST = {
    "read": ("read",),
    "relay": ("relayed",),
    "hear": ("heard",),
    "forecast": ("forecast",),
    "prove": ("proved", "proven"),
}
_BRITISH = {"labelled": "labeled", "labelling": "labeling", "signalled": "signaled", "signalling": "signaling"}

# Their base and -s forms are nouns more often than verbs.
OFTEN_NOUNS = frozenset(
    """
    state remark email rule report comment tweet post project term answer question challenge demand request promise
    protest address document reference estimate forecast murmur shout cry scream whisper sigh quip joke boast complaint
    advocate attack insult taunt rebuke praise blame charge
    """.split()
)

# What something is called is reported, the thing itself is not.
ONLY_CALLING = frozenset((Use.CALLING,))
# Of these only what stands behind “as” is a name: described the pier as a ruin.
DESCRIBING = frozenset("describe characterize characterise portray depict".split())

# These name nothing without “as”: saw the offer as political theatre.
SEEING = frozenset("see view regard".split())

# Verbs that report a thing as often as a clause: announced a plan, denied the claim.
TAKE_NOUNS = frozenset(
    """
    announce propose explain demand deny confirm report reveal predict promise disclose repeat reiterate recall recount
    post tweet read write quote forecast recommend protest highlight underline underscore mention detail request ask
    challenge attack question criticise criticize agree suggest stress emphasize emphasise clarify specify show find see
    hear consider regard view remember recognize recognise expect fear anticipate doubt know add echo signal answer
    maintain plead continue understand dispute affirm recite point assume presume reaffirm encourage
    """.split()
)

# Verbs that tell a speaker only beside a quotation.
ONLY_QUOTING = frozenset(
    "begin pray laugh smile shrug sigh groan drawl go cut put shoot fire hit chime volunteer".split()
)

# Verbs that report a clause alone: charged that ..., not charged the man; ruled that ..., not ruled the land.
ONLY_CLAUSES = frozenset(("charge", "rule"))

# Verbs that take a clause without “that” (felt the plan was unfair), beside the verbs of saying.
BARE_CLAUSES = frozenset("think believe feel fear hope suspect assume presume guess reckon claim argue rule".split())

# Verbs whose base form is a noun beside “that” as well: the claim that ...
NOUNS_WITH_CLAUSES = OFTEN_NOUNS | frozenset("claim hope fear doubt guess worry hint signal vow pledge show".split())

# Verbs that report only with one of these words behind them.
PARTICLES = {
    "point": ("out", "to"),
    "refer": ("to",),
    "allude": ("to",),
    "speak": ("of", "about", "out", "against"),
    "talk": ("about", "of"),
    "chime": ("in",),
    "go": ("on",),
    "shoot": ("back",),
    "fire": ("back",),
    "hit": ("back",),
    "cut": ("in",),
    "put": ("it",),
}


def _reporting_forms() -> dict[str, Reporting]:
    uses: dict[str, set[Use]] = {}
    for use, verbs in _VERBS.items():
        for verb in verbs.split():
            uses.setdefault(verb, set()).add(use)
    table: dict[str, Reporting] = {}
    for verb, its_uses in uses.items():
        base, present, ing, *past_forms = forms(verb, "verb")
        past, *participle = _PAST.get(verb) or past_forms or [verb]
        named = [(base, Form.BASE), (present, Form.PRESENT), (ing, Form.ING), (past, Form.PAST)]
        for printed, form in named + [(other, Form.PARTICIPLE) for other in participle]:
            table[printed] = Reporting(verb, form, frozenset(its_uses))
    return table | {spelling: table[other] for spelling, other in _BRITISH.items()}


REPORTING = _reporting_forms()
