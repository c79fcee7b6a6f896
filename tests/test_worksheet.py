"""Sheets for students hold no answer; keys hold them all; what a teacher hides is hidden everywhere."""

import io
import json
import re
import tomllib
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import biasdiff
from biasdiff.cli import main
from biasdiff.crosswalk import CROSSWALK, KEY_QUESTIONS
from biasdiff.errors import InputError
from biasdiff.events import events
from biasdiff.hiding import blind, leave_out
from biasdiff.inflecting import forms
from biasdiff.model import Passage
from biasdiff.numbering import Ref, listed, parse, parse_pairs
from biasdiff.rendering import html, key, lesson, worksheet
from biasdiff.rules import RULES
from biasdiff.teaching.lesson import lesson as plan_lesson
from biasdiff.teaching.plan import Plan
from biasdiff.teaching.questions import questions

ROOT = Path(__file__).parent.parent
VOCABULARY = ROOT / "biasdiff" / "teaching" / "vocabulary.toml"
A = """Outlet: The Harbour Gazette

Ferry fiasco ‘ruins’ summer

The shameful fiasco at Port Alder left 40,000 people stranded on Monday. The Harbour Gazette has seen the letter.

The firebrand Dana Orlan claimed that crews were tired. “We will not sail them tired,” said Dana Orlan.

A fisherman drowned on Sunday night. The mayor resigned on Tuesday.
"""
B = """Outlet: Coast Wire

Ferry crews stop work at Port Alder

Crews at Port Alder stopped work on Monday in a dispute over rest, the union told the Gazette.

"We will not sail [the night boats] tired," said Dana Orlan, the union secretary. About 12,500 bookings were cancelled, the port office said.

The mayor resigned on Tuesday, the council said.
"""
# Two stories without a quotation, a figure or a mark: a class still needs questions.
PLAIN = ("The meeting began late. Nobody minded.", "The meeting began late. It ended early.")
# Words that a page of ours never says of a story, in any form.
VERDICTS = re.compile(r"\b(?:biased|propaganda|lies|liar|manipulat\w+|fake|untrue|truth score)\b", re.IGNORECASE)


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / "gazette.txt", tmp_path / "wire.txt"]
    for path, text in zip(paths, (A, B), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def samples():
    return [biasdiff.compare(list(event.passages), title=event.title) for event in events(ROOT / "samples")]


def compared(*texts, title=""):
    return biasdiff.compare(list(texts), title=title)


def run(tmp_path, files, *options):
    command = ["compare", *map(str, files), "-o", str(tmp_path / "out"), "--title", "T", *options]
    return CliRunner().invoke(main, command)


def words_of(page):
    """What a reader sees of a page, without its style."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(style|head)>.*?</\1>", " ", page))


# The sheet holds no answer


def marked(result):
    """The same comparison with a word in all that the tool says of it, by which a leak would show."""

    def story(one):
        findings = tuple(
            f._replace(message="LEAK", neutral=("LEAK",), question="LEAK", category="LEAK", rule="LEAK", target="LEAK")
            for f in one.findings
        )
        return replace(one, findings=findings)

    return replace(
        result,
        analyses=tuple(map(story, result.analyses)),
        links=tuple(replace(link, evidence=("LEAK",)) for link in result.links),
        highlights=tuple(replace(one, text="LEAK", question="LEAK") for one in result.highlights),
        paraphrases=tuple(replace(one, evidence=("LEAK",)) for one in result.paraphrases),
    )


@pytest.mark.parametrize("one_page", [False, True])
def test_nothing_that_the_tool_found_is_in_the_sheet(samples, one_page):
    for result in samples:
        plan = Plan(one_page=one_page, questions=12)
        assert "LEAK" not in worksheet.render(marked(result), plan)
        assert "LEAK" in key.render(marked(result), plan)
        assert "LEAK" in html.render(marked(result))


def test_the_sheet_names_no_rule_no_severity_and_no_mark(samples):
    for result in samples:
        page = worksheet.render(result, Plan())
        told = page.lower()
        assert not [rule.id for rule in RULES.values() if "." in rule.id and rule.id in told]
        assert not [rule.title for rule in RULES.values() if rule.title.lower() in told and rule.title != "Hedge"]
        assert not re.search(r"<mark|<details|<script|data-|\b[LWQ][123]\b|severity|an editor would ask", page)


def test_the_sheet_is_the_same_whatever_the_marks_are_called(samples):
    for result in samples:
        same = replace(
            result,
            analyses=tuple(
                replace(s, findings=tuple(f._replace(message="m", neutral=(), question="") for f in s.findings))
                for s in result.analyses
            ),
        )
        assert worksheet.render(result, Plan()) == worksheet.render(same, Plan())


# What the sheet shows


def test_every_sentence_is_there_with_the_number_of_the_report(samples):
    for result in samples:
        page, report = worksheet.render(result, Plan()), html.render(result)
        for story in result.analyses:
            for sentence in story.sentences:
                number = str(Ref(story.passage.id, sentence.index))
                assert f'<b class="n">{number}</b>' in page
                assert f'id="{number}"' in report


def test_text_of_a_story_cannot_become_markup():
    hostile = (
        '<script>alert(1)</script> said "><img src=x onerror=alert(2)> on Monday. {{ 7 * 7 }} came & went \u202eback.'
    )
    result = compared(hostile, hostile + " Twice.", title="<b>T</b>")
    for page in (
        worksheet.render(result, Plan()),
        worksheet.render(result, Plan(one_page=True)),
        key.render(result, Plan()),
    ):
        assert "<script" not in page
        assert "<img" not in page
        assert "<b>T</b>" not in page
        assert "\u202e" not in page
    assert "{{ 7 * 7 }} came &amp; went" in worksheet.render(result, Plan())


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120))
def test_any_text_gives_a_sheet_and_a_key(text):
    result = compared(f"A word was said. {text}", f"A word was said. Then {text}")
    for page in (worksheet.render(result, Plan()), key.render(result, Plan())):
        assert page.startswith("<!doctype html>")
        assert page.count("<script") == 0


def test_pages_for_a_class_load_nothing_and_run_nothing(samples):
    for page in (worksheet.render(samples[0], Plan()), key.render(samples[0], Plan())):
        assert "default-src 'none'; style-src 'sha256-" in page
        assert not re.search(r"""style="|<link|@import|url\(|src=|href="http""", page)


def test_questions_say_where_to_look_and_end_with_what_is_done_well(samples):
    for result in samples:
        made = plan_lesson(result, Plan())
        assert len(made.questions) == 7
        assert made.questions[-1].kind == "done well"
        assert len({question.text for question in made.questions}) == 7
        assert any(re.search(r"\b[A-D]\d+\b", question.text) for question in made.questions)


def test_stories_without_evidence_still_give_six_questions():
    assert len(plan_lesson(compared(*PLAIN), Plan(questions=6)).questions) == 6


@pytest.mark.parametrize("most", [0, 1, 3, 12])
def test_a_teacher_chooses_how_many_questions(samples, most):
    assert len(plan_lesson(samples[-1], Plan(questions=most)).questions) <= most
    assert len(plan_lesson(samples[-1], Plan(questions=most)).questions) >= min(most, 6)


def test_a_quotation_that_differs_is_asked_about():
    made = plan_lesson(compared(A, B), Plan())
    asked = next(question for question in made.questions if question.kind == "quotation")
    assert "Dana Orlan" in asked.text
    assert "night boats" not in asked.text
    assert any("night boats" in line for line in asked.points)


def test_deaths_are_told_of_before_the_stories():
    page = worksheet.render(compared(A, B), Plan())
    assert "These stories tell of deaths." in page
    assert page.index("tell of deaths") < page.index("drowned on Sunday")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Two people were killed on Monday.", "deaths"),
        ("The house holds the dead of the war.", "deaths"),
        ("He was charged with rape.", "sexual violence"),
        ("She had been abused at the home.", "violence or abuse"),
        ("The inquest heard of his suicide.", "suicide or self-harm"),
    ],
)
def test_hard_subjects_are_found(sentence, subject):
    notes = plan_lesson(compared(sentence, "The council met."), Plan()).notes
    assert subject in [note.subject for note in notes]
    assert notes[0].at == (Ref("a", 0),)


@pytest.mark.parametrize(
    "sentence",
    [
        "The deadline came to a dead end and a dead heat.",
        "Rapeseed grows in the valley, and grapes grow on the hill.",
        "The minister spoke of an abuse of power.",
        "A diet of bread is cheap.",
    ],
)
def test_harmless_words_give_no_content_note(sentence):
    assert plan_lesson(compared(sentence, "The council met."), Plan()).notes == ()


# Words to know


def test_words_above_the_reader_s_level_are_explained():
    words = {
        level: [w.word for w in plan_lesson(compared(A, B), Plan(level=level)).words] for level in ("A2", "B1", "B2")
    }
    assert "resign" in words["B1"]
    assert "resign" not in words["B2"]
    assert "mayor" in words["A2"]
    assert "mayor" not in words["B1"]
    assert set(words["B2"]) <= set(words["B1"]) | {"firebrand", "stranded"}


def test_names_are_not_explained():
    result = compared("Nadia Strand met the Union of Welfare on Monday.", "The union met.")
    words = plan_lesson(result, Plan(level="A2")).words
    assert [(one.word, one.at) for one in words] == [("union", Ref("b", 0))]


def test_the_vocabulary_is_in_order_and_explains_in_plain_words():
    table = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
    assert list(table) == sorted(table)
    for word, entry in table.items():
        assert set(entry) <= {"level", "pos", "also", "means"}, word
        assert entry["level"] in ("B1", "B2", "C1"), word
        own = set(forms(word, entry.get("pos", ""))) | set(entry.get("also", ()))
        assert not own & set(re.findall(r"[a-z]+", entry["means"])), f"{word} is explained by itself"
        assert len(entry["means"]) <= 95, word
        assert not entry["means"].endswith("."), word


def test_no_form_belongs_to_two_words():
    table = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
    every = [
        form for word, entry in table.items() for form in {*forms(word, entry.get("pos", "")), *entry.get("also", ())}
    ]
    assert [form for form, after in pairwise(sorted(every)) if form == after] == []


# Stories of which each has more hard words than a sheet takes.
HARD = (
    "The council will abolish the ballot. An activist will accuse the cabinet. The authorities avert a boycott.",
    "The adviser will amend the agenda. A candidate will boost the budget. The allegation is a breach of a ban.",
)


def test_all_levels_and_all_stories_have_their_turn_among_the_words():
    result = compared(*(text * 3 for text in HARD))
    words = {level: plan_lesson(result, Plan(level=level)).words for level in ("A2", "B1", "B2")}
    assert len({tuple(one.word for one in words[level]) for level in words}) == 3
    for level, found in words.items():
        assert {one.at.story for one in found} == {"a", "b"}, level
        assert list(found) == sorted(found, key=lambda one: one.at), level
    assert {one.word for one in words["A2"]} >= {"budget", "breach"}
    assert "budget" not in {one.word for one in words["B1"]}


# Headlines


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Title: SOLD! Old mill goes to a stranger\n\nThe mill was sold on Monday.",
            "SOLD! Old mill goes to a stranger",
        ),
        ("SOLD! Old Mill Goes to a Stranger\n\nThe mill was sold on Monday.", "SOLD! Old Mill Goes to a Stranger"),
    ],
)
def test_a_headline_of_two_sentences_is_whole_on_sheet_and_key(tmp_path, text, headline):
    path = tmp_path / "mill.txt"
    path.write_text(text, encoding="utf-8")
    result = biasdiff.compare([biasdiff.read(path), biasdiff.analyze("Mill sold\n\nThe mill was sold on Monday.")])
    assert worksheet.sheet(result, Plan()).stories[0].headline == headline
    assert key.key(result, Plan()).stories[0].headline == headline


# Sentences to rewrite


@pytest.mark.parametrize(
    "sentence",
    [
        "Of 611 parents, 58 per cent wanted to keep the new bridge and 29 per cent did not.",
        "The new bridge may be open to everybody in the town by the end of the year.",
        "Shameful?",
        "“The shameful fiasco at the new bridge has to end before the winter,” said Ida Roe.",
    ],
)
def test_a_sentence_without_a_choice_of_words_is_not_to_be_rewritten(sentence):
    result = compared(f"The council met on Monday. {sentence}", f"The council met on Tuesday. {sentence}")
    assert plan_lesson(result, Plan()).rewrites == ()
    assert "Rewrite th" not in worksheet.render(result, Plan())
    assert "pushes readers to one side" in worksheet.render(result, Plan())


def test_the_sentence_with_the_strongest_wording_is_to_be_rewritten():
    plain = "The council met on Monday and heard a report about the new bridge."
    result = compared(f"{plain} The shameful fiasco at the new bridge left people stranded for three days.", plain)
    assert plan_lesson(result, Plan()).rewrites == (Ref("a", 1),)


# Questions


def test_a_class_is_told_to_choose_among_many_questions(samples):
    assert "Choose two or three of these 7" in worksheet.render(samples[0], Plan())
    assert "Choose two or three" not in worksheet.render(samples[0], Plan(questions=3))


def test_the_key_says_what_stands_in_a_sentence_of_one_story_only():
    shared = "The mill at Ostrow burned on Monday night, and nobody was hurt. The mayor came at once."
    alone = f"{shared} Repairs would cost 61,000 crowns. “We will build it again,” said Ida Roe."
    made = plan_lesson(compared(alone, shared), Plan(questions=12))
    asked = next(question for question in made.questions if question.kind == "only in one story")
    assert "A3: the tool found no sure match in the other story." in asked.text
    assert asked.points[0] == "A3 gives “61,000 crowns”."


def test_a_sentence_with_a_doubtful_link_is_asked_about_only_where_no_other_stands_alone():
    lead = "The mill at Ostrow burned on Monday night, and 14 people fled."
    stories = (f"{lead} Repairs would cost 61,000 crowns.", f"{lead} The mayor came at once.")
    result = compared(*stories)
    doubted = replace(result, links=tuple(replace(link, sure=False) for link in result.links))
    told = [next(q for q in plan_lesson(r, Plan(questions=12)).questions if q.kind == "only in one story").text
            for r in (result, doubted)]  # fmt: skip
    assert told[0].startswith("A2: ")
    assert told[1].startswith("A2, B1: ")


def test_no_question_says_that_sentences_tell_the_same(samples):
    for result in samples:
        for question in plan_lesson(result, Plan(questions=12)).questions:
            assert not re.search(r"much the same|mean the same|the same words\. Who|tell the same", question.text)


# Pairs


def test_a_sentence_left_out_is_no_half_of_a_pair(tmp_path, files):
    result = run(tmp_path, files, "--format", "worksheet", "--pairs", "A2-B2", "--leave-out", "A2")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "A2 is left out by --leave-out" in result.stderr
    assert not (tmp_path / "out").exists()
    assert run(tmp_path, files, "--format", "worksheet", "--pairs", "A3-B2", "--leave-out", "A2").exit_code == 0


def test_pairs_are_linked_sentences_with_something_to_talk_about(samples):
    for result in samples:
        made = plan_lesson(result, Plan(pairs=3))
        assert len(made.pairs) == 3
        every = [ref for one in made.pairs for ref in (*one.left, *one.right)]
        assert len(every) == len(set(every))


def test_a_teacher_names_pairs(tmp_path, files):
    assert run(tmp_path, files, "--format", "worksheet", "--pairs", "A2-B2").exit_code == 0
    page = (tmp_path / "out" / "t-worksheet.html").read_text(encoding="utf-8")
    assert page.count("What is the same? What differs?") == 1


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("--pairs", "A2", "no pair of sentences"),
        ("--pairs", "A2-A3", "of one story"),
        ("--pairs", "A2-B99", "B99 is no sentence"),
        ("--leave-out", "A99", "A99: no such sentence"),
        ("--leave-out", "first", "no sentence number"),
        ("--leave-out", "A5-A2", "no sentence number"),
        ("--leave-out", "A2-B3", "no sentence number"),
    ],
)
def test_a_slip_in_a_sentence_number_is_told_and_nothing_is_written(tmp_path, files, option, value, problem):
    result = run(tmp_path, files, "--format", "html,worksheet", option, value)
    assert result.exit_code == 2
    assert problem in result.stderr
    assert not (tmp_path / "out").exists()


def test_sentence_numbers_are_read_and_written():
    assert parse("A4, b3-B5,A4") == (Ref("a", 3), Ref("b", 2), Ref("b", 3), Ref("b", 4))
    assert listed(parse("A4,B3-5,B9")) == "A4, B3–B5, B9"
    assert parse("") == ()
    assert parse_pairs("A5-B4, C1/A2") == ((Ref("a", 4), Ref("b", 3)), (Ref("c", 0), Ref("a", 1)))


# Blind reading


def test_a_blind_reading_names_no_outlet_but_in_the_key(tmp_path, files):
    assert run(tmp_path, files, "--blind", "--format", "worksheet,html,json,markdown,csv,key").exit_code == 0
    out = tmp_path / "out"
    for path in out.iterdir():
        told = path.read_text(encoding="utf-8")
        hidden = "Gazette" not in told and "Coast Wire" not in told and "gazette.txt" not in told
        assert hidden == (path.name != "t-key.html"), path.name
    assert "Outlet A has seen the letter" in (out / "t-worksheet.html").read_text(encoding="utf-8")


def test_a_blind_report_is_not_named_after_the_files(tmp_path, files):
    CliRunner().invoke(main, ["compare", *map(str, files), "-o", str(tmp_path / "out"), "--blind"])
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["blind-reading.html"]


@pytest.mark.parametrize(
    ("outlet", "text", "hidden"),
    [
        ("The Sun", "The sun rose over THE SUN and the Sun.", "The sun rose over Outlet A and Outlet A."),
        (
            "The Morning Ledger",
            "The Morning Ledger, MORNING LEDGER and the Ledger.",
            "Outlet A, Outlet A and Outlet A.",
        ),
        (
            "Newsbasket",
            "Read Newsbasket at https://newsbasket.example/x today.",
            "Read Outlet A at [web address] today.",
        ),
        ("", "Nothing to hide.", "Nothing to hide."),
        (" ", "Nothing to hide.", "Nothing to hide."),
        ("A", "A man had a plan, said the A.", "A man had a plan, said Outlet A."),
        ("The", "The man had the plan.", "The man had the plan."),
        ("Outlet A", "Outlet A and OUTLET A.", "Outlet A and Outlet A."),
        (
            "The People's Post-Echo",
            "The People’s Post‑Echo’s own, Post-Echo-style.",
            "Outlet A’s own, Post-Echo-style.",
        ),
        ("News", "Newsroom, News-led: breakingNews.", "Newsroom, Outlet A-led: breakingNews."),
        (".*", "Nothing .* but stars.", "Nothing Outlet A but stars."),
    ],
)
def test_names_of_outlets_are_replaced_in_the_text(outlet, text, hidden):
    assert blind([Passage(text, outlet=outlet)])[0].text == hidden


@pytest.mark.parametrize(
    ("outlets", "text", "hidden"),
    [
        (("Coast", "Coast Wire"), "Coast Wire and Coast.", "Outlet B and Outlet A."),
        (("Coast Wire", "Coast"), "Coast Wire and Coast.", "Outlet A and Outlet B."),
        (("Outlet", "Outlet B"), "Outlet B, the Outlet.", "Outlet B, Outlet A."),
        (("B", "The Outlet"), "The Outlet knows the B.", "Outlet B knows Outlet A."),
        (("Morning Ledger", "Evening Ledger"), "The Ledger, not Evening Ledger.", "one of the outlets, not Outlet B."),
        (("Ledger", "Evening Ledger"), "The Ledger, not the Evening Ledger.", "Outlet A, not Outlet B."),
        (("Coast Wire", "Coast Wire"), "Coast Wire.", "one of the outlets."),
    ],
)
def test_names_that_stand_in_each_other_are_told_apart(outlets, text, hidden):
    assert blind([Passage(text, outlet=outlet) for outlet in outlets])[0].text == hidden


def test_the_name_of_a_file_hides_no_ordinary_word():
    stories = [Passage("A story of a port in BBC style.", outlet=name, outlet_source="file") for name in ("a", "BBC")]
    assert blind(stories)[0].text == "A story of a port in Outlet B style."


# Sentences left out


def test_a_sentence_left_out_is_nowhere(tmp_path, files):
    result = run(tmp_path, files, "--leave-out", "A6", "--format", "worksheet,html,json,markdown,csv,key,lesson")
    assert result.exit_code == 0, result.stderr
    for path in (tmp_path / "out").iterdir():
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                told = "".join(archive.read(name).decode("utf-8") for name in archive.namelist())
        else:
            told = path.read_text(encoding="utf-8")
        assert "drowned" not in told, path.name
    assert "Left out at your wish: A6" in (tmp_path / "out" / "t-key.html").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "out" / "t.json").read_text(encoding="utf-8"))
    assert "[left out]" in data["passages"][0]["text"]


def test_leaving_a_sentence_out_moves_no_number_and_no_offset():
    story = biasdiff.analyze(A)
    (hidden,) = leave_out([story], [Ref("a", 2)])
    assert len(hidden.passage.text) == len(story.passage.text)
    assert [s.span for s in hidden.sentences] == [s.span for s in story.sentences]
    assert hidden.sentences[2].role == "boilerplate"
    assert [f for f in story.figures if f not in hidden.figures] == [
        f for f in story.figures if story.sentences[2].span.start <= f.span.start < story.sentences[2].span.end
    ]
    kept = [
        f
        for f in story.findings
        if not (f.span.start < story.sentences[2].span.end and f.span.end > story.sentences[2].span.start)
    ]
    assert list(hidden.findings) == kept


def test_a_story_without_words_left_is_refused():
    stories = [biasdiff.analyze("One sentence."), biasdiff.analyze("Another sentence.")]
    with pytest.raises(InputError, match="no words"):
        biasdiff.compare(leave_out(stories, [Ref("a", 0)]))


# The key


def test_the_key_holds_every_mark_with_its_doubt(samples):
    for result in samples:
        page = words_of(key.render(result, Plan()))
        rows = sum(len(story.findings) for story in result.analyses)
        assert page.count("… ") >= rows
        for story in result.analyses:
            assert f"{len(story.findings)} mark" in page


def test_a_lesson_lasts_45_minutes(samples):
    for result in samples:
        assert sum(step.minutes for step in key.key(result, Plan()).steps) == 45


def test_every_rule_has_its_doubt_and_its_names_elsewhere():
    assert set(CROSSWALK) == set(RULES)
    for rule, elsewhere in CROSSWALK.items():
        assert elsewhere.debatable.endswith("."), rule
        assert elsewhere.debatable[0].islower(), rule
        assert elsewhere.question in KEY_QUESTIONS, rule


def test_a_rule_of_somebody_else_has_a_row_too():
    result = compared(A, B)
    story = result.analyses[0]
    strange = replace(story, findings=tuple(f._replace(rule="house.rule") for f in story.findings))
    page = key.render(replace(result, analyses=(strange, *result.analyses[1:])), Plan())
    assert "house.rule" in page
    assert "not in the list" in page


def test_no_page_judges_a_story(samples):
    for result in samples:
        for page in (worksheet.render(result, Plan()), key.render(result, Plan())):
            told = " ".join(story.passage.text for story in result.analyses)
            assert set(VERDICTS.findall(words_of(page))) <= set(VERDICTS.findall(told))


def test_every_key_and_report_warns_of_counts(samples):
    assert "Unequal counts are not evidence of unfairness" in key.render(samples[0], Plan())


# The lesson


def test_a_lesson_is_sheet_key_and_report_with_the_same_bytes_on_any_day(samples):
    first, again = (lesson.render(samples[0], Plan()) for _ in range(2))
    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.namelist() == ["1-student-sheet.html", "2-teacher-key.html", "3-report.html"]
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("1-student-sheet.html").decode("utf-8") == worksheet.render(samples[0], Plan())


def test_a_speaker_whom_a_story_does_not_name_is_told_so():
    said = "“The rails were sound that night and the drivers were right{} to ask us,” he said."
    one = f"The tram chief saw it otherwise. {said.format('')}"
    other = f"Nils Roth, the tram chief since 2014, was calm. {said.format(' not')}"
    asked = questions(biasdiff.compare([one, other]), 20)
    (points,) = [question.points for question in asked if question.kind == "quotation"]
    assert points[-2:] == (
        "A does not name the speaker; “he” is read as Nils Roth.",
        "B names Nils Roth as the speaker.",
    )
