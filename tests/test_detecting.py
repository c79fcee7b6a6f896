from biasdiff import analyze


def found(text, rule=None):
    story = analyze(text)
    return [(story.text(f.span), f.severity, f.voice) for f in story.findings if rule in (None, f.rule)]


LEAD = "Ferries stop\n\nThe port was closed on Monday.\n\n"


def test_a_loaded_word_of_the_outlet_is_found():
    assert ("valiant", 3, "outlet") in found(LEAD + "Nobody thanked the valiant crews.")


def test_quoted_words_are_not_the_outlets():
    assert ("valiant", 3, "quoted") in found(LEAD + "“Nobody thanked the valiant crews,” said Ann Bole.")


def test_reported_words_are_not_the_outlets():
    assert ("valiant", 3, "reported") in found(LEAD + "Ann Bole said that nobody thanked the valiant crews.")


def test_wording_weighs_more_in_headline_and_first_sentence():
    body = "The port was closed.\n\nIn May a fiasco followed. Then nobody sailed."
    (low,) = [s for w, s, _ in found("Ferries stop\n\n" + body, "eval.noun") if w == "fiasco"]
    (high,) = [s for w, s, _ in found("Ferry fiasco stops port\n\n" + body, "eval.noun") if w == "fiasco"][:1]
    assert high == min(3, low + 1)


def test_a_name_is_not_a_loaded_word():
    assert found(LEAD + "He sailed on the Valiant to Fellsay.", "eval.adj") == []


def test_a_denied_label_is_not_found():
    assert found(LEAD + "She is not a dictator.", "label.epithet") == []
    assert found(LEAD + "In May the dictator fled.", "label.epithet") == [("dictator", 3, "outlet")]


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
