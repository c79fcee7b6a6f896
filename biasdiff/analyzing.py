"""analyze(): the flow for one story."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from biasdiff import __version__, attributing, detecting, naming, quoting, readers, targeting
from biasdiff.figuring import figures
from biasdiff.guessing import guess_outlet
from biasdiff.model import Analysis, Passage, Sensitivity, Signature
from biasdiff.segmenting import segment
from biasdiff.settings import BY_RULES, Settings


def analyze(
    text: str | Passage, outlet: str = "", sensitivity: Sensitivity = "default", settings: Settings | None = None
) -> Analysis:
    """What one story says, in whose voice, and the wording evidence in it.

    The text is kept exactly as given; every span of the result counts code points of it. An outlet
    given here wins over one that the passage carries; where neither names one, a name that the
    text itself gives is taken as a guess (`passage.outlet_source` says so). "high" sensitivity adds
    findings of lower confidence. Raises SettingsError for an unknown setting, and for names="spacy" without
    the extra `biasdiff[nlp]`.
    """
    settings = replace(settings or Settings(), sensitivity=sensitivity)
    passage = text if isinstance(text, Passage) else Passage(text)
    if outlet:
        passage = replace(passage, outlet=outlet, outlet_source="given")
    sentences = segment(passage.text, passage.title)
    passage = guess_outlet(passage, sentences)
    names = naming.names(passage.text, sentences, beside(settings.names))
    heard = quoting.listen(passage.text, sentences)
    quotations = quoting.quotations(heard)
    attributions = attributing.attributions(heard, quotations)
    voices = attributing.voices(heard, quotations, attributions)
    story = Analysis(passage, sentences, quotations, attributions, voices, names, (), signature(settings))
    story = naming.name_speakers(story, names)
    findings = targeting.aimed(story, detecting.detect(story, settings), names)
    return replace(story, figures=figures(story), findings=findings)


def beside(names: str) -> naming.Tagger | None:
    """Who is asked for names beside the rules, by the setting or the signature; None where rules do it alone.

    Raises SettingsError where the extra `biasdiff[nlp]` is not installed.
    """
    return None if names == BY_RULES else naming.spacy_tagger()


@lru_cache(maxsize=8)
def signature(settings: Settings) -> Signature:
    """What makes a result comparable: version, settings, and the digests of every lexicon and of the readers' marks."""
    tagger = beside(settings.names)
    lexicons = tuple((lexicon.file, lexicon.digest) for lexicon in settings.all_lexicons)
    return Signature(
        version=__version__,
        settings=(
            ("sensitivity", settings.sensitivity),
            ("without", ", ".join(settings.without)),
            ("names", tagger.version if tagger else BY_RULES),
        ),
        lexicons=(*lexicons, (readers.TABLE.name, readers.digest())),
    )
