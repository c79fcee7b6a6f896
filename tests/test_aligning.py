import json
import os
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import biasdiff
from biasdiff.aligning import align, units
from biasdiff.aligning.candidates import Pair, candidates, cosine, pair
from biasdiff.aligning.features import NAMES, Features
from biasdiff.aligning.runs import common_run
from biasdiff.aligning.terms import common, scaled, stem, terms
from biasdiff.aligning.weights import chance, fitted, log_odds
from biasdiff.model import Analysis, Link, Passage

SAMPLES = Path(__file__).parent.parent / "samples"

MORNING = """Lorrin Bay tram line to close for a year

The tram line along Lorrin Bay will close for a year from 3 June while engineers rebuild its sea wall, the city said.

“We cannot send people past a wall that moves,” transport director Hanne Ossig told reporters.

The work will cost 84 million crowns, of which the state pays half.

Replacement buses will run every ten minutes. Traders on the esplanade fear an empty summer.

Café owner Petr Lund said he had already let two waiters go.

Ossig apologised to the line’s 11,300 daily passengers.

Sign up for our newsletter.
"""

EVENING = """Sea wall repair shuts Lorrin Bay trams for twelve months

Trams will not run along Lorrin Bay for a year: the city is to shut the line on June 3 and rebuild the sea wall beside it.

The bill comes to 84 million crowns, and the state is to pay 42 million of it.

"We cannot send people past a wall that moves," said Hanne Ossig, who runs transport for the city.

She said sorry to the 11,300 people who ride the line each day.

The wall was built in 1931 and moved by nine centimetres last winter.

Buses will take over, one every ten minutes.

Sign up for our newsletter.
"""

ELSEWHERE = """City opens skating rink

A skating rink opened in Marn on Saturday. Children queued for two hours.

"It is colder than I thought," said Ida Voss, who is seven.

Tickets cost six crowns.
"""


BOATS = "red blue green white black long short old new fast slow tall".split()


def story(text: str, key: str) -> Analysis:
    analysis = biasdiff.analyze(text)
    return replace(analysis, passage=replace(analysis.passage, id=key))


def linked(left: str, right: str) -> tuple[Analysis, Analysis, tuple[Link, ...]]:
    a, b = story(left, "a"), story(right, "b")
    return a, b, align(a, b)


def between(left: str, right: str, one: str, two: str) -> Link | None:
    """The link between the sentences that begin so, if there is one."""
    a, b, links = linked(left, right)
    for link in links:
        texts = [[s.text(s.sentences[i].span) for i in side] for s, side in zip((a, b), link.sentences, strict=True)]
        if any(t.startswith(one) for t in texts[0]) and any(t.startswith(two) for t in texts[1]):
            return link
    return None


def mirrored(link: Link) -> Link:
    return replace(link, passages=link.passages[::-1], sentences=link.sentences[::-1])


def in_order(links: tuple[Link, ...]) -> list[Link]:
    return sorted(links, key=lambda link: link.sentences)


class TestFound:
    def test_the_same_quotation_is_a_quotation_link(self):
        link = between(MORNING, EVENING, "“We cannot send", '"We cannot send')
        assert link is not None
        assert link.kind == "quotation"
        assert link.score > 0.9
        assert link.evidence[0].startswith("share the quotation “We cannot send people past a wall that moves")

    def test_headlines_that_tell_the_same_are_linked(self):
        link = between(MORNING, EVENING, "Lorrin Bay tram", "Sea wall repair")
        assert link is not None
        assert link.kind == "same"
        assert "both are headlines" in link.evidence

    def test_ledes_that_tell_the_same_are_linked(self):
        assert between(MORNING, EVENING, "The tram line", "Trams will not")

    def test_a_shared_figure_links_and_is_named(self):
        link = between(MORNING, EVENING, "The work will cost", "The bill comes to")
        assert link is not None
        assert any(reason.startswith("both give 84,000,000") for reason in link.evidence)

    def test_other_words_for_the_same_thing_link(self):
        link = between(MORNING, EVENING, "Ossig apologised", "She said sorry")
        assert link is not None
        assert any("11,300" in reason for reason in link.evidence)

    def test_words_of_one_meaning_are_shown_as_each_story_has_them(self):
        link = between(MORNING, EVENING, "Ossig apologised", "She said sorry")
        assert link is not None
        assert any("apologised / sorry" in r or "sorry / apologised" in r for r in link.evidence)

    def test_a_misspelt_name_is_the_same_name(self):
        other = "Port news\n\nThe ferry will sail again on Monday.\n\nZelmira Karsten thanked the divers for their patience.\n"
        typo = other.replace("Karsten", "Karsetn").replace("the divers for their patience", "all divers")
        link = between(other, typo, "Zelmira", "Zelmira")
        assert link is not None
        assert any("Karset" in reason or "Karste" in reason for reason in link.evidence)


