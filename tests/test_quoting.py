from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff.model import Quotation
from biasdiff.quoting import listen, quotations
from biasdiff.quoting.marks import quoted_runs
from biasdiff.quoting.speakers import name_in
from biasdiff.quoting.verbs import REPORTING, Form
from biasdiff.segmenting import segment


def quoted(text: str) -> list[str]:
    return [text[run.inner.start : run.inner.end] for run in quoted_runs(text)]


def found(text: str) -> tuple[Quotation, ...]:
    return quotations(listen(text, segment(text)))


def told(text: str) -> list[tuple[list[str], str | None, str | None]]:
    """Parts, speaker and cue of every quotation, as printed."""
    return [
        (
            [text[part.start : part.end] for part in quotation.parts],
            text[quotation.speaker.start : quotation.speaker.end] if quotation.speaker else None,
            text[quotation.cue.start : quotation.cue.end] if quotation.cue else None,
        )
        for quotation in found(text)
    ]


def speakers(text: str) -> list[str | None]:
    return [speaker for _, speaker, _ in told(text)]


# Marks


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She wrote “low tide” on the board.", ["low tide"]),
        ('She wrote "low tide" on the board.', ["low tide"]),
        ("She wrote ‘low tide’ on the board.", ["low tide"]),
        ("She wrote 'low tide' on the board.", ["low tide"]),
        ("She wrote ''low tide'' on the board.", ["low tide"]),
        ("She wrote ``low tide'' on the board.", ["low tide"]),
        ("Elle a écrit « marée basse » au tableau.", ["marée basse"]),
        ("Sie schrieb „Ebbe“ an die Tafel.", ["Ebbe"]),
        ("Mayor ‘ready to sell the pier’", ["ready to sell the pier"]),
        ("“Low tide,” she wrote; “high tide,” he read.", ["Low tide,", "high tide,"]),
        ('It was "late"—"very late".', ["late", "very late"]),
        ('("Late again.")', ["Late again."]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
    ],
)
def test_words_between_marks_of_any_kind_are_found(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "They don't mind, and O'Dowd's boat isn't his.",
        "They don’t mind, and O’Dowd’s boat isn’t his.",
        "The boys' boats and the girls' nets were sold.",
        "The boys’ boats and the girls’ nets were sold.",
        "It was rock 'n' roll in the '90s, 'til the band left 'em.",
        "It was rock ’n’ roll in the ’90s, ’til the band left ’em.",
        "In the ‘90s the boats’ crews left.",
        "He is 6'2\" and she is 5'9\" tall.",
        "A forgotten mark “opens here and never closes.",
        'A forgotten mark closes" here and never opened.',
        "“”",
        '" "',
        "",
    ],
)
def test_apostrophes_inches_and_lonely_marks_are_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    text = "‘The boys’ boats aren’t for sale,’ she said. 'The boys' boats aren't for sale,' he said."
    assert quoted(text) == ["The boys’ boats aren’t for sale,", "The boys' boats aren't for sale,"]


def test_of_nested_quotations_the_outer_one_counts() -> None:
    assert quoted("“He told me ‘go home’ twice,” she said.") == ["He told me ‘go home’ twice,"]
    assert quoted("'He told me \"go home\" twice,' she said.") == ['He told me "go home" twice,']
    assert quoted("“He told me “go home” twice,” she said.") == ["He told me “go home” twice,"]


def test_marks_glued_to_the_next_sentence_still_close() -> None:
    text = '"The tide is late."Quill said so twice. He waited."We go now," he said.'
    assert quoted(text) == ["The tide is late.", "We go now,"]


def test_an_unclosed_mark_costs_its_own_quotation_and_not_the_rest() -> None:
    text = "“No end to this, said Quill.\n\nThe pier has “a new owner” now.\n\nIt was “sold” in May."
    assert quoted(text) == ["a new owner", "sold"]


def test_a_forgotten_last_mark_is_set_where_the_speaker_of_the_paragraph_went_on() -> None:
    text = "“It leaks,” she said. “Mend it. Do it now.\n\nThe pier was shut. “It stays shut,” he said."
    assert told(text) == [
        (["It leaks,", "Mend it. Do it now."], "she", "said"),
        (["It stays shut,"], "he", "said"),
    ]
    assert quoted("The pier was shut. “Mend it. Do it now.\n\nIt rained.") == []
    assert quoted("“It leaks,” she said of the “pier and went.\n\nIt rained.") == ["It leaks,"]


