"""Words that tell what a name stands for: titles, offices, kinds of organisations and places. Lists of our own."""

from __future__ import annotations

from functools import lru_cache

# Forms of address; those in the second line tell “he” from “she”.
COURTESY = frozenset("mr mrs ms miss mx dr prof rev sir dame lord lady baroness madam".split())
MISTER, MISSUS = frozenset(("mr", "sir", "lord")), frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness", "madam"))

# Those who head a state, a people, a town or a body: a story often calls them by their office alone.
RULERS = frozenset(
    "president premier minister chancellor leader king queen monarch emperor ruler head prince pope dictator "
    "tyrant strongman autocrat despot".split()
)
_OFFICES = """
    secretary senator congressman congresswoman governor mayor councillor councilman councilwoman alderman chief
    director chairman chairwoman chairperson chair commissioner ambassador envoy spokesman spokeswoman
    spokesperson princess duke duchess bishop archbishop cardinal imam rabbi priest vicar pastor judge justice
    prosecutor attorney lawyer solicitor barrister sheriff officer inspector detective constable sergeant
    captain colonel general admiral commander lieutenant marshal major superintendent doctor surgeon nurse
    professor lecturer principal headteacher teacher dean rector scientist researcher economist historian
    analyst expert engineer pilot driver farmer manager coach striker goalkeeper midfielder defender singer
    actor actress author writer novelist poet producer presenter host journalist reporter correspondent editor
    columnist activist campaigner candidate nominee incumbent frontrunner challenger lawmaker legislator deputy
    representative mp adviser advisor aide strategist negotiator mediator executive ceo cfo founder co-founder
    boss treasurer clerk registrar ombudsman auditor librarian master warden ranger keeper organiser organizer
    steward convener delegate spymaster speaker whip tsar czar banker architect conductor designer photographer
    counsel chief-of-staff undersecretary vice-president gov sen rep gen col sgt lt capt cmdr
    """
# Who somebody is to somebody else.
_KIN = """
    counterpart predecessor successor rival opponent ally deputy colleague friend partner neighbour neighbor
    father mother brother sister uncle aunt cousin
    """
_FAMILY = """
    husband wife widow widower son daughter nephew niece fiance fiancee boyfriend girlfriend lady
    """
_PEOPLE = """
    billionaire millionaire tycoon businessman businesswoman entrepreneur investor resident postman baker
    butcher shopkeeper barber plumber carpenter electrician mechanic cook chef waiter fisherman miner soldier
    veteran student pupil pensioner victim suspect defendant witness survivor volunteer voter nurse paramedic
    firefighter policeman policewoman politician diplomat official statesman bureaucrat backbencher newcomer
    novice star musician celebrity whistleblower champion captain
    """
# Nouns that name somebody by a judgement. They are found as names only where it is clear who is meant.
EPITHETS = frozenset(
    "dictator tyrant strongman autocrat despot firebrand hardliner maverick warmonger populist demagogue "
    "radical militant extremist rebel hero saviour savior villain thug bully crook liar clown puppet hawk dove "
    "veteran supremo kingpin ringleader troublemaker traitor patriot coward icon legend visionary crusader "
    "warlord butcher madman statesman fanatic zealot ideologue agitator".split()
)
# Of two persons named before: the two leaders.
PAIRS = frozenset("leaders presidents ministers premiers men women politicians rivals candidates".split())
# Said of somebody already named, for a change.
VARIATIONS = frozenset(
    "billionaire millionaire tycoon businessman businesswoman entrepreneur politician diplomat statesman "
    "veteran star celebrity musician newcomer novice lawmaker legislator".split()
)
OFFICES = frozenset(_OFFICES.split()) | RULERS
KIN = frozenset(_KIN.split()) | frozenset(_FAMILY.split())
# A surname alone does not mean somebody whom a story knows as somebody's wife, son or the like.
FAMILY = frozenset(_FAMILY.split())
# Words for a member of a party or camp, which stand for a person where no noun follows.
PARTISANS = frozenset("republican democrat conservative liberal socialist nationalist centrist independent".split())
# Whose side somebody is on is no part of the name: Ulden Democrat, Republican Ana Lund.
PARTIES = frozenset("republican democrat democratic".split())
# In small letters before a name, these are as often an adjective: radical Islam, major Internet.
AMBIGUOUS = PARTISANS | frozenset(
    "radical militant extremist rebel populist major general official executive principal champion".split()
)
# Titles that are never a surname, whatever word stands before them: Ulden Rep. Ana Lund.
SHORT_TITLES = frozenset("gov sen rep gen col sgt lt capt cmdr".split())
ROLES = OFFICES | KIN | EPITHETS | PARTISANS | frozenset(_PEOPLE.split())
# What may stand before an office and belongs to it: former health secretary, deputy prime minister.
MODIFIERS = frozenset(
    "former ex then acting interim deputy vice prime chief senior junior assistant associate honorary founding "
    "outgoing incoming newly-elected current late first second lead head shadow foreign home interior defence "
    "defense health finance education transport justice attorney executive managing medical police fire harbour "
    "harbor union party group company project trade environment energy science water culture labour labor "
    "agriculture security intelligence press economic housing fired ousted embattled independent national "
    "federal state local regional presidential prime-ministerial vice-presidential special longtime long-time "
    "top personal".split()
)
# Fields that tell one office from another: the transport minister is not the water minister.
FIELDS = frozenset(
    "foreign home interior defence defense health finance education transport justice police fire harbour "
    "harbor trade environment energy science water culture labour labor agriculture treasury state security "
    "intelligence vice deputy attorney press economic budget housing union company campaign executive".split()
)
# Behind these, a noun that looks like an office is part of another word: leadership race, the president's office.
COMPOUNDS = frozenset(
    "office team post job role election elections race campaign debate house residence staff board association "
    "training strike shortage shortages driver drivers pay fees uniform salary palace college".split()
)

