import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from by_hand import comparison, ferries, link, long, profile, several, story
from hypothesis import given, settings
from hypothesis import strategies as st

from biasdiff.model import Count, Highlight, Place, Rate
from biasdiff.rendering.html import render
from biasdiff.rendering.report.order import order

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Elements, ids, links and texts of a page; open elements that do not fit are a mistake."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.hrefs, self.elements, self.text, self.lines = [], [], [], [], [], {}
        self.line = None
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        values = self.seen(tag, attrs)
        if tag == "p" and values.get("class", "").startswith("line"):
            self.line = self.lines.setdefault(values["id"], [])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen(tag, attrs)

    def seen(self, tag, attrs):
        values = dict(attrs)
        self.elements.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        self.hrefs += [values["href"]] if "href" in values else []
        return values

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "p":
            self.line = None
        if tag in ("p", "td", "th", "li", "b", "span", "q"):
            self.text.append(" ")

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)
            if self.line is not None:
                self.line.append(data)

    @property
    def words(self):
        return " ".join("".join(self.text).split())

    def sentence(self, anchor):
        """The text of a sentence, without its number."""
        return "".join(self.lines[anchor][1:]).strip()


@pytest.fixture(scope="module")
def page():
    return Page(render(ferries()))


@pytest.fixture(scope="module")
def source():
    return render(ferries())


def test_the_same_comparison_gives_the_same_page(source):
    assert render(ferries()) == source


def test_elements_are_closed_in_order_and_ids_are_unique(page):
    assert len(page.ids) == len(set(page.ids))


def test_every_inner_link_leads_somewhere(page):
    assert [href for href in page.hrefs if href.startswith("#") and href[1:] not in page.ids] == []


def test_every_inner_link_of_several_stories_leads_somewhere():
    page = Page(render(several(4)))
    assert len(page.ids) == len(set(page.ids))
    assert [href for href in page.hrefs if href.startswith("#") and href[1:] not in page.ids] == []


def test_each_story_has_its_badge_outlet_date_and_words(page):
    for words in (
        "The Morning Ledger",
        "Coast Wire (guessed from the text)",
        "12 May 2026",
        "442 words: 270 the outlet’s own",
    ):
        assert words in page.words


def test_sentences_are_shown_whole_with_their_numbers(page):
    assert page.sentence("A2") == "The walkout was called by the firebrand Dana Orlan, who claimed crews were tired."
    assert page.sentence("B4") == "Talks had broken off on Tuesday."


def test_a_mark_leads_to_its_note_and_back(source):
    assert re.search(r'<a class="m wording s3 outlet" id="m-a-1" href="#n-a-1"[^>]* data-k="L3">', source)
    assert re.search(r'<li class="note wording s3 outlet" id="n-a-1">\s*<p class="what"><a href="#m-a-1">', source)


def test_marks_in_reported_and_quoted_words_are_bracketed_and_said_not_to_count(page):
    signs = [values["data-k"] for tag, values in page.elements if "data-k" in values]
    assert {"L3", "W2", "(L1)", "(C1)"} <= set(signs)
    assert "reported words, not counted" in page.words
    assert "quoted words, not counted" in page.words


def test_a_note_gives_reason_plainer_choice_question_rule_and_how_sure(page):
    assert (
        "Judging label · strong · A’s own words Why it is shown. Plainer plain Ask Ask? A2 · rule label.epithet"
        in page.words
    )


def test_differing_words_are_marked_and_shared_ones_are_not(source):
    assert ">union secretary</mark>" in source
    assert not re.search(r"<mark>[^<]*walkout", source)


def test_a_sentence_without_a_match_says_that_the_tool_can_miss_one(page):
    assert "no match found in B (the tool can miss one)" in page.words
    assert "only in A" in page.words


def test_boilerplate_is_shown_and_said_not_to_count(page):
    assert page.sentence("A5") == "Read more: what are you owed?"
    assert "not counted not part of the story" in page.words


def test_a_moved_sentence_and_its_place_point_at_each_other(page):
    assert "moved: place of B2" in page.words
    assert "shown beside A3" in page.words
    assert {"#B2-place", "#A3"} <= set(page.hrefs)


def test_why_sentences_stand_together_is_told(page):
    assert "A2 and B3: same statement names in common: Orlan. How sure: 0.95 of 1." in page.words


def test_emotion_words_are_said_not_to_be_bias(page):
    assert "Emotion words, not bias A2 −0.44: tired −1.90" in page.words


def test_quotations_tell_the_cut_and_mark_it(source, page):
    assert "cut in A" in page.words
    assert "<mark>but the crews were right to ask</mark>" in source
    assert "Quoted in one story only" in page.words