class TestSilent:
    def test_another_subject_is_not_linked(self):
        assert linked(MORNING, ELSEWHERE)[2] == ()

    def test_sentences_that_share_the_subject_alone_are_not_linked(self):
        assert between(MORNING, EVENING, "Traders on the esplanade", "The wall was built") is None
        assert between(MORNING, EVENING, "Café owner", "The wall was built") is None

    def test_different_quotations_of_one_speaker_are_not_linked(self):
        rest = "\n\n".join(f"Line {n} of the ferry report names the {word} boat." for n, word in enumerate(BOATS))
        left = f"Dam vote\n\n{rest}\n\n“The turbines stay dry until May,” said Olle Brandt.\n"
        right = f"Dam vote\n\nThe lake is low.\n\n“My brother taught me to swim here,” said Olle Brandt.\n\n{rest}\n"
        assert between(left, right, "“The turbines", "“My brother") is None

    def test_boilerplate_is_never_linked(self):
        a, b, links = linked(MORNING, EVENING)
        for link in links:
            for analysis, side in zip((a, b), link.sentences, strict=True):
                assert all(analysis.sentences[i].role != "boilerplate" for i in side)
        assert "boilerplate" in {s.role for s in a.sentences}

    def test_a_story_without_sentences_has_no_links(self):
        empty = Analysis(Passage("", id="b"), ())
        assert align(story(MORNING, "a"), empty) == ()
        assert align(empty, empty) == ()

    def test_a_quoted_name_is_no_quotation(self):
        left = "Show\n\nThe minister will appear on “Harbour Lights” tonight to defend the toll.\n"
        right = "Show\n\nThe minister spoke of the toll on “Harbour Lights” and lost his temper.\n"
        link = between(left, right, "The minister will", "The minister spoke")
        assert link is None or link.kind != "quotation"


POOL = """Pool in Torvik stays shut

Torvik council met for three hours on Monday night in the old customs house.

Ida Marsh, the town treasurer, said the boiler would cost 400,000 crowns to mend.

The lockers and the sauna are open for 60 hours a week.

The grant for new tiles comes from the county, which had no say in the choice of colour.
"""

WATER = """Swimmers wait in Torvik

Torvik council sat until midnight on Monday in the old customs house.

Ida Marsh, the town treasurer, {told}.

The lockers and the sauna were open for {hours} hours a week.

The county swimming club said it would wait.
"""