ORGANISATIONS = frozenset(
    "university college school academy institute institution centre center council committee commission "
    "ministry department agency authority board bureau office court parliament congress senate assembly cabinet "
    "government administration party union association federation confederation league alliance coalition "
    "society club group company corporation corp inc ltd llc plc co bank fund trust foundation charity press "
    "times post journal news tribune herald gazette ledger standard chronicle guardian observer record courier "
    "packet wire telegraph mirror mail express daily weekly broadcasting network television tv radio magazine "
    "service services police constabulary army navy force forces guard corps brigade regiment hospital clinic "
    "museum library church airlines airways railways ferries buses holdings industries systems technologies "
    "partners brothers works laboratories labs studios entertainment nations organization organisation treaty "
    "inspectorate directorate secretariat embassy consulate exchange rangers united city-council friends "
    "states-general democrats republicans conservatives greens caucus legislature judiciary branch dept electric "
    "motors patrol funds contractors elementary enquirer".split()
)
# What bears a name and is neither somebody nor a place.
MATTERS = frozenset(
    "act amendment bill law doctrine plan deal accord agreement constitution bible award prize cup games olympics "
    "day eve year week month war wars relations rights affairs program programme project initiative internet".split()
)
PLACES = frozenset(
    "street road avenue lane square park bridge river lake sea ocean bay gulf strait channel island islands "
    "isle mount mountain mountains hill hills valley forest desert peninsula coast beach harbour harbor port "
    "airport station town city village county province region district state republic kingdom emirates states "
    "territory territories north south east west northern southern eastern western hall house tower castle "
    "palace stadium arena plaza dam canal cape fort heights holm sound wood woods green cross gate quay pier".split()
)
# Surnames as often as places: behind a given name they make a person.
PLACE_SURNAMES = frozenset(
    "hill hall wood woods green cross holm park gate forest field fields west banks ford".split()
)
# These stand in front: Lake Ulden, River Quill.
PLACES_IN_FRONT = frozenset("mount lake river cape fort port isle gulf bay camp".split())
DIRECTIONS = frozenset("north south east west northern southern eastern western new united".split())
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter "
    "ramadan passover mondays tuesdays wednesdays thursdays fridays saturdays sundays spring summer autumn "
    "winter".split()
)
COUNTRIES = frozenset(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh "
    "belarus belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada chad chile china colombia "
    "congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe africa asia "
    "america finland france georgia germany ghana greece guatemala haiti honduras hungary iceland india "
    "indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya korea kosovo kuwait "
    "kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg malawi malaysia mali malta mexico "
    "moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria "
    "norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia "
    "rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria "
    "taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan "
    "venezuela vietnam wales yemen zambia zimbabwe usa uk eu london paris berlin moscow kyiv washington beijing "
    "tokyo brussels rome madrid vienna geneva".split()
)
# Adjectives that do not begin as their country does.
_ODD_ADJECTIVES = {
    "french": "france", "british": "britain", "american": "usa", "dutch": "netherlands", "spanish": "spain",
    "danish": "denmark", "welsh": "wales", "swiss": "switzerland", "greek": "greece", "swedish": "sweden",
    "turkish": "turkey", "polish": "poland", "english": "england", "scottish": "scotland", "irish": "ireland",
    "finnish": "finland", "thai": "thailand", "czech": "czechia", "cypriot": "cyprus", "norwegian": "norway",
    "peruvian": "peru", "chinese": "china", "german": "germany", "uk": "britain", "america": "usa", "iraqi": "iraq",
    "israeli": "israel", "omani": "oman", "qatari": "qatar", "kuwaiti": "kuwait", "afghan": "afghanistan",
    "states": "usa", "kingdom": "britain", "european": "europe", "african": "africa", "asian": "asia",
}  # fmt: skip
_NAMES_OF_PEOPLES = ("ian", "ean", "ese", "ish", "an", "i")
_STEM = 5


def place_key(norm: str) -> str:
    """The same key for a place and for the adjective of its people: “talvia” and “talvian” -> "talvi"."""
    return _ODD_ADJECTIVES.get(norm, norm)[:_STEM]


@lru_cache(maxsize=1 << 12)
def is_adjective(norm: str) -> bool:
    """Whether a capitalised word reads as the adjective of a country or people."""
    if norm in _ODD_ADJECTIVES:
        return norm not in COUNTRIES
    if not norm.endswith(_NAMES_OF_PEOPLES) or norm in COUNTRIES or len(norm) < 5:
        return False
    return any(place_key(norm) == place_key(country) for country in _BY_STEM.get(norm[:4], ()))


_BY_STEM: dict[str, tuple[str, ...]] = {}
for _country in COUNTRIES:
    _BY_STEM[_country[:4]] = (*_BY_STEM.get(_country[:4], ()), _country)
