"""Formats beside the page: what they hold, that text of others cannot do anything in them, and how files are named."""

import csv
import io
import json
import re
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

import biasdiff
from biasdiff.cli import main
from biasdiff.commands import file_stem
from biasdiff.events import events
from biasdiff.rendering import FORMATS, markdown, tables
from biasdiff.rendering.escaping import safe
from biasdiff.rendering.index import Report
from biasdiff.rendering.index import render as render_index
from biasdiff.rendering.schema import schema
from biasdiff.teaching.plan import Plan

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "docs" / "schema.json").read_text(encoding="utf-8"))
PAIR = [ROOT / "samples/port-alder-ferries" / name for name in ("01-morning-ledger.txt", "02-coast-wire.txt")]
# A sentence is one line of text to every format, whatever stands in it.
HOSTILE = """=1+1 said the valiant mayor. See https://evil.example/x and www.evil.example now.

-2 is cold. @home *bold* _it_ `code` [a](javascript:alert(1)) ![b](http://x.example/p.png) <b>c</b> | pipe &lt; ~~d~~.

# Heading said "no, never". <script>alert(1)</script>
"""


@pytest.fixture(scope="module")
def samples():
    return [biasdiff.compare(list(event.passages), title=event.title) for event in events(ROOT / "samples")]


@pytest.fixture(scope="module")
def hostile():
    return biasdiff.compare([HOSTILE, HOSTILE + " Again."], title="# <i>T</i> | x")


def rows(table):
    return list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))


def run(out, *options, files=PAIR):
    return CliRunner().invoke(main, ["compare", *map(str, files), "-o", str(out), *options])


# Markdown


def test_markdown_holds_every_sentence_that_counts_once_at_least(samples):
    for result in samples:
        text = MarkdownIt("commonmark").enable("table").render(markdown.render(result))
        for story in result.analyses:
            for sentence in story.told:
                assert f"<strong>{story.passage.id.upper()}{sentence.index + 1}</strong>" in text


def test_markdown_holds_every_mark_of_a_counted_sentence(samples):
    for result in samples:
        text = markdown.render(result)
        marks = sum(
            story.sentence_at(f.span.start).role != "boilerplate" for story in result.analyses for f in story.findings
        )
        assert len(re.findall(r"^- \*\*\(?[LCWQ][123]\)?\*\* “", text, re.MULTILINE)) == marks


