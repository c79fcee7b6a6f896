from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff import analyze, differ
from biasdiff.differ import Side, edits, opcodes, side
from biasdiff.segmenting import segment
from biasdiff.segmenting.words import words

NORMS = st.lists(st.sampled_from("the a of crews stopped ferries port said not 40 harbour tired".split()), max_size=30)
PRINTED = (
    "the a of and in crews Crews Reyes Hale port harbour harbor said not never 40 12,500 two May long-range long range"
    " per cent percent % [boats] can’t night “we ferries tired. Nobody (often) don’t U.S. organise 5% Gov."
).split()
TEXTS = st.lists(st.sampled_from(PRINTED), max_size=40).map(" ".join)


def told(text):
    return Side(text, (words(text),))


def sentences(text):
    return Side(text, tuple(sentence.words for sentence in segment(text)))


def changes(left, right, made=told):
    return [
        (e.tag, left[e.left.start : e.left.end], right[e.right.start : e.right.end])
        for e in edits(made(left), made(right))
        if e.tag != "equal"
    ]


def shown(left, right, made=told):
    """One line as a reader sees it: [left|right] differs, <phrase> stands elsewhere, the rest both have."""
    out = []
    for e in edits(made(left), made(right)):
        mine, theirs = left[e.left.start : e.left.end], right[e.right.start : e.right.end]
        out.append(mine if e.tag == "equal" else f"<{mine or theirs}>" if e.moved else f"[{mine}|{theirs}]")
    return " ".join(out)