def test_what_is_quoted_here_and_told_there_stands_side_by_side(page):
    assert "not named stop work B1 · speaker not found Ferry crews hold port A1 both name the crews" in page.words


def test_names_show_each_form_with_its_mark(page):
    assert (
        "Dana Orlan the firebrand Dana Orlan L3 1 label that judges A2 Dana Orlan 1, 1 quoted full name B3"
        in page.words
    )


def test_no_names_take_one_line():
    assert "No names were compared" in Page(render(several(2))).words


def test_counts_hold_own_words_and_show_others_apart(page):
    assert "L3 strong 1 1 quoted 0" in page.words


@pytest.mark.parametrize("outlet", [100, 300, 900])
def test_false_balance_is_ruled_out_on_every_page(outlet):
    stories = several(2).analyses
    page = Page(render(comparison(stories, profiles=(profile("a", 1000, outlet), profile("b", 1000, outlet)))))
    assert "Unequal counts are not evidence of unfairness" in page.words


def test_short_stories_have_no_rates_and_no_words_of_comparison():
    rates = (Rate("wording", None, None, None),)
    stories = several(2).analyses
    page = Page(render(comparison(stories, profiles=tuple(profile(key, 120, 100, (), rates) for key in "ab"))))
    assert "A and B: fewer than 150 words of the outlet’s own" in page.words
    assert "per 100 of the outlet’s own words" not in page.words


def test_rates_come_with_their_interval(page):
    assert "Loaded words 0.7 0.1 to 1.6 0.0 no mark, so no interval" in page.words


def test_stories_with_little_in_common_are_not_compared_by_count():
    low = (profile("a"), profile("b"))
    low = tuple(type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"linked_words": 20}) for one in low)
    page = Page(render(comparison(several(2).analyses, profiles=low)))
    assert "fewer than 30 of 100 words" in page.words


@pytest.mark.parametrize("word", ["biased", "propaganda", "lies", "manipulat", "false", "fake"])
def test_no_verdict_is_spoken(page, word):
    assert word not in page.words.lower()


def test_three_stories_stand_in_pairs_under_their_own_headings():
    result = several(3)
    source = render(result)
    assert re.findall(r'<details class="block" id="(\w+)"', source) == ["ab", "ac", "bc"]
    assert source.count('class="block" id="ab" open') == 1
    assert "not in C" in Page(source).words


def test_a_highlight_on_two_stories_leads_to_the_block_where_they_stand_together():
    result = several(3)
    both = Highlight("quotation", "B and C differ.", "Why?", (Place("b", 0, 3), Place("c", 0, 3)))
    source = render(comparison(result.analyses, result.links, highlights=(both,)))
    assert 'See <a href="#B1-bc">B1</a> <a href="#C1-bc">C1</a> <a class="to" href="#quotations">' in source


HOSTILE = (
    '<script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} ‮override\x00\x07 </style></title> &lt;'
)


def hostile():
    """A comparison whose every text tries to become markup."""
    left = story(
        "a",
        [HOSTILE, "Plain."],
        findings=((HOSTILE[:20],),),
        quotations=((HOSTILE[5:60], HOSTILE),),
        outlet=HOSTILE,
        title=HOSTILE,
        published=HOSTILE,
        url="javascript:alert(1)",
    )
    right = story("b", ["Plain."], outlet="B", url='https://b.example/"onmouseover="alert(1)')
    high = Highlight("x", HOSTILE, HOSTILE, (Place("a", 0, 5),))
    return comparison(
        (left, right), (), highlights=(high,), title=HOSTILE, notes=(HOSTILE,), quotations_only=(("a", (0,)), ("b", ()))
    )


def test_hostile_text_stays_text():
    page = Page(render(hostile()))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert not any(tag == "img" or any(name.startswith("on") for name in values) for tag, values in page.elements)
    assert "{{ 7*7 }} {% raw %}" in page.words
    assert page.sentence("A1") == re.sub("[‮\x00\x07]", "�", HOSTILE)


def test_what_sentences_share_cannot_turn_the_line_around():
    result = several(2)
    shared = replace(result.links[0], evidence=("quoted: \u2067so", "\u2067names"))
    source = render(comparison(result.analyses, (shared,)))
    assert "<bdi>quoted: \u2067so</bdi>; <bdi>\u2067names</bdi>. How sure" in source


def test_only_web_addresses_become_links():
    hrefs = Page(render(hostile())).hrefs
    assert not any(href.startswith("javascript") for href in hrefs)
    assert 'https://b.example/"onmouseover="alert(1)' in hrefs


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://a", "//a.example", "https://a b"]
)
def test_other_addresses_are_left_out(url):
    page = render(comparison((story("a", ["One."], url=url), story("b", ["Two."]))))
    assert "Open the story" not in page


