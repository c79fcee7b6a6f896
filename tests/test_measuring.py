import sys

import pytest

from biasdiff import analyze
from biasdiff.measuring import DRAWS, counts, drawn, profile
from biasdiff.model import LEAST_WORDS_FOR_RATES
from biasdiff.reading_level import readability

CALM = "The port office counted the bookings on Monday. "
LOUD = "The dictator sent valiant crews into a meat grinder. "


def rate(text, group="wording"):
    return next(r for r in profile(analyze("It rained.\n\n" + text)).rates if r.group == group)


def test_words_are_counted_by_voice():
    story = analyze("It rained. “We are tired,” said Ann Bole. The office said that nobody sailed.")
    told = profile(story)
    assert told.words == 14
    assert told.quoted_words == 3
    assert told.reported_words == 2
    assert told.outlet_words == 9


def test_boilerplate_is_not_counted():
    story = analyze("Ferries stop\n\nNobody sailed.\n\nReporting by Ann Bole; editing by Jo Reyes")
    assert profile(story).words == 4


def test_findings_are_counted_by_group_severity_and_voice():
    story = analyze("It rained. " + LOUD + "“The dictator sent valiant crews,” said Ann Bole.")
    strong = next(c for c in counts(story.findings) if (c.group, c.severity) == ("wording", 3))
    assert (strong.outlet, strong.quoted) == (3, 2)


def test_a_short_story_has_no_rates():
    assert rate(LOUD * 2).value is None
    assert LEAST_WORDS_FOR_RATES == 150


def test_the_interval_holds_the_rate():
    found = rate(CALM * 20 + LOUD * 2)
    assert found.low < found.value < found.high


def test_marks_that_stand_together_give_a_wider_interval_than_marks_apart():
    together = rate(CALM * 30 + LOUD * 2)
    one_each = "The valiant crews left. "
    apart = rate(CALM * 27 + one_each * 6)
    assert together.value == pytest.approx(apart.value, rel=0.15)
    assert together.high - together.low > apart.high - apart.low


def test_nothing_found_has_no_upper_end():
    found = rate(CALM * 30)
    assert (found.value, found.low, found.high) == (0.0, 0.0, None)


def test_each_draw_takes_as_many_sentences_as_there_are():
    times = [drawn({number: 1}, 7) for number in range(7)]
    assert [sum(one[draw] for one in times) for draw in range(DRAWS)] == [7] * DRAWS


def test_a_story_of_thousands_of_sentences_has_the_rate_of_a_short_one():
    long = rate((CALM * 9 + "The valiant crews left. ") * 500)
    assert long.low <= rate((CALM * 9 + "The valiant crews left. ") * 20).value <= long.high


def test_a_grade_has_a_name_and_a_limit():
    story = analyze("Ferries stop\n\n" + CALM * 15)
    found = readability(story.passage.text, story.sentences)
    assert "Coleman–Liau" in found.measure
    assert 3 < found.grade < 12
    assert "nothing about fairness" in found.note


def test_longer_words_and_sentences_give_a_higher_grade():
    plain = analyze("The crew sat down. It was late. " * 20)
    hard = analyze(
        "Organisational considerations notwithstanding, administrators deliberated interminably on Monday. " * 20
    )
    grades = [readability(s.passage.text, s.sentences).grade for s in (plain, hard)]
    assert grades[0] < grades[1]


def test_a_short_story_has_no_grade_and_says_why():
    story = analyze("Nobody sailed.")
    assert readability(story.passage.text, story.sentences).grade is None


def test_without_textstat_the_report_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "textstat", None)
    story = analyze("Ferries stop\n\n" + CALM * 15)
    found = readability(story.passage.text, story.sentences)
    assert found.grade is None
    assert "textstat is not installed" in found.note
