"""What the commands do, apart from options and exit codes. Each returns the text that the terminal shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from biasdiff import lexicon as lexicons
from biasdiff.errors import InputError, LexiconError
from biasdiff.model import Passage, Sensitivity
from biasdiff.reading import read
from biasdiff.rendering import FORMATS
from biasdiff.rendering.terminal import summary
from biasdiff.writing import write


def compare(
    files: Sequence[Path],
    output: Path,
    formats: str,
    title: str,
    outlets: Sequence[str],
    own_lexicons: Sequence[Path],
    sensitivity: Sensitivity,
) -> str:
    """Compares stories, writes a report in every format named, and returns the summary."""
    from biasdiff import Settings, analyze
    from biasdiff.comparing import compare as compare_stories

    wanted = _formats(formats)
    passages = _passages(files, outlets)
    settings = Settings(lexicons=tuple(lexicons.read(path) for path in own_lexicons))
    analyses = [analyze(passage, sensitivity=sensitivity, settings=settings) for passage in passages]
    result = compare_stories(analyses, title=title)
    stem = output / file_stem(title or " ".join(path.stem for path in files))
    written = []
    for name in wanted:
        path = stem.with_name(f"{stem.name}.{FORMATS[name].suffix}")
        write(path, FORMATS[name].render(result))
        written.append(path)
    return summary(result, written)


def _formats(names: str) -> list[str]:
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    for name in wanted or [""]:
        if name not in FORMATS:
            raise InputError(f"format '{name}' is unknown. Use {' or '.join(FORMATS)}.")
    return list(dict.fromkeys(wanted))


def _passages(files: Sequence[Path], outlets: Sequence[str]) -> list[Passage]:
    if len(files) < 2:
        raise InputError("one story given. Give two files or more to compare.")
    if len(outlets) > len(files):
        raise InputError(
            f"{len(outlets)} outlets for {len(files)} files. Give --outlet once a file, in the same order."
        )
    seen: dict[Path, Path] = {}
    for path in files:
        if (real := path.resolve()) in seen:
            raise InputError(f"{path}: the same file as {seen[real]}. Give two different stories.")
        seen[real] = path
    passages = [read(path) for path in files]
    names = [*outlets, *[""] * (len(passages) - len(outlets))]
    return [replace(p, outlet=o, outlet_source="given") if o else p for p, o in zip(passages, names, strict=True)]


def file_stem(title: str) -> str:
    """A file name that is safe everywhere: lower-case letters, digits and hyphens, at most 80."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:80].strip("-")
    return plain or "report"


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


def publish(folder: Path, output: Path) -> str:
    """Renders a report for every event in a folder, and an index page of them; returns what was written."""
    from biasdiff import analyze
    from biasdiff.comparing import compare as compare_stories
    from biasdiff.events import events
    from biasdiff.rendering.index import Report, render

    reports = []
    for event in events(folder):
        result = compare_stories([analyze(passage) for passage in event.passages], title=event.title)
        for name, form in FORMATS.items():
            write(output / f"{event.slug}.{form.suffix}", FORMATS[name].render(result))
        outlets = tuple(passage.outlet for passage in event.passages)
        reports.append(Report(f"{event.slug}.html", event.title, event.date, event.summary, outlets, event.look_for))
    write(output / "index.html", render(reports))
    return "\n".join(f"Report: {output / report.file}" for report in reports) + f"\nIndex: {output / 'index.html'}"