def test_links_out_of_the_page_tell_nobody_where_they_come_from(source):
    assert '<a href="https://ledger.example/ferries" rel="noopener noreferrer nofollow">' in source


def test_nothing_but_inner_links_and_the_stories_is_addressed(source):
    assert set(re.findall(r"https?://[^\s\"<]+", source)) == {"https://ledger.example/ferries"}


def test_the_policy_allows_this_style_and_this_script_only(source):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', source)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 3
    assert " style=" not in re.sub(r"<style>.*?</style>", "", source, flags=re.S)


TEXT = st.text(
    st.one_of(st.sampled_from("ab <>&\"'“”‘’{%}#\n\r\t\x00\x0b\x85‮‪\ud800"), st.characters()), min_size=1, max_size=60
)
HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@settings(max_examples=60)
@given(st.lists(TEXT, min_size=1, max_size=4), st.data())
def test_every_letter_of_any_text_is_shown_whatever_lies_over_it(lines, data):
    length = len("\n".join(lines))
    one = story("a", lines)
    spans = data.draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, length)), max_size=5))
    marks = tuple(ferries_finding(min(pair), max(pair)) for pair in spans if pair[0] != pair[1])
    one = type(one)(one.passage, one.sentences, findings=marks)
    source = render(comparison((one, story("b", ["Other."]))))
    source.encode()
    page = Page(source)
    for sentence in one.sentences:
        printed = HARMFUL.sub("�", one.text(sentence.span))
        assert page.sentence(f"A{sentence.index + 1}") == printed.strip()
    assert len(page.ids) == len(set(page.ids))


def ferries_finding(start, end):
    first = ferries().analyses[0].findings[0]
    return first._replace(span=type(first.span)(start, end))


SIZES = st.integers(0, 12)


@settings(max_examples=300)
@given(SIZES, SIZES, st.data())
def test_every_sentence_has_one_row_and_keeps_the_order_of_its_story(left, right, data):
    indices = st.tuples(*(st.integers(0, max(0, size - 1)) for size in (left, right)))
    pairs = data.draw(st.lists(indices, max_size=10)) if left and right else []
    scores = data.draw(st.lists(st.floats(0, 1), min_size=len(pairs), max_size=len(pairs)))
    links = [link(i, j, score=score) for (i, j), score in zip(pairs, scores, strict=True)]
    slots = order(left, right, links, [0.5] * len(links))
    mine = [index for slot in slots if not slot.place for index in slot.left]
    theirs = [index for slot in slots if slot.place or not slot.out_of_order for index in slot.right]
    assert mine == list(range(left))
    assert theirs == list(range(right))
    shown = sorted(index for slot in slots if not slot.place for index in slot.right)
    assert shown == list(range(right))
    assert {number for slot in slots for number in (*slot.links, *slot.also)} == set(range(len(links)))


def test_a_sentence_stands_beside_the_one_it_answers_most_surely():
    slots = order(1, 2, [link(0, 0, score=0.6), link(0, 1, score=0.9)], (0, 0))
    assert (slots[0].left, slots[0].right) == ((0,), (0, 1))
    slots = order(1, 3, [link(0, 0, score=0.6), link(0, 2, score=0.9)], (0, 0))
    assert [(slot.left, slot.right) for slot in slots] == [((), (0,)), ((), (1,)), ((0,), (2,))]
    assert slots[0].also == (0,)


def test_one_sentence_that_jumps_does_not_move_all_others():
    links = [link(0, 5, score=0.9), link(1, 1, score=0.6), link(2, 2, score=0.6), link(3, 3, score=0.6)]
    assert [slot.left for slot in order(4, 6, links, (0, 0, 0, 0)) if slot.out_of_order] == [(0,)]


def test_a_page_of_thirty_sentences_is_small_and_quick():
    lines = [
        f"The firebrand of quay {index} claimed that the boats were safe and the crews tired." for index in range(30)
    ]
    findings = tuple(("firebrand", "wording", 3, "outlet", "label.epithet", 78 * index) for index in range(30))
    left = story("a", lines, findings=findings)
    result = comparison((left, story("b", lines)), [link(index, index) for index in range(30)])
    assert len(render(result).encode()) < 350_000
    start = time.perf_counter()
    for _ in range(5):
        render(result)
    assert (time.perf_counter() - start) / 5 < 0.2


def test_long_stories_are_drawn_only_where_they_are_seen():
    source = render(long(400))
    assert '<ol class="rows long">' in source
    assert '<ol class="rows">' in render(ferries())


def test_counts_of_a_kind_that_one_story_lacks_are_nought():
    counts = (Count("stance", 1, 2, 0, 0),)
    page = Page(render(comparison(several(2).analyses, profiles=(profile("a", counts=counts), profile("b")))))
    assert "C1 mild 2 0" in page.words
