import re
from dataclasses import replace

import pytest
from by_hand import comparison, ferries, link, profile, several, story
from hypothesis import given, settings
from hypothesis import strategies as st

from biasdiff.model import Count, Rate, Span, Tone
from biasdiff.rendering.html import render
from biasdiff.rendering.report.charts import WIDEST, count_chart, rate_chart
from biasdiff.rendering.report.counts import count_groups, rates
from biasdiff.rendering.report.ruler import UNITS, Ruler
from biasdiff.rendering.report.strips import places


def counted(*profiles):
    result = comparison(several(len(profiles)).analyses, profiles=profiles)
    return count_chart(result, count_groups(result))


def rated(*profiles):
    result = comparison(several(len(profiles)).analyses, profiles=profiles)
    return rate_chart(result, rates(result))


def test_a_bar_is_as_long_as_its_count_and_the_longest_takes_the_width():
    counts = (Count("wording", 3, 1, 0, 0), Count("wording", 1, 3, 5, 5))
    chart = counted(profile("a", counts=counts), profile("b", counts=(Count("wording", 2, 2, 0, 0),)))
    (group,) = chart.groups
    a, b = group.bars
    assert [(bar.severity, bar.at, bar.width) for bar in a.bars] == [
        (3, 0, WIDEST / 4),
        (1, WIDEST / 4, WIDEST * 3 / 4),
    ]
    assert [bar.width for bar in b.bars] == [WIDEST / 2]
    assert (a.numbers, b.numbers) == ("1 + 3", "2")
    assert chart.text == "Loaded words: A 1 strong, 3 mild; B 2 an editor would ask."


def test_words_of_others_make_no_bar():
    others = (Count("stance", 1, 0, 2, 3),)
    assert counted(profile("a", counts=others), profile("b")) is None
    chart = counted(profile("a", counts=(*others, Count("wording", 1, 1, 0, 0))), profile("b"))
    assert [group.title for group in chart.groups] == ["Loaded words"]


def test_a_story_without_marks_of_a_group_has_a_nought():
    chart = counted(profile("a", counts=(Count("wording", 3, 1, 0, 0),)), profile("b"))
    assert chart.groups[0].bars[1].numbers == "0"
    assert chart.text.endswith("B none.")


def test_a_dot_stands_inside_its_interval_and_under_the_end_of_the_scale():
    chart = rated(
        profile("a", rates=(Rate("wording", 1.5, 0.5, 3.7),)), profile("b", rates=(Rate("wording", 0.0, 0.0, None),))
    )
    a, b = chart.groups[0].dots
    low, high = a.interval
    assert 0 < low < a.at < high < WIDEST
    assert (b.at, b.interval) == (0, None)
    assert [value for _, value in chart.scale] == [0, 1, 2, 3, 4]
    assert chart.text == "Loaded words: A 1.5 per 100 words, 0.5 to 3.7; B 0, no mark, so no interval."


def test_a_story_too_short_for_rates_has_no_dot_and_the_text_says_why():
    chart = rated(
        profile("a", rates=(Rate("wording", 1.5, 0.5, 3.7),)), profile("b", rates=(Rate("wording", None, None, None),))
    )
    assert [dot.story for dot in chart.groups[0].dots] == ["a"]
    assert chart.text.endswith("B too short for a rate.")


def test_no_rates_make_no_chart():
    short = (Rate("wording", None, None, None),)
    assert rated(profile("a", rates=short), profile("b", rates=short)) is None


@given(st.floats(0, 100, exclude_min=True))
def test_every_rate_fits_on_the_scale(rate):
    chart = rated(profile("a", rates=(Rate("wording", rate, 0, rate),)), profile("b"))
    assert chart.groups[0].dots[0].at <= WIDEST
    assert 2 <= len(chart.scale) <= 8


def test_marks_stand_on_the_lane_of_their_group_where_their_words_are():
    left = places(ferries()).strips[0]
    spots = {spot.title: spot for spot in left.spots}
    firebrand, claimed = spots["A2 L3 firebrand"], spots["A2 W2 claimed"]
    assert firebrand.at < claimed.at
    assert (firebrand.css, firebrand.shape, claimed.shape) == ("s3", "i-wording", "i-sourcing")
    assert (firebrand.y, claimed.y) == (left.heights.lanes[0][1], left.heights.lanes[2][1])


