"""The published reports are those of the samples, and whole outputs stay what they were."""

import html
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import biasdiff
from biasdiff.cli import main
from biasdiff.events import event, events

ROOT = Path(__file__).parent.parent
SAMPLES, REPORTS = ROOT / "samples", ROOT / "reports"


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    out = tmp_path_factory.mktemp("reports")
    # From the root, as `make samples` does: reports name the files they were made from.
    import os

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        result = CliRunner().invoke(main, ["publish", "samples", "-o", str(out)], catch_exceptions=False)
    finally:
        os.chdir(before)
    assert result.exit_code == 0
    return out


def test_the_reports_are_those_of_the_samples(published):
    made = {path.name: path.read_text(encoding="utf-8") for path in published.iterdir()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in REPORTS.iterdir() if path.name in made}
    assert sorted(made) == sorted(kept), "run `make samples`"
    assert [name for name in made if made[name] != kept[name]] == [], "run `make samples`"


def test_the_index_names_every_event(published):
    page = (published / "index.html").read_text(encoding="utf-8")
    for one in events(SAMPLES):
        assert f'href="{one.slug}.html"' in page
        assert all(html.escape(passage.outlet) in page for passage in one.passages)


def test_the_summary_on_the_terminal_is_as_it_was(golden, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    files = [f"samples/port-alder-ferries/{name}" for name in ("01-morning-ledger.txt", "02-coast-wire.txt")]
    shown = CliRunner().invoke(main, ["compare", *files, "-o", str(tmp_path), "--format", "json"]).output
    golden("port-alder-summary.txt", shown.replace(str(tmp_path), "reports"))


def test_a_folder_without_events_is_refused(tmp_path):
    result = CliRunner().invoke(main, ["publish", str(tmp_path)])
    assert result.exit_code == 2
    assert "no folder with an event.toml" in result.stderr


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("title = ", "cannot be used"),
        ('title = "T"\ndate = 2026-05-12\nsummary = "S"\n', "'story' is missing"),
        (
            'title = "T"\ndate = 2026-05-12\nsummary = "S"\n[[story]]\nfile = "../../secret.txt"\n',
            "without a file beside it",
        ),
        (
            'title = "T"\ndate = 2026-05-12\nsummary = "S"\n[[story]]\nfile = "a\\u0000.txt"\n',
            "without a file beside it",
        ),
        ('title = "T"\ndate = 2026-05-12\nsummary = "S"\nstory = ["a.txt"]\n', "without a file beside it"),
        ('title = "T"\ndate = 2026-05-12\nsummary = "S"\nstory = "a.txt"\n', "'story' is no list"),
        ('title = "T"\ndate = 2026-05-12\nsummary = "S"\nlook_for = 3\nstory = ["a"]\n', "'look_for' is no list"),
        ("x = " + "[" * 100_000, "cannot be used"),
    ],
)
def test_a_slip_in_an_event_file_is_told(tmp_path, content, problem):
    (tmp_path / "event.toml").write_text(content)
    with pytest.raises(biasdiff.BiasdiffError, match=problem):
        event(tmp_path)


def test_every_sample_is_read_with_roles_and_an_outlet():
    for one in events(SAMPLES):
        for passage in one.passages:
            analysis = biasdiff.analyze(passage)
            assert [s.role for s in analysis.sentences].count("headline") >= 1, passage.origin.path
            assert analysis.passage.outlet
            json.dumps(biasdiff.to_dict(analysis))
