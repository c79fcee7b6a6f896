from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biasdiff.attributing import attributions, voices
from biasdiff.model import Attribution, Span, VoiceRun
from biasdiff.quoting import listen, quotations
from biasdiff.segmenting import segment


def analysed(text: str) -> tuple[tuple[Attribution, ...], tuple[VoiceRun, ...]]:
    sentences = segment(text)
    heard = listen(text, sentences)
    quoted = quotations(heard)
    found = attributions(heard, quoted)
    return found, voices(heard, quoted, found)


def told(text: str) -> list[tuple[str | None, str | None, list[str], str]]:
    """Source, cue, content and kind of every attribution, as printed."""

    def printed(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    return [
        (printed(a.source), printed(a.cue), [text[s.start : s.end] for s in a.content], a.kind)
        for a in analysed(text)[0]
    ]


def spoken(text: str, voice: str) -> list[str]:
    return [text[run.start : run.end] for run in analysed(text)[1] if run.voice == voice]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Quill said the pier was shut.", "Quill", "said", ["the pier was shut"]),
        ("Quill said that the pier was shut.", "Quill", "said", ["the pier was shut"]),
        ("Quill has repeatedly said that the pier is shut.", "Quill", "said", ["the pier is shut"]),
        ("Quill told the crews that the pier was shut.", "Quill", "told", ["the pier was shut"]),
        ("Quill told them it was shut.", "Quill", "told", ["it was shut"]),
        ("Quill warned crews they would lose the pier.", "Quill", "warned", ["they would lose the pier"]),
        ("Quill denied on Friday that the pier was shut.", "Quill", "denied", ["the pier was shut"]),
        ("The pier was shut, Quill said.", "Quill", "said", ["The pier was shut"]),
        ("The pier was shut, Quill said on Friday.", "Quill", "said", ["The pier was shut"]),
        ("The pier was shut, said Quill.", "Quill", "said", ["The pier was shut"]),
        ("The pier, Quill said, was shut.", "Quill", "said", ["The pier", "was shut"]),
        ("The pier, officials say, was shut.", "officials", "say", ["The pier", "was shut"]),
        ("According to Quill, the pier was shut.", "Quill", "According to", ["the pier was shut"]),
        ("The pier was shut, according to two divers.", "two divers", "according to", ["The pier was shut"]),
        ("It was claimed by Quill that the pier was shut.", "Quill", "claimed", ["the pier was shut"]),
        ("Divers believe that the pier is shut.", "Divers", "believe", ["the pier is shut"]),
        ("A survey found that most piers were shut.", "A survey", "found", ["most piers were shut"]),
        ("Quill asked whether the pier was shut.", "Quill", "asked", ["whether the pier was shut"]),
        ("Quill vowed to open the pier after the council shut it.", "Quill", "vowed", ["to open the pier"]),
        ("Quill accused the council of greed.", "Quill", "accused", ["the council of greed"]),
        ("Quill, who runs the pier, insisted it was open.", "Quill, who runs the pier", "insisted", ["it was open"]),
        ("Men who built the pier said it was open.", "Men who built the pier", "said", ["it was open"]),
        ("Quill said it was open, while the crews waited.", "Quill", "said", ["it was open"]),
        ("The pier is expected to open in May.", None, "expected", ["to open in May"]),
        ("Quill refused to say whether it was open.", "Quill", "refused", ["to say whether it was open"]),
        ("Quill is demanding two boats, and the crews wait.", "Quill", "demanding", ["two boats"]),
        ("Quill, who said it was open, left the room.", "Quill", "said", ["it was open"]),
        ("The plan was derided by Quill.", "Quill", "derided", ["The plan"]),
        ("They left when, according to a diver, it was shut.", "a diver", "according to", ["it was shut"]),
        (
            "Quill said members would vote on any offer that came.",
            "Quill",
            "said",
            ["members would vote on any offer that came"],
        ),
        ("It was shut, Quill told reporters, after the storm.", "Quill", "told", ["It was shut"]),
    ],
)
def test_reported_speech_has_source_cue_and_content(text: str, source: str, cue: str, content: list[str]) -> None:
    assert told(text) == [(source, cue, content, "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "The United States won the match.",
        "The report was long and its claims were old.",
        "She looked for the firm's number in the state archive.",
        "Two remarks and three comments stood in the margin.",
        "The pier opened in May and closed in June.",
        "No reply had come by noon.",
        "There is talk of a loss.",
        "The walkout was called by the crews.",
        "Ms Quill's report lay on the table.",
        "The rules of the port list the fees.",
        "He bought the tide table and went home.",
    ],
)
def test_nouns_and_deeds_are_no_reports(text: str) -> None:
    assert told(text) == []


