"""The same plan gives the same bytes, whoever compiles it, where and when."""

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ipplan.compiler import Compiler
from office.papers import EXAMPLES, compiled

TESTS = Path(__file__).parents[1]
PROGRAM = """
import hashlib, locale, sys, time
locale.setlocale(locale.LC_ALL, "")
time.tzset() if hasattr(time, "tzset") else None
from office.papers import EXAMPLES, compiled
for name in EXAMPLES:
    print(name, hashlib.sha256(compiled(name)[1]).hexdigest())
"""


def digests() -> list[str]:
    """Return name and fingerprint of each example as made here."""
    return [f"{name} {hashlib.sha256(compiled(name)[1]).hexdigest()}" for name in EXAMPLES]


def test_second_run_and_second_compiler():
    """One compiler used twice and a fresh one make the same files, in any order."""
    compiler = Compiler()
    forwards = {name: compiled(name, compiler)[1] for name in EXAMPLES}
    backwards = {name: compiled(name, compiler)[1] for name in reversed(EXAMPLES)}
    assert forwards == backwards == {name: compiled(name)[1] for name in EXAMPLES}


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
    ],
    ids=["C", "UTF-8"],
)
def test_other_surroundings(tmp_path, surroundings):
    """Hash seed, time zone, locale and folder leave no trace in the bytes."""
    environment = {**os.environ, **surroundings, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == digests()


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_clock_and_no_surroundings_in_the_package(name):
    """Each part has the earliest time of a zip file, and the properties name no time, no program and no folder."""
    with zipfile.ZipFile(io.BytesIO(compiled(name)[1])) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {part.create_system for part in package.infolist()} == {3}
        properties = package.read("docProps/core.xml").decode("utf-8")
        assert "dcterms:" not in properties
        everything = b"".join(package.read(part) for part in package.namelist())
    assert str(Path.home()).encode() + b"/" not in everything
