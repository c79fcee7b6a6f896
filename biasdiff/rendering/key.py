"""The teacher's key to the students' sheet: a plan for the lesson, what was found, and why it may be disputed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from biasdiff.crosswalk import KEY_QUESTIONS, Known, known
from biasdiff.model import Analysis, Comparison, Finding
from biasdiff.numbering import Ref, listed
from biasdiff.rendering import words
from biasdiff.rendering.pages import fill
from biasdiff.rules import RULES
from biasdiff.teaching.evidence import differences, headline, own_in, point, ref_of, story_of, words_of
from biasdiff.teaching.lesson import lesson
from biasdiff.teaching.plan import Lesson, Pairing, Plan

_WORDS_A_MINUTE = 150
_LEAST_READING, _MOST_READING = 4, 10


class Step(NamedTuple):
    """A part of the lesson."""

    minutes: int
    what: str
    how: str


class Told(NamedTuple):
    """A story, as the key names it: `name` is the outlet's, also where the sheet hides it."""

    id: str
    outlet: str
    name: str
    headline: str
    words: int
    grade: str


class Mark(NamedTuple):
    """A finding with its reasons and its doubts."""

    number: str
    words: str
    sign: str
    rule: str
    severity: str
    whose: str
    message: str
    plainer: str
    debatable: str


class Marks(NamedTuple):
    """All marks of one story, those in the outlet's own words first in the counting, all in the order of the text."""

    story: str
    marks: tuple[Mark, ...]


class Answer(NamedTuple):
    """A question or a task, and what the tool found there."""

    text: str
    points: tuple[str, ...]


class Row(NamedTuple):
    """A rule that occurs, and what others call such wording."""

    rule: str
    allsides: str
    question: str


@dataclass(frozen=True, slots=True)
class Key:
    """All that the page shows."""

    title: str
    lesson: Lesson
    measure: str
    stories: tuple[Told, ...]
    blind: bool
    left_out: str
    steps: tuple[Step, ...]
    headlines: Answer
    questions: tuple[Answer, ...]
    pairs: tuple[Answer, ...]
    rewrites: tuple[Answer, ...]
    notes: tuple[tuple[str, str], ...]
    marks: tuple[Marks, ...]
    crosswalk: tuple[Row, ...]
    version: str


def render(result: Comparison, plan: Plan) -> str:
    """One page for the teacher alone; it names the outlets also where the sheet hides them."""
    return fill("key.html.jinja", ("page.css", "key.css"), key=key(result, plan))


def key(result: Comparison, plan: Plan) -> Key:
    """What a teacher gets of a comparison."""
    made = lesson(result, plan)
    return Key(
        title=result.title or "One event, told more than once",
        lesson=made,
        measure=result.profiles[0].readability.measure,
        stories=tuple(_told(result, place, plan) for place in range(len(result.analyses))),
        blind=bool(plan.names),
        left_out=listed(plan.left_out),
        steps=_steps(result),
        headlines=Answer(made.headlines.text, made.headlines.points),
        questions=tuple(Answer(one.text, one.points) for one in made.questions),
        pairs=tuple(_pair(result, one) for one in made.pairs),
        rewrites=tuple(_rewrite(result, ref) for ref in made.rewrites),
        notes=tuple((note.subject, listed(note.at)) for note in made.notes),
        marks=tuple(
            Marks(story.passage.id, tuple(_mark(story, f) for f in story.findings)) for story in result.analyses
        ),
        crosswalk=_crosswalk(result),
        version=result.signature.version,
    )


def _told(result: Comparison, place: int, plan: Plan) -> Told:
    story, profile = result.analyses[place], result.profiles[place]
    grade = profile.readability.grade
    return Told(
        id=story.passage.id,
        outlet=story.passage.outlet or "Outlet not named",
        name=plan.names[place] if plan.names else "",
        headline=headline(story),
        words=profile.words,
        grade="" if grade is None else f"{grade:.0f}",
    )


def _steps(result: Comparison) -> tuple[Step, ...]:
    """Forty-five minutes; long stories take time from the marking."""
    words_in_all = sum(profile.words for profile in result.profiles)
    reading = min(_MOST_READING, max(_LEAST_READING, -(-words_in_all // _WORDS_A_MINUTE)))
    return (
        Step(3, "The headlines", "Alone. What does each make you expect? Collect a few answers, judge none."),
        Step(reading, "Read, first impression", "Alone. One or two sentences on each story, before any analysis."),
        Step(16 - reading, "Mark words", "Alone, on paper, with L, C, W and Q. There is no right number of marks."),
        Step(9, "Pairs and questions", "With a partner: the pairs, then two or three questions. Compare marks first."),
        Step(
            8,
            "Open the report",
            "Together. What did the class see that the tool missed? Where do you disagree with it?",
        ),
        Step(5, "Write it yourself", "Alone. Rewrite one sentence fairly; who has time writes one that pushes."),
        Step(4, "Exit ticket", "Alone. Outlets and other sources are homework."),
    )


def _pair(result: Comparison, one: Pairing) -> Answer:
    refs = (*one.left, *one.right)
    stories = [(story_of(result, ref.story), ref) for ref in refs]
    found = tuple(point(story, f) for story, ref in stories for f in own_in(story, story.sentences[ref.sentence]))
    text = f"{listed(one.left)} and {listed(one.right)}"
    if one.link is None:
        return Answer(f"{text}: your own choice.", found)
    link, edits = result.links[one.link], result.edits[one.link]
    left, right = (story_of(result, name) for name in link.passages)
    why = f" ({'; '.join(link.evidence)})" if link.evidence else ""
    return Answer(f"{text}: {words.kind(link)}{why}.", (*differences(left, right, edits), *found))


def _rewrite(result: Comparison, ref: Ref) -> Answer:
    story = story_of(result, ref.story)
    sentence = story.sentences[ref.sentence]
    plainer = tuple(
        f"“{words_of(story, f.span)}”: {', '.join(f.neutral) or 'tell what happened instead'}"
        for f in own_in(story, sentence)
    )
    return Answer(f"{ref} {words_of(story, sentence.span)}", plainer)


def _mark(story: Analysis, finding: Finding) -> Mark:
    return Mark(
        number=str(ref_of(story, finding.span)),
        words=words_of(story, finding.span),
        sign=words.key(finding.group, finding.severity, finding.voice),
        rule=RULES[finding.rule].title if finding.rule in RULES else finding.rule,
        severity=words.SEVERITIES[finding.severity],
        whose=words.whose(finding.voice, story.passage.id.upper()),
        message=finding.message,
        plainer=", ".join(finding.neutral),
        debatable=known(finding.rule).debatable,
    )


def _crosswalk(result: Comparison) -> tuple[Row, ...]:
    """The rules that occur, in the order of the rules."""
    found = {finding.rule for story in result.analyses for finding in story.findings}
    return tuple(_row(rule, known(rule)) for rule in (*RULES, *sorted(found - set(RULES))) if rule in found)


def _row(rule: str, elsewhere: Known) -> Row:
    title = RULES[rule].title if rule in RULES else rule
    return Row(title, elsewhere.allsides, f"{elsewhere.question}. {KEY_QUESTIONS[elsewhere.question]}")
