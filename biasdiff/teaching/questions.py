"""Questions for a class, built from the evidence. They say where to look, never what was found there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from biasdiff.model import Analysis, Comparison, Finding, Link, Quotation, QuotationMatch, Sentence, SharedName, Span
from biasdiff.numbering import Ref, listed
from biasdiff.teaching.evidence import (
    differences,
    first_of_each,
    first_with,
    has_figure,
    headline_sentences,
    own,
    point,
    points,
    ref_of,
    story_of,
    strongest_first,
    words_of,
)
from biasdiff.teaching.plan import Question
from biasdiff.teaching.strengths import strengths

_FAR_APART = 0.4
# A full name and a surname are what every story has.
_PLAIN_FORMS = 2
_MOST_POINTS = 3
_UNNAMED = ("source.anonymous", "source.vague_group", "speculation")


def questions(result: Comparison, most: int) -> tuple[Question, ...]:
    """At most so many questions: the most checkable first, the last one on what the stories do well."""
    found = (question for build in _BUILDERS for question in build(result))
    return (*islice(found, max(0, most - 1)), *islice(_done_well(result), min(1, most)))


def on_headlines(result: Comparison) -> Question:
    """The question with which a class begins, before it reads the stories."""
    refs = (Ref(s.passage.id, sentence.index) for s in result.analyses for sentence in headline_sentences(s))
    return Question("headlines", "What does each headline make you expect?", points(result, refs))


def _quotations(result: Comparison) -> Iterator[Question]:
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


def _in_other_words(result: Comparison) -> Iterator[Question]:
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


def _whose(left: Analysis, right: Analysis, match: QuotationMatch) -> str:
    """The speaker by name, unless the stories name nobody or two people."""
    said = (story.quotations[n].speaker_name for story, n in zip((left, right), match.quotations, strict=True))
    names = {name for name in said if name and left.prints(name) and right.prints(name)}
    return f"the words of {names.pop()}" if len(names) == 1 else "the words in quotation marks"


def _tensions(result: Comparison) -> Iterator[Question]:
    """Two statements that may not both hold."""
    for tension in result.tensions[:1]:
        refs = tuple(ref_of(story_of(result, at.passage), Span(at.start, at.end)) for at in tension.places)
        yield Question(
            "two statements",
            f"Read {listed(refs)}. Can both be true at once? What would you have to know to decide?",
            (tension.text,),
        )


def _key_words(result: Comparison) -> Iterator[Question]:
    """One thing that the stories have different words for."""
    for found in result.key_words[:1]:
        refs = tuple(ref_of(story_of(result, label.passage), label.places[0]) for label in found.words)
        yield Question(
            "one thing, two words",
            f"Look in {listed(refs)} for different words that may stand for the same thing."
            " What does each make you expect? Which would you choose, and why?",
            (found.text,),
        )


def _figures(result: Comparison) -> Iterator[Question]:
    """Figures that differ or count other things; else those that nobody answers for."""
    compared = next((match for match in result.figure_matches if match.text), None)
    if compared:
        found = ((story_of(result, key), number) for key, number in compared.figures)
        refs = tuple(ref_of(story, story.figures[number].span) for story, number in found)
        told = (compared.text, *points(result, refs, "sourcing"))
    else:
        marked = first_with(result, lambda finding: finding.rule == "unattributed_figure")
        asked = {ref.story for ref in marked}
        others = (ref for ref in first_of_each(result, lambda _, s: has_figure(s)) if ref.story not in asked)
        refs = (*marked, *others) if marked else ()
        told = points(result, refs, "sourcing")
    if refs:
        yield Question(
            "figures",
            f"Look at the numbers in {listed(refs)}. What does each one count, and who counted?"
            " Where could you check it?",
            told,
        )


def _wording(result: Comparison) -> Iterator[Question]:
    yield Question(
        "wording",
        "In each story, find one sentence that tells you what happened and also what to think of it."
        " Which words do that? Would a fact be lost with plainer words?",
        tuple(told for story in result.analyses for told in _loudest(story)),
    )


def _loudest(story: Analysis) -> tuple[str, ...]:
    found = tuple(point(story, finding) for finding in _strongest(story))
    return found or (f"{story.passage.id.upper()}: the rules mark no such word in the outlet’s own voice.",)


def _strongest(story: Analysis) -> list[Finding]:
    """The strongest wording of a story, each word once."""
    ranked = strongest_first(own(story, "wording"))
    each = {words_of(story, finding.span).lower(): finding for finding in reversed(ranked)}
    return strongest_first(each.values())[:_MOST_POINTS]


def _only_here(result: Comparison) -> Iterator[Question]:
    """A sentence of each story without any link; where a story has none, one with a doubtful link."""
    apart = first_of_each(result, _tells_alone(result, result.links))
    doubtful = first_of_each(result, _tells_alone(result, tuple(link for link in result.links if link.sure)))
    refs = tuple({ref.story: ref for ref in (*doubtful, *apart)}.values())
    if result.links and refs:
        others = "the other story" if len(result.analyses) == 2 else "any other story"
        yield Question(
            "only in one story",
            f"{listed(refs)}: the tool found no sure match in {others}. Can you find one? What would a reader who sees"
            " one story only not know? Could that be a matter of space or time?",
            (
                *(told for ref in refs for told in _alone(story_of(result, ref.story), ref)),
                "The tool can miss a match. That one story alone tells something is no fault.",
            ),
        )


def _tells_alone(result: Comparison, links: Sequence[Link]) -> Callable[[Analysis, Sentence], bool]:
    """Whether a sentence quotes somebody or gives a figure, and stands in none of some links."""
    linked = {
        Ref(key, index)
        for link in links
        for key, indices in zip(link.passages, link.sentences, strict=True)
        for index in indices
    }
    quoting = {ref_of(story, quotation.parts[0]) for story in result.analyses for quotation in story.quotations}

    def alone(story: Analysis, sentence: Sentence) -> bool:
        ref = Ref(story.passage.id, sentence.index)
        return (ref in quoting or has_figure(sentence)) and ref not in linked

    return alone


def _alone(story: Analysis, ref: Ref) -> Iterator[str]:
    """What a reader of the other stories would miss: the people quoted and the figures of a sentence."""
    sentence = story.sentences[ref.sentence]
    quoted = (q.speaker_name or "" for q in story.quotations if ref_of(story, q.parts[0]) == ref)
    figures = (words_of(story, figure.span) for figure in story.figures if ref_of(story, figure.span) == ref)
    told = [*(f"quotes {name or 'somebody'}" for name in dict.fromkeys(quoted))]
    given = " and ".join(f"“{figure}”" for figure in dict.fromkeys(figures))
    told += [f"gives {given}"] if given else []
    yield f"{ref} {' and '.join(told)}." if told else f"{ref} “{words_of(story, sentence.span)}”"


def _sources(result: Comparison) -> Iterator[Question]:
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


def _names(result: Comparison) -> Iterator[Question]:
    """The person for whom the stories have the most different words."""
    people = (name for name in result.names if name.kind == "person" and len({one.passage for one in name.labels}) > 1)
    best = max(people, key=_forms, default=None)
    if best and _forms(best) > _PLAIN_FORMS:
        called = ", ".join(f"{one.passage.upper()}: {one.text} ({len(one.places)})" for one in best.labels)
        yield Question("names", f"What does each story call {best.name}? List every name, title and label.", (called,))


def _forms(name: SharedName) -> int:
    return len({label.text.lower() for label in name.labels})


def _voices(result: Comparison) -> Iterator[Question]:
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


def _certainty(result: Comparison) -> Iterator[Question]:
    refs = first_with(result, lambda finding: finding.group == "stance")
    if len(refs) > 1:
        yield Question(
            "certainty",
            f"How sure does each story sound in {listed(refs)}? Which words tell you?",
            points(result, refs, "stance"),
        )


def _order(result: Comparison) -> Iterator[Question]:
    sure = (link for link in result.links if link.sure and link.kind != "partial")
    far = [link for link in sure if link.moved or _apart(result, link) > _FAR_APART]
    best = max(far, key=lambda link: (_apart(result, link), link.score), default=None)
    if best:
        left, right = (Ref(key, min(ids)) for key, ids in zip(best.passages, best.sentences, strict=True))
        yield Question(
            "order",
            f"What do {left} and {right} have in common? Is it early or late in each story?"
            " Does the place change how important it seems?",
            tuple(_place(story_of(result, ref.story), ref) for ref in (left, right)),
        )


def _place(story: Analysis, ref: Ref) -> str:
    return f"{ref} is sentence {ref.sentence + 1} of {len(story.sentences)}."


def _apart(result: Comparison, link: Link) -> float:
    """How far apart two sentences stand in their stories, as a part of the whole."""
    both = zip(link.passages, link.sentences, strict=True)
    left, right = (min(indices) / len(story_of(result, key).sentences) for key, indices in both)
    return abs(left - right)


def _verbs(result: Comparison) -> Iterator[Question]:
    refs = first_with(result, lambda finding: finding.rule == "attribution.verb")
    if refs:
        yield Question(
            "words for speaking",
            f"Which word tells you that somebody speaks in {listed(refs)}? Put “said” in its place. What changes?",
            points(result, refs, "sourcing"),
        )


def _heard(result: Comparison) -> Iterator[Question]:
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


def _first_and_last(result: Comparison) -> Iterator[Question]:
    bodies = ([s for s in story.told if s.role == "body"] for story in result.analyses)
    ends = (
        f"{story.passage.id.upper()} begins with “{words_of(story, body[0].span)}”"
        f" and ends with “{words_of(story, body[-1].span)}”"
        for story, body in zip(result.analyses, bodies, strict=True)
        if body
    )
    yield Question("first and last", "What does each story tell first, and what last? Why might that be?", tuple(ends))


def _one_word(_: Comparison) -> Iterator[Question]:
    yield Question(
        "one word",
        "Choose one word from each story that another outlet might not use. Who would choose it, and who would not?",
    )


def _swapped(_: Comparison) -> Iterator[Question]:
    yield Question(
        "swapped names",
        "Choose a sentence that praises or blames somebody. Swap the names of the two sides."
        " Does it still sound fair to you?",
    )


def _done_well(result: Comparison) -> Iterator[Question]:
    yield Question(
        "done well",
        "Find one thing that each story does well: a source that is named, a whole quotation,"
        " something it says it does not know.",
        tuple(f"{one.story.upper()}: {one.text}" for one in strengths(result)),
    )


_BUILDERS: tuple[Callable[[Comparison], Iterator[Question]], ...] = (
    _tensions,
    _quotations,
    _figures,
    _wording,
    _only_here,
    _key_words,
    _names,
    _in_other_words,
    _sources,
    _voices,
    _certainty,
    _order,
    _verbs,
    _heard,
    _first_and_last,
    _swapped,
    _one_word,
)
