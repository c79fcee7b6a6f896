"""The same words in two stories: quotations that match, and quotations that the other story paraphrases."""

from __future__ import annotations

from biasdiff.matching.paraphrases import paraphrases
from biasdiff.matching.quotations import match_quotations

__all__ = ["match_quotations", "paraphrases"]
