import pytest

import biasdiff
from biasdiff import BiasdiffError

STORY = "Ferries stop\n\nThe crews walked out. Nobody sailed."


@pytest.fixture
def file(tmp_path):
    def write(content, name="story.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_a_plain_file_is_the_story(file):
    passage = biasdiff.read(file(STORY))
    assert passage.text == STORY
    assert (passage.outlet, passage.outlet_source) == ("story", "file")


def test_header_lines_name_the_story_and_are_not_part_of_it(file):
    head = "Outlet: Coast Wire\nTitle: Ferries stop\nURL: https://coast.example/1\nPublished: 2026-05-12\n\n"
    passage = biasdiff.read(file(head + STORY))
    assert passage.text == STORY
    assert passage.outlet == "Coast Wire"
    assert passage.outlet_source == "header"
    assert (passage.title, passage.url, passage.published) == ("Ferries stop", "https://coast.example/1", "2026-05-12")


def test_lines_of_the_file_are_known_behind_a_header(file):
    passage = biasdiff.read(file("Outlet: Coast Wire\n\n" + STORY))
    assert passage.origin.line(passage.text.index("Ferries")) == 3
    assert passage.origin.line(passage.text.index("Nobody")) == 5


@pytest.mark.parametrize("name", ["story.txt", "story.md"])
def test_a_title_that_the_header_alone_gives_is_the_headline(file, name):
    passage = biasdiff.read(
        file("Outlet: Coast Wire\nTitle: Heartless board stops boats\n\nIt met.\n\nIt rained.", name)
    )
    assert passage.text == "Heartless board stops boats\n\nIt met.\n\nIt rained."
    assert [passage.origin.line(passage.text.index(word)) for word in ("board", "met", "rained")] == [2, 4, 6]
    story = biasdiff.analyze(passage)
    assert [(story.text(f.span), f.severity) for f in story.findings] == [("Heartless", 3)]


def test_a_story_keeps_its_own_headline_whatever_the_title(file):
    assert biasdiff.read(file("Title: Ferries stop for good\n\n" + STORY)).text == STORY
    assert biasdiff.read(file("Title: ???\n\nIt rained on Monday.\n")).text == "It rained on Monday.\n"


@pytest.mark.parametrize("top", ["\n\nOutlet: Coast Wire\n\n", "Author: Jon Reyes\nOutlet: Coast Wire\nDate: May\n\n"])
def test_blank_lines_and_other_keys_do_no_harm_to_a_header(file, top):
    passage = biasdiff.read(file(top + STORY))
    assert (passage.outlet, passage.text) == ("Coast Wire", STORY)
    assert passage.origin.line(passage.text.index("Nobody")) == top.count("\n") + 3
    assert biasdiff.read(file("Author: Jon Reyes\n\n" + STORY)).text.startswith("Author:")


def test_a_standfirst_is_no_headline_below_a_title(file):
    story = biasdiff.analyze(biasdiff.read(file("Title: Heartless board axes bus\n\nParents react to vote\n\nIt met.")))
    assert [s.role for s in story.sentences][:1] == ["headline"]
    assert story.text(story.sentences[0].span) == "Heartless board axes bus"


def test_a_story_that_begins_like_a_header_is_left_alone(file):
    text = "Title: what is in a name?\nA long look at the new name."
    assert biasdiff.read(file(text)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_common_encodings_are_understood(file, encoding):
    text = "The crews said: “We will not sail them tired.”\nNobody sailed — not one."
    assert biasdiff.read(file(text.encode(encoding))).text == text


def test_a_broken_byte_does_not_spoil_the_rest(file):
    whole = "“We can’t sail,” said Ann. “The café is shut.”"
    assert biasdiff.read(file(whole.encode() + b" \xff \xe9\n")).text == f"{whole} \ufffd \ufffd\n"
    assert biasdiff.read(file(b"The caf\xe9 is shut.\n")).text == "The café is shut.\n"


def test_a_header_of_many_spaces_is_read_to_its_end(file):
    value = f"x{' ' * 200_000}y"
    assert biasdiff.read(file(f"Outlet: {value} \t\n\nNobody sailed.\n")).outlet == value


def test_line_ends_become_newlines(file):
    assert biasdiff.read(file(b"One.\r\nTwo.\rThree.")).text == "One.\nTwo.\nThree."


def test_markdown_is_read_without_its_marks(file):
    source = "# Crews stop\n\n> “We *will not* sail\n> [the boats] tired,” said [Orlan](https://a.example).\n\n- One\n- Two\n"
    passage = biasdiff.read(file(source, "story.md"))
    assert passage.text == "Crews stop\n\n“We will not sail\n[the boats] tired,” said Orlan.\n\nOne\n\nTwo"
    assert passage.origin.line(passage.text.index("[the")) == 4
    assert passage.origin.line(passage.text.index("Two")) == 7


def test_a_plain_file_keeps_stars_and_hashes(file):
    assert biasdiff.read(file("# 1 *really*")).text == "# 1 *really*"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no text"),
        (b" \n\t\n", "no text"),
        (b"Outlet: Coast Wire\n\n", "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"<!doctype html><p>Hello", "web page"),
        (b"%PDF-1.7\n" + bytes(range(1, 9)) * 40, "binary"),
        (bytes(range(128, 160)), "not text"),
    ],
)
def test_what_is_no_story_is_refused_in_one_line(file, content, problem):
    path = file(content)
    with pytest.raises(BiasdiffError, match=problem) as caught:
        biasdiff.read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(BiasdiffError, match=r"gone\.txt: cannot be read \(No such file"):
        biasdiff.read(tmp_path / "gone.txt")
    with pytest.raises(BiasdiffError, match="is a folder"):
        biasdiff.read(tmp_path)


def test_a_file_over_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(BiasdiffError, match="larger than 3 MB"):
        biasdiff.read(path)
