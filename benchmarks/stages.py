"""What each stage costs for a pair of 30-sentence stories, warm, and how many pairs that makes a second."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import biasdiff
from biasdiff import aligning, attributing, detecting, quoting
from biasdiff.differ import edits, side
from biasdiff.highlighting import highlights
from biasdiff.matching import match_quotations
from biasdiff.measuring import profile
from biasdiff.reading_level import readability
from biasdiff.rendering.html import render
from biasdiff.segmenting import segment
from biasdiff.settings import Settings
from biasdiff.toning import tones

SAMPLES = Path(__file__).parent.parent / "samples" / "port-alder-ferries"
SENTENCES = 30
ROUNDS = 30


def story(name: str) -> str:
    """The first sentences of a sample; its last ones again where it is shorter."""
    text = biasdiff.read(SAMPLES / name).text
    spans = [s.span for s in segment(text)]
    return text[: spans[min(SENTENCES, len(spans)) - 1].end]


def cost(work: Callable[[], object]) -> float:
    """Processor milliseconds of one round, after one that is not counted."""
    work()
    start = time.process_time()
    for _ in range(ROUNDS):
        work()
    return 1000 * (time.process_time() - start) / ROUNDS


def _speech(story: biasdiff.Analysis) -> None:
    heard = quoting.listen(story.passage.text, story.sentences)
    attributing.attributions(heard, quoting.quotations(heard))


def _anew(texts: list[str], lines: int) -> list[biasdiff.Analysis]:
    """The stories with so many empty lines behind them, analyzed."""
    return [biasdiff.analyze(text + "\n" * lines) for text in texts]


def main() -> None:
    texts = [story("01-morning-ledger.txt"), story("02-coast-wire.txt")]
    pair = [biasdiff.analyze(text) for text in texts]
    result = biasdiff.compare(pair)
    a, b = result.analyses
    settings = Settings()
    # Real stories come once: nothing kept of a story may help the next round.
    lines = count(1)
    sides = [
        tuple(side(s, numbers) for s, numbers in zip((a, b), link.sentences, strict=True)) for link in result.links
    ]
    rows: list[tuple[str, Callable[[], object]]] = [
        ("segmenting", lambda: [segment(t) for t in texts]),
        ("quotations and attributions", lambda: [_speech(s) for s in pair]),
        ("findings", lambda: [detecting.detect(s, settings) for s in pair]),
        ("links", lambda: aligning.align(a, b)),
        ("word differences", lambda: [edits(*both) for both in sides]),
        ("quotation matches", lambda: match_quotations(a, b)),
        ("tone", lambda: [tones(s.passage.text, s.sentences) for s in pair]),
        ("reading level", lambda: [readability(s.passage.text, s.sentences) for s in pair]),
        ("profiles, with tone", lambda: [profile(s) for s in pair]),
        ("what stands out", lambda: highlights(result)),
        ("analyze and compare", lambda: biasdiff.compare(_anew(texts, next(lines)))),
        ("HTML page", lambda: render(result)),
    ]
    sentences = " and ".join(str(sum(1 for _ in analysis.told)) for analysis in pair)
    print(f"{sentences} sentences, {sum(p.words for p in result.profiles)} words, {len(result.links)} links")
    for name, work in rows:
        spent = cost(work)
        print(
            f"{name:<28}{spent:8.2f} ms"
            + (f"   {1000 / spent:.0f} pairs a second" if name.startswith("analyze") else "")
        )


if __name__ == "__main__":
    main()
