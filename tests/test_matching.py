import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import biasdiff
from biasdiff import analyze
from biasdiff.matching import match_quotations, paraphrases
from biasdiff.model import Analysis, Link, Name, Passage, Quotation, Sentence, Span
from biasdiff.segmenting.words import words

WHOLE = "The boats were safe, but the crews were right to ask"
TABLE = {
    "the same words": (f"{WHOLE}.", f"{WHOLE},", "same", "whole"),
    "typographic marks": (
        "We don’t know – yet – who called",
        "We don't know - yet - who called",
        "same",
        "whole",
    ),
    "quotation marks inside": (
        "We heard ‘enough is enough’ all night",
        "We heard 'enough is enough' all night",
        "same",
        "whole",
    ),
    "house styles of spelling": (
        "The harbour must organise long-range patrols at once",
        "The harbor must organize long range patrols at once",
        "same",
        "whole",
    ),
    "capitals": ("the boats were never fit to sail", "The Boats were never fit to sail", "same", "whole"),
    "another kind of bracket": (
        "We have (never) been asked to wait",
        "We have [never] been asked to wait",
        "punctuation",
        "whole",
    ),
    "an editor's capital": (
        "[W]e have never been asked to wait",
        "We have never been asked to wait",
        "punctuation",
        "whole",
    ),
    "another sign": ("We waited; nobody came to help us", "We waited, nobody came to help us", "punctuation", "whole"),
    "a pause": ("We waited … nobody came to help us", "We waited nobody came to help us", "punctuation", "whole"),
    "an editor's words for others": (
        "I told him in March to mend it",
        "I told [the mayor] in March to mend it",
        "bracketed",
        "whole",
    ),
    "an editor's words added": (
        "Those who come have no other room",
        "Those who come [after school] have no other room",
        "bracketed",
        "whole",
    ),
    "an editor's words at the beginning": (
        "It will reopen when the roof is mended",
        "[The library] will reopen when the roof is mended",
        "bracketed",
        "whole",
    ),
    "an editor's ending": (
        "We counted the old boats and the territories",
        "We counted the old boats and the territor[y]",
        "bracketed",
        "whole",
    ),
    "another word": (
        "A rest rule is not a favour to anyone",
        "A rest rule is not a gift to anyone",
        "altered",
        "whole",
    ),
    "another last word": ("A rest rule is not a favour", "A rest rule is not a gift", "altered", "whole"),
    "brackets excuse no other word": (
        "I told him in March to mend it",
        "I told [the mayor] in May to mend it",
        "altered",
        "whole",
    ),
    "a negation more": (
        "We have been asked to wait for the report",
        "We have not been asked to wait for the report",
        "altered",
        "truncated",
    ),
    "words left out without a sign": (
        "We will sail on Monday when the new crew has rested",
        "We will sail when the new crew has rested",
        "altered",
        "truncated",
    ),
    "words left out with a sign": (
        "We will sail on Monday when the new crew has rested",
        "We will sail … when the new crew has rested",
        "same",
        "truncated",
    ),
    "words left out with a sign in brackets": (
        "We will sail on Monday when the new crew has rested",
        "We will sail [...] when the new crew has rested",
        "same",
        "truncated",
    ),
    "a sign excuses no other word": (
        "We will sail on Monday when the new crew has rested",
        "We will sail … when the old crew has rested",
        "altered",
        "truncated",
    ),
    "a quotation cut": ("The boats were safe, but the crews", WHOLE, "same", "truncated"),
    "few words from the beginning": ("The boats were safe", WHOLE, "same", "fragment"),
    "few words from the middle": ("crews were right to", WHOLE, "same", "fragment"),
    "two words": ("broken nights", "We have had six months of broken nights", "same", "fragment"),
    "one and the same word": ("deplorable", "deplorable", "same", "fragment"),
    "a contraction": ("We do not sail with tired crews", "We don’t sail with tired crews", "altered", "whole"),
    "figures": ("We were two men short all winter", "We were 2 men short all winter", "altered", "whole"),
}
SILENT = {
    "other words": ("We have offered a third crew from June", "Nobody knows who called the meeting off"),
    "grammar words": ("It is what it is, and we are glad of that", "It is not what they say of the night boats"),
    "a common phrase": (
        "We have to make sure that the boats are fit for winter storms",
        "In the end the council will have to make a choice about the new hall",
    ),
    "one content word": ("I want to be there", "I want to know why the port was closed without a word"),
    "a slogan with another end": ("We will build the wall", "We will build the library"),
    "one word in a sentence": ("safe", WHOLE),
}


