"""Quotations with their speakers: who says the words between the quotation marks."""

from biasdiff.quoting.story import Story, listen
from biasdiff.quoting.utterances import quotations

__all__ = ["Story", "listen", "quotations"]
