"""Search, order, one pair at a time, citations, and the view in the address."""

import time

import pytest
from by_hand import comparison, ferries, link, long, several, story

from biasdiff.rendering.html import render

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


REFUSE = "void (navigator.clipboard.writeText = () => Promise.reject(new Error()))"


@pytest.fixture(scope="module")
def report():
    return render(ferries())


@pytest.fixture(scope="module")
def moved():
    """Two stories of five sentences; the first of A answers the last of B, and its second two of B."""
    left = story("a", [f"Left {word}." for word in ("one", "two", "three", "four", "five")])
    right = story("b", [f"Right {word}." for word in ("one", "two", "three", "four", "five")])
    links = [link(0, 4, moved=True), link(1, (0, 1)), link(2, 2)]
    return render(comparison((left, right), links))


def fragment(page):
    return page.evaluate("location.hash")


def wait_for(page, condition):
    """The page's policy does not let Playwright poll by itself."""
    end = time.monotonic() + 10
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(20)


def search(page, words):
    page.locator("#q").fill(words)
    wait_for(page, "document.getElementById('found').textContent.includes('found')")


def shown(page, side):
    """The numbers of the sentences in a column, from top to bottom."""
    numbers = f"[...document.querySelectorAll('.{side} .n')].filter(one => one.checkVisibility())"
    return page.evaluate(f"{numbers}.map(one => one.textContent)")


# Search


def test_search_shows_the_sentences_with_the_words_and_says_how_many(show, report):
    page = show(report)
    search(page, "walkout")
    assert page.locator("#found").text_content() == "2 sentences found"
    assert (shown(page, "left"), shown(page, "right")) == (["A2"], ["B3"])
    search(page, "TALKS")
    wait_for(page, "document.getElementById('found').textContent === '1 sentence found'")
    assert shown(page, "right") == ["B4"]


def test_how_many_were_found_stands_in_a_live_region(show, report):
    page = show(report)
    assert page.locator("#found").and_(page.get_by_role("status")).count() == 1


def test_words_found_are_lit_where_they_stand(show, report):
    page = show(report)
    search(page, "boats were safe")
    lit = "[...CSS.highlights.get('found')].map(String)"
    assert set(page.evaluate(lit)) == {"boats were safe"}


@pytest.mark.parametrize("typed", ["“the boats", '"the boats', "THE BOATS"])
def test_search_minds_neither_capitals_nor_the_kind_of_quotation_marks(show, report, typed):
    page = show(report)
    search(page, typed)
    assert page.locator("#found").text_content() == "2 sentences found"


def test_a_number_of_a_sentence_can_be_searched(show, report):
    page = show(report)
    search(page, "b4")
    assert shown(page, "right") == ["B4"]


def test_search_finds_nothing_quietly(show, report):
    page = show(report)
    search(page, "zeppelin")
    assert page.locator("#found").text_content() == "0 sentences found"
    assert page.complaints == []


def test_slash_goes_to_the_search_and_escape_clears_it(show, report):
    page = show(report)
    page.keyboard.press("/")
    page.keyboard.type("walkout")
    wait_for(page, "document.getElementById('found').textContent !== ''")
    assert page.locator("#q").input_value() == "walkout"
    page.keyboard.press("Escape")
    wait_for(page, "document.getElementById('found').textContent === ''")
    assert len(shown(page, "left")) == 5


def test_the_key_can_be_switched_off(show, report):
    page = show(report, "#keys=0")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_search_opens_a_pair_of_stories_with_something_found_where_none_is_open(show):
    page = show(render(several(3)))
    page.locator("#ab > summary").click()
    search(page, "Only c")
    assert page.locator("#ac").get_attribute("open") is not None


def test_after_a_search_far_down_the_first_row_is_in_sight(show):
    page = show(render(long(300)), "#A290")
    search(page, "year 3 ")
    assert 0 <= page.evaluate("document.getElementById('A4').getBoundingClientRect().top") < 900


# Which sentences, in which order


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("rows", "left", "right"),
    [("linked", ["A1", "A2", "A3"], ["B2", "B1", "B3"]), ("moved", ["A3"], ["B2"]), ("only", ["A4"], ["B4"])],
)
def test_rows_of_one_kind_can_be_shown_alone(show, report, scripts, rows, left, right):
    page = show(report, java_script_enabled=scripts)
    page.locator(".filters > summary").click()
    page.select_option("#rows", rows)
    visible = [line.text_content() for line in page.locator(".left .n:visible").all()]
    assert visible == left
    assert sorted(line.text_content() for line in page.locator(".right .n:visible").all()) == sorted(right)