def test_a_deed_in_and_after_speech_shares_the_speaker() -> None:
    assert told("Quill denied that he had lied and warned that he would sue.") == [
        ("Quill", "denied", ["he had lied"], "reported"),
        ("Quill", "warned", ["he would sue"], "reported"),
    ]
    assert [(s, c) for s, c, _, _ in told("“It is shut,” Quill said, adding that it was safe.")] == [
        ("Quill", "said"),
        ("Quill", "adding"),
    ]


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    assert told("Quill said it was open but Lund said it was shut.") == [
        ("Quill", "said", ["it was open"], "reported"),
        ("Lund", "said", ["it was shut"], "reported"),
    ]


def test_kinds_tell_how_much_stands_between_marks() -> None:
    text = "“It is shut,” Quill said. “For good.” Lund called it “a loss” for all. Dunn said it was cheap."
    assert [(content, kind) for _, _, content, kind in told(text)] == [
        (["It is shut,", "For good."], "direct"),
        (["it “a loss” for all"], "mixed"),
        (["it was cheap"], "reported"),
    ]


def test_a_quotation_that_carries_its_speaker_on_is_attributed_without_a_cue() -> None:
    text = "“It is shut,” Quill said.\n“It was old.”"
    assert told(text) == [
        ("Quill", "said", ["It is shut,"], "direct"),
        ("Quill", None, ["It was old."], "direct"),
    ]


def test_words_of_another_are_not_the_outlets() -> None:
    text = "The proud port is shut. Quill said the old pier was a ruin. “A sad ruin,” he added."
    assert spoken(text, "reported") == ["the old pier was a ruin"]
    assert spoken(text, "quoted") == ["A sad ruin,"]


def test_a_quoted_word_inside_reported_speech_is_quoted() -> None:
    text = "Quill said the council should “immediately” open the pier."
    assert [(text[run.start : run.end].strip(), run.voice) for run in analysed(text)[1]] == [
        ("the council should", "reported"),
        ("immediately", "quoted"),
        ("open the pier", "reported"),
    ]


def test_a_verdict_on_something_is_told_in_the_outlets_words() -> None:
    assert spoken("Quill praised the heroic crews.", "reported") == []
    assert spoken("The crews are expected to stage a heroic fight.", "reported") == []


