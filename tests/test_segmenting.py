"""Text -> paragraphs, sentences, roles, words."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from biasdiff.model import Role, Span
from biasdiff.segmenting import normal_form, paragraphs, segment, words


def sentences(text: str) -> list[str]:
    return [text[s.span.start : s.span.end] for s in segment(text)]


def with_role(text: str, role: Role, title: str = "") -> list[str]:
    return [text[s.span.start : s.span.end] for s in segment(text, title) if s.role == role]


def split_at_bars(marked: str) -> tuple[str, list[str]]:
    """A text whose sentences are divided by bars, without the bars, and its sentences."""
    return marked.replace("|", ""), [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "The ferry sank. |Nobody was hurt! |Who was at the wheel? |Police asked.",
        "It cost $3.50. |Then it cost $4.",
        "Ask Mr. Roe or Dr. Venn. |They saw it.",
        "Gen. Ilan Roe met Sen. Mara Venn, R-Ohio, at St. Anne's.",
        "The U.S. Navy sailed. |The crew lives in the U.S. |It has a port there.",
        "He left the E.U. in 2016. |She stayed in the U.K. |They write.",
        "Roe & Sons Inc. Director Jo Marr resigned. |He had led Roe & Sons Inc. |It was founded in 1901.",
        "Jo B. Marr met J.K. Venn and George W. Oss.",
        "At 5 a.m. Mr. Roe sailed. |He came back at 6 p.m. |Mr. Venn waited.",
        "They sail at 6 p.m. Monday and at 7 a.m. Eastern.",
        "See p. 12 and No. 5, fig. 3. |No. |That is wrong.",
        "She paid approx. 30 crowns, i.e. Roe's fee, vs. Marr's 12.",
        "It opened on Jan. 6 in Portland, Ore. |The board met in Sept. |It met again.",
        "Write to jo.marr@example.com. |Or see https://example.com/News.Html?Q=1. |We answer.",
        "News.Az and Amazon.com reported it.",
        "Yes! |No? |What?! |Never...",
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_belongs_to_a_word(marked: str) -> None:
    text, expected = split_at_bars(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        '"We need rest," said Venn. |"We need it now. |That is all."',
        "“We need rest,” said Venn. |“We need it now. |That is all.”",
        "'We need rest.' |She left.",
        '"Is it over?" Roe asked. |"It is!" she said.',
        '"Is it over?" |Roe said he did not know.',
        '"Go!" I said.',
        'The offer was "fair and final." |Nobody took it.',
        'The offer was "fair and final". |Nobody took it.',
        '"It was good, fair...It will last," he said.',
        "``We need rest,'' Venn said. |``We need it now.''",
        '"The board [Roe] knew. |[It] must say so."',
        "She left. ” |He stayed.",
    ],
)
def test_each_sentence_inside_a_quotation_is_one_and_keeps_its_closing_mark(marked: str) -> None:
    text, expected = split_at_bars(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        'They will go "in a quiet way."|Roe said the crews agree.',
        "They will go “in a quiet way.”|Roe said the crews agree.",
        'They agreed on pay.|"We want rest," Venn said. |"Now."|The board left.',
        "They agreed on pay.|“We want rest,” Venn said.",
        "It was signed by Roe.|A truce followed.|Marr stayed away.",
        "It grew by 20 percent.|The board was glad!|It said so.",
        "The deck is (12m) long.|(The old one was shorter.)",
    ],
)
def test_sentences_that_lost_the_space_between_them_are_parted(marked: str) -> None:
    text, expected = split_at_bars(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "It went on . . . and on ... and on.",
        "They were tired .... |They slept.",
        "They were tired. |. . . The night was long.",
        "They waited ... |Nobody came.",
    ],
)
def test_an_ellipsis_ends_a_sentence_only_where_words_are_left_out_at_its_end(marked: str) -> None:
    text, expected = split_at_bars(marked)
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "1. Ask for rest |2. Ask for pay |3. Go home",
        "1) Ask for rest. |2) Ask for pay.",
        "a) Ask for rest |b) Ask for pay",
        "• Ask for rest |• Ask for pay",
        "The pier is 30m long (it was 20m before 1990). |It is old.",
        "Roe (he was sixty when he left.) lives abroad.",
        "The 600-mile (965km) coast is calm.",
        "The pier is old.[3] |It leaks.[4][5] |Nobody cares. [6] |Yet it stands.",
        "Ferries at Port Alder. |Photo: Jo Marr",
        "I wanted to go, but — |Well, you know.",
        "Two ports — Alder and Venn — closed.",
    ],
)
def test_items_brackets_notes_and_dashes(marked: str) -> None:
    text, expected = split_at_bars(marked)
    assert sentences(text) == expected


STORY = """Ferry crews walk out at Port Alder