def test_marks_on_words_of_others_have_the_smaller_shape():
    left = places(ferries()).strips[0]
    assert {spot.title: spot.shape for spot in left.spots}["A2 (L1) tired"] == "o-wording"


def test_boilerplate_takes_no_room():
    ruler = Ruler(ferries().analyses[0])
    assert 4 not in ruler.told
    last = ruler.told[3]
    assert ruler.at(last, last.span.end) == UNITS


def test_a_strip_says_in_words_what_it_shows():
    text = places(ferries()).strips[0].text
    assert text == (
        "Loaded words: A1–A2. Certainty: A3. Who says so: A2. Quotation marks: none."
        " Quoted words: A3. Reported words: A2."
    )


def test_a_row_stands_behind_the_strip_for_each_sentence_with_something_to_see():
    left = places(ferries()).strips[0]
    assert [line.number for line in left.lines] == ["A1", "A2", "A3"]
    second = left.lines[1]
    assert second.marks == (("L3", "firebrand"), ("W2", "claimed"), ("(L1)", "tired"))
    assert (second.voices, second.emotion) == ("reported", "−0.44")


def test_a_link_that_moved_is_drawn_apart_and_named():
    between = places(ferries()).ties
    assert between.straight.count("M") == 2
    assert between.moved.count("M") == 1
    assert between.text == "Links that stand in another order: A3 and B2."


def test_links_are_drawn_between_two_stories_only():
    assert places(several(2)).ties
    assert places(several(3)).ties is None


def test_two_strips_stand_face_to_face_and_more_in_one_direction():
    upper, lower = places(several(2)).strips
    assert upper.heights.band > upper.heights.tone
    assert lower.heights.band < lower.heights.tone
    assert len({strip.heights for strip in places(several(3)).strips}) == 1


def test_unpleasant_words_make_a_bar_down_and_pleasant_ones_a_bar_up():
    result = several(2)
    tone = (Tone(0, 0.5, ()), Tone(1, -0.25, ()))
    result = replace(result, profiles=(profile("a", tone=tone), profile("b")))
    first, second = re.findall(r"v(-?[\d.]+)", places(result).strips[0].tone)
    assert (float(first), float(second)) == (-8, 4)


def test_a_story_without_sentences_has_no_strip():
    empty = story("a", [""], roles=("boilerplate",))
    result = comparison((empty, story("b", ["One."])))
    assert [strip.story for strip in places(result).strips] == ["b"]
    assert render(result)


def test_a_long_story_has_no_gaps_and_few_numbers():
    lines = [f"Sentence {index} stands here." for index in range(400)]
    result = comparison((story("a", lines), story("b", lines)), [link(0, 0)])
    strip = places(result).strips[0]
    assert strip.gaps == ""
    assert 2 <= len(strip.numbers) <= 9


@settings(max_examples=80)
@given(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=20), min_size=1, max_size=8))
def test_sentences_lie_on_the_ruler_in_order_and_fill_it(lines):
    ruler = Ruler(story("a", lines))
    pieces = [ruler.piece(sentence, sentence.span) for sentence in ruler.told.values()]
    assert pieces[0][0] == 0
    assert all(first <= UNITS and width >= 1 for first, width in pieces)
    assert [first for first, _ in pieces] == sorted(first for first, _ in pieces)
    assert ruler.at(ruler.told[len(lines) - 1], ruler.told[len(lines) - 1].span.end) == UNITS


def test_a_span_over_two_sentences_is_cut_at_their_ends():
    ruler = Ruler(story("a", ["One two.", "Three four."]))
    first = ruler.told[0]
    start, width = ruler.piece(first, Span(4, 15))
    assert start + width == ruler.at(first, first.span.end)


@pytest.mark.parametrize("id", ["count-chart", "rate-chart", "strip-a", "strip-b", "ties"])
def test_every_picture_has_its_name_and_its_words(id):
    page = render(ferries())
    assert f'role="img" aria-labelledby="{id}-title {id}-text"' in page
    assert f'<title id="{id}-title">' in page
    assert f'<desc id="{id}-text">' in page


def test_pictures_have_their_numbers_in_tables_too():
    page = render(ferries())
    for summary in ("The counts as a table", "The rates as a table", "Sentence by sentence, as a table"):
        assert f"<summary>{summary}" in page
