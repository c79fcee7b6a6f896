import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

import biasdiff
from biasdiff import BiasdiffError, readers
from biasdiff.lexicon import parse

A = """Ferry crews stop work

The valiant crews of Port Alder stopped work on Monday. About 40,000 people were stranded. “We will not sail them tired,” said Dana Orlan.

The port office said that 12,500 bookings were cancelled.
"""
B = """Port Alder ferries halted

Ferry crews at Port Alder stopped work on Monday in a dispute over rest. "We will not sail [the night boats] tired," said Dana Orlan, the union secretary.

The company paid for 300 hotel rooms.
"""
# Text as the open web has it: letters, marks of all kinds, breaks, and characters nobody meant.
TEXT = st.text(
    st.one_of(
        st.sampled_from("abc ABC .,;:!?\n“”‘’\"'()[]—–-0123456789%£$"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=300,
)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "The valiant crews stopped work on Monday. ",
            "“We will not sail them tired,” said Dana Orlan. ",
            "About 40,000 people were stranded.\n\n",
            "Mr Hale said that the dispute was a fiasco. ",
            'The "plan" was rejected."Nobody sailed. ',
            "Reporting by Ann Bole\n",
        ]
    ),
    max_size=12,
).map("".join)


def spans_of(data):
    yield from ((s["start"], s["end"]) for s in data["sentences"])
    yield from ((f["start"], f["end"]) for f in data["findings"])
    yield from (tuple(part) for q in data["quotations"] for part in q["parts"])
    yield from ((v["start"], v["end"]) for v in data["voices"])
    yield from ((m["start"], m["end"]) for n in data["names"] for m in n["mentions"])
    for attribution in data["attributions"]:
        yield from (
            tuple(span) for span in (attribution["source"], attribution["cue"], *attribution["content"]) if span
        )


@given(st.one_of(TEXT, SENTENCES))
def test_any_text_is_analysed_and_every_span_lies_inside_it(text):
    data = biasdiff.to_dict(biasdiff.analyze(text))
    assert data["text"] == text
    for start, end in spans_of(data):
        assert 0 <= start < end <= len(text)
    json.dumps(data)


@given(st.one_of(TEXT, SENTENCES), SENTENCES)
def test_any_two_stories_are_compared_or_refused_in_words(left, right):
    try:
        data = biasdiff.to_dict(biasdiff.compare([left, right]))
    except BiasdiffError as problem:
        assert "no words in it" in str(problem)
        return
    sizes = {p["id"]: p for p in data["passages"]}
    for link in data["links"]:
        for key, sentences in zip(link["passages"], link["sentences"], strict=True):
            assert sentences
            assert all(sizes[key]["sentences"][i]["role"] != "boilerplate" for i in sentences)
        assert link["kind"] in ("quotation", "same", "partial")
        assert 0 <= link["score"] <= 1
    for match in data["quotation_matches"]:
        for key, number in zip(match["passages"], match["quotations"], strict=True):
            assert 0 <= number < len(sizes[key]["quotations"])
    json.dumps(data)


@given(SENTENCES, SENTENCES)
def test_swapping_the_stories_mirrors_links_and_matches(left, right):
    def swapped(result):
        return {(link.sentences[::-1], link.kind, link.score, link.moved) for link in result.links}, {
            (m.quotations[::-1], m.status, m.coverage) for m in result.quotation_matches
        }

    if not left.strip() or not right.strip():
        return
    try:
        one, two = biasdiff.compare([left, right]), biasdiff.compare([right, left])
    except BiasdiffError:
        return
    links = {(link.sentences, link.kind, link.score, link.moved) for link in two.links}
    assert swapped(one) == (links, {(m.quotations, m.status, m.coverage) for m in two.quotation_matches})


def test_a_story_compared_with_itself_differs_nowhere():
    result = biasdiff.compare([A, A])
    told = {s.index for s in result.analyses[0].told}
    assert {i for link in result.links for i in link.sentences[0]} == told
    assert all(
        e.tag == "equal"
        for link, edits in zip(result.links, result.edits, strict=True)
        if link.sentences[0] == link.sentences[1]
        for e in edits
    )
    assert {m.status for m in result.quotation_matches} == {"same"}


