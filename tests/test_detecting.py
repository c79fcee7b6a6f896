import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff import analyze
from biasdiff.rules import RULES


def found(text, rule=None):
    story = analyze(text)
    return [(story.text(f.span), f.severity, f.voice) for f in story.findings if rule in (None, f.rule)]


LEAD = "Ferries stop\n\nThe port was closed on Monday.\n\n"


def test_a_loaded_word_of_the_outlet_is_found():
    assert ("valiant", 3, "outlet") in found(LEAD + "Nobody thanked the valiant crews.")


def test_quoted_words_are_not_the_outlets():
    assert ("valiant", 3, "quoted") in found(LEAD + "“Nobody thanked the valiant crews,” said Ann Bole.")


def test_of_others_words_the_default_shows_the_sure_and_notable():
    def shown(text, sensitivity):
        story = analyze(LEAD + text, sensitivity=sensitivity)
        return [(story.text(f.span), f.voice) for f in story.findings if f.group == "wording"]

    assert shown("Ann Bole said that the plan was an outrageous gift.", "default") == [("outrageous", "reported")]
    for deed in ("Ann Bole said that the board had trashed the plan.", "“The board trashed it,” said Ann Bole."):
        assert shown(deed, "default") == []
        assert [word for word, _ in shown(deed, "high")] == ["trashed"]
    assert shown("The board trashed the plan.", "default") == [("trashed", "outlet")]


def test_of_a_long_quotation_the_default_shows_the_strong():
    def shown(quotation, sensitivity="default"):
        story = analyze(LEAD + f"“{quotation},” said Ann Bole.", sensitivity=sensitivity)
        return [story.text(f.span) for f in story.findings if f.group == "wording"]

    short = "It was an outrageous plan and a sham"
    long = (
        "The board met in May and again in June to hear what the crews had to say of the pier and the tides. " + short
    )
    assert shown(short) == shown(long, "high") == ["outrageous", "sham"]
    assert shown(long) == ["outrageous"]


def test_whoever_says_it_loaded_wording_in_the_headline_is_shown():
    assert ("trashed", 2, "quoted") in found("‘The board trashed it’\n\nThe port was closed on Monday.\n\nIt rained.")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The vote gave jobs to cronies.", "cronies"),
        ("The sale led to carnage on the markets.", "carnage"),
        ("They had been reduced to tantrums.", "tantrums"),
    ],
)
def test_a_noun_may_follow_to(text, word):
    assert word in [printed for printed, _, _ in found(LEAD + text)]


def test_a_verb_behind_to_is_no_noun():
    assert "mob" not in [word for word, _, _ in found(LEAD + "The group meant to mob the office.")]


def test_reported_words_are_not_the_outlets_and_weigh_one():
    assert ("valiant", 1, "reported") in found(LEAD + "Ann Bole said that nobody thanked the valiant crews.")


def test_wording_weighs_more_in_headline_and_first_sentence():
    body = "The port was closed.\n\nIn May a fiasco followed. Then nobody sailed."
    (low,) = [s for w, s, _ in found("Ferries stop\n\n" + body, "eval.noun") if w == "fiasco"]
    (high,) = [s for w, s, _ in found("Ferry fiasco stops port\n\n" + body, "eval.noun") if w == "fiasco"][:1]
    assert high == min(3, low + 1)


def test_a_name_is_not_a_loaded_word():
    assert found(LEAD + "He sailed on the Valiant to Fellsay.", "eval.adj") == []


def test_what_fills_a_gap_in_a_phrase_may_be_a_name():
    assert ("held Quill Harbour to ransom", 3, "outlet") in found(LEAD + "Crews held Quill Harbour to ransom in May.")
    assert found(LEAD + "She has read Held the Town To Ransom twice.", "metaphor.war") == []


def test_a_denied_label_is_not_found():
    assert found(LEAD + "She is not a dictator.", "label.epithet") == []
    assert found(LEAD + "In May the dictator fled.", "label.epithet") == [("dictator", 3, "outlet")]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("A cut would be catastrophic for the port.", "catastrophic"),
        ("The guild launched a scathing attack on the board.", "scathing"),
    ],
)
def test_a_loaded_word_is_found_inside_a_phrase_of_another_kind(text, wording):
    story = analyze(LEAD + text)
    groups = {story.text(finding.span): finding.group for finding in story.findings}
    assert groups.pop(wording) == "wording"
    assert any(wording in phrase for phrase in groups)