class TestSure:
    def test_a_shared_name_and_office_are_no_shared_statement(self):
        link = between(POOL, WATER.format(told="thanked voters for their patience", hours=90), "Ida Marsh", "Ida Marsh")
        assert link
        assert link.kind == "partial"
        assert not link.sure

    def test_a_shared_statement_of_one_person_is_the_same(self):
        told = "said that mending the boiler would cost 400,000 crowns"
        link = between(POOL, WATER.format(told=told, hours=90), "Ida Marsh", "Ida Marsh")
        assert link
        assert link.kind == "same"
        assert link.sure

    def test_one_word_beside_name_and_office_is_no_same_statement(self):
        told = "told members that the boiler hummed and whistled"
        link = between(POOL, WATER.format(told=told, hours=90), "Ida Marsh", "Ida Marsh")
        assert link
        assert link.kind == "partial"

    def test_different_figures_of_one_thing_are_no_same_statement(self):
        link = between(POOL, WATER.format(told="left", hours=90), "The lockers", "The lockers")
        assert link
        assert link.kind == "partial"

    def test_one_figure_of_one_thing_is_the_same_statement(self):
        link = between(POOL, WATER.format(told="left", hours=60), "The lockers", "The lockers")
        assert link
        assert link.kind == "same"

    def test_figures_that_the_other_sentence_gives_too_are_not_different_ones(self):
        left = "Ferry jobs\n\nIt rained in Ulden. The report says 31 jobs would go, out of 74. The band played."
        right = "Ferry jobs\n\nIt snowed in Marn. The line has 74 jobs, of which 31 would go, the report says. He sang."
        link = between(left, right, "The report", "The line")
        assert link
        assert link.kind == "same"

    def test_what_is_hardly_likelier_than_not_to_be_linked_is_not_sure(self):
        _, _, links = linked(POOL, WATER.format(told="thanked voters for their patience", hours=90))
        doubtful = [link for link in links if link.kind == "partial" and link.score < 0.5]
        assert not any(link.sure for link in doubtful)
        assert all(link.sure for link in links if link.kind != "partial")


