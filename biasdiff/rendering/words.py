"""The plain words in which a page speaks of groups, severities, voices, links and quotations."""

from __future__ import annotations

from datetime import date

from biasdiff.model import (
    Coverage,
    EditKind,
    FigureRelation,
    Group,
    Link,
    LinkKind,
    MatchStatus,
    NameForm,
    OutletSource,
    Role,
    SourceKind,
    Speakers,
    Voice,
)

GROUPS: dict[Group, tuple[str, str]] = {
    "wording": ("L", "Loaded words"),
    "stance": ("C", "Certainty"),
    "sourcing": ("W", "Who says so"),
    "quotation": ("Q", "Quotation marks"),
}
_MONTHS = "January February March April May June July August September October November December".split()
SEVERITIES = {3: "strong", 2: "an editor would ask", 1: "mild"}
VOICES: dict[Voice, str] = {"outlet": "the outlet’s own", "reported": "reported", "quoted": "quoted"}
# Which sentences are shown, by the value that the address of a view carries.
ROWS = {
    "all": "all",
    "linked": "linked ones",
    "moved": "moved ones",
    "only": "those in one story only",
    "marked": "those with marks",
}
LINKS: dict[LinkKind, str] = {"quotation": "same quotation", "same": "same statement", "partial": "partly the same"}
HALF_SURE = 0.5
WHO_ALONE = "They share who acts or speaks, and hardly more."
# Names differ nearly everywhere (Hale, Mr Hale), so they are shaded and not called out.
EDIT_KINDS: dict[EditKind, str] = {"number": "a number", "negation": "a negation"}
BY_PERSON = "Set by a person, in a links file."
SPEAKERS: dict[Speakers, str] = {"different": "different speakers"}
FORMS: dict[NameForm, str] = {
    "full": "full name",
    "titled": "with title",
    "office": "with office",
    "surname": "surname",
    "first": "first name",
    "description": "description",
    "judgement": "label that judges",
}
SAME = "same words"
STATUSES: dict[MatchStatus, str] = {
    "same": SAME,
    "punctuation": "punctuation differs",
    "bracketed": "editor’s brackets",
    "altered": "a word differs",
}
COVERAGES: dict[Coverage, str] = {"whole": "", "truncated": "cut", "fragment": "fragment"}
OUTLET_SOURCES: dict[OutletSource, str] = {"guess": "(guessed from the text)", "file": "(from the name of the file)"}
# The parts of a report, in their order.
SECTIONS = {
    "standouts": "What stands out",
    "told": "Who tells what",
    "side": "Side by side",
    "headlines": "Headlines",
    "tensions": "Statements that pull apart",
    "quotations": "Quotations",
    "sources": "Who gets to speak",
    "names": "Who is called what",
    "words": "Different words for one thing",
    "figures": "Figures",
    "only": "In one story only",
    "placements": "Early here, late there",
    "well": "Done well",
    "counts": "Counts",
    "limits": "Limits",
}
SOURCES: dict[SourceKind, str] = {"person": "", "body": "", "unnamed": "not named", "vague": "not said who"}
FIGURES: dict[FigureRelation, str] = {
    "same": "same figure",
    "counted": "counted as other things",
    "differs": "figures differ",
    "things": "different things counted",
}
NO_SOURCE = "no source here"
BESIDE = "named beside it"
DIRECTIONS = {"+": "praise", "-": "blame"}
CONTRASTS = {"no clear difference": "no clear difference", "some": "some difference", "clear": "clear difference"}
# What a sentence is called in the style sheet; body and boilerplate look as their row does.
ROLES: dict[Role, str] = {"headline": "headline", "deck": "deck"}


def whose(voice: Voice, label: str) -> str:
    """Whose words a mark stands in, and whether they count for the outlet."""
    return {
        "outlet": f"{label}’s own words",
        "reported": "reported words, not counted",
        "quoted": "quoted words, not counted",
    }[voice]


def key(group: Group, severity: int, voice: Voice) -> str:
    """The short sign at a mark: a letter and the severity, in brackets where the words are not the outlet’s own."""
    sign = f"{GROUPS[group][0]}{severity}"
    return sign if voice == "outlet" else f"({sign})"


def kind(link: Link) -> str:
    """The kind of a link; “perhaps” where it is doubtful."""
    return f"{'' if link.sure else 'perhaps '}{LINKS[link.kind]}"


def how_sure(link: Link) -> str:
    """Who set a link, or how likely it is; of one that joins the same people alone, that it does."""
    if link.by_person:
        return BY_PERSON
    likely = link.sure or link.score < HALF_SURE
    return f"How sure: {min(link.score, 0.99):.2f} of 1." if likely else WHO_ALONE


def signed(value: float) -> str:
    """A number with its sign, two decimals, and a true minus."""
    return f"{value:+.2f}".replace("-", "−") if value else "0"


def day(iso: str) -> str:
    """“12 May 2026” for “2026-05-12”; anything else as it stands."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
