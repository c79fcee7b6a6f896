import pytest
from hypothesis import given
from hypothesis import strategies as st

import biasdiff
from biasdiff.model import Name, SharedName
from biasdiff.naming import join, names
from biasdiff.naming.misspelling import is_slip
from biasdiff.segmenting import segment


def _names(text: str) -> dict[str, Name]:
    return {name.name: name for name in names(text, segment(text))}


def _printed(text: str, name: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in _names(text)[name].mentions]


def _shared(*texts: str) -> dict[str, SharedName]:
    result = biasdiff.compare([biasdiff.analyze(text) for text in texts])
    return {name.name: name for name in result.names}


def _labels(shared: SharedName, passage: str) -> dict[str, int]:
    return {label.text: len(label.places) for label in shared.labels if label.passage == passage}


def test_a_surname_a_title_and_a_full_name_are_one_person():
    text = "Volker Brandt resigned. Mr Brandt gave no reason, and friends of Brandt's kept silent."
    assert _printed(text, "Volker Brandt") == ["Volker Brandt", "Mr Brandt", "Brandt"]
    assert _names(text)["Volker Brandt"].kind == "person"


def test_an_initial_makes_no_other_person():
    text = "Edith M. Crane spoke first. Edith Crane then left, and Ms. Crane did not return."
    assert len(_printed(text, "Edith M. Crane")) == 3


def test_a_first_name_alone_finds_its_bearer():
    text = "Helmut Sarn waved. “Helmut, you have done well,” his host said."
    assert _printed(text, "Helmut Sarn") == ["Helmut Sarn", "Helmut"]


def test_a_misspelt_surname_is_the_same_person():
    text = "Dorothea Lindqvist spoke. Ms Lindqvist left, and Ms Lindqivst slept."
    assert _printed(text, "Dorothea Lindqvist") == ["Dorothea Lindqvist", "Ms Lindqvist", "Ms Lindqivst"]


def test_short_names_one_letter_apart_stay_two_people():
    text = "Ann Moran spoke. Ms Moran was heard. Paul Doran spoke. Mr Doran was heard."
    assert set(_names(text)) == {"Ann Moran", "Paul Doran"}


def test_places_are_never_joined_by_a_letter():
    found = _names("She flew from Marland to Garland. In Marland it rained, and in Garland too.")
    assert {"Marland", "Garland"} <= set(found)


def test_is_slip_knows_a_letter_more_another_letter_and_two_swapped():
    assert is_slip("brandt", "bradnt")
    assert is_slip("brandt", "brand")
    assert is_slip("brandt", "brendt")
    assert not is_slip("brandt", "brundl")


def test_an_office_in_front_belongs_to_the_mention():
    text = "Reporters asked the port's finance officer Lena Holt. Former Mayor Otto Brix was silent."
    assert _printed(text, "Lena Holt") == ["the port's finance officer Lena Holt"]
    assert _printed(text, "Otto Brix") == ["Former Mayor Otto Brix"]


def test_a_description_beside_a_name_is_a_mention_too():
    text = "The harbour master, Ivo Lund, was late. Petra Holm, the town clerk, was not."
    assert _printed(text, "Ivo Lund") == ["The harbour master", "Ivo Lund"]
    assert _printed(text, "Petra Holm") == ["Petra Holm", "the town clerk"]


def test_an_office_alone_means_its_holder():
    text = "Talvian President Ivo Lund met Minister Petra Holm. The president smiled. The Talvian president left."
    assert _printed(text, "Ivo Lund")[1:] == ["The president", "The Talvian president"]


def test_an_office_of_another_place_is_somebody_else():
    text = "Talvian President Ivo Lund flew home. The Morennan president stayed in bed."
    assert _printed(text, "Ivo Lund") == ["Talvian President Ivo Lund"]


def test_one_minister_is_not_another():
    text = "Water minister Ivo Lund spoke. Health minister Petra Holm spoke. The health minister left."
    assert _printed(text, "Petra Holm")[-1] == "The health minister"
    assert len(_printed(text, "Ivo Lund")) == 1


def test_a_judging_label_means_the_person_named_just_before_it():
    text = "Ivo Lund met Petra Holm. The war is costing Lund his army, with the dictator in his palace."
    assert _printed(text, "Ivo Lund")[-1] == "the dictator"


def test_a_judging_label_without_a_name_near_it_means_nobody():
    text = "Ivo Lund spoke. It rained. It snowed. Then a play about the dictator began."
    assert _printed(text, "Ivo Lund") == ["Ivo Lund"]


