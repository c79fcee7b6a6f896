"""How the cost of a comparison grows as the text doubles, up to 5,000 sentences a side."""

from __future__ import annotations

import random
import time

import biasdiff

SIZES = (312, 625, 1250, 2500, 5000)
_NOUNS = "crews port ferry council bridge harbour minister report island company library river dam school".split()
_VERBS = "stopped closed opened reported rejected offered counted moved warned denied backed built".split()


def story(sentences: int, seed: int) -> str:
    """Invented sentences that share their words as real stories of one event do: a few often, many seldom."""
    draw = random.Random(seed)
    shared = random.Random(0)
    names = [f"Name{shared.randrange(10**6)}" for _ in range(sentences)]
    lines = []
    for number in range(sentences):
        name = names[number] if draw.random() < 0.5 else draw.choice(names)
        noun, other, verb = draw.choice(_NOUNS), draw.choice(_NOUNS), draw.choice(_VERBS)
        quoted = (
            f" “The {other} {verb} item {draw.randrange(sentences)} first,” said {name}." if number % 5 == 0 else ""
        )
        lines.append(f"The {noun} of {name} {verb} the {other} on day {draw.randrange(sentences)}.{quoted}")
    return "\n\n".join(lines)


def main() -> None:
    before = 0.0
    biasdiff.compare([story(20, 1), story(20, 2)])
    for size in SIZES:
        texts = story(size, 1), story(size, 2)
        start = time.process_time()
        analyses = [biasdiff.analyze(text) for text in texts]
        middle = time.process_time()
        result = biasdiff.compare(analyses)
        end = time.process_time()
        growth = f"   {(end - start) / before:.2f} times the half" if before else ""
        before = end - start
        print(
            f"{size:5} sentences a side: analyze {middle - start:6.2f} s,"
            f" compare {end - middle:6.2f} s, {len(result.links)} links{growth}"
        )


if __name__ == "__main__":
    main()
