"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from functools import cache
from pathlib import Path

from ipplan.errors import UnwritableFile

_REASONS = {
    errno.EACCES: "没有权限，或者文件正在 Word、WPS 里开着",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EFBIG: "超过了允许的文件大小",
    errno.EIO: "磁盘出错",
    errno.EDQUOT: "磁盘配额用完了",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕回了自己",
    errno.EEXIST: "文件夹的位置上已经有一个同名文件",
    errno.ENOTDIR: "路径中间有一段是文件，不是文件夹",
}
_PREFIX, _SUFFIX = ".ipplan-", ".tmp"
_TRIES = 100
"""So often another run may sweep our temporary file away; each does so once, when it begins."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its target and rename it, so that nobody ever sees half of it.

    A run that is killed leaves its temporary file; the next one that writes into the folder removes it.

    Raises:
        UnwritableFile: if it cannot be written; what stood there before is untouched.
    """
    if os.path.isdir(path):  # noqa: PTH112  Path.is_dir() raises where the name is too long
        raise UnwritableFile(f"{path}：这是文件夹，不能写成文件")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(os.path.realpath(path.parent))
        _replace_in_spite_of_sweeping(path, data)
    except OSError as error:
        raise UnwritableFile(f"{path}：写不了（{why_unwritable(error)}）") from None


def why_unwritable(error: OSError) -> str:
    """The reason in Chinese, in the system's words where it is a rare one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


@cache
def _sweep(folder: str) -> None:
    """Remove the temporary files in a folder, once in a run, also those of runs that still live: they write again."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _replace_in_spite_of_sweeping(path: Path, data: bytes) -> None:
    """Write and rename; once more if another run has taken the temporary file for one that nobody owns."""
    for _ in range(_TRIES):
        with contextlib.suppress(FileNotFoundError):
            return _replace(path, data)
    return _replace(path, data)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
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
