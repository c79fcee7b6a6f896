"""Figures of a story: each number with its unit, what it counts, and who answers for it."""

from biasdiff.figuring.figures import figures

__all__ = ["figures"]
