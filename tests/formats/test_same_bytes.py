"""Every example in every format has the same bytes in other surroundings, by several workers, and by other Pythons."""

import os
import shutil
import subprocess
import sys

import pytest
from benchmarks.same_bytes import SURROUNDINGS, made

from kit.availability import NOT_RUN, give_up, missing_for_office
from kit.fonts import find_fandol

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
LIBRARIES = "import docx, jinja2, pydantic, typst, typer, xlsxwriter, yaml"
FORMATS = {".docx", ".html", ".md", ".xlsx", ".ics", ".csv", ".pdf"}


@pytest.fixture(scope="module")
def here():
    """What this Python makes with one worker."""
    fonts = find_fandol() or give_up(str(missing_for_office()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPPLAN_FONT_PATH", str(fonts))
        yield made(sys.executable, SURROUNDINGS[0])


def test_all_is_made(here):
    """Each of the five examples in each format."""
    assert len(here) == 5 * len(FORMATS)
    assert {f".{name.rpartition('.')[2]}" for name in here} == FORMATS


def test_other_surroundings_and_workers(here):
    """Another time zone, locale and hash seed, and three workers, change nothing."""
    assert made(sys.executable, SURROUNDINGS[1], jobs=3) == here


def other_python(version):
    """A Python of a version that has the libraries of ipplan: of those in `IPPLAN_PYTHONS`, else on the path."""
    named = os.environ.get("IPPLAN_PYTHONS", "").split(os.pathsep)
    for program in (*filter(None, named), shutil.which(f"python{version}")):
        asks = f"import sys; assert '%d.%d' % sys.version_info[:2] == {version!r}; {LIBRARIES}"
        if program and subprocess.run([program, "-c", asks], capture_output=True, check=False).returncode == 0:
            return program
    return None


@pytest.mark.parametrize("version", [version for version in VERSIONS if version != HERE])
def test_other_pythons(here, version):
    """So does another version of Python, where there is one."""
    program = other_python(version)
    if program is None:
        pytest.skip(f"{NOT_RUN}same bytes by Python {version} (none with ipplan's libraries, see IPPLAN_PYTHONS)")
    assert made(program, SURROUNDINGS[1]) == here
