import pytest
from by_hand import comparison, evidence, ferries, long, several, story

from biasdiff.rendering.html import render

SCREENS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "narrow": {"width": 320},
    "narrow and dark": {"width": 320, "color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}
WEBSITE = 'https://a.example/"><script>alert(1)</script>'
HOSTILE = '"><script>alert(1)</script><img src=https://a.example/x.png onerror=alert(1)><style>@import "https://a.example"</style>'


@pytest.fixture(scope="module")
def report():
    return render(ferries())


def complaints_of_axe(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def open_all(page):
    page.evaluate("document.querySelectorAll('details').forEach(box => box.open = true)")


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_to_complain_about(show, report, screen):
    page = show(report, bypass_csp=True, **SCREENS[screen])
    open_all(page)
    assert complaints_of_axe(page) == []


def test_axe_finds_nothing_in_a_page_of_four_stories(show):
    page = show(render(several(4)), bypass_csp=True)
    open_all(page)
    assert complaints_of_axe(page) == []


@pytest.mark.parametrize("count", [2, 4, 8])
@pytest.mark.parametrize("screen", ["light", "narrow and dark"])
def test_axe_finds_nothing_in_the_tables_of_evidence(show, count, screen):
    page = show(render(evidence(count)), bypass_csp=True, **SCREENS[screen])
    open_all(page)
    assert complaints_of_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_the_heads_of_a_table_stay_in_sight_while_it_is_read(show):
    page = show(render(evidence(4)))
    page.set_viewport_size({"width": 1280, "height": 200})
    last = page.locator(".names tbody tr").first
    last.evaluate("row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 20)")
    head = page.locator(".names thead th").first.bounding_box()
    assert head["y"] == 0


@pytest.mark.parametrize("count", [2, 4, 8])
def test_words_without_end_break_and_stick_out_nowhere(show, count):
    word = "x" * 300
    page = show(render(evidence(count)).replace("the port", word).replace("Outlet not named", word))
    open_all(page)
    for width in (320, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("count", "stops"), [(4, False), (8, True)])
def test_a_table_is_a_stop_for_the_keyboard_only_where_it_is_scrolled(show, count, stops):
    page = show(render(evidence(count)), width=1280)
    table = page.locator(".matrix").locator("..")
    assert (table.get_attribute("tabindex") is not None) is stops
    assert table.evaluate("box => box.scrollWidth > box.clientWidth") is stops


def test_each_cell_of_a_narrow_table_names_its_story(show):
    page = show(render(evidence(3)), width=320)
    cells = "[...document.querySelectorAll('.matrix td')].map(one => getComputedStyle(one, '::before').content)"
    assert page.evaluate(cells) == ['"A"', '"B"', '"C"']


def test_of_several_pairs_those_that_are_open_are_printed(show):
    page = show(render(evidence(3)))
    page.locator("#bc > summary").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('details.block')].map(one => one.id + one.open)"
    assert page.evaluate(shown) == ["abtrue", "acfalse", "bctrue"]
    assert not page.locator("[id='A1-ac']").is_visible()
    assert not page.locator("[id='C1-bc']").is_hidden()


def test_what_is_folded_on_the_screen_is_printed(show):
    page = show(render(evidence(2)), java_script_enabled=False)
    cell = page.locator(".fold td", has_text="40 boats").first
    assert not cell.is_visible()
    page.emulate_media(media="print")
    assert cell.is_visible()


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (320, False)])
def test_linked_sentences_stand_side_by_side_where_there_is_room(show, report, width, beside):
    page = show(report, width=width)
    left, right = page.locator("#A2").bounding_box(), page.locator("#B3").bounding_box()
    assert (left["y"] == right["y"]) is beside


def test_the_page_asks_for_nothing_and_complains_about_nothing(show, report):
    page = show(report)
    assert len(page.requests) == 1
    assert page.complaints == []


def test_hostile_text_runs_nothing_and_loads_nothing(show):
    left = story("a", [HOSTILE], findings=((HOSTILE[2:30],),), outlet=HOSTILE, title=HOSTILE, url=WEBSITE)
    page = show(render(comparison((left, story("b", ["Plain."])), title=HOSTILE, notes=(HOSTILE,))))
    page.locator("a.n").first.click()
    assert len(page.requests) == 1
    assert page.complaints == []


