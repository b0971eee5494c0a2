"""What a code means at length: the text of `templates/rules/CODE.md` with what the program knows of the code.

A file there is a few paragraphs of why, then `## 不对` and `## 对`, each with fenced YAML: a whole `plan.yaml`, or,
with a name behind `yaml`, another file of the folder. `ipplan explain` prints it, `docs/rules` has it, and the tests
run both examples.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.codes import described
from ipplan.errors import UsageProblem
from ipplan.resources import templates_folder
from ipplan.suppressions import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.codes import Described

WRONG, RIGHT = "不对", "对"
_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_FENCE = re.compile(r"^```yaml(?: (?P<name>\S+))?\n(?P<text>(?:(?!^```yaml).)*?)^```$", re.MULTILINE | re.DOTALL)
_PLAN = "plan.yaml"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code with its page: `why` and the two examples as Markdown."""

    code: Described
    why: str
    wrong: str
    right: str

    def files(self, section: str) -> Mapping[str, str]:
        """The files of an example, by name: of `wrong` or `right`. Empty where the page only describes it."""
        return {found["name"] or _PLAN: found["text"] for found in _FENCE.finditer(section)}

    def markdown(self) -> str:
        """The whole page."""
        return (
            f"# {self.code.code} {self.code.title}\n\n"
            f"级别：{self.code.severity.word}　依据：{self.code.basis}　英文名：`{self.code.name}`\n\n"
            f"{self.why}\n\n## {WRONG}\n\n{self.wrong}\n\n## {RIGHT}\n\n{self.right}\n"
        )

    def plain(self) -> str:
        """The page for a terminal: no fences, examples indented."""
        return _FENCE.sub(_indented, self.markdown()).replace("\n## ", "\n").removeprefix("# ").replace("`", "")


def _indented(found: re.Match[str]) -> str:
    name = f"（{found['name']}）\n" if found["name"] else ""
    return name + "".join(f"    {line}".rstrip() + "\n" for line in found["text"].splitlines()).rstrip("\n")


def explain(code: str) -> Explanation:
    """The explanation of a code, in capitals or not.

    Raises:
        UsageProblem: if there is no such code.
    """
    found = find_explanation(code.upper())
    if found is None:
        near = nearest(code.upper(), described())
        raise UsageProblem(f"没有“{code}”这个问题代码" + (f"，是不是 {near}？" if near else "，写法像 IP301"))
    return found


def find_explanation(code: str) -> Explanation | None:
    """The explanation of a code; None if there is no such code."""
    if code not in described():
        return None
    text = (templates_folder() / "rules" / f"{code}.md").read_text("utf-8")
    why, _, wrong, _, right = (part.strip() for part in _SECTION.split(text))
    return Explanation(described()[code], why, wrong, right)


FAMILIES = {
    "IP0": "文件和 YAML",
    "IP1": "计划文件的格式",
    "IP2": "单位和引用",
    "IP3": "时限",
    "IP4": "目标和合计",
    "IP5": "用词和标点",
    "IP6": "公文要素",
    "IP7": "计划之间",
}
"""What codes that begin alike are about."""


def index_markdown() -> str:
    """The table of all codes, by family, each with a link to its page."""
    parts = ["# 全部问题代码\n\n编号不会改。错误：一定不对；警告：要人看一看。`ipplan explain 编号` 显示同样的说明。\n"]
    for begin, name in FAMILIES.items():
        rows = [one for one in described().values() if one.code.startswith(begin)]
        if rows:
            parts.append(f"\n## {begin}xx {name}\n\n| 编号 | 级别 | 说的是什么 | 依据 |\n|---|---|---|---|\n")
            parts += [
                f"| [{one.code}]({one.code}.md) | {one.severity.word} | {one.title} | {one.basis} |\n" for one in rows
            ]
    return "".join(parts)


def index_plain() -> str:
    """The same for a terminal."""
    lines: list[str] = []
    for begin, name in FAMILIES.items():
        rows = [one for one in described().values() if one.code.startswith(begin)]
        lines += [f"{begin}xx {name}", *(f"  {one.code} {one.severity.word} {one.title}" for one in rows), ""] * bool(
            rows
        )
    return "\n".join(lines)