def test_text_of_a_story_is_only_text_in_markdown(hostile):
    text = markdown.render(hostile)
    # "linkify" is what many programs do to an address in plain text.
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    assert not re.search(r"<(?:a|img|script|b|i|s|code)\b", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "*bold* _it_ `code` [a](javascript:alert(1))" in page
    assert "&amp;lt;" in page
    assert page.count("<h1>") == 1
    assert "https://" not in text
    assert "www.evil" not in text


def test_a_table_row_of_markdown_has_as_many_cells_as_its_head(hostile, samples):
    for result in (hostile, *samples):
        width = 0
        for line in markdown.render(result).splitlines():
            cells = len(re.findall(r"(?<!\\)\|", line))
            width = (width or cells) if line.startswith("|") else 0
            assert not width or cells == width, line


def test_markdown_begins_with_the_title_and_has_no_gaps(samples):
    for result in samples:
        text = markdown.render(result)
        assert text.startswith(f"# {result.title}\n")
        assert "\n\n\n" not in text
        assert text.endswith("\n")


def test_markdown_tells_all_that_differs(samples):
    for result in samples:
        text = markdown.render(result)
        for point in (*result.tensions, *result.name_points, *result.placements):
            assert safe(point.text) in text
        for told in (*(match for match in result.figure_matches if match.text), *result.practices):
            assert safe(told.text) in text
        assert all(f"| {safe(one.thing)} |" in text for one in result.key_words)
        assert all(f"| {safe(one.target)} |" in text for one in result.targets)
        assert ("## Who tells what" in text) == (len(result.analyses) > 2)


# CSV

_TABLES = (
    *("findings", "links", "quotations", "names", "counts", "points", "key-words"),
    *("figures", "targets", "only-here", "practices", "units"),
)


def test_tables_hold_a_row_for_everything(samples):
    for result in samples:
        made = {name: rows(table) for name, table in tables.render(result).items()}
        assert tuple(made) == _TABLES
        assert len(made["findings"]) == sum(len(story.findings) for story in result.analyses)
        assert len(made["links"]) == len(result.links)
        alone = sum(len(numbers) for _, numbers in result.quotations_only)
        assert len(made["quotations"]) == len(result.quotation_matches) + alone + len(result.paraphrases)
        assert len(made["names"]) == sum(len(label.places) for name in result.names for label in name.labels)
        assert len(made["counts"]) == sum(len(profile.counts) for profile in result.profiles)
        assert len(made["figures"]) == sum(len(story.figures) for story in result.analyses)
        assert len(made["targets"]) == len(result.targets)
        assert len(made["only-here"]) == sum(len(one.spans) for one in result.only_here)
        assert len(made["practices"]) == sum(len(one.places) for one in result.practices)
        assert len(made["key-words"]) == sum(len(label.places) for one in result.key_words for label in one.words)
        assert len(made["units"]) == sum(len(ids) for unit in result.units for _, ids in unit.sentences)
        assert {row["told"] for row in made["points"]} >= {point.text for point in result.tensions}


def test_offsets_in_a_table_point_into_the_text(samples):
    for result in samples:
        texts = {story.passage.id: story.passage.text for story in result.analyses}
        made = tables.render(result)
        placed = (name for name in made if name not in ("links", "quotations", "counts", "targets"))
        for row in (row for name in placed for row in rows(made[name])):
            printed = texts[row["story"]][int(row["start"]) : int(row["end"])]
            assert row["words"].removeprefix("'") == " ".join(printed.split())


def test_a_spreadsheet_takes_no_cell_for_a_formula(hostile):
    for table in tables.render(hostile).values():
        assert table.startswith("\ufeff")
        for row in csv.reader(io.StringIO(table.removeprefix("\ufeff"))):
            assert not any(len(cell) > 1 and cell[0] in "=+-@\t\r" for cell in row)
    assert any(row["left_text"].startswith("'=1+1") for row in rows(tables.render(hostile)["links"]))


def test_a_story_with_breaks_and_quotation_marks_keeps_its_rows():
    text = 'She said: "Yes,\nI, for one, \'agree\'", and left. The valiant\r\nmayor, "Bo", spoke.'
    made = tables.render(biasdiff.compare([text, text]))
    assert all(None not in row and None not in row.values() for table in made.values() for row in rows(table))


# JSON


def strict(schema):
    """The schema with every key named: what it does not describe is a slip in it."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: strict(value) for key, value in schema.items()}
    return made | {"additionalProperties": False} if "properties" in schema and schema.get("type") == "object" else made


def test_the_schema_is_one_and_is_that_of_the_nouns():
    Draft202012Validator.check_schema(SCHEMA)
    assert schema() == SCHEMA, "run `make schema`"


def test_json_is_as_the_schema_says_and_the_schema_names_every_key(samples, hostile):
    validator = Draft202012Validator(strict(SCHEMA))
    for result in (*samples, hostile):
        (file,) = FORMATS["json"].files(result, Plan())
        assert [error.message for error in validator.iter_errors(json.loads(file.content))] == []


def test_an_analysis_alone_is_as_the_schema_says():
    alone = {"$ref": "#/$defs/Analysis", "$defs": strict(SCHEMA["$defs"])}
    data = json.loads(json.dumps(biasdiff.to_dict(biasdiff.analyze(HOSTILE, outlet="X"))))
    assert [error.message for error in Draft202012Validator(alone).iter_errors(data)] == []


def test_the_schema_refuses_what_is_no_comparison():
    (file,) = FORMATS["json"].files(biasdiff.compare(["One story.", "Another story."]), Plan())
    data = json.loads(file.content)
    validator = Draft202012Validator(SCHEMA)
    assert validator.is_valid(data)
    for key in SCHEMA["required"]:
        assert not validator.is_valid({name: value for name, value in data.items() if name != key}), key
    assert validator.is_valid(data | {"more": 1})


# PDF


def test_without_weasyprint_the_message_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    result = run(tmp_path / "out", "--format", "html,pdf")
    assert result.exit_code == 2
    assert "pip install 'biasdiff[pdf]'" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_the_pdf_is_tagged_and_the_same_each_time(samples):
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint is not installed")
    from biasdiff.rendering import pdf

    first = pdf.render(samples[0])
    assert first.startswith(b"%PDF-")
    assert first == pdf.render(samples[0])
    streams = [zlib.decompress(part) for part in re.findall(rb"(?s)stream\r?\n(x.*?)\r?\nendstream", first)]
    told = b"".join(streams)
    assert b"pdfuaid" in told
    assert b"StructTreeRoot" in told


# Files


def test_every_format_writes_what_its_name_says(tmp_path):
    wanted = [name for name in FORMATS if name != "pdf"]
    result = run(tmp_path, "--format", ",".join(wanted), "--title", "Café & co: 1/2")
    assert result.exit_code == 0, result.stderr
    stem = "cafe-co-1-2"
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{stem}.html",
        f"{stem}.json",
        f"{stem}.md",
        *(f"{stem}-{table}.csv" for table in _TABLES),
        f"{stem}-worksheet.html",
        f"{stem}-key.html",
        f"{stem}-lesson.zip",
    }
    assert all(str(path) in result.output for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Ferry crews: “stop”?", "ferry-crews-stop"),
        ("../../etc/passwd", "etc-passwd"),
        ("Zürich, Łódź", "zurich-odz"),
        ("con", "report-con"),
        ("LPT1", "report-lpt1"),
        ("новости", "report"),
        ("", "report"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_file_name_is_safe_everywhere(title, stem):
    assert file_stem(title) == stem


def test_the_same_stories_give_the_same_bytes(tmp_path):
    formats = ",".join(name for name in FORMATS if name != "pdf")
    for folder in ("first", "second"):
        assert run(tmp_path / folder, "--format", formats).exit_code == 0
    for path in (tmp_path / "first").iterdir():
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes(), path.name


def test_an_unknown_format_names_those_that_there_are(tmp_path):
    result = run(tmp_path, "--format", "html,xml")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in FORMATS)


def test_help_and_documentation_name_every_format_and_option():
    shown = CliRunner().invoke(main, ["compare", "--help"]).output
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for name in FORMATS:
        assert name in shown
        assert f"`{name}`" in page
    every = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    for option in re.findall(r"--[a-z-]+", shown):
        assert option in every or option in (ROOT / "README.md").read_text(encoding="utf-8") or option == "--help", (
            option
        )


# The index


def test_the_index_lists_the_reports_of_a_folder_and_what_lies_beside_them(tmp_path):
    (tmp_path / "other.html").write_text("<title>Not a report</title>", encoding="utf-8")
    run(tmp_path, "--title", "First & last", "--format", "html,worksheet,json")
    run(tmp_path, "--title", "Second", "--index")
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'href="first-last.html"' in page
    assert "First &amp; last" in page
    assert "&amp;amp;" not in page
    assert 'href="first-last-worksheet.html"' in page
    assert 'href="second.html"' in page
    assert "other.html" not in page
    assert "2 events" in page


def test_nothing_in_a_report_can_become_markup_or_a_link_elsewhere():
    page = render_index(
        [Report("javascript:alert(1)", "<script>x</script>", "soon", '"><img src=x>', ("<b>A</b>",), ("<i>q</i>",))]
    )
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript%3Aalert%281%29"' in page
    assert "default-src 'none'" in page


def test_an_index_of_nothing_says_so():
    assert "No reports yet" in render_index([])


def test_a_date_is_told_in_words():
    assert "12 May 2026" in render_index([Report("r.html", "T", "2026-05-12")])


def test_a_note_on_what_was_left_out_is_in_every_report(samples):
    noted = replace(samples[0], notes=("Left out at a teacher’s wish: A4.",))
    for name in ("html", "markdown", "json"):
        (file,) = FORMATS[name].files(noted, Plan())
        assert "Left out at a teacher’s wish: A4." in file.content
