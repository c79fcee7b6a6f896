"""Results -> files. To add a format, write a file with `render` and name it in FORMATS."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from biasdiff.model import Comparison
from biasdiff.rendering.data import to_dict
from biasdiff.teaching.plan import Plan


class File(NamedTuple):
    """What a format writes: the end of the file's name, after the name of the comparison, and what stands in it."""

    ending: str
    content: str | bytes


class Format(NamedTuple):
    """How a comparison becomes files; the plan says what a teacher chose for sheet, key and lesson."""

    about: str
    files: Callable[[Comparison, Plan], tuple[File, ...]]


# Each is imported on call: the template engine is the heaviest import, and most formats do not need it.


def _html(result: Comparison, _: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.html import render

    return (File(".html", render(result)),)


def _json(result: Comparison, _: Plan) -> tuple[File, ...]:
    return (File(".json", json.dumps(to_dict(result), ensure_ascii=False, indent=1) + "\n"),)


def _markdown(result: Comparison, _: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.markdown import render

    return (File(".md", render(result)),)


def _csv(result: Comparison, _: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.tables import render

    return tuple(File(f"-{name}.csv", table) for name, table in render(result).items())


def _pdf(result: Comparison, _: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.pdf import render

    return (File(".pdf", render(result)),)


def _worksheet(result: Comparison, plan: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.worksheet import render

    return (File("-worksheet.html", render(result, plan)),)


def _key(result: Comparison, plan: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.key import render

    return (File("-key.html", render(result, plan)),)


def _lesson(result: Comparison, plan: Plan) -> tuple[File, ...]:
    from biasdiff.rendering.lesson import render

    return (File("-lesson.zip", render(result, plan)),)


FORMATS = {
    "html": Format("the report, one page", _html),
    "json": Format("all of it as data", _json),
    "markdown": Format("the report as plain text", _markdown),
    "csv": Format("five tables for a spreadsheet", _csv),
    "pdf": Format("the report as PDF (needs biasdiff[pdf])", _pdf),
    "worksheet": Format("a sheet for students, without answers", _worksheet),
    "key": Format("the teacher's key to the sheet", _key),
    "lesson": Format("sheet, key and report in one zip", _lesson),
}
