"""Documents of any length made from a number, the same each time: where they end is as good as random."""

from __future__ import annotations

import random

from ipplan import document as tree
from ipplan.model.project import Project
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.layout import lay_out

_CLAUSES = (
    "各县区要提高认识，做好“4·26”宣传周活动",
    "2026年底前完成专利转化100件以上，其中高价值专利30%",
    "把宣传培训作为提高核心竞争能力的重要手段",
    "建设国家级知识产权保护中心（分中心）3～5家；推动PCT申请增长15%",
    "不断提高工作实效",
    "完善知识产权“一件事”集成办理、“互联网+”服务",
    "落实《知识产权强国建设纲要（2021—2035年）》和《“十四五”规划》",
    "市知识产权局牵头，市财政局、市科技局、各县（市、区）政府配合",
)
_UNITS = ("市知识产权局", "市财政局、市科技局、各县（市、区）政府")
_NAMES = ("2026年工作计划", "任务分解表")


def random_document(seed: int) -> tree.Document:
    """Return a notice with a plan behind it and, half the time, a long table, laid out; with a colophon."""
    chance = random.Random(seed)
    notice = (
        tree.Head("甲市知识产权局文件", "甲知〔2026〕2号"),
        tree.Title(("关于印发计划的通知",)),
        tree.Addressees("各县区知识产权局，高新区科技局："),
        *(tree.Paragraph(_text(chance)) for _ in range(chance.randint(1, 3))),
        tree.AttachmentList(_NAMES),
        tree.Signature(("甲市知识产权局",), "2026年3月7日"),
    )
    plan: list[tree.Node] = [tree.AttachmentLabel("附件1"), tree.Title((_NAMES[0],))]
    for _ in range(chance.randint(1, 8)):
        plan += _section(chance)
    parts = [tree.Part(notice), tree.Part(tuple(plan))]
    if chance.random() < 0.5:
        parts.append(tree.Part((tree.AttachmentLabel("附件2"), tree.Title((_NAMES[1],)), _table(chance))))
    colophon = tree.Colophon("抄送：甲市人民政府办公室。", "甲市知识产权局办公室", "2026年3月7日印发")
    return lay_out(tree.Document("通知", "甲市知识产权局", tuple(parts), colophon), Project(), load_stylesheet())


def _text(chance: random.Random) -> str:
    return "，".join(chance.choice(_CLAUSES) for _ in range(chance.randint(1, 9))) + "。"


def _section(chance: random.Random) -> list[tree.Node]:
    nodes: list[tree.Node] = [tree.Heading(1, "一、", "总体要求")]
    for _ in range(chance.randint(1, 4)):
        if chance.random() < 0.4:
            nodes.append(tree.Heading(2, "（一）", "加强宣传"))
        nodes.append(tree.Paragraph(_text(chance)))
    return nodes


def _table(chance: random.Random) -> tree.Table:
    rows = []
    for number in range(chance.randint(3, 40)):
        words = (str(number), _text(chance)[: chance.randint(8, 90)], chance.choice(_UNITS), "2026年12月底前")
        rows.append(tuple(tree.Cell((one,)) for one in words))
    return tree.Table(tuple(tree.Column(title) for title in ("序号", "任务", "责任单位", "完成时限")), tuple(rows))
