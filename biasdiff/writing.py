"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from biasdiff.errors import InputError


def write(path: Path, content: str | bytes) -> None:
    """Writes a file by a temporary file beside it and a rename; text as UTF-8.

    Half characters, as an odd file name has them, are written as escapes.
    Raises InputError where that cannot be done.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_bytes(content))
            # A temporary file is readable by its owner alone; a report is as open as any new file.
            mask = os.umask(0)
            os.umask(mask)
            Path(name).chmod(0o666 & ~mask)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise InputError(f"{path}: cannot be written ({problem.strerror}). Choose another folder with -o.") from None


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
