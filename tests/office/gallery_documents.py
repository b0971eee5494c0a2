"""Documents of the gallery that no plan in `tests/plans` gives: full pages, a long table, many attachments."""

from __future__ import annotations

from ipplan import document as tree

_TEXT = "各县区要提高认识，做好宣传周活动，把宣传培训作为提高核心竞争能力的重要手段，不断提高工作实效。"
_COLOPHON = tree.Colophon("抄送：甲市人民政府办公室。", "甲市知识产权局办公室", "2026年3月7日印发")


def _notice(
    paragraphs: int,
    *,
    text: str = _TEXT,
    attachments: tuple[tree.Part, ...] = (),
    names: tuple[str, ...] = (),
    issuers: tuple[str, ...] = ("甲市知识产权局",),
    duplex: bool = True,
    preprinted: bool = False,
    sealed: bool = True,
    sealed_by: str = "",
) -> tree.Document:
    """A notice with so many paragraphs of a text."""
    listed = (tree.AttachmentList(names),) if names else ()
    nodes = (
        tree.Head(
            "甲市知识产权局文件", "甲知〔2026〕2号", joint=issuers if len(issuers) > 1 else (), preprinted=preprinted
        ),
        tree.Title(("关于做好知识产权宣传工作的通知",)),
        tree.Addressees("各县区知识产权局："),
        *(tree.Paragraph(text) for _ in range(paragraphs)),
        *listed,
        tree.Signature(issuers, "2026年3月7日", sealed, sealed_by),
    )
    parts = (tree.Part(nodes), *attachments)
    return tree.Document("通知", "甲市知识产权局", parts, _COLOPHON, duplex=duplex)


def _attachment(number: int, name: str) -> tree.Part:
    return tree.Part((tree.AttachmentLabel(f"附件{number}"), tree.Title((name,)), tree.Paragraph(_TEXT)))


def _long_table(rows: int) -> tree.Part:
    widths = (("序号", 20.0), ("任务", 150.0), ("单位", 55.0))
    columns = tuple(tree.Column(title, width=width) for title, width in widths)
    cells = (("开展知识产权宣传周活动，走进企业和学校", "市知识产权局") for _ in range(rows))
    body = tuple(tuple(tree.Cell((words,)) for words in (str(n), *one)) for n, one in enumerate(cells, 1))
    table = tree.Table(columns, body, landscape=True)
    return tree.Part((tree.AttachmentLabel("附件"), tree.Title(("任务分解表",)), table))


_NAMES = tuple(f"知识产权宣传工作材料之{n}" for n in "一二三四五六七八九十")
DOCUMENTS: dict[str, tree.Document] = {
    "joint-three-sealed": _notice(4, issuers=("甲市知识产权局", "甲市科学技术局", "甲市教育局")),
    "unsealed": _notice(4, sealed=False),
    "joint-two-unsealed": _notice(4, issuers=("甲市知识产权局", "甲市科学技术局"), sealed=False),
    "sealed-by-another": _notice(4, sealed_by="（甲市财政局代章）"),
    "preprinted": _notice(4, preprinted=True),
    "with-masthead": _notice(4),
    "detached-attachment": tree.Document(
        _NAMES[1],
        "甲市知识产权局",
        (
            tree.Part(
                (
                    tree.AttachmentLabel("甲知〔2026〕2号附件2"),
                    tree.Title((_NAMES[1],)),
                    *(tree.Paragraph(_TEXT) for _ in range(14)),
                )
            ),
        ),
    ),
    "one-page": _notice(1, duplex=False),
    "ends-on-even-page": _notice(7),
    "ends-on-odd-page": _notice(18),
    "full-even-page": _notice(26, text="各县区要提高认识。"),
    "ten-attachments": _notice(
        3, attachments=tuple(_attachment(n, name) for n, name in enumerate(_NAMES, 1)), names=_NAMES
    ),
    "table-of-200-rows": _notice(3, attachments=(_long_table(200),), names=("任务分解表",)),
}