def test_a_counterpart_is_the_other_one():
    text = "Ivo Lund hopes that Petra Holm keeps her word. His Morennan counterpart has promised nothing."
    assert _printed(text, "Petra Holm")[-1] == "His Morennan counterpart"


def test_the_deck_calls_by_office_whom_the_headline_names():
    text = "Ivo Lund ‘ready for talks’\n\nThe Talvian President said he would come.\n\nIvo Lund has said he would come."
    assert "The Talvian President" in _printed(text, "Ivo Lund")


def test_two_leaders_are_both():
    text = "President Ivo Lund met Prime Minister Petra Holm. The two leaders shook hands."
    assert _printed(text, "Ivo Lund")[-1] == "The two leaders"
    assert _printed(text, "Petra Holm")[-1] == "The two leaders"


def test_a_wife_does_not_take_the_surname_from_her_husband():
    text = "President Lund smiled. First lady Greta Lund smiled too. Lund left, and Lund slept."
    assert len(_printed(text, "Greta Lund")) == 1


def test_a_surname_belongs_to_the_one_whose_title_fits():
    text = "Ivo Lund and Greta Lund run the shop. Mrs Lund sells, Mr Lund repairs."
    assert _printed(text, "Greta Lund")[-1] == "Mrs Lund"
    assert _printed(text, "Ivo Lund")[-1] == "Mr Lund"


def test_first_words_weekdays_and_peoples_are_no_names():
    found = _names("However, the Russians left on Friday. Nobody came. Ukrainian buses ran in March.")
    assert found == {}


def test_months_that_are_surnames_are_told_apart():
    text = "Greta May spoke in May. On 3 May it rained. May was pleased."
    assert _printed(text, "Greta May") == ["Greta May", "May"]


def test_kinds_of_names_are_told_apart():
    found = _names(
        "Petra Holm of the Harbour and Deck Union left Mill Lane in Brennay. The Bank of Ulden and NATO were silent."
    )
    kinds = {name: one.kind for name, one in found.items()}
    assert kinds["Petra Holm"] == "person"
    assert kinds["Harbour and Deck Union"] == kinds["Bank of Ulden"] == kinds["NATO"] == "organisation"
    assert kinds["Mill Lane"] == kinds["Brennay"] == "place"


def test_initials_and_first_words_find_their_organisation():
    found = _names("The Deck Workers Union struck. The DWU said so. Stonehouse Holdings agreed, and Stonehouse paid.")
    assert len(found["Deck Workers Union"].mentions) == 2
    assert len(found["Stonehouse Holdings"].mentions) == 2


def test_a_headline_in_capitals_adds_mentions_and_no_names():
    text = "Petra Holm Leaves Ulden After Long Night\n\nPetra Holm left the town of Ulden. It was late, Ms Holm said."
    found = _names(text)
    assert len(found["Petra Holm"].mentions) == 3
    assert len(found["Ulden"].mentions) == 2
    assert set(found) == {"Petra Holm", "Ulden"}


def test_words_in_capitals_for_stress_are_no_names():
    assert _names("The board has STILL not paid the crews, and it will NOT pay them.") == {}


@pytest.mark.parametrize("title", ["Editor-in-Chief", "Bean-counter-in-chief", "Treasurer"])
def test_a_title_before_a_name_is_no_part_of_it(title):
    assert set(_names(f"{title} Jonas Weil spoke. Weil said that it rained.")) == {"Jonas Weil"}


def test_boilerplate_has_no_names():
    text = "Petra Holm left.\n\n(Reporting by Pia Renn in Ulden; Editing by Josef Tarle)"
    assert set(_names(text)) == {"Petra Holm"}


def test_stories_share_a_bearer_with_what_each_calls_them():
    shared = _shared(
        "The firebrand Dana Orlan called it. Crews cheered Orlan. “We trust Orlan,” they said.",
        "The union secretary, Dana Orlan, called it. Ms Orlan was calm.",
    )["Dana Orlan"]
    assert _labels(shared, "a") == {"the firebrand Dana Orlan": 1, "Orlan": 2}
    assert _labels(shared, "b") == {"the union secretary": 1, "Dana Orlan": 1, "Ms Orlan": 1}
    assert [label.quoted for label in shared.labels if label.text == "Orlan"] == [1]


