"""Which font of this machine stands for each font that the sheet names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from ipplan.errors import MissingFont
from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipplan.stylesheet import Stylesheet

_REGULAR, _BOLD = 400, 700
_TEX_FOLDERS = (
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf/fonts/opentype/public/fandol",
    "/usr/local/texlive/texmf-local/fonts/opentype/public/fandol",
)
"""Where TeX keeps the Fandol fonts; no list of the system's fonts shows them."""
_ADVICE = (
    "Debian、Ubuntu：apt install texlive-lang-chinese fonts-noto-cjk；"
    "Windows、macOS：用 Office、WPS 带的字体；字体放在别处的，用 --font-path 文件夹 或环境变量 IPPLAN_FONT_PATH 指明"
)


@dataclass(frozen=True, slots=True)
class Face:
    """A font file that typst found: what typst calls it, its weight, and where it lies (index within a collection)."""

    family: str
    weight: int
    file: Path
    index: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The fonts of this machine, by the folded names of their families."""

    fonts: typst.Fonts
    families: Mapping[str, tuple[Face, ...]]

    def face(self, name: str) -> Face | None:
        """The upright face of a family (`FandolSong bold`: its heavy one), None where it is not there."""
        family, bold, _ = name.partition(" bold")
        wanted = _BOLD if bold else _REGULAR
        found = self.families.get(family.casefold(), ())
        return min(found, key=lambda face: abs(face.weight - wanted), default=None)


@dataclass(frozen=True, slots=True)
class Fonts:
    """What stands for the sheet's fonts: by the names in the sheet (`仿宋`), for Latin, and for what these lack.

    Of a named font the first face is the one; those behind it, of the same design, have what it lacks.
    """

    shelf: Shelf
    named: Mapping[str, tuple[Face, ...]]
    latin: Face | None
    spare: tuple[Face, ...]

    def chain(self, name: str) -> tuple[Face, ...]:
        """The faces that typst may take a character from where the sheet wants a font, in their order."""
        others = (face for faces in self.named.values() for face in faces)
        return tuple(dict.fromkeys((*self.named[name], *self.spare, *others)))

    def every(self) -> tuple[Face, ...]:
        """All faces that can appear."""
        latin = () if self.latin is None else (self.latin,)
        named = (face for faces in self.named.values() for face in faces)
        return tuple(dict.fromkeys((*named, *latin, *self.spare)))


def find_fonts(sheet: Stylesheet) -> Fonts:
    """The fonts for a sheet. Latin without a font of its own is set in the Chinese one.

    Raises:
        MissingFont: if a Chinese font has no stand-in here; the message says what to install.
    """
    shelf = open_shelf(sheet.font_folders)
    named = {name: _faces_of(shelf, family, sheet.spare_font(family)) for name, family in sheet.chinese_fonts().items()}
    latin = next(iter(_faces_of(shelf, sheet.latin_font)), None) if sheet.latin_font else None
    for name, faces in named.items():
        if not faces:
            raise MissingFont(f"生成 pdf 缺少字体“{sheet.text(f'font.{name}')}”，也没有能代替它的。{_ADVICE}")
    return Fonts(shelf, named, latin, tuple(_faces(shelf, _stand_ins()["*"])))


def _faces_of(shelf: Shelf, family: str, spare: str | None = None) -> tuple[Face, ...]:
    """The face here for a font, then for the one that has what it lacks, then all others that can stand for it."""
    found = tuple(_faces(shelf, (family, *_stand_ins().get(family, ()))))
    return tuple(dict.fromkeys((*found[:1], *(_faces(shelf, (spare,)) if found and spare else ()), *found)))


def _faces(shelf: Shelf, names: Iterable[str]) -> Iterator[Face]:
    return (face for name in names if (face := shelf.face(name)) is not None)


@cache
def open_shelf(folders: tuple[Path, ...]) -> Shelf:
    """The fonts in some folders, and in those where the system and TeX keep theirs.

    Raises:
        MissingFont: if a folder is not there.
    """
    absent = next((folder for folder in folders if not folder.is_dir()), None)
    if absent is not None:
        raise MissingFont(f"没有字体文件夹 {absent}")
    places = [str(folder) for folder in folders] + [place for place in _TEX_FOLDERS if Path(place).is_dir()]
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=places)
    families: dict[str, tuple[Face, ...]] = {}
    for info in fonts.fonts():
        if info.style == "normal" and info.path is not None:
            face = Face(info.family, info.weight, Path(info.path), info.index)
            name = info.family.casefold()
            families[name] = (*families.get(name, ()), face)
    return Shelf(fonts, families)


def shelf_fingerprint(folders: tuple[Path, ...]) -> str:
    """The fonts that `open_shelf` finds, in words: which ones, and sizes and times of their files. Raises likewise."""
    faces = {face for faces in open_shelf(folders).families.values() for face in faces}
    files = {face.file: face.file.stat() for face in faces}
    stands = sorted((str(file), status.st_size, status.st_mtime_ns) for file, status in files.items())
    return repr((stands, sorted((face.family, face.weight, str(face.file), face.index) for face in faces)))


@cache
def _stand_ins() -> Mapping[str, tuple[str, ...]]:
    """The table `fonts.tsv`: a font that a sheet may name, and the families that can stand for it."""
    lines = (templates_folder() / "pdf" / "fonts.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: tuple(row) for row in reversed(rows) for name in row}