class TestShape:
    def test_a_story_against_itself_links_every_sentence_with_itself(self):
        for text in (MORNING, EVENING):
            a, _, links = linked(text, text)
            pairs = {(i, j) for link in links for i in link.sentences[0] for j in link.sentences[1]}
            assert {(s.index, s.index) for s in a.told} <= pairs
            assert not any(link.moved for link in links if link.sentences[0] == link.sentences[1])

    def test_one_sentence_that_answers_two_neighbours_is_one_link(self):
        left = (
            "Mine disaster\n\nRain fell on Tarn.\n\n“We dug with our bare hands until the lamps went out,” said Ida Voss."
            "\n\nPrices rose.\n"
        )
        right = "Rescue at pit\n\nA bus was late.\n\n“We dug with our bare hands.” “Until the lamps went out.”\n\nSnow came.\n"
        link = between(left, right, "“We dug", "“We dug")
        assert link is not None
        assert link.kind == "quotation"
        assert link.sentences == ((2,), (2, 3))

    def test_links_say_where_the_order_differs(self):
        parts = [
            "The lighthouse at Grell was sold to a baker for 200 crowns.",
            "Divers raised the bronze bell of the trawler Amity.",
            "A storm took the roof off the cannery at dawn.",
            "Schoolchildren counted 412 seals on the sandbank.",
            "The mayor of Tarn married his deputy in a rowing boat.",
        ]
        straight = "Coast notes\n\n" + "\n\n".join(parts)
        turned = "Coast notes\n\n" + "\n\n".join([parts[4], *parts[:4]])
        assert not any(link.moved for link in linked(straight, straight)[2])
        moved = [link for link in linked(straight, turned)[2] if link.moved]
        assert [link.sentences for link in moved] == [((5,), (1,))]

    def test_score_kind_and_evidence_are_given(self):
        links = linked(MORNING, EVENING)[2]
        assert links
        for link in links:
            assert 0 <= link.score <= 1
            assert link.kind in ("quotation", "same", "partial")
            assert link.evidence
            assert link.passages == ("a", "b")

    def test_swapping_the_sides_mirrors_the_links(self):
        a, b, links = linked(MORNING, EVENING)
        assert in_order(align(b, a)) == in_order(tuple(map(mirrored, links)))

    @pytest.mark.parametrize("folder", sorted(path.name for path in SAMPLES.iterdir() if path.is_dir()))
    def test_swapping_the_samples_mirrors_their_links(self, folder):
        passages = [biasdiff.read(path) for path in sorted((SAMPLES / folder).glob("0*.*"))[:3]]
        stories = [
            replace(s, passage=replace(s.passage, id=key))
            for key, s in zip("abc", map(biasdiff.analyze, passages), strict=False)
        ]
        for left, right in combinations(stories, 2):
            assert in_order(align(right, left)) == in_order(tuple(map(mirrored, align(left, right))))

    def test_the_hash_seed_changes_nothing(self):
        program = (
            "import biasdiff, json, sys\n"
            "texts = json.load(sys.stdin)\n"
            "from biasdiff.aligning import align\n"
            "print(align(*map(biasdiff.analyze, texts)))"
        )
        outputs = {
            subprocess.run(
                [sys.executable, "-c", program],
                input=json.dumps([MORNING, EVENING]),
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(outputs) == 1

    def test_an_endless_sentence_is_no_trouble(self):
        text = "Long\n\n" + "“the” tram the “wall” " * 100 + "wall the " * 10_000 + "."
        a, b, links = linked(text, text)
        assert len(links) <= len(a.sentences) * len(b.sentences)

    def test_long_texts_find_their_copies_without_comparing_all(self):
        words = [f"{a}{b}{c}" for a in "bdfklmnprst" for b in "aeiou" for c in ("rn", "lt", "sk", "mp")]
        parts = [f"The {words[i % 220]} of {words[(7 * i) % 219]} met {words[(11 * i) % 217]} {i}." for i in range(800)]
        a, _, links = linked("\n\n".join(parts), "\n\n".join(parts))
        found = {(i, j) for link in links for i in link.sentences[0] for j in link.sentences[1]}
        same = sum((s.index, s.index) in found for s in a.told)
        assert same > 0.9 * len(parts)
        assert len(candidates(pair(a, a))) <= 2 * len(parts)


SENTENCES = st.sampled_from(
    [
        "The tram line will close in June.",
        "“We cannot wait,” said Hanne Ossig.",
        "Hanne Ossig said they could not wait.",
        "It cost 84 million crowns!",
        "Nobody came.",
        "The wall moved; the sea rose 9 cm.",
        "Sign up for our newsletter.",
        "Headline without a stop",
        "‘Hold the line’",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=8).map("\n\n".join) | st.text(max_size=60)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_two_texts_give_links_that_hold_and_mirror(left, right):
    a, b, links = linked(left, right)
    seen = [(i, j) for link in links for i in link.sentences[0] for j in link.sentences[1]]
    assert len(seen) == len(set(seen))
    for link in links:
        assert min(map(len, link.sentences)) == 1
        for analysis, side in zip((a, b), link.sentences, strict=True):
            assert list(side) == sorted(set(side))
            assert all(analysis.sentences[i].role != "boilerplate" for i in side)
    assert in_order(align(b, a)) == in_order(tuple(map(mirrored, links)))


class TestUnits:
    def test_three_stories_share_a_unit(self):
        stories = [story(text, key) for key, text in zip("abc", (MORNING, EVENING, MORNING), strict=True)]
        links = [link for left, right in combinations(stories, 2) for link in align(left, right)]
        found = units(stories, links)
        assert [unit.id for unit in found] == [f"u{n}" for n in range(1, len(found) + 1)]
        assert any([key for key, _ in unit.sentences] == ["a", "b", "c"] for unit in found)

    def test_every_sentence_stands_in_one_unit(self):
        stories = [story(text, key) for key, text in zip("abc", (MORNING, EVENING, MORNING), strict=True)]
        links = [link for left, right in combinations(stories, 2) for link in align(left, right)]
        places = [(key, i) for unit in units(stories, links) for key, side in unit.sentences for i in side]
        assert len(places) == len(set(places))

    def test_units_come_in_order_of_first_appearance(self):
        a, b, links = linked(MORNING, EVENING)
        starts = [unit.sentences[0][1][0] for unit in units((a, b), links)]
        assert starts == sorted(starts)

    def test_a_chain_of_links_does_not_become_one_unit(self):
        links = tuple(
            Link(("a", "b"), sides, "partial", score)
            for sides, score in (
                (((0,), (0,)), 0.9),
                (((1,), (0,)), 0.5),
                (((1,), (1,)), 0.9),
                (((2,), (1,)), 0.5),
                (((2,), (2,)), 0.9),
            )
        )
        found = units((Analysis(Passage("", id="a"), ()), Analysis(Passage("", id="b"), ())), links)
        assert [unit.sentences for unit in found] == [(("a", (n,)), ("b", (n,))) for n in range(3)]

    def test_links_that_are_not_sure_make_no_units(self):
        links = (
            Link(("a", "b"), ((0,), (0,)), "same", 0.9),
            Link(("a", "b"), ((1,), (0,)), "partial", 0.45, sure=False),
            Link(("a", "b"), ((2,), (2,)), "partial", 0.8, sure=False),
        )
        found = units((Analysis(Passage("", id="a"), ()), Analysis(Passage("", id="b"), ())), links)
        assert [unit.sentences for unit in found] == [(("a", (0,)), ("b", (0,)))]

    def test_no_links_make_no_units(self):
        assert units((story(MORNING, "a"), story(ELSEWHERE, "b")), ()) == ()


class TestTerms:
    @pytest.mark.parametrize(
        ("one", "two"),
        [
            ("resignations", "quits"),
            ("apologised", "sorry"),
            ("closing", "shut"),
            ("twelve", "12"),
            ("forty-three", "43"),
            ("twenty-one", "21"),
            ("$1.5bn", "1500000000"),
            ("gov", "governor"),
            ("September".lower(), "sept"),
            ("said", "said"),
        ],
    )
    def test_two_words_are_one_term(self, one, two):
        assert terms(one) == terms(two)

    @pytest.mark.parametrize(("one", "two"), [("nation", "native"), ("party", "part"), ("war", "army"), ("us", "usa")])
    def test_two_words_stay_two_terms(self, one, two):
        assert terms(one) != terms(two)

    def test_a_compound_gives_its_parts(self):
        assert terms("two-thirds") == ("2", *terms("third"))
        assert terms("thirty-six-year-old") == ("36", *terms("year-old"))
        assert terms("twenty-odd")[0] == "20"

    def test_a_figure_takes_its_scale_without_loss(self):
        assert scaled("1.5", "million") == "1500000"
        assert scaled("0.3", "billion") == "300000000"

    @given(st.text(max_size=20))
    def test_any_word_has_a_stem_and_terms(self, word):
        assert len(stem(word)) <= len(word) or stem(word)
        assert terms(word)

    def test_a_word_stands_under_one_meaning(self):
        lines = files("biasdiff.aligning").joinpath("meanings.txt").read_text(encoding="utf-8").splitlines()
        rows = [line.split() for line in lines if line and not line.startswith("#")]
        words = [word for row in rows for word in row]
        assert len(words) == len(set(words))
        assert all(len(row) > 1 for row in rows)

    def test_common_words_are_no_names(self):
        assert terms("government")[0] in common()
        assert not common() & {term for name in ("republican", "democrat", "labour", "tory") for term in terms(name)}


class TestNumbers:
    def test_every_feature_has_a_weight(self):
        weights = fitted()
        assert len(weights.base) == len(weights.by_length) == len(NAMES) + 1
        assert 0 < weights.threshold < 1

    def test_weights_of_very_long_stories_ask_for_more(self):
        weights = fitted()
        assert weights.at(6000)[0] < weights.at(600)[0] < weights.at(60)[0]
        assert weights.at(6000)[1:] == weights.at(600)[1:]

    def test_features_mirror(self):
        a, b = story(MORNING, "a"), story(EVENING, "b")
        forth, back = numbers(pair(a, b)), numbers(pair(b, a))
        assert forth
        assert forth == {(j, i): values for (i, j), values in back.items()}

    def test_a_chance_lies_between_nought_and_one(self):
        weights = fitted().at(20)
        assert 0 < chance(log_odds(*weights, [0.0] * len(NAMES))) < 1
        assert 0 < chance(log_odds(*weights, [1e6] * len(NAMES))) <= 1

    def test_a_cosine_of_nothing_is_nought(self):
        assert cosine(0, 0, 0) == 0

    def test_the_longest_run_is_found_with_its_places(self):
        assert common_run("abcdef", "xxcdexx") == (3, 2, 2)
        assert common_run("", "abc") == (0, 0, 0)


def numbers(both: Pair) -> dict[tuple[int, int], tuple[float, ...]]:
    found = candidates(both)
    rows = Features(both, found).rows()
    return {(one.left, one.right): row for one, row in zip(found, rows, strict=True)}