def test_an_office_means_whom_another_story_names_so():
    shared = _shared("“The boats were safe,” the harbour master said.", "The harbour master, Jon Reyes, said no more.")
    assert _labels(shared["Jon Reyes"], "a") == {"the harbour master": 1}


def test_an_office_that_two_people_hold_means_neither():
    shared = _shared(
        "“It was late,” the minister said.", "Water minister Ivo Lund left. Health minister Petra Holm stayed."
    )
    assert "a" not in {label.passage for name in shared.values() for label in name.labels}


def test_the_order_of_the_stories_changes_only_the_order():
    texts = (
        "President Lund met Petra Holm. The president left. Ms Holm stayed in Ulden.",
        "Ivo Lund, the president, met the minister, Petra Holm. Londoners said so. Lund left.",
        "Petra Hohm met Lund. Mr Lund, said Londoners, was late. The minister was not.",
    )

    def places(order: tuple[int, ...]) -> set[frozenset[tuple[int, int, int]]]:
        stories = biasdiff.compare([biasdiff.analyze(texts[i]) for i in order])
        which = {story.passage.id: i for story, i in zip(stories.analyses, order, strict=True)}
        return {frozenset((which[p.passage], p.start, p.end) for p in name.mentions) for name in join(stories.analyses)}

    assert places((0, 1, 2)) == places((2, 1, 0)) == places((1, 0, 2))


def test_swapping_two_names_swaps_what_they_are_called():
    text = "The valiant Kell spoke. Ivo Kell met Petra Sarn, and Sarn wept. The dictator Sarn left Mr Kell."
    swapped = text.replace("Kell", "#").replace("Sarn", "Kell").replace("#", "Sarn")
    forms = [sorted((name.kind, len(name.mentions)) for name in _names(one).values()) for one in (text, swapped)]
    assert forms[0] == forms[1]


@given(st.text(alphabet="AbCd Mr.President the Ukraïne’s “” \n-,Ann Lee", max_size=300))
def test_mentions_lie_inside_the_text_and_in_order(text):
    for name in names(text, segment(text)):
        assert name.mentions
        assert list(name.mentions) == sorted(name.mentions)
        assert all(0 <= mention.start < mention.end <= len(text) for mention in name.mentions)


def test_a_thousand_namesakes_are_read_in_good_time():
    text = " ".join(f"John Smith{i} said so. The president left. Mr Jones{i} knew John Brown{i}." for i in range(1000))
    assert len(names(text, segment(text))) >= 2000


def test_whose_party_somebody_is_of_is_no_part_of_the_name():
    text = "Ulden Democrat Petra Holm spoke. The Republican stayed silent. Republican Ivo Lund left."
    assert {name for name, found in _names(text).items() if found.kind == "person"} == {"Petra Holm", "Ivo Lund"}


def test_a_short_title_is_no_part_of_the_name_behind_any_place():
    assert "Rashel Tove" in _names("Marrowby Rep. Rashel Tove spoke. Tove left.")
    assert "Doval Petrick" in _names("Marrowby Gov. Doval Petrick spoke.")


def test_titles_in_the_plural_are_no_part_of_a_name():
    text = "Senators Kersten Gillo and Ron Wydal spoke. Gillo left."
    assert _printed(text, "Kersten Gillo") == ["Senators Kersten Gillo", "Gillo"]


def test_two_offices_before_one_name_are_no_part_of_it():
    text = "The committee’s chairman, Representative Ana B. Sarn, spoke. Ms Sarn left."
    assert _printed(text, "Ana B. Sarn")[-2:] == ["Representative Ana B. Sarn", "Ms Sarn"]


def test_the_president_of_a_place_is_not_a_later_one_of_no_place():
    text = "Ivo Lund spoke. The Talvian President was calm. President-elect Paul Sarn called at noon. Sarn rang off."
    assert "The Talvian President" not in _printed(text, "Paul Sarn")


def test_adjectives_that_are_offices_too_make_no_person():
    found = _names("It was called radical Islam by some. The firm met major Internet companies at noon.")
    assert not [name for name, one in found.items() if one.kind == "person"]


def test_a_headline_does_not_run_into_a_name():
    text = "Rep. Blake Farrow Resigns After Sudden Council Inquiry\n\nBlake Farrow left. Mr Farrow was calm."
    assert len(_printed(text, "Blake Farrow")) == 3


def test_a_word_before_mr_is_no_part_of_a_name():
    assert _printed("Petra Holm waved. Calling Mr. Lund a friend, Ivo Lund laughed.", "Ivo Lund") == [
        "Mr. Lund",
        "Ivo Lund",
    ]


