"""The report as PDF, by WeasyPrint: an optional extra, since it needs libraries of the system."""

from __future__ import annotations

import re

from biasdiff.errors import SettingsError
from biasdiff.model import Comparison
from biasdiff.rendering import html
from biasdiff.rendering.pages import text

_NO_SCRIPT = re.compile("<noscript>.*?</noscript>", re.DOTALL)
_FILTERS = re.compile(r"[^{}]*:has\([^{}]*\{(?:[^{}]|\{[^{}]*\})*\}")
_MISSING = (
    "format 'pdf' needs WeasyPrint, which is not installed or not complete. Use pip install 'biasdiff[pdf]'"
    " and see docs/formats.md, or print the HTML report from a browser."
)


def render(result: Comparison) -> bytes:
    """The report as tagged PDF (PDF/UA-1), as it is printed. Raises SettingsError without WeasyPrint."""
    try:
        from weasyprint import CSS, HTML
    except (ImportError, OSError):  # OSError: the package is there, the system's Pango is not
        raise SettingsError(_MISSING) from None
    page = HTML(string=_unfiltered(html.render(result)), url_fetcher=_nothing)
    # WeasyPrint can search for ever for a break in a grid, so grids become tables.
    return bytes(page.write_pdf(stylesheets=[CSS(string=text("pdf.css"))], pdf_variant="pdf/ua-1"))


def _unfiltered(page: str) -> str:
    """The page without the rules of its filters, which paper does not have and WeasyPrint takes minutes to match."""
    before, style, after = re.split("</?style>", _NO_SCRIPT.sub("", page), maxsplit=2)
    return f"{before}<style>{_FILTERS.sub('', style)}</style>{after}"


def _nothing(address: str) -> dict[str, object]:
    """The report needs nothing from elsewhere, so nothing is fetched."""
    raise ValueError(f"{address} is not fetched")