def test_rows_follow_the_order_of_either_story(show, moved):
    page = show(moved)
    first = shown(page, "left"), shown(page, "right")
    assert first == (["A1", "A2", "A3", "A4", "A5"], ["B5", "B1", "B2", "B3", "B4", "B5"])
    page.locator(".filters > summary").click()
    page.select_option("#order", "right")
    assert shown(page, "right") == ["B1", "B2", "B3", "B4", "B5"]
    assert shown(page, "left") == ["A1", "A2", "A3", "A4", "A5", "A1"]
    page.select_option("#order", "left")
    assert (shown(page, "left"), shown(page, "right")) == first


def test_links_hold_in_either_order(show, moved):
    page = show(moved, "#order=right")
    page.locator(".moved .tie a:visible").click()
    wait_for(page, "location.hash === '#A1-place&order=right'")
    page.locator("[id='A1-place']").wait_for()
    page.locator(".place:visible .tie a").click()
    wait_for(page, "location.hash === '#B5&order=right'")


def test_a_link_to_a_place_that_this_order_lacks_leads_to_the_sentence(show, moved):
    page = show(moved, "#B5-place&order=right")
    assert page.locator("#B5").is_visible()
    assert page.locator("#A1-place").is_visible()


# The view in the address


def test_what_is_changed_stands_in_the_address_and_nothing_else(show, report):
    page = show(report)
    assert fragment(page) == ""
    page.locator("#show-wording").uncheck()
    search(page, "crews")
    assert fragment(page) == "#wording=0&q=crews"
    page.locator("#show-wording").check()
    page.locator("#q").fill("")
    wait_for(page, "location.hash === ''")


def test_an_address_brings_its_view(show, report):
    page = show(report, "#wording=0&s1=0&rows=linked&order=right&q=crews")
    assert not page.locator("#show-wording").is_checked()
    assert page.locator("#rows").input_value() == "linked"
    assert page.locator("#order").input_value() == "right"
    assert page.locator("#found").text_content() == "4 sentences found"


def test_an_address_of_a_search_leads_to_what_was_found(show):
    page = show(render(long(60)), "#q=year 40 ")
    assert page.locator("#A41").is_visible()
    assert 0 < page.evaluate("document.getElementById('A41').getBoundingClientRect().top") < 900


def test_pairs_stand_side_by_side(show, report):
    page = show(report)
    left, right = (page.locator(f"#{id}").bounding_box() for id in ("A2", "B3"))
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2


def test_an_address_with_a_place_and_a_view_leads_to_the_place(show, report):
    page = show(report, "#B4&stance=0")
    wait_for(page, "document.querySelector(':target')?.id === 'B4'")
    assert fragment(page) == "#B4&stance=0"
    top = page.evaluate("document.getElementById('B4').getBoundingClientRect().top")
    assert 0 < top < 900


def test_a_link_keeps_the_view_and_the_way_back_brings_it_again(show, report):
    page = show(report, "#stance=0")
    page.locator("#A2 .n").click()
    wait_for(page, "location.hash === '#A2&stance=0'")
    page.locator("#A4 .n").click()
    wait_for(page, "location.hash === '#A4&stance=0'")
    page.locator("#show-stance").check()
    page.go_back()
    wait_for(page, "location.hash === '#A2&stance=0'")
    assert not page.locator("#show-stance").is_checked()
    wait_for(page, "document.querySelector(':target').id === 'A2'")


def test_a_link_to_a_sentence_that_is_filtered_out_shows_it(show, report):
    page = show(report, "#q=walkout")
    page.locator(".see a").first.click()
    wait_for(page, "document.querySelector(':target').checkVisibility()")
    assert page.locator("#q").input_value() == ""


@pytest.mark.parametrize(
    "address",
    [
        "#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "#rows=nonsense&order=%00",
        "#pair=side",
        "#&&==&pair",
        "#%E0%A4%A",
    ],
)
def test_an_address_can_break_nothing(show, report, address):
    page = show(report, address)
    page.locator("#open-all").click()
    assert page.locator("#open-all").text_content() == "Close all notes"
    assert page.complaints == []
    assert len(page.requests) == 1
    assert page.locator("#rows").input_value() == "all"


# One pair at a time


def position(page):
    return page.locator("#position").text_content()


