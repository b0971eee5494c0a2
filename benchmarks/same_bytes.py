"""Fingerprints of what ipplan makes, to be compared between Pythons, time zones, locales, hash seeds and workers.

python -m benchmarks.same_bytes /path/to/python3.12 /path/to/python3.13   (each with the libraries of ipplan installed)
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SURROUNDINGS = (
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711"},
)
_ROOT = Path(__file__).parents[1]


def main() -> None:
    """Say whether all files are the same; the exit code is 1 if one is not."""
    pythons = [sys.executable, *sys.argv[1:]]
    runs = [made(python, more, jobs) for python in pythons for jobs, more in enumerate(SURROUNDINGS, 1)]
    different = sorted(name for name in runs[0] if len({one.get(name) for one in runs}) > 1)
    print(f"{len(runs)} runs of {len(runs[0])} files; different: {', '.join(different) or 'none'}")
    sys.exit(bool(different))


def made(python: str, surroundings: dict[str, str], jobs: int = 1) -> dict[str, str]:
    """Name and fingerprint of each file that a Python makes of the examples, in a folder of its own, in all formats.

    Raises:
        subprocess.CalledProcessError: if it cannot, for example because it has no libraries.
    """
    with tempfile.TemporaryDirectory() as folder:
        examples = str(_ROOT / "examples")
        command = [python, "-m", "ipplan", "render", examples, "-o", folder, "--all", "--draft", "--no-cache"]
        variables = {**os.environ, "PYTHONPATH": str(_ROOT / "src"), "PYTHONUTF8": "1", **surroundings}
        subprocess.run([*command, "-j", str(jobs)], env=variables, capture_output=True, check=True)
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(folder).iterdir()}


if __name__ == "__main__":
    main()
