"""Templates -> self-contained pages: no network, no script, and nothing in a story can change the page."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
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


class _Compiled(FileSystemBytecodeCache):
    """The templates compiled, kept beside them as Python keeps its modules; nothing is kept where it may not write.

    A template is compiled anew when its text has changed.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(text),
        bytecode_cache=_Compiled(str(files("biasdiff.rendering") / "templates" / "__pycache__")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
