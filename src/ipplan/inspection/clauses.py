"""The clauses of GB/T 9704—2012, what becomes of each here, and what the sheet says of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.stylesheet import Strength

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet

STRENGTHS = {Strength.REQUIRED: "必须", Strength.RECOMMENDED: "一般", Strength.PRACTICE: "惯例"}
"""How binding a figure is, as users read it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its number, what it is about, whether `render` produces it (None where there is nothing to produce).

    `paper` says what only the printed sheet shows.
    """

    number: str
    title: str
    produced: bool | None
    paper: str = ""


CLAUSES = (
    Clause("4", "纸张", None, "克重、白度、耐折度、不透明度、pH 值"),
    Clause("5.1", "幅面尺寸", True),
    Clause("5.2.1", "页边与版心", True),
    Clause("5.2.2", "字体和字号", True),
    Clause("5.2.3", "行数和字数", True),
    Clause("5.2.4", "文字的颜色", True),
    Clause("6.1", "制版要求", None, "版面歪斜、字迹"),
    Clause("6.2", "印刷要求", None, "双面印刷、套正、色谱"),
    Clause("6.3", "装订要求", None, "左侧装订、订位、裁切"),
    Clause("7.1", "版头、主体、版记的划分", True),
    Clause("7.2.1", "份号", True),
    Clause("7.2.2", "密级和保密期限", True),
    Clause("7.2.3", "紧急程度", True),
    Clause("7.2.4", "发文机关标志", True),
    Clause("7.2.5", "发文字号", True),
    Clause("7.2.6", "签发人", True),
    Clause("7.2.7", "版头中的分隔线", True),
    Clause("7.3.1", "标题", True),
    Clause("7.3.2", "主送机关", True),
    Clause("7.3.3", "正文", True),
    Clause("7.3.4", "附件说明", True),
    Clause("7.3.5.1", "加盖印章的公文", True, "印章压名压日期"),
    Clause("7.3.5.2", "不加盖印章的公文", True),
    Clause("7.3.5.3", "加盖签发人签名章的公文", True, "签名章"),
    Clause("7.3.5.4", "成文日期中的数字", True),
    Clause("7.3.5.5", "排版后空白容不下印章等的情况", True),
    Clause("7.3.6", "附注", True),
    Clause("7.3.7", "附件", True),
    Clause("7.4.1", "版记中的分隔线", True),
    Clause("7.4.2", "抄送机关", True),
    Clause("7.4.3", "印发机关和印发日期", True),
    Clause("7.5", "页码", True),
    Clause("8", "横排表格", True),
    Clause("9", "计量单位、标点符号和数字", None),
    Clause("10.1", "信函格式", True),
    Clause("10.2", "命令（令）格式", True),
    Clause("10.3", "纪要格式", True),
)
"""Every clause that asks for something, in order. Clause 9 is what `ipplan validate` looks at in the plan."""


def clause_key(number: str) -> tuple[int, ...]:
    """What clauses are ordered by: 7.2.4 before 7.10."""
    return tuple(int(part) for part in number.split("."))


def explain_clause(number: str, sheet: Stylesheet) -> str | None:
    """What a clause is about and all figures of the sheet that come from it or from its parts, None for an unknown one.

    A line for each figure: name, value, strength.
    """
    titles = {clause.number: clause.title for clause in CLAUSES}
    within = [known for known in titles if known == number or known.startswith(f"{number}.")]
    if not within:
        return None
    lines = []
    for known in within:
        lines.append(f"GB/T 9704—2012 §{known} {titles[known]}")
        figures = [(name, figure) for name, figure in sheet.figures.items() if figure.clause == known]
        width = max((len(name) for name, _ in figures), default=0)
        lines += [f"  {STRENGTHS[figure.strength]}  {name:<{width}}  {figure.value}" for name, figure in figures]
        lines += [] if figures else ["  版式里没有它的数值"]
    return "\n".join(lines) + "\n"
