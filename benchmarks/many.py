"""What three to eight stories cost: five of 30 sentences, more stories, and longer ones.

.venv/bin/python benchmarks/many.py
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from growth import story

import biasdiff
from biasdiff.segmenting import segment

SAMPLES = Path(__file__).parent.parent / "samples" / "marrowby-libraries"
SENTENCES, STORIES = 30, 5
ROUNDS = 5


def stories(number: int) -> list[str]:
    """So many stories of 30 sentences: the samples in turn, with other names where they come again."""
    texts = [biasdiff.read(path).text for path in sorted(SAMPLES.glob("0*.*"))]
    found = []
    for at in range(number):
        whole = texts[at % len(texts)].replace("Calloway", f"Call{chr(97 + at)}way")
        found.append(whole[: segment(whole)[SENTENCES - 1].span.end])
    return found


def seconds(texts: Sequence[str], rounds: int = ROUNDS) -> float:
    """The least processor seconds of analysing and comparing some stories, warm."""
    spent = []
    for _ in range(rounds + 1):
        start = time.process_time()
        biasdiff.compare([biasdiff.analyze(text) for text in texts])
        spent.append(time.process_time() - start)
    return min(spent[1:])


def main() -> None:
    print(f"{STORIES} stories of {SENTENCES} sentences: {seconds(stories(STORIES)):.3f} s")
    two = seconds(stories(2))
    for number in range(2, 9):
        cost = seconds(stories(number))
        pairs = number * (number - 1) // 2
        print(f"{number} stories ({pairs} pairs): {cost:.3f} s, {cost / two:.1f} times as much as two")
    before = 0.0
    for sentences in (50, 100, 200, 400):
        cost = seconds([story(sentences, seed) for seed in range(STORIES)], 1)
        growth = f", {cost / before:.2f} times the half" if before else ""
        before = cost
        print(f"{STORIES} stories of {sentences} lines: {cost:.3f} s{growth}")


if __name__ == "__main__":
    main()
