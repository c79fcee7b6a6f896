"""A comparison as one HTML page that needs nothing else: no network, no server, and a script for comfort only."""

from __future__ import annotations

from markupsafe import Markup

from biasdiff.model import Comparison
from biasdiff.rendering import view_words
from biasdiff.rendering.pages import digest, fill, text
from biasdiff.rendering.view import page


def render(result: Comparison) -> str:
    """One self-contained page; byte for byte the same for the same comparison.

    All text of the stories is escaped. The page may load nothing (Content-Security-Policy), and
    only the style and the script that stand in it may run, by their hash.
    """
    script = text("report.js")
    return fill(
        "report.html.jinja",
        ("page.css", "report.css"),
        page=page(result),
        words=view_words,
        script=Markup(script),
        script_hash=digest(script),
    )
