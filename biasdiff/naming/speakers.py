"""Who speaks, by name: the sources of attributions and quotations resolved to the names of the story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from biasdiff.model import Analysis, Attribution, Name, Quotation, Span
from biasdiff.naming.vocabulary import ROLES

_PRONOUNS = ("he", "she")
_HUMAN = ROLES | frozenset("woman man boy girl person teenager shopper passer-by he she".split())
_SENTENCES_BACK = 3
# “a spokesman for Mr Hale”, “Mr Hale’s lawyer”: the name in the phrase is not the speaker’s.
_AFTER = re.compile(r"(?: |^)(?:for|of|to|from|by|in|at|with|close to) ")
_PAIRED = re.compile(r" and (?:the )?[A-Z]")
# “Ulden councillors”: the name of a place or body only tells which ones.
_GOES_ON = re.compile(r"[ -][a-z]+(?<! who)(?<! which)\b")
_POSSESSIVES = ("'s ", "’s ", "' ", "’ ")


# A mention of a person or body: where it begins and ends, and whose it is.
_Mention = tuple[int, int, Name]


def name_speakers(story: Analysis, names: Iterable[Name]) -> Analysis:
    """The story with `speaker_name` of its attributions and quotations filled from its names.

    A name in the source is taken, the one of a pronoun where the sentence, or the nearest one before,
    has one leader who fits. What is known already stays where nothing better is found.
    """
    cast = _Cast(story, names)
    attributions = tuple([cast.attribution(one) for one in story.attributions])
    said = {one.cue: one.speaker_name for one in attributions if one.cue}
    quotations = tuple([cast.quotation(one, said) for one in story.quotations])
    if attributions == story.attributions and quotations == story.quotations:
        return story
    return replace(story, attributions=attributions, quotations=quotations)


class _Cast:
    """The persons and bodies of a story, and who spoke last."""

    def __init__(self, story: Analysis, names: Iterable[Name]) -> None:
        self._story = story
        found = [(span.start, span.end, name) for name in names if name.kind != "place" for span in name.mentions]
        self._mentions: list[_Mention] = sorted(found, key=lambda mention: (mention[0], -mention[1]))
        self._starts = [start for start, _, _ in self._mentions]
        self._spoke: dict[int, Name | None] = {}

    def attribution(self, one: Attribution) -> Attribution:
        """An attribution with the name of its source."""
        if one.source is None:
            return one
        printed = self._story.text(one.source).lower()
        name = self._meant(one.source, printed) if printed in _PRONOUNS else self._inside(one.source)
        self._note(one.source, printed, name)
        if name is None or name.name == one.speaker_name:
            return one
        return Attribution(one.source, one.cue, one.content, one.kind, name.name)

    def _note(self, source: Span, printed: str, name: Name | None) -> None:
        """Keeps who speaks first in a sentence, for the “he” of a later one; somebody without a name counts too."""
        human = name.kind == "person" if name else not _HUMAN.isdisjoint(printed.split())
        sentence = self._story.sentence_at(source.start) if human else None
        if sentence:
            self._spoke.setdefault(sentence.index, name)

    def quotation(self, one: Quotation, said: dict[Span, str | None]) -> Quotation:
        """A quotation with the name of its speaker."""
        if one.speaker is None:
            return one
        printed = self._story.text(one.speaker).lower()
        name = self._meant(one.speaker, printed) if printed in _PRONOUNS else self._inside(one.speaker)
        known = name.name if name else said.get(one.cue) if one.cue else None
        if not known or known == one.speaker_name:
            return one
        return Quotation(one.parts, one.speaker, known, one.cue)

    def _inside(self, source: Span) -> Name | None:
        """The first person in a source, else a body that it begins with; not one that only tells whose it is."""
        at, body = bisect_left(self._starts, source.start - 1), None
        while at < len(self._starts) and self._starts[at] < source.end:
            _, end, name = mention = self._mentions[at]
            if (name.kind == "person" or body is None) and end > source.start and self._heads(mention, source):
                if name.kind == "person":
                    return name
                body = name
            at += 1
        return body

    def _heads(self, mention: _Mention, source: Span) -> bool:
        text, (start, end, name) = self._story.passage.text, mention
        before = text[source.start : start].lower()
        if text.startswith(_POSSESSIVES, end) or (before and _AFTER.search(before)):
            return False
        goes_on = end < source.end
        if (goes_on and _PAIRED.match(text, end, source.end)) or before.endswith(" and "):
            return False
        if name.kind == "person":
            return True
        leads = len(before.split()) < 2 or before.endswith(", ")
        return leads and not (goes_on and _GOES_ON.match(text, end, source.end))

    def _meant(self, pronoun: Span, printed: str) -> Name | None:
        """Whom “he” or “she” means: the one person named before it in its sentence, else the leader of one before."""
        sentence = self._story.sentence_at(pronoun.start)
        if sentence is None:
            return None
        here = self._persons(sentence.span.start, pronoun.start)
        if here:
            return self._fitting(here, printed) if len(here) == 1 else None
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _SENTENCES_BACK), -1):
            if index in self._spoke:
                spoke = self._spoke[index]
                return self._fitting([spoke], printed) if spoke else None
            span = self._story.sentences[index].span
            persons = self._persons(*span)
            if persons:
                leads = self._leads(persons[0], span)
                return self._fitting(persons[:1], printed) if len(persons) == 1 or leads else None
        return None

    def _persons(self, start: int, end: int) -> list[Name]:
        """Persons named outside quotation marks in a stretch, each once."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        if first == last:
            return []
        people = [mention for mention in self._mentions[first:last] if mention[2].kind == "person"]
        if not people:
            return []
        voice = self._story.voice
        return list({name.name: name for start, _, name in people if voice(start) != "quoted"}.values())

    def _leads(self, name: Name, span: Span) -> bool:
        """Whether a sentence opens with a mention of somebody."""
        at = bisect_right(self._starts, span.start + 1) - 1
        return any(one is name and start <= span.start + 1 for start, _, one in self._mentions[max(0, at - 1) : at + 1])

    def _fitting(self, names: list[Name], pronoun: str) -> Name | None:
        fitting = [name for name in names if name.pronoun in ("", pronoun)]
        return fitting[0] if fitting else None