TABLE = {
    "words, not characters": (
        "The crews walked out",
        "The crews walked home",
        "The crews walked [out|home]",
    ),
    "added words": (
        "The boats were safe",
        "The old boats were safe",
        "The [|old] boats were safe",
    ),
    "a grammar word alone between two edits is folded into them": (
        "Tired crews of Fellsay stopped",
        "Angry staff of Holm stopped",
        "[Tired crews of Fellsay|Angry staff of Holm] stopped",
    ),
    "a long run of grammar words between two short edits stays": (
        "crews who would have been at sea",
        "sailors who would have been at work",
        "[crews|sailors] who would have been at [sea|work]",
    ),
    "words of a title are no islands": (
        "talks may fail in May",
        "rounds may end in May",
        "[talks may fail|rounds may end] in May",
    ),
    "a month between two edits stays": (
        "a dull May brought fog",
        "a wet May made mud",
        "a [dull|wet] May [brought fog|made mud]",
    ),
    "a content word weighs more than two grammar words": (
        "Crews in the harbour slept",
        "Harbour staff in the cold wept",
        "[Crews in the|] harbour [slept|staff in the cold wept]",
    ),
    "an added phrase begins with its grammar word": (
        "They tied up boats and ships at noon",
        "They tied up boats and ferries and ships at noon",
        "They tied up boats [|and ferries] and ships at noon",
    ),
    "a number is an edit of its own": (
        "leaving 40,000 people stranded",
        "leaving 12,500 bookings cancelled",
        "leaving [40,000|12,500] [people stranded|bookings cancelled]",
    ),
    "numbers of several words": (
        "It cost two million crowns",
        "It took 600,000 pounds",
        "It [cost|took] [two million|600,000] [crowns|pounds]",
    ),
    "a year and a sum are no answer to each other": (
        "closed since 2019 for repairs",
        "closed for 600,000 crowns",
        "closed [since 2019 for repairs|for 600,000 crowns]",
    ),
    "the numbers nearest to each other answer": (
        "It would spare the town a repair bill of 3.1 million crowns",
        "Repairs to the three buildings would cost 2.4 million crowns",
        "[It would spare the town a repair bill of|Repairs to the three buildings would cost] [3.1|2.4] million crowns",
    ),
    "a day of the month is no count": (
        "less rest between duties on 23 occasions in March",
        "less rest, port inspectors reported on 30 April",
        "less rest [between duties on 23 occasions in March|port inspectors reported on 30 April]",
    ),
    "numbers far from each other are no answer": (
        "In 14 towns the old people who had no other way to the clinic waited",
        "For the first time since the war nobody in all the islands counted 300 boats waited",
        "[In 14 towns the old people who had no other way to the clinic"
        "|For the first time since the war nobody in all the islands counted 300 boats] waited",
    ),
    "a number that only one side has stays with its phrase": (
        "leaving 40,000 people stranded",
        "leaving travellers stranded",
        "leaving [40,000 people|travellers] stranded",
    ),
    "a negation is an edit of its own": (
        "The crews never left port",
        "The crews cannot leave harbour",
        "The crews [never|cannot] [left port|leave harbour]",
    ),
    "a negation more": (
        "The crews will sail",
        "The crews will not sail",
        "The crews will [|not] sail",
    ),
    "an equal negation between two edits stays": (
        "crews did not sail",
        "staff could not work",
        "[crews did|staff could] not [sail|work]",
    ),
    "a name between two edits stays": (
        "the firebrand Orlan shouted",
        "the secretary Orlan spoke",
        "the [firebrand|secretary] Orlan [shouted|spoke]",
    ),
    "the attribution moves": (
        "Crews had slept four hours before the night boat, Jon Reyes told reporters.",
        "Jon Reyes told reporters crews had slept four hours before the night boat.",
        "<Jon Reyes told reporters> Crews had slept four hours before the night boat <Jon Reyes told reporters>",
    ),
    "a day moves": (
        "The minister joined the talks on Tuesday.",
        "On Tuesday the minister joined the talks.",
        "<On Tuesday> The minister joined the talks <on Tuesday>",
    ),
    "a moved phrase inside a longer edit": (
        "After the long night in the harbour, deckhands tied up the boats.",
        "Deckhands tied up the boats, as was usual, after the long night in the harbour.",
        "<Deckhands tied up the boats> [|as was usual] After the long night in the harbour <deckhands tied up the boats>",
    ),
    "a name of two words moves": (
        "The independent councillor Owen Tasker voted against the plan",
        "Owen Tasker, the independent councillor, voted against the plan",
        "<Owen Tasker> The independent councillor <Owen Tasker> voted against the plan",
    ),
    "grammar words alone do not move": (
        "It was one of the best of them all, she said.",
        "The boats were all old, it was said.",
        "[It was one of the best of them all, she|The boats were all old, it was] said",
    ),
    "typography": (
        "“It’s the crews’ rest – now”",
        "\"It's the crews' rest - now\"",
        "It’s the crews’ rest – now",
    ),
    "hyphen, space and one word": (
        "long-range boats, cease-fire talks, a 20-year-old deckhand, state-of-the-art radar",
        "long range boats, ceasefire talks, a 20 year old deckhand, state of the art radar",
        "long-range boats, cease-fire talks, a 20-year-old deckhand, state-of-the-art radar",
    ),
    "half of a compound is another word": (
        "three-way talks",
        "three talks",
        "[three-way|three] talks",
    ),
    "hyphens that tell": (
        "She re-signed in May",
        "She resigned in May",
        "She [re-signed|resigned] in May",
    ),
    "joining makes no other words": (
        "the rapist hit them, not able",
        "therapist hit them, notable",
        "[the rapist|therapist] hit them [not able|notable]",
    ),
    "per cent": (
        "up 20 per cent",
        "up 20%",
        "up 20 per cent",
    ),
    "sums": (
        "It cost £5m and $1.5bn",
        "It cost £5 million and $1.5 billion",
        "It cost £5m and $1.5bn",
    ),
    "clock times, measures and the order of a date": (
        "From 8.30 on Sept 3 they walked 14 kilometres",
        "From 8:30 on 3 September they walked 14km",
        "From 8.30 on <Sept> 3 <September> they walked 14 kilometres",
    ),
    "accents": (
        "Zoë Marín left the café",
        "Zoe Marin left the cafe",
        "Zoë Marín left the café",
    ),
    "full stops and house styles of abbreviation": (
        "Mr. Hale met Gov. Vray of the U.S. on Nov. 3",
        "Mr Hale met Governor Vray of the US on November 3",
        "Mr. Hale met Gov. Vray of the U.S. on Nov. 3",
    ),
    "a country is no pronoun": (
        "It helped the US",
        "It helped us",
        "It helped [the US|us]",
    ),
    "two house styles of spelling": (
        "Harbour workers organised a theatre programme and travelled to the centre",
        "Harbor workers organized a theater program and traveled to the center",
        "Harbour workers organised a theatre programme and travelled to the centre",
    ),
    "letters in an editor's brackets": (
        "[W]e need the boat(s)",
        "We need the boats",
        "W]e need the boat(s",
    ),
    "a contraction is another form": (
        "It does not sail",
        "It doesn’t sail",
        "It [does not|doesn’t] sail",
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_differences_read_well(name):
    left, right, wanted = TABLE[name]
    assert shown(left, right) == wanted


def test_no_edit_crosses_the_end_of_a_sentence():
    left = "The crews stopped. Nobody sailed on Tuesday."
    right = "The crews stopped work because nobody was fit to sail on Tuesday."
    assert changes(left, right, sentences) == [("insert", "", "work because"), ("replace", "sailed", "was fit to sail")]
    left, right = "Boats stopped. Crews slept.", "Ferries halted after deckhands rested and slept."
    assert changes(left, right, sentences) == [
        ("replace", "Boats stopped", "Ferries halted after deckhands rested and"),
        ("delete", "Crews", ""),
    ]


def test_equal_words_are_cut_at_the_end_of_a_sentence_too():
    left, right = "Crews slept. Boats lay still.", "Crews slept; boats lay still."
    found = edits(sentences(left), sentences(right))
    assert [(e.tag, left[slice(*e.left)]) for e in found] == [("equal", "Crews slept"), ("equal", "Boats lay still")]


def test_moved_words_point_at_each_other():
    left, right = "The minister joined the talks on Tuesday.", "On Tuesday the minister joined the talks."
    come, gone = (e for e in edits(told(left), told(right)) if e.moved)
    assert (come.tag, gone.tag) == ("insert", "delete")
    assert come.moved == gone.left
    assert gone.moved == come.right
    assert come.kinds == gone.kinds == ()


def kinds(left, right):
    return [e.kinds for e in edits(told(left), told(right)) if e.tag != "equal"]


def test_an_edit_says_what_kinds_of_words_differ():
    assert kinds("about 40,000 people", "about 12,500 bookings") == [("number",), ()]
    assert kinds("crews will sail", "crews will not sail") == [("negation",)]
    assert kinds("said Mr Hale", "said Mr Reyes") == [("name",)]
    assert kinds("said the old man", "said the mayor") == [()]


def test_a_number_that_one_side_only_adds_is_no_other_number():
    assert kinds("crews worked 14-hour days", "crews worked fourteen hours on two of the routes") == [(), ()]
    assert kinds("UPDATE 3-Trams stop", "Trams stop") == [()]
    assert ("number",) in kinds("trams stop for 48 hours", "trams stop for three weeks")


def test_a_negation_on_both_sides_is_no_more_negation():
    assert kinds("It does not sail", "It doesn’t sail") == [()]


def test_capitals_of_a_headline_tell_no_names():
    assert kinds("Crews Halt Night Boats", "Crews Stop Night Boats") == [()]


def test_a_side_is_made_of_the_sentences_of_a_story():
    story = analyze("Crews stopped work. Nobody sailed. Talks went on.")
    assert [[w.norm for w in run] for run in side(story, (1, 2)).runs] == [
        ["nobody", "sailed"],
        ["talks", "went", "on"],
    ]


def test_a_side_without_words_is_one_edit():
    assert changes("", "Nobody sailed") == [("insert", "", "Nobody sailed")]
    assert edits(told(""), told("")) == ()


@given(NORMS, NORMS)
def test_opcodes_rebuild_both_sides(left, right):
    ops = opcodes(left, right)
    assert [w for _, i1, i2, _, _ in ops for w in left[i1:i2]] == left
    assert [w for _, _, _, j1, j2 in ops for w in right[j1:j2]] == right
    assert all(left[i1:i2] == right[j1:j2] for tag, i1, i2, j1, j2 in ops if tag == "equal")


@given(TEXTS, TEXTS)
def test_edits_hold_every_word_of_both_sides_once(left, right):
    found = edits(sentences(left), sentences(right))
    for text, spans in ((left, [e.left for e in found]), (right, [e.right for e in found])):
        held = [w for span in spans for w in words(text, span)] if text else []
        assert [(w.start, w.end) for w in held] == [(w.start, w.end) for run in sentences(text).runs for w in run]


@given(TEXTS, TEXTS)
def test_swapping_the_sides_mirrors_the_edits(left, right):
    mirror = {"delete": "insert", "insert": "delete"}
    mine = [
        (mirror.get(e.tag, e.tag), e.right, e.left, e.kinds, e.moved) for e in edits(sentences(left), sentences(right))
    ]
    theirs = edits(sentences(right), sentences(left))
    assert mine == [(e.tag, e.left, e.right, e.kinds, e.moved) for e in theirs]


@given(TEXTS)
def test_words_compared_with_themselves_differ_nowhere(text):
    assert changes(text, text, sentences) == []


@given(TEXTS, TEXTS)
def test_spans_stand_in_order_and_inside_the_text(left, right):
    at = (0, 0)
    for e in edits(sentences(left), sentences(right)):
        assert at[0] <= e.left.start <= e.left.end <= len(left)
        assert at[1] <= e.right.start <= e.right.end <= len(right)
        assert (e.tag == "insert") == (e.left.start == e.left.end)
        assert (e.tag == "delete") == (e.right.start == e.right.end)
        at = e.left.end, e.right.end


@given(TEXTS, TEXTS)
def test_no_edit_holds_words_of_two_sentences(left, right):
    for text, spans in (
        (left, [e.left for e in edits(sentences(left), sentences(right))]),
        (right, [e.right for e in edits(sentences(left), sentences(right))]),
    ):
        ends = [b[0].start for _, b in pairwise(run for run in sentences(text).runs if run)]
        assert not any(span.start < end < span.end for span in spans for end in ends)


def long_pair(size):
    return [[w for n in range(size) for w in ("the", f"{side}{n}")] for side in ("left", "right")]


@pytest.mark.parametrize("size", [50, 800])
def test_one_stop_word_between_unique_words_is_one_replacement(size):
    left, right = (" ".join(side) for side in long_pair(size))
    assert [tag for tag, _, _ in changes(left, right)] == ["replace"]


def test_long_runs_are_cut_at_words_that_stand_once_on_each_side():
    left = [f"w{n}" for n in range(1000)]
    right = list(left)
    right[500] = "changed"
    assert [op for op in opcodes(left, right) if op[0] != "equal"] == [("replace", 500, 501, 500, 501)]


def test_long_runs_without_unique_words_keep_what_is_the_same_at_both_ends():
    left = ["war", "peace"] * 200
    right = [*left[:100], "talks", *left[100:]]
    assert [op for op in opcodes(left, right) if op[0] != "equal"] == [("insert", 100, 100, 100, 101)]


def test_a_word_moved_to_the_end_does_not_hide_what_is_the_same():
    left = [f"w{n}" for n in range(300)]
    right = [*left[1:], left[0]]
    assert [op for op in opcodes(left, right) if op[0] == "equal"] == [("equal", 1, 300, 0, 299)]


def test_the_closest_known_word_is_offered():
    assert differ.closest("sevrity", ("severity", "terms")) == "severity"
    assert differ.closest("xyz", ("severity", "terms")) is None