def test_a_thing_announced_or_spoken_of_is_told_in_the_outlets_words() -> None:
    assert spoken("Quill announced a brutal plan.", "reported") == []
    assert spoken("Quill spoke of a brutal plan.", "reported") == []
    assert spoken("Quill announced the plan would be brutal.", "reported") == ["the plan would be brutal"]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "Quill accused the valiant crews of theft, sloth and of wrecking the pier.",
            ["theft, sloth and of wrecking the pier"],
        ),
        ("Quill criticised the valiant crews for their greed after the grim vote.", ["their greed"]),
        ("The valiant crews were blamed for a cruel hoax by the council.", ["a cruel hoax"]),
        ("The crews, accused of theft, are valiant.", ["theft"]),
        ("Lund has been accused of greed, and the proud pier is open.", ["greed"]),
        ("Quill mocked the proud plan as a swindle.", ["a swindle"]),
        ("The plan was denounced as reckless by Lund.", ["reckless"]),
        ("Quill made the case that the pier was a ruin.", ["the pier was a ruin"]),
        ("Lund voiced hope that the pier would be saved.", ["the pier would be saved"]),
        ("Lund’s view is that the pier is a ruin.", ["the pier is a ruin"]),
        ("Fears that the pier would be lost have led to grim scenes.", ["the pier would be lost"]),
        ("The grim crews had warnings of a cruel winter amid calls for a purge.", ["a cruel winter", "a purge"]),
        ("The council shut the pier over what it termed hateful songs.", ["hateful songs"]),
        ("Quill called for an end to the cruel games.", ["an end to the cruel games"]),
        ("The pier, Quill charged, was sold by thieves.", ["The pier", "was sold by thieves"]),
        ("Lund was called a coward by Quill.", ["a coward"]),
        ("Quill attacked the crews for having been cruel.", ["having been cruel"]),
        ("Many see the pier as a grim ruin.", ["a grim ruin"]),
        ("In their view, the pier is a ruin.", ["the pier is a ruin"]),
        ("The crews condemned the vote, calling it a swindle.", ["a swindle"]),
        ("The pier is a ruin, say campaigners.", ["The pier is a ruin"]),
        ("A clerk said that of the grim piers there had been none.", ["of the grim piers there had been none"]),
    ],
)
def test_what_others_hold_against_somebody_is_theirs(text: str, reported: list[str]) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    "text",
    [
        "Quill praised the valiant crews as the grim rain fell.",
        "Quill praised the crews as cruel guards looked on.",
        "Lund welcomed the valiant crews for the night.",
        "The claims that were made were shameful.",
        "Shameful were the claims that he made in May.",
        "It was a grim case that shocked the town.",
        "What is called a pier here is a shameful ruin.",
        "The guards charged the valiant crews.",
        "In other words, the pier is a shameful ruin.",
        "Quill defended the shameful plan.",
        "Raiders attacked the valiant crews for two days in a grim storm.",
        "The crews know what a grim winter is.",
    ],
)
def test_what_is_judged_and_which_claim_is_meant_stay_the_outlets(text: str) -> None:
    assert spoken(text, "reported") == []