def test_a_letter_given_whole_is_quoted_over_its_paragraphs() -> None:
    letter = "I dropped Ode in May.\n\nHer “ruin” cost us the cup.\n\nGood luck to her!"
    assert quoted(f"The coach wrote: “{letter}”\n\nThe club was shut.") == ["ruin"]
    plain = letter.replace("“ruin”", "ruin")
    assert quoted(f"The coach wrote: “{plain}”\n\nThe club was shut.") == [plain]
    nested = "The dam is no “toy of the rich.” Two mayors built it.\n\nSome want it gone.\n\nLet them march."
    assert quoted(f"“{nested}”\n\nLund was loud.") == [nested]
    forgotten = nested.replace("built it.", "built your “pet.")
    assert quoted(f"“{forgotten}”\n\nLund was loud.") == [forgotten]
    assert quoted("She called it “a ruin.\n\nIt rained.\n\nIt rained again.”\n\nLund was loud.") == []


def test_a_mark_unclosed_in_its_line_does_not_reach_over_the_next_quotation() -> None:
    assert quoted('"No end to this, said Quill. "We sail," she added.') == ["We sail,"]


def test_paragraphs_that_each_open_anew_are_quoted_to_their_ends() -> None:
    text = "“The first day was long.\n\n“The second was longer,” said Quill."
    assert quoted(text) == ["The first day was long.", "The second was longer,"]
    assert told(text) == [(["The first day was long.", "The second was longer,"], "Quill", "said")]


def test_a_hundred_thousand_marks_are_read_to_their_end() -> None:
    for text in ('"' * 100_000, "“a” " * 30_000, "'" * 100_000, "s' " * 50_000, "‘" * 100_000, "“\n\n" * 30_000):
        assert all(0 <= run.outer.start < run.outer.end <= len(text) for run in quoted_runs(text))


# Speakers


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“The pier is shut,” Quill said.", "Quill", "said"),
        ("“The pier is shut,” said Quill.", "Quill", "said"),
        ("“Is the pier shut?” asked Quill.", "Quill", "asked"),
        ("“Shut it!” Quill shouted.", "Quill", "shouted"),
        ("“The pier is shut”, said Quill.", "Quill", "said"),
        ("'The pier is shut,' said Quill.", "Quill", "said"),
        ("Quill said: “The pier is shut.”", "Quill", "said"),
        ("Quill said, “The pier is shut.”", "Quill", "said"),
        ("Quill told the Port Herald on Monday: “The pier is shut.”", "Quill", "told"),
        ("Quill added that “the pier is shut”.", "Quill", "added"),
        ("According to Quill, “the pier is shut”.", "Quill", "According to"),
        ("Said Quill: “The pier is shut.”", "Quill", "Said"),
        ("Quill: “The pier is shut.”", "Quill", None),
        ("“The pier is shut.” — Mara Quill", "Mara Quill", None),
        ("“The pier is shut,” Mr Quill told reporters.", "Mr Quill", "told"),
        ("“The pier is shut,” a well-informed official said.", "a well-informed official", "said"),
        ("“The pier is shut,” said former diver Mara Quill.", "former diver Mara Quill", "said"),
        ("Harbour master Mara Quill said the pier was “as good as shut”.", "Harbour master Mara Quill", "said"),
        ("“The pier is shut,” a spokesman for the port said on Friday.", "a spokesman for the port", "said"),
        ("“The pier is shut,” said Mara Quill, head of the port.", "Mara Quill, head of the port", "said"),
        ("“The pier is shut,” said the harbour master, Mara Quill.", "the harbour master, Mara Quill", "said"),
        ("Mara Quill, the harbour master, said: “The pier is shut.”", "Mara Quill, the harbour master", "said"),
        ("Mara Quill, who dived there, added: “The pier is shut.”", "Mara Quill, who dived there", "added"),
        ("The council has said the pier is “beyond repair”.", "The council", "said"),
        ("She described the pier as “a danger to gulls”.", "She", "described"),
        ("The pier, Quill told the inquiry, “was never safe”.", "Quill", "told"),
        ("The panel was clear in its ruling: “The pier is shut.”", "The panel", None),
        ("From the report: “The pier is shut.”", "the report", None),
    ],
)
def test_the_speaker_is_told_with_the_verb(text: str, speaker: str, cue: str | None) -> None:
    ((_, printed, verb),) = told(text)
    assert verb == cue
    assert printed == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The council released its “harbour plan” in May.",
        "The film “Low Tide” was shown twice.",
        "The so-called “gull tax” ended in June.",
        "Mayor ‘ready to sell the pier’",
    ],
)
def test_titles_and_terms_have_no_speaker(text: str) -> None:
    assert speakers(text) == [None]


