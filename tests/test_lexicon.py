import doctest
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff import Settings, analyze, lexicon
from biasdiff.checking import check
from biasdiff.errors import LexiconError
from biasdiff.indexing import MOST_GAP, Index
from biasdiff.lexicon import GAP, Entry, Lexicon, bundle, bundled, files, parse, read
from biasdiff.model import Sentence, Span
from biasdiff.segmenting import words

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
    findings = analyze(text, settings=Settings(lexicons=lexicons)).findings
    return [(f.entry, f.severity) for f in findings if f.entry]


def test_an_entry_takes_rule_and_question_from_its_lexicon():
    entry = own().entries[0]
    assert (entry.rule, entry.question) == ("label.epithet", "Who would use this word?")


def test_an_entry_of_a_user_is_found_in_all_its_forms():
    assert ("sea-dog", 2) in found("It rained. At noon the old sea dogs went home.", own())


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
        (("severity = 2", "severity = 0x" + "f" * 9000), "severity a number of thousands of digits is"),
        (("severity = 2", ""), "'severity' is missing. Add it: it needs 0, 1, 2 or 3."),
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


def test_a_number_in_quotation_marks_is_told_as_that():
    (line,) = slips((HEAD + ENTRY).replace("severity = 2", 'severity = "2"'))
    assert line.endswith("severity '2' is unknown. Use 0, 1, 2 or 3. Leave out the quotation marks.")


def test_all_slips_are_told_at_once():
    lines = slips((HEAD + ENTRY).replace("severity = 2", "severity = 9").replace("miss", "mis"))
    assert len(lines) == 3


def test_a_lexicon_without_entries_is_refused():
    assert "no entries" in slips(HEAD)[0]


def test_a_lexicon_that_is_not_text_is_refused():
    with pytest.raises(LexiconError, match="not UTF-8"):
        parse(b"\xff\xfe", "x.toml")


def test_a_lexicon_may_begin_with_a_byte_order_mark():
    assert len(parse(b"\xef\xbb\xbf" + (HEAD + ENTRY).encode(), "x.toml").entries) == 1


