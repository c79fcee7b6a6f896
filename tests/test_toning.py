import pytest

from biasdiff import analyze
from biasdiff.toning import MOST_CHARACTERS, tones


def tone(text):
    story = analyze(text)
    return tones(story.passage.text, story.sentences)


def test_a_curly_apostrophe_changes_nothing():
    straight, curly = tone("She doesn't like the offer."), tone("She doesn’t like the offer.")
    assert straight[0].value == curly[0].value < 0


def test_the_words_that_made_the_value_are_given_with_their_places():
    text = "Nobody was killed. The crews won a great hall."
    (calm, glad) = tone(text)
    assert [text[w.start : w.end] for w in calm.words] == ["killed"]
    assert [text[w.start : w.end] for w in glad.words] == ["won", "great"]


def test_a_sentence_without_emotion_words_has_no_value():
    assert tone("The port office counted bookings.")[0] == (tone("The port office counted bookings.")[0])
    assert tone("The port office counted bookings.")[0].value == 0
    assert tone("The port office counted bookings.")[0].words == ()


def test_boilerplate_has_no_tone():
    story = analyze("Ferries stop\n\nThe crews won.\n\nReporting by Ann Bole; editing by Jo Reyes")
    assert [t.sentence for t in tones(story.passage.text, story.sentences)] == [0, 1]


@pytest.mark.parametrize("words", [10, 5_000])
def test_a_long_sentence_is_valued_by_its_beginning(words):
    text = "great " * words + "killed"
    assert all(word.end <= MOST_CHARACTERS for word in tone(text)[0].words)
