"""What may be hard to read in class: deaths, suicide, sexual violence, violence and abuse."""

from __future__ import annotations

import re

from biasdiff.model import Comparison
from biasdiff.numbering import Ref
from biasdiff.teaching.plan import ContentNote

_SUBJECTS = {
    "deaths": r"""dead(?!\ (?:end|heat|line)) | deaths? | died? | dies | dying | deadly | deadlier | deadliest
        | drown(?:ed|s|ing)? | fatal(?:ly|ity|ities)? | kill(?:ed|s|ing|ings|er|ers)? | murder\w*
        | corpses? | funerals? | executed | executions? | genocid\w+ | massacr\w+ | mourn\w*
        | bury | buried | casualt(?:y|ies)""",
    "suicide or self-harm": r"""suicid\w+ | self-harm\w*
        | (?:took|take|taken|taking)\ (?:his|her|their)\ own\ li(?:fe|ves)""",
    "sexual violence": r"rap(?:e|ed|es|ist|ists) | molest\w* | sexual(?:ly)?\ (?:abus|assault|violen|harass)\w*",
    "violence or abuse": r"""abus(?:ed|ive|ing|er|ers) | (?:child|domestic|physical)\ abuse | assault\w* | tortur\w+
        | stab(?:bed|bing|bings) | shot\ dead | shootings? | gunm[ae]n | lynch\w* | beaten\ up
        | bomb(?:ed|ing|ings|s)? | air\ ?strikes? | shelling | shelled | terror(?:ist|ists|ism)?
        | kidnap\w* | hostages?""",
}
_CUES = {subject: re.compile(rf"\b(?:{cues})\b", re.IGNORECASE | re.VERBOSE) for subject, cues in _SUBJECTS.items()}


def content_notes(result: Comparison) -> tuple[ContentNote, ...]:
    """Hard subjects in the order deaths, suicide, sexual violence, violence, with the sentences that tell of them.

    Found by words alone: a teacher should still read the stories first.
    """
    found = ((subject, _places(result, cues)) for subject, cues in _CUES.items())
    return tuple(ContentNote(subject, places) for subject, places in found if places)


def _places(result: Comparison, cues: re.Pattern[str]) -> tuple[Ref, ...]:
    return tuple(
        Ref(story.passage.id, sentence.index)
        for story in result.analyses
        for sentence in story.told
        if cues.search(story.text(sentence.span))
    )
