"""The command line as a process: what it prints where, how it ends, and what it leaves behind when it cannot go on."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from biasdiff import writing
from biasdiff.cli import main
from biasdiff.errors import InputError

A = "Crews stop ferries\n\nThe valiant crews stopped the ferries on Monday. “We are tired,” said Ann Bole.\n"
B = "Ferries stop\n\nFerry crews stopped work on Monday, the port office said. “We are tired,” Ms Bole said.\n"
FULL = Path("/dev/full")
posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and signals as POSIX has them")


@pytest.fixture
def stories(tmp_path):
    for name, text in (("a.txt", A), ("b.txt", B)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def run(*arguments, **options):
    command = [sys.executable, "-m", "biasdiff", *map(str, arguments)]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=60, **options)


def in_one_line(result):
    assert result.stderr.startswith("biasdiff: ")
    assert len(result.stderr.splitlines()) == 1
    return result.stderr


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["compare", "--levle", "B1", "a.txt"], "No such option"),
        (["compare", "--level", "C9", "a.txt"], "'C9' is not one of"),
        (["compare", "--questions", "many", "a.txt"], "'many' is not a valid integer"),
        (["compare"], "Missing argument"),
        (["compare", "a.txt", "--title"], "requires an argument"),
        (["contrast"], "No such command 'contrast'"),
        (["--quiet"], "No such option"),
        (["lexicon", "explain"], "Missing argument"),
        (["lexicon", "list", "a", "b"], "unexpected extra argument"),
    ],
)
def test_wrong_arguments_are_told_in_one_line_with_the_place_of_help(arguments, problem):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert problem in in_one_line(result)
    assert "--help" in result.stderr


def test_an_argument_cannot_make_a_second_line():
    assert "\x1b" not in in_one_line(CliRunner().invoke(main, ["a\nb\x1b[31m"], color=True))


def test_help_is_whole_and_no_problem():
    result = CliRunner().invoke(main, ["compare", "--help"])
    assert result.exit_code == 0
    assert "--leave-out" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("option", ["--lexicon", "--links"])
@posix
def test_what_never_ends_is_refused_unread(stories, tmp_path, option):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "socket"))
        for odd in (tmp_path / "pipe", tmp_path / "socket", Path(os.devnull)):
            result = CliRunner().invoke(main, ["compare", *stories, option, str(odd), "-o", str(tmp_path / "out")])
            assert result.exit_code == 2
            assert "is not a regular file" in in_one_line(result)
    result = CliRunner().invoke(main, ["compare", *stories, option, str(tmp_path), "-o", str(tmp_path / "out")])
    assert "is a folder" in in_one_line(result)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--lexicon", "--links"])
def test_a_file_of_words_or_links_has_a_largest_size(stories, tmp_path, option):
    with (tmp_path / "big.toml").open("wb") as file:
        file.truncate(100_000_000)
    result = CliRunner().invoke(main, ["compare", *stories, option, str(tmp_path / "big.toml")])
    assert "big.toml: larger than" in in_one_line(result)


def test_one_file_by_two_names_is_told(stories, tmp_path):
    (tmp_path / "hard.txt").hardlink_to(stories[0])
    (tmp_path / "soft.txt").symlink_to(stories[0])
    for name in ("hard.txt", "soft.txt"):
        result = CliRunner().invoke(main, ["compare", stories[0], str(tmp_path / name)])
        assert "the same file as" in in_one_line(result)


def test_more_files_than_can_be_compared_are_refused_before_one_is_read(stories):
    result = CliRunner().invoke(main, ["compare", *["gone.txt"] * 5000])
    assert "5000 files given" in in_one_line(result)


def test_of_many_slips_the_first_are_told_and_the_rest_counted(tmp_path):
    rows = "".join(f"[entry.word-{n}]\nseverity = 9\n" for n in range(40))
    (tmp_path / "own.toml").write_text(f"{rows}[entry.long]\nterms = 0x{'f' * 9000}\nneutral = '{'x' * 9000}'\n")
    result = CliRunner().invoke(main, ["lexicon", "check", str(tmp_path / "own.toml")])
    lines = result.stderr.splitlines()
    assert result.exit_code == 2
    assert len(lines) == 51
    assert lines[-1].endswith(" more.")
    assert max(map(len, lines)) < 300


@pytest.mark.parametrize("value", ["0x" + "f" * 9000, "[" + "[1], " * 2000 + "]", "'" + "x" * 9000 + "'", "inf"])
def test_a_huge_value_in_a_links_file_is_told_in_a_short_line(stories, tmp_path, value):
    for text in (f"others = {value}", f"[[link]]\na = [{value}]\nb = [1]"):
        (tmp_path / "links.toml").write_text(text)
        result = CliRunner().invoke(main, ["compare", *stories, "--links", str(tmp_path / "links.toml")])
        assert result.exit_code == 2
        assert len(in_one_line(result)) < 300 + len(str(tmp_path))


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_summary_that_cannot_be_printed_is_told_with_what_is_written(stories, tmp_path):
    with FULL.open("w") as full:
        result = run("compare", *stories, "-o", tmp_path / "out", stdout=full)
        assert result.returncode == 2
        assert "No space left" in in_one_line(result)
        assert f"All files are written, in {tmp_path / 'out'}" in result.stderr
        assert (tmp_path / "out" / "a-b.html").exists()
        for arguments in (["--help"], ["--version"], ["links", *stories], ["lexicon", "list"]):
            result = run(*arguments, stdout=full)
            assert result.returncode == 2
            assert "standard output: cannot be written" in in_one_line(result)


@posix
def test_a_reader_who_goes_away_is_no_problem(stories):
    reading, writing_end = os.pipe()
    os.close(reading)
    with os.fdopen(writing_end, "w") as pipe:
        result = run("links", *stories, stdout=pipe)
    assert (result.returncode, result.stderr) == (0, "")


def test_files_are_written_all_or_none(tmp_path, monkeypatch):
    whole = Path.write_bytes

    def full(path, content):
        if content == b"two":
            raise OSError(28, "No space left on device")
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(InputError, match=r"two\.txt: cannot be written"):
        writing.write([(tmp_path / f"{name}.txt", name) for name in ("one", "two", "three")])
    assert list(tmp_path.iterdir()) == []


def test_a_rename_that_fails_names_what_is_written_before(tmp_path):
    (tmp_path / "two.txt" / "in the way").mkdir(parents=True)
    with pytest.raises(InputError, match=r"two\.txt: cannot be written .*Written before it: .*one\.txt\."):
        writing.write([(tmp_path / f"{name}.txt", name) for name in ("one", "two", "three")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.txt", "two.txt"]


def test_an_interrupt_ends_without_a_traceback_and_without_a_file(stories, tmp_path, monkeypatch):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    for step in ("biasdiff.analyzing.analyze", "biasdiff.comparing.compare", "biasdiff.rendering.html.render"):
        with monkeypatch.context() as patched:
            patched.setattr(step, stopped)
            result = CliRunner().invoke(main, ["compare", *stories, "-o", str(tmp_path / "out")])
        assert result.exit_code == 130
        assert result.stderr.strip() == "biasdiff: stopped."
        assert not (tmp_path / "out").exists()


@posix
def test_an_interrupt_while_the_program_is_loaded_leaves_no_traceback():
    # A module that cannot be loaded before the interrupt has come.
    code = """
import os, signal, sys
class Slow:
    def find_spec(self, name, *_):
        if name == "biasdiff.cli":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Slow())
sys.argv = ["biasdiff", "--version"]
from biasdiff.__main__ import run
run()
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert result.returncode == -signal.SIGINT
    assert result.stderr == ""