def test_stories_get_ids_in_their_order_and_keep_their_text():
    data = biasdiff.to_dict(biasdiff.compare([A, B, A + B]))
    assert [p["id"] for p in data["passages"]] == ["a", "b", "c"]
    assert [p["text"] for p in data["passages"]] == [A, B, A + B]


def test_the_contract_of_the_data_is_kept():
    data = biasdiff.to_dict(biasdiff.compare([A, B]))
    assert data.keys() >= {
        "schema",
        "signature",
        "passages",
        "links",
        "units",
        "quotation_matches",
        "quotations_only",
        "names",
    }
    passage = data["passages"][0]
    assert passage.keys() >= {
        "id",
        "outlet",
        "title",
        "text",
        "sentences",
        "quotations",
        "attributions",
        "names",
        "findings",
    }
    assert passage["findings"][0].keys() >= {
        "start", "end", "rule", "entry", "group", "category", "severity", "confidence", "voice",
        "message", "neutral", "question", "target", "direction",
    }  # fmt: skip
    assert passage["quotations"][0].keys() >= {"parts", "speaker", "speaker_name", "cue"}
    assert data["links"][0].keys() >= {"passages", "sentences", "kind", "score", "evidence", "moved"}
    assert data["quotation_matches"][0].keys() >= {"passages", "quotations", "status", "coverage"}
    assert set(data["quotations_only"]) == {"a", "b"}


def test_the_shared_quotation_is_matched_with_its_brackets():
    (match,) = biasdiff.compare([A, B]).quotation_matches
    assert (match.status, match.coverage) == ("bracketed", "whole")


def test_the_same_input_gives_the_same_data():
    one, two = (json.dumps(biasdiff.to_dict(biasdiff.compare([A, B]))) for _ in range(2))
    assert one == two


def test_one_story_is_not_compared():
    with pytest.raises(BiasdiffError, match="2 to 8"):
        biasdiff.compare([A])


def test_a_story_without_words_is_named():
    with pytest.raises(BiasdiffError, match="story B: no words"):
        biasdiff.compare([A, "…!"])


def test_stories_analysed_with_different_settings_are_not_compared():
    with pytest.raises(BiasdiffError, match="different settings"):
        biasdiff.compare([biasdiff.analyze(A), biasdiff.analyze(B, sensitivity="high")])


def test_an_unknown_setting_is_refused():
    with pytest.raises(BiasdiffError, match="sensitivity 'low' is unknown"):
        biasdiff.analyze(A, sensitivity="low")
    with pytest.raises(BiasdiffError, match="rule 'eval' is unknown"):
        biasdiff.Settings(without=("eval",))


def test_a_rule_can_be_switched_off():
    assert "eval.adj" in {f.rule for f in biasdiff.analyze(A).findings}
    assert "eval.adj" not in {
        f.rule for f in biasdiff.analyze(A, settings=biasdiff.Settings(without=("eval.adj",))).findings
    }


def test_the_signature_tells_version_settings_and_lexicons():
    own = parse(
        b'[lexicon]\nname="x"\nlanguage="en"\ncategory="x"\ngroup="wording"\nrule="eval.adj"\nquestion="?"\n'
        b'[entry.zorbly]\nterms=["zorbly"]\nseverity=2\nrationale="r"\nsource="s"\nhit=["A zorbly day."]\nmiss=["A day."]\n',
        "own.toml",
    )
    signature = biasdiff.analyze(A, settings=biasdiff.Settings(lexicons=(own,))).signature
    assert signature.version == biasdiff.__version__
    assert dict(signature.lexicons)["own.toml"] == own.digest
    assert dict(signature.settings)["sensitivity"] == "default"


def test_the_signature_tells_which_marks_of_readers_were_used():
    signature = biasdiff.analyze(A).signature
    assert dict(signature.lexicons)["readers.tsv"] == sha256(readers.TABLE.read_bytes()).hexdigest()


def test_to_dict_takes_nothing_else():
    with pytest.raises(TypeError, match="takes an Analysis or a Comparison"):
        biasdiff.to_dict("text")