_TURNING = "he would open the pier, turning the feud into a fight"


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        # A deed in a clause beside a noun: nothing is told behind it.
        ("The rescue she promised has sunk into a swamp of cruel debts.", []),
        ("The pier that Lund proposed was a cruel joke.", []),
        ("The fund he vowed to fix has sunk into a cruel swamp.", ["to fix"]),
        ("Lund promised the pier would have a grand roof.", ["the pier would have a grand roof"]),
        ("Lund vowed to find those who had sold the pier.", ["to find those who had sold the pier"]),
        # A name.
        ("A group called Safe Roads has railed against the cruel vote.", []),
        ("Young sailors often called Larks, angrily marched to the pier.", []),
        ("The crews drank a beer called Pride of Lund at the grim feast.", []),
        ("Quill called Lund cruel.", ["cruel"]),
        ("Quill called Lund, her old friend, a coward.", ["a coward"]),
        # How and when it was said.
        ("Quill noted so helpfully on the radio.", []),
        ("Quill wrote tersely to Lund.", []),
        ("Quill said bluntly that the pier was a ruin.", ["the pier was a ruin"]),
        ("Quill said this week that the pier was a ruin.", ["the pier was a ruin"]),
        ("Quill admitted Tuesday she had lost the pier.", ["she had lost the pier"]),
        ("Quill called Tuesday for an end to the cruel games.", ["an end to the cruel games"]),
        ("Quill said Monday’s vote was cruel.", ["Monday’s vote was cruel"]),
        ("Somewhat unfairly, the members stated in a letter that Lund had failed.", ["Lund had failed"]),
        ("The pier is a ruin, Quill said Monday morning.", ["The pier is a ruin"]),
        # Who speaks.
        (
            "The crews of the pier are lost, said Lund, just one of many bashing the mayor.",
            ["The crews of the pier are lost"],
        ),
        ("The pier is lost for good, according to the Quay Fund, a cruel landlord.", ["The pier is lost for good"]),
        ("“The pier is lost,” said Dunn of the Quay Fund, an angry club.", []),
        ("“The pier is lost,” he told the Herald, apparently glad of the cruel vote.", []),
        ("“The pier is lost,” Quill said, and soon the grim crews left.", []),
        ("In May, according to divers, the pier was a ruin.", ["In May", "the pier was a ruin"]),
        ("The pier, said Quill, is a ruin.", ["The pier", "is a ruin"]),
        # What stands beside the reported clause.
        ("The town announced it was sending crews, part of a rash of cruel deeds.", ["it was sending crews"]),
        (
            "Quill urged the crews to open the pier, which rivals loudly fought as a swindle.",
            ["to open the pier"],
        ),
        ("Quill urged the crews to open the pier after a grim storm.", ["to open the pier"]),
        ("Quill urged them to act as guards of the ruin.", ["to act as guards of the ruin"]),
        ("Quill warned them it would fall after a grim storm.", ["it would fall after a grim storm"]),
        (
            "Quill asked Lund after the grim vote whether it was a ruin.",
            ["Lund after the grim vote whether it was a ruin"],
        ),
        ("Then the grim work began: crews tore the pier down.", []),
        ("While the crews cried foul over the vote, the mayor savaged them.", ["foul over the vote"]),
        (
            "While Quill said the pier, the hall and the barn were ruins, few cared.",
            ["the pier, the hall and the barn were ruins"],
        ),
        ("Dunn, who announced a bid for mayor, has been cruel.", []),
        ("The mayor who claimed the pier was safe, has been cruel.", ["the pier was safe"]),
        ("Lund called the crews thieves, as he has before.", ["the crews thieves"]),
        ("Lund refused to open the pier, turning a grim feud into a fight.", []),
        ("Lund said he would open the pier, turning the feud into a fight.", [_TURNING]),
        ("Lund announced a plan that would wreck the pier.", []),
        ("Lund said it was “a shame,” a cruel turn for the pier.", ["it was"]),
        ("Lund began by saying the pier was “a shame,” and then moaned about cruel crews.", ["the pier was"]),
        ("Lund said the pier was “a shame” and a cruel joke.", ["the pier was", "and a cruel joke"]),
        ("Lund said the “shame,” a cruel joke, was over.", ["the", "a cruel joke, was over"]),
        ("Over what Lund called “a shame” grim crews left.", []),
        ("The town shut the hall over what Lund called “hateful” and cruel songs.", ["and cruel songs"]),
        ("Lund listed “a shame,” a swindle and a ruin.", []),
        ("Lund said it was “a shame,” a swindle and a ruin.", ["it was", "a swindle and a ruin"]),
        ("The tired jokes that predictably follow are cruel.", []),
        ("The tide rules that were read were cruel.", []),
        ("The bitter race is a tie, as Quill said on the radio, and a cruel one.", []),
        ("Quill said that the pier, which rivals fought, was a ruin.", ["the pier, which rivals fought, was a ruin"]),
        ("Quill said that the pier was a ruin, which was a shame.", ["the pier was a ruin, which was a shame"]),
    ],
)
def test_what_stands_beside_reported_words_is_the_outlets(text: str, reported: list[str]) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Lund vowed to end the so-called pier tax.", ["to end the", "pier tax"]),
        ("Lund said the pier was a so-called ruin.", ["the pier was a", "ruin"]),
        ("Lund echoed the cruel songs of the crews.", []),
        ("Lund left the hall, adding one more insult to the grim talks.", []),
        ("Lund added that the pier was a ruin.", ["the pier was a ruin"]),
        ("Lund added it was a ruin.", ["it was a ruin"]),
        ("But, Lund added, crews need rest from a ruin.", ["crews need rest from a ruin"]),
        ("The crews stayed out, signalling a grim fight over pay.", []),
        ("Lund declared an uphill bid for mayor with cruel swagger.", []),
        ("Lund declared war on the cruel vote.", []),
        ("Lund declared the vote a swindle.", ["the vote a swindle"]),
        ("Lund declared a grim year was over.", ["a grim year was over"]),
        ("It is worth noting that the pier is a cruel joke.", []),
    ],
)
def test_the_writers_own_words_are_the_outlets(text: str, reported: list[str]) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


