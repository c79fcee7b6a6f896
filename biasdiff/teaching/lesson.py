"""lesson(): all that a sheet and a key need beside the comparison itself."""

from __future__ import annotations

from biasdiff.model import Comparison
from biasdiff.teaching.asking.wording import on_headlines
from biasdiff.teaching.pairing import pairs, to_rewrite
from biasdiff.teaching.plan import Lesson, Plan
from biasdiff.teaching.questions import questions
from biasdiff.teaching.sensitive import content_notes
from biasdiff.teaching.strengths import strengths
from biasdiff.teaching.vocabulary import words_to_know


def lesson(result: Comparison, plan: Plan) -> Lesson:
    """A lesson on one comparison, the same for the same comparison and plan.

    Raises InputError for a pair in the plan that names a sentence that is not there or is left out.
    """
    return Lesson(
        plan=plan,
        headlines=on_headlines(result),
        questions=questions(result, plan.questions),
        pairs=pairs(result, plan),
        rewrites=to_rewrite(result),
        words=words_to_know(result, plan.level),
        notes=content_notes(result),
        strengths=strengths(result),
    )
