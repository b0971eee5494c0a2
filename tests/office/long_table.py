"""A table of 300 rows whose texts have many lengths, with groups that reach over pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan import document as tree
from ipplan.transforms.columns import lay_out

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet

TITLES = ("序号", "工作内容", "目标要求", "完成时限", "责任单位")
TASK = "促进专利技术产业化、提高全市知识产权创造能力"
TARGET = (
    "年专利申请量和授权量分别达到5500件以上和3300件以上，其中发明专利年均增长20%以上。依法查处侵权假冒行为，"
    "培育5～7家高新技术企业（含2家以上“小巨人”企业），每两个月至少举办一场知识产权宣传活动，报送信息不少于4篇；"
)
GROUPS = (1, 2, 3, 5, 8, 14, 40, 3, 1, 23, 100, 12, 60, 7, 21)
"""How many targets each task has: 300 in all."""


def long_table() -> tree.Table:
    """Return the table, its texts of many lengths."""
    rows: list[tuple[tree.Cell | None, ...]] = []
    for number, height in enumerate(GROUPS, start=1):
        label = (tree.Cell((str(number),), rows=height), tree.Cell((TASK[: 4 + number],), rows=height))
        for at in range(height):
            target = TARGET[at * 3 % 20 : 25 + at * 7 % 70]
            rest = (f"{at + 1}.{target}", "2009年底前", "市科技局、市工商局、各县（市、区）政府")
            rows.append((*(label if at == 0 else (None, None)), *(tree.Cell((text,)) for text in rest)))
    return tree.Table(tuple(tree.Column(title) for title in TITLES), tuple(rows))


def long_document(sheet: Stylesheet) -> tree.Document:
    """Return a paper with label, title and the laid-out table."""
    nodes = (tree.AttachmentLabel("附件"), tree.Title(("任务分解表",)), lay_out(long_table(), (), sheet))
    return tree.Document("任务分解表", "", (tree.Part(nodes),))
