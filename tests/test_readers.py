import json
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff import Settings, analyze, readers

LEAD = "Ferries stop\n\nThe port was closed on Monday.\n\nNobody sailed in the week after.\n\n"
RULE = "readers.marked"


def found(text, sensitivity="high", **options):
    story = analyze(text, sensitivity=sensitivity, **options)
    return [(story.text(f.span).lower(), f) for f in story.findings if f.rule == RULE]


def words(text, sensitivity="high"):
    return [word for word, _ in found(text, sensitivity)]


def rows():
    lines = readers.TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def shown(low, high):
    """Words of the table with a score in a range, enough to try things on."""
    return [word for word, score, *_ in rows() if word.isalpha() and low <= int(score) / 100 <= high]


@pytest.fixture(scope="module")
def word():
    """A strong word that people marked and that no lexicon has."""
    strong = (w for w in shown(readers.STRONG, 1.0) if readers.evidence(w).readers)
    return next(w for w in strong if words(LEAD + f"It was a {w} answer.", "default") == [w])


# What must be found.


def test_a_word_that_readers_mark_is_found_with_their_number(word):
    ((_, finding),) = found(LEAD + f"The council gave a {word} answer.")
    assert re.fullmatch(
        rf"\d+ of \d+ readers marked “{word}” as loaded in (a news sentence|news sentences)\.", finding.message
    )
    assert finding.group == "wording"
    assert finding.entry is None
    assert finding.question.endswith("?")
    assert finding.neutral == ()


def test_default_sensitivity_shows_the_strong_alone():
    text = (
        LEAD
        + "It was "
        + ", ".join(shown(readers.MARKED, readers.STRONG - 0.01)[::200] + shown(readers.STRONG, 1.0)[::100])
    )
    by_any = {text[slice(*f.span)].lower() for f in analyze(text, sensitivity="high").findings if f.group == "wording"}
    assert set(words(text, "default")) < by_any
    assert len(words(text, "default")) < len(words(text, "high"))


def test_a_finding_at_the_default_has_a_strong_score():
    for word in shown(readers.STRONG, 1.0)[::100]:
        for printed, finding in found(LEAD + f"It was {word}, they thought.", "default"):
            assert readers.evidence(printed).score >= readers.STRONG
            assert finding.severity in (1, 2)


def test_words_inside_quotation_marks_are_the_speakers_and_left_to_the_lexicons(word):
    assert words(LEAD + f"“It was a {word} answer,” said Ann Bole.") == []
    assert words(LEAD + f"It was a {word} answer, said Ann Bole.") == []
    assert words(LEAD + f"It was a {word} answer.") == [word]


def test_an_unseen_form_is_explained_by_its_build():
    evidence = readers.evidence("pondmongering")
    assert evidence.form == "-mongering"
    assert readers.reason("pondmongering", evidence) == "Built like words that readers mark as loaded: “-mongering”."


def test_an_unseen_adverb_is_explained_by_the_word_in_it():
    base = next(
        w
        for w in shown(0.9, 1.0)
        if readers.evidence(w + "ness") is not None and readers.evidence(w + "ness").form == w
    )
    assert f"“{base}”" in readers.reason(base + "ness", readers.evidence(base + "ness"))


def test_a_word_without_marks_names_a_marked_word_or_none():
    for word in shown(readers.MARKED, 1.0)[::50]:
        text = readers.reason(word, readers.evidence(word))
        assert text.endswith(".")
        assert "bias" not in text
        assert "readers" in text


# What must stay silent.


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry left the harbour at nine with forty people on board.",
        "The court heard the case on Tuesday and will rule in March.",
        "Rain is expected in the north, with wind from the west.",
        "The bank raised its rate by a quarter of a point to three per cent.",
        "The home side won the match two to one in front of 9,000 people.",
        "She studied chemistry, taught at the school and retired in 2019.",
    ],
)
def test_plain_copy_is_silent(sentence):
    assert words(LEAD + sentence) == []


def test_a_name_is_no_marked_word(word):
    assert words(LEAD + f"They met at the {word.title()} Hotel in Fellsay.") == []


