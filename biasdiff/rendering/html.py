"""A comparison as one HTML page that needs nothing else: no network, no server, and a script for comfort only."""

from __future__ import annotations

import re

from markupsafe import Markup

from biasdiff.model import Comparison
from biasdiff.rendering import words
from biasdiff.rendering.pages import digest, fill, text
from biasdiff.rendering.report.page import page

STYLES = (
    "page.css",
    *(f"report/{part}.css" for part in "head bar marks rows tables evidence charts filters stage narrow print".split()),
)
# A title longer than this does not fit above the text on paper.
_LONGEST_TITLE = 90
# One script in parts: the view and its address, search, order, one pair at a time, citations.
SCRIPTS = tuple(f"report/{part}.js" for part in "view search order stage citing start".split())


def render(result: Comparison) -> str:
    """One self-contained page; byte for byte the same for the same comparison.

    All text of the stories is escaped. The page may load nothing (Content-Security-Policy), and
    only the styles and the script that stand in it may run, by their hash.
    """
    script, boxes, shown = "".join(map(text, SCRIPTS)), _boxes(text("report/filters.css")), page(result)
    return fill(
        "report/page.html.jinja",
        STYLES,
        _running(shown.heading),
        page=shown,
        words=words,
        script=Markup(script),
        script_hash=digest(script),
        boxes=Markup(boxes),
        boxes_hash=digest(boxes),
    )


def _boxes(filters: str) -> str:
    """The rules of the filters for a page without scripts: they ask the boxes instead of the classes."""
    asked = re.sub(r"\.no-(\w+)", r":has(#show-\1:not(:checked))", filters)
    return re.sub(r"\.rows-(\w+)", r":has([value=\1]:checked)", asked)


def _running(heading: str) -> str:
    """A style rule that prints the title above the text of each sheet of paper.

    All but letters, digits and spaces is escaped, so that no title can end the string or the style.
    """
    title = heading if len(heading) <= _LONGEST_TITLE else f"{heading[:_LONGEST_TITLE]}…"
    safe = re.sub("[^A-Za-z0-9 ]", lambda found: f"\\{ord(found[0]):x} ", title)
    return f'@page{{@top-left{{content:"biasdiff \\b7  {safe}"}}}}'
