"""Command, library and documentation are one product: what is there is documented, and what is documented works."""

import re
from pathlib import Path

import click
import pytest

from biasdiff.cli import main
from biasdiff.rendering.words import SECTIONS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(group, path="biasdiff"):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name):
    section = re.search(rf"^## {name}\b.*?(?=^## |\Z)", PAGE, re.M | re.S)
    assert section, f"docs/commands.md has no '## {name}'"
    options = [
        option
        for p in COMMANDS[name].params
        if isinstance(p, click.Option)
        for option in p.opts
        if option.startswith("--")
    ]
    assert [option for option in options if f"`{option}" not in section[0]] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name):
    assert COMMANDS[name].help
    assert all(p.help for p in COMMANDS[name].params if isinstance(p, click.Option))


def test_links_between_pages_lead_somewhere():
    pages = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/*.md"),
        *ROOT.glob("samples/*.md"),
        *ROOT.glob("biasdiff/**/*.md"),
        *ROOT.glob("benchmarks/*.md"),
    ]
    broken = [
        (page.name, target)
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_entry_shown_in_the_readme_passes_its_own_check():
    from biasdiff.checking import check
    from biasdiff.lexicon import parse

    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    for block in blocks:
        assert list(check(parse(block.encode(), "readme.toml"))) == []


def test_the_four_lines_of_python_in_the_readme_run(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text("Crews stop\n\nThe valiant crews stopped work on Monday.")
    (tmp_path / "b.txt").write_text("Crews stop\n\nCrews stopped work on Monday.")
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    exec(compile(block, "README.md", "exec"), {})
    assert "valiant" in capsys.readouterr().out


def test_the_readme_names_the_parts_of_a_report_in_their_order():
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\d+\. \*\*(.+?)\*\*", told, re.MULTILINE) == list(SECTIONS.values())