def test_a_word_against_a_loaded_thing_is_silent(word):
    assert readers.evidence(f"{word}-looking").form == word
    assert readers.evidence(f"anti-{word}") is None


def test_a_denied_word_is_silent(word):
    assert words(LEAD + f"The reply was not {word}.") == []


def test_boilerplate_is_silent(word):
    assert words(LEAD + f"This story appeared in The {word} Times and has been reproduced with permission") == []


def test_a_word_that_a_lexicon_finds_is_not_found_twice():
    story = analyze(
        LEAD + "A brutal, childish and pathetic reply came from the odious and heartless council.", sensitivity="high"
    )
    wording = [f.span for f in story.findings if f.group == "wording"]
    assert len(wording) == len(set(wording))
    for finding in story.findings:
        others = [f for f in story.findings if f is not finding and f.group == "wording"]
        if finding.rule == RULE:
            assert not any(o.span.start < finding.span.end and finding.span.start < o.span.end for o in others)


def test_the_rule_can_be_switched_off(word):
    assert found(LEAD + f"It was a {word} answer.", settings=Settings(without=(RULE,))) == []


# Fairness.

SIDES = """conservative liberal conservatives liberals right-wing left-wing far-right far-left leftist rightist progressive
socialist communist marxist capitalist fascist nationalist populist feminist christian muslim jewish catholic islamist
republican democratic democrats republicans russian ukrainian israeli palestinian american chinese immigrant immigrants
migrant refugee illegal alien white black gay straight woman man women men pro-life pro-choice anti-abortion pro-abortion
trump biden obama romney putin zelensky clinton one two hundred million the and of not""".split()


@pytest.mark.parametrize("word", SIDES)
def test_no_side_group_creed_number_or_grammar_is_in_the_table(word):
    assert readers.evidence(word) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("conservative", "liberal"), ("right-wing", "left-wing"), ("Christian", "Muslim"), ("Russian", "Ukrainian")],
)
def test_swapping_sides_changes_no_finding(one, other, word):
    text = LEAD + f"The {one} council gave a {word} answer, a {one}-hearted and foolish one."
    spans = [(w, f.severity, f.confidence) for w, f in found(text)]
    assert spans
    assert [s[1:] for s in spans] == [(f.severity, f.confidence) for _, f in found(text.replace(one, other))]


# The table.


def test_the_table_is_small_sorted_and_says_whose_it_is():
    data = readers.TABLE.read_bytes()
    head = data.decode("utf-8")[:900]
    assert len(data) < 1_000_000
    assert "MBIC" in head
    assert "Apache License 2.0" in head
    assert "Spinde" in head
    keys = [row[0] for row in rows()]
    assert keys == sorted(set(keys))


def test_every_row_can_be_read():
    for word, score, *reason in rows():
        assert re.fullmatch(r"-?[a-z]+(?:['-][a-z]+)*", word)
        assert 0 <= int(score) <= 100
        if reason and reason[0][0] == "~":
            near = readers.evidence(reason[0][1:])
            assert near.readers >= near.marked >= readers.FEWEST_MARKS
        elif reason:
            marked, asked, sentences = map(int, reason[0].split("/"))
            assert readers.FEWEST_MARKS <= marked <= asked
            assert asked >= 9 * sentences


def test_nothing_is_loaded_on_import():
    code = "import sys, biasdiff.readers as r; print(r._table.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"


# Confidence of lexicon findings.


def test_strong_words_gain_confidence_and_plain_ones_lose_it():
    strong = shown(readers.SURE, 1.0)[0]
    plain = shown(0.0, readers.PLAIN - 0.01)[0]
    assert readers.confidence_for(strong, "medium") == "high"
    assert readers.confidence_for(strong, "high") == "high"
    assert readers.confidence_for(plain, "high") == "medium"
    assert readers.confidence_for("unknown-to-all", "high") == "high"
    assert readers.confidence_for("unknown-to-all", "medium") == "medium"


def doubted(sentence, entry, **options):
    story = analyze(LEAD + sentence, sensitivity="high", **options)
    return [f.confidence for f in story.findings if f.entry == entry]


