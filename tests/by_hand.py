"""Comparisons built from the nouns alone, so that pages can be tested without the steps before them."""

import re
from dataclasses import replace

from biasdiff.model import (
    Analysis,
    Comparison,
    Contrast,
    Count,
    Edit,
    Figure,
    FigureMatch,
    FigureRef,
    Finding,
    Headline,
    Highlight,
    KeyWords,
    Label,
    Link,
    Missing,
    OnlyHere,
    Paraphrase,
    Passage,
    Place,
    Point,
    Practice,
    Profile,
    Quotation,
    QuotationMatch,
    Rate,
    Readability,
    Sentence,
    SharedName,
    Signature,
    Source,
    SourceShare,
    SourceVerb,
    Span,
    TargetCount,
    Told,
    Tone,
    ToneWord,
    Unit,
    VoiceRun,
    Word,
)

SIGNATURE = Signature("0.0", (("sensitivity", "default"), ("without", "")), (("loaded.toml", "0123456789abcdef" * 4),))
LEVEL = Readability("A grade", 8.2, "It counts letters only.")


def span(text, words, after=0):
    """Where some words stand in a text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def finding(text, words, group="wording", severity=3, voice="outlet", rule="label.epithet", after=0):
    return Finding(
        span(text, words, after),
        rule,
        "entry",
        group,
        rule,
        severity,
        "high",
        voice,
        "Why it is shown.",
        ("plain",),
        "Ask?",
    )


def story(key, lines, roles=(), findings=(), quotations=(), voices=(), **passage):
    """A story of given lines, a sentence each. Findings are arguments of `finding`; voices are (words, voice)."""
    text = "\n".join(lines)
    sentences, at = [], 0
    for index, line in enumerate(lines):
        words = tuple(Word(at + m.start(), at + m.end(), m[0].lower()) for m in re.finditer(r"\w+", line))
        role = roles[index] if index < len(roles) else "body"
        sentences.append(Sentence(index, Span(at, at + len(line)), role, words))
        at += len(line) + 1
    return Analysis(
        Passage(text, key, **passage),
        tuple(sentences),
        quotations=tuple(Quotation((span(text, words),), None, name, None) for words, name in quotations),
        voices=tuple(VoiceRun(*span(text, words), voice) for words, voice in voices),
        findings=tuple(finding(text, *each) for each in findings),
        signature=SIGNATURE,
    )


def profile(key, words=200, outlet=120, counts=(), rates=(), tone=()):
    return Profile(key, words, outlet, 30, words - outlet - 30, words // 2, counts, rates, tone, LEVEL)


def comparison(stories, links=(), edits=None, **more):
    values = {
        "units": (),
        "quotation_matches": (),
        "quotations_only": tuple((one.passage.id, ()) for one in stories),
        "names": (),
        "profiles": tuple(profile(one.passage.id) for one in stories),
        "highlights": (),
        "signature": SIGNATURE,
    }
    return Comparison(tuple(stories), tuple(links), edits or tuple(() for _ in links), **(values | more))


def link(left, right, kind="same", score=0.9, pair=("a", "b"), moved=False):
    sides = tuple((side,) if isinstance(side, int) else tuple(side) for side in (left, right))
    return Link(pair, sides, kind, score, ("names in common: Orlan",), moved)


A = [
    "Ferry crews hold port to ransom",
    "The walkout was called by the firebrand Dana Orlan, who claimed crews were tired.",
    "“The boats were safe,” the harbour master said.",
    "The company paid for 300 hotel rooms.",
    "Read more: what are you owed?",
]
B = [
    "Ferry crews stop work",
    "“The boats were safe, but the crews were right to ask,” said Jon Reyes.",
    "The walkout was called by the union secretary, Dana Orlan.",
    "Talks had broken off on Tuesday.",
]


def ferries():
    """Two stories with something of everything: marks in each voice, a moved link, quotations, names, rates."""
    left = story(
        "a",
        A,
        roles=("headline", "body", "body", "body", "boilerplate"),
        findings=(
            ("firebrand",),
            ("claimed", "sourcing", 2, "outlet", "attribution.verb"),
            ("tired", "wording", 1, "reported", "eval.adj"),
            ("safe", "stance", 1, "quoted", "booster"),
            ("hold port to ransom", "wording", 2, "outlet", "metaphor.war"),
        ),
        quotations=(("The boats were safe,", None),),
        voices=(("crews were tired", "reported"), ("The boats were safe,", "quoted")),
        outlet="The Morning Ledger",
        outlet_source="given",
        url="https://ledger.example/ferries",
        published="2026-05-12",
    )
    right = story(
        "b",
        B,
        roles=("headline",),
        findings=(("broken off", "quotation", 2, "outlet", "quotation.partial"),),
        quotations=(("The boats were safe, but the crews were right to ask,", "Jon Reyes"), ("stop work", None)),
        outlet="Coast Wire",
        outlet_source="guess",
    )
    a, b = left.passage.text, right.passage.text
    walkout = (
        Edit("equal", span(a, "The walkout was called by the"), span(b, "The walkout was called by the")),
        Edit("replace", span(a, "firebrand"), span(b, "union secretary")),
        Edit("equal", span(a, "Dana Orlan"), span(b, "Dana Orlan")),
        Edit("delete", span(a, "who claimed crews were tired"), Span(len(b), len(b))),
    )
    end = span(a, "The boats were safe").end
    boats = (
        Edit("equal", span(a, "The boats were safe"), span(b, "The boats were safe")),
        Edit("insert", Span(end, end), span(b, "but the crews were right to ask")),
    )
    return comparison(
        (left, right),
        (link(0, 0), link(1, 2, "same", 0.95), link(2, 1, "quotation", 0.8, moved=True)),
        ((), walkout, boats),
        quotation_matches=(
            QuotationMatch(
                ("a", "b"),
                (0, 0),
                "same",
                "truncated",
                boats,
                missing=(Missing("a", "after", (boats[1].right,), False),),
            ),
        ),
        quotations_only=(("a", ()), ("b", (1,))),
        names=(
            SharedName(
                "Dana Orlan",
                "person",
                (Place("a", *span(a, "Dana Orlan")), Place("b", *span(b, "Dana Orlan"))),
                (
                    Label("a", "the firebrand Dana Orlan", "judgement", (span(a, "the firebrand Dana Orlan"),)),
                    Label("b", "Dana Orlan", "full", (span(b, "Dana Orlan"),), 1),
                ),
                naming="differing",
            ),
        ),
        paraphrases=(Paraphrase(("b", "a"), 1, (0,), span(a, "Ferry crews hold port"), ("both name the crews",)),),
        profiles=(
            profile(
                "a",
                442,
                270,
                (Count("wording", 3, 1, 0, 1), Count("wording", 2, 1, 0, 0)),
                (Rate("wording", 0.74, 0.1, 1.6), Rate("stance", 0.0, 0.0, None)),
                (Tone(1, -0.44, (ToneWord(*span(a, "tired"), -1.9),)), Tone(3, 0.0, ())),
            ),
            profile("b", 367, 251, (), (Rate("wording", 0.0, 0.0, None), Rate("stance", 0.0, 0.0, None))),
        ),
        highlights=(
            Highlight(
                "quotation",
                "A and B quote the same words. B also has “but the crews were right to ask”; A does not.",
                "What do these words change?",
                (Place("a", *span(a, "The boats were safe")), Place("b", *span(b, "The boats were safe"))),
            ),
        ),
        title="Ferry crews at Port Alder",
        notes=("Both stories give one agency as their source.",),
    )


def several(count=3):
    """Three stories or more, each a sentence that they share and one of its own."""
    keys = "abcdefgh"[:count]
    stories = [story(key, ["The ferries stopped.", f"Only {key} says this."], findings=(("ferries",),)) for key in keys]
    pairs = [(one, other) for at, one in enumerate(keys) for other in keys[at + 1 :]]
    return comparison(stories, [link(0, 0, pair=pair) for pair in pairs])


def long(sentences=1000):
    """Two long stories, every second sentence linked."""
    lines = [f"In the year {index} the ferries of Port Alder sailed {index} times." for index in range(sentences)]
    left, right = story("a", lines, findings=(("ferries",),)), story("b", lines)
    return comparison((left, right), [link(index, index) for index in range(0, sentences, 2)])


QUESTION = "Can both be true?"


def figure(text, printed, value, counts="", source="", kind="count"):
    sourced = "sentence" if source else "none"
    return Figure(span(text, printed), kind, value, "", "", counts, "", source, sourced, "outlet")


def evidence(count=2):
    """Two stories or more, the first two of which have something of every kind of evidence; two marks of HTML in it."""
    said = "The port counts 300 people & 40 boats."
    lines = {
        "a": ["Port <shut>", "The regime shut the port.", said, "Only here “we wait & see” is said.", "It may open."],
        "b": ["Port closed", "The council closed the port.", "It counts 12 bookings & 40 boats.", "Nobody denies it."],
    }
    keys = "abcdefgh"[:count]
    stories = [story(key, lines.get(key, [f"Story {key} tells of the port."]), roles=("headline",)) for key in keys]
    a, b = (one.passage.text for one in stories[:2])
    stories[0] = replace(
        stories[0],
        figures=(figure(a, "300 people", 300, "people", "The port"), figure(a, "40 boats", 40, "boats")),
        quotations=(Quotation((span(a, "we wait & see"),), None, None, None),),
    )
    stories[1] = replace(
        stories[1], figures=(figure(b, "12 bookings", 12, "bookings"), figure(b, "40 boats", 40, "boats"))
    )
    whole = {(one.passage.id, at): one.sentences[at].span for one in stories for at in range(len(one.sentences))}
    pairs = [(one, other) for at, one in enumerate(keys) for other in keys[at + 1 :]]
    absent = tuple(key for key in keys if key != "a")
    point = {
        "tension": Point(
            "tension", "A shut, B closed.", QUESTION, (Place("a", *whole["a", 1]), Place("b", *whole["b", 1]))
        ),
        "label": Point("label", "A says “regime”.", "Why?", (Place("a", *span(a, "The regime")),)),
        "head": Point(
            "headline", "The text says “may”.", "More?", (Place("a", *whole["a", 0]), Place("a", *whole["a", 4]))
        ),
        "placement": Point(
            "placement", "Early in A.", "Order?", (Place("a", *whole["a", 1]), Place("b", *whole["b", 3]))
        ),
    }
    council = SharedName(
        "the <council>",
        "organisation",
        (),
        (
            Label("a", "The regime", "judgement", (span(a, "The regime"),)),
            Label("b", "The council", "name", (span(b, "The council"),)),
        ),
        naming="differing",
    )
    port = SharedName(
        "Port",
        "place",
        (),
        tuple(Label(k, "port", "name", (span(t, "port"),)) for k, t in (("a", a), ("b", b))),
        naming="same",
    )
    alone = SharedName("Boats", "other", (), (Label("a", "boats", "name", (span(a, "boats"),)),))
    return comparison(
        stories,
        [link(1, 1, pair=("a", "b"))],
        units=(Unit("u1", (("a", (1,)), ("b", (1,)))),),
        told=(Told("u1", "The council closed the port.", ("a", "b"), keys[2:]),),
        names=(council, port, alone),
        name_points=(point["label"],),
        tensions=(point["tension"],),
        placements=(point["placement"],),
        headlines=(Headline("a", whole["a", 0], (point["head"],)), Headline("b", whole["b", 0], ())),
        key_words=(
            KeyWords(
                "the <rulers>",
                (
                    Label("a", "regime", "name", (span(a, "regime"),)),
                    Label("b", "council", "name", (span(b, "council"),)),
                ),
                0,
                "A writes “regime”; B writes “council”.",
                "What does each word make you expect?",
                0.5,
            ),
        ),
        figure_matches=(
            FigureMatch("things", (FigureRef("a", 0), FigureRef("b", 0)), "A counts people.", "Comparable?", 0.7),
            FigureMatch("same", (FigureRef("a", 1), FigureRef("b", 1))),
        ),
        only_here=(
            OnlyHere("a", "quotation", "we wait & see", (span(a, "we wait & see"),), absent, 0.6),
            OnlyHere("a", "sentence", lines["a"][3], (whole["a", 3],), absent, 0.5),
            OnlyHere("a", "name", "Boats", (span(a, "boats"),), absent, 0.3),
            OnlyHere("a", "figure", "300 people", (span(a, "300 people"),), absent, 0.3),
            OnlyHere("b", "sentence", lines["b"][3], (whole["b", 3],), ("a", *keys[2:]), 0.2),
        ),
        sources=(
            Source(
                "the <port>",
                "body",
                (SourceShare("a", 0, 7, (SourceVerb("claim", 2, 2),), (span(a, "The port"),)),),
            ),
            Source("a worker", "unnamed", (SourceShare("b", 4, 0, (), (span(b, "Nobody"),)),)),
        ),
        practices=(Practice("b", "figures", "Has a source for every <figure>.", (whole["b", 2],)),),
        targets=(TargetCount("the <council>", "a", "-", 2, 1, 0.4), TargetCount("the <council>", "b", "+", 1, 0, None)),
        contrasts=(
            Contrast(("a", "b"), "wording", 2.0, 0.5, 4.0, 0.2, "no clear difference", ""),
            *(Contrast(pair, "wording", None, None, None, None, None, "Too short: a reason.") for pair in pairs[1:]),
        ),
        highlights=(Highlight("tension", "A shut, B closed.", QUESTION, point["tension"].places),),
        title="Port </style> shut",
    )