def story(said, before="At the port, Ann Bole said: ", after=" She then left."):
    return analyze(f"{before}“{said}”{after}")


def matches(left, right):
    return match_quotations(story(left), story(right))


def only(left, right):
    (match,) = matches(left, right)
    return match


@pytest.mark.parametrize("name", TABLE)
def test_status_and_coverage(name):
    left, right, status, coverage = TABLE[name]
    match = only(left, right)
    assert (match.status, match.coverage) == (status, coverage)


@pytest.mark.parametrize("name", SILENT)
def test_chance_is_no_match(name):
    assert matches(*SILENT[name]) == ()


def missing(a, b, match):
    texts = {a.passage.id: b, b.passage.id: a}
    return [(m.passage, m.where, [texts[m.passage].text(s) for s in m.spans], m.marked) for m in match.missing]


def ab(left, right):
    return (
        replace(left, passage=replace(left.passage, id="a")),
        replace(right, passage=replace(right.passage, id="b")),
    )


def left_out(left, right):
    a, b = ab(story(left), story(right))
    (match,) = match_quotations(a, b)
    return missing(a, b, match)


def test_what_is_left_out_behind_is_told():
    assert left_out(WHOLE, "The boats were safe") == [("b", "after", ["but the crews were right to ask"], False)]


def test_what_is_left_out_before_is_told():
    assert left_out("the crews were right to ask", WHOLE) == [("a", "before", ["The boats were safe, but"], False)]


def test_an_ellipsis_at_the_edge_marks_what_is_left_out():
    assert left_out(WHOLE, "The boats were safe …") == [("b", "after", ["but the crews were right to ask"], True)]


def test_what_is_left_out_inside_is_told_with_its_sign():
    whole = "We will sail on Monday when the new crew has rested"
    assert left_out(whole, "We will sail ... when the new crew has rested") == [("b", "inside", ["on Monday"], True)]
    assert left_out(whole, "We will sail when the new crew has rested") == [("b", "inside", ["on Monday"], False)]


def test_what_he_said_interrupts_shows_the_cut():
    a = analyze("“We will sail when the crew has rested. That is a promise. And we will sail with three men,” he said.")
    b = analyze("“We will sail when the crew has rested,” he said. “And we will sail with three men.”")
    (match,) = match_quotations(*ab(a, b))
    assert (match.status, match.coverage) == ("same", "truncated")
    assert missing(*ab(a, b), match) == [("b", "inside", ["That is a promise"], True)]


def test_an_editors_words_are_not_missed():
    assert left_out("Those who come have no other room", "Those who come [after school] have no other room") == []


def test_an_utterance_in_two_pieces_is_whole_in_both_stories():
    a = analyze("“I want to work with him. And we need no one to stop us,” she said.")
    b = analyze(
        "“I want to work with him,” she said on Monday. Later she was asked again."
        " “And we need no one to stop us,” Bole told the paper."
    )
    found = match_quotations(a, b)
    assert {m.quotations: (m.status, m.coverage, m.missing) for m in found} == {
        (0, 0): ("same", "whole", ()),
        (0, 1): ("same", "whole", ()),
    }


def test_a_few_words_are_no_cut_where_the_story_quotes_the_rest_elsewhere():
    a = analyze(f"The crews were “right to ask”, she said.\n\n“{WHOLE},” said Jon Reyes at the port.")
    b = story(WHOLE)
    fragment, whole = match_quotations(*ab(a, b))
    assert (fragment.coverage, fragment.missing, [n.kind for n in fragment.notes]) == ("fragment", (), ["in_full"])
    assert fragment.notes[0].text == "A quotes more of these words elsewhere."
    assert (whole.coverage, whole.notes) == ("whole", ())


