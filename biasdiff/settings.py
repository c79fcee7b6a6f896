"""What a caller may set for an analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from biasdiff.errors import SettingsError
from biasdiff.lexicon import Lexicon, bundled
from biasdiff.model import Sensitivity
from biasdiff.rules import RULES

# Who finds names: rules alone, or spaCy beside them.
Naming = Literal["rules", "spacy"]
BY_RULES: Naming = "rules"


@dataclass(frozen=True, slots=True)
class Settings:
    """More lexicons beside ours, ids of rules that are switched off, and who finds names.

    "spacy" needs the extra `biasdiff[nlp]`. Raises SettingsError for a rule that does not exist.
    """

    lexicons: tuple[Lexicon, ...] = ()
    without: tuple[str, ...] = ()
    sensitivity: Sensitivity = "default"
    names: Naming = BY_RULES

    def __post_init__(self) -> None:
        for rule in self.without:
            if rule not in RULES:
                raise SettingsError(f"rule '{rule}' is unknown. `biasdiff lexicon list` names the rules.")
        if self.sensitivity not in ("default", "high"):
            raise SettingsError(f"sensitivity '{self.sensitivity}' is unknown. Use default or high.")
        if self.names not in get_args(Naming):
            raise SettingsError(f"names by '{self.names}' is unknown. Use rules or spacy.")

    @property
    def all_lexicons(self) -> tuple[Lexicon, ...]:
        """Ours first, then the caller’s, whose entries win where both have the same words."""
        return (*bundled(), *self.lexicons)
