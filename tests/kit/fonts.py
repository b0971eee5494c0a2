"""Private fonts for measuring: the same Chinese families, with the same metrics, on every machine.

The Fandol fonts stand in for the office fonts of GB/T 9704. They are copied, renamed to the family names that official
documents use, given the line metrics of the Windows fonts (859/-141 of 1000 units) and weight 400, and shown to
LibreOffice through a fontconfig file of their own, so that no other font of the machine takes part in the layout.

A family that is not among them falls back to Noto Sans CJK SC, and a character that Fandol lacks is drawn in it too:
both can be seen in the font names of the PDF.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

from ipplan.inspection.pages.pdf import ASCENT, DESCENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FANDOL_VARIABLE = "IPPLAN_FANDOL"

_RECIPE = "4"  # raise when what is written below changes, so that old copies in a cache are not used


@dataclass(frozen=True)
class Cut:
    """One private copy: the family that documents name, the file it is made from, its name inside a PDF."""

    family: str
    source: str
    postscript: str
    aliases: tuple[str, ...] = ()


CUTS = (
    Cut("仿宋_GB2312", "FandolFang-Regular.otf", "IpplanFang-Regular", ("仿宋", "FangSong", "FangSong_GB2312")),
    Cut("楷体_GB2312", "FandolKai-Regular.otf", "IpplanKai-Regular", ("楷体", "KaiTi", "KaiTi_GB2312")),
    Cut("黑体", "FandolHei-Regular.otf", "IpplanHei-Regular", ("SimHei",)),
    Cut("方正小标宋简体", "FandolSong-Bold.otf", "IpplanSong-Bold", ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S")),
    Cut("宋体", "FandolSong-Regular.otf", "IpplanSong-Regular", ("SimSun", "NSimSun")),
)
POSTSCRIPT_NAMES = {cut.family: cut.postscript for cut in CUTS}
"""Family named in a document → font name seen in its PDF."""

TIMES_STAND_INS = (
    ("Liberation Serif", ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf")),
    ("TeX Gyre Termes", ("texgyretermes-regular.otf", "texgyretermes-bold.otf", "texgyretermes-italic.otf")),
)
_FALLBACK_FAMILY, _FALLBACK_FILE = "Noto Sans CJK SC", "NotoSansCJK-Regular.ttc"
_FANDOL_PLACES = (
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/usr/share/texmf/fonts/opentype/public/fandol",
    "/usr/local/share/fonts/fandol",
    "/usr/share/fonts/opentype/fandol",
    "/usr/share/fonts/fandol",
    "~/.local/share/fonts/fandol",
    "~/.cache/ipplan-ci/fandol",
)
_FONT_TREES = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@dataclass(frozen=True)
class FontSet:
    """The private fonts, ready for LibreOffice: set ``FONTCONFIG_FILE`` to ``config``."""

    folder: Path
    config: Path
    times_stand_in: str | None
    """The family drawn where a document says Times New Roman (same advance widths), or None when none is installed."""

    def environment(self) -> dict[str, str]:
        """Return the variables that make a program see these fonts and no others."""
        return {"FONTCONFIG_FILE": str(self.config)}

    def font_file(self, family: str) -> Path:
        """Return the private copy that stands for a family, for readers that measure outlines."""
        return self.folder / f"{POSTSCRIPT_NAMES[family]}.otf"


def find_fandol() -> Path | None:
    """Return the folder that holds the Fandol .otf files, or None."""
    named = os.environ.get(FANDOL_VARIABLE)
    for place in (named,) if named else _FANDOL_PLACES:
        folder = Path(place).expanduser()
        if all((folder / cut.source).is_file() for cut in CUTS):
            return folder
    return None


def make_fonts(cache: Path, fandol: Path) -> FontSet:
    """Make the private fonts below ``cache``, or return those made before; safe when several workers do it at once."""
    stand_in, latin = _times_stand_in()
    borrowed = (*latin, *_system_files([_FALLBACK_FILE]))
    folder = cache.resolve() / _fingerprint([fandol / cut.source for cut in CUTS], borrowed)
    fonts = FontSet(folder / "fonts", folder / "fonts.conf", stand_in)
    if not fonts.config.is_file():
        _build(folder, fandol, borrowed, fonts)
    return fonts


def _build(folder: Path, fandol: Path, borrowed: tuple[Path, ...], fonts: FontSet) -> None:
    """Write the fonts into a new folder and rename it into place in one step; whoever comes second yields."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix="making-", dir=folder.parent))
    try:
        (draft / "fonts").mkdir()
        for cut in CUTS:
            _renamed_copy(fandol / cut.source, draft / "fonts" / f"{cut.postscript}.otf", cut)
        for file in borrowed:
            shutil.copyfile(file, draft / "fonts" / file.name)
        (draft / "fonts.conf").write_text(_fontconfig(folder, fonts.times_stand_in), encoding="utf-8")
        try:
            draft.rename(folder)
        except OSError:
            if not fonts.config.is_file():
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _renamed_copy(source: Path, target: Path, cut: Cut) -> None:
    """Save a copy under another name, regular weight, with the line metrics of the Windows fonts."""
    # A name of the same length, and glyph names that need no reading: 7 MB of outlines are copied, not compiled again.
    font = TTFont(BytesIO(source.read_bytes().replace(b"Fandol", b"Ipplan")), recalcBBoxes=False)
    font.setGlyphOrder([f"glyph{number}" for number in range(font["maxp"].numGlyphs)])
    names = font["name"]
    names.names = []
    for name_id, text in ((1, cut.family), (2, "Regular"), (3, cut.postscript), (4, cut.family), (6, cut.postscript)):
        names.setName(text, name_id, 3, 1, 0x409)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, -DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, -DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, DESCENT
    os2.usWeightClass, os2.fsSelection = 400, 0x40
    font["head"].macStyle = 0
    font.save(target)


def _fontconfig(folder: Path, times_stand_in: str | None) -> str:
    """Return a fontconfig file that knows only the private fonts, by every name documents use for them."""
    wanted = [(alias, cut.family) for cut in CUTS for alias in cut.aliases]
    if times_stand_in:
        wanted.append(("Times New Roman", times_stand_in))
    aliases = "\n".join(
        f'  <alias binding="same"><family>{escape(name)}</family>'
        f"<accept><family>{escape(family)}</family></accept></alias>"
        for name, family in wanted
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{escape(str(folder / "fonts"))}</dir>
  <cachedir>{escape(str(folder / "cache"))}</cachedir>
{aliases}
  <match target="pattern">
    <edit name="family" mode="append_last"><string>{_FALLBACK_FAMILY}</string></edit>
  </match>
</fontconfig>
"""


def _times_stand_in() -> tuple[str | None, tuple[Path, ...]]:
    """Return the first installed font with the widths of Times New Roman, and its files."""
    for family, file_names in TIMES_STAND_INS:
        found = tuple(_system_files(file_names))
        if found:
            return family, found
    return None, ()


def _system_files(names: Sequence[str]) -> Iterator[Path]:
    """Yield the installed font files with these names, in the order of the names, each once."""
    for name in names:
        for tree in _FONT_TREES:
            found = next(Path(tree).expanduser().rglob(name), None)
            if found:
                yield found
                break


def _fingerprint(sources: list[Path], borrowed: tuple[Path, ...]) -> str:
    """Return a short name for this recipe applied to these files."""
    facts = [
        _RECIPE,
        repr(CUTS),
        *(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in (*sources, *borrowed)),
    ]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]