def test_fragments_that_both_stories_quote_in_full_too_answer_each_other():
    a, b = (analyze(f"The crews were “right to ask”.\n\n“{WHOLE},” said Jon Reyes at the port.") for _ in "ab")
    assert {m.quotations for m in match_quotations(a, b)} == {(0, 0), (1, 1)}


def test_a_headline_may_quote_a_few_words_but_not_change_them():
    body = (
        "Crews stopped work at Port Alder on Tuesday.\n\n“We will not sail them tired,” Orlan told members at noon.\n\n"
    )
    plain = analyze(f"Crews at Port Alder stop work\n\n{body}")
    same = analyze("‘We will not sail’\n\nCrews stopped work at Port Alder on Tuesday, the port said.\n\n")
    changed = analyze("‘We shall not sail’\n\nCrews stopped work at Port Alder on Tuesday, the port said.\n\n")
    assert [(m.quotations, m.status) for m in match_quotations(plain, same)] == [((0, 0), "same")]
    assert match_quotations(plain, changed) == ()


def test_a_repeated_quotation_is_matched_at_every_place():
    a = analyze(f"“{WHOLE},” said Reyes.\n\nThe union was pleased.\n\n“{WHOLE},” he said again on Friday.")
    assert {m.quotations for m in match_quotations(a, story(WHOLE))} == {(0, 0), (1, 0)}
    assert {m.quotations for m in match_quotations(a, a)} == {(0, 0), (1, 1)}


def test_words_that_stand_in_full_elsewhere_are_no_altered_quotation():
    a = analyze("“We have a big challenge and a lot of work to do,” Hale said.")
    b = analyze(
        "“We have a big challenge and a lot of work to do,” Hale said.\n\nThe union replied.\n\n"
        "“We have a real challenge,” he said later."
    )
    assert [(m.quotations, m.status) for m in match_quotations(a, b)] == [((0, 0), "same")]


def notes(left, right):
    return [(note.kind, note.text) for note in only(left, right).notes]


WHY = "Round brackets can be read as the speaker’s own aside; square ones mark an editor’s words."


def test_round_brackets_are_pointed_out():
    a, b = ab(story("We have (never) been asked to wait"), story("We have [never] been asked to wait"))
    (match,) = match_quotations(a, b)
    (note,) = match.notes
    assert note.text == f"A has “(never)” in round brackets where B has “[never]”. {WHY}"
    assert [(p.passage, (a if p.passage == "a" else b).text(Span(p.start, p.end))) for p in note.places] == [
        ("a", "(never)"),
        ("b", "[never]"),
    ]


def test_round_brackets_alone_and_on_both_sides_are_pointed_out_once():
    alone = "We have (never) been asked to wait", "We have been asked to wait"
    both = "We have (never) been asked to wait", "We have (never) been asked to wait"
    assert notes(*alone) == [("round_brackets", f"A has “(never)” in round brackets inside the quotation. {WHY}")]
    assert notes(*both) == [("round_brackets", f"Both have “(never)” in round brackets inside the quotation. {WHY}")]


def test_square_brackets_need_no_note():
    assert notes("We have [never] been asked to wait", "We have been asked to wait") == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We do not sail with tired crews", "We don’t sail with tired crews"),
        ("We will not sail with tired crews", "We won't sail with tired crews"),
        ("It is the crews who pay for it", "It’s the crews who pay for it"),
        ("They would have told us by the evening", "They’d have told us by the evening"),
    ],
)
def test_a_contraction_is_named(left, right):
    assert [kind for kind, _ in notes(left, right)] == ["contracted"]


