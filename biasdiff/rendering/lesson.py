"""Sheet, key and report in one zip."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from biasdiff.model import Comparison
from biasdiff.rendering import html, key, worksheet
from biasdiff.teaching.plan import Plan

# The first day that a zip can hold: the same lesson has the same bytes on any day.
_DAY = (1980, 1, 1, 0, 0, 0)


def render(result: Comparison, plan: Plan) -> bytes:
    """A zip of the students' sheet, the teacher's key and the report; the same bytes for the same lesson.

    Files are stored as they are: compressed bytes differ from one zlib to the next.
    """
    pages = {
        "1-student-sheet.html": worksheet.render(result, plan),
        "2-teacher-key.html": key.render(result, plan),
        "3-report.html": html.render(result),
    }
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, page in pages.items():
            entry = ZipInfo(name, _DAY)
            entry.create_system = 3  # Unix, on every system, so that the bytes agree
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, page.encode("utf-8"))
    return whole.getvalue()