@pytest.mark.parametrize("text", ["Needless to say, the port stayed open.", "Let’s be honest: the tide was high."])
def test_a_word_that_its_phrase_makes_plain_is_silent(text):
    assert [f.entry for f in analyze(LEAD + text).findings if f.group == "wording"] == []


def test_a_phrase_is_no_sign_of_its_own_literal_use():
    assert [word for word, _, _ in found(LEAD + "The spokesman sent out his attack dogs.")] == ["attack dogs"]
    assert found(LEAD + "The vet treated two attack dogs.") == []


def test_a_picture_is_drawn_even_where_it_is_denied():
    assert found(LEAD + "The clerk is not the tip of the iceberg.", "metaphor.disaster") != []
    assert found(LEAD + "The sale was no earthquake.", "metaphor.disaster") == []


def test_what_somebody_goes_without_is_taken_for_granted():
    assert found(LEAD + "The port lived on without the outrageous fees.", "eval.adj") != []
    assert found(LEAD + "The port lived on without outrageous fees.", "eval.adj") == []


@pytest.mark.parametrize(
    ("silent", "loud"),
    [
        ("The baker is no figure of derision.", "The baker is a figure of derision."),
        ("The choir is not overly greedy.", "The choir is greedy overall."),
        (
            "The question was whether the fair would be dramatic.",
            "Asked whether to go, she said the fair was dramatic.",
        ),
        ("The clerk asked her if the dean was a coward.", "If the dean was a coward, he asked nobody."),
        (
            "The board asks whether the dean had bilked the choir.",
            "The dean bilked the choir, whether it sings or not.",
        ),
        ("Nobody knew whether the dean was a bully.", "Nobody knew whether the bully would sing."),
        ("The term “crony” means a friend who gets a post.", "The word of the crony counts."),
        (
            "The label “deep state” refers to clerks who secretly plot.",
            "The word “oak” means a tree, but she is a crony.",
        ),
        ("She rejected her image as a mean bully.", "She rejected her image, as the bully had."),
        ("The dean denied ever calling the baker a bigot.", "The dean denied the leak and called the baker a bigot."),
        ("The dean denied that he was ever a bigot.", "The dean, who denied the leak, is a bigot."),
        ("The guild feared for its image as a bully.", "The guild acted as a bully."),
        ("“You said that I am a racist,” the clerk told the dean.", "“You are a racist,” the clerk told the dean."),
        ("“My arrogant words were wrong,” the dean wrote.", "“My arrogant neighbour sang,” the dean wrote."),
        ("“Sorry that I was so arrogant,” the dean wrote.", "“Sorry that the choir was so arrogant,” the dean wrote."),
    ],
)
def test_words_put_on_nobody_else_are_silent(silent, loud):
    def loaded(text):
        return [finding.entry for finding in analyze(LEAD + text).findings if finding.group == "wording"]

    assert loaded(silent) == []
    assert loaded(loud)


def test_boilerplate_is_never_marked():
    assert (
        found(
            LEAD
            + "Nobody sailed.\n\nThis story appeared in The Valiant Dictator and has been reproduced with permission"
        )
        == []
    )


def test_a_figure_without_a_source_is_found():
    assert found(LEAD + "More than 400 workers left in a week.\n\nIt rained.", "unattributed_figure")


def test_deaths_without_a_source_weigh_most():
    assert [
        s for _, s, _ in found(LEAD + "It went on. Over 700 soldiers died there.\n\nIt rained.", "unattributed_figure")
    ] == [3]


def test_a_figure_with_a_source_beside_it_is_silent():
    assert found(LEAD + "More than 400 workers left in a week, the port office said.", "unattributed_figure") == []
    assert (
        found(
            LEAD + "More than 400 workers left. The figure is from a survey, the port office said.",
            "unattributed_figure",
        )
        == []
    )


