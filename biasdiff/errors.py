"""Every error that a caller may meet.

BiasdiffError            root; its text is one line: file, place, problem, remedy
├── InputError           a story or a file that cannot be used
├── LexiconError         a slip in a lexicon file
└── SettingsError        an unknown or impossible setting
"""

from reprlib import Repr


class _Short(Repr):
    """Values on one line; numbers that Python would not print, or in its own words from 3.14 on, are described."""

    def repr_int(self, x: int, level: int) -> str:
        return "a number of thousands of digits" if x.bit_length() > 4_000 else super().repr_int(x, level)


_SHORT = _Short()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60


def shown(value: object) -> str:
    """A value of a file as an error message shows it: on one line, and not longer than a line.

    >>> shown("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxxxxxxxxxxx'"
    """
    return _SHORT.repr(value)


class BiasdiffError(Exception):
    """Root of every error of biasdiff; its text says what is wrong, where, and what to do."""


class InputError(BiasdiffError):
    """A file that cannot be read as a story, or a story that cannot be compared."""


class LexiconError(BiasdiffError):
    """A lexicon with slips; `slips` holds one line each."""

    def __init__(self, slips: tuple[str, ...]) -> None:
        super().__init__("\n".join(slips))
        self.slips = slips


class SettingsError(BiasdiffError):
    """A setting that is unknown or out of range."""
