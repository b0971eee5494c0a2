"""The figures of a file, whatever its format: numbers with their units, and dates."""

from __future__ import annotations

import csv
import datetime
import io
import re
from typing import TYPE_CHECKING

import openpyxl
from icalendar import Calendar

from ipplan.formats import Format
from kit.html import read_html, said
from kit.tagged_pdf import tagged_texts
from kit.wordml import read_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_FIGURE = re.compile(
    r"[0-9]+年(?:[0-9]+月(?:[0-9]+日)?)?|[0-9]+月(?:[0-9]+日)?|[0-9]+(?:[.,][0-9]+)*(?:[%‰]|[\u4e00-\u9fff])?"
)
_KEY = "编号"


def figures(text: str) -> frozenset[str]:
    """Return the dates of a text, and its other numbers each with the unit (or the first character of it) behind."""
    return frozenset(figure for line in text.splitlines() for figure in _FIGURE.findall("".join(line.split())))


def words_of(form: Format, file: Path) -> str:
    """Return what a file says, a line for each of its texts; what only a program reads is left out."""
    return READERS[form](file)


def days_of(form: Format, file: Path) -> list[datetime.date]:
    """Return the last days that a ledger or calendar names, one for each row or event that has one."""
    return sorted(_DAYS[form](file))


def _docx(file: Path) -> str:
    return read_word(file).text


def _pdf(file: Path) -> str:
    return "\n".join(tagged_texts(file))


def _html(file: Path) -> str:
    root = read_html(file.read_bytes())
    for cell in [*root.iter("td"), *root.iter("th"), *root.iter("p"), *root.iter("li")]:
        cell.tail = f"\n{cell.tail or ''}"
    return said(root)


def _md(file: Path) -> str:
    return file.read_text("utf-8").replace("<br>", "\n").replace("\\", "")


def _xlsx(file: Path) -> str:
    return "\n".join(str(value) for row in _rows(file) for value in row if isinstance(value, str))


def _rows(file: Path) -> Iterator[tuple[object, ...]]:
    yield from openpyxl.load_workbook(file).worksheets[0].iter_rows(min_row=2, values_only=True)


def _csv(file: Path) -> str:
    return "\n".join(
        value
        for row in _records(file)
        for title, value in row.items()
        if title not in {_KEY, "序号", "开始日期", "截止日期"}
    )


def _records(file: Path) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline=""))


def _ics(file: Path) -> str:
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return "\n".join(str(event[name]) for event in events for name in ("SUMMARY", "DESCRIPTION"))


def _days_of_xlsx(file: Path) -> Iterator[datetime.date]:
    head, *rows = _rows(file)
    place = head.index("截止日期")
    yield from (row[place].date() for row in rows if isinstance(row[place], datetime.datetime))


def _days_of_csv(file: Path) -> Iterator[datetime.date]:
    yield from (datetime.date.fromisoformat(row["截止日期"]) for row in _records(file) if row["截止日期"])


def _days_of_ics(file: Path) -> Iterator[datetime.date]:
    for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
        yield event["DTEND"].dt - datetime.timedelta(days=1)


READERS: Mapping[Format, Callable[[Path], str]] = {
    Format.DOCX: _docx,
    Format.PDF: _pdf,
    Format.HTML: _html,
    Format.MD: _md,
    Format.XLSX: _xlsx,
    Format.CSV: _csv,
    Format.ICS: _ics,
}
"""How each format is read; a format without a reader fails the test that compares them all."""
_DAYS: Mapping[Format, Callable[[Path], Iterator[datetime.date]]] = {
    Format.XLSX: _days_of_xlsx,
    Format.CSV: _days_of_csv,
    Format.ICS: _days_of_ics,
}
