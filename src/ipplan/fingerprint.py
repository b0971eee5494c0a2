"""Which program this is, in a digest: a paper made by another one may differ."""

from __future__ import annotations

import os
import sys
import zlib
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSTALLED = (".dist-info", ".egg-info")


@cache
def program_fingerprint() -> str:
    """A digest of ipplan's sources and templates, of Python and of the names and versions of installed libraries.

    What the files say counts, not when they were written, so that two installations of one version are the same.
    """
    found = blake2b(digest_size=16)
    for words in (sys.version, sys.platform, zlib.ZLIB_RUNTIME_VERSION, *_libraries()):
        found.update(words.encode() + b"\0")
    for folder in (Path(__file__).parent, templates_folder()):
        for path in _files(folder):
            with open(path, "rb") as stream:  # noqa: PTH123  six hundred files in every run, and faster
                data = stream.read()
            name = path[len(str(folder)) + 1 :].replace(os.sep, "/")
            found.update(f"{name}\0{len(data)}\0".encode() + data)
    return found.hexdigest()


def _libraries() -> Iterator[str]:
    """Names and versions, read from the names of folders: `importlib.metadata` would cost more than all the rest."""
    for place in filter(os.path.isdir, sys.path):
        yield from sorted(name for name in os.listdir(place) if name.endswith(_INSTALLED))  # noqa: PTH208


def _files(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(here, name) for name in sorted(names))  # noqa: PTH118