def test_the_policy_stops_a_script_that_got_in(show, report):
    page = show(
        report.replace("</main>", "<script>window.got_in = 1</script><img src=x onerror='window.got_in=1'></main>")
    )
    assert page.evaluate("window.got_in") is None
    assert any("Content Security Policy" in line for line in page.complaints)


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_hide_and_show_with_and_without_scripts(show, report, scripts):
    page = show(report, java_script_enabled=scripts)
    chip, note = page.locator(".chip.wording.s3"), page.locator(".note.wording.s3")
    page.locator("summary", has=chip).click()
    assert note.is_visible()
    page.locator(".filters > summary").click()
    for filter_, other in (("show-wording", "show-s2"), ("show-s3", "show-stance")):
        page.locator(f"#{other}").uncheck()
        assert chip.is_visible()
        page.locator(f"#{filter_}").uncheck()
        assert not chip.is_visible()
        assert not note.is_visible()
        page.locator(f"#{filter_}").check()
        assert chip.is_visible()


def test_marks_on_the_words_of_others_can_be_hidden(show, report):
    page = show(report)
    page.locator(".filters > summary").click()
    page.locator("#show-reported").uncheck()
    page.locator("#show-quoted").uncheck()
    assert page.locator(".chip.outlet").first.is_visible()
    assert not page.locator(".chip.reported").is_visible()
    assert not page.locator(".chip.quoted").is_visible()
    page.locator("#show-outlet").uncheck()
    assert not page.locator(".chip.outlet").first.is_visible()


def test_word_differences_can_be_switched_off(show, report):
    page = show(report)
    colour = "getComputedStyle(document.querySelector('.rows mark')).backgroundColor"
    shaded = page.evaluate(colour)
    page.locator("#show-differences").uncheck()
    assert page.evaluate(colour) != shaded


def test_details_open_and_close_by_keyboard(show, report):
    page = show(report)
    box = page.locator("details.more").first
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    assert box.get_attribute("open") is not None
    page.keyboard.press("Space")
    assert box.get_attribute("open") is None


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_opens_its_note(show, report, scripts):
    page = show(report, java_script_enabled=scripts)
    assert not page.locator("#n-a-1").is_visible()
    page.locator("#m-a-1").click()
    assert page.locator("#n-a-1").is_visible()


def test_all_notes_open_and_close_with_one_button(show, report):
    page = show(report)
    page.get_by_role("button", name="Open all notes").click()
    assert page.locator("#n-a-1").is_visible()
    page.get_by_role("button", name="Close all notes").click()
    assert not page.locator("#n-a-1").is_visible()


def test_without_scripts_there_is_no_button_that_does_nothing(show, report):
    assert not show(report, java_script_enabled=False).get_by_role("button").is_visible()


def test_a_deep_link_shows_its_sentence_below_the_bar(show, report):
    page = show(report, "#A4")
    top = page.evaluate("document.getElementById('A4').getBoundingClientRect().top")
    bar = page.evaluate("document.querySelector('.bar').getBoundingClientRect().bottom")
    assert bar <= top < 900


def test_a_deep_link_opens_the_pair_in_which_the_sentence_stands(show):
    page = show(render(several(3)), "#B1-bc")
    assert page.locator("#bc").get_attribute("open") is not None


def test_a_deep_link_finds_its_sentence_in_a_long_story(show):
    page = show(render(long(1000)), "#B900")
    page.wait_for_function("document.getElementById('B900').getBoundingClientRect().top < 900")
    assert page.locator("#B900").is_visible()


def test_the_printed_page_has_every_note_and_no_bar(show, report):
    page = show(report, java_script_enabled=False)
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.locator("#n-a-1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.m'), '::after').content") == '"L2"'


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_sticks_out_of_a_narrow_window(show, report, width):
    page = show(report, width=width)
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_stop_of_the_keyboard_skips_to_the_stories(show, report):
    page = show(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the stories side by side"
    page.keyboard.press("Enter")
    assert page.url.endswith("#side")
