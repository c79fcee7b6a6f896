"""Bad and odd input, from the command line: a right result, or one clear line and exit code 2."""

import os

import pytest
from click.testing import CliRunner

from biasdiff.cli import main

A = "Crews stop ferries\n\nThe valiant crews stopped the ferries on Monday. “We are tired,” said Ann Bole.\n"
B = "Ferries stop\n\nFerry crews stopped work on Monday, the port office said. “We are tired,” Ms Bole said.\n"


@pytest.fixture
def compare(tmp_path):
    def run(*contents, options=()):
        paths = []
        for number, content in enumerate(contents):
            path = tmp_path / f"story{number}.txt"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(str(path))
        return CliRunner().invoke(main, ["compare", *paths, "-o", str(tmp_path / "out"), *options])

    run.out = tmp_path / "out"
    return run


def written(compare):
    return sorted(path.name for path in compare.out.iterdir()) if compare.out.exists() else []


def refused(result, compare):
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert len(result.stderr.strip().splitlines()) == 1
    assert "Traceback" not in result.output
    assert written(compare) == []
    return result.stderr


def test_two_stories_give_one_report_and_a_summary(compare):
    result = compare(A, B)
    assert result.exit_code == 0
    assert written(compare) == ["story0-story1.html"]
    assert "What stands out" in result.output
    assert "story0-story1.html" in result.output


def test_formats_are_written_beside_each_other(compare):
    assert compare(A, B, options=["--format", "html,json", "--title", "Ferries: Monday!"]).exit_code == 0
    assert written(compare) == ["ferries-monday.html", "ferries-monday.json"]


def test_an_unknown_format_is_refused_before_anything_is_written(compare):
    assert "format 'docs' is unknown" in refused(compare(A, B, options=["--format", "html,docs"]), compare)


@pytest.mark.parametrize("content", ["", " \n\t ", b"\x00\x01\x02\x03" * 50, "<!doctype html><p>Hi</p>"])
def test_a_file_that_is_no_story_is_refused(compare, content):
    assert "story1.txt" in refused(compare(A, content), compare)


def test_one_story_only_is_refused(compare):
    assert "one story" in refused(compare(A), compare)


def test_nine_stories_are_refused(compare):
    assert "2 to 8" in refused(compare(*[f"{A}{n}" for n in range(9)]), compare)


def test_the_same_file_twice_is_refused(compare, tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(A)
    result = CliRunner().invoke(main, ["compare", str(path), str(path), "-o", str(compare.out)])
    assert "the same file" in refused(result, compare)


@pytest.mark.parametrize("content", ["“”" * 300, "…!", "🎉🎉"])
def test_a_story_without_a_word_is_refused(compare, content):
    assert "no words in it" in refused(compare(A, content), compare)


def test_a_missing_file_and_a_folder_are_refused(compare, tmp_path):
    for bad in (tmp_path / "gone.txt", tmp_path):
        path = tmp_path / "one.txt"
        path.write_text(A)
        result = CliRunner().invoke(main, ["compare", str(path), str(bad), "-o", str(compare.out)])
        assert str(bad) in refused(result, compare)


def test_too_many_outlets_are_refused(compare):
    options = ["--outlet", "One", "--outlet", "Two", "--outlet", "Three"]
    assert "3 outlets for 2 files" in refused(compare(A, B, options=options), compare)


def test_a_lexicon_with_a_slip_is_refused(compare, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text("[lexicon]\n")
    result = compare(A, B, options=["--lexicon", str(own)])
    assert result.exit_code == 2
    assert "own.toml" in result.stderr
    assert written(compare) == []


def test_a_folder_that_cannot_be_written_is_told(compare, tmp_path):
    (tmp_path / "out").write_text("a file stands in the way")
    result = compare(A, B)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings_give_a_report(compare, encoding):
    assert compare(A.encode(encoding), B).exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        "Nobody sailed.",
        "word " * 1000,
        "a\u202eb\u2066c\x07 \x1b[31mred\x1b[0m and more. " + "The crews stopped work on Monday. " * 12,
        "Crews 🚢 stopped 👩‍👩‍👧 on Monday. 🎉",
        "Nobody sailed. " + "“" * 3000,
        "Nobody sailed." + '."' * 3000,
        "<script>alert(1)</script> said the <b>mayor</b>.",
        "{{ 7*7 }} {% raw %} said the mayor.",
        "A\u0000b said nobody at all today, and that was all there was to say about it, the mayor said.",
        "İstanbul said ẞ and ﬁ and ǆ. " * 20,
    ],
    ids=["one sentence", "thousand words", "control", "emoji", "marks", "stops", "script", "template", "nul", "case"],
)
def test_odd_text_gives_a_report(compare, text):
    result = compare(text, B, options=["--format", "html,json"])
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
    assert len(written(compare)) == 2
    page = (compare.out / "story0-story1.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "49 said the mayor" not in page


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "Crews stopped, and nobody sailed; " * 30_000,
        " ".join(f"the word{n}" for n in range(800)) + ".",
        "He said. " * 20_000,
        "Nobody sailed. " + "([{“‘" * 50_000,
        "Nobody sailed, " + "5 per cent of $3bn in 4 ports, " * 4_000,
        "Nobody sailed, " + " ".join(f"{n:,} crews and {n} boats," for n in range(6_000)),
        "Nobody sailed " + "the so-called “ferry” and " * 6_000,
        "It failed" + ", according to Ann Bole" * 6_000,
        "The brutal regime slammed the shameful deal and " * 4_000,
        " ".join(f"Ann Bole{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} said Mr Reyes lied." for n in range(4_000)),
        "1," * 200_000,
    ],
    ids=[
        "million characters",
        "million-character line",
        "stop words between unique ones",
        "20,000 sentences",
        "brackets",
        "figures of one sort in a sentence",
        "figures of many values in a sentence",
        "quoted words in a sentence",
        "sources in a sentence",
        "marks in a sentence",
        "names",
        "a number without end",
    ],
)
def test_long_text_gives_a_report(compare, text):
    other = " ".join(f"the other{n}" for n in range(800)) + "."
    assert compare(text, other, options=["--format", "json"]).exit_code == 0


