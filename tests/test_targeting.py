import pytest

import biasdiff


def _targets(text: str) -> dict[str, str | None]:
    story = biasdiff.analyze(text)
    return {story.text(finding.span): finding.target for finding in story.findings if finding.direction}


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("The valiant mayor, Petra Holm, spoke to the crowd.", "valiant", "Petra Holm"),
        ("Petra Holm met the firebrand Ivo Lund at noon.", "firebrand", "Ivo Lund"),
        ("The war is costing Ivo Lund his men, with the dictator in his palace.", "dictator", "Ivo Lund"),
    ],
)
def test_wording_inside_a_label_aims_at_its_bearer(text, words, target):
    assert _targets(text)[words] == target


def test_a_label_that_is_said_of_a_name_aims_at_it():
    assert _targets("Critics left early. Ivo Lund is a dictator.")["dictator"] == "Ivo Lund"


def test_what_is_said_of_somebodys_doing_aims_at_them():
    assert _targets("Ivo Lund left. Mr Lund’s plan is vicious and costly.")["vicious"] == "Ivo Lund"


def test_a_verb_aims_at_its_subject():
    found = _targets("Petra Holm spoke in Talvia. Then Talvia unleashed a flood on the valley.")
    assert found["unleashed"] == "Talvia"


def test_wording_far_from_any_name_aims_at_nobody():
    assert set(_targets("Ivo Lund went home. It was a miserable failure for the whole town that year.").values()) <= {
        None
    }


@pytest.mark.parametrize(
    "text",
    [
        "A bishop in Talvia slammed the plan.",
        "Petra Holm was slammed by the left for a week.",
        "He called the self-titled Talvia’s Toughest Cook at noon.",
        "The anger at the Ulden Council is ferocious.",
    ],
)
def test_wording_that_is_said_of_something_else_aims_at_nobody(text):
    assert set(_targets(text).values()) <= {None}


def test_counts_are_of_the_outlets_own_voice_and_by_direction():
    result = biasdiff.compare(
        [
            "The valiant Petra Holm spoke. “Ivo Lund is a dictator,” said Ada Brix. The firebrand Ivo Lund left.",
            "Petra Holm spoke. Ivo Lund left.",
        ]
    )
    counts = {(count.target, count.passage, count.direction): count.findings for count in result.targets}
    assert counts == {("Petra Holm", "a", "+"): 1, ("Ivo Lund", "a", "-"): 1}


def test_short_stories_have_counts_and_no_rates():
    result = biasdiff.compare(["The valiant Petra Holm spoke.", "It rained."])
    assert [count.rate for count in result.targets] == [None]


def test_swapping_two_names_swaps_the_targets():
    text = "The valiant Petra Holm spoke. Ivo Lund is a dictator."
    swapped = "The valiant Ivo Lund spoke. Petra Holm is a dictator."
    turn = {"Petra Holm": "Ivo Lund", "Ivo Lund": "Petra Holm"}
    assert {words: turn[target] for words, target in _targets(text).items()} == _targets(swapped)