def test_so_called_between_quotation_marks_is_quoted() -> None:
    text = "“The so-called pier tax is a ruin,” Lund said."
    assert spoken(text, "quoted") == ["The so-called pier tax is a ruin,"]


def test_boilerplate_attributes_nothing() -> None:
    text = "The pier is shut.\n\nThe crews went home.\n\nRead more: Quill said the pier was shut"
    assert told(text) == []


def test_a_credit_behind_a_sentence_with_a_speaker_changes_no_voice() -> None:
    text = "The valiant harbour master says that the pier must open, the Port Herald reports."
    assert spoken(text, "reported") == ["the pier must open"]
    text = "The valiant crews opened the pier, the Port Herald reports."
    assert spoken(text, "reported") == ["The valiant crews opened the pier"]


def test_swapping_two_names_changes_no_voice() -> None:
    text = "Quill claimed that Lund had lied, and Lund called Quill “a fool”, witnesses said."
    swapped = text.replace("Quill", "X").replace("Lund", "Quill").replace("X", "Lund")
    assert [run.voice for run in analysed(text)[1]] == [run.voice for run in analysed(swapped)[1]]
    assert len(analysed(text)[0]) == len(analysed(swapped)[0])


def _check(text: str) -> None:
    found, runs = analysed(text)
    for attribution in found:
        assert attribution.content
        for span in (attribution.source, attribution.cue, *attribution.content):
            assert span is None or 0 <= span.start < span.end <= len(text)
    at = 0
    for run in runs:
        assert at <= run.start < run.end <= len(text)
        at = run.end


@given(st.text(st.sampled_from("ab sS.,:;!?'\"“”‘’«»—-\n\t()`1") | st.characters(), max_size=300))
def test_any_text_gives_spans_inside_it_and_voices_that_never_overlap(text: str) -> None:
    _check(text)


_PIECES = st.sampled_from(
    "“ ” \" ' ‘ ’ , . ? : ; — \n \n\n said says told that and who Quill Lund the port he she according to asked was is "
    "by has called it as I (D-Port) 53 reported expected on Monday".split(" ")
)


