"""The command line under watch: which files Python opens, and whether it asks for the network or another program.

python -m kit.watched RECORD ARGUMENT...    runs `ipplan ARGUMENT...` and writes what happened to RECORD
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

_FORBIDDEN = ("socket.", "urllib.", "http.", "smtplib.", "ftplib.", "webbrowser.", "ctypes.dlopen")
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn")


def main() -> NoReturn:
    """Run the rest of the arguments."""
    record, sys.argv = Path(sys.argv[1]).absolute(), ["ipplan", *sys.argv[2:]]
    opened: dict[str, None] = {}
    asked: list[str] = []
    ran: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes):
            opened[os.path.realpath(os.fsdecode(arguments[0]))] = None
        elif event in ("exec", "compile"):
            name = getattr(arguments[0], "co_filename", None) if event == "exec" else arguments[1]
            ran.append(os.fsdecode(name) if isinstance(name, str | bytes) else repr(name))
        elif event.startswith(_FORBIDDEN) or event in _PROGRAMS:
            asked.append(f"{event} {arguments[:1]}")
            raise PermissionError(f"{event} is forbidden")

    sys.addaudithook(watch)
    from ipplan.cli.run import run  # noqa: PLC0415  what is loaded is watched too

    try:
        code = run(sys.argv[1:])
    finally:
        seen = {"opened": list(opened), "asked": asked, "ran": sorted(set(ran))}
        record.write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    main()
