"""Every folder in `tests/loader/cases` and `tests/rules/cases` is a case; a new case is a new folder.

It holds one or more plans, a project file where one is needed, and `expected.txt`: exactly what `ipplan validate .`
prints in that folder. `IPPLAN_REWRITE=1 pytest tests/loader/test_cases.py` writes what is printed now into
`expected.txt`; read the difference before you commit it.
"""

import os
import shutil
from pathlib import Path

import pytest

from ipplan.cli.run import run

TESTS = Path(__file__).parents[1]
CASES = [folder for kind in ("loader", "rules") for folder in sorted((TESTS / kind / "cases").iterdir())]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_report(case, tmp_path, monkeypatch, capsys):
    """What is printed about the plans of a folder is what stands beside them."""
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    code = run(["validate", "."])
    printed = capsys.readouterr()
    expected = case / "expected.txt"
    if os.environ.get("IPPLAN_REWRITE"):
        expected.write_text(printed.out, encoding="utf-8", newline="\n")
    assert printed.out == expected.read_text(encoding="utf-8")
    assert printed.err == ""
    assert code == (1 if ": 错误 " in printed.out else 0)
