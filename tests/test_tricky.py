"""The page of tricky differences shows what the tool makes of them today."""

import re
from pathlib import Path

import pytest

from biasdiff import analyze
from biasdiff.differ import Side, edits
from biasdiff.matching import match_quotations
from biasdiff.segmenting import segment

PAGE = (Path(__file__).parent.parent / "docs" / "tricky-differences.md").read_text(encoding="utf-8")
LINE = re.compile(r"    (left|right|shown|match|wanted) +(.+)")


def blocks():
    block = {}
    for line in PAGE.splitlines():
        found = LINE.fullmatch(line)
        if found:
            block[found[1]] = found[2]
        elif block:
            yield block
            block = {}
    if block:
        yield block


BLOCKS = list(blocks())


def side(text):
    return Side(text, tuple(sentence.words for sentence in segment(text)))


def shown(left, right):
    out = []
    for e in edits(side(left), side(right)):
        mine, theirs = left[slice(*e.left)], right[slice(*e.right)]
        out.append(mine if e.tag == "equal" else f"<{mine or theirs}>" if e.moved else f"[{mine}|{theirs}]")
    return " ".join(out)


def matched(left, right):
    found = match_quotations(analyze(left), analyze(right))
    return ", ".join((found[0].status, found[0].coverage)) if found else "none"


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["left"])
def test_the_page_tells_what_is_shown(block):
    assert {"left", "right"} < set(block)
    if "shown" in block:
        assert shown(block["left"], block["right"]) == block["shown"]
    else:
        assert matched(block["left"], block["right"]) == block["match"]


@pytest.mark.parametrize("block", [block for block in BLOCKS if "wanted" in block], ids=lambda block: block["left"])
def test_what_is_wanted_still_fails(block):
    assert block["wanted"] != block.get("shown", block.get("match"))
