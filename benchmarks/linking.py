"""What linking costs: pairs of ordinary stories, and texts of 1,000 and 10,000 sentences beside comparing all with all.

.venv/bin/python benchmarks/linking.py
"""

from __future__ import annotations

import difflib
import random
import resource
import time
from pathlib import Path

import biasdiff
from biasdiff.aligning import align
from biasdiff.model import Analysis, Passage
from biasdiff.segmenting import segment

SAMPLES = Path(__file__).parent.parent / "samples"
WORDS, SENTENCE = 20_000, 20  # different words, and words in a sentence
KEPT = 0.3  # of the sentences of a made-up text come back in the other, with a third of their words changed
ALL_WITH_ALL = 60  # sentences a side on which difflib is timed; its cost grows with the square


def samples() -> list[tuple[Analysis, Analysis]]:
    """The first two stories of each sample."""
    found = []
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir()):
        left, right = [biasdiff.analyze(biasdiff.read(path)) for path in sorted(folder.glob("0*.*"))[:2]]
        found.append((left, right))
    return found


def made_up(size: int) -> tuple[Analysis, Analysis]:
    """Two texts of so many sentences; how often a word is used falls with its rank, as in any language."""
    draw = random.Random(0)
    words = ["".join(draw.choices("bcdfghklmnprstvz", k=3) + draw.choices("aeiou", k=3)) for _ in range(WORDS)]
    odds = [1 / rank for rank in range(1, WORDS + 1)]
    left = [draw.choices(words, odds, k=SENTENCE) for _ in range(size)]
    right = [
        [word if draw.random() < 2 / 3 else draw.choices(words, odds)[0] for word in draw.choice(left)]
        if draw.random() < KEPT
        else draw.choices(words, odds, k=SENTENCE)
        for _ in range(size)
    ]
    first, second = (Passage(" ".join(" ".join(s).capitalize() + "." for s in side)) for side in (left, right))
    return Analysis(first, segment(first.text)), Analysis(second, segment(second.text))


def seconds(left: Analysis, right: Analysis) -> float:
    """Processor seconds of linking two stories."""
    start = time.process_time()
    align(left, right)
    return time.process_time() - start


def all_with_all(left: Analysis, right: Analysis) -> float:
    """Processor seconds of comparing every sentence with every other by difflib, on their characters."""
    start = time.process_time()
    for one in left.sentences[:ALL_WITH_ALL]:
        matcher = difflib.SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(left.text(one.span))
        for two in right.sentences[:ALL_WITH_ALL]:
            matcher.set_seq1(right.text(two.span))
            matcher.ratio()
    return time.process_time() - start


def main() -> None:
    pairs = samples()
    for left, right in pairs:
        align(left, right)
    each = [min(seconds(left, right) for _ in range(9)) for left, right in pairs]
    for (left, right), cost in zip(pairs, each, strict=True):
        print(f"{len(left.sentences)} and {len(right.sentences)} sentences: {1000 * cost:.1f} ms")
    for size in (1_000, 10_000):
        left, right = made_up(size)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        cost = min(seconds(left, right) for _ in range(2))
        memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        naive = all_with_all(left, right) * (size / ALL_WITH_ALL) ** 2
        times = naive / cost
        print(f"{size} and {size} sentences: {cost:.2f} s, {memory:.0f} MB, {times:.0f} times as fast as all with all")


if __name__ == "__main__":
    main()
