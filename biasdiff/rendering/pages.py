"""Templates -> self-contained pages: no network, no script, and nothing in a story can change the page."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

# Controls, overrides of the writing direction and half characters have no place in a page: some
# are not allowed in HTML, and an override could make a sentence read in another order than it is.
_HARMFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def fill(template: str, styles: tuple[str, ...], rules: str = "", **values: Any) -> str:
    """The page of a template, with the style files in it; byte for byte the same for the same values.

    `rules` are style rules of this page alone, put behind the files. The template finds the style as
    `style` and what a Content-Security-Policy calls it as `style_hash`.
    Every value is escaped.
    """
    style = "".join(map(text, styles)) + rules
    page = _environment().get_template(template).render(style=Markup(style), style_hash=digest(style), **values)
    return _HARMFUL.sub("\ufffd", page)


def text(name: str) -> str:
    """A file of the templates folder."""
    return (files("biasdiff.rendering") / "templates" / name).read_text("utf-8")


def digest(source: str) -> Markup:
    """What a Content-Security-Policy calls the source of an inline block."""
    return Markup(f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(text), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
