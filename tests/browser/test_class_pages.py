"""Sheets and keys in a browser: readable by all, nothing loaded, and on paper as a class needs them."""

import re
from pathlib import Path

import pytest

import biasdiff
from biasdiff.events import event
from biasdiff.rendering import index, key, worksheet
from biasdiff.teaching.plan import Plan

ROOT = Path(__file__).parent.parent.parent
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "15mm")
HOSTILE = '<img src="https://evil.example/x.png" onerror="document.title=1"> said <script>document.title = 2</script>.'


@pytest.fixture(scope="module")
def pages():
    one = event(ROOT / "samples" / "port-alder-ferries")
    result = biasdiff.compare(list(one.passages[:2]), title=one.title)
    report = index.Report("r.html", one.title, one.date, one.summary, ("A", "B"), one.look_for, (("key", "k.html"),))
    return {
        "sheet": worksheet.render(result, Plan()),
        "one page": worksheet.render(result, Plan(one_page=True)),
        "key": key.render(result, Plan()),
        "index": index.render([report, report]),
    }


def printed(page, paper):
    """How many pages of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, margin=MARGIN)))


@pytest.mark.parametrize("name", ["sheet", "one page", "key", "index"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_everybody_can_read_it(pages, show, name, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = show(pages[name], width=width, color_scheme=scheme)
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(page.requests) == 1
    assert page.complaints == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("folder", sorted(path.parent.name for path in ROOT.glob("samples/*/event.toml")))
def test_a_short_sheet_of_many_stories_is_one_page_of_paper(show, folder, paper):
    one = event(ROOT / "samples" / folder)
    page = worksheet.render(biasdiff.compare(list(one.passages), title=one.title), Plan(one_page=True))
    assert printed(show(page), paper) == 1


def test_a_short_sheet_of_long_sentences_is_one_page_of_paper(show):
    long = "The council heard that the shameful plan for the bridge would cost more than " + "and more than " * 40
    stories = [f"Meeting on Monday\n\n{long} {n} crowns. The bridge is old. It has {n} arches." for n in (61, 72)]
    assert printed(show(worksheet.render(biasdiff.compare(stories), Plan(one_page=True))), "Letter") == 1


def ends(page, paper):
    """The numbers of the pages of paper on which the stories end, from the last story to the first."""
    page.evaluate("document.querySelectorAll('main > section ~ section:has(.story) ~ *').forEach(one => one.remove())")
    found = []
    for _ in range(page.locator(".story").count()):
        found.append(printed(page, paper))
        page.evaluate("[...document.querySelectorAll('.story')].at(-1).remove()")
    return found


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_takes_few_pages_and_each_story_has_its_own_leaf(pages, show, paper):
    page = show(pages["sheet"])
    assert printed(page, paper) <= 9
    assert ends(page, paper) == [6, 4]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("times", [1, 20, 60, 120])
def test_a_story_of_any_length_ends_on_the_back_of_a_leaf(show, times, paper):
    text = (
        "Meeting on Monday\n\n"
        + "The council heard a report about the old bridge in the town, and then it went home. " * times
    )
    page = show(worksheet.render(biasdiff.compare([text, text]), Plan()))
    assert [number % 2 for number in ends(page, paper)] == [0, 0]


def test_a_sheet_needs_no_colour(pages, show):
    page = show(pages["sheet"])
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[...new Set([...document.querySelectorAll('body *')].flatMap(one =>"
        " [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]))]"
    )
    for colour in colours:
        red, green, blue = map(int, re.findall(r"\d+", colour)[:3])
        assert red == green == blue, colour


def test_text_of_a_story_loads_and_runs_nothing(show):
    result = biasdiff.compare([HOSTILE, HOSTILE + " Again."], title=HOSTILE)
    for html in (worksheet.render(result, Plan()), key.render(result, Plan())):
        page = show(html)
        assert page.title() not in ("1", "2")
        assert len(page.requests) == 1
