"""All files of a plan name the same numbers, units and dates, as far as a format carries them.

Papers carry all of them. Workbook and CSV carry those of what is to be done, the calendar those of what has a day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from formats.figures import READERS, days_of, figures, words_of
from ipplan.compiler import Compiler
from ipplan.formats import Format, Shows
from ipplan.pipeline import check
from office.papers import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from ipplan.ledger import Entry

COMPARED = [form for form in Format if form is not Format.PDF]
"""The PDF needs fonts, and `tests/pdf/test_same_text.py` compares every word of it with the docx."""

PAPERS = [form for form in COMPARED if form.shows is Shows.PAPER]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Callable:
    """A function from the name of an example to its files by format, and what is to be done in it."""
    compiler, kept = Compiler(), {}
    examples = request.config.rootpath / "examples"

    def files(name: str) -> tuple[dict[Format, Path], tuple[Entry, ...]]:
        if name not in kept:
            checked, folder = check(examples / name / "plan.yaml"), tmp_path_factory.mktemp(name)
            made = {form: folder / f"paper{form.suffix}" for form in COMPARED}
            for form, path in made.items():
                path.write_bytes(compiler.write(checked, form, draft=True))
            kept[name] = made, compiler.ledger(checked, draft=True).entries
        return kept[name]

    return files


def test_every_format_is_read() -> None:
    """A new format says here how it is read."""
    assert {*READERS} == {*COMPARED}


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


@pytest.mark.parametrize("form", PAPERS[1:])
def test_another_figure_is_seen(form: Format, files: Callable, tmp_path: Path) -> None:
    """A file with one figure changed is not like the others."""
    made, _ = files("jiaxing-2008")
    spoiled = tmp_path / "spoiled"
    text = made[form].read_text("utf-8")
    assert "2800件" in text
    spoiled.write_text(text.replace("2800件", "2008件"), "utf-8")
    assert figures(words_of(form, spoiled)) ^ figures(words_of(Format.DOCX, made[Format.DOCX])) == {"2800件", "2008件"}
