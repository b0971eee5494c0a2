"""LibreOffice as a press: a file goes in, its pages come out, or why they did not; no process is left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.errors import IpplanError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OFFICE_VARIABLE = "IPPLAN_SOFFICE"
PAGES = ("pdf", 'writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}')
"""Suffix and export filter for the pages of a document; those that a break to an even page leaves blank are printed."""
TIME_LIMIT = 120.0
"""Seconds after which a conversion is given up; one takes about two, the first with a new profile about five."""
_LAST_WORDS = 300
"""Characters of what LibreOffice said that a message shows."""


class OfficeFailed(IpplanError):
    """LibreOffice is not there, or made nothing of the document; the message says what it said."""


class OfficeTimedOut(OfficeFailed):
    """LibreOffice did not finish in time and was ended with all it had started."""


def find_office() -> Path | None:
    """The LibreOffice program (`IPPLAN_SOFFICE`, or soffice or libreoffice on the PATH), None where there is none."""
    named = os.environ.get(OFFICE_VARIABLE)
    for name in (named,) if named else ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return None


def lay_out(docx: Path, out: Path) -> Path:
    """Lay out a docx and return the PDF, in the folder `out`.

    Raises:
        OfficeFailed: where that cannot be done.
    """
    return convert(docx, out, PAGES)


def convert(  # noqa: PLR0913  all of them are said to LibreOffice
    source: Path,
    out: Path,
    target: tuple[str, str],
    *,
    environment: Mapping[str, str] | None = None,
    profile: Path | None = None,
    time_limit: float = TIME_LIMIT,
) -> Path:
    """Let LibreOffice make a file of another kind in the folder `out`, and return it; see `convert_all`."""
    return convert_all([source], out, target, environment=environment, profile=profile, time_limit=time_limit)[0]


def convert_all(  # noqa: PLR0913  those of `convert`
    sources: Sequence[Path],
    out: Path,
    target: tuple[str, str],
    *,
    environment: Mapping[str, str] | None = None,
    profile: Path | None = None,
    time_limit: float = TIME_LIMIT,
) -> list[Path]:
    """Let LibreOffice make files of another kind in the folder `out`, all in one run, and return them in their order.

    The files must have different names. `target` is a suffix and the name of an export filter; `environment` is laid
    over that of this process. `profile` is a user profile that no other process uses at the same time; without one a
    new one is made and removed.

    Raises:
        OfficeFailed: where nothing came out. LibreOffice itself exits with 0 for a missing file.
    """
    office = find_office()
    if office is None:
        raise OfficeFailed("没有找到 LibreOffice（soffice），装好它，或用环境变量 IPPLAN_SOFFICE 指明")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="ipplan-office-", ignore_cleanup_errors=True) as scratch:
        home = profile or Path(scratch) / "profile"
        home.mkdir(parents=True, exist_ok=True)
        command = _command(office, home, target, Path(scratch) / "out", sources)
        said = _run(command, {**_quiet(home), **(environment or {})}, home, time_limit)
        made = [Path(scratch) / "out" / f"{source.stem}.{target[0]}" for source in sources]
        for file, source in zip(made, sources, strict=True):
            if not file.is_file() or file.stat().st_size == 0:
                raise OfficeFailed(f"LibreOffice 没有做出 {source.name} 的 {target[0].upper()}：{_words(said)}")
        return [Path(shutil.move(file, out / file.name)) for file in made]


def version() -> str:
    """Name and version of LibreOffice (`LibreOffice 7.4.7.2`).

    Raises:
        OfficeFailed: where it does not say.
    """
    office = find_office()
    if office is None:
        raise OfficeFailed("没有找到 LibreOffice（soffice）")
    with tempfile.TemporaryDirectory(prefix="ipplan-office-", ignore_cleanup_errors=True) as scratch:
        home = Path(scratch)
        said = _run([str(office), f"-env:UserInstallation={home.as_uri()}", "--version"], _quiet(home), home, 30)
    return " ".join(said.split()[:2])


def _command(office: Path, home: Path, target: tuple[str, str], out: Path, sources: Sequence[Path]) -> list[str]:
    settings = ["--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={home.resolve().as_uri()}"]
    return [
        *(str(office), *settings),
        *("--convert-to", ":".join(target), "--outdir", str(out), *(str(source.resolve()) for source in sources)),
    ]


def _quiet(home: Path) -> dict[str, str]:
    """An environment without a screen and without the user's settings."""
    outside = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return {**outside, "HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _run(command: list[str], environment: Mapping[str, str], profile: Path, time_limit: float) -> str:
    """Run a command in a process group of its own, ended as a whole after the time limit; return what it printed."""
    try:
        process = _started(command, environment)
    except OSError as error:
        raise OfficeFailed(f"LibreOffice 运行不了：{error.strerror}") from None
    with process:
        try:
            said, _ = process.communicate(timeout=time_limit)
        except BaseException as error:
            _end_group(process)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            shutil.rmtree(profile, ignore_errors=True)
            raise OfficeTimedOut(f"LibreOffice 超过 {time_limit:g} 秒没有做完，已经结束它") from error
    if process.returncode != 0:
        raise OfficeFailed(f"LibreOffice 出错，退出码 {process.returncode}：{_words(said)}")
    return said


def _started(command: list[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )


def _words(said: str) -> str:
    return said.strip()[-_LAST_WORDS:] or "它什么也没说"


def _end_group(process: subprocess.Popen[str]) -> None:
    """End the command with all it started: soffice is a script, the work is done by a child of its child."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
