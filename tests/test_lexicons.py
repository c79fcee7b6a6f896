"""The lexicons of the package: every entry is run against its own hit and miss sentences."""

import re

import pytest

from biasdiff.checking import check
from biasdiff.lexicon import files, found_by, read
from biasdiff.rules import RULES

LEXICONS = [read(path) for path in files()]
ENTRIES = [entry for lexicon in LEXICONS for entry in lexicon.entries]


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda lexicon: lexicon.file)
def test_every_hit_is_found_and_every_miss_stays_silent(lexicon):
    assert list(check(lexicon)) == []


def test_every_entry_follows_a_rule_that_has_a_manual():
    assert {entry.rule for entry in ENTRIES} <= RULES.keys()


def test_every_lexicon_has_the_group_of_its_rule():
    wrong = [x.file for x in LEXICONS for entry in x.entries if RULES[entry.rule].group != x.group]
    assert wrong == []


def test_no_entry_is_graded_above_the_cap_of_its_rule():
    assert [entry.id for entry in ENTRIES if entry.severity > RULES[entry.rule].cap] == []


def test_ids_are_unique_over_all_lexicons():
    ids = [entry.id for entry in ENTRIES]
    assert sorted(ids) == sorted(set(ids))


def test_no_term_stands_in_two_lexicons():
    owner = {}
    twice = [
        (form, owner[form], entry.id)
        for entry in ENTRIES
        for form in found_by(entry)
        if owner.setdefault(form, entry.id) != entry.id
    ]
    assert twice == []


def test_no_hit_or_miss_serves_two_entries():
    seen = [text for entry in ENTRIES for text in (*entry.hit, *entry.miss)]
    assert sorted(text for text in set(seen) if seen.count(text) > 1) == []


def test_no_entry_takes_a_speaker_for_a_man_or_a_woman():
    told = ((entry.id, text) for entry in ENTRIES for text in (*entry.neutral, entry.rationale))
    assert [one for one in told if re.search(r"\b(?:he|she|him|his|hers)\b", one[1], re.IGNORECASE)] == []
