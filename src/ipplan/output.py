"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from ipplan.errors import UnwritableFile


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its target and rename it, so that nobody ever sees half of it.

    Raises:
        UnwritableFile: if it cannot be written; what stood there before is untouched.
    """
    if path.is_dir():
        raise UnwritableFile(f"{path}：这是文件夹，不能写成文件")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise UnwritableFile(f"{path}：写不了（{error.strerror}）") from None


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or what a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
