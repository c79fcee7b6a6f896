"""What word differences and quotation matches cost: on real links, and on texts made to be slow."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import biasdiff
from biasdiff.differ import Side, edits, side
from biasdiff.matching import match_quotations, paraphrases
from biasdiff.model import Comparison
from biasdiff.segmenting import words

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/"))
ROUNDS = 20


def cost(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Processor milliseconds of one round, after one that is not counted."""
    work()
    start = time.process_time()
    for _ in range(rounds):
        work()
    return 1000 * (time.process_time() - start) / rounds


def compared(folder: Path) -> Comparison:
    return biasdiff.compare([biasdiff.read(path) for path in sorted(folder.glob("0*"))])


def on_samples() -> None:
    print(f"{'event':<24}{'links':>6}{'ms a link':>11}{'pairs':>7}{'matches':>9}{'ms a pair':>11}{'paraphrases':>13}")
    for folder in SAMPLES:
        result = compared(folder)
        by_id = {story.passage.id: story for story in result.analyses}
        sides = [
            tuple(side(by_id[key], numbers) for key, numbers in zip(link.passages, link.sentences, strict=True))
            for link in result.links
        ]
        pairs = list(combinations(result.analyses, 2))
        found = [match_quotations(*pair) for pair in pairs]
        link = cost(lambda sides=sides: [edits(*both) for both in sides]) / max(1, len(sides))
        match = cost(lambda pairs=pairs: [match_quotations(*pair) for pair in pairs]) / len(pairs)
        told = cost(
            lambda pairs=pairs, found=found, links=result.links: [
                paraphrases(*pair, links, one) for pair, one in zip(pairs, found, strict=True)
            ]
        )
        row = f"{len(sides):>6}{link:>11.3f}{len(pairs):>7}{sum(map(len, found)):>9}{match:>11.2f}"
        print(f"{folder.name:<24}{row}{told / len(pairs):>13.2f}")


def told(text: str) -> Side:
    return Side(text, (words(text),))


def on_slow_texts() -> None:
    print("\nwords a side     one grammar word between others     the same words shuffled     four words at random")
    for size in (60, 120, 400, 1600, 6400):
        half = range(size // 2)
        rows = [
            (" ".join(f"the left{n}" for n in half), " ".join(f"the right{n}" for n in half)),
            (" ".join(f"the word{n}" for n in half), " ".join(f"the word{n * 7 % (size // 2)}" for n in half)),
            (
                " ".join("war peace talks boats".split()[n * n % 7 % 4] for n in range(size)),
                " ".join("war peace talks boats".split()[n * n % 11 % 4] for n in range(size)),
            ),
        ]
        spent = [cost(lambda row=row: edits(*map(told, row)), 3) for row in rows]
        print(f"{size:>12}{spent[0]:>33.1f} ms{spent[1]:>25.1f} ms{spent[2]:>22.1f} ms")


def on_many_quotations() -> None:
    print("\nquotations a side     all the same     all alike")
    for size in (250, 500, 1000, 2000):
        spent = []
        for said in (
            "The boats were safe, but the crews were right",
            "The boats of {} were safe, but crew {} was right",
        ):
            story = biasdiff.analyze("\n\n".join(f"“{said.format(n, n)},” Reyes said." for n in range(size)))
            spent.append(cost(lambda story=story: match_quotations(story, story), 1))
        print(f"{size:>17}{spent[0]:>14.0f} ms{spent[1]:>11.0f} ms")


if __name__ == "__main__":
    on_samples()
    on_slow_texts()
    on_many_quotations()
