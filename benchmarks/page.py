"""What the report of a long pair costs a reader: its size, and what the browser needs to open, filter and search it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import biasdiff
from biasdiff.rendering.html import render

SAMPLES = Path(__file__).parent.parent / "samples" / "port-alder-ferries"
SENTENCES = 1_000
ROUNDS = 5
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
# From a change to the next picture: styles, layout and paint of what is in sight.
PICTURE = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"


def story(name: str) -> str:
    """A sample over and over, each time with other numbers, so that sentences differ."""
    text = biasdiff.read(SAMPLES / name).text
    sentences = len(biasdiff.analyze(text).sentences)
    times = SENTENCES // sentences + 1
    return "\n\n".join(f"{text.strip()}\n\nThe report for day {day} ends here." for day in range(times))


def least(page: Page, change: str) -> float:
    """The least milliseconds from a change to the next picture, over some rounds."""
    script = (
        f"async (at) => {{ const start = performance.now(); {change}; {PICTURE} return performance.now() - start; }}"
    )
    return min(page.evaluate(script, at) for at in range(ROUNDS))


def opened(page: Page, path: Path) -> float:
    """Milliseconds from the address to the first picture of a page with its scripts run."""
    start = time.perf_counter()
    page.goto(path.as_uri())
    page.evaluate(f"async () => {{ {PICTURE} }}")
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    path = os.environ.get("BIASDIFF_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit(f"No browser: install one of {', '.join(BROWSERS)}.")
    result = biasdiff.compare([story("01-morning-ledger.txt"), story("02-coast-wire.txt")])
    source = render(result)
    sizes = " and ".join(str(len(one.sentences)) for one in result.analyses)
    print(f"{sizes} sentences, {len(result.links)} links, {len(source.encode()) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        report.write_text(source, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        print(f"{'open':24}{min(opened(page, report) for _ in range(3)):7.0f} ms")
        page.locator("#side").scroll_into_view_if_needed()
        changes = {
            "a filter of marks": "document.getElementById('show-wording').click()",
            "word differences": "document.getElementById('show-differences').click()",
            "one kind of rows": "const rows = document.getElementById('rows');"
            " rows.selectedIndex = 1 + at % 4; rows.dispatchEvent(new Event('change', { bubbles: true }))",
            "order of the other story": "const order = document.getElementById('order');"
            " order.selectedIndex = 1 - order.selectedIndex;"
            " order.dispatchEvent(new Event('change', { bubbles: true }))",
            "search": "field.value = ['ferry', 'crews', 'the', 'port', 'day 7'][at]; search()",
            "one pair at a time": "at ? turn(1) : startPairs()",
        }
        for name, change in changes.items():
            print(f"{name:24}{least(page, change):7.0f} ms")


if __name__ == "__main__":
    main()
