"""Questions on what is told: statements that pull apart, figures, what one story alone has, order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from biasdiff.model import Analysis, Comparison, Link, Sentence, Span
from biasdiff.numbering import Ref, listed
from biasdiff.teaching.evidence import first_of_each, first_with, has_figure, points, ref_of, story_of, words_of
from biasdiff.teaching.plan import Question
from biasdiff.teaching.strengths import strengths

_FAR_APART = 0.4


def tensions(result: Comparison) -> Iterator[Question]:
    """Two statements that may not both hold."""
    for tension in result.tensions[:1]:
        refs = tuple(ref_of(story_of(result, at.passage), Span(at.start, at.end)) for at in tension.places)
        yield Question(
            "two statements",
            f"Read {listed(refs)}. Can both be true at once? What would you have to know to decide?",
            (tension.text,),
        )


def figures(result: Comparison) -> Iterator[Question]:
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


def only_here(result: Comparison) -> Iterator[Question]:
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


def order(result: Comparison) -> Iterator[Question]:
    """What the stories have in common and place far apart."""
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


def first_and_last(result: Comparison) -> Iterator[Question]:
    """How each story begins and ends."""
    bodies = ([s for s in story.told if s.role == "body"] for story in result.analyses)
    ends = (
        f"{story.passage.id.upper()} begins with “{words_of(story, body[0].span)}”"
        f" and ends with “{words_of(story, body[-1].span)}”"
        for story, body in zip(result.analyses, bodies, strict=True)
        if body
    )
    yield Question("first and last", "What does each story tell first, and what last? Why might that be?", tuple(ends))


def done_well(result: Comparison) -> Iterator[Question]:
    """Something that each story does well."""
    yield Question(
        "done well",
        "Find one thing that each story does well: a source that is named, a whole quotation,"
        " something it says it does not know.",
        tuple(f"{one.story.upper()}: {one.text}" for one in strengths(result)),
    )
