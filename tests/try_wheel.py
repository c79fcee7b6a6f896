"""Builds the wheel, installs it alone in a new environment, and runs it on a sample. Part of `make test`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAIR = [ROOT / "samples/fenmarket-sleep-trial" / name for name in ("01-fenmarket-reader.txt", "02-newsbasket.txt")]


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", scratch)
        run(sys.executable, "-m", "venv", scratch / "venv")
        tools = scratch / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        run(tools / "python", "-m", "pip", "install", "--quiet", next(scratch.glob("*.whl")))
        # Away from the checkout, so that nothing but the wheel can answer.
        shown = run(tools / "biasdiff", "compare", *PAIR, "-o", "out", "--format", "html,json", cwd=scratch)
        made = sorted(path.suffix for path in (scratch / "out").iterdir())
        if made != [".html", ".json"] or "What stands out" not in shown:
            sys.exit(f"the installed command made {made} and said:\n{shown}")
        run(
            tools / "python",
            "-c",
            "import biasdiff; biasdiff.analyze('The valiant mayor spoke.').findings[0]",
            cwd=scratch,
        )
        print("The wheel, installed alone, compares a sample pair.")


if __name__ == "__main__":
    main()
