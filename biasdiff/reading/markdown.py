"""Markdown: the text without its marks, block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from biasdiff.model import Origin, Passage
from biasdiff.reading import plain
from biasdiff.reading.headers import Header

if TYPE_CHECKING:
    from markdown_it.token import Token


def accepts(suffix: str, text: str) -> bool:
    """Only what its suffix says is Markdown: a plain story may hold stars and brackets too."""
    return suffix in (".md", ".markdown")


def passage(text: str, head: Header, path: str) -> Passage:
    """The story as a reader of the rendered page sees it; pictures and raw HTML are left out."""
    from markdown_it import MarkdownIt

    given = plain.passage(text, head, path)
    before = text.count("\n", 0, head.end)
    story, starts, numbers = "", [0], [before + 1]
    for token in MarkdownIt("commonmark").parse(given.text):
        if token.type in ("inline", "fence", "code_block") and (printed := _printed(token).strip()):
            story += "\n\n" if story else ""
            line = before + 1 + (token.map or [0])[0]
            for offset, row in enumerate(printed.split("\n")):
                starts.append(len(story))
                numbers.append(line + offset)
                story += row + "\n"
            story = story[:-1]
    return replace(given, text=story, origin=Origin(path, tuple(starts[1:] or starts), tuple(numbers[1:] or numbers)))


def _printed(token: Token) -> str:
    return "".join(_pieces(token.children)) if token.children else token.content


def _pieces(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type in ("text", "code_inline"):
            yield child.content
