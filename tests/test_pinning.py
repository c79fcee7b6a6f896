import pytest
from click.testing import CliRunner

from biasdiff import BiasdiffError, compare
from biasdiff.cli import main
from biasdiff.pinning import read

A = "Ferries stop\n\nThe crews of Port Alder stopped work on Monday. It rained all day. Nobody sailed to Fellsay.\n"
B = "Ferries stop\n\nCrews at Port Alder stopped work on Monday. The office was shut.\n"


@pytest.fixture
def pins(tmp_path):
    def write(text):
        path = tmp_path / "links.toml"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return write


def pairs(result):
    return {
        (i + 1, j + 1): link.by_person for link in result.links for i in link.sentences[0] for j in link.sentences[1]
    }


def test_a_link_that_a_person_sets_is_there_and_says_so(pins):
    found = pairs(compare([A, B], pins=pins("[[link]]\na = [3]\nb = [3]\n")))
    assert found[3, 3] is True
    assert found[2, 2] is False


def test_a_link_that_a_person_forbids_is_gone(pins):
    assert (2, 2) in pairs(compare([A, B]))
    assert (2, 2) not in pairs(compare([A, B], pins=pins("[[no_link]]\na = [2]\nb = [2]\n")))


def test_the_proposed_links_can_be_dropped(pins):
    found = pairs(compare([A, B], pins=pins('others = "drop"\n[[link]]\na = [3, 4]\nb = [3]\n')))
    assert found == {(3, 3): True, (4, 3): True}


def test_the_sides_of_a_pin_may_stand_in_any_order(pins):
    found = pairs(compare([A, B], pins=pins("[[link]]\nb = [3]\na = [4]\n")))
    assert found[4, 3] is True


def test_a_story_compared_without_pins_has_none_by_a_person():
    assert not any(pairs(compare([A, B])).values())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[link]\n", "cannot be used as a links file"),
        ("[[lnk]]\na = [1]\nb = [1]\n", "did you mean 'link'?"),
        ('others = "none"\n', 'Use "keep" or "drop"'),
        ("link = 3\n", r"Write \[\[link\]\]"),
        ("[[link]]\na = [1]\n", "needs two stories"),
        ("[[link]]\na = [0]\nb = [1]\n", "needs two stories"),
        ("[[link]]\na = [true]\nb = [1]\n", "needs two stories"),
        ("[[link]]\na = [1, 2]\nb = [1, 2]\n", "several sentences on both sides"),
    ],
)
def test_a_slip_in_a_links_file_is_told(pins, text, problem):
    with pytest.raises(BiasdiffError, match=problem) as caught:
        pins(text)
    assert "links.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[link]]\na = [9]\nb = [1]\n", "no sentence A9. The last is A4"),
        ("[[link]]\na = [1]\nz = [1]\n", "no story 'z'"),
    ],
)
def test_a_sentence_that_does_not_exist_is_told(pins, text, problem):
    with pytest.raises(BiasdiffError, match=problem):
        compare([A, B], pins=pins(text))


def test_the_printed_links_can_be_used_again(tmp_path):
    for name, text in (("a.txt", A), ("b.txt", B)):
        (tmp_path / name).write_text(text)
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    printed = CliRunner().invoke(main, ["links", *files])
    assert printed.exit_code == 0
    (tmp_path / "links.toml").write_text(printed.output)
    again = compare([A, B], pins=read(tmp_path / "links.toml"))
    assert pairs(again).keys() == pairs(compare([A, B])).keys()
    assert all(pairs(again).values())
    options = ["-o", str(tmp_path / "out"), "--links", str(tmp_path / "links.toml")]
    assert CliRunner().invoke(main, ["compare", *files, *options]).exit_code == 0