def test_a_company_answers_for_its_results():
    lede = "Kestrel Foods reported a fall in profit on Tuesday. "
    later = "Revenue rose 2 percent to 918 million crowns."
    assert found(LEAD + lede + "It rained. " + later, "unattributed_figure") == []
    assert found(LEAD + "It rained. " + later, "unattributed_figure") != []
    assert found(LEAD + lede + "It rained. Some 400 workers left.", "unattributed_figure") != []


def test_dates_ages_and_years_are_no_figures():
    assert (
        found(LEAD + "On 12 May 2026 Ann Bole, 41, sailed at 4am for the third time since 1998.", "unattributed_figure")
        == []
    )


def test_a_headline_in_quotation_marks_that_nobody_says_is_found():
    story = "Crews ‘hold port to ransom’\n\nThe crews stopped work. “We are tired,” said Ann Bole."
    assert [w for w, _, _ in found(story, "quotation.claim_quote")] == ["hold port to ransom"]


def test_a_headline_quotation_that_the_story_bears_out_is_silent():
    story = "Crews ‘tired of waiting’\n\nThe crews stopped work. “We are tired of waiting,” said Ann Bole."
    assert found(story, "quotation.claim_quote") == []


def test_quoting_one_word_is_the_outlets_act():
    (one,) = found(LEAD + "The crews insist that the long dispute is about “safety” at sea.", "quotation.partial")
    assert one == ("safety", 1, "outlet")


def test_a_title_in_quotation_marks_is_silent():
    assert found(LEAD + "The crews read “Night Boats” on the quay that morning.", "quotation.partial") == []


def test_findings_stand_in_the_order_of_the_text():
    spans = [f.span for f in analyze(LEAD + "The dictator sent valiant crews into a meat grinder.").findings]
    assert spans == sorted(spans)


def entries(text, **options):
    return [f.entry for f in analyze(LEAD + text, **options).findings]


# Parts of speech, idioms, names, negation.


@pytest.mark.parametrize(
    ("loud", "silent", "entry"),
    [
        ("It was a gripping debate.", "Fear was gripping the town.", "gripping"),
        ("A disturbing letter came by post.", "Boats were disturbing the seals.", "disturbing"),
    ],
)
def test_an_adjective_with_an_object_is_a_verb(loud, silent, entry):
    assert entries(loud)
    assert entry not in entries(silent)


def test_a_title_in_quotation_marks_is_no_judgement():
    assert entries("The class read “Brave New World” in May.") == []


def test_a_phrase_is_shown_by_its_telling_words():
    assert [w for w, *_ in found(LEAD + "The mayor touted the new pier for an hour.", "eval.verb")] == ["touted"]
    assert [w for w, *_ in found(LEAD + "The crew trampled on the rules.", "eval.verb")] == ["trampled on"]


# Reporting verbs, minds, sources, forecasts: what must hold around the words.


def test_a_reporting_verb_is_surer_where_it_reports():
    (sure,) = [
        f for f in analyze(LEAD + "Ann Bole insisted that the pier was safe.").findings if f.rule == "attribution.verb"
    ]
    assert sure.confidence == "high"


def test_a_reporting_verb_that_reports_nothing_is_silent():
    assert found(LEAD + "Families may claim at the desk until May.", "attribution.verb") == []


def test_the_mind_of_a_person_told_as_fact_is_found():
    assert [w for w, *_ in found(LEAD + "Ann Bole wants the pier to close.", "mental_state")] == ["wants"]
    assert [w for w, *_ in found(LEAD + "The treasurer fears losing the vote.", "mental_state")] == ["fears losing"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bole said that the mayor wants the pier to close.",
        "“The mayor wants the pier to close,” said Ann Bole.",
        "The plant wants water twice a week.",
        "It wants two minutes to noon.",
    ],
)
def test_minds_told_by_others_and_things_without_one_are_silent(text):
    assert found(LEAD + text, "mental_state") == []


def test_an_unnamed_source_is_found_and_one_named_at_once_is_not():
    assert found(LEAD + "Analysts believe that the port will close.", "source.vague_group")
    assert found(LEAD + "Analysts at the Bank of Alder believe that the port will close.", "source.vague_group") == []
    assert found(LEAD + "Experts such as Ann Bole say that the port will close.", "source.vague_group") == []


