import doctest

import pytest

from biasdiff import inflecting
from biasdiff.inflecting import forms


@pytest.mark.parametrize(
    ("term", "pos", "expected"),
    [
        ("slam", "verb", {"slam", "slams", "slamming", "slammed"}),
        ("visit", "verb", {"visit", "visits", "visiting", "visited"}),
        ("panic", "verb", {"panic", "panics", "panicking", "panicked"}),
        ("bully", "verb", {"bully", "bullies", "bullying", "bullied"}),
        ("equip", "verb", {"equip", "equips", "equipping", "equipped"}),
        ("offer", "verb", {"offer", "offers", "offering", "offered"}),
        ("overthrow", "verb", {"overthrow", "overthrows", "overthrowing", "overthrew", "overthrown"}),
        ("strong-arm", "verb", {"strong-arm", "strong-arms", "strong-arming", "strong-armed"}),
        ("browbeat", "verb", {"browbeat", "browbeats", "browbeating", "browbeaten"}),
        ("slide into", "verb", {"slide into", "slides into", "sliding into", "slid into"}),
        ("read", "verb", {"read", "reads", "reading"}),
        ("overhear", "verb", {"overhear", "overhears", "overhearing", "overheard"}),
        ("prove", "verb", {"prove", "proves", "proving", "proved", "proven"}),
        ("chime in", "verb", {"chime in", "chimes in", "chiming in", "chimed in"}),
        ("witch hunt", "noun", {"witch hunt", "witch hunts"}),
        ("henchman", "noun", {"henchman", "henchmen"}),
        ("crony", "noun", {"crony", "cronies"}),
        ("fiasco", "noun", {"fiasco", "fiascos", "fiascoes"}),
        ("chaos", "noun", {"chaos"}),
    ],
)
def test_a_term_takes_the_forms_of_its_part_of_speech(term, pos, expected):
    assert set(forms(term, pos)) == expected


@pytest.mark.parametrize("pos", ["", "adjective", "adverb"])
def test_other_parts_of_speech_stay_as_they_are(pos):
    assert forms("brave", pos) == ("brave",)


def test_the_base_form_comes_first():
    assert forms("hold to ransom", "verb")[0] == "hold to ransom"


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(inflecting).failed == 0
