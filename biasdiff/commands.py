"""What the commands do, apart from options and exit codes. Each returns the text that the terminal shows."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from biasdiff import lexicon as lexicons
from biasdiff import pinning
from biasdiff.errors import InputError, LexiconError
from biasdiff.hiding import blind, leave_out
from biasdiff.model import FEWEST, MOST, Analysis, Comparison, Passage, Sensitivity
from biasdiff.numbering import Ref, listed, parse, parse_pairs
from biasdiff.reading import read
from biasdiff.rendering import FORMATS
from biasdiff.rendering.terminal import summary
from biasdiff.settings import Settings
from biasdiff.teaching.plan import Level, Plan
from biasdiff.writing import write

if TYPE_CHECKING:
    from biasdiff.rendering.index import Report

PUBLISHED = ("html", "json", "worksheet", "key")
# Names that Windows keeps for devices, whatever comes after the point.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")
_COUNT = re.compile(r"\s*\d{1,6}\s*")
_TITLE = re.compile(r'<meta name="generator" content="biasdiff [^"]*">\s*<title>(.*?)</title>', re.DOTALL)
_OTHERS = {
    "-worksheet.html": "student sheet",
    "-key.html": "teacher’s key",
    "-lesson.zip": "lesson (zip)",
    ".pdf": "PDF",
    ".md": "Markdown",
    ".json": "data (JSON)",
}


class ForClass(NamedTuple):
    """What a teacher chose, as typed: `leave_out` “A4,B3-B5”, `pairs` a number or “A5-B4,A9-B7”."""

    blind: bool = False
    leave_out: str = ""
    pairs: str = "3"
    questions: int = 7
    level: Level = "B1"
    one_page: bool = False


def compare(
    files: Sequence[Path],
    output: Path,
    formats: str,
    title: str,
    outlets: Sequence[str],
    own_lexicons: Sequence[Path],
    sensitivity: Sensitivity,
    nlp: bool,
    for_class: ForClass,
    index: bool,
    links: Path | None,
) -> str:
    """Compares stories, writes a report in every format named, and returns the summary."""
    wanted = _formats(formats)
    own = tuple(lexicons.read(path) for path in own_lexicons)
    settings = Settings(lexicons=own, names="spacy" if nlp else "rules")
    pins = pinning.read(links) if links else pinning.NO_PINS
    result, plan = _compared(_passages(files, outlets), title, settings, sensitivity, for_class, pins)
    stem = file_stem(title or ("blind reading" if for_class.blind else " ".join(path.stem for path in files)))
    written = _write(result, plan, wanted, output, stem)
    if index:
        try:
            written.append(_write_index(output, tuple(_reports(output))))
        except InputError as problem:
            raise InputError(f"{problem} Written before it: {', '.join(map(str, written))}.") from None
    return summary(result, written)


def _compared(
    passages: Sequence[Passage],
    title: str,
    settings: Settings,
    sensitivity: Sensitivity,
    for_class: ForClass,
    pins: pinning.Pins = pinning.NO_PINS,
) -> tuple[Comparison, Plan]:
    """The comparison and the plan of a lesson, with what a class shall not see taken out."""
    from biasdiff.analyzing import analyze
    from biasdiff.comparing import compare as compare_stories

    def analyzed(stories: Sequence[Passage]) -> list[Analysis]:
        return [analyze(passage, sensitivity=sensitivity, settings=settings) for passage in stories]

    stories = analyzed(passages)
    plan = _plan(for_class)
    if for_class.blind:
        # Only an analysis knows an outlet that the text alone names.
        known = [story.passage for story in stories]
        plan = replace(plan, names=tuple(passage.outlet or "not named" for passage in known))
        stories = analyzed(blind(known))
    result = compare_stories(leave_out(stories, plan.left_out), title=title, pins=pins)
    if plan.left_out:
        result = replace(result, notes=(*result.notes, f"Left out at a teacher’s wish: {listed(plan.left_out)}."))
    return result, plan


def _plan(for_class: ForClass) -> Plan:
    pairs: int | tuple[tuple[Ref, Ref], ...]
    pairs = int(for_class.pairs) if _COUNT.fullmatch(for_class.pairs) else parse_pairs(for_class.pairs)
    return Plan(
        level=for_class.level,
        questions=for_class.questions,
        pairs=pairs,
        one_page=for_class.one_page,
        left_out=parse(for_class.leave_out),
    )


def _write(result: Comparison, plan: Plan, formats: Sequence[str], folder: Path, stem: str) -> list[Path]:
    """Renders every format before the first file is written: all of them, or none."""
    rendered = [file for name in formats for file in FORMATS[name].files(result, plan)]
    paths = [folder / f"{stem}{file.ending}" for file in rendered]
    write([(path, file.content) for path, file in zip(paths, rendered, strict=True)])
    return paths


def _write_index(folder: Path, reports: Sequence[Report]) -> Path:
    from biasdiff.rendering.index import render

    write([(folder / "index.html", render(reports))])
    return folder / "index.html"


def _reports(folder: Path) -> Iterator[Report]:
    """The reports in a folder, by the title that each gives itself. Other pages are passed over."""
    from biasdiff.rendering.index import Report

    for path in sorted(folder.glob("*.html")):
        title = _TITLE.search(_beginning(path))
        if title:
            yield Report(path.name, html.unescape(title[1]), others=_others(path))


def _beginning(path: Path) -> str:
    """The first characters of a page; nothing where it cannot be read, or is no file."""
    if not path.is_file():
        return ""
    try:
        with path.open(encoding="utf-8", errors="replace") as page:
            return page.read(4000)
    except OSError:
        return ""


def _others(report: Path) -> tuple[tuple[str, str], ...]:
    """More files on the same stories that lie beside a report."""
    beside = ((label, f"{report.stem}{ending}") for ending, label in _OTHERS.items())
    return tuple((label, name) for label, name in beside if (report.parent / name).exists())


def links(files: Sequence[Path]) -> str:
    """A links file with the links that biasdiff proposes between stories."""
    from biasdiff.analyzing import analyze
    from biasdiff.comparing import compare as compare_stories

    result = compare_stories([analyze(passage) for passage in _passages(files, ())])
    return pinning.listed(result.links, [str(path) for path in files])


def _formats(names: str) -> list[str]:
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted or [""]:
        if name not in FORMATS:
            raise InputError(f"format '{name}' is unknown. Use one or more of {', '.join(FORMATS)}.")
    return list(dict.fromkeys(wanted))


def _passages(files: Sequence[Path], outlets: Sequence[str]) -> list[Passage]:
    if len(files) < FEWEST:
        raise InputError("one story given. Give two files or more to compare.")
    if len(outlets) > len(files):
        raise InputError(
            f"{len(outlets)} outlets for {len(files)} files. Give --outlet once a file, in the same order."
        )
    if len(files) > MOST:
        raise InputError(f"{len(files)} files given. Give {FEWEST} to {MOST} stories to compare.")
    passages = [read(path) for path in files]
    for one, other in combinations(files, 2):
        if one.samefile(other):
            raise InputError(f"{other}: the same file as {one}. Give two different stories.")
    names = [*map(str.strip, outlets), *[""] * (len(passages) - len(outlets))]
    return [replace(p, outlet=o, outlet_source="given") if o else p for p, o in zip(passages, names, strict=True)]


def file_stem(title: str) -> str:
    """A file name that is safe everywhere: lower-case letters, digits and hyphens, at most 80."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80].strip("-")
    return f"report-{plain}" if _DEVICES.fullmatch(plain) else plain or "report"


