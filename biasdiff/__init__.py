"""biasdiff compares how outlets tell the same story, sentence by sentence, with evidence and no verdict.

>>> import biasdiff
>>> story = biasdiff.analyze("The valiant mayor spoke. Nobody answered.", outlet="The Morning Ledger")
>>> [(story.text(f.span), f.rule) for f in story.findings]
[('valiant', 'eval.adj')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["BiasdiffError", "Settings", "analyze", "compare", "read", "to_dict"]

if TYPE_CHECKING:
    from biasdiff.analyzing import analyze
    from biasdiff.comparing import compare
    from biasdiff.errors import BiasdiffError
    from biasdiff.reading import read
    from biasdiff.rendering.data import to_dict
    from biasdiff.settings import Settings

_HOMES = {
    "BiasdiffError": "errors",
    "Settings": "settings",
    "analyze": "analyzing",
    "compare": "comparing",
    "read": "reading",
    "to_dict": "rendering.data",
}


def __getattr__(name: str) -> Any:
    """Public names are loaded when first asked for, so that `import biasdiff` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'biasdiff' has no attribute '{name}'")
    value = getattr(import_module(f"biasdiff.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
