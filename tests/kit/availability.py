"""What a machine may lack of what the tests look with, and what follows: a skipped test here, a failed one in CI."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

from kit.browser import BROWSER_VARIABLE, find_browser
from kit.fonts import FANDOL_VARIABLE, find_fandol
from kit.libreoffice import OFFICE_VARIABLE, find_calc, find_office
from kit.ooxml import SCHEMAS_VARIABLE, find_schemas

REQUIRE_VARIABLE = "IPPLAN_REQUIRE_OFFICE"
NOT_RUN = "not run: "
"""How the reason of such a skip begins; the terminal summary shows each reason once."""


def missing_for_office() -> str | None:
    """Return why no document can be drawn by LibreOffice here, or None when all is there."""
    lacking = []
    if find_office() is None:
        lacking.append(f"soffice not found, see {OFFICE_VARIABLE}")
    if find_fandol() is None:
        lacking.append(f"Fandol fonts not found, see {FANDOL_VARIABLE}")
    return f"LibreOffice tests ({'; '.join(lacking)})" if lacking else None


def missing_for_calc() -> str | None:
    """Return why no workbook can be opened by LibreOffice here, or None when all is there."""
    return missing_for_office() or (None if find_calc() else "LibreOffice tests of workbooks (Calc is not installed)")


def missing_for_browser() -> str | None:
    """Return why no page can be shown and printed by Chromium here, or None when all is there."""
    lacking = []
    if find_browser() is None:
        lacking.append(f"chromium not found, see {BROWSER_VARIABLE}")
    if find_fandol() is None:
        lacking.append(f"Fandol fonts not found, see {FANDOL_VARIABLE}")
    return f"browser tests ({'; '.join(lacking)})" if lacking else None


def missing_for_schemas() -> str | None:
    """Return why no docx can be validated here, or None when the published schemas are there."""
    return None if find_schemas() else f"schema checks (published schemas not found, see {SCHEMAS_VARIABLE})"


def give_up(lacking: str) -> NoReturn:
    """Skip the test with a reason for the summary, or fail it where everything is required (in CI)."""
    if os.environ.get(REQUIRE_VARIABLE, "") not in {"", "0"}:
        pytest.fail(f"{REQUIRE_VARIABLE} is set, but {NOT_RUN}{lacking}", pytrace=False)
    pytest.skip(NOT_RUN + lacking)
