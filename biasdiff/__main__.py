"""`python -m biasdiff`, the same as the command `biasdiff`."""

from biasdiff.cli import main

if __name__ == "__main__":
    main(prog_name="biasdiff")
