"""A page that lists reports, with links."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from biasdiff.rendering import words
from biasdiff.rendering.pages import fill


class Report(NamedTuple):
    """A report as the index shows it. `others` are more files of the same stories: what each is, and its name."""

    file: str
    title: str
    date: str = ""
    summary: str = ""
    outlets: tuple[str, ...] = ()
    look_for: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


class _Entry(NamedTuple):
    report: Report
    address: str
    day: str
    others: tuple[tuple[str, str], ...]


def render(reports: Sequence[Report]) -> str:
    """One self-contained page: each report with its date, outlets and questions, in the order given.

    Files are taken to lie beside the page. Nothing in a report's words can become markup or a
    link to somewhere else.
    """
    return fill("index.html.jinja", ("page.css", "index.css"), entries=tuple(map(_entry, reports)))


def _entry(report: Report) -> _Entry:
    others = tuple((label, _address(file)) for label, file in report.others)
    return _Entry(report, _address(report.file), words.day(report.date), others)


def _address(file: str) -> str:
    # Quoting takes the colon too, so that no name can be read as a scheme such as "javascript:".
    return quote(os.fsencode(file))
