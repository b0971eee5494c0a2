"""What is shipped is what git tracks: sdist → wheel → an installation that has nothing else renders the same paper."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ipplan.cli.run import run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "lianyungang-2017"


def _run(*command, **more):
    words = [str(part) for part in command]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False, **more)
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def tracked():
    """Every file of the package and the templates that git tracks or would, mapped to its place in the wheel."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so nothing says what belongs into the package")
    parts = ("src/ipplan", "templates")
    listed = _run("git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *parts)
    names = [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
    return {name: name.removeprefix("src/").replace("templates/", "ipplan/_templates/", 1) for name in names}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built by way of the sdist from a copy of the sources, so that nothing is written into the checkout."""
    for needed in ("build", "hatchling"):
        pytest.importorskip(needed)
    source, built = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, source / name)
    for name in (".gitignore", "pyproject.toml", "README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", built, source)
    (found,) = built.glob("*.whl")
    return found


def test_wheel_holds_what_git_tracks(wheel, tracked):
    """Every tracked file is in its place and has the same bytes; nothing else is there but the metadata."""
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
        assert shipped == set(tracked.values())
        for name, place in tracked.items():
            assert archive.read(place) == (ROOT / name).read_bytes(), name


def test_metadata(wheel):
    """The wheel brings the command, the licence and the type marker."""
    with zipfile.ZipFile(wheel) as archive:
        metadata = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        assert "ipplan = ipplan.cli:main" in archive.read(metadata["entry_points.txt"]).decode()
        assert "LICENSE" in metadata
        assert "ipplan/py.typed" in archive.namelist()


def test_installed_wheel_renders_the_same(wheel, tmp_path, monkeypatch):
    """Installed elsewhere, with the checkout out of reach, it writes the same bytes as the checkout does."""
    installed, plans = tmp_path / "installed", tmp_path / "计划"
    quiet = ("--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--no-compile")
    _run(sys.executable, "-m", "pip", "install", *quiet, "--target", installed, wheel)
    shutil.copytree(EXAMPLE, plans, ignore=shutil.ignore_patterns("*.docx"))
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    where = "import ipplan, ipplan.resources as r; print(ipplan.__file__); print(r.templates_folder())"
    for line in _run(sys.executable, "-c", where, cwd=tmp_path, env=environment).splitlines():
        assert Path(line).is_relative_to(installed)
    _run(sys.executable, "-m", "ipplan", "render", plans, "-o", "a", cwd=tmp_path, env=environment)
    monkeypatch.chdir(tmp_path)
    assert run(["render", str(plans), "-o", "b"]) == 0
    assert (tmp_path / "a" / "计划.docx").read_bytes() == (tmp_path / "b" / "计划.docx").read_bytes()
