"""What a reader shall not see: the names of outlets in a blind reading, or sentences left out for a class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from biasdiff.errors import InputError
from biasdiff.model import Analysis, Passage, Sentence, Span
from biasdiff.numbering import Ref, listed

LEFT_OUT = "[left out]"
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"”’)\]]+", re.IGNORECASE)


def blind(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The same stories with “Outlet A”, “Outlet B”, … in place of the outlets' names.

    Names are replaced in texts and titles too, with web addresses; where the texts came from is
    dropped. A name that a text writes in another way than the outlet's own stays.
    """
    labels = [f"Outlet {chr(ord('A') + place)}" for place in range(len(passages))]
    outlets = [(passage.outlet, label) for passage, label in zip(passages, labels, strict=True)]
    names = [(_name(outlet), label) for outlet, label in outlets if outlet.strip()]

    def hidden(text: str) -> str:
        for name, label in names:
            text = name.sub(label, text)
        return _ADDRESS.sub("[web address]", text)

    return tuple(
        replace(
            passage,
            text=hidden(passage.text),
            title=hidden(passage.title),
            outlet=label,
            outlet_source="given",
            url="",
            origin=None,
        )
        for passage, label in zip(passages, labels, strict=True)
    )


def _name(outlet: str) -> re.Pattern[str]:
    """The outlet's name with or without its article, in capitals, and “the Ledger” for The Morning Ledger."""
    words = outlet.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    full = r"\s+".join(map(re.escape, words))
    # A name of one common word ("The Sun") must keep its article, or the weather would be hidden too.
    article = "(?:[Tt]he|THE)\\s+"
    given_article = outlet.lower().startswith("the ")
    forms = [article + full if len(words) == 1 and given_article else f"(?:{article})?{full}"]
    if len(words) > 1:
        forms.append(article + re.escape(words[-1]))
    loud = [form.replace(full, r"\s+".join(re.escape(word.upper()) for word in words)) for form in forms[:1]]
    return re.compile(rf"(?<!\w)(?:{'|'.join((*forms, *loud))})(?!\w)")


def leave_out(stories: Sequence[Analysis], sentences: Iterable[Ref]) -> tuple[Analysis, ...]:
    """The same stories with some sentences hidden: “[left out]” stands in their place, padded to their length.

    Numbers and offsets stay. A hidden sentence is never counted, linked or marked. Raises
    InputError for a sentence that is not there, and where a story would have nothing left.
    """
    asked = set(sentences)
    ids = [chr(ord("a") + place) for place in range(len(stories))]
    known = {Ref(key, s.index) for key, story in zip(ids, stories, strict=True) for s in story.sentences}
    if unknown := asked - known:
        raise InputError(f"{listed(tuple(unknown))}: no such sentence. The report numbers them.")
    return tuple(
        _without(story, [s for s in story.sentences if Ref(key, s.index) in asked])
        for key, story in zip(ids, stories, strict=True)
    )


def _without(story: Analysis, hidden: Sequence[Sentence]) -> Analysis:
    if not hidden:
        return story
    gone = {sentence.index for sentence in hidden}

    def stays(*spans: Span | None) -> bool:
        return not any(s.index in gone for span in spans if span for s in story.between(span))

    mentions = ((name, tuple(m for m in name.mentions if stays(m))) for name in story.names)
    return replace(
        story,
        passage=_masked(story.passage, hidden),
        sentences=tuple(replace(s, role="boilerplate", words=()) if s.index in gone else s for s in story.sentences),
        quotations=tuple(q for q in story.quotations if stays(*q.parts, q.speaker, q.cue)),
        attributions=tuple(a for a in story.attributions if stays(a.source, a.cue, *a.content)),
        voices=tuple(run for run in story.voices if stays(Span(run.start, run.end))),
        names=tuple(replace(name, mentions=left) for name, left in mentions if left),
        findings=tuple(f for f in story.findings if stays(f.span)),
    )


def _masked(passage: Passage, hidden: Sequence[Sentence]) -> Passage:
    text = passage.text
    for sentence in hidden:
        start, end = sentence.span
        text = text[:start] + LEFT_OUT[: end - start].ljust(end - start) + text[end:]
    # A title tells what the headline tells.
    title = "" if any(sentence.role == "headline" for sentence in hidden) else passage.title
    return replace(passage, text=text, title=title)
