import itertools
import re

import biasdiff
from biasdiff.highlighting import MOST
from biasdiff.model import Comparison, Highlight

A = """Ferry crews ‘hold port to ransom’

The firebrand Dana Orlan called the walkout on Tuesday, leaving 40,000 people stranded. “We will not sail them tired,” Orlan told members. Mr Hale spoke. Mr Hale left. The chaos may last.

“The boats were safe,” said the harbour master.
"""
B = """Ferry crews at Port Alder stop work

The union secretary, Dana Orlan, called the stoppage on Tuesday, leaving 12,500 bookings cancelled. “We will not sail [the night boats] tired,” Orlan told members.

“The boats were safe, but the crews were right to ask for rest,” said the harbour master, Jon Reyes.
"""
FORBIDDEN = re.compile(r"\b(?:bias|biased|propaganda|lies?|lying|manipulat\w+|fake|omit\w*)\b", re.IGNORECASE)


def _compare(*texts: str) -> Comparison:
    return biasdiff.compare([biasdiff.analyze(text) for text in texts])


def _standing_out(*texts: str) -> tuple[Highlight, ...]:
    return _compare(*texts).highlights


def test_at_most_six_each_with_a_question_and_places():
    found = _standing_out(A, B)
    assert 3 <= len(found) <= MOST
    assert all(one.question.endswith("?") and one.places for one in found)


def test_the_most_checkable_comes_first():
    kinds = [one.kind for one in _standing_out(A, B)]
    assert kinds[0] == "quotation"
    assert kinds.index("figure") < kinds.index("headline")


def test_figures_that_count_different_things_are_told():
    texts = [one.text for one in _standing_out(A, B) if one.kind == "figure"]
    assert any(text.startswith("A counts people: “40,000 people”") for text in texts)


def test_no_sentence_judges_a_story():
    for one in _standing_out(A, B):
        assert not FORBIDDEN.search(one.text)


def test_no_place_is_told_of_twice():
    places = [place for one in _standing_out(A, B) for place in one.places]
    assert not any(
        a.passage == b.passage and a.start < b.end and b.start < a.end for a, b in itertools.combinations(places, 2)
    )


def test_every_story_with_evidence_has_its_share():
    plain = "Ferry crews rest\n\nPetra Holm said that the boats were late. “I waited for five hours on the cold quay with my two children,” she said."
    told = {place.passage for one in _standing_out(A, B, plain) for place in one.places}
    assert told == {"a", "b", "c"}


def test_a_story_beside_itself_has_only_what_holds_for_one_story():
    kinds = {one.kind for one in _standing_out(B, B)}
    assert not kinds & {"quotation", "word", "title", "only_here", "placement"}


def test_a_contraction_alone_does_not_stand_out():
    found = _standing_out(
        "“We do not close libraries in this town,” said Petra Holm.",
        "“We don’t close libraries in this town,” said Petra Holm.",
    )
    assert not [one for one in found if one.kind == "quotation"]


def test_words_given_to_two_people_stand_out():
    found = _standing_out(
        "“A library is the one room where nobody asks what you can pay,” said Petra Holm.",
        "“A library is the one room where nobody asks what you can pay,” said Ivo Lund.",
    )
    assert any("Petra Holm" in one.text and "Ivo Lund" in one.text for one in found if one.kind == "quotation")


def test_three_words_that_two_people_say_do_not_stand_out():
    found = _standing_out(
        "“An act of terror”, Petra Holm called it. It rained.", "Ivo Lund called it “an act of terror”. It rained."
    )
    assert not [one for one in found if one.kind == "quotation"]


def test_editors_brackets_are_shown_with_their_brackets():
    texts = [one.text for one in _standing_out(A, B) if one.kind == "quotation"]
    assert any("“[the night boats]”" in text for text in texts) or any("stops before" in text for text in texts)


def test_the_order_of_the_stories_changes_no_evidence():
    def told(*texts: str) -> list[tuple[str, frozenset[tuple[int, int, int]]]]:
        result = _compare(*texts)
        which = {story.passage.id: hash(story.passage.text) for story in result.analyses}
        return [(h.kind, frozenset((which[p.passage], p.start, p.end) for p in h.places)) for h in result.highlights]

    assert sorted(told(A, B), key=str) == sorted(told(B, A), key=str)


def _of_quotations(left: str, right: str) -> list[str]:
    return [one.text for one in _standing_out(left, right) if one.kind == "quotation"]


def test_a_not_lost_in_a_quotation_is_told_first():
    loud = (
        "The ferry fell to 4,000 seats, a deckhand said. “We will never lower the fare on this boat,” said Petra Holm."
    )
    plain = "The ferry fell to 6,000 seats, a deckhand said. “We will lower the fare on this boat,” said Petra Holm."
    for left, right in ((loud, plain), (plain, loud)):
        first = _standing_out(left, right)[0]
        assert "“We will never lower the”" in first.text
        assert "“We will lower the”" in first.text


def test_a_not_that_both_have_is_no_change():
    assert not _of_quotations(
        "“We will not lower the fare on this old boat,” said Petra Holm.",
        "“We won’t lower the fare on this old boat,” said Petra Holm.",
    )


def test_a_not_of_somebody_else_is_no_change_to_a_quotation():
    assert not _of_quotations(
        "“We will not lower the fare,” said Petra Holm.", "“We will lower the fare,” said Ivo Lund."
    )


def test_a_few_words_of_two_people_do_not_stand_out():
    assert not _of_quotations(
        "“The boat has sailed,” said Petra Holm.", "“The boat has sailed on us,” said Ivo Lund on Friday."
    )
    assert not _of_quotations(
        "“That boat has long sailed,” said a clerk.", "“That boat has long sailed from here,” said Ivo Lund."
    )


def test_words_of_two_people_are_not_told_as_one_quotation():
    told = _of_quotations(
        "“A library is the one room where nobody asks what you can pay,” said Petra Holm.",
        "“A library is the one room where nobody asks what you can pay,” said Ivo Lund.",
    )
    assert told
    assert not any("quote the same words" in text for text in told)


def test_dots_are_told_of_only_where_there_are_dots():
    whole = "“We lower the fare on the old boat, which my father built by hand, from next spring on,” said Petra Holm."
    dotted = "“We lower the fare on the old boat … from next spring on,” said Petra Holm."
    parted = "“We lower the fare on the old boat,” said Petra Holm, “from next spring on.”"
    assert any("with dots in their place" in text for text in _of_quotations(whole, dotted))
    told = _of_quotations(whole, parted)
    assert any("leaves out “which my father built by hand”" in text for text in told)
    assert not any("dots" in text for text in told)


_WORN = "The ruthless old lock at Ulden holds 310 boats.\n\nPetra Holm said the lock was old."


def test_equal_stories_are_told_to_be_equal_and_nothing_else():
    (only,) = _standing_out(_WORN, _WORN.replace("\n\n", "\n\n\n"))
    assert only.text == "A and B have the same words throughout."
    assert [place.passage for place in only.places] == ["a", "b"]


def test_evidence_that_both_stories_have_does_not_stand_out():
    other = _WORN.replace("Petra Holm said the lock was old.", "Ivo Lund said the lock leaks.")
    assert not [one for one in _standing_out(_WORN, other) if "ruthless" in one.text or "310" in one.text]
    calm = other.replace("ruthless old lock at Ulden holds 310 boats", "old lock at Ulden holds many boats")
    assert any("ruthless" in one.text for one in _standing_out(_WORN, calm))
    assert any("310" in one.text for one in _standing_out(_WORN, calm))
