"""Converts a docx to PDF, or a workbook to CSV, with LibreOffice, and says so when it did not."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.fonts import FontSet

OFFICE_VARIABLE = "IPPLAN_SOFFICE"
TIME_LIMIT = 120.0
"""Seconds after which a conversion is given up; one takes about two, the first with a new profile about five."""


class ConversionError(Exception):
    """LibreOffice made nothing of the document."""


class ConversionTimeoutError(ConversionError):
    """LibreOffice did not finish in time and was ended."""


def find_office() -> Path | None:
    """Return the LibreOffice program (``IPPLAN_SOFFICE``, or soffice or libreoffice on the PATH), or None."""
    named = os.environ.get(OFFICE_VARIABLE)
    for name in (named,) if named else ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return None


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
    seconds. Without one a new profile is made and removed. Raises ``ConversionError``: LibreOffice itself exits with 0
    for a missing file, and turns any text into pages.
    """
    _check_is_docx(docx)
    return _convert(docx, out, "pdf", "writer_pdf_Export", fonts, profile, time_limit)


def convert_to_csv(xlsx: Path, out: Path, *, fonts: FontSet, profile: Path | None = None) -> Path:
    """Convert the first sheet of ``xlsx`` into the folder ``out``, in UTF-8 with commas, its cells as they are shown.

    ``profile`` is as for ``convert_to_pdf``. Raises ``ConversionError``.
    """
    return _convert(xlsx, out, "csv", "Text - txt - csv (StarCalc):44,34,76", fonts, profile, TIME_LIMIT)


def _convert(  # noqa: PLR0917  all of them are said to LibreOffice
    source: Path, out: Path, suffix: str, filter_name: str, fonts: FontSet, profile: Path | None, time_limit: float
) -> Path:
    """Let LibreOffice make a file with ``suffix`` of ``source`` in the folder ``out``, and return it."""
    office = find_office()
    if office is None:
        raise ConversionError("LibreOffice not found")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ipplan-office-", ignore_cleanup_errors=True) as scratch:
        work = Path(scratch)
        home = profile or work / "profile"
        home.mkdir(parents=True, exist_ok=True)
        command = [
            str(office),
            "--headless",
            "--norestore",
            "--nolockcheck",
            f"-env:UserInstallation={home.resolve().as_uri()}",
            "--convert-to",
            f"{suffix}:{filter_name}",
            "--outdir",
            str(work / "out"),
            str(source.resolve()),
        ]
        said = _run(command, _environment(fonts, home), home, time_limit)
        made = work / "out" / f"{source.stem}.{suffix}"
        if not made.is_file() or made.stat().st_size == 0:
            kind = suffix.upper()
            raise ConversionError(f"LibreOffice made no {kind} of {source.name}; it said: {said.strip() or 'nothing'}")
        return Path(shutil.move(made, out / made.name))


def _check_is_docx(docx: Path) -> None:
    """Raise unless the file is a package with a main document part."""
    if not docx.is_file():
        raise ConversionError(f"no such file: {docx}")
    if not zipfile.is_zipfile(docx):
        raise ConversionError(f"not a docx (no zip file): {docx}")
    with zipfile.ZipFile(docx) as package:
        if "word/document.xml" not in package.namelist():
            raise ConversionError(f"not a docx (no word/document.xml): {docx}")


def _environment(fonts: FontSet, home: Path) -> Mapping[str, str]:
    """Return an environment in which only the private fonts and no screen or user settings are seen."""
    outside = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    own = {"HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    return {**outside, **own, **fonts.environment()}


def _run(command: list[str], environment: Mapping[str, str], profile: Path, time_limit: float) -> str:
    """Run a command in a process group of its own, ended as a whole after the time limit; return what it printed."""
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=time_limit)
        except BaseException as error:
            _end_group(process)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            shutil.rmtree(profile, ignore_errors=True)
            raise ConversionTimeoutError(f"LibreOffice did not finish within {time_limit:g} s") from error
    if process.returncode != 0:
        raise ConversionError(f"LibreOffice ended with code {process.returncode}; it said: {said.strip() or 'nothing'}")
    return said


def _end_group(process: subprocess.Popen[str]) -> None:
    """End the command with all it started: soffice is a script, the work is done by a child of its child."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
