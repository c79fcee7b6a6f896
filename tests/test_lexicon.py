import json

import pytest

from biasdiff import Settings, analyze, lexicon
from biasdiff.errors import LexiconError
from biasdiff.lexicon import bundled, files, parse, read

HEAD = """
[lexicon]
name = "harbour words"
language = "en"
category = "test"
group = "wording"
rule = "label.epithet"
question = "Who would use this word?"
"""
ENTRY = """
[entry.sea-dog]
terms = ["sea dog"]
pos = "noun"
severity = 2
neutral = ["sailor"]
rationale = "Calls a sailor by a nickname that judges."
source = "own entry"
hit = ["The sea dog refused to answer."]
miss = ["The sea was rough."]
"""


def own(text=HEAD + ENTRY):
    return parse(text.encode(), "harbour.toml")


def slips(text):
    with pytest.raises(LexiconError) as caught:
        own(text)
    return caught.value.slips


def found(text, *lexicons):
    return [(f.entry, f.severity) for f in analyze(text, settings=Settings(lexicons=lexicons)).findings]


def test_an_entry_takes_rule_and_question_from_its_lexicon():
    entry = own().entries[0]
    assert (entry.rule, entry.question) == ("label.epithet", "Who would use this word?")


def test_an_entry_of_a_user_is_found_in_all_its_forms():
    assert ("sea-dog", 2) in found("At noon the old sea dogs refused to answer. Nobody asked.", own())


def test_an_entry_of_a_user_replaces_ours_where_the_words_are_the_same():
    mine = own(HEAD + ENTRY.replace("sea dog", "dictator").replace("entry.sea-dog", "entry.mine"))
    assert ("mine", 2) in found("In May the dictator spoke.", mine)
    assert "dictator" not in [entry for entry, _ in found("In May the dictator spoke.", mine)]


@pytest.mark.parametrize(
    ("change", "slip"),
    [
        (("severity = 2", 'severity = "bad"'), "severity 'bad' is unknown. Use 0, 1, 2 or 3."),
        (("severity = 2", "severity = true"), "severity True is unknown"),
        (("severity = 2", "severity = 4"), "severity 4 is unknown"),
        (("terms", "term"), "key 'term' is unknown; did you mean 'terms'?"),
        (('terms = ["sea dog"]', 'terms = "sea dog"'), "terms 'sea dog' needs a list of texts"),
        (('terms = ["sea dog"]', "terms = []"), "terms [] needs a list"),
        (('source = "own entry"', ""), "'source' is missing"),
        (('pos = "noun"', 'pos = "nuon"'), "pos 'nuon' is unknown. Use noun, verb, adjective or adverb."),
        (("entry.sea-dog", "entry.Sea_Dog"), "not a name"),
        (('group = "wording"', 'group = "words"'), "group 'words' is unknown"),
        (("[lexicon]", "[lexikon]"), "'lexikon' is unknown; did you mean 'lexicon'?"),
        (("[entry.sea-dog]", "[entry.sea-dog]\n[entry.sea-dog]"), "not valid TOML"),
    ],
)
def test_each_slip_is_told_with_file_place_and_remedy(change, slip):
    lines = slips((HEAD + ENTRY).replace(*change))
    assert any(slip in line for line in lines), lines
    assert all(line.startswith("harbour.toml: ") for line in lines)


def test_all_slips_are_told_at_once():
    lines = slips((HEAD + ENTRY).replace("severity = 2", "severity = 9").replace("miss", "mis"))
    assert len(lines) == 3


def test_a_lexicon_without_entries_is_refused():
    assert "no entries" in slips(HEAD)[0]


def test_a_lexicon_that_is_not_text_is_refused():
    with pytest.raises(LexiconError, match="not UTF-8"):
        parse(b"\xff\xfe", "x.toml")


def test_a_missing_lexicon_is_refused(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        read(tmp_path / "gone.toml")


def test_the_compiled_form_is_up_to_date():
    kept = {row[4]: row[5] for row in json.loads(lexicon.COMPILED.read_text(encoding="utf-8"))}
    assert kept == {path.name: read(path).digest for path in files()}, "run `make lexicons`"


def test_the_compiled_form_gives_what_the_files_give(tmp_path, monkeypatch):
    compiled = bundled()
    monkeypatch.setattr(lexicon, "COMPILED", tmp_path / "none.json")
    parsed = bundled.__wrapped__()
    assert [x.entries for x in compiled] == [x.entries for x in parsed]
    assert [(x.patterns, x.topics) for x in compiled] == [(x.patterns, x.topics) for x in parsed]


def test_a_stale_compiled_form_is_passed_over(tmp_path, monkeypatch):
    stale = tmp_path / "compiled.json"
    stale.write_text(lexicon.compiled(tuple(bundled())[:1]), encoding="utf-8")
    monkeypatch.setattr(lexicon, "COMPILED", stale)
    assert len(bundled.__wrapped__()) == len(files())