By Jo Marr

PORT ALDER, May 12 (Coast Wire) - Ferry crews walked out on Tuesday. The board called it "unfair."

"We are tired," said Mara Venn.

(Reporting by Jo Marr in Port Alder; Editing by Lee Oss)"""


def test_a_line_of_its_own_at_the_top_is_the_headline() -> None:
    assert with_role(STORY, "headline") == ["Ferry crews walk out at Port Alder"]
    assert with_role(STORY, "deck") == []
    assert len(with_role(STORY, "body")) == 3


def test_the_dateline_stays_with_its_sentence() -> None:
    assert "PORT ALDER, May 12 (Coast Wire) - Ferry crews walked out on Tuesday." in sentences(STORY)


def test_a_line_that_the_lede_repeats_is_the_deck() -> None:
    text = (
        "Crews ‘ready to end ferry strike’\n"
        "The crews say they would sail again even if the board does not pay at once.\n"
        "Port Alder's crews say they would sail again even if the board does not pay at once.\n"
        "The board did not answer."
    )
    assert with_role(text, "headline") == ["Crews ‘ready to end ferry strike’"]
    assert with_role(text, "deck") == ["The crews say they would sail again even if the board does not pay at once."]


def test_a_second_line_that_is_told_once_is_body() -> None:
    text = "Ferry crews walk out\n\nThe crews left at noon.\n\nNobody knows when they come back."
    assert with_role(text, "deck") == []


def test_a_title_that_is_known_is_the_headline_even_with_a_full_stop() -> None:
    text = "Crews leave the port.\n\nThe crews left at noon. They were tired."
    assert with_role(text, "headline") == []
    assert with_role(text, "headline", title="Crews leave the port") == ["Crews leave the port."]


@pytest.mark.parametrize(
    "text",
    [
        "The crews left at noon.",
        "Crews leave port",
        "The crews left at noon.\n\nThey were tired.",
        "He said:\n\nWe are tired.",
        "“We are tired,” she said,\n\nand left.",
        "",
    ],
)
def test_what_does_not_look_like_a_title_is_none(text: str) -> None:
    assert with_role(text, "headline") == []


@pytest.mark.parametrize(
    "prefix",
    [
        " date 2024-05-12 ",
        "Published: 12 May 2024 10:15 GMT ",
        "Updated May 12, 2024 | ",
        "source: Coast Wire | date: 2024-05-12 | ",
        "By Jo Marr | 12 May 2024 | ",
        "date: 2024-05-12 title: ",
    ],
)
def test_metadata_before_the_headline_is_a_sentence_of_its_own(prefix: str) -> None:
    text = f"{prefix}Ferry crews walk out\n\nThe crews left at noon."
    assert with_role(text, "boilerplate") == [prefix.strip()]
    assert with_role(text, "headline") == ["Ferry crews walk out"]


def test_a_date_that_opens_a_sentence_is_no_metadata() -> None:
    assert sentences("May 12, 2024, was a calm day.") == ["May 12, 2024, was a calm day."]


@pytest.mark.parametrize(
    "line",
    [
        "By Jo Marr, Harbour Editor",
        "Reporting by Jo Marr in Port Alder; Editing by Lee Oss",
        "(Additional reporting by Lee Oss)",
        "Lee Oss contributed to this report.",
        "This story appeared in The Harbour Post and has been reproduced with permission",
        "This article was originally published by Coast Wire.",
        "(This story has been corrected to fix a name in paragraph 3. It was Oss.)",
        "Correction: An earlier version gave a wrong date. It was Tuesday.",
        "Editor's note: The author is a sailor.",
        "Adds quotes, background",
        "EMBARGOED UNTIL 6 MAY",
        "ferry-strike-2nd-ld",
        "Photo: Ferries lie idle at Port Alder.",
        "Ferries lie idle at Port Alder, May 12, 2024. (Jo Marr/Coast Wire)",
        "Jo Marr/Coast Wire",
        "Copyright 2024 Coast Wire. All rights reserved.",
        "© 2024 Coast Wire",
        "Read more: Ten strikes that changed the coast",
        "Advertisement",
        "Sign up for our newsletter",
        "Share this article",
        "Follow Jo Marr on Twitter",
        "Jo Marr is a reporter for Coast Wire. Follow him on Twitter at @jomarr.",
        "Published 12 May 2024",
        "Updated at 1:46 p.m.",
        "ENDS",
        "* * *",
    ],
)
def test_lines_that_come_with_a_story_are_boilerplate(line: str) -> None:
    text = f"Ferry crews walk out\n\nThe crews left at noon.\n\n{line}\n\nThe board met."
    assert " ".join(with_role(text, "boilerplate")) == line
    assert with_role(text, "headline") == ["Ferry crews walk out"]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the board shows that crews are tired.",
        "This report was published by the board on Monday.",
        "By Tuesday the crews were back.",
        "Sources close to the board said so.",
        "Add to this the price of oil, and the picture gets darker.",
        "Read more than one paper, she said.",
        "“Sign up for our newsletter,” the page said.",
        "Published in 2019, the study counted 5 ferries.",
        "Support for journalism is falling.",
        "Share prices fell.",
        "Photos show the ferry on its side.",
        "Correction of the course came late.",
    ],
)
def test_sentences_that_only_begin_like_boilerplate_are_told(line: str) -> None:
    text = f"Ferry crews walk out\n\nThe crews left at noon.\n\n{line}\n\nThe board met."
    assert with_role(text, "boilerplate") == []


def test_a_site_or_an_agency_signs_on_the_last_line() -> None:
    assert with_role("The crews left.\n\nThe board met.\n\nPort.Az", "boilerplate") == ["Port.Az"]
    assert with_role("The crews left.\n\nThe board met.\n\n(Coast Wire)", "boilerplate") == ["(Coast Wire)"]
    assert with_role("Port.Az", "boilerplate") == []


@pytest.mark.parametrize("mark", ["?", "!", "* * *."])
def test_lone_marks_take_no_sentence_with_them(mark: str) -> None:
    assert "The crews left." not in with_role(f"{mark} The crews left. Nobody sailed.", "boilerplate")


def test_a_section_above_the_headline_is_boilerplate() -> None:
    text = "WORLD\nFerry crews walk out again\nThe crews left at noon.\nThe board met."
    assert with_role(text, "boilerplate") == ["WORLD"]
    assert with_role(text, "headline") == ["Ferry crews walk out again"]


WRAPPED = """Ferry crews walk out at Port Alder after talks on night
shifts collapse

