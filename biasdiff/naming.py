"""Who is meant: the people, organisations and places of a story, and of several."""

from __future__ import annotations

from collections.abc import Sequence

from biasdiff.model import Analysis, Name, Sentence, SharedName


def names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The names of one story."""
    return ()


def join(stories: Sequence[Analysis]) -> tuple[SharedName, ...]:
    """The names of several stories, those of one bearer as one."""
    return ()
