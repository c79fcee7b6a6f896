"""What a reader shall not see: the names of outlets in a blind reading, or sentences left out for a class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from biasdiff.errors import InputError
from biasdiff.model import Analysis, Passage, Sentence, Span
from biasdiff.numbering import Ref, listed
from biasdiff.stopwords import STOPWORDS

LEFT_OUT = "[left out]"
_ADDRESS = r"\b(?i:https?://|www\.)[^\s<>\"”’)\]]+"
_ARTICLE = r"(?:[Tt]he|THE)\s+"


def blind(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The same stories with “Outlet A”, “Outlet B”, … in place of the outlets' names.

    Names are replaced in texts and titles too, with web addresses; where the texts came from is
    dropped. A name that a text writes in another way than the outlet's own stays, and so does one in
    small letters that only the name of a file gives: there it is a word like others.
    """
    labels = [f"Outlet {chr(ord('A') + place)}" for place in range(len(passages))]
    forms = _forms(passages, labels)
    # All at once: a name may stand in another one, or in what is put in the place of one.
    anyone = re.compile("|".join([_ADDRESS, *(rf"(?<!\w)({form})(?!\w)" for form, _ in forms)]))

    def hidden(text: str) -> str:
        return anyone.sub(lambda found: forms[found.lastindex - 1][1] if found.lastindex else "[web address]", text)

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


def _forms(passages: Sequence[Passage], labels: Sequence[str]) -> list[tuple[str, str]]:
    """Patterns of all names with what to put in their place, the longest first; what fits two outlets names none."""
    found: dict[str, set[str]] = {}
    size: dict[str, tuple[int, int]] = {}
    for passage, label in zip(passages, labels, strict=True):
        name = passage.outlet
        if passage.outlet_source == "file" and name == name.lower():
            continue
        for shorter, (words, form) in enumerate(_written(name)):
            found.setdefault(form, set()).add(label)
            size[form] = max(size.get(form, (0, 0)), (len(" ".join(words)), -shorter))
    ordered = sorted(found, key=lambda form: (*(-part for part in size[form]), form))
    return [(form, min(found[form]) if len(found[form]) == 1 else "one of the outlets") for form in ordered]


def _written(outlet: str) -> Iterator[tuple[list[str], str]]:
    """How a text writes an outlet's name, each way by its words and as a pattern.

    With or without its article, in capitals, and “the Ledger” for The Morning Ledger.
    """
    words = outlet.split()
    named_with_article = len(words) > 1 and words[0].lower() == "the"
    words = words[named_with_article:]
    # A name of one common word ("The Sun") must keep its article, or the weather would be hidden too.
    common = len(words) == 1 and (named_with_article or len(words[0]) == 1 or words[0].lower() in STOPWORDS)
    article = _ARTICLE if common else f"(?:{_ARTICLE})?"
    for wanted in (words, [word.upper() for word in words]) if words else ():
        yield wanted, article + r"\s+".join(map(_as_printed, wanted))
    for last in words[-1:] if len(words) > 1 else ():
        yield [last], _ARTICLE + _as_printed(last)


def _as_printed(word: str) -> str:
    """A word as a pattern, whatever apostrophes and hyphens it is printed with."""
    return re.sub(r"\\?[-‐‑]", "[-‐‑]", re.sub("['’]", "['’]", re.escape(word)))


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
        figures=tuple(figure for figure in story.figures if stays(figure.span)),
        findings=tuple(f for f in story.findings if stays(f.span)),
    )


def _masked(passage: Passage, hidden: Sequence[Sentence]) -> Passage:
    pieces, behind = [], 0
    for start, end in (sentence.span for sentence in hidden):
        pieces += [passage.text[behind:start], LEFT_OUT[: end - start].ljust(end - start)]
        behind = end
    text = "".join((*pieces, passage.text[behind:]))
    # A title tells what the headline tells.
    title = "" if any(sentence.role == "headline" for sentence in hidden) else passage.title
    return replace(passage, text=text, title=title)
