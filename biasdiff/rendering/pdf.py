"""The report as PDF, by WeasyPrint: an optional extra, since it needs libraries of the system."""

from __future__ import annotations

from biasdiff.errors import SettingsError
from biasdiff.model import Comparison
from biasdiff.rendering import html

_MISSING = (
    "format 'pdf' needs WeasyPrint, which is not installed or not complete. Use pip install 'biasdiff[pdf]'"
    " and see docs/formats.md, or print the HTML report from a browser."
)


def render(result: Comparison) -> bytes:
    """The report as tagged PDF (PDF/UA-1), as it is printed. Raises SettingsError without WeasyPrint."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):  # OSError: the package is there, the system's Pango is not
        raise SettingsError(_MISSING) from None
    page = HTML(string=html.render(result), url_fetcher=_nothing)
    return bytes(page.write_pdf(pdf_variant="pdf/ua-1"))


def _nothing(address: str) -> dict[str, object]:
    """The report needs nothing from elsewhere, so nothing is fetched."""
    raise ValueError(f"{address} is not fetched")
