"""Questions on what is said: quotations, speakers and the words for speaking."""

from __future__ import annotations

from collections.abc import Iterator

from biasdiff.model import Analysis, Comparison, Quotation, QuotationMatch, Span
from biasdiff.numbering import Ref, listed
from biasdiff.teaching.evidence import differences, first_with, points, ref_of, story_of, words_of
from biasdiff.teaching.plan import Question

_UNNAMED = ("source.anonymous", "source.vague_group", "speculation")


def quotations(result: Comparison) -> Iterator[Question]:
    """The shared quotation whose versions differ most."""
    differing = (match for match in result.quotation_matches if _rank(match) < _SAME)
    best = min(differing, key=_rank, default=None)
    if not best:
        return
    left, right = (story_of(result, key) for key in best.passages)
    both = list(zip((left, right), best.quotations, strict=True))
    refs = [ref_of(story, story.quotations[number].parts[0]) for story, number in both]
    if best.speakers == "different":
        text = (
            f"{refs[0]} and {refs[1]} have some words in quotation marks in common. Who says them in each story?"
            " Where could you check who said them?"
        )
    else:
        text = (
            f"Find {_whose(left, right, best)} in {refs[0]} and in {refs[1]}. Are the words the same?"
            " Does a difference, if there is one, change the meaning? Where could you check what was said?"
        )
    speakers = (_speaker(story, story.quotations[number]) for story, number in both)
    notes = (note.text for note in best.notes)
    yield Question("quotation", text, (*differences(left, right, best.edits), *speakers, *notes))


def _speaker(story: Analysis, quotation: Quotation) -> str:
    """Whom a story names for a quotation; of somebody without a name there, as whom the tool reads them."""
    key, name = story.passage.id.upper(), quotation.speaker_name
    if name and not story.prints(name) and quotation.speaker:
        return f"{key} does not name the speaker; “{words_of(story, quotation.speaker)}” is read as {name}."
    return f"{key} names {name if name and story.prints(name) else 'nobody'} as the speaker."


_SAME = 4


def _rank(match: QuotationMatch) -> int:
    """Different speakers and altered words weigh most, then cuts, then editor's brackets."""
    small = any(note.kind in ("contracted", "figures") for note in match.notes)
    status = {"altered": _SAME - 1 if small else 0, "bracketed": 2, "punctuation": 3, "same": _SAME}[match.status]
    cut = _SAME if match.coverage == "whole" else 1
    return 0 if match.speakers == "different" else min(status, cut)


def _whose(left: Analysis, right: Analysis, match: QuotationMatch) -> str:
    """The speaker by name, unless the stories name nobody or two people."""
    said = (story.quotations[n].speaker_name for story, n in zip((left, right), match.quotations, strict=True))
    names = {name for name in said if name and left.prints(name) and right.prints(name)}
    return f"the words of {names.pop()}" if len(names) == 1 else "the words in quotation marks"


def in_other_words(result: Comparison) -> Iterator[Question]:
    """Words that one story quotes and another tells."""
    for told in result.paraphrases[:1]:
        quoter, teller = (story_of(result, key) for key in told.passages)
        quoted, retold = ref_of(quoter, quoter.quotations[told.quotation].parts[0]), ref_of(teller, told.span)
        yield Question(
            "in other words",
            f"{quoted} quotes somebody; {retold} may tell of it in other words."
            " Is it the same message? Is anything stronger or weaker, or lost?",
            told.evidence,
        )


def sources(result: Comparison) -> Iterator[Question]:
    """Who stands behind what has no source with a name."""
    marked = first_with(result, lambda finding: finding.rule in _UNNAMED)
    asked = {ref.story for ref in marked}
    named = (
        ref_of(story, story.quotations[0].parts[0])
        for story in result.analyses
        if story.passage.id not in asked and story.quotations and story.quotations[0].speaker_name
    )
    if marked:
        yield Question(
            "sources",
            f"Who says so in {listed((*marked, *named))}? Could you find that person and ask?",
            points(result, marked, "sourcing"),
        )


def voices(result: Comparison) -> Iterator[Question]:
    """A sentence of each story in which the outlet's words and somebody else's are mixed."""
    mixed = [
        ref_of(story, attribution.content[0])
        for story in result.analyses
        for attribution in story.attributions
        if attribution.kind == "mixed" and attribution.content
    ]
    refs = tuple({ref.story: ref for ref in reversed(mixed)}.values())
    if refs:
        yield Question(
            "voices",
            f"Whose words are they in {listed(refs)}? Underline the outlet’s own words once,"
            " other people’s words twice.",
            tuple(told for ref in sorted(refs) for told in _spoken(result, ref)),
        )


def _spoken(result: Comparison, ref: Ref) -> Iterator[str]:
    story = story_of(result, ref.story)
    start, end = story.sentences[ref.sentence].span
    for run in story.voices:
        words = words_of(story, Span(max(start, run.start), min(end, run.end))).strip(" ,\"'“”‘’")
        if run.start < end and run.end > start and words:
            yield f"{ref} “{words}”: {run.voice} words."


def verbs(result: Comparison) -> Iterator[Question]:
    """The words that tell that somebody speaks."""
    refs = first_with(result, lambda finding: finding.rule == "attribution.verb")
    if refs:
        yield Question(
            "words for speaking",
            f"Which word tells you that somebody speaks in {listed(refs)}? Put “said” in its place. What changes?",
            points(result, refs, "sourcing"),
        )


def heard(result: Comparison) -> Iterator[Question]:
    """Who is quoted, and who is not."""
    told = []
    for story in result.analyses:
        found = (quotation.speaker_name for quotation in story.quotations)
        names = dict.fromkeys(name for name in found if name and story.prints(name))
        told.append(f"{story.passage.id.upper()} quotes {', '.join(names) or 'nobody by a name that the tool found'}.")
    yield Question(
        "who is heard",
        "Who is quoted in each story, and whose view is missing from all of them? Whom would you ask?",
        tuple(told),
    )
