"""What papers depend on, in digests: files, folders of templates, the fonts of this machine."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ipplan.cache import digest
from ipplan.errors import IpplanError
from ipplan.source import decoded, read_bytes

if TYPE_CHECKING:
    from ipplan.diagnostics import Diagnostic
    from ipplan.source import Source

Kind: TypeAlias = Literal["file", "folder", "fonts"]

_MOST_FILES = 200
"""Files that a folder of wording may have; one with more is no such folder, and its digest is not known."""


class Dependency(NamedTuple):
    """Something that was read: its digest then, None where it could not be read."""

    kind: Kind
    name: str
    digest: str | None


class Reads:
    """Reads files as `source.read_source` does, and keeps the digest of each."""

    def __init__(self) -> None:
        self.digests: dict[Path, str] = {}

    def read(self, path: Path) -> Source | Diagnostic:
        """A file. Raises what `read_source` raises."""
        data = read_bytes(path)
        self.digests[path] = digest(data)
        return decoded(path, data)


class Digests:
    """Digests of what several plans share, each worked out once. Fonts are looked for in `font_folders` too."""

    def __init__(self, font_folders: tuple[Path, ...]) -> None:
        self._font_folders = font_folders
        self._known: dict[tuple[Kind, str], str | None] = {}

    def of(self, kind: Kind, name: str) -> str | None:
        """The digest of a file, of a folder or of the fonts; None where it cannot be read."""
        if (kind, name) not in self._known:
            self._known[kind, name] = self._work_out(kind, name)
        return self._known[kind, name]

    def _work_out(self, kind: Kind, name: str) -> str | None:
        match kind:
            case "file":
                return file_digest(name)
            case "folder":
                return _folder_digest(Path(name))
            case "fonts":
                return self._font_digest()

    def _font_digest(self) -> str | None:
        try:
            from ipplan.writers.pdf.fonts import shelf_fingerprint  # noqa: PLC0415  typst loads for PDF only

            return digest(shelf_fingerprint(self._font_folders).encode())
        except (ImportError, IpplanError, OSError):
            return None


def file_digest(path: Path | str) -> str | None:
    """The digest of a file as it is now, None where it cannot be read."""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  asked for every plan, and faster
            return digest(stream.read())
    except OSError:
        return None


def _folder_digest(folder: Path) -> str | None:
    """The digest of all files below a folder, None where they are too many, or links that may lead out of it."""
    found: list[tuple[str, str | None]] = []
    for here, folders, names in os.walk(folder):
        folders.sort()
        if len(found) + len(names) > _MOST_FILES:
            return None
        files = [os.path.join(here, one) for one in sorted(names)]  # noqa: PTH118
        if any(os.path.islink(one) for one in (*files, here)):  # noqa: PTH114
            return None
        found += [(name, file_digest(name)) for name in files]
    return digest(json.dumps(found).encode())