def test_a_number_in_figures_is_named():
    assert [kind for kind, _ in notes("We were two men short", "We were 2 men short")] == ["figures"]
    assert [
        kind
        for kind, _ in notes(
            "One-in-three boats is too old to sail at night", "1 in 3 boats is too old to sail at night"
        )
    ] == ["figures"]


def test_another_number_and_another_word_are_no_other_form():
    assert notes("We were two men short all winter", "We were 3 men short all winter") == []
    assert notes("We do not sail with tired crews today", "We don’t sail with angry crews today") == []


def by(name, kind="person"):
    """A story in which somebody says `WHOLE`."""
    text = f"“{WHOLE}.” {name}"
    at = text.index(name)
    span = Span(at, at + len(name))
    sentences = (Sentence(0, Span(0, len(text)), "body", words(text)),)
    quotation = Quotation((Span(1, len(WHOLE) + 2),), span, name)
    return Analysis(Passage(text), sentences, (quotation,), names=(Name(name, kind, (span,)),))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Ann Bole", "Ann Bole", "same"),
        ("Ann Bole", "Bole", "same"),
        ("Dana Orlan", "Jon Reyes", "different"),
        ("Dana Orlan", "Dana Orlen", "unclear"),
        ("Ann Bole", "Kirsten Bole", "unclear"),
    ],
)
def test_speakers_are_compared_by_name(one, other, wanted):
    (match,) = match_quotations(by(one), by(other))
    assert match.speakers == wanted


def test_whom_he_is_taken_for_is_no_other_speaker():
    a, b = by("Dana Orlan"), by("Jon Reyes")
    text = b.passage.text.replace("Jon Reyes", "he, later")
    b = replace(b, passage=Passage(text), quotations=(replace(b.quotations[0], speaker_name="Jon Reyes"),))
    (match,) = match_quotations(a, b)
    assert match.speakers == "unclear"


def test_a_body_or_a_pronoun_is_no_other_speaker():
    (match,) = match_quotations(by("Ann Bole"), by("Harbour Union", "organisation"))
    assert match.speakers == "unclear"
    (match,) = match_quotations(by("Ann Bole"), story(WHOLE, "He said: "))
    assert match.speakers == "unclear"


def test_edits_point_at_the_words_that_differ():
    a, b = ab(story("I told him in March to mend it"), story("I told [the mayor] in March to mend it"))
    (match,) = match_quotations(a, b)
    assert [(e.tag, a.text(e.left), b.text(e.right)) for e in match.edits if e.tag != "equal"] == [
        ("replace", "him", "the mayor")
    ]


def test_words_that_the_other_story_quotes_elsewhere_are_in_no_edit():
    a = analyze("“I want to work with him. And we need no one to stop us,” she said.")
    b = analyze(
        "“I want to work with him,” she said on Monday.\n\n“And we need no one to stop us,” she told the paper."
    )
    assert [{e.tag for e in m.edits} for m in match_quotations(a, b)] == [{"equal"}, {"equal"}]


def test_words_that_the_other_story_leaves_out_are_an_edit():
    match = only(WHOLE, "The boats were safe")
    assert [e.tag for e in match.edits] == ["equal", "delete"]


def test_no_edit_holds_what_he_said():
    a = analyze("“We will sail on Monday,” he said, “with three rested men.”")
    b = analyze("“We will sail on Monday with two rested men,” he said.")
    (match,) = match_quotations(a, b)
    assert not any("said" in a.text(e.left) for e in match.edits)


PIECES = st.lists(
    st.sampled_from(
        "the boats were [never] safe (all) crews right to ask … not two 2 don’t do don't harbour harbor . , he said night".split()
    ),
    min_size=1,
    max_size=25,
).map(" ".join)


@settings(max_examples=60)
@given(PIECES, PIECES)
def test_swapping_the_stories_mirrors_the_matches(left, right):
    a, b = (analyze(f"Ann Bole said: “{said}” Later she said: “We sail tonight, {said}”") for said in (left, right))
    a, b = ab(a, b)

    def seen(m, turn=1):
        return (
            m.quotations[::turn],
            m.status,
            m.coverage,
            m.speakers,
            {(x.passage, x.where, x.spans, x.marked) for x in m.missing},
            {note.kind for note in m.notes},
        )

    mine, theirs = match_quotations(a, b), match_quotations(b, a)
    assert sorted((seen(m) for m in mine), key=repr) == sorted((seen(m, -1) for m in theirs), key=repr)


