"""What comes of a plan depends on files, folders of templates, the fonts of this machine: which, and their digests."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from ipplan.cache import digest
from ipplan.errors import IpplanError
from ipplan.formats import Format
from ipplan.loader.beside import PROJECT_FILE
from ipplan.source import decoded, read_bytes

if TYPE_CHECKING:
    from ipplan.cli.jobs import Job
    from ipplan.diagnostics import Diagnostic
    from ipplan.pipeline import Checked
    from ipplan.source import Source

Kind: TypeAlias = Literal["file", "folder", "fonts", "place"]
"""A `place` is where a name leads when links are followed."""

Need: TypeAlias = "tuple[Kind, str]"
"""Something that is looked at, and what it is called."""

_MOST_FILES = 200
"""Files that a folder of wording may have; one with more is no such folder, and its digest is not known."""


class Dependency(NamedTuple):
    """Something that was read: its digest then, None where it could not be read."""

    kind: Kind
    name: str
    digest: str | None


class Reads:
    """Reads the files of plans as `source.read_source` does, and keeps the digest of each."""

    def __init__(self) -> None:
        self.digests: dict[Path, str] = {}
        """Those of the present plan."""
        self._projects: dict[Path, str] = {}

    def begin(self) -> None:
        """Begin with the next plan. Its project file may have been read for another one."""
        self.digests = {}

    def read(self, path: Path) -> Source | Diagnostic:
        """A file. Raises what `read_source` raises."""
        data = read_bytes(path)
        self.digests[path] = digest(data)
        if path.name == PROJECT_FILE:
            self._projects[path] = self.digests[path]
        return decoded(path, data)

    def digest_of(self, path: Path) -> str | None:
        """The digest that a file had when it was read; None if it was not."""
        return self.digests.get(path) or self._projects.get(path)


def is_settled(checked: Checked) -> bool:
    """Whether it is known what the findings of a plan depend on; not of a file that could not be included."""
    return all(found.code != "IP011" for found in checked.report.diagnostics)


def needs_of_checking(checked: Checked) -> list[Need]:
    """What the findings of a plan depend on besides the files that were read: whether names lead out of the project."""
    project, folder = checked.project, checked.folder
    if project is None or folder is None:
        return []
    named = (project.wording, *project.styles, project.checks.baseline)
    return [("place", str(folder / name)) for name in named if name is not None]


def needs_of_files(checked: Checked, job: Job) -> list[Need]:
    """What the files of a job depend on besides, that is what compiling them will read.

    Where there are none to be made, nothing else is read, least of all files that may not be named.
    """
    found, project, folder = needs_of_checking(checked), checked.project, checked.folder
    if checked.hindrances(draft=job.settings.draft):
        return found
    if project is not None and folder is not None:
        from ipplan.stylesheet import sheet_files  # noqa: PLC0415  loaded by now, but not for what is remembered

        found += [("file", str(sheet)) for sheet in sheet_files(project.styles, folder)]
        found += [("folder", str(folder / project.wording))] if project.wording else []
    return [*found, ("fonts", "")] if Format.PDF in job.forms(checked) else found


class Digests:
    """Digests of what several plans share, each worked out once. Fonts are looked for in `font_folders` too."""

    def __init__(self, font_folders: tuple[Path, ...] = ()) -> None:
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
            case "place":
                return digest(os.fsencode(os.path.realpath(name)))

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
