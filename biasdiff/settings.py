"""What a caller may set for an analysis."""

from __future__ import annotations

from dataclasses import dataclass

from biasdiff.errors import SettingsError
from biasdiff.lexicon import Lexicon, bundled
from biasdiff.model import Sensitivity
from biasdiff.rules import RULES


@dataclass(frozen=True, slots=True)
class Settings:
    """More lexicons beside ours, and ids of rules that are switched off.

    Raises SettingsError for a rule that does not exist.
    """

    lexicons: tuple[Lexicon, ...] = ()
    without: tuple[str, ...] = ()
    sensitivity: Sensitivity = "default"

    def __post_init__(self) -> None:
        for rule in self.without:
            if rule not in RULES:
                raise SettingsError(f"rule '{rule}' is unknown. `biasdiff lexicon list` names the rules.")
        if self.sensitivity not in ("default", "high"):
            raise SettingsError(f"sensitivity '{self.sensitivity}' is unknown. Use default or high.")

    @property
    def all_lexicons(self) -> tuple[Lexicon, ...]:
        """Ours first, then the caller’s, whose entries win where both have the same words."""
        return (*bundled(), *self.lexicons)