def test_an_interrupted_sentence_is_one_quotation() -> None:
    assert told("“The pier,” said Quill, “is shut.”") == [(["The pier,", "is shut."], "Quill", "said")]


def test_an_utterance_goes_on_in_the_next_sentence_of_its_paragraph() -> None:
    text = "“The pier is shut,” Quill told us. “It will stay shut.”"
    assert told(text) == [(["The pier is shut,", "It will stay shut."], "Quill", "told")]


def test_a_later_paragraph_is_another_quotation_by_the_same_speaker() -> None:
    text = "“The pier is shut,” Quill told us.\n“It will stay shut.”"
    assert told(text) == [
        (["The pier is shut,"], "Quill", "told"),
        (["It will stay shut."], "Quill", None),
    ]


def test_a_second_speaker_in_the_paragraph_is_not_joined_to_the_first() -> None:
    text = "“The pier is shut,” said Quill. “For now,” said Dunn."
    assert told(text) == [(["The pier is shut,"], "Quill", "said"), (["For now,"], "Dunn", "said")]
    text = "“The pier,” said Quill, “is shut”; “for now,” said Dunn, “it is.”"
    assert told(text) == [(["The pier,", "is shut"], "Quill", "said"), (["for now,", "it is."], "Dunn", "said")]


def test_quoted_words_of_one_sentence_are_quotations_of_their_own() -> None:
    text = "Quill called the plan “reckless”, its cost “a riddle” and its date “a joke”."
    assert [parts for parts, _, _ in told(text)] == [["reckless"], ["a riddle"], ["a joke"]]
    assert speakers(text) == ["Quill"] * 3


def test_a_colon_at_the_end_of_a_paragraph_announces_the_next() -> None:
    text = "The Port Herald reports:\n\n“The pier is shut.”"
    assert told(text) == [(["The pier is shut."], "The Port Herald", "reports")]


def test_a_headline_gives_its_words_to_whom_it_names_before_a_colon() -> None:
    body = "\n\nThe pier was shut on Monday."
    assert speakers("Harbour master: pier ‘beyond repair’" + body) == ["Harbour master"]
    assert speakers("Live: pier ‘beyond repair’" + body) == [None]


def test_verbs_of_manner_tell_a_speaker_only_beside_a_quotation() -> None:
    assert speakers("“It is,” she began. “Shut,” he cut in.") == ["she", "he"]
    assert speakers("The talks began at the “long table”.") == [None]


def test_hard_wrapped_lines_do_not_part_an_utterance() -> None:
    text = (
        "“The pier is shut for the whole of the summer and nobody knows how long\n"
        "it will stay so,” said Mara Quill, who had waited all morning for the last\n"
        "boat to the islands, “and that is all.”"
    )
    assert [len(parts) for parts, _, _ in told(text)] == [2]


def test_a_credit_behind_the_sentence_does_not_take_the_words_of_its_speaker() -> None:
    text = "Quill said the pier was “beyond repair” and would be shut, the Port Herald reported."
    assert speakers(text) == ["Quill"]


def test_a_question_to_the_speaker_is_not_the_speaker() -> None:
    assert speakers("Asked about the pier, Quill said: “It is shut.”") == ["Quill"]


def test_surnames_and_pronouns_get_the_fullest_name_of_the_story() -> None:
    text = (
        "Harbour master Mara Quill met the crews. “The pier is shut,” Ms Quill said.\n"
        "“It will stay shut,” she said.\n“We know,” said a diver."
    )
    assert [quotation.speaker_name for quotation in found(text)] == ["Mara Quill", "Mara Quill", None]


def test_a_surname_that_two_people_share_is_left_as_it_is() -> None:
    text = "Mara Quill met Tom Quill at the pier. “It is shut,” Quill said."
    assert found(text)[0].speaker_name == "Quill"


def test_a_word_with_the_capital_of_its_sentence_is_no_name() -> None:
    assert found("Crews said the pier was “shut”. Other crews left.")[0].speaker_name is None
    assert found("Mr Stone said the pier was “shut”. A stone fell.")[0].speaker_name == "Stone"


def test_he_and_she_are_named_only_where_it_is_safe() -> None:
    assert found("On the pier Tom Dunn sold smoked fish. “It is shut,” he said.")[0].speaker_name == "Tom Dunn"
    assert found("Tom Dunn met Ana Lund. The harbour master smiled. “It is shut,” he said.")[0].speaker_name is None
    assert found("On the pier Tom Dunn met Ilan Roe. “It is shut,” he said.")[0].speaker_name is None


