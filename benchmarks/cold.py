"""Processor time and peak memory of a cold `biasdiff compare`, as a ratio to an empty Python process too."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples" / "port-alder-ferries"
ROUNDS = 7


def spent(*command: str) -> tuple[float, float]:
    """Processor seconds and peak megabytes of one process."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median(*command: str) -> tuple[float, float]:
    spent(*command)
    seconds, memory = zip(*(spent(*command) for _ in range(ROUNDS)), strict=True)
    return statistics.median(seconds), max(memory)


def main() -> None:
    files = sys.argv[1:] or [str(SAMPLES / "01-morning-ledger.txt"), str(SAMPLES / "02-coast-wire.txt")]
    empty, _ = median(sys.executable, "-c", "pass")
    with tempfile.TemporaryDirectory() as out:
        seconds, memory = median(sys.executable, "-m", "biasdiff", "compare", *files, "-o", out)
    print(
        f"cold compare to HTML: {seconds:.2f} s of processor time"
        f" ({seconds / empty:.0f} times an empty process), {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()