@settings(max_examples=60)
@given(PIECES, PIECES)
def test_all_spans_lie_inside_the_quotations(left, right):
    a, b = ab(story(left), story(right))
    for match in match_quotations(a, b):
        i, j = match.quotations
        for span in (span for x in match.missing for span in x.spans):
            assert any(
                p.start <= span.start < span.end <= p.end for p in (*a.quotations[i].parts, *b.quotations[j].parts)
            )
        for before, after in pairwise(match.edits):
            assert before.left.end <= after.left.start
            assert before.right.end <= after.right.start


@settings(max_examples=30)
@given(PIECES)
def test_a_story_matches_itself_with_the_same_words(said):
    found = match_quotations(story(said), story(said))
    assert all(m.status == "same" and not m.missing for m in found if m.quotations[0] == m.quotations[1])


@pytest.mark.parametrize("said", [WHOLE, "The {} boats were safe, but the crews in port {} were right to ask"])
def test_many_quotations_take_no_quadratic_time(said):
    text = "\n\n".join(f"“{said.format(n, n)},” said Reyes." for n in range(1000))
    a = analyze(text)
    start = time.process_time()
    found = match_quotations(a, a)
    assert time.process_time() - start < 3
    assert {(n, n) for n in range(1000)} <= {m.quotations for m in found}


REPORT = "Martin Hale pointed out that the inspectors had found late paperwork and that nobody had sailed unfit."
QUOTE = "“These were late entries in a logbook. Nobody sailed unfit,” Martin Hale said."


def told(left, right, linked=True):
    a, b = ab(analyze(left), analyze(right))
    links = (Link(("a", "b"), ((0,), (0,)), "partial", 0.5),) if linked else ()
    return a, b, paraphrases(a, b, links, match_quotations(a, b))


def test_a_quotation_that_the_other_story_reports_is_a_paraphrase():
    _, b, (found,) = told(QUOTE, REPORT)
    assert (found.passages, found.quotation, found.sentences) == (("a", "b"), 0, (0,))
    assert b.text(found.span) == "the inspectors had found late paperwork and that nobody had sailed unfit"
    assert found.evidence == ("both name Martin Hale", "rare words in common: nobody, sailed, unfit")


def test_a_link_between_the_sentences_speaks_for_a_paraphrase():
    _, _, (found,) = told("“Nobody sailed unfit in March,” she said.", "The company said that nobody had sailed unfit.")
    assert found.evidence[0] == "their sentences are linked"


def test_paraphrases_are_found_both_ways():
    _, _, (found,) = told(REPORT, QUOTE)
    assert found.passages == ("b", "a")


def test_what_the_other_story_quotes_too_is_no_paraphrase():
    assert told(QUOTE, f"{REPORT} {QUOTE}")[2] == ()


def test_a_report_of_something_else_is_no_paraphrase():
    assert told(QUOTE, "Martin Hale said that the company would refund every ticket within five days.")[2] == ()


def test_what_another_person_says_is_no_paraphrase():
    a, b = ab(analyze(QUOTE), analyze(REPORT.replace("Martin Hale", "Dana Orlan")))
    assert paraphrases(a, b, (), ()) == ()


def test_a_comparison_carries_paraphrases_into_json():
    lines = "The ferries stopped for two days at Port Alder. The islands wait for milk and mail. Trains ran as usual."
    result = biasdiff.compare([f"{QUOTE} {lines}", f"{REPORT} {lines}"])
    data = biasdiff.to_dict(result)
    assert len(data["paraphrases"]) == len(result.paraphrases) == 1
    assert set(data["paraphrases"][0]) == {"passages", "quotation", "sentences", "span", "evidence"}
