"""Quoted stretches joined into utterances, each with its speaker and reporting verb."""

from __future__ import annotations

from dataclasses import dataclass, replace

from biasdiff.model import Quotation
from biasdiff.quoting.speakers import Speakers
from biasdiff.quoting.story import Story, Told


@dataclass(slots=True)
class _Utterance:
    runs: list[int]
    told: Told | None


def quotations(story: Story) -> tuple[Quotation, ...]:
    """The quotations of a story in order, with speaker and cue as printed where they are told.

    One utterance is one quotation: parts that “he said” interrupts are joined, within a sentence and
    into the next sentence of the same paragraph when that opens with a quotation mark and has no
    speaker of its own; so are paragraphs that each open anew without having been closed. A closed
    quotation that stands alone in a later paragraph is another quotation by the same speaker.
    Parts are in order and without their marks; quotations do not overlap. Titles and single quoted
    terms are quotations too, without a speaker when nobody is told to say them; the title of a
    programme or a book is one of its own, also between the parts of an utterance.

    `speaker` is the phrase next to the verb with its apposition (“Jon Reyes, the harbour master”).
    `speaker_name` is the fullest form of the name in the story, where the speaker is named or is a
    “he” or “she” for somebody named shortly before; None otherwise.
    """
    if not story.runs:
        return ()
    speakers = Speakers(story)
    return tuple(_quotation(story, utterance, speakers) for utterance in _utterances(story))


def _quotation(story: Story, utterance: _Utterance, speakers: Speakers) -> Quotation:
    parts, told = tuple(story.runs[n].inner for n in utterance.runs), utterance.told
    if told is None:
        return Quotation(parts)
    return Quotation(parts, told.speaker, speakers.name(told), told.cue)


def _utterances(story: Story) -> list[_Utterance]:
    made: list[_Utterance] = []
    last: _Utterance | None = None
    for number in range(len(story.runs)):
        told = story.told.get(number)
        if number in story.titles:
            made.append(_Utterance([number], None))
        elif last and _joins(story, last.runs[-1], number):
            last.runs.append(number)
            last.told = last.told or told
        else:
            last = _Utterance([number], told or _carried(story, number, last))
            made.append(last)
    return made


def _joins(story: Story, earlier: int, number: int) -> bool:
    """Whether a quoted stretch goes on with the utterance of the one before it, titles left out."""
    before, run = story.runs[earlier], story.runs[number]
    if before.continues:
        return True
    first, second = story.told.get(earlier), story.told.get(number)
    if first is None:
        return False
    if number in story.opening:
        return second is None and "\n" not in story.text[before.outer.end : run.outer.start]
    return second is not None and first.cue == second.cue and first.behind and not second.behind


def _carried(story: Story, number: int, last: _Utterance | None) -> Told | None:
    """A quotation that opens a sentence and has no speaker goes on with who spoke in the sentence before."""
    line = story.opening.get(number, 0) - 1
    if line < 0:
        return None
    before = story.line(line)
    if last is not None and last.runs[-1] in before.runs:
        return replace(last.told, cue=None) if last.told and last.told.speaker else None
    found = story.reports(line)
    if not found:
        return None
    cue, source = found[-1].cue, found[-1].cue.source
    if source is None:
        return None
    announced = before.span(cue.start, cue.stop) if story.text[before.end - 1] == ":" else None
    return Told(before.span(source.start, source.stop), announced, line=line)
