"""Notices with a text of so many lines under the signatures of so many issuers."""

from __future__ import annotations

from ipplan import document as tree

OFFICES = (
    "甲市知识产权局", "甲市财政局", "甲市科学技术局", "甲市教育局", "甲市市场监督管理局", "甲市农业农村局",
    "甲市商务局", "甲市人民法院",
)  # fmt: skip
LINES = (*range(1, 13), 15, 18, 20, 22, 24, 26, 30, 35, 40, 44, 50, 60)
DATE = "2026年3月7日"
_NUMBERS = [f"{tens}十{ones}".removeprefix("一") for tens in "一二三四五六七八" for ones in "一二三四五六七八九"]
_TEXT = "，".join(f"各县区要提高认识，做好第{number}项宣传工作，不断提高工作实效" for number in _NUMBERS)


def text_of_lines(lines: int) -> str:
    """Return a text that fills so many lines, the last but for seven characters, and says nothing twice."""
    return _TEXT[: 28 * lines - 10] + "。"


def issued_by(
    count: int, lines: int, *, sealed: bool, text: str = "", above: tuple[str, ...] = (), remark: str = ""
) -> tree.Document:
    """Return a notice of so many issuers; `above` are paragraphs above the last one, which has so many lines."""
    names = OFFICES[:count]
    last = (tree.Remark(remark),) if remark else ()
    nodes = (
        tree.Head(f"{names[0]}文件", "甲知〔2026〕2号", joint=names if count > 1 else ()),
        tree.Title(("关于印发2026年全市知识产权", "宣传与人才工作计划的通知")),
        tree.Addressees("各县区知识产权局："),
        *(tree.Paragraph(words) for words in (*above, text or text_of_lines(lines))),
        tree.Signature(names, DATE, sealed),
        *last,
    )
    return tree.Document("通知", names[0], (tree.Part(nodes),))
