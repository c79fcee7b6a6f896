"""The sample events are complete, well formed, invented, and show what samples/README.md promises."""

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
EVENTS = sorted(path.parent for path in SAMPLES.glob("*/event.toml"))
STORIES = sorted(path for event in EVENTS for path in event.iterdir() if path.suffix != ".toml")


def event_of(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "event.toml").read_text(encoding="utf-8"))


def story_id(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def story(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def test_there_are_four_events_and_one_has_four_stories() -> None:
    counts = [len(event_of(folder)["story"]) for folder in EVENTS]
    assert len(counts) == 4
    assert min(counts) == 2
    assert max(counts) == 4


def test_no_folder_is_without_an_event_file() -> None:
    assert sorted(path for path in SAMPLES.iterdir() if path.is_dir()) == EVENTS


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_an_event_file_has_all_its_keys(folder: Path) -> None:
    event = event_of(folder)
    assert set(event) == {"title", "date", "summary", "level", "look_for", "story"}
    assert isinstance(event["date"], datetime.date)
    assert all(event[key].strip() for key in ("title", "summary", "level"))
    assert 4 <= len(event["look_for"]) <= 8
    for entry in event["story"]:
        assert set(entry) == {"file", "outlet", "published", "about"}
        assert entry["published"] >= event["date"]


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_every_listed_story_is_there_and_no_other_file_is(folder: Path) -> None:
    listed = [entry["file"] for entry in event_of(folder)["story"]]
    assert listed == sorted(path.name for path in folder.iterdir() if path.name != "event.toml")


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_every_story_tells_which_outlet_it_is_from(folder: Path) -> None:
    for entry in event_of(folder)["story"]:
        name = entry["outlet"].removeprefix("The ")
        assert name in (folder / entry["file"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", STORIES, ids=story_id)
def test_a_story_has_between_300_and_800_words(path: Path) -> None:
    assert 300 <= len(path.read_text(encoding="utf-8").split()) <= 800


@pytest.mark.parametrize("path", STORIES, ids=story_id)
def test_addresses_lead_to_no_real_outlet(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    hosts = re.findall(r"https?://([\w.-]+)|@([\w.-]+)|\b(?:www\.)([\w.-]+)", text)
    assert all(any(host.endswith(".example") for host in found) for found in hosts)


def test_one_story_is_markdown_and_some_have_no_header_lines() -> None:
    assert {path.suffix for path in STORIES} == {".txt", ".md"}
    assert sum(not path.read_text(encoding="utf-8").startswith("Outlet:") for path in STORIES) >= 3


@pytest.mark.parametrize(
    ("folder", "words", "whole", "cut"),
    [
        (
            "port-alder-ferries",
            "The boats were safe",
            "The boats were safe, but the crews were right to ask",
            "01-morning-ledger.txt",
        ),
        (
            "port-alder-ferries",
            "We have offered a third relief crew from June",
            "from June, and the union has not put it to a vote",
            "03-quayside-record.md",
        ),
        (
            "marrowby-libraries",
            "would vote for a new library tomorrow",
            "if somebody showed me the money, but this is a cut with a ribbon on it",
            "04-tally-and-trade.txt",
        ),
        (
            "quill-river-dam",
            "If the gates had stayed shut we would have lost the dam",
            "we would have lost the dam, and we should have called sooner",
            "01-corvel-standard.txt",
        ),
        (
            "quill-river-dam",
            "The water came from Talvia",
            "but our siren in the lower town was silent, and I will answer for that",
            "02-lissane-tribune.txt",
        ),
    ],
)
def test_a_quotation_cut_in_one_story_is_whole_in_another(folder: str, words: str, whole: str, cut: str) -> None:
    others = [path for path in STORIES if path.parent.name == folder and path.name != cut]
    assert words in story(f"{folder}/{cut}")
    assert whole not in story(f"{folder}/{cut}")
    assert any(whole in path.read_text(encoding="utf-8") for path in others)


def test_the_headlines_in_quotation_marks_quote_nobody() -> None:
    for name in (
        "port-alder-ferries/01-morning-ledger.txt",
        "quill-river-dam/01-corvel-standard.txt",
        "quill-river-dam/02-lissane-tribune.txt",
    ):
        text = story(name)
        claim = re.search(r"Title: .*?‘(.+?)’", text)
        assert claim is not None
        assert not any(claim[1] in said for said in re.findall(r"“([^”]+)”", text))
