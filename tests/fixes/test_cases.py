"""Every folder in `cases` is a case; a new case is a new folder.

`before.yaml` is a plan; `after.yaml` is what `ipplan validate --fix` makes of it, and `unsafe.yaml`, where it is
there, what `--fix --unsafe-fixes` makes of it (the same as `after.yaml` where it is not), all byte for byte.
`IPPLAN_REWRITE=1 pytest tests/fixes/test_cases.py` writes what is made now; read it before you commit it.
"""

import os
from pathlib import Path

import pytest

from ipplan.cli.run import run

CASES = sorted((Path(__file__).parent / "cases").iterdir())


def fixed(case, folder, *options):
    """What `--fix` makes of the plan of a case."""
    plan = folder / "plan.yaml"
    plan.write_bytes((case / "before.yaml").read_bytes())
    run(["validate", str(plan), "--fix", *options])
    once = plan.read_bytes()
    run(["validate", str(plan), "--fix", *options])
    assert plan.read_bytes() == once
    return once


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case, tmp_path):
    """A plan becomes what stands beside it, and stays so when it is fixed again."""
    safe, unsafe = fixed(case, tmp_path), fixed(case, tmp_path, "--unsafe-fixes")
    if os.environ.get("IPPLAN_REWRITE"):
        (case / "after.yaml").write_bytes(safe)
        (case / "unsafe.yaml").unlink(missing_ok=True)
        if unsafe != safe:
            (case / "unsafe.yaml").write_bytes(unsafe)
    after = (case / "after.yaml").read_bytes()
    assert safe == after
    expected = case / "unsafe.yaml"
    assert unsafe == (expected.read_bytes() if expected.exists() else after)
