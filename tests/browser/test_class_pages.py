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
def test_a_short_sheet_is_one_page_of_paper(pages, show, paper):
    assert printed(show(pages["one page"]), paper) == 1


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_sheet_takes_few_pages_and_begins_each_story_on_its_own(pages, show, paper):
    page = show(pages["sheet"])
    assert 5 <= printed(page, paper) <= 10
    page.emulate_media(media="print")
    breaks = page.evaluate("[...document.querySelectorAll('.story')].map(one => getComputedStyle(one).breakBefore)")
    assert breaks[1:] == ["page"]


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
