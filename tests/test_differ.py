import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff import differ
from biasdiff.differ import edits, opcodes
from biasdiff.model import Span
from biasdiff.segmenting.words import words

WORDS = st.lists(st.sampled_from("the a of crews stopped ferries port said not 40 harbour tired".split()), max_size=30)


def told(text):
    return words(text, Span(0, len(text)))


def changes(left, right):
    found = edits(told(left), told(right))
    return [
        (e.tag, left[e.left.start : e.left.end], right[e.right.start : e.right.end]) for e in found if e.tag != "equal"
    ]


def test_words_are_compared_not_characters():
    assert changes("The crews walked out", "The crews walked home") == [("replace", "out", "home")]


def test_words_that_one_side_lacks_are_an_insertion_or_a_deletion():
    assert changes("The boats were safe", "The old boats were safe") == [("insert", "", "old")]
    assert changes("The old boats were safe", "The boats were safe") == [("delete", "old", "")]


def test_typography_is_no_difference():
    assert changes("“It’s the crews’ rest – now”", "\"It's the crews' rest - now\"") == []


def test_a_stop_word_alone_between_two_edits_is_folded_into_them():
    left, right = "Tired crews of Fellsay stopped", "Angry staff of Holm stopped"
    assert changes(left, right) == [("replace", "Tired crews of Fellsay", "Angry staff of Holm")]


def test_a_content_word_between_two_edits_is_kept():
    left, right = "Tired crews left", "Angry crews stayed"
    assert changes(left, right) == [("replace", "Tired", "Angry"), ("replace", "left", "stayed")]


def test_a_negation_between_two_edits_is_kept():
    left, right = "crews did not sail", "staff could not work"
    assert changes(left, right) == [("replace", "crews did", "staff could"), ("replace", "sail", "work")]


def test_a_side_without_words_is_one_edit():
    assert changes("", "Nobody sailed") == [("insert", "", "Nobody sailed")]
    assert edits((), ()) == ()


@given(WORDS, WORDS)
def test_edits_rebuild_both_sides(left, right):
    ops = opcodes(left, right)
    assert [w for _, i1, i2, _, _ in ops for w in left[i1:i2]] == left
    assert [w for _, _, _, j1, j2 in ops for w in right[j1:j2]] == right
    assert all(left[i1:i2] == right[j1:j2] for tag, i1, i2, j1, j2 in ops if tag == "equal")


@given(WORDS, WORDS)
def test_swapping_the_sides_mirrors_the_edits(left, right):
    a, b = " ".join(left), " ".join(right)
    mirror = {"delete": "insert", "insert": "delete"}
    mine = [(mirror.get(e.tag, e.tag), e.right, e.left) for e in edits(told(a), told(b))]
    assert mine == [(e.tag, e.left, e.right) for e in edits(told(b), told(a))]


@given(WORDS)
def test_words_compared_with_themselves_differ_nowhere(side):
    text = " ".join(side)
    assert changes(text, text) == []


@given(WORDS, WORDS)
def test_spans_stand_in_order_and_inside_the_text(left, right):
    a, b = " ".join(left), " ".join(right)
    at = (0, 0)
    for edit in edits(told(a), told(b)):
        assert at[0] <= edit.left.start <= edit.left.end <= len(a)
        assert at[1] <= edit.right.start <= edit.right.end <= len(b)
        at = edit.left.end, edit.right.end


def long_pair(size):
    left = [w for n in range(size) for w in ("the", f"left{n}")]
    return left, [w for n in range(size) for w in ("the", f"right{n}")]


@pytest.mark.parametrize("size", [50, 800])
def test_one_stop_word_between_unique_words_is_one_replacement(size):
    left, right = (" ".join(side) for side in long_pair(size))
    assert [tag for tag, _, _ in changes(left, right)] in (["replace"], ["replace", "replace"])


def test_long_runs_are_cut_at_words_that_stand_once_on_each_side():
    left = [f"w{n}" for n in range(1000)]
    right = list(left)
    right[500] = "changed"
    assert [op for op in opcodes(left, right) if op[0] != "equal"] == [("replace", 500, 501, 500, 501)]


def test_a_word_moved_to_the_end_does_not_hide_what_is_the_same():
    left = [f"w{n}" for n in range(300)]
    right = [*left[1:], left[0]]
    assert [op for op in opcodes(left, right) if op[0] == "equal"] == [("equal", 1, 300, 0, 299)]


def test_the_closest_known_word_is_offered():
    assert differ.closest("sevrity", ("severity", "terms")) == "severity"
    assert differ.closest("xyz", ("severity", "terms")) is None
