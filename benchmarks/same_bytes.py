"""Fingerprints of what ipplan makes, to be compared between versions of Python, time zones, locales and hash seeds.

python -m benchmarks.same_bytes /path/to/python3.12 /path/to/python3.13   (each with ipplan installed)
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_SURROUNDINGS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"},
)
_EXAMPLES = Path(__file__).parents[1] / "examples"


def main() -> None:
    """Say whether all files are the same; the exit code is 1 if one is not."""
    made = [_made(python, more) for python in (sys.executable, *sys.argv[1:]) for more in _SURROUNDINGS]
    different = sorted(name for name in made[0] if len({one.get(name) for one in made}) > 1)
    print(f"{len(made)} runs of {len(made[0])} files; different: {', '.join(different) or 'none'}")
    sys.exit(bool(different))


def _made(python: str, more: dict[str, str]) -> dict[str, str]:
    """Name and fingerprint of each file made of the examples, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [python, "-m", "ipplan", "render", str(_EXAMPLES), "-o", folder, "--all", "--draft"]
        subprocess.run(
            command, env={**os.environ, **more}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
        )
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(folder).iterdir()}


if __name__ == "__main__":
    main()