def test_a_group_is_named_where_one_of_it_speaks_by_name_right_behind():
    eels = LEAD + "Eel advocates said the ban is wrong. “Eels feel it,” said Ann Teller, "
    assert found(eels + "mayor of Osterly.", "source.vague_group")
    assert found(eels + "director of the Eel Guild.", "source.vague_group") == []
    law = LEAD + "Legal scholars say the roof law is old. “It dates from 1800,” said Ann Bole, a law professor."
    assert found(law, "source.vague_group") == []


def test_a_word_between_two_names_is_a_verb():
    assert found(LEAD + "The Gazette alleged Quill hid nine chairs.", "hedge") == []
    assert found(LEAD + "The alleged theft took place on a Sunday.", "hedge")


def test_a_forecast_is_found_and_a_date_is_not():
    assert found(LEAD + "The port is expected to lose more jobs.", "speculation")
    assert found(LEAD + "The court is expected to meet on Monday.", "speculation") == []


# Figures that nobody need answer for.


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested two men and took 14 people home.",
        "Shares closed 2 percent higher at 41 dollars.",
        "The ferry runs 38 miles north of the town.",
        "The census counted 41,000 people in the county.",
        "Rovers won in front of the sea after they scored 3 goals in 20 minutes.",
        "Ann Bole, 41, lives at 12 Harbour Road.",
    ],
)
def test_small_measured_and_counted_figures_are_silent(text):
    assert found(LEAD + text + "\n\nIt rained.", "unattributed_figure") == []


def test_a_limit_that_a_rule_sets_is_silent():
    assert (
        found(LEAD + "The new fee is for mills worth at least $3 million.\n\nIt rained.", "unattributed_figure") == []
    )
    assert found(LEAD + "The gale cost the mills at least $3 million.\n\nIt rained.", "unattributed_figure")


def test_a_rate_by_the_clock_weighs_more_than_a_share():
    (rate,) = found(
        LEAD + "The island loses two football fields of land a minute.\n\nIt rained.", "unattributed_figure"
    )
    (share,) = found(LEAD + "The island has lost 20 percent of its land.\n\nIt rained.", "unattributed_figure")
    assert rate[1] > share[1]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "Forests go at a rate of two football pitches-worth of trees every hour.",
            "two football pitches-worth of trees every hour",
        ),
        ("The coast loses a tennis court of beach every six hours.", "a tennis court of beach every six hours"),
        ("The spill covers the size of 40 football fields.", "40 football fields"),
        ("That would fill 400 Olympic swimming pools.", "400 Olympic swimming pools"),
    ],
)
def test_a_vivid_unit_is_a_figure_that_needs_a_source(text, figure):
    assert [one[0] for one in found(LEAD + text + "\n\nIt rained.", "unattributed_figure")] == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "The council will build two football pitches and a tennis court behind the school.",
        "The zoo keeps four elephants, and two swimming pools are open on Sunday.",
        "The coast loses two football fields of beach a minute, the survey office said.",
        "They have a football field.",
    ],
)
def test_fields_and_pools_that_are_meant_or_sourced_are_silent(text):
    assert found(LEAD + text + "\n\nIt rained.", "unattributed_figure") == []


# Records, leaders for states, repetition.


def test_a_record_over_time_is_found():
    (one,) = found(LEAD + "It was the driest harvest on the island so far.", "superlative")
    assert one[0] == "driest harvest on the island so far"


@pytest.mark.parametrize(
    "text",
    [
        "The latest ferry left at noon, so far on time.",
        "She spent her best years in the west.",
        "Ann Bole said it was the driest harvest on the island so far.",
    ],
)
def test_other_words_in_est_and_records_told_by_others_are_silent(text):
    assert found(LEAD + text, "superlative") == []


LEADER = LEAD + "The envoy met President Ilia Castor of Vandia. "


@pytest.mark.parametrize(
    "text",
    [
        "Castor’s missiles fell on the port.",
        "Castor invaded in March.",
        "The war has cost Castor thousands of troops.",
        "He spoke of aggression by Castor.",
    ],
)
def test_a_leader_in_the_place_of_a_state_is_found(text):
    assert found(LEADER + text, "syntax.personification")


