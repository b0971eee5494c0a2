"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from ipplan.errors import UnwritableFile

_REASONS = {
    errno.EACCES: "没有权限，或者文件正在 Word、WPS 里开着",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕回了自己",
    errno.EEXIST: "文件夹的位置上已经有一个同名文件",
    errno.ENOTDIR: "路径中间有一段是文件，不是文件夹",
}


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its target and rename it, so that nobody ever sees half of it.

    Raises:
        UnwritableFile: if it cannot be written; what stood there before is untouched.
    """
    if os.path.isdir(path):  # noqa: PTH112  Path.is_dir() raises where the name is too long
        raise UnwritableFile(f"{path}：这是文件夹，不能写成文件")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise UnwritableFile(f"{path}：写不了（{_why(error)}）") from None


def _why(error: OSError) -> str:
    """The reason in Chinese, in the system's words where it is a rare one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".ipplan-", suffix=".tmp", dir=path.parent)
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