@given(st.lists(_PIECES, max_size=60).map(" ".join))
def test_any_heap_of_speech_words_is_survived(text: str) -> None:
    _check(text)


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    for text in ("he said, " * 2_000, "“no,” he said, " * 2_000, "according to him, " * 2_000, "said and " * 2_000):
        _check(text)


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Crews called that a swindle.", ["a swindle"]),
        ("Many crews considered it cruel.", ["cruel"]),
        ("The crews considered it for a week.", []),
        ("Tenants, weary of what they saw as reckless conduct, left.", ["reckless conduct"]),
        ("Both levies are seen by many tenants as cruel sops for the rich.", ["cruel sops for the rich"]),
        ("Lund was seen as he left the grim hall.", []),
        (
            "Calling it one of the worst swindles in the bay, Lund said she would go.",
            ["one of the worst swindles in the bay", "she would go"],
        ),
        ("Lund was branded unfit.", ["unfit"]),
        ("A band called Blue Oar was branded on Monday.", []),
        ("Rivals have come to decry the pier as cruel.", ["cruel"]),
        ("Lund fought the portrait of Quill as aloof and cruel.", ["aloof and cruel"]),
        ("The union dismissed as cruel the offer of a bonus.", ["cruel"]),
        ("The step is seen as saving the grim pier.", ["saving the grim pier"]),
        ("Lund called the grim ferry contract a swindle.", ["a swindle"]),
        ("Lund compared the grim rules to a plague.", ["a plague"]),
        ("Rivals have come to show the pier as it is, out of grim spite.", []),
        ("Lund fought the portrait of Quill as out of touch.", ["out of touch"]),
        ("Lund was called out by grim crews.", []),
        ("Critics consider the fair a cruel swindle.", ["a cruel swindle"]),
        ("Critics consider the fair for a cruel week.", []),
        ("Calling it potentially a scam, Lund said it was late.", ["potentially a scam", "it was late"]),
        ("Lund has called the Water Board's deed an attempt to scare him.", ["an attempt to scare him"]),
        ("Lund cast himself as the only clerk who is fair.", ["the only clerk who is fair"]),
        ("Lund sought to paint Quill as too timid for the sea.", ["too timid for the sea"]),
        ("Lund cast his vote as a protest against grim rents.", []),
        ("Lund called it “a ruin” in a grim letter.", []),
        ("Lund has hailed the grim gains of her years.", []),
    ],
)
def test_what_a_thing_is_called_or_seen_as_is_reported_and_the_thing_is_the_outlets(
    text: str, reported: list[str]
) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The council accused crews on Tuesday of cruel sloth.", ["cruel sloth"]),
        ("They accused Ana Lund of Ostrey, the reeve, and both grim clerks of cruel sloth.", ["cruel sloth"]),
        ("Lund called on the grim crews to mend the pier.", ["mend the pier"]),
        ("Lund called on the widow with flowers.", []),
        ("Lund refused to sell the grim pier.", []),
        ("Lund agreed to sell the grim pier.", []),
        ("Lund agreed that the pier was grim.", ["the pier was grim"]),
        ("Lund asked the crews to mend the pier.", ["to mend the pier"]),
        ("Lund asked the crews to the grim feast.", []),
        ("Lund questioned why the grim clerk was told.", ["why the grim clerk was told"]),
        ("Lund questioned the grim clerk.", []),
        ("Lund urged the board on Monday to cut its cruel rents.", ["to cut its cruel rents"]),
        ("Lund asked not to be named in the grim affair.", ["not to be named in the grim affair"]),
        ("Asked whether the pier was grim, Lund offered soup.", ["whether the pier was grim"]),
        ("Lund was asked on Friday for a grim song.", []),
        ("The mayor, amid calls by foes to scrap the cruel law, left.", ["scrap the cruel law"]),
        ("The union pointed to the grim plan for the mill.", []),
        ("The union pointed out that the plan was grim.", ["the plan was grim"]),
        ("Lund vowed to block any plan that included cruel gifts.", ["to block any plan that included cruel gifts"]),
        ("Lund pledged not to let the cruel law pass.", ["not to let the cruel law pass"]),
        ("Lund heard calls to replace him with a cruel clerk.", ["replace him with a cruel clerk"]),
        ("The call to the grim ministry lasted an hour.", []),
    ],
)
def test_whoever_is_accused_asked_or_called_on_what_is_held_or_wanted_is_reported(
    text: str, reported: list[str]
) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Crews left, with several saying that Lund had lied.", ["Lund had lied"]),
        ("Lund went on, warning on Wednesday that the pier would fall.", ["the pier would fall"]),
        ("The grim crews wrote they expect rain.", ["they expect rain"]),
        ("The grim crews wrote their names on it.", []),
        ("Lund made clear she believed in a vote.", ["she believed in a vote"]),
        ("Lund made clear soup for the grim guests.", []),
        ("Lund described how the crews left.", ["how the crews left"]),
        ("The crews were told that it was late.", ["it was late"]),
        ("The crews were told to sit down at the grim pier.", []),
        ("Lund suggested as recently as May that the pier was grim.", ["the pier was grim"]),
        (
            "Lund made the case that the pier was grim, and that it was late.",
            ["the pier was grim, and that it was late"],
        ),
        ("Lund hinted on Wednesday at that grim quarrel.", []),
        ("Lund left after declaring at a feast that the bay was lost.", ["the bay was lost"]),
        ("Lund told Radio Bay the crane had been rotten.", ["the crane had been rotten"]),
        ("Lund told reporters the vote had been rigged.", ["the vote had been rigged"]),
        ("A clerk confirmed to Radio Bay that Lund had lied.", ["Lund had lied"]),
        ("Lund said, after the grim vote, that the pier was lost.", ["the pier was lost"]),
        ("Lund claimed, wrongly, that the pier was paid for.", ["the pier was paid for"]),
        ("Lund said afterward that she was glad.", ["she was glad"]),
        ("Lund said on “Harbour Hour” that the pier was lost.", ["the pier was lost"]),
        ("The party reminded voters that Lund had lied.", ["Lund had lied"]),
        ("The abbey maintains a large archive of grim letters.", []),
        ("The abbey maintains that the letters are forged.", ["the letters are forged"]),
        ("Lund, speaking from the grim quay, said the fire was a crime.", ["the fire was a crime"]),
        ("The ferry, whose hull has rusted, is lost, said Lund.", ["The ferry, whose hull has rusted, is lost"]),
        ("Opponents of the mill argue that it is cruel.", ["it is cruel"]),
        ("The elders of the grim valley that argue are few.", []),
        ("Lund told Radio Bay on Tuesday she was glad.", ["she was glad"]),
        ("Several elders agree with Quill that it is cruel.", ["it is cruel"]),
        ("According to the Post, however, the pier is grim.", ["the pier is grim"]),
        ("Lund said she liked the pier but declined to praise the grim plan.", ["she liked the pier"]),
        ("On Friday, foes of the grim mill will have their say.", []),
        ("At one point, there was shouting in the grim hall.", []),
        ("Lund disputed that the crews feel cheated.", ["the crews feel cheated"]),
    ],
)
def test_a_clause_is_found_behind_a_listener_a_time_or_an_insertion(text: str, reported: list[str]) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("The vote went on despite claims from crews that it was a swindle.", ["it was a swindle"]),
        ("Lund met claims from grim crews that live in the bay.", []),
        ("Lund faces criticism from friends that she has caved.", ["she has caved"]),
        ("The grim pier drew scorn from crews that argue the rent is cruel.", ["the rent is cruel"]),
        ("Crews felt the rent was cruel.", ["the rent was cruel"]),
        ("Crews felt the grim cold of the bay.", []),
        ("Lund went on Radio Bay to claim the rent is cruel.", ["the rent is cruel"]),
        ("In her view the pier was grim.", ["the pier was grim"]),
        ("Lund wrote to defend the view that the pier is grim.", ["the pier is grim"]),
        ("The pier is, in the words of Lund, a grim ruin.", ["a grim ruin"]),
        ("Lund voiced worry the rent would be cruel.", ["the rent would be cruel"]),
        ("Crews were furious that Lund had sold the pier.", ["Lund had sold the pier"]),
        ("It is clear that Lund had sold the grim pier.", []),
        ("Lund made it clear that the pier was lost.", ["the pier was lost"]),
        ("Another complaint among the crews was that the rent is cruel.", ["the rent is cruel"]),
        ("The idea that saved the grim mill came from a child.", []),
        ("Lund rejected the idea that the mill was grim.", ["the mill was grim"]),
        ("Friends stood by Lund after a report that she had lied.", ["she had lied"]),
        ("A report that shook the grim town was lost.", []),
    ],
)
def test_a_clause_behind_a_noun_or_a_feeling_is_held_by_those_who_are_named(text: str, reported: list[str]) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "At one point Lund hinted that those who opposed her levy were cruel.",
            ["those who opposed her levy were cruel"],
        ),
        ("Despite Lund saying the talks went well, crews were gloomier.", ["the talks went well"]),
        ("Lund said he would mend the grim pier, but has not begun.", ["he would mend the grim pier"]),
        (
            "Lund said the pumps were off, and that she had walked home.",
            ["the pumps were off, and that she had walked home"],
        ),
        ("Quill, who has insisted he will not sign, met the grim crews.", ["he will not sign"]),
        ("Quill — who has insisted he will not sign — met the grim crews.", ["he will not sign"]),
        ("Lund said she would shut the pier — a step that angers grim crews.", ["she would shut the pier"]),
        ("Lund said the pier — the oldest in the bay — was grim.", ["the pier — the oldest in the bay — was grim"]),
        ("Lund thinks the pier will fall, the grim clerk said.", ["Lund thinks the pier will fall"]),
        ("Crews spread charges from friends that there was a scam.", ["there was a scam"]),
        ("Lund admitted it was late in an interview with the Post.", ["it was late"]),
        ("Lund said the bay would lose, a grim view from a clerk who is calm.", ["the bay would lose"]),
        ("Lund said Quill, a grim clerk, stole the goat.", ["Quill, a grim clerk, stole the goat"]),
        ("According to the Hay Club, a grim club, the goat is lost.", ["the goat is lost"]),
        ("When the grim feast ended, many of the crews prayed.", []),
        ("The grim feud was backed by the crews.", []),
        (
            "The bishop asked the sexton to leave and threw the keys after him, according to two guests.",
            ["The bishop asked the sexton to leave and threw the keys after him"],
        ),
    ],
)
def test_the_outlet_tells_on_behind_the_reported_clause(text: str, reported: list[str]) -> None:
    assert [words.strip(" ,") for words in spoken(text, "reported")] == reported