PORT ALDER, May 12 (Coast Wire) - Ferry crews at Port Alder
walked out on Tuesday after talks with the Harbour Board,
leaving about 4,000 commuters of
Port Alder without a crossing. The board
met Mara Venn on Monday. "We are tired," said Venn, who
speaks for the crews.
Talks begin again on Friday."""


def test_a_new_line_inside_a_sentence_does_not_end_it() -> None:
    found = [" ".join(sentence.split()) for sentence in sentences(WRAPPED)]
    assert found[0] == "Ferry crews walk out at Port Alder after talks on night shifts collapse"
    assert found[1].endswith("without a crossing.")
    assert found[2:] == [
        "The board met Mara Venn on Monday.",
        '"We are tired," said Venn, who speaks for the crews.',
        "Talks begin again on Friday.",
    ]


def test_lines_of_their_own_are_paragraphs() -> None:
    text = "Crews walk out\nThe crews left at noon\nNobody came back.\n\nThe board met.\r\nIt sat long."
    assert [text[a:b] for a, b in paragraphs(text)] == [
        "Crews walk out",
        "The crews left at noon",
        "Nobody came back.",
        "The board met.",
        "It sat long.",
    ]


def test_marks_of_a_line_are_not_part_of_its_sentence() -> None:
    text = "# Crews walk out\n\n> “We are tired.”\n\n- The board met.\n* It sat long.\n"
    assert sentences(text) == ["Crews walk out", "“We are tired.”", "The board met.", "It sat long."]


@pytest.mark.parametrize(
    ("printed", "norm"),
    [
        ("Roe's", "roe"),
        ("Roe’s", "roe"),
        ("doesn’t", "doesn't"),
        ("It's", "it's"),
        ("THREE-WAY", "three-way"),
        ("738,000", "738000"),
        ("1,8", "1,8"),
        ("$1,500", "$1500"),
        ("965km", "965km"),
        ("U.S.", "usa"),
        ("US", "usa"),
        ("us", "us"),
        ("U.S.-led", "usa-led"),
        ("US-led", "usa-led"),
        ("p.m.", "pm"),
        ("O’Brien", "o'brien"),
        ("Cafe\u0301", "café"),
        ("co\u00adop", "coop"),
        ("ﬁnal", "final"),
        ("%", "percent"),
        ("&", "and"),
        ("News.Az", "news.az"),
        ("AT&T", "at&t"),
        ("9/11", "9/11"),
        ("10:30", "10:30"),
    ],
)
def test_a_word_is_compared_by_its_normal_form(printed: str, norm: str) -> None:
    assert normal_form(printed) == norm
    assert [word.norm for word in words(printed)] == [norm]
    assert words(printed)[0][:2] == (0, len(printed))


def test_punctuation_is_no_word() -> None:
    text = "“Well — 20% (or $5m) – isn’t ‘much’,” she said… [Roe]"
    found = [text[w.start : w.end] for w in words(text)]
    assert found == ["Well", "20", "%", "or", "$5m", "isn’t", "much", "she", "said", "Roe"]


def test_us_in_a_shouted_line_is_the_pronoun() -> None:
    assert [w.norm for w in words("LET US GO")] == ["let", "us", "go"]
    assert [w.norm for w in words("The US let U.S. ships go")] == ["the", "usa", "let", "usa", "ships", "go"]


@given(st.text(st.sampled_from("aß3.,'’-&$% \n\xa0\u0301u.s"), max_size=30))
def test_words_are_the_same_wherever_in_a_text_they_stand(text: str) -> None:
    before = "Nobody spoke. "
    later = [(w.start - len(before), w.end - len(before), w.norm) for w in words(before + text)[2:]]
    assert later == [tuple(word) for word in words(text)]


def test_words_of_a_span_keep_the_offsets_of_the_text() -> None:
    assert [tuple(w) for w in words("The crews left.", Span(4, 14))] == [(4, 9, "crews"), (10, 14, "left")]


COPY = st.text(alphabet="aAbB .,!?…\"“”'‘’()[]—-\n\r\t\x0b\u2028#>*•1230$%&:/@\xa0\u0301", max_size=80)
LINE_MARKS = "#>*+-"


@given(st.one_of(st.text(max_size=80), COPY, st.text(alphabet=st.characters(), max_size=40)))
@example("")
@example(" \n\t ")
@example("# ")
@example("- - a")
@example("date 2024-05-12 A")
@example('a. " b')
@example("1. a 2. b")
def test_sentences_are_in_order_and_cover_the_text(text: str) -> None:
    found = segment(text)
    assert [s.index for s in found] == list(range(len(found)))
    at = 0
    for s in found:
        assert at <= s.span.start < s.span.end <= len(text)
        assert text[s.span.start : s.span.end] == text[s.span.start : s.span.end].strip()
        assert all(c.isspace() or c in LINE_MARKS for c in text[at : s.span.start])
        at = s.span.end
    assert text[at:].strip() == ""


@given(COPY)
def test_words_lie_in_their_sentence_and_a_told_sentence_has_one(text: str) -> None:
    for s in segment(text):
        at = s.span.start
        for word in s.words:
            assert at <= word.start < word.end <= s.span.end
            assert word.norm
            at = word.end
        assert s.words or s.role == "boilerplate"


@given(COPY)
def test_paragraphs_hold_whole_sentences(text: str) -> None:
    blocks = paragraphs(text)
    for s in segment(text):
        assert sum(block.start <= s.span.start and s.span.end <= block.end for block in blocks) == 1


@pytest.mark.parametrize(
    "unit",
    ["a", "word ", '"', "“”", ".", ". ", "A. ", "No. 1 ", "(", '."', "\n", "x\n", "a — You ", "1. A ", "• ", "- ",
     "> ", "date ", "Photo: ", "A/", "By A ", "a.b", "e\u0301", "1,", "a. . . ", "They left.\n", 'He said "No." '],
)  # fmt: skip
def test_a_hundred_thousand_characters_of_one_kind_are_read_to_their_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    spans = [s.span for s in segment(text)]
    assert spans == sorted(spans)


def test_a_headline_glued_to_its_dateline_stands_apart():
    text = (
        "published 2026-05-12 08:15 section Coast Ferry crews stop work, office finds PORT ALDER, May 12 (Coast Wire) - "
        "Crews stopped work on Tuesday. Nobody sailed."
    )
    told = [(s.role, text[s.span.start : s.span.end][:22]) for s in segment(text)]
    assert told[0] == ("boilerplate", "published 2026-05-12 0")
    assert told[1] == ("headline", "Ferry crews stop work,")
    assert told[2] == ("body", "PORT ALDER, May 12 (Co")


def test_a_date_inside_a_sentence_is_no_dateline():
    text = "The crews of PORT ALDER, May 12 or not, stopped work. Nobody sailed."
    assert [s.role for s in segment(text)] == ["body", "body"]


@pytest.mark.parametrize(
    "line", ["FERRIES-ALDER/ (UPDATE 2)", "By Coast Wire reporters", "From our Fellsay correspondent, Friday 9 May"]
)
def test_slugs_and_lines_without_a_name_are_boilerplate(line):
    text = f"{line}\n\nCrews stop work at Port Alder\n\nPORT ALDER, May 12 (Coast Wire) - Crews stopped work. Nobody sailed."
    assert [s.role for s in segment(text)][:2] == ["boilerplate", "headline"]
