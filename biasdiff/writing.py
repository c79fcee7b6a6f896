"""Files are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from biasdiff.errors import InputError


def write(files: Sequence[tuple[Path, str | bytes]]) -> None:
    """Writes files by temporary files beside them, renamed when all of them are whole; text as UTF-8.

    Half characters, as an odd file name has them, are written as escapes. Raises InputError where a
    file cannot be written; it names those that stand already, as a rename that fails after others leaves them.
    """
    waiting: list[tuple[Path, Path]] = []
    written: list[Path] = []
    path = Path()
    try:
        for path, content in files:
            waiting.append((_temporary(path), path))
            waiting[-1][0].write_bytes(_bytes(content))
        for temporary, path in waiting:
            temporary.replace(path)
            written.append(path)
    except OSError as problem:
        beside = f" Written before it: {', '.join(map(str, written))}." if written else ""
        raise InputError(
            f"{path}: cannot be written ({problem.strerror}). Choose another folder with -o.{beside}"
        ) from None
    finally:
        for temporary, _ in waiting[len(written) :]:
            with suppress(OSError):
                temporary.unlink()


def _temporary(path: Path) -> Path:
    """A new empty file beside a path; as open as any new file, not to its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    os.close(handle)
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(0o666 & ~mask)
    return Path(name)


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