@pytest.mark.parametrize(
    ("headline", "reported"),
    [
        ("Lund: Pier is a cruel ruin", ["Pier is a cruel ruin"]),
        ("Pier is a cruel ruin: Lund", ["Pier is a cruel ruin"]),
        ("Pier row: crews have been cruel", []),
        ("Quill: crews have been cruel", []),
        ("Live: crews have been cruel", []),
        ("Reeve calls pier plan cruel", ["pier plan cruel"]),
        ("Reeve urges crews to drop cruel plan", ["to drop cruel plan"]),
        ("Crews storm cruel pier", []),
        ("Reeve calls too late in cruel night", []),
    ],
)
def test_a_headline_gives_its_words_only_to_those_who_speak_below(headline: str, reported: list[str]) -> None:
    body = "Ana Lund said on Monday it was late.\n\nNils Quill mended the pier with the crews of the bay for a week."
    words = spoken(f"{headline}\n\n{body}\n", "reported")
    assert [one.strip(" ,") for one in words] == [*reported, "it was late"]


@pytest.mark.parametrize("nobody", ["Everyone knows", "We all know", "Nobody believes", "Few doubt"])
def test_what_everybody_or_nobody_holds_is_the_outlets_claim(nobody):
    assert told(f"{nobody} that the fares are a disgrace.") == []
    assert told("Residents believe that the fares are a disgrace.") != []


def test_to_rule_a_land_is_no_ruling():
    assert told("She has ruled the hapless land with an iron fist.") == []
    assert told("The court ruled the fees were lavish.")[0][2] == ["the fees were lavish"]


def test_a_lie_is_somebody_elses_claim():
    text = "Two papers spread the lie that the hapless crews had fled."
    assert spoken(text, "reported") == ["the hapless crews had fled"]


def test_another_may_speak_and_some_shoot_back():
    assert spoken("Another said the pier was a circus.", "reported") == ["the pier was a circus"]
    assert spoken("Holm shot back that the pier was a circus.", "reported") == ["the pier was a circus"]


def test_what_somebody_does_beside_chanting_is_not_said():
    assert spoken("Crews chanted and threw reckless flares.", "reported") == []
