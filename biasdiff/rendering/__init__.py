"""Results -> files. To add a format, write a file with `render` and name it in FORMATS."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from biasdiff.model import Comparison
from biasdiff.rendering.data import to_dict


class Format(NamedTuple):
    """How a comparison becomes a file."""

    suffix: str
    render: Callable[[Comparison], str]


def _html(result: Comparison) -> str:
    # Imported on call: the template engine is the heaviest import, and JSON does not need it.
    from biasdiff.rendering.html import render

    return render(result)


def _json(result: Comparison) -> str:
    return json.dumps(to_dict(result), ensure_ascii=False, indent=1) + "\n"


FORMATS = {"html": Format("html", _html), "json": Format("json", _json)}
