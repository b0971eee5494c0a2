"""`python -m kit.clause_page FILE` writes docs/gbt9704.md: what becomes of each clause, and every check."""

from __future__ import annotations

import sys
from pathlib import Path

from ipplan.inspection.clauses import CLAUSES, STRENGTHS, Clause, clause_key
from ipplan.inspection.pages.checks import PAGE_CHECKS
from ipplan.inspection.registry import FILE_CHECKS, FORMAT_CHECKS
from ipplan.stylesheet import load_stylesheet

_OF_FILES = (*FILE_CHECKS, *(check for checks in FORMAT_CHECKS.values() for check in checks))
_HEAD = """# GB/T 9704—2012 逐条对照

本页由程序生成（`make rules`），不要手改。

- 生成：`ipplan render` 会排出这一条的要求；“还没有”是标准里有、还做不出来的，“—”是没有东西要排的。
- 查文件：`ipplan inspect 公文.docx` 从文件里查；查版面：加上 `--pages`，排成页再量。数字是有几项检查。
- 只在纸上：要看印出来的成品，程序查不了。
- 强度：必须——标准写“应”或直接给数；一般——标准写“一般”“推荐”；惯例——标准没有写死，机关通行的做法。

各项要求的数值都在版式文件 `templates/styles/gbt9704-2012.yaml` 里，生成和检查用的是同一份；
`ipplan inspect --explain 7.2.4` 列出一条的数值。

标准留有余地的地方，取的是：页边 37/35/28/26 mm，行距 28.95 磅，版心按行距量，首行、末行行内的空白不算；要让字本身占满
37 mm 到 262 mm 的，生成和检查都用自带的版式 `ink-true`。数字和字母用 Times New Roman；照字面和正文一样用仿宋的，用版式
`no-latin-font`。仿宋、楷体、黑体、宋体、小标宋不论哪一家的都算，`font_names` 列出认得的名字。自带的版式见
[plan-format.md](plan-format.md) 第二十一章。

墨迹的位置随字体变化；没有装公文字体的电脑上排版软件会换成别的字体，量出来的结果写明用的是哪些字体。
"""


def page() -> str:
    """The whole page."""
    parts = {"条款": _clauses(), "查文件的各项": _checks(paged=False), "查版面的各项": _checks(paged=True)}
    return "\n".join([_HEAD, *(f"## {title}\n\n{table}" for title, table in parts.items())])


def _clauses() -> str:
    sheet = load_stylesheet()
    lines = ["| 条款 | 内容 | 生成 | 查文件 | 查版面 | 只在纸上 |", "|---|---|---|---|---|---|"]
    for clause in CLAUSES:
        counts = [sum(check.clause(sheet) == clause.number for check in checks) for checks in (_OF_FILES, PAGE_CHECKS)]
        cells = [_produced(clause), *(f"{count} 项" if count else "—" for count in counts), clause.paper or "—"]
        lines.append(f"| {clause.number} | {clause.title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _produced(clause: Clause) -> str:
    return {True: "有", False: "还没有", None: "—"}[clause.produced]


def _checks(*, paged: bool) -> str:
    sheet = load_stylesheet()
    rows = [
        (check.clause(sheet), check.title, check.requirement(sheet), STRENGTHS[check.strength(sheet)], check.name)
        for check in (PAGE_CHECKS if paged else _OF_FILES)
    ]
    lines = [
        f"| {clause} | {title} | {required} | {strength} | `{name}` |"
        for clause, title, required, strength, name in sorted(rows, key=lambda row: clause_key(row[0]))
    ]
    return "\n".join(["| 条款 | 项目 | 要求 | 强度 | 名称 |", "|---|---|---|---|---|", *lines]) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8", newline="\n")
