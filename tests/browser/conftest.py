"""One browser for all page tests. Debian's chromium-headless-shell, or what BIASDIFF_BROWSER names."""

import os
import shutil

import pytest

NAMES = ("chromium-headless-shell", "chromium", "google-chrome")


def browser_path():
    wanted = os.environ.get("BIASDIFF_BROWSER")
    return wanted or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser():
    path = browser_path()
    if path is None:
        line = f"NO BROWSER: pages were not tried. Install one of {', '.join(NAMES)}."
        if os.environ.get("CI"):
            pytest.fail(line)
        pytest.skip(line)
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def show(browser, tmp_path):
    """Opens a page from a file, as a reader does; `requests` of the page are all that it asked for."""
    contexts = []

    def open_page(html, fragment="", width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append("dialog"), dialog.dismiss()))
        path = tmp_path / "report.html"
        path.write_text(html, encoding="utf-8")
        page.goto(path.as_uri() + fragment)
        return page

    yield open_page
    for context in contexts:
        context.close()
