"""A document with every element of the standard, made by our writer, to be spoiled one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.writers.docx.writer import DocxWriter
from office.papers import Edit, spoil

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.stylesheet import Stylesheet

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
TEXT = "各县区要提高认识，做好“4·26”宣传周活动，把宣传培训作为提高核心竞争能力的重要手段，不断提高工作实效。"
NAMES = ("任务分工表", "联络员名单")
_TABLE = tree.Table(
    tuple(tree.Column(title, width=width) for title, width in (("序号", 20.0), ("任务", 150.0), ("单位", 55.0))),
    tuple(
        tuple(tree.Cell((words,)) for words in (f"{n}", "开展知识产权宣传周活动", "市知识产权局")) for n in range(1, 18)
    ),
    landscape=True,
)
_TREE = tree.Document(
    "通知",
    "甲市知识产权局",
    (
        tree.Part((
            tree.Head("甲市知识产权局文件", "甲知〔2026〕2号"),
            tree.Title(("关于印发全市知识产权", "宣传工作计划的通知")),
            tree.Addressees("各县区知识产权局："),
            tree.Paragraph(TEXT * 4),
            tree.Heading(1, "一、", "总体要求"),
            tree.Heading(2, "（一）", "宣传工作"),
            tree.Heading(3, "1.", "专题宣传"),
            tree.Heading(4, "（1）", "开展活动"),
            tree.Paragraph(TEXT * 24),
            tree.AttachmentList(NAMES),
            tree.Signature(("甲市知识产权局",), "2026年3月7日"),
            tree.Remark("（此件公开发布）"),
        )),
        tree.Part((tree.AttachmentLabel("附件1"), tree.Title((NAMES[0],)), _TABLE)),
        tree.Part((tree.AttachmentLabel("附件2"), tree.Title((NAMES[1],)), tree.Paragraph(TEXT))),
    ),
    tree.Colophon("抄送：甲市人民政府办公室。", "甲市知识产权局办公室", "2026年3月7日印发"),
)  # fmt: skip
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_BLACK_FACE = '<w:rFonts w:hint="eastAsia" w:eastAsia="黑体"/>'


def _corner(words: str, fonts: str) -> str:
    """A line above the masthead."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Addressees"/></w:pPr><w:r><w:rPr>{fonts}</w:rPr><w:t>{words}</w:t></w:r></w:p>'
    )


_CORNER = _corner("000001", "") + _corner("机密★1年", _BLACK_FACE) + _corner("特急", _BLACK_FACE)
_SIGNER = (
    '<w:r><w:tab/></w:r><w:r><w:t>签发人：</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr>'
    "<w:t>张三</w:t></w:r></w:p>"
)
_LEFT = '<w:ind w:firstLine="314"/><w:jc w:val="left"/>'
COMPLETE: tuple[Edit, ...] = (
    # three lines of the corner are part of the 35 mm above the masthead
    (DOCUMENT, r"<w:body>(.*?)w:before=\"1984\"", rf'<w:body>{_CORNER}\1w:before="247"'),
    (DOCUMENT, r'(<w:pStyle w:val="DocumentNumber"/>)(.*?)</w:p>', rf"\1{_LEFT}\2{_SIGNER}"),
)  # fmt: skip
"""What our writer cannot write yet: copy number, classification, urgency, and a signer beside the number."""


def complete_docx(folder: Path, sheet: Stylesheet) -> Path:
    """Write the document with every element."""
    written = folder / "written.docx"
    written.write_bytes(DocxWriter(sheet).write(_TREE))
    return spoil(written, folder / "complete.docx", COMPLETE)
