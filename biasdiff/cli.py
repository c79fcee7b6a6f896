"""The command line: options -> calls -> exit code.

Exit 0: done. 2: wrong arguments or unusable input, with one line on stderr for each problem.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import click

from biasdiff import __version__
from biasdiff.errors import BiasdiffError, LexiconError
from biasdiff.model import Sensitivity
from biasdiff.teaching.plan import Level


class _Command(click.Group):
    """Errors of ours become one line on stderr and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BiasdiffError as problem:
            lines = problem.slips if isinstance(problem, LexiconError) else (str(problem),)
            for line in lines:
                click.echo(f"biasdiff: {_printable(line)}", err=True)
            ctx.exit(2)


def _printable(line: str) -> str:
    """The line without what a file name or a value could do to the terminal: no line ends, no controls."""
    return "".join(character if character.isprintable() else "\ufffd" for character in line)


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
    click.echo(commands.compare(files, output, formats, title, outlets, lexicons, sensitivity, for_class, index, links))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def links(files: tuple[Path, ...]) -> None:
    """Print the links between the sentences of FILES as a links file, to be corrected by hand."""
    from biasdiff import commands

    # A links file is UTF-8, whatever the terminal has: its reasons hold curly quotation marks.
    click.echo(commands.links(files).encode(), nl=False)


@main.group()
def lexicon() -> None:
    """Look at word lists, and check one of your own."""


@lexicon.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def lexicon_check(files: tuple[Path, ...]) -> None:
    """Explain each slip in lexicon FILES, and run their hit and miss sentences."""
    from biasdiff import commands

    click.echo(commands.check_lexicons(files))


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

    click.echo(commands.list_rules(rule, lexicons))


@lexicon.command("explain")
@click.argument("name")
@_OWN_LEXICON
def lexicon_explain(name: str, lexicons: tuple[Path, ...]) -> None:
    """Explain a rule or an entry by its NAME: what it means, why, and sentences with and without it."""
    from biasdiff import commands

    click.echo(commands.explain(name, lexicons))


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

    click.echo(commands.publish(folder, output))
