"""Files that mean harm, or are no docx, end in one Chinese line and exit code 3."""

from __future__ import annotations

import re
import zipfile

import pytest

from ipplan.errors import UnreadableFile
from ipplan.inspection import package
from ipplan.inspection.package import read_package
from kit.sample import paragraph, write_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def document(tmp_path, text):
    return zipped(tmp_path / "x.docx", **{"word/document.xml": text})


def bomb(tmp_path):
    return document(tmp_path, f"<w:document {W}>" + " " * (package.MAX_PART + 10) + "</w:document>")


def outside(tmp_path):
    return zipped(tmp_path / "x.docx", **{"word/document.xml": f"<w:document {W}/>", "../evil": "x"})


def entity(tmp_path):
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    text = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]><w:document {W}>&e;</w:document>'
    return document(tmp_path, text)


def laughs(tmp_path):
    entities = '<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))
    return document(tmp_path, f"<!DOCTYPE d [{entities}]><w:document {W}>&a8;</w:document>")


def rows(tmp_path):
    return write_docx(tmp_path / "x.docx", "<w:tbl>" + "<w:tr/>" * (package.MAX_ROWS + 1) + "</w:tbl>")


def crowd(tmp_path):
    return zipped(tmp_path / "x.docx", **{f"word/{n}": "" for n in range(package.MAX_PARTS + 1)})


def encrypted(tmp_path):
    path = write_docx(tmp_path / "x.docx", paragraph("密"))
    data = bytearray(path.read_bytes())
    for found in (*re.finditer(b"PK\x03\x04", data), *re.finditer(b"PK\x01\x02", data)):
        data[found.start() + (6 if data[found.start() + 2] == 3 else 8)] |= 1
    path.write_bytes(bytes(data))
    return path


def broken(tmp_path):
    return document(tmp_path, "<w:document")


def old_word(tmp_path):
    (tmp_path / "x.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return tmp_path / "x.docx"


def pdf(tmp_path):
    (tmp_path / "x.docx").write_bytes(b"%PDF-1.7\n")
    return tmp_path / "x.docx"


def workbook(tmp_path):
    return zipped(tmp_path / "x.docx", **{"xl/workbook.xml": "<x/>"})


def folder(tmp_path):
    (tmp_path / "x.docx").mkdir()
    return tmp_path / "x.docx"


def missing(tmp_path):
    return tmp_path / "x.docx"


HOSTILE = {
    bomb: "word/document.xml 解开有 64 MB，不像公文",
    outside: "压缩包里有不安全的文件名“../evil”",
    entity: "word/document.xml 里有 DOCTYPE 声明，docx 不该有，可能有害",
    laughs: "word/document.xml 里有 DOCTYPE 声明，docx 不该有，可能有害",
    rows: f"有 {package.MAX_ROWS + 1} 行表格，超过 {package.MAX_ROWS}，没有检查",
    crowd: f"压缩包里有 {package.MAX_PARTS + 1} 个文件，不像公文",
    encrypted: "文件加了密或者坏了，打不开",
    broken: "word/document.xml 不是完好的 XML（第 1 行）",
    old_word: "这是旧的 .doc 文件（或加了密），先用 Word、WPS 另存为 .docx",
    pdf: "这是 PDF，要检查的是 docx",
    workbook: "压缩包里没有 word/document.xml，不是 docx 文件",
    folder: "这是文件夹，不是文件",
    missing: "没有这个文件",
}


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_refused(make, tmp_path):
    """The reason is said in the words of an office."""
    path = make(tmp_path)
    with pytest.raises(UnreadableFile) as refused:
        read_package(path)
    assert str(refused.value) == f"{path}：{HOSTILE[make]}"


def test_size_in_the_directory_may_lie(tmp_path, monkeypatch):
    """A part that is longer than the archive says is not read to its end."""
    monkeypatch.setattr(package, "MAX_PART", 1000)
    path = document(tmp_path, f"<w:document {W}>" + " " * 5000 + "</w:document>")
    data = path.read_bytes()
    size = (5000 + len(f"<w:document {W}></w:document>")).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (900).to_bytes(4, "little")))
    with pytest.raises(UnreadableFile):
        read_package(path)


def test_styles_based_on_each_other(tmp_path):
    """A circle of styles ends."""
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("A", "B"), ("B", "A"))
    )
    styles = {"word/styles.xml": f"<w:styles {W}>{circle}</w:styles>"}
    docx = write_docx(tmp_path / "x.docx", paragraph("正文。", style="A"), parts=styles)
    from ipplan.inspection.reading import read_docx  # noqa: PLC0415

    assert read_docx(docx).paragraphs[0].style == "A"
