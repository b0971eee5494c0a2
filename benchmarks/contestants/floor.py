"""The least that can be done: XML from f-strings and a zip file, as `floor.py docx|xlsx TIMES FILE`."""

from __future__ import annotations

import io
import json
import sys
import time
import zipfile
from html import escape
from pathlib import Path

_STYLES = (
    '<w:style w:type="paragraph" w:styleId="S{0}"><w:name w:val="S{0}"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
)
_OTHER_PARTS = {f"word/part{number}.xml": "".join(map(_STYLES.format, range(12))) for number in range(8)}
"""What any docx has besides its text: eight parts, 11 kB in all."""


def docx(said: dict) -> bytes:
    """Paragraphs and a table."""
    body = "".join(_paragraph(text) for text in said["paragraphs"])
    table = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in [said["titles"], *said["rows"]])
    return _zip({**_OTHER_PARTS, "word/document.xml": f"<w:document><w:body>{body}<w:tbl>{table}</w:tbl></w:body>"})


def _paragraph(text: str) -> str:
    words = escape(text, quote=False)
    return f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def _cell(text: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{_paragraph(text)}</w:tc>'


def xlsx(said: dict) -> bytes:
    """A sheet with the words in the cells."""
    rows = "".join(
        f'<row r="{number}">{"".join(_value(number, place, text) for place, text in enumerate(row))}</row>'
        for number, row in enumerate([said["titles"], *said["rows"]], start=1)
    )
    return _zip({"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>"})


def _value(number: int, place: int, text: str) -> str:
    return f'<c r="{chr(65 + place)}{number}" t="inlineStr" s="1"><is><t>{escape(text, quote=False)}</t></is></c>'


def _zip(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def main() -> None:
    """Do a piece of work so many times and print what each took."""
    what, times, file = sys.argv[1:]
    said = json.loads(Path(file).read_text("utf-8"))
    took = []
    for _ in range(int(times)):
        before = time.process_time()
        {"docx": docx, "xlsx": xlsx}[what](said)
        took.append(time.process_time() - before)
    print(json.dumps(took))


if __name__ == "__main__":
    main()
