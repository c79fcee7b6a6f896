"""The command line: options -> calls -> exit code.

Exit 0: done. 2: wrong arguments or unusable input, with one line on stderr for each problem. 130: interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

from biasdiff import __version__
from biasdiff.errors import BiasdiffError, InputError, LexiconError
from biasdiff.model import Sensitivity
from biasdiff.teaching.plan import Level

# Of more problems than these, only the number is told.
_MOST_LINES = 50
_LONGEST = 600
_INTERRUPTED = 130
_STAND = "All files are written, in {}."


class _Command(click.Group):
    """Every problem becomes a line on stderr, and no traceback; exit code 2, or 130 after an interrupt."""

    def main(self, *args: Any, **options: Any) -> Any:
        try:
            code = super().main(*args, **(options | {"standalone_mode": False}))
        except BiasdiffError as problem:
            _complain(problem.slips if isinstance(problem, LexiconError) else (str(problem),))
        except click.UsageError as problem:
            _complain((_usage(problem),))
        except OSError as problem:
            gone = f"{problem.filename}: cannot be used ({problem.strerror}). Check the path."
            _complain((gone if problem.filename else _unprinted(problem),))
        except click.Abort:
            _complain(("stopped.",), _INTERRUPTED)
        else:
            sys.exit(code or 0)


def _complain(lines: Sequence[str], code: int = 2) -> NoReturn:
    """Prints problems, a line each, and ends the program."""
    shown = [*lines[:_MOST_LINES], *([f"and {len(lines) - _MOST_LINES} more."] if len(lines) > _MOST_LINES else [])]
    with suppress(OSError):
        for line in shown:
            click.echo(f"biasdiff: {_printable(line)}", err=True)
    sys.exit(code)


def _printable(line: str) -> str:
    """The line without what a file name or a value could do to the terminal: no line ends, no controls, no end."""
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


def _usage(problem: click.UsageError) -> str:
    """What is wrong with the arguments, and where they are explained."""
    command = problem.ctx.command_path if problem.ctx else "biasdiff"
    message = "no command." if problem.message.startswith("Usage:") else problem.format_message()
    return f"{' '.join(message.split())} See {command} --help."


def _unprinted(problem: OSError) -> str:
    # Python would try once more at its end, and complain in its own way.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return f"standard output: cannot be written ({problem.strerror}). Print to another place."


def _show(text: str | bytes, beside: str = "") -> None:
    """Prints a result. `beside` tells what else is there, for the case that it cannot be printed.

    Nothing happens where the reader has gone, as in `| head -1`.
    """
    from biasdiff.rendering.terminal import plain

    try:
        click.echo(plain(text) if isinstance(text, str) else text, nl=isinstance(text, str))
    except OSError as problem:
        line = _unprinted(problem)
        if problem.errno != errno.EPIPE:
            raise InputError(f"{line} {beside}".rstrip()) from None


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="biasdiff")
def main() -> None:
    """Compare how outlets tell the same story: evidence and questions, no verdict."""
    # A name may hold letters that a terminal, or a file in its place, has no code for.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder for the report.",
)
@click.option(
    "--format",
    "formats",
    default="html",
    show_default=True,
    help="One or more, as in html,json: html, json, markdown, csv, pdf, worksheet, key, lesson.",
)
@click.option("--title", default="", help="Title of the comparison.")
@click.option("--outlet", "outlets", multiple=True, help="Name of an outlet; repeat it in the order of the files.")
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A lexicon of your own (TOML); may be repeated.",
)
@click.option(
    "--sensitivity",
    type=click.Choice(["default", "high"]),
    default="default",
    show_default=True,
    help="high adds findings of lower confidence.",
)
@click.option("--nlp", is_flag=True, help="Ask spaCy too what names stand for; needs pip install 'biasdiff[nlp]'.")
@click.option(
    "--links",
    type=click.Path(path_type=Path),
    help="A links file (TOML) that sets or forbids links; `biasdiff links` prints one.",
)
@click.option("--index", is_flag=True, help="Write index.html too: a list of the reports in the folder.")
@click.option("--blind", is_flag=True, help="Hide the names of the outlets. The teacher's key tells them.")
@click.option("--leave-out", default="", metavar="A4,B3-B5", help="Sentences to hide from a class, everywhere.")
@click.option(
    "--pairs",
    default="3",
    show_default=True,
    metavar="3 or A5-B4,A9-B7",
    help="Pairs of sentences on the worksheet: how many, or which.",
)
@click.option(
    "--questions", type=click.IntRange(0, 12), default=7, show_default=True, help="Questions on the worksheet."
)
@click.option(
    "--level",
    type=click.Choice(["A2", "B1", "B2"]),
    default="B1",
    show_default=True,
    help="Readers' level (CEFR): the worksheet explains harder words.",
)
@click.option("--one-page", is_flag=True, help="A worksheet of one page, without the whole stories.")
def compare(
    files: tuple[Path, ...],
    output: Path,
    formats: str,
    title: str,
    outlets: tuple[str, ...],
    lexicons: tuple[Path, ...],
    sensitivity: Sensitivity,
    nlp: bool,
    links: Path | None,
    index: bool,
    blind: bool,
    leave_out: str,
    pairs: str,
    questions: int,
    level: Level,
    one_page: bool,
) -> None:
    """Compare the stories in two or more FILES and write a report.

    For a class, --format lesson writes a sheet for students, a key for the teacher and the report.
    """
    from biasdiff import commands

    for_class = commands.ForClass(blind, leave_out, pairs, questions, level, one_page)
    text = commands.compare(files, output, formats, title, outlets, lexicons, sensitivity, nlp, for_class, index, links)
    _show(text, _STAND.format(output))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def links(files: tuple[Path, ...]) -> None:
    """Print the links between the sentences of FILES as a links file, to be corrected by hand."""
    from biasdiff import commands

    # A links file is UTF-8, whatever the terminal has: its reasons hold curly quotation marks.
    _show(commands.links(files).encode())


@main.group()
def lexicon() -> None:
    """Look at word lists, and check one of your own."""


@lexicon.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def lexicon_check(files: tuple[Path, ...]) -> None:
    """Explain each slip in lexicon FILES, and run their hit and miss sentences."""
    from biasdiff import commands

    _show(commands.check_lexicons(files))


_OWN_LEXICON = click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A lexicon of your own (TOML); may be repeated.",
)


@lexicon.command("list")
@click.argument("rule", default="")
@_OWN_LEXICON
def lexicon_list(rule: str, lexicons: tuple[Path, ...]) -> None:
    """List the rules with their numbers of entries, or the entries of one RULE."""
    from biasdiff import commands

    _show(commands.list_rules(rule, lexicons))


@lexicon.command("explain")
@click.argument("name")
@_OWN_LEXICON
def lexicon_explain(name: str, lexicons: tuple[Path, ...]) -> None:
    """Explain a rule or an entry by its NAME: what it means, why, and sentences with and without it."""
    from biasdiff import commands

    _show(commands.explain(name, lexicons))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("reports"),
    show_default=True,
    help="Folder for the reports.",
)
def publish(folder: Path, output: Path) -> None:
    """Render every event in FOLDER (stories with an event.toml) and an index page."""
    from biasdiff import commands

    _show(commands.publish(folder, output), _STAND.format(output))