def test_one_pair_is_shown_alone_and_the_keys_turn(show, report):
    page = show(report)
    page.locator("#start").click()
    assert position(page) == "1 of 3"
    assert (shown(page, "left"), shown(page, "right")) == (["A1"], ["B1"])
    assert not page.locator(".stories").is_visible()
    page.keyboard.press("ArrowRight")
    assert (position(page), shown(page, "left"), shown(page, "right")) == ("2 of 3", ["A2"], ["B3"])
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowRight")
    assert position(page) == "3 of 3"
    page.keyboard.press("Home")
    assert position(page) == "1 of 3"
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    assert position(page) == "2 of 3"


def test_buttons_turn_and_end_too(show, report):
    page = show(report)
    page.locator("#start").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Previous").click()
    assert position(page) == "1 of 3"
    page.get_by_role("button", name="End").click()
    assert page.locator(".stories").is_visible()


def test_escape_ends_where_the_pair_stands_and_gives_the_focus_back(show):
    page = show(render(long(100)))
    page.locator("#start").click()
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "start"
    assert 0 < page.evaluate("document.getElementById('A99').getBoundingClientRect().top") < 900


def test_a_pair_has_an_address_and_the_way_back_leaves_it(show, report):
    page = show(report)
    page.locator("#start").click()
    page.keyboard.press("ArrowRight")
    assert fragment(page) == "#pair=A2"
    page.go_back()
    wait_for(page, "location.hash === ''")
    assert page.locator(".stories").is_visible()
    page.go_forward()
    wait_for(page, "document.getElementById('position').checkVisibility()")
    assert position(page) == "2 of 3"


def test_an_address_of_a_pair_opens_it(show, report):
    assert position(show(report, "#pair=A3")) == "3 of 3"


def test_pairs_follow_the_filters(show, report):
    page = show(report, "#q=boats")
    page.locator("#start").click()
    assert position(page) == "1 of 1"
    assert shown(page, "left") == ["A3"]


def test_where_the_filters_leave_no_pair_all_pairs_are_shown(show, report):
    page = show(report, "#rows=only")
    page.locator("#start").click()
    assert position(page) == "1 of 3"
    assert shown(page, "left") == ["A1"]


def test_a_mark_opens_its_note_under_the_pair(show, report):
    page = show(report, "#pair=A2")
    page.locator("#m-a-1").click()
    assert page.locator("#n-a-1").is_visible()
    assert position(page) == "2 of 3"


def test_a_link_to_another_row_leads_out_of_the_pair(show, report):
    page = show(report, "#pair=A3")
    page.locator(".now .tie a:visible").click()
    wait_for(page, "document.querySelector('.stories').checkVisibility()")
    assert page.locator("#B2-place").is_visible()


def test_pairs_of_several_stories_come_one_after_another(show):
    page = show(render(several(3)))
    page.locator("#start").click()
    page.keyboard.press("End")
    assert position(page) == "3 of 3"
    assert shown(page, "left") == ["B1"]
    assert shown(page, "right") == ["C1"]


def test_stories_without_links_have_no_pairs_and_say_so(show):
    page = show(render(comparison((story("a", ["One."]), story("b", ["Two."])))))
    page.locator("#start").click()
    assert page.locator(".stories").is_visible()
    assert page.locator("#said").text_content() == "No linked sentences were found."


def test_letters_are_large_for_a_projector(show, report):
    page = show(report)
    size = "parseFloat(getComputedStyle(document.querySelector('#A2')).fontSize)"
    before = page.evaluate(size)
    page.goto(page.url + "#pair=A2")
    wait_for(page, f"{size} > 1.6 * {before}")


# Citations


CITATION = (
    "“firebrand”, sentence A2 of “Ferry crews hold port to ransom”, The Morning Ledger, 12 May 2026,"
    " https://ledger.example/ferries. Judging label · strong · A’s own words; rule label.epithet, entry entry. biasdiff 0.0."
)


