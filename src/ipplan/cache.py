"""The cache: contents by their digest, and notes by the digest of everything that they depend on.

It lies in the user's cache folder, never in a project. Nothing in it is believed unchecked: a content must have the
digest that it is called by, a note the one on its first line. What cannot be read or written is as if it were not
there. Files appear whole (`output.write_whole`), so processes may share a cache.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

from ipplan.errors import UnwritableFile
from ipplan.output import write_whole

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

PLACE = "IPPLAN_CACHE"
"""The variable that names another folder for the cache."""
LIMIT = 1024**3
"""Bytes that a cache holds, about 50,000 papers; what was not used for longest goes first."""
_FOLDERS = 256
"""Folders that the files are spread over, by the first two digits of their names."""


def digest(data: bytes) -> str:
    """What a content is called by: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def cache_folder() -> Path | None:
    """Where the cache lies: what the variable names, else the system's place for caches; None where there is none."""
    if named := os.environ.get(PLACE):
        return Path(named)
    with contextlib.suppress(RuntimeError):  # no home
        return _system_folder() / "ipplan"
    return None


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"


class Cache:
    """A cache in a folder, which need not be there yet."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit

    def content(self, name: str) -> bytes | None:
        """The content with this digest, None where the cache does not have it."""
        data = self._read(name)
        return data if data is not None and digest(data) == name else None

    def note(self, key: str) -> Json:
        """What was noted under a key, None for nothing."""
        head, _, body = (self._read(key) or b"").partition(b"\n")
        return json.loads(body) if head.decode(errors="replace") == digest(body) else None

    def keep_content(self, data: bytes) -> str:
        """Keep a content; returns its digest, even if it could not be kept."""
        name = digest(data)
        self._write(name, data)
        return name

    def keep_note(self, key: str, note: Json) -> None:
        """Note something under a key, a digest of what it depends on."""
        body = json.dumps(note, ensure_ascii=False).encode(errors="surrogatepass")
        self._write(key, digest(body).encode() + b"\n" + body)

    def used(self, name: str) -> None:
        """Say that a content was of use, though nobody read it: what is used is kept longest."""
        with contextlib.suppress(OSError):
            os.utime(self._path(name))

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name[:2], name[2:])  # noqa: PTH118  asked for every plan, and much faster

    def _read(self, name: str) -> bytes | None:
        try:
            with open(self._path(name), "rb") as stream:  # noqa: PTH123  likewise
                data = stream.read()
        except OSError:
            return None
        self.used(name)
        return data

    def _write(self, name: str, data: bytes) -> None:
        with contextlib.suppress(OSError, UnwritableFile):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(Path(self._path(name)), data)
            if name.endswith("0"):  # one time in sixteen is often enough to stay near the limit
                self._trim(self._folder / name[:2])

    def _trim(self, folder: Path) -> None:
        """Delete what was not used for longest, until a folder holds its share again."""
        files = [(entry.stat(), entry.path) for entry in os.scandir(folder)]
        excess = sum(status.st_size for status, _ in files) - self._limit // _FOLDERS
        for status, path in sorted(files, key=lambda file: file[0].st_mtime_ns):
            if excess <= 0:
                break
            Path(path).unlink(missing_ok=True)
            excess -= status.st_size
