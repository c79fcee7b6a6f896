"""The parts of the report that tell of evidence beyond marks and quotations."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from by_hand import comparison, evidence, ferries, several, story
from hypothesis import given, settings
from hypothesis import strategies as st
from test_html import Page

from biasdiff.model import Highlight, Place, QuotationMatch
from biasdiff.rendering.html import render
from biasdiff.rendering.words import SECTIONS

MATRIX = "told"


@pytest.fixture(scope="module")
def source():
    return render(evidence())


@pytest.fixture(scope="module")
def page(source):
    return Page(source)


def part(source, key):
    """The words of one part of a page."""
    found = re.search(rf'<section[^>]*aria-labelledby="{key}">.*?</section>', source, re.DOTALL)
    return Page(found[0]).words


def test_every_part_with_evidence_stands_in_the_page_and_in_its_list(page, source):
    listed = re.findall(r'<a href="#([a-z]+)">', re.search("<nav.*?</nav>", source)[0])
    assert listed == [key for key in SECTIONS if key != MATRIX]
    assert set(listed) <= set(page.ids)


def test_a_part_without_evidence_is_neither_shown_nor_listed():
    page = Page(render(comparison((story("a", ["One."]), story("b", ["Two."])))))
    for key in ("tensions", "headlines", "sources", "words", "figures", "only", "placements", "well", MATRIX):
        assert key not in page.ids
        assert f"#{key}" not in page.hrefs


@pytest.mark.parametrize("count", [2, 3, 8])
def test_every_link_leads_somewhere_and_ids_are_unique(count):
    page = Page(render(evidence(count)))
    assert len(page.ids) == len(set(page.ids))
    assert [href for href in page.hrefs if href.startswith("#") and href[1:] not in page.ids] == []


def test_what_stands_out_leads_to_its_sentences_and_to_its_part(source):
    assert '<a href="#A2">A2</a> <a href="#B2">B2</a> <a class="to" href="#tensions">' in source


def test_marks_that_stand_out_lead_to_their_sentence_alone():
    result = ferries()
    war = Highlight("metaphor.war", "A says so.", "Why?", (Place("a", 0, 5),))
    source = render(comparison(result.analyses, highlights=(war,)))
    assert 'See <a href="#A1">A1</a></p>' in source


def test_sentences_that_pull_apart_stand_side_by_side_with_the_question(source):
    told = part(source, "tensions")
    assert "A2 The regime shut the port." in told
    assert "B2 The council closed the port." in told
    assert told.endswith("Can both be true?")


def test_a_headline_shows_what_its_text_does_not_bear_out(source):
    told = part(source, "headlines")
    assert "A1 Port <shut> The text says “may”. A1 A5 More?" in told
    assert "B1 Port closed The rules found nothing in it that its text does not have." in told


def test_sources_show_words_verbs_and_who_is_not_named(source):
    told = part(source, "sources")
    assert "the <port> 7 reported A3 claim W2 2 no words" in told
    assert "a worker not named no words 4 quoted B4" in told


def quoted(*versions):
    """Stories that each quote one version of the same words, with a match for each pair of neighbours."""
    stories = [
        story(key, [f"She said “{words}”."], quotations=((words, "Ms Orlan"),))
        for key, words in zip("abcd", versions, strict=False)
    ]
    keys = [one.passage.id for one in stories]
    matches = [QuotationMatch(pair, (0, 0), "same", "whole") for pair in pairwise(keys)]
    return comparison(stories, quotation_matches=tuple(matches))


def test_the_same_words_in_three_stories_are_one_row():
    told = part(render(quoted("We sail.", "We sail.", "We sail.")), "quotations")
    assert told.count("We sail.") == 3
    assert "A1 and B1; B1 and C1 same words" in told


def test_words_that_stories_do_not_share_are_rows_of_their_own():
    result = quoted("We sail.", "We sail.", "We stay.", "We stay.")
    apart = tuple(match for match in result.quotation_matches if match.passages != ("b", "c"))
    source = render(replace(result, quotation_matches=apart))
    assert part(source, "quotations").count("same words Ms Orlan") == 1
    assert "A1 and B1" not in part(source, "quotations")


def test_many_sources_fold_with_their_number():
    result = evidence()
    assert "more source" not in render(result)
    many = comparison(result.analyses, sources=result.sources * 5)
    assert "2 more sources" in render(many)


def test_names_are_sorted_by_whether_the_stories_agree(source):
    told = part(source, "names")
    assert "A says “regime”. A2 Why?" in told
    assert "the <council> The regime 1 label that judges A2 The council 1 B2" in told
    assert "1 name that the stories call the same" in told
    assert "1 name in one story only" in told


def test_different_words_have_a_column_a_story(source):
    assert "the <rulers> regime A2 council B2 What does each word make you expect?" in part(source, "words")
    assert "none listed" in part(render(evidence(3)), "words")


def test_figures_tell_how_they_differ_and_who_answers_for_them(source):
    told = part(source, "figures")
    assert "300 people A3 The port 12 bookings B3 no source here different things counted A counts people." in told
    assert "1 figure that several stories give" in told
    assert "1 figure in one story only" in told


def test_what_one_story_alone_has_is_told_both_ways(source):
    told = part(source, "only")
    assert "Not found in B. Names Boats A3 Figures 300 people A3 A4 Only here “we wait & see” is said." in told
    assert "Not found in A. B4 Nobody denies it." in told


def test_a_quotation_inside_a_sentence_that_is_shown_is_not_shown_again(source):
    assert part(source, "only").count("we wait & see") == 1


def test_several_absent_stories_are_named():
    assert "Not found in B, C or D." in part(render(evidence(4)), "only")


def test_good_practice_is_told_for_each_story(source):
    told = part(source, "well")
    assert "Nothing that the rules can see." in told
    assert "Has a source for every <figure>. B3" in told


def test_praise_and_blame_show_counts_before_rates(source):
    told = part(source, "counts")
    assert "the <council> blame 2 marks, 1 graded 2 or 3; 0.4 per 100 words 0 marks" in told
    assert "the <council> praise 0 marks 1 mark, graded 1" in told


def test_rates_are_compared_in_a_word_or_the_reason_is_given(source):
    assert "A and B Loaded words no clear difference 2.00 0.50 to 4.00 0.200" in part(source, "counts")
    assert "A and C; B and C: Too short: a reason." in part(render(evidence(3)), "counts")


def test_three_stories_have_a_table_of_who_tells_what_and_two_have_none(page):
    assert MATRIX not in page.ids
    told = part(render(evidence(3)), MATRIX)
    assert "The council closed the port. A2 B2 not found" in told


def test_the_sentence_on_counts_stands_in_every_report():
    for result in (evidence(), evidence(3), ferries(), several(4)):
        assert "Unequal counts are not evidence of unfairness" in render(result)


def test_text_of_the_evidence_is_escaped_everywhere(source):
    for tag in ("<shut", "<council", "<rulers", "<port", "<figure>"):
        assert tag not in source


@given(st.text())
@settings(max_examples=60)
def test_no_title_can_leave_its_string_in_the_style(title):
    result = comparison((story("a", ["One."]), story("b", ["Two."])), title=title)
    style = re.search("<style>(.*?)</style>", render(result), re.DOTALL)[1]
    assert re.fullmatch(r'@page\{@top-left\{content:"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"\}\}', style.splitlines()[-1])