def test_a_finding_is_copied_as_a_citation(show, report):
    page = show(report, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#m-a-1").click()
    page.locator("#n-a-1 .cite").click()
    wait_for(page, "document.getElementById('said').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == CITATION
    assert page.locator("#n-a-1 .cite").text_content() == "Copied"


def test_where_copying_is_not_allowed_the_citation_stands_selected(show, report):
    page = show(report)
    page.evaluate(REFUSE)
    page.locator("#m-a-1").click()
    page.locator("#n-a-1 .cite").click()
    box = page.get_by_role("textbox", name="Citation")
    assert box.input_value() == CITATION
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == CITATION
    assert "Copy it with" in page.locator("#said").text_content()


def test_a_citation_of_hostile_text_stays_text(show):
    left = story("a", [HOSTILE], findings=((HOSTILE[2:30],),), outlet=HOSTILE, title=HOSTILE)
    page = show(render(comparison((left, story("b", ["Plain."])))))
    page.evaluate(REFUSE)
    page.locator("#m-a-1").click()
    page.locator("#n-a-1 .cite").click()
    assert HOSTILE in page.get_by_role("textbox", name="Citation").input_value()
    search(page, "<script>")
    assert page.locator("#found").text_content() == "1 sentence found"
    assert page.complaints == []
    assert len(page.requests) == 1


# Links to places, the keyboard, paper, and pages without scripts


@pytest.mark.parametrize("id", ["A2", "n-a-1", "q-1", "q-b-1", "r-1"])
def test_sentences_notes_and_quotations_have_addresses(show, report, id):
    page = show(report, f"#{id}")
    assert page.locator(f"[id='{id}']").is_visible()
    assert page.locator(f"a[href='#{id}']").count() >= 1


def test_the_link_to_a_place_shows_itself_on_focus(show, report):
    page = show(report)
    link = page.locator("#q-1 .here")
    page.mouse.move(0, 0)
    assert link.evaluate("one => getComputedStyle(one).opacity") == "0"
    page.locator("#q-1 .by a").first.focus()
    page.keyboard.press("Shift+Tab")
    assert link.evaluate("one => getComputedStyle(one).opacity") == "1"


def test_the_keyboard_reaches_every_control_and_the_focus_is_seen(show, report):
    page = show(report)
    page.locator("#show-wording").focus()
    reached, outlines = [], set()
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        outlines.add(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
    assert [one for one in reached if one in ("SUMMARY", "q", "start", "open-all")][:4] == [
        "SUMMARY",
        "q",
        "start",
        "open-all",
    ]
    assert outlines == {"solid"}


def test_escape_closes_the_filters_and_goes_back_to_their_button(show, report):
    page = show(report)
    page.locator(".filters > summary").click()
    page.locator("#show-s1").focus()
    page.keyboard.press("Escape")
    assert page.locator(".filters").get_attribute("open") is None
    assert page.evaluate("document.activeElement.textContent") == "More"


@pytest.mark.parametrize("address", ["#q=walkout", "#rows=moved", "#pair=A2"])
def test_paper_has_all_sentences_whatever_the_screen_shows(show, report, address):
    page = show(report, address)
    page.emulate_media(media="print")
    for id in ("A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4"):
        assert page.locator(f"#{id}").is_visible()
    assert page.locator(".stories").is_visible()
    assert not page.locator("#stage").is_visible()


def test_without_scripts_nothing_is_offered_that_needs_them(show, report):
    page = show(report, java_script_enabled=False)
    page.locator(".filters > summary").click()
    for name in ("#q", "#order", "#start", "#keys", "#stage"):
        assert not page.locator(name).is_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_a_pair_and_the_filters_fit_a_narrow_window(show, report, width):
    page = show(report, "#pair=A2", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Escape")
    page.locator(".filters > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"width": 320}, {"forced_colors": "active"}])
def test_axe_finds_nothing_in_a_pair_a_search_and_open_filters(show, report, options):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = show(report, "#pair=A2", bypass_csp=True, **options)
    page.locator("#m-a-1").click()
    assert axe.run(page).response["violations"] == []
    page.keyboard.press("Escape")
    search(page, "walkout")
    page.locator(".filters > summary").click()
    assert axe.run(page).response["violations"] == []


# Long stories


def test_in_a_long_story_a_filter_changes_one_class_and_a_search_one_for_each_row(show):
    page = show(render(long(1000)))
    page.evaluate("""() => {
        window.seen = { childList: 0, attributes: 0 };
        new MutationObserver(all => all.forEach(one => window.seen[one.type] += 1))
            .observe(document.getElementById("side"), { subtree: true, childList: true, attributes: true, attributeFilter: ["class", "hidden", "open"] });
    }""")
    page.locator("#show-wording").uncheck()
    assert page.evaluate("window.seen") == {"childList": 0, "attributes": 1}
    search(page, "year 77 ")
    seen = page.evaluate("window.seen")
    rows = page.locator(".row").count()
    assert seen["childList"] <= 2
    assert seen["attributes"] <= rows + 2