def test_a_doubtful_word_alone_needs_the_marks_of_readers():
    assert readers.evidence("robust").score < 0.5 < readers.evidence("unbearable").score
    assert doubted("The robust plan was read to the council.", "robust") == []
    assert doubted("The unbearable plan was read to the council.", "unbearable") == ["low"]


@pytest.mark.parametrize("label", ["illegal immigrants", "undocumented immigrants", "underdog", "hawk"])
def test_a_doubtful_label_is_shown_where_it_leads_a_story_whatever_readers_mark(label):
    headline = f"Council meets {label} at the pier"
    story = analyze(headline + LEAD[LEAD.index("\n") :] + f"The council met {label} on Sunday.", sensitivity="high")
    found = [f for f in story.findings if f.rule.startswith("label.") and f.confidence == "low"]
    assert [(story.text(f.span), story.sentence_at(f.span.start).role) for f in found] == [(label, "headline")]


def test_a_word_that_a_guard_refuses_is_left_to_high_sensitivity_and_in_doubt():
    literal = LEAD + "The blaze gutted the chapel on Monday."
    assert words(literal, "default") == []
    assert all(finding.confidence == "low" for _, finding in found(literal))
    assert [f.rule for f in analyze(LEAD + "The cuts gutted the service.").findings if f.group == "wording"] != []


def test_at_the_default_a_speakers_words_are_left_to_the_lexicons(word):
    assert words(LEAD + f"“It was a {word} answer,” said Ann Bole.", "default") == []
    assert words(LEAD + f"It was a {word} answer.", "default") == [word]


def body(*places, words, length=20):
    """A story of plain sentences, with some words at the given ones."""
    told = [f"Boats went out on the {n}th day of the month." for n in range(4, length + 4)]
    for at, word in zip(places, words, strict=True):
        told[at] = f"It was a {word} answer to the crew."
    return "Ferries stop at the pier\n\n" + "\n\n".join(told)


@pytest.fixture(scope="module")
def two_middling():
    """Two words that score too little for the default, but not for “high”."""
    middling = shown(readers.MARKED, readers.STRONG - 0.05)
    return [w for w in middling if words(LEAD + f"It was a {w} answer.") == [w]][:2]


def test_the_opening_of_a_story_is_read_more_closely(two_middling):
    opening, behind = two_middling
    assert words(body(2, 9, words=two_middling), "default") == [opening]
    assert words(body(2, 9, words=two_middling), "high") == [opening, behind]
    assert words(body(4, 5, words=two_middling), "default") == [opening]


def test_a_few_sentences_have_no_opening(two_middling):
    assert words(body(0, words=two_middling[:1], length=3), "default") == []
    assert words(f"It was a {two_middling[0]} answer.", "default") == []


def test_a_surname_that_opens_a_sentence_is_no_marked_word():
    story = LEAD + "Tom Savage ran for the harbour board. Savage said he would run again. Savage attacks followed."
    assert words(story) == []
    assert words(LEAD + "Ann Savage spoke on Monday. Savage’s party laughed.") == []


@given(st.text(max_size=40))
def test_any_word_has_evidence_within_bounds_or_none(word):
    evidence = readers.evidence(word)
    assert evidence is None or 0 <= evidence.score <= 1
    if evidence:
        assert json.dumps(readers.reason(word, evidence))


def test_a_report_of_a_match_blames_nobody():
    match = "The striker was sent off. It was a savage lunge. The goalkeeper saved the free kick."
    assert words(LEAD + match, "high") == []
    assert words(LEAD + "The clerk was sent off. It was a savage lunge.", "high") == ["savage", "lunge"]


@pytest.mark.parametrize(
    ("plain", "loaded"),
    [
        ("Divers found a man clinging to a branch.", "The chairman is clinging to his post."),
        ("The hail shattered nine panes.", "The row shattered their alliance."),
    ],
)
def test_a_word_that_readers_mark_is_plain_in_its_literal_field(plain, loaded):
    assert words(LEAD + plain, "default") == []
    assert len(words(LEAD + loaded, "default")) == 1


def test_a_rank_that_can_be_checked_is_left_to_high_sensitivity():
    rank = body(2, words=["greatest"])
    assert words(rank, "default") == []
    assert words(rank, "high") == ["greatest"]
