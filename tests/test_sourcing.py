import biasdiff
from biasdiff.model import Source


def test_who_only_does_something_or_asks_not_to_be_named_is_not_heard():
    one = "A senior clerk, who asked not to be named, said that the pumps were old. The firm said the rowers had slammed the offer."
    other = "The heads caution that the nine halls had volunteered and were not drawn by lot."
    told = {source.name: source for source in biasdiff.compare([one, other]).sources}
    assert set(told) == {"senior clerk", "firm", "heads"}
    assert [verb.verb for verb in told["senior clerk"].shares[0].verbs] == ["say"]


def test_a_sum_and_a_building_do_not_speak():
    one = "It takes four million crowns from the Sea Fund, which has said that it will wait."
    other = "Ana Lund, the member for the arts, said two halls that could not be heated were worse than one, and added that she read there."
    assert {source.name for source in biasdiff.compare([one, other]).sources} == {"Sea Fund", "Ana Lund"}


def _sources(*texts: str) -> dict[str, Source]:
    result = biasdiff.compare([*texts, *["Nothing was said in Ulden."] * (len(texts) < 2)])
    return {source.name: source for source in result.sources}


def _share(text: str, name: str) -> tuple[int, int]:
    share = _sources(text)[name].shares[0]
    return share.quoted_words, share.reported_words


def test_quoted_and_reported_words_are_counted_apart():
    assert _share("“It is late,” said Petra Holm. Ms Holm said that the bus was full.", "Petra Holm") == (3, 4)


def test_a_mixed_sentence_counts_for_both():
    assert _share("Petra Holm said that the bus was “far too full”.", "Petra Holm") == (3, 3)


def test_words_within_words_stay_with_the_nearest_speaker():
    found = _sources("Petra Holm said that Ivo Lund had warned that the bridge was old.")
    assert found["Ivo Lund"].shares[0].reported_words == 4
    assert found["Petra Holm"].shares[0].reported_words == 5


def test_a_paper_that_is_credited_takes_no_words_from_the_speaker():
    found = _sources("Petra Holm said that the bridge was old, the Upland Courier reports.")
    assert found["Petra Holm"].shares[0].reported_words == 4
    assert "Upland Courier" not in found


def test_verbs_are_counted_with_their_grade():
    source = _sources("Petra Holm said it was late. Ms Holm claimed it was cold. Ms Holm said it was wet.")[
        "Petra Holm"
    ]
    verbs = {verb.verb: (verb.times, verb.severity) for verb in source.shares[0].verbs}
    assert verbs["say"] == (2, 0)
    assert verbs["claim"][0] == 1
    assert verbs["claim"][1] > 0


def test_kinds_of_sources_are_told_apart():
    found = _sources(
        "Petra Holm said it was late. The port office said it was cold. A company insider said it was wet. "
        "Analysts say it is dry. People close to the talks say it is over."
    )
    kinds = {name: source.kind for name, source in found.items()}
    assert kinds == {
        "Petra Holm": "person",
        "port office": "body",
        "company insider": "unnamed",
        "Analysts": "vague",
        "People close to the talks": "vague",
    }


def test_a_body_is_one_under_its_short_name():
    found = _sources("The Ulden fire brigade said it was late. The fire brigade said it was cold.")
    assert set(found) == {"Ulden fire brigade"}


def test_two_bodies_with_one_short_name_stay_apart():
    found = _sources(
        "The water ministry said it was late. The interior ministry said it was cold. The ministry said so."
    )
    assert {"water ministry", "interior ministry"} <= set(found)


def test_one_source_has_a_share_in_each_story():
    shares = _sources("“It is late,” said Petra Holm.", "Petra Holm said that it was late.")["Petra Holm"].shares
    assert [(share.passage, share.quoted_words, share.reported_words) for share in shares] == [("a", 3, 0), ("b", 0, 3)]


def test_praise_is_no_speech_and_an_open_pronoun_no_source():
    found = _sources("Petra Holm praised the plan. He said that it was late.")
    assert found == {}


def test_most_words_come_first():
    result = biasdiff.compare(["“No,” said Ivo Lund. “It is late and cold,” said Petra Holm.", "It rained."])
    assert [source.name for source in result.sources] == ["Petra Holm", "Ivo Lund"]


def test_no_word_is_counted_twice():
    text = "Petra Holm said “it is late” and that Ivo Lund had said “it is cold”. “I know,” Ms Holm said."
    result = biasdiff.compare([text, "It rained."])
    story, shares = result.analyses[0], [share for source in result.sources for share in source.shares]
    spoken = [word for sentence in story.sentences for word in sentence.words if story.voice(word.start) != "outlet"]
    assert sum(share.quoted_words + share.reported_words for share in shares) <= len(spoken)
