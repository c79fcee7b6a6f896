"""What findings cost: warm per 1,000 words, with a user's large lexicon too, and the cold load of all lexicons."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import biasdiff
from biasdiff import Settings, detecting
from biasdiff.lexicon import bundle, parse

SAMPLES = Path(__file__).parent.parent / "samples"
WORDS = 1000
ROUNDS = 30
OWN_ENTRIES = 20_000

_HEAD = """[lexicon]
name = "large"
language = "en"
category = "test"
group = "wording"
rule = "eval.adj"
question = "Why this word?"
"""
_ENTRY = """
[entry.x{0}]
terms = ["word{0} thing", "thing of word{0}"]
pos = "noun"
severity = 1
rationale = "A test."
source = "own entry"
hit = ["A word{0} thing."]
miss = ["A thing."]
"""
# What a process pays for the lexicons beyond the modules that it has anyway.
_COLD = (
    "import time, biasdiff.lexicon as x; start = time.process_time(); x.bundle();"
    " print(1000 * (time.process_time() - start))"
)


def warm(story: biasdiff.Analysis, settings: Settings) -> float:
    """Processor milliseconds per 1,000 words, after one round that is not counted."""
    detecting.detect(story, settings)
    start = time.process_time()
    for _ in range(ROUNDS):
        detecting.detect(story, settings)
    words = sum(len(sentence.words) for sentence in story.told)
    return 1000 * (time.process_time() - start) / ROUNDS * 1000 / words


def cold() -> float:
    """Processor milliseconds for loading all lexicons in a fresh process; the median of seven."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", _COLD]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(7)]
    return statistics.median(float(run.stdout) for run in runs)


def main() -> None:
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*/*.txt")))
    story = biasdiff.analyze(" ".join(text.split(" ")[: 5 * WORDS]))
    print(f"{len(bundle().entries)} entries, {sum(len(f.split(';')) for f in bundle().forms.values())} forms")
    print(f"findings: {warm(story, Settings()):.2f} ms per 1,000 words, {len(story.findings)} found")
    start = time.process_time()
    large = parse((_HEAD + "".join(_ENTRY.format(n) for n in range(OWN_ENTRIES))).encode(), "large.toml")
    print(f"reading a lexicon of {OWN_ENTRIES} entries: {time.process_time() - start:.2f} s")
    start = time.process_time()
    own = Settings(lexicons=(large,))
    detecting.detect(story, own)
    print(f"its index, once: {time.process_time() - start:.2f} s")
    print(f"findings with it: {warm(story, own):.2f} ms per 1,000 words")
    print(f"loading all lexicons, cold: {cold():.1f} ms")


if __name__ == "__main__":
    main()