@pytest.fixture
def odd_name(tmp_path):
    """A file whose name is not text: old archives hold such names."""
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text(A)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system has no such names")
    return path


def test_a_file_name_that_is_not_text_gives_every_format(compare, odd_name, tmp_path):
    (tmp_path / "b.txt").write_text(B)
    options = ["-o", str(compare.out), "--format", "html,json,markdown,csv,lesson", "--index"]
    result = CliRunner().invoke(main, ["compare", str(odd_name), str(tmp_path / "b.txt"), *options])
    assert result.exit_code == 0, result.output
    assert "caf-b.json" in written(compare)


def test_a_link_that_leads_to_itself_is_refused(compare, tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(A)
    (tmp_path / "loop").symlink_to("loop")
    result = CliRunner().invoke(main, ["compare", str(path), str(tmp_path / "loop"), "-o", str(compare.out)])
    assert "cannot be read" in refused(result, compare)


def test_a_file_name_cannot_make_a_second_line_or_change_the_terminal(compare, tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(A)
    result = CliRunner().invoke(
        main, ["compare", str(path), "a\nb\x1b[31m\u202e.txt", "-o", str(compare.out)], color=True
    )
    assert not {"\x1b", "\u202e"} & set(refused(result, compare))


def test_a_terminal_without_a_letter_still_gets_the_summary(compare, tmp_path):
    for name, text in (("a.txt", A), ("b.txt", B)):
        (tmp_path / name).write_text(text)
    files = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    command = ["compare", *files, "-o", str(compare.out), "--outlet", "Český 🎉"]
    result = CliRunner(charset="cp1252").invoke(main, command)
    assert result.exit_code == 0, result.exception
    assert "What stands out" in result.output


@pytest.mark.parametrize("option", [("--pairs", "9" * 5000), ("--leave-out", "A1-A999999")])
def test_a_number_beyond_any_story_is_refused(compare, option):
    assert "is no" in refused(compare(A, B, options=option), compare)


@pytest.mark.parametrize("text", ["x = " + "[" * 100_000, "x = " + "9" * 5000])
def test_toml_that_cannot_be_held_is_refused(compare, tmp_path, text):
    path = tmp_path / "own.toml"
    path.write_text(text)
    for option in ("--lexicon", "--links"):
        assert "own.toml" in refused(compare(A, B, options=[option, str(path)]), compare)


def test_an_index_passes_over_what_is_no_page(compare):
    (compare.out / "folder.html").mkdir(parents=True)
    (compare.out / "gone.html").symlink_to("nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(compare.out / "pipe.html")
    assert compare(A, B, options=["--index"]).exit_code == 0
    assert "folder.html" not in (compare.out / "index.html").read_text(encoding="utf-8")


def test_printed_links_are_utf8_whatever_the_terminal_has(compare, tmp_path):
    compare(A, B)
    files = [str(tmp_path / f"story{number}.txt") for number in (0, 1)]
    result = CliRunner(charset="cp1252").invoke(main, ["links", *files])
    assert "“" in result.stdout_bytes.decode("utf-8")