def check_lexicons(files: Sequence[Path]) -> str:
    """A line for every lexicon that is right; raises LexiconError with a line for every slip of the others."""
    from biasdiff.checking import check

    slips: list[str] = []
    right: list[str] = []
    for path in files:
        try:
            lexicon = lexicons.read(path)
        except LexiconError as problem:
            slips += problem.slips
            continue
        found = list(check(lexicon))
        slips += found
        if not found:
            right.append(f"{path}: {len(lexicon.entries)} entries, all tests pass.")
    if slips:
        raise LexiconError((*right, *slips))
    return "\n".join(right)


def list_rules(rule: str, own: Sequence[Path]) -> str:
    """The rules with their numbers of entries, or the entries of one; raises LexiconError for an unknown rule."""
    from biasdiff import manual

    known = manual.lexicons([lexicons.read(path) for path in own])
    return manual.listing(rule, known) if rule else manual.overview(known)


def explain(name: str, own: Sequence[Path]) -> str:
    """The manual of a rule or an entry; raises LexiconError where there is neither."""
    from biasdiff import manual

    return manual.explanation(name, manual.lexicons([lexicons.read(path) for path in own]))


def publish(folder: Path, output: Path) -> str:
    """Renders report, data, sheet and key for every event in a folder, and an index page; returns what was written."""
    from biasdiff.events import events
    from biasdiff.rendering.index import Report

    reports = []
    for event in events(folder):
        for_class = ForClass(level=_level(event.level))
        result, plan = _compared(event.passages, event.title, Settings(), "default", for_class)
        _write(result, plan, PUBLISHED, output, event.slug)
        outlets = tuple(passage.outlet for passage in event.passages)
        page = output / f"{event.slug}.html"
        reports.append(
            Report(page.name, event.title, event.date, event.summary, outlets, event.look_for, _others(page))
        )
    index = _write_index(output, reports)
    return "\n".join(f"Report: {output / report.file}" for report in reports) + f"\nIndex: {index}"


def _level(words: str) -> Level:
    """The first reading level that an event names, as in “grades 8-10, B1-B2”; B1 where it names none."""
    levels: tuple[Level, ...] = get_args(Level)
    return next((level for level in levels if level in words), "B1")
