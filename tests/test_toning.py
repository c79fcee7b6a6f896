import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from biasdiff import analyze
from biasdiff.model import Sentence, Span
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


VADER = SentimentIntensityAnalyzer()
TELLING = sorted({word for phrase in (*BOOSTER_DICT, *NEGATE, *SPECIAL_CASES) for word in phrase.split()})
OTHERS = "great awful no nor or but so this never without doubt at least kind of isn’t 😀 :) ferry port".split()
PRINTED = st.sampled_from([*TELLING, *OTHERS, *OTHERS]).flatmap(
    lambda word: st.sampled_from([word, word, word.upper(), f"{word},", f"“{word}!", f"{word}??"])
)


@given(st.lists(PRINTED, min_size=1, max_size=12))
def test_a_sentence_has_the_value_that_vader_gives_it_as_a_whole(words):
    text = " ".join(words)
    straight = text.replace("’", "'").replace("“", '"')
    (found,) = tones(text, [Sentence(0, Span(0, len(text)), "body", ())])
    assert found.value == VADER.polarity_scores(straight)["compound"]
