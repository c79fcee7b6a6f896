"""Who answers for what stands in a sentence: the source of a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from biasdiff.figuring.givers import FAR, NEXT_CLAUSE, Givers
from biasdiff.figuring.numbers import FIRST_WORDS
from biasdiff.model import Analysis, Attribution, Sentence, Span
from biasdiff.quoting.tokens import DETERMINERS, QUESTION_WORDS
from biasdiff.quoting.verbs import REPORTING, Use

_BACK = re.compile(r"(?:The|That|This|These|Those|Both|Its?)\b (?:figures?|numbers?|counts?|totals?|estimates?)\b")
# A sentence that only goes on with the figures of the one before: “That was 9 per cent more”, “Six were children”.
_GOES_ON = re.compile(
    r"(?:(?:That|This|These|Those|Both|It|They)(?: (?:figure|number|count|total|sum)s?)?"
    r" (?:is|are|was|were|compares?|compared|includes?|included)\b"
    r"|(?:Of|Among) (?:these|those|them|this|that)\b|A further\b|Another\b(?= \w+ )|The (?:rest|others?)\b"
    r"|(?:[\w,-]+ ){1,3}of (?:these|those|them)\b|(?:\d[\d,]*|[A-Z][a-z]+(?:-[a-z]+)?) (?:is|are|was|were)\b)"
)
# A document or count that the sentence itself names.
_COUNTED = re.compile(
    r"\b(?:official figures|census|survey|poll|register|audit|results|(?:count|tally|estimates?) (?:by|from))\b"
)
_COUNTING = "figures census survey poll register audit results count tally estimate".split()
_TELLING = frozenset((Use.QUOTING, Use.STATING, Use.TELLING, Use.SHOWING, Use.THINKING, Use.RAISING))
_DOING = frozenset((Use.VOWING, Use.URGING))
_ASKED = re.compile(r"(?:Of|On|About|Asked) [^;:]{1,80}")
# “..., a clerk told the room on Friday”: so many words may stand behind the verb at a sentence's end.
_LISTENER = 4
# A sentence of a list may name a speaker in each line: so many of the last are looked at.
_MOST_TRIED = 8
# “agreed on Monday to …”: so many words behind a verb tell what somebody agrees to.
_SETTING = 5
_PRONOUNS = frozenset("it they he she".split())


class Answering:
    """The sources of a story by sentence."""

    def __init__(self, story: Analysis) -> None:
        self._story = story
        self._counted: dict[int, str] = {}
        self._carried_over: dict[int, str] = {}
        self._givers: dict[int, Givers] = {}
        self._contents: list[tuple[Span, int]] = []
        self._begins: list[int] = []
        self._reach: list[int] = []
        self._named: dict[int, str] = {}
        self._by_sentence: dict[int, list[Attribution]] = defaultdict(list)
        self._telling = [a for a in story.attributions if a.source and _tells(story, a)]
        for attribution, touched in story.sentences_of(self._telling):
            for index in touched:
                self._by_sentence[index].append(attribution)

    def source(self, sentence: Sentence, offset: int) -> tuple[str, Literal["sentence", "beside", "none"]]:
        """Who answers for an offset: somebody in its sentence, else whom the grammar carries over from one beside it.

        Somebody who only speaks in a sentence beside it is no source.
        """
        here = self._here(sentence, offset)
        if here:
            return here, "sentence"
        if sentence.index not in self._carried_over:
            self._carried_over[sentence.index] = self._carried(sentence)
        carried = self._carried_over[sentence.index]
        return (carried, "beside") if carried else ("", "none")

    def _here(self, sentence: Sentence, offset: int) -> str:
        attributions = self._by_sentence.get(sentence.index, ())[-_MOST_TRIED:]
        saying = self._saying(offset) if attributions else None
        if saying:
            return self._name(saying)
        if sentence.index not in self._givers:
            self._givers[sentence.index] = Givers(self._story, sentence)
        given = self._givers[sentence.index].of(offset)
        if given:
            return self._name_at(given)
        framing = self._framing(attributions, sentence, offset) if attributions else None
        return self._name(framing) if framing else self._count(sentence)

    def _framing(self, told: Sequence[Attribution], sentence: Sentence, offset: int) -> Attribution | None:
        """The last attribution that speaks of a figure without reporting it; none for a figure in a speaker’s name."""
        if any(a.source and a.source.start <= offset < a.source.end for a in told):
            return None
        return next((a for a in reversed(told) if self._frames(a, sentence, offset)), None)

    def _frames(self, attribution: Attribution, sentence: Sentence, offset: int) -> bool:
        """Whether an attribution speaks of a figure that its content leaves out.

        “Of the 23 cases he said: …”; “It cost 40 crowns, a clerk told the room.”; “wrote that the two …”.
        Anybody else who speaks in the sentence is no source of the figure.
        """
        text, (cue, source) = self._story.passage.text, (attribution.cue, attribution.source)
        if cue is None or source is None or text.endswith("ing", cue.start, cue.end):
            return False
        if offset < min(cue.start, source.start):
            rest = text[cue.end : min(sentence.span.end, cue.end + FAR)]
            trails = text.endswith(", ", 0, source.start) and len(rest.split()) <= _LISTENER
            return trails or bool(_ASKED.fullmatch(text, sentence.span.start, min(cue.start, source.start)))
        between = text[cue.end : min(offset, cue.end + FAR)]
        return offset < cue.end + FAR and between.startswith(" that ") and not NEXT_CLAUSE.search(between)

    def _count(self, sentence: Sentence) -> str:
        if sentence.index not in self._counted:
            printed = self._story.text(sentence.span)
            named = _COUNTED.search(printed) if any(map(printed.__contains__, _COUNTING)) else None
            self._counted[sentence.index] = named.group() if named else ""
        return self._counted[sentence.index]

    def _carried(self, sentence: Sentence) -> str:
        text, sentences = self._story.passage.text, self._story.sentences
        before = self._by_sentence.get(sentence.index - 1, ())
        if before and _GOES_ON.match(text, sentence.span.start) and self._tells_number(before[-1]):
            return self._name(before[-1])
        behind = self._by_sentence.get(sentence.index + 1, ())
        if behind and _BACK.match(text, sentences[sentence.index + 1].span.start):
            return self._name(behind[0])
        return ""

    def _tells_number(self, attribution: Attribution) -> bool:
        words = (word for span in attribution.content for word in self._story.words_in(span))
        return any(word.norm[0].isdigit() or word.norm in FIRST_WORDS for word in words)

    def _saying(self, offset: int) -> Attribution | None:
        """The last attribution that reports what stands at an offset."""
        if not self._contents:
            self._contents = sorted([(span, number) for number, a in enumerate(self._telling) for span in a.content])
            self._begins = [span.start for span, _ in self._contents]
            # How far the contents reach up to each: where none reaches an offset, those before it need no look.
            self._reach = list(accumulate([span.end for span, _ in self._contents], max))
        at = bisect_right(self._begins, offset) - 1
        last = -1
        while at >= 0 and self._reach[at] > offset:
            span, number = self._contents[at]
            last = max(last, number if offset < span.end else -1)
            at -= 1
        return self._telling[last] if last >= 0 else None

    def _name(self, attribution: Attribution) -> str:
        if attribution.source is None or attribution.speaker_name:
            return attribution.speaker_name or ""
        printed = " ".join(self._story.text(attribution.source).split())
        return self._meant(attribution.source, printed) or printed.split(",")[0]

    def _meant(self, source: Span, printed: str) -> str:
        """Whom “it” or “they” stands for: the body or document that the sentence before names as its source."""
        sentence = self._story.sentence_at(source.start) if printed.lower() in ("it", "they") else None
        before = self._by_sentence.get(sentence.index - 1, ()) if sentence else ()
        for attribution in reversed(before[-_MOST_TRIED:]):
            name = attribution.speaker_name or self._story.text(attribution.source or source)
            if name.lower() not in _PRONOUNS and name not in self._story.people:
                return " ".join(name.split(",")[0].split())
        return ""

    def _name_at(self, given: Span) -> str:
        """The name of a giver where it is a person's, else as printed."""
        if not self._named:
            self._named = {m.end: n.name for n in self._story.names if n.kind == "person" for m in n.mentions}
        printed = " ".join(self._story.text(given).split())
        return self._named.get(given.end) or self._meant(given, printed) or printed.split(",")[0]


def _tells(story: Analysis, attribution: Attribution) -> bool:
    """Whether somebody tells something: says, shows, according to; not “welcomed the plan”, “agreed to an inquiry”."""
    if attribution.cue is None:
        return True
    verb = REPORTING.get(story.text(attribution.cue).split()[0].lower())
    if verb is None:
        return True
    if verb.uses.isdisjoint(_TELLING):
        return False
    if verb.verb != "ask" and verb.uses.isdisjoint(_DOING):
        return True
    words = story.text(attribution.content[0]).lower().split(None, _SETTING)[:_SETTING]
    if verb.verb == "ask":
        return words[0] in QUESTION_WORDS or words[0] == "that" or attribution.kind != "reported"
    # “agreed on Monday to an inquiry”, “agreed with the plan”
    onto = next((at for at, word in enumerate(words[:-1]) if word in ("to", "for", "with")), -1)
    return onto < 0 or words[onto + 1] not in DETERMINERS