def test_words_of_boilerplate_have_no_speaker() -> None:
    text = "The pier is shut, the council said.\n\nThe crews went home.\n\nPhoto: “Low Tide” by Ana Lund"
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("harbour master Jon Reyes, a former pilot", ("Jon", "Reyes")),
        ("the harbour master, Jon Reyes", ("Jon", "Reyes")),
        ("Mr Reyes", ("Reyes",)),
        ("Sen. Ana Lund of Westmark", ("Ana", "Lund")),
        ("a spokesman for the Port Council", ()),
        ("President Lund's aides", ()),
        ("a well-informed official", ()),
        ("she", ()),
    ],
)
def test_the_name_in_a_speakers_phrase(printed: str, name: tuple[str, ...]) -> None:
    assert name_in(printed) == name


def test_swapping_two_names_swaps_the_speakers_and_changes_nothing_else() -> None:
    text = "“It is shut,” said Quill. Dunn replied that it was “open” and Quill called him “blind”."
    swapped = text.replace("Quill", "X").replace("Dunn", "Quill").replace("X", "Dunn")
    names = {"Quill": "Dunn", "Dunn": "Quill"}
    assert [names[str(s)] for s in speakers(text)] == speakers(swapped)


def test_inflected_forms_are_known_by_their_verbs() -> None:
    for printed, verb, form in (
        ("denied", "deny", Form.PAST),
        ("says", "say", Form.PRESENT),
        ("quipping", "quip", Form.ING),
        ("written", "write", Form.PARTICIPLE),
        ("labelled", "label", Form.PAST),
    ):
        assert (REPORTING[printed].verb, REPORTING[printed].form) == (verb, form)


@given(st.text(st.sampled_from("ab sS.,:;!?'\"“”‘’«»—-\n\t()`1") | st.characters(), max_size=300))
def test_any_text_gives_quotations_in_order_inside_it_that_never_cross(text: str) -> None:
    at = 0
    for quotation in quotations(listen(text, segment(text))):
        assert quotation.parts
        for start, end in quotation.parts:
            assert at <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
            at = end
        for span in (quotation.speaker, quotation.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)


_PIECES = st.sampled_from(
    "“ ” \" ' ‘ ’ , . ? : ; — \n \n\n said says told that and who Quill Lund the port he she according to asked was is "
    "by has called it as I (D-Port) 53 reported expected on Monday".split(" ")
)


@given(st.lists(_PIECES, max_size=60).map(" ".join))
def test_any_heap_of_speech_words_is_survived(text: str) -> None:
    parts = [part for quotation in quotations(listen(text, segment(text))) for part in quotation.parts]
    assert parts == sorted(parts)
    assert all(left.end <= right.start for left, right in pairwise(parts))


# Titles


@pytest.mark.parametrize(
    "text",
    [
        "“It is a slow boat,” Quill said on Pier Radio’s the “Anna Holm” show. “It was never fast.”",
        "“It is a slow boat,” Quill said on “Meet the Crews”. “It was never fast.”",
        "“It is a slow boat,” said Quill, author of “The Long Pier.” “It was never fast.”",
        "“It is a slow boat,” Quill told the “Morning Tide” programme. “It was never fast.”",
    ],
)
def test_a_quoted_title_is_no_part_of_what_is_said(text: str) -> None:
    parts = [parts for parts, _, _ in told(text)]
    assert ["It is a slow boat,", "It was never fast."] in parts
    title = next(one for one in told(text) if len(one[0]) == 1)
    assert title[1:] == (None, None)


def test_a_title_beside_the_speaker_says_nothing() -> None:
    text = "Quill, a guest of “The Late Boat with Ana Lund,” said the offer was “a bad deal.”"
    assert [(parts, bool(speaker)) for parts, speaker, _ in told(text)] == [
        (["The Late Boat with Ana Lund,"], False),
        (["a bad deal."], True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quill spoke of “Greed” and of “a Long Slow slide”.",
        "“It is shut,” Quill said. “For Good.”",
        "He accused the council of “LYING AND THEFT”.",
        "Quill called it “The Great Swindle”.",
    ],
)
def test_words_with_capitals_are_no_titles_by_that_alone(text: str) -> None:
    assert "Quill" in speakers(text) or "He" in speakers(text)
    assert None not in speakers(text)
