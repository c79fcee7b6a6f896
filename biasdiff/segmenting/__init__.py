"""Text -> sentences with their role and their words, each with its span in the text as given."""

from __future__ import annotations

from biasdiff.model import Sentence
from biasdiff.segmenting.boundaries import sentence_spans
from biasdiff.segmenting.paragraphs import paragraphs
from biasdiff.segmenting.roles import roles
from biasdiff.segmenting.words import normal_form, words

__all__ = ["normal_form", "paragraphs", "segment", "words"]


def segment(text: str, title: str = "") -> tuple[Sentence, ...]:
    """The sentences of a story in order, each with its role and its words.

    Sentences do not overlap, have no space around them, and together hold every character that is
    neither space nor a mark of a line (# > * + -). A sentence inside a quotation is a sentence; a
    closing quotation mark belongs to the sentence that it closes. Sentences without a word are
    boilerplate. `title` tells which first line is the headline, where the reader knows it.
    Linear in the length of the text.
    """
    blocks = [sentence_spans(text, paragraph) for paragraph in paragraphs(text)]
    spans = [span for block in blocks for span in block]
    return tuple(
        Sentence(index, span, role, words(text, span))
        for index, (span, role) in enumerate(zip(spans, roles(text, blocks, title), strict=True))
    )
