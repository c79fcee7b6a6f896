"""Counts, rates and places as pictures: inside their frames, readable without colour, repeated in tables."""

import pytest
from by_hand import ferries, several

from biasdiff.rendering.html import render

BOXES = """path => [...document.querySelectorAll(path)].map(one => {
    const box = one.getBoundingClientRect(), frame = one.closest("svg[role=img]").getBoundingClientRect();
    return [box.left - frame.left, frame.right - box.right];
})"""


@pytest.fixture(scope="module")
def report():
    return render(ferries())


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_stay_in_their_frames(show, report, width):
    page = show(report, width=width)
    for path in (".lines rect", ".lines circle", ".lines .figure", ".strip .bars", ".ties path"):
        boxes = page.evaluate(BOXES, path)
        assert boxes, path
        assert all(left >= -1 and right >= -1 for left, right in boxes), path
    # A mark at the very beginning or end reaches over the edge by half its size.
    assert all(left >= -7 and right >= -7 for left, right in page.evaluate(BOXES, ".strip use"))


def test_marks_of_each_kind_have_a_shape_and_a_line_of_their_own(show, report):
    page = show(report)
    marks = page.evaluate(
        "[...document.querySelectorAll('svg.strip.a > use')]"
        ".map(one => [one.getAttribute('href').slice(3), one.getAttribute('y')])"
    )
    assert {kind for kind, _ in marks} == {"wording", "stance", "sourcing"}
    assert len({y for _, y in marks}) == 3


@pytest.mark.parametrize("options", [{"forced_colors": "active"}, {"forced_colors": "active", "color_scheme": "dark"}])
def test_strong_and_mild_differ_in_forced_colours(show, report, options):
    page = show(report, **options)
    fill = "path => getComputedStyle(document.querySelector(path)).fill"
    fills = {page.evaluate(fill, f".grades .s{severity}") for severity in (1, 2, 3)}
    assert len(fills) == 3


def test_strong_and_mild_differ_in_black_and_white(show, report):
    page = show(report)
    page.emulate_media(media="print")
    fill = "path => getComputedStyle(document.querySelector(path)).fill"
    assert page.evaluate(fill, ".lines .s3") == "rgb(0, 0, 0)"
    assert len({page.evaluate(fill, f".grades .s{severity}") for severity in (1, 2, 3)}) == 3


def test_the_table_behind_the_strips_leads_to_the_sentences(show, report):
    page = show(report)
    page.get_by_text("Sentence by sentence, as a table").click()
    page.locator(".sentences a[href='#A2']").click()
    assert page.locator("#A2").evaluate("one => one.matches(':target')")


def test_paper_leaves_out_the_table_that_only_repeats_the_rows(show, report):
    page = show(report)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator(".sentences").first.is_visible()
    assert page.locator(".counts").first.is_visible()


def test_four_stories_have_four_strips_of_one_width(show):
    page = show(render(several(4)))
    widths = page.evaluate("[...document.querySelectorAll('svg.strip')].map(one => one.getBoundingClientRect().width)")
    assert len(widths) == 4
    assert len(set(widths)) == 1