@pytest.mark.parametrize(
    "text", ["Castor’s wife opened the fair.", "Castor’s war on waste goes on.", "Castor attacked the budget."]
)
def test_a_leaders_own_acts_are_silent(text):
    assert found(LEADER + text, "syntax.personification") == []


def test_nobody_is_a_leader_unless_the_story_says_so():
    assert found(LEAD + "Castor’s missiles fell on the port.", "syntax.personification") == []


def test_a_loaded_phrase_told_twice_is_found_the_second_time():
    story = LEAD + "Crews went into a meat grinder. It rained. Nobody came back from the meat grinder."
    assert [w for w, *_ in found(story, "repetition")] == ["meat grinder"]


def test_a_phrase_of_two_voices_is_no_repetition():
    story = LEAD + "Crews went into a meat grinder. “It is a meat grinder,” said Ann Bole."
    assert found(story, "repetition") == []


@given(st.text(max_size=300))
def test_findings_lie_inside_any_text(text):
    story = analyze(text, sensitivity="high")
    assert all(0 <= f.span.start < f.span.end <= len(text) and 1 <= f.severity <= 3 for f in story.findings)
    assert all(f.rule in RULES and f.message for f in story.findings)


@pytest.mark.parametrize("sensitivity", ["default", "high"])
def test_swapping_two_sides_changes_no_finding(sensitivity):
    story = (
        LEAD + "The radical left fears losing. Left-wing media claim that liberal elites lie, a far-left source said."
    )
    other = (
        LEAD
        + "The radical right fears losing. Right-wing media claim that conservative elites lie, a far-right source said."
    )
    first, second = (analyze(text, sensitivity=sensitivity).findings for text in (story, other))
    assert [(f.rule, f.severity, f.voice) for f in first] == [(f.rule, f.severity, f.voice) for f in second]


@pytest.mark.parametrize(
    "text", ["Rovers crushed United 5-0 at home.", "The striker hammered his old club in the league."]
)
def test_a_match_report_may_crush_and_hammer(text):
    assert found(LEAD + text, "eval.verb") == []


@pytest.mark.parametrize("tools", ["They had a single torch.", "Hammers may be used.", "Hammers and tape were sold."])
def test_a_tool_is_no_verb(tools):
    assert found(LEAD + tools, "eval.verb") == []


def test_a_party_may_be_called_a_league():
    assert found(LEAD + "The party squandered its lead and trails the Home League.", "eval.verb") != []
    assert found(LEAD + "The club squandered its lead in the league.", "eval.verb") == []


def test_a_vote_is_no_match():
    assert found(LEAD + "The committee voted 9-4 and slammed the mayor, who lost.", "eval.verb")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Veld called the ferry “a swindle” on Monday.", ["a swindle"]),
        ("The “cure” closed nine schools.", ["cure"]),
        ("Shops refused the rowers on “river freedom” grounds.", ["river freedom"]),
        ("Veld called the ferry “a swindle.”\n\n“That ferry is a swindle and everybody knows it,” she said.", []),
        ("The rowers’ “coxing” rule needs nine votes to change.", []),
        ("The club relies on what is known as a “blind bid” in spring.", []),
        ("Veld spoke on the radio show “Ask the Baker” for an hour.", []),
        ("When he used the word “ferry” he meant a raft.", []),
        ("“It’s crooked,” Veld said of the ferry on Monday.", []),
    ],
)
def test_few_words_in_marks_are_shown_where_the_reader_cannot_see_the_rest(text, marked):
    assert [words for words, _, _ in found(LEAD + text, "quotation.partial")] == marked


def test_the_mark_ends_with_the_words_and_not_with_what_follows():
    assert ("warned", 1, "outlet") in found(LEAD + "The panel warned the dam would crack.")
    assert ("seized on", 1, "outlet") in found(LEAD + "The mayor seized on the letter.")
    assert ("ranted", 2, "outlet") in found(LEAD + "The mayor ranted about the fee.")


def test_a_guess_about_readers_does_not_weigh_more_at_the_top():
    text = "Ferries stop\n\nThe rowers trotted off the pier.\n\n" + "It rained on Monday.\n\n" * 9
    assert found(text, "readers.marked") == [("trotted", 1, "outlet")]