def test_a_missing_lexicon_is_refused(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        read(tmp_path / "gone.toml")


def test_the_compiled_form_is_up_to_date():
    parsed = tuple(_without_tests(read(path)) for path in files())
    assert lexicon.COMPILED.read_text(encoding="utf-8") == lexicon.compiled(parsed), "run `make lexicons`"


def _without_tests(whole):
    return replace(whole, entries=tuple(replace(entry, hit=(), miss=()) for entry in whole.entries))


def test_the_compiled_form_gives_what_the_files_give(tmp_path, monkeypatch):
    compiled = bundle()
    monkeypatch.setattr(lexicon, "COMPILED", tmp_path / "none.jsonl")
    parsed = bundle.__wrapped__()
    assert tuple(compiled.entries) == parsed.entries
    assert [tuple(x.entries) for x in compiled.lexicons] == [x.entries for x in parsed.lexicons]
    assert compiled.forms == parsed.forms


def test_a_stale_compiled_form_is_passed_over(tmp_path, monkeypatch):
    stale = tmp_path / "compiled.jsonl"
    stale.write_text(lexicon.compiled(tuple(bundled())[:1]), encoding="utf-8")
    monkeypatch.setattr(lexicon, "COMPILED", stale)
    assert len(bundle.__wrapped__().lexicons) == len(files())


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(lexicon).failed == 0


def test_an_entry_of_low_confidence_is_found_at_high_sensitivity_only():
    low = own(HEAD + ENTRY.replace("severity = 2", 'severity = 2\nconfidence = "low"'))
    text, settings = "It rained. At noon the old sea dogs went home.", Settings(lexicons=(low,))
    assert "sea-dog" not in [f.entry for f in analyze(text, settings=settings).findings]
    high = analyze(text, sensitivity="high", settings=settings).findings
    assert [f.confidence for f in high if f.entry == "sea-dog"] == ["low"]


def test_a_longer_term_that_a_guard_refuses_leaves_its_words_to_a_shorter_one():
    longer = (
        ENTRY.replace("sea-dog", "storm-sea")
        .replace('["sea dog"]', '["sea dog storms"]')
        .replace('"noun"', '"adjective"')
    )
    lexicons = own(HEAD + ENTRY + longer + 'unless = ["storms abated"]\n')
    text = "It rained. The old sea dog storms abated."
    assert [entry for entry, _ in found(text, lexicons)] == ["sea-dog"]


def test_a_term_with_a_capital_is_found_although_it_is_a_name():
    named = own(HEAD + ENTRY.replace('["sea dog"]', '["sea wolf", "Northmen"]'))
    assert ("sea-dog", 2) in found("It rained. At noon the Northmen came.", named)
    assert found("It rained. At noon the Southmen came.", named) == []


def test_a_topic_phrase_is_no_topic_word():
    figurative = own(HEAD + ENTRY + 'literal = ["animal shelter"]\n')
    assert ("sea-dog", 2) in found("It rained. A sea dog asked for shelter.", figurative)
    assert found("It rained. A sea dog came to the animal shelter.", figurative) == []


def test_a_topic_counts_where_it_is_near_or_fills_the_story():
    figurative = own(HEAD + ENTRY + 'literal = ["harbour", "sail"]\n')
    far = (
        "The harbour was quiet. "
        + "Nobody spoke of it in town. " * 60
        + "He was a sea dog. "
        + "Nobody spoke of it in town. " * 60
    )
    assert ("sea-dog", 2) in found(far + "They hoisted a sail.", figurative)
    assert found("The harbour was quiet. They hoisted a sail. He was a sea dog.", figurative) == []


def test_twenty_thousand_entries_of_a_user_work():
    entries = "".join(ENTRY.replace("sea-dog", f"x{n}").replace("sea dog", f"word{n} thing") for n in range(20_000))
    large = own(HEAD + entries)
    assert ("x19999", 2) in found("It rained. We saw the old word19999 things.", large)


def test_a_hit_that_a_longer_term_takes_is_told_with_its_owner():
    taken = own(
        HEAD
        + ENTRY.replace('"sea dog"]', '"witch"]').replace(
            "The sea dog refused to answer.", "They call it a witch hunt."
        )
    )
    assert any("Entry '" in slip and "“witch hunt”" in slip for slip in check(taken))


def test_an_entry_that_silences_is_tried_too():
    """Severity 0 shows nothing in a story, so only its own tests tell whether it works."""
    silencing = ENTRY.replace("severity = 2", "severity = 0")
    assert list(check(own(HEAD + silencing))) == []
    wrong = silencing.replace("The sea was rough.", "A sea dog refused.").replace(
        "The sea dog refused to answer.", "No."
    )
    assert [line.split(": ")[2] for line in check(own(HEAD + wrong))] == ["hit is not found", "miss is found"]


# No term of ours has these.
MADE_UP = st.sampled_from(["qaro", "quen", "qiv"])
TERMS = st.lists(st.one_of(MADE_UP, MADE_UP, st.just(GAP)), min_size=1, max_size=5).filter(
    lambda term: term[0] != GAP != term[-1]
)


@given(st.lists(TERMS, min_size=1, max_size=6), st.lists(st.one_of(MADE_UP, st.just("or")), max_size=14))
def test_a_sentence_is_searched_for_every_term_wherever_its_words_begin(terms, said):
    entries = tuple(Entry(str(n), "wording", "", 1, "", "", "", "", (" ".join(term),)) for n, term in enumerate(terms))
    index, asked = Index((Lexicon("made up", "en", "", "wording", "", "", entries),)), set()

    def is_meant(_, match, entry):
        asked.add((match.first, match.last, entry.id))
        return False

    text = " ".join(said)
    assert not list(index.scan([Sentence(0, Span(0, len(text)), "body", words(text))], is_meant, bool))
    assert asked == {(first, last, str(n)) for n, term in enumerate(terms) for first, last in places(term, said)}


def places(term, said):
    """Where a term stands, a gap filled with as few words as it can."""
    parts = (rf"(?:\w+ ){{1,{MOST_GAP}}}?" if word == GAP else rf"{word} " for word in term)
    pattern = re.compile("".join(parts))
    for first in range(len(said)):
        found = pattern.match("".join(f"{word} " for word in said[first:]))
        if found:
            yield first, first + len(found[0].split())
