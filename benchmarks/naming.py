"""How well names are found and joined over the outlets of one event, and which kinds of mention go wrong.

    .venv/bin/python benchmarks/naming.py [--data DIR] [--show]

DIR holds entity_names.jsonl: stories as tokens, with who is meant by each mention. `--show` prints every
mention that is missed, apart from its person, or among another person's. Two runs of the printed lines
can be compared with diff. Where spaCy is installed, its figures follow those of the rules alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import biasdiff
from biasdiff.analyzing import signature
from biasdiff.naming.vocabulary import COURTESY
from biasdiff.settings import Settings

DATA = Path(__file__).parents[2] / "shared" / "data"
_NO_SPACE_BEFORE = frozenset(", . ; : ? ! ) ] % 's ’s n't n’t '' ” ’".split())
_NO_SPACE_BEHIND = frozenset("( [ $ `` “ ‘".split())

Row = dict[str, Any]


class Mention(NamedTuple):
    """A labelled mention: who is meant, as printed, and which name of ours covers at least half of it."""

    chain: str
    printed: str
    name: int | None
    context: str


def laid_out(row: Row) -> tuple[str, list[list[tuple[int, int]]]]:
    """The text of a story given as tokens, one sentence a line, and the span of each token."""
    text, where = "", []
    for tokens in row["sentences"]:
        spans: list[tuple[int, int]] = []
        opened = False
        for before, token in pairwise(["", *tokens]):
            straight = token == '"'
            glued = token in _NO_SPACE_BEFORE or before in _NO_SPACE_BEHIND or (before == '"' and opened)
            text += " " if spans and not (opened if straight else glued) else ""
            opened ^= straight
            spans.append((len(text), len(text) + len(token)))
            text += token
        where.append(spans)
        text += "\n"
    return text, where


def read(rows: Sequence[Row], settings: Settings) -> tuple[list[Mention], int, int]:
    """The labelled mentions of persons in the stories of one event, how many we made, and the number of words."""
    laid = [laid_out(row) for row in rows]
    result = biasdiff.compare([biasdiff.analyze(text, settings=settings) for text, _ in laid])
    found: list[Mention] = []
    made = 0
    for row, (text, where), story in zip(rows, laid, result.analyses, strict=True):
        ours = [
            (mention.start, mention.end, number)
            for number, name in enumerate(result.names)
            if name.kind == "person"
            for mention in name.mentions
            if mention.passage == story.passage.id
        ]
        made += len(ours)
        found += _labelled(row, text, where, ours)
    return found, made, sum(len(tokens) for row in rows for tokens in row["sentences"])


def _labelled(
    row: Row, text: str, where: list[list[tuple[int, int]]], ours: Sequence[tuple[int, int, int]]
) -> Iterator[Mention]:
    for gold in row["mentions"]:
        tokens = where[gold["sent"]][gold["start"] : max(gold["end"], gold["start"] + 1)]
        if gold["chain"].endswith("_ACTOR") and tokens:
            a, b = tokens[0][0], tokens[-1][1]
            shared = ((min(b, y) - max(a, x), min(b - a, y - x), number) for x, y, number in ours)
            best = max(((size, number) for size, whole, number in shared if size >= whole / 2), default=(0, None))
            context = " ".join(text[max(0, a - 50) : b + 40].split())
            yield Mention(gold["chain"], text[a:b], best[1] if best[0] > 0 else None, context)


def kind(printed: str) -> str:
    """What sort of mention it is, by its words alone."""
    words = printed.replace("’s", "").replace("'s", "").split()
    if words[0].strip(".").lower() in COURTESY:
        return "with Mr or Ms"
    if any(word[0].islower() for word in words):
        return "description"
    return "one word" if len(words) == 1 else "several capitals"


def fault(mention: Mention, home: dict[str, int | None], owner: dict[int, str]) -> str:
    """Missed, apart from where most mentions of the person are, or with another person; "" for none."""
    if mention.name is None:
        return "missed"
    if owner[mention.name] != mention.chain:
        return "with another"
    return "apart" if mention.name != home[mention.chain] else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    path = options.data / "entity_names.jsonl"
    if not path.is_file():
        sys.exit(f"{path} is missing. Give the folder of the labelled data with --data.")
    events: defaultdict[int, list[Row]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        events[row["event"]].append(row)
    measure(events, Settings(), options.show)
    if find_spec("spacy"):
        settings = Settings(names="spacy")
        print(f"\n{dict(signature(settings).settings)['names']}")
        measure(events, settings, options.show)


def measure(events: dict[int, list[Row]], settings: Settings, show: bool) -> None:
    right = ours = theirs = found = total = made = words = 0
    faults: Counter[tuple[str, str]] = Counter()
    kinds: Counter[str] = Counter()
    for rows in events.values():
        mentions, here, length = read(rows, settings)
        made, words, total = made + here, words + length, total + len(mentions)
        by_name = Counter(m.name for m in mentions if m.name is not None)
        by_chain = Counter(m.chain for m in mentions)
        both = Counter((m.chain, m.name) for m in mentions if m.name is not None)
        found += by_name.total()
        ours, theirs = ours + _pairs(by_name.values()), theirs + _pairs(by_chain.values())
        right += _pairs(both.values())
        home = {chain: max((n, name) for (c, name), n in both.items() if c == chain)[1] for chain, _ in both}
        owner = {name: max((n, chain) for (chain, k), n in both.items() if k == name)[1] for _, name in both}
        for mention in mentions:
            wrong = fault(mention, home, owner)
            kinds[kind(mention.printed)] += 1
            faults[kind(mention.printed), wrong] += 1
            if wrong and show:
                print(f"{wrong:12} {mention.printed} | {mention.chain} | {mention.context}")
    precision, recall = right / max(1, ours), right / max(1, theirs)
    print(f"pairs: P {precision:.3f}, R {recall:.3f}, F {2 * precision * recall / (precision + recall or 1):.3f}")
    print(f"mentions found {found / total:.3f}; {100 * made / words:.2f} predicted in 100 words")
    for sort, number in kinds.most_common():
        wrong = ", ".join(f"{faults[sort, what]} {what}" for what in ("missed", "apart", "with another"))
        print(f"{sort:18}{number:5}: {wrong}")


def _pairs(sizes: Any) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


if __name__ == "__main__":
    main()
