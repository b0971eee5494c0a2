"""All files of a plan name the same numbers, units and dates, as far as a format carries them.

Papers carry all of them. Workbook and CSV carry those of what is to be done, the calendar those of what has a day.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from formats.figures import READERS, days_of, figures, words_of
from ipplan.compiler import Compiler
from ipplan.formats import Format, Shows
from ipplan.pipeline import check
from office.papers import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipplan.ledger import Entry
    from kit.fonts import FontSet

EXAMPLES_FOLDER = Path(__file__).parents[2] / "examples"
PAPERS = [form for form in Format if form.shows is Shows.PAPER]


@pytest.fixture(scope="module")
def compiler(office_fonts: FontSet) -> Compiler:
    """A compiler that finds the private fonts."""
    return Compiler(font_folders=(office_fonts.folder,))


@pytest.fixture(scope="module")
def files(compiler: Compiler, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """A function from the name of an example to its files by format, and what is to be done in it."""

    @cache
    def files(name: str) -> tuple[dict[Format, Path], tuple[Entry, ...]]:
        checked, folder = check(EXAMPLES_FOLDER / name / "plan.yaml"), tmp_path_factory.mktemp(name)
        made = {form: folder / f"paper{form.suffix}" for form in Format}
        for form, path in made.items():
            path.write_bytes(compiler.write(checked, form, draft=True))
        return made, compiler.ledger(checked, draft=True).entries

    return files


def test_every_format_is_read() -> None:
    """A new format says here how it is read."""
    assert {*READERS} == {*Format}


@pytest.mark.parametrize("name", EXAMPLES)
def test_papers(name: str, files: Callable) -> None:
    """The papers of an example have the same figures."""
    made, _ = files(name)
    found = {form: figures(words_of(form, made[form])) for form in PAPERS}
    assert len(found[Format.DOCX]) > 3
    assert {form: figures ^ found[Format.DOCX] for form, figures in found.items()} == dict.fromkeys(PAPERS, frozenset())


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_to_be_done(name: str, files: Callable) -> None:
    """Target and schedule of each entry stand in every file, in the calendar if it has a day."""
    made, entries = files(name)
    dated = [entry for entry in entries if entry.days]
    for form, path in made.items():
        wanted = figures(said_of(dated if form is Format.ICS else entries))
        assert wanted - figures(words_of(form, path)) == frozenset(), form


def said_of(entries: Iterable[Entry]) -> str:
    """Return what entries say of targets and deadlines."""
    return "\n".join(f"{entry.target}\n{entry.due}" for entry in entries)


@pytest.mark.parametrize("name", EXAMPLES)
def test_ledgers(name: str, files: Callable) -> None:
    """Workbook and CSV say the same, and name the same days; those of the calendar are among the deadlines."""
    made, entries = files(name)
    xlsx, csv = (figures(words_of(form, made[form])) for form in (Format.XLSX, Format.CSV))
    assert xlsx == csv
    days = [entry.end for entry in entries if entry.end is not None]
    assert days_of(Format.XLSX, made[Format.XLSX]) == days_of(Format.CSV, made[Format.CSV]) == sorted(days)
    assert {*days_of(Format.ICS, made[Format.ICS])} <= {day for entry in entries for day in entry.days}


@pytest.mark.parametrize("form", PAPERS)
def test_another_figure_is_seen(form: Format, files: Callable, compiler: Compiler, tmp_path: Path) -> None:
    """A file of a plan with one figure changed is not like the others."""
    made, _ = files("jiaxing-2008")
    plan, spoiled = tmp_path / "plan.yaml", tmp_path / "spoiled"
    text = (EXAMPLES_FOLDER / "jiaxing-2008" / "plan.yaml").read_text("utf-8")
    assert "2800件" in text
    plan.write_text(text.replace("2800件", "2008件"), "utf-8")
    spoiled.write_bytes(compiler.write(check(plan), form, draft=True))
    assert figures(words_of(form, spoiled)) ^ figures(words_of(Format.DOCX, made[Format.DOCX])) == {"2800件", "2008件"}