def test_short_forms_and_accents_make_no_other_person():
    shared = _shared(
        "Senator Charles Groot spoke. Raúl Sarn left. Mr. Groot stayed.", "Chuck Groot spoke. Raul Sarn left."
    )
    assert {name for name, one in shared.items() if one.kind == "person"} in (
        {"Charles Groot", "Raúl Sarn"},
        {"Chuck Groot", "Raúl Sarn"},
    )


def test_a_formal_junior_is_the_person_whom_others_call_without_it():
    shared = _shared(
        "Attorney General Erik H. Hollin Jr. spoke. Mr. Hollin left.", "Attorney General Erik Hollin spoke."
    )
    (person,) = (one for one in shared.values() if one.kind == "person")
    assert len(person.mentions) == 3


def test_a_father_and_his_junior_are_two():
    text = "Jess Hollin Jr. pleaded. His father, Rev. Jess Hollin, watched. Hollin wept."
    found = _names(text)
    assert {"Jess Hollin", "Jess Hollin Jr"} <= set(found)
    assert _printed(text, "Jess Hollin Jr")[-1] == "Hollin"


def test_mrs_is_not_the_man_of_that_name():
    shared = _shared("Donald Sarn spoke. Sarn left. Mrs. Sarn stayed.", "It rained.")
    assert len(shared["Donald Sarn"].mentions) == 2


def _speakers(text: str) -> list[str | None]:
    return [attribution.speaker_name for attribution in biasdiff.analyze(text).attributions]


def test_he_and_she_who_speak_get_the_name_of_the_leader_before():
    assert _speakers("Petra Holm was late. “The bus broke down,” she said.") == ["Petra Holm"]
    assert _speakers("The harbour master, Ivo Lund, rose. “It is late,” he said.") == ["Ivo Lund"]


def test_he_is_never_a_woman():
    assert _speakers("Petra Holm was late. “The bus broke down,” he said.") == [None]


def test_he_behind_two_people_of_whom_none_leads_stays_open():
    assert _speakers("At noon Ivo Lund met Paul Sarn. “It is late,” he said.") == [None]


def test_somebody_without_a_name_does_not_pass_on_the_one_before():
    text = "Petra Holm left. A woman at the stall said it was late. “I saw her,” she said."
    assert _speakers(text) == [None, None]


def test_a_paper_that_is_credited_does_not_speak_for_the_person_in_the_story():
    text = "Ivo Lund said that he was glad, the Upland Courier reports. “It is late,” he told his staff."
    assert _speakers(text)[-1] == "Ivo Lund"


def test_a_spokesman_is_not_the_one_he_speaks_for():
    assert _speakers("Ivo Lund was away. A spokesman for Mr Lund said it was late.") == [None]


def test_a_speaker_whom_another_story_names_in_full_gets_that_name():
    result = biasdiff.compare(["Ms Orlan said that it was late.", "Dana Orlan, the union secretary, said it was late."])
    assert [story.attributions[0].speaker_name for story in result.analyses] == ["Dana Orlan", "Dana Orlan"]


def test_a_name_that_another_story_reads_is_found_behind_a_common_noun():
    reading = "The Grey Heron left at noon. Crews of the Grey Heron waved."
    other = "Nothing sailed: the freighter Grey Heron, loaded with hay, stayed."
    shared = _shared(reading, other)["Grey Heron"]
    assert {mention.passage for mention in shared.mentions} == {"a", "b"}


def test_a_name_inside_a_longer_name_is_another_name():
    reading = "The Grey Heron left at noon. Crews of the Grey Heron waved."
    shared = _shared(reading, "Guests of the Grey Heron Hotel slept badly.")["Grey Heron"]
    assert {mention.passage for mention in shared.mentions} == {"a"}


def test_an_office_that_many_hold_is_the_nearest_one_named():
    story = (
        "Mayor Ana Holm called the plan slow. {} Bo Lund of Ulden left the pier. The {} said that the boat was slow."
    )
    assert biasdiff.analyze(story.format("Senator", "senator")).attributions[-1].speaker_name == "Bo Lund"
    assert biasdiff.analyze(story.format("Grocer", "mayor")).attributions[-1].speaker_name == "Ana Holm"
    other = "Senator Ana Holm, the senator for Ulden, called it slow. Mr Bo Lund left the pier. The senator said it was slow."
    assert biasdiff.analyze(other).attributions[-1].speaker_name is None
