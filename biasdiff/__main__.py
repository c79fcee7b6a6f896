"""The command `biasdiff`, and `python -m biasdiff`."""

from __future__ import annotations

import signal


def run() -> None:
    """Runs the command line. An interrupt while it is being loaded ends the program without a traceback."""
    # Who started us may have turned interrupts off, as for work in the background.
    wanted = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if wanted:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from biasdiff.cli import main

    if wanted:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    main(prog_name="biasdiff")


if __name__ == "__main__":
    run()
