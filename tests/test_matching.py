import pytest

from biasdiff import analyze
from biasdiff.matching import match_quotations


def matches(left, right):
    a, b = (analyze(f"At the port, Ann Bole said: “{said}” She then left.") for said in (left, right))
    return match_quotations(a, b)


def only(left, right):
    found = matches(left, right)
    assert len(found) == 1
    return found[0].status, found[0].coverage


WHOLE = "The boats were safe, but the crews were right to ask"


def test_the_same_words_are_the_same():
    assert only(f"{WHOLE}.", f"{WHOLE},") == ("same", "whole")


def test_typographic_marks_are_no_difference():
    assert only("We don’t know – yet – who called", "We don't know - yet - who called") == ("same", "whole")


def test_another_kind_of_bracket_is_punctuation():
    assert only("We have (never) been asked to wait", "We have [never] been asked to wait") == ("punctuation", "whole")


def test_another_sign_is_punctuation():
    assert only("We waited; nobody came to help us", "We waited, nobody came to help us") == ("punctuation", "whole")


def test_an_editors_words_in_brackets_are_bracketed():
    assert only("I told him in March to mend it", "I told [the mayor] in March to mend it") == ("bracketed", "whole")


def test_words_inserted_in_brackets_are_bracketed():
    assert only("Those who come have no other room", "Those who come [after school] have no other room") == (
        "bracketed",
        "whole",
    )


def test_another_word_outside_brackets_is_altered():
    assert only("A rest rule is not a favour to anyone", "A rest rule is not a gift to anyone") == ("altered", "whole")


def test_a_word_in_brackets_does_not_excuse_another_without():
    assert only("I told him in March to mend it", "I told [the mayor] in May to mend it") == ("altered", "whole")


def test_a_quotation_cut_in_one_story_is_truncated():
    assert only("The boats were safe, but the crews", WHOLE) == ("same", "truncated")


@pytest.mark.parametrize("part", ["The boats were safe", "crews were right to"])
def test_few_words_of_a_quotation_are_a_fragment(part):
    assert only(part, WHOLE) == ("same", "fragment")


def test_different_quotations_are_no_match():
    assert matches("We have offered a third crew from June", "Nobody knows who called the meeting off") == ()


def test_stop_words_in_common_are_no_match():
    assert matches("It is what it is, and we are glad of that", "It is not what they say of the night boats") == ()


def test_one_quotation_may_match_two_of_the_other_story():
    a = analyze("“I want to work with him. And we need no one to stop us,” she said.")
    b = analyze(
        "“I want to work with him,” she said on Monday. Later she was asked again. “And we need no one to stop us,” Bole told the paper."
    )
    assert {m.quotations for m in match_quotations(a, b)} == {(0, 0), (0, 1)}


def test_swapping_the_stories_mirrors_the_matches():
    a, b = (analyze(f"Ann Bole said: “{said}”") for said in (WHOLE, "The boats were [quite] safe, but the crews"))
    mirrored = {(m.quotations[::-1], m.status, m.coverage) for m in match_quotations(b, a)}
    assert {(m.quotations, m.status, m.coverage) for m in match_quotations(a, b)} == mirrored
