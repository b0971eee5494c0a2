"""Makes PDF of a docx, CSV or again a workbook of a workbook: the LibreOffice of `ipplan inspect`, private fonts."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from ipplan.inspection.pages.office import OFFICE_VARIABLE, PAGES, TIME_LIMIT, convert, convert_all, find_office
from ipplan.inspection.pages.office import OfficeFailed as ConversionError
from ipplan.inspection.pages.office import OfficeTimedOut as ConversionTimeoutError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.fonts import FontSet

__all__ = [
    "OFFICE_VARIABLE",
    "ConversionError",
    "ConversionTimeoutError",
    "convert_all_to_pdf",
    "convert_to_csv",
    "convert_to_pdf",
    "find_calc",
    "find_office",
    "save_workbook",
]


def find_calc() -> Path | None:
    """Return the part of LibreOffice that opens workbooks, which may be missing where the rest is there; or None."""
    office = find_office()
    part = office.resolve().with_name("libsclo.so") if office is not None else None
    return part if part is not None and part.exists() else None


def convert_to_pdf(
    docx: Path, out: Path, *, fonts: FontSet, profile: Path | None = None, time_limit: float = TIME_LIMIT
) -> Path:
    """Convert ``docx`` into the folder ``out`` and return the PDF there, named as the docx.

    ``profile`` is a LibreOffice user profile that no other process uses at the same time; kept between calls it saves
    seconds. Without one a new profile is made and removed. Raises ``ConversionError``: LibreOffice itself turns any
    text into pages.
    """
    _check_is_docx(docx)
    return convert(docx, out, PAGES, environment=fonts.environment(), profile=profile, time_limit=time_limit)


def convert_all_to_pdf(files: Sequence[Path], out: Path, *, fonts: FontSet) -> list[Path]:
    """Convert docx files of different names in one run of LibreOffice with a profile of its own; see `convert_to_pdf`.

    The time limit is that of one file for each.
    """
    for docx in files:
        _check_is_docx(docx)
    return convert_all(files, out, PAGES, environment=fonts.environment(), time_limit=TIME_LIMIT * len(files))


def convert_to_csv(xlsx: Path, out: Path, *, fonts: FontSet, profile: Path | None = None) -> Path:
    """Convert the first sheet of ``xlsx`` into the folder ``out``, in UTF-8 with commas, its cells as they are shown.

    ``profile`` is as for ``convert_to_pdf``. Raises ``ConversionError``.
    """
    target = ("csv", "Text - txt - csv (StarCalc):44,34,76")
    return convert(xlsx, out, target, environment=fonts.environment(), profile=profile)


def save_workbook(xlsx: Path, out: Path, *, fonts: FontSet, profile: Path | None = None) -> Path:
    """Open ``xlsx`` in LibreOffice and save it as a workbook again, in the folder ``out``.

    ``profile`` is as for ``convert_to_pdf``. Raises ``ConversionError``.
    """
    target = ("xlsx", "Calc MS Excel 2007 XML")
    return convert(xlsx, out, target, environment=fonts.environment(), profile=profile)


def _check_is_docx(docx: Path) -> None:
    """Raise unless the file is a package with a main document part."""
    if not docx.is_file():
        raise ConversionError(f"no such file: {docx}")
    if not zipfile.is_zipfile(docx):
        raise ConversionError(f"not a docx (no zip file): {docx}")
    with zipfile.ZipFile(docx) as package:
        if "word/document.xml" not in package.namelist():
            raise ConversionError(f"not a docx (no word/document.xml): {docx}")
