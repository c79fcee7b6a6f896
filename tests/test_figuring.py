import pytest
from hypothesis import given
from hypothesis import strategies as st

import biasdiff
from biasdiff.model import Figure


def _figures(text: str) -> tuple[Figure, ...]:
    return biasdiff.analyze(text).figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts"),
    [
        ("About 12,500 bookings were cancelled.", 12500, "", "bookings"),
        ("The strike left 40,000 people stranded.", 40000, "", "people"),
        ("They lost over 738 young soldiers there.", 738, "", "soldiers"),
        ("Twenty-six children sat and sang.", 26, "", "children"),
        ("The town paid for 300 hotel rooms.", 300, "", "rooms"),
        ("It costs half a million crowns to mend.", 500000, "crowns", ""),
        ("It costs $1.5bn to mend.", 1.5e9, "dollars", ""),
        ("It costs £3 million to mend.", 3e6, "pounds", ""),
        ("Only 58 per cent agreed with her.", 58, "percent", ""),
        ("Only 58% agreed with her.", 58, "percent", ""),
        ("The way is 2.6 kilometres long.", 2.6, "km", ""),
        ("They work 14-hour days in winter.", 14, "hours", "days"),
        ("On the quay 41 were injured.", 41, "", "injured"),
        ("He sent 2000 to their deaths in a day.", 2000, "", "deaths"),
        ("The office puts the lost bookings at about 900.", 900, "", "bookings"),
        ("Sixty of the boats came back.", 60, "", "boats"),
    ],
)
def test_a_figure_has_a_value_a_unit_and_what_it_counts(text, value, unit, counts):
    found = [(figure.value, figure.unit, figure.counts) for figure in _figures(text)]
    assert (value, unit, counts) in found


def test_a_rate_tells_its_time():
    (figure,) = _figures("The flow was 620 cubic metres a second.")
    assert (figure.unit, figure.per) == ("cubic metres", "second")
    (figure,) = _figures("The sea takes two tennis courts-worth of beach a day.")
    assert (figure.counts, figure.per) == ("courts", "day")


def test_a_part_and_its_whole_count_the_same():
    assert [(f.value, f.counts) for f in _figures("Crews began 23 of the 310 duties late.")] == [
        (23, "duties"),
        (310, "duties"),
    ]
    assert [f.unit for f in _figures("It asked for 2 million of the 5.8 million crowns.")] == ["crowns", "crowns"]


def test_a_bare_number_takes_the_noun_of_the_one_just_before():
    assert [f.counts for f in _figures("The plan would cut 31 jobs out of 74.")] == ["jobs", "jobs"]
    assert [f.counts for f in _figures("The three branches close early, she told the room, and 118 is the sum.")] == [
        "branches",
        "",
    ]


def test_dates_and_times_are_told_from_counts():
    kinds = [f.kind for f in _figures("On 3 May 2004 at 4am, and again in 2019, it rained from 8.30 to 9.10 at two.")]
    assert set(kinds) == {"date", "time"}


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Amsel, 71, waited.",
        "The number 7 bus was late.",
        "It stands on page 14.",
        "One of them left.",
        "They flew in a Boeing 737.",
        "Jan Roth, a tram driver of 47 with a son at school, waited.",
        "The G7 met there.",
    ],
)
def test_ages_and_numbers_in_names_are_no_figures(text):
    assert _figures(text) == ()


def test_a_body_of_so_many_people_is_counted():
    assert [figure.value for figure in _figures("A crew of 47 left. A nurse of 47 patients stayed.")] == [47, 47]


def test_a_conversion_in_brackets_is_no_second_figure():
    assert [f.unit for f in _figures("The front is 600 miles (965 km) long.")] == ["miles"]


def test_words_that_hedge_or_push_belong_to_the_figure():
    (figure,) = _figures("More than 400 boats came.")
    assert (figure.qualifier, figure.span.start) == ("more than", 0)


def test_the_source_stands_in_the_sentence_or_beside_it():
    story = "The port office said 900 boats left. A further 40 boats stayed. It rained. Some 70 boats sank."
    answered = [(f.value, f.sourced, f.source) for f in _figures(story)]
    assert answered == [(900, "sentence", "The port office"), (40, "beside", "The port office"), (70, "none", "")]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The pier board puts the lost berths at about 900.", ["The pier board"]),
        ("The sea bureau gave a total of 700 seals, and Lorrin's wildlife trust 850.", ["The sea bureau", "Lorrin's wildlife trust"]),
        ("In it the tram inspectorate counts 46 late starts.", ["the tram inspectorate"]),
        ("Work on the weir is put at 7.2 million crowns in the city's report.", ["the city's report"]),
        ("By noon 5,100 people had signed his letter, by his own count.", ["his own count"]),
        ("The sea board's ship, a converted trawler, logged 33 whales, its captain, Ana Lund, said.", ["Ana Lund"]),
        ("The board reported 60 late starts. It adds that 14 drivers left.", ["The board", "The board"]),
    ],
)  # fmt: skip
def test_whom_a_sentence_names_as_giver_answers_for_its_figure(text, sources):
    found = [f for f in _figures(text) if f.kind != "date"]
    assert [(f.source, f.sourced) for f in found] == [(source, "sentence") for source in sources]


@pytest.mark.parametrize(
    "text",
    [
        "“The hall was cold,” said Petra Holm. Farms stand to lose half a million crowns a day.",
        "Ana Lund, 71, waited for hours. She said that she was cold. Jan Roth was taking 26 pupils to a concert.",
        "Jan Roth voted against it. “Never,” he said. Petra Holm handed in 5,100 signatures.",
        "Petra Holm welcomed an inquiry by the river board, which four towns had set up.",
        "Both towns have agreed on Monday to an inquiry into the fire, in which 41 people were hurt.",
        "“Never,” said Ana Lund, bringing back two novels.",
        "The club gave 300 children a meal.",
        "No figure for it is given in the city's report, but 400 people came.",
        "The saving is real, she said. That means two million crowns from the Sea Fund, which has not said yes.",
    ],
)
def test_somebody_who_only_speaks_nearby_does_not_answer_for_a_figure(text):
    assert {figure.sourced for figure in _figures(text)} == {"none"}


def test_a_source_that_points_back_answers_too():
    found = _figures("Some 70 boats sank. The figure was given by the port office, Petra Holm said.")
    assert found[0].sourced == "beside"


def test_a_figure_in_a_quotation_is_not_the_outlets():
    (figure,) = _figures("“We lost 70 boats,” said Petra Holm.")
    assert figure.voice == "quoted"


@given(st.text(alphabet="0123456789 .,%$£ammillion of the-two hundred half()people\n", max_size=200))
def test_figures_of_any_text_lie_inside_it_and_in_order(text):
    found = _figures(text)
    assert all(0 <= f.span.start < f.span.end <= len(text) for f in found)
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)
