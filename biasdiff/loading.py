"""The bytes of a file that somebody names."""

from __future__ import annotations

from pathlib import Path

from biasdiff.errors import InputError


def load(path: Path, most: int, wanted: str) -> bytes:
    """All bytes of a regular file.

    `wanted` names what the file should be, as in “a story”. Raises InputError for a folder, a pipe or
    a device (which may never end), for more than `most` bytes, and for what cannot be read.
    """
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a folder. Give a file that holds {wanted}.")
        if path.exists() and not path.is_file():
            raise InputError(f"{path}: is not a regular file. Give a file that holds {wanted}.")
        with path.open("rb") as file:
            # Not more than that, whatever size the file says it has.
            data = file.read(most + 1)
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise InputError(f"{path}: cannot be read ({reason}). Check the path.") from None
    if len(data) > most:
        raise InputError(f"{path}: larger than {most // 1_000_000} MB. Give a file that holds {wanted}, no collection.")
    return data
