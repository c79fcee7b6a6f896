import pytest

from biasdiff import analyze


def guess(text, **given):
    passage = analyze("Ferries stop at Port Alder\n\n" + text, **given).passage
    return passage.outlet, passage.outlet_source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Nobody sailed.\n\nThis story appeared in The Morning Ledger and has been reproduced with permission",
            "The Morning Ledger",
        ),
        ("Nobody sailed, Coast.Tv reports, citing the port office.", "Coast.Tv"),
        ("PORT ALDER, May 12 (Coast Wire) - Nobody sailed.", "Coast Wire"),
        ("Nobody sailed.\n\n© The Upland Courier 2026", "The Upland Courier"),
        (
            "Nobody sailed.\n\nThis article was supplied by Coast Wire and shortened by the Newsbasket desk.",
            "Newsbasket",
        ),
        ("Quayside Record, Port Alder, Tuesday 12 May. Nobody sailed.", "Quayside Record"),
    ],
)
def test_a_name_that_the_text_gives_is_a_guess(text, name):
    assert guess(text) == (name, "guess")


def test_a_name_that_is_given_wins():
    assert guess("Nobody sailed, Coast Wire reports.", outlet="Mine") == ("Mine", "given")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody sailed.",
        "An interview that was published on Friday says so.",
        "The paper appeared in March.",
        "She reports to the mayor.",
    ],
)
def test_a_text_without_a_name_gives_none(text):
    assert guess(text) == ("", "none")
