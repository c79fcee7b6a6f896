"""A comparison as one HTML page that needs nothing else: no network, no server, and a script for comfort only."""

from __future__ import annotations

from markupsafe import Markup

from biasdiff.model import Comparison
from biasdiff.rendering import words
from biasdiff.rendering.pages import digest, fill, text
from biasdiff.rendering.report.page import page

STYLES = (
    "page.css",
    *(f"report/{part}.css" for part in "head bar marks rows tables evidence charts filters narrow print".split()),
)


def render(result: Comparison) -> str:
    """One self-contained page; byte for byte the same for the same comparison.

    All text of the stories is escaped. The page may load nothing (Content-Security-Policy), and
    only the style and the script that stand in it may run, by their hash.
    """
    script = text("report/report.js")
    return fill(
        "report/page.html.jinja",
        STYLES,
        page=page(result),
        words=words,
        script=Markup(script),
        script_hash=digest(script),
    )
