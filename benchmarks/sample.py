"""Plans to measure with: many different ones of a wanted size, in the manner of real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_UNITS = ("市知识产权局", "市科技局", "市财政局", "市教育局", "市商务局", "市公安局", "市市场监管局", "市文广旅局")
_FIELDS = ("专利创造", "商标品牌", "地理标志", "版权服务", "行政保护", "司法保护", "转化运用", "人才培养")
_TEXT = (
    "围绕{field}工作，{unit}会同有关部门制定年度实施方案，明确责任分工和进度安排，组织开展集中培训和现场指导，"
    "建立工作台账，按季度通报进展情况，及时协调解决工作中遇到的困难和问题，确保各项任务按期完成。"
)


def write_plans(folder: Path, number: int, kilobytes: int) -> None:
    """Write so many plans of about so many kB each."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(number):
        (folder / f"{index:05}.plan.yaml").write_text(plan(index, kilobytes), encoding="utf-8", newline="\n")


def plan(index: int, kilobytes: int) -> str:
    """One plan; the index changes its words and numbers."""
    lines = ["version: 2", "plan:", f"  title: 第{index + 1}市2026年知识产权工作计划", "  period: 2026年", "  body:"]
    size, task = 0, 0
    while size < kilobytes * 1000:
        block = _task(index * 31 + task, new_section=task % 8 == 0)
        lines += block
        size += sum(len(line.encode()) + 1 for line in block)
        task += 1
    return "\n".join(lines) + "\n"


def _task(number: int, *, new_section: bool) -> list[str]:
    field, unit = _FIELDS[number % len(_FIELDS)], _UNITS[number // 3 % len(_UNITS)]
    other = _UNITS[(number // 3 + 3) % len(_UNITS)]
    section = [f"    - section: 推进{field}工作", "      body:"] if new_section else []
    return [
        *section,
        f"        - task: 开展第{number + 1}批{field}工作",
        f"          text: {_TEXT.format(field=field, unit=unit)}",
        f"          lead: {unit}",
        f"          supporting: {other}",
        f"          due: 2026年{number % 12 + 1}月底前",
        f"          targets: [新增{number % 40 + 2}项]",
    ]
