"""`ipplan inspect --pages` on the same notice made by ipplan and by two public generators; prints docs/comparison.md.

    IPPLAN_PEERS=FOLDER python -m benchmarks.inspect_others > docs/comparison.md

`FOLDER` holds the programs of an environment with benchmarks/requirements.txt. Needs LibreOffice; with FONTCONFIG_FILE
naming fonts like those of offices the pages are measured with these.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import notice
from benchmarks.office_template import write_template
from benchmarks.processes import beside_python
from ipplan import __version__
from ipplan.compiler import Compiler
from ipplan.inspection.check import Outcome
from ipplan.inspection.results import inspect_file
from ipplan.pipeline import check
from ipplan.stylesheet import load_stylesheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipplan.inspection.results import Inspection

_WORDS = {Outcome.PASSED: "合格", Outcome.FAILED: "**不合**", Outcome.UNCHECKED: "没查"}
_HEAD = """# 同一份通知，三种软件

本页由程序生成，不要手改。命令是 `IPPLAN_PEERS=文件夹 python -m benchmarks.inspect_others`，文件夹是装了
`benchmarks/requirements.txt` 的环境的 `bin`。

一份三面的通知（两级标题、落款、抄送、印发），字句一样，分别由 ipplan 和两个能用 pip 安装的软件生成，再用
`ipplan inspect --pages` 检查。各软件怎样用的，见 `benchmarks/inspect_others.py`：

- gongwen-skill：Markdown 依次经过 `md2docx`、`optimize --apply`、`header`、`footer`、`pagenum`，都用默认设置。
- docxtpl（python-docx-template）：模板是 `benchmarks/office_template.py` 写的，页边、行距、字体、字号、颜色、缩进
  都照标准；换一个模板，结果会不同。标题在哪里换行、版记怎样到页底，模板管不了。

检查是我们自己写的，查什么由我们定；“没查”是认不出这个要素，或者文件里没有。这里只比格式，不比内容。
"""


def main() -> None:
    """Make the three papers, inspect them, and print the page."""
    sheet = load_stylesheet()
    with tempfile.TemporaryDirectory() as name:
        made = {title: make(Path(name)) for title, make in _GENERATORS.items()}
        found = {title: inspect_file(path, sheet, pages=True) for title, path in made.items()}
    print(f"{_HEAD}\n{_versions(found)}\n\n{_counts(found)}\n\n{_table(found)}")


def _ours(folder: Path) -> Path:
    (folder / "plan.yaml").write_text(notice.as_plan(), encoding="utf-8")
    (folder / "ipplan.yaml").write_text(notice.as_project(), encoding="utf-8")
    path = folder / "ours.docx"
    path.write_bytes(Compiler().docx(check(folder / "plan.yaml"), draft=False))
    return path


def _gongwen(folder: Path) -> Path:
    (folder / "notice.md").write_text(notice.as_markdown(), encoding="utf-8")
    words = ("--recipients", notice.ADDRESSEES, "--signer", notice.ISSUER, "--date", notice.DATE)
    masthead = ("--org-name", f"{notice.ISSUER}文件", "--doc-number", notice.NUMBER)
    end = ("--cc", notice.COPIES, "--printer", notice.PRINTED_BY, "--print-date", notice.DATE)
    steps = (
        ("md2docx", "notice.md", "-o", "first.docx", "-t", "notice", *words, "--no-ai-declaration"),
        ("optimize", "first.docx", "-o", "gongwen.docx", "-t", "notice", "--apply", "--remove-ai-declaration"),
        ("header", "gongwen.docx", *masthead),
        ("footer", "gongwen.docx", *end),
        ("pagenum", "gongwen.docx"),
    )
    for step in steps:
        _run([beside_python("gongwen"), *step], folder)
    return folder / "gongwen.docx"


def _docxtpl(folder: Path) -> Path:
    write_template(folder / "template.docx")
    (folder / "data.json").write_text(notice.as_data(), encoding="utf-8")
    _run([beside_python("python"), "-m", "docxtpl", "template.docx", "data.json", "docxtpl.docx"], folder)
    return folder / "docxtpl.docx"


_GENERATORS: dict[str, Callable[[Path], Path]] = {"ipplan": _ours, "gongwen-skill": _gongwen, "docxtpl": _docxtpl}


def _run(command: Sequence[str | Path], folder: Path) -> str:
    done = subprocess.run([str(one) for one in command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} {command[1]}: {done.stderr}")
    return done.stdout


def _versions(found: dict[str, Inspection]) -> str:
    ask = "from importlib.metadata import version as v; print(v('gongwen-skill'), v('docxtpl'), v('python-docx'))"
    gongwen, docxtpl, python_docx = _run([beside_python("python"), "-c", ask], Path.cwd()).split()
    engine = next(iter(found.values())).engine
    return (
        f"版本：ipplan {__version__}，gongwen-skill {gongwen}，docxtpl {docxtpl}（python-docx {python_docx}），"
        f"Python {platform.python_version()}。{engine}"
    )


def _counts(found: dict[str, Inspection]) -> str:
    rows = [
        f"| {title} | {' | '.join(str(one.count(outcome)) for outcome in Outcome)} |" for title, one in found.items()
    ]
    heads = " | ".join(_WORDS[outcome].strip("*") for outcome in Outcome)
    return "\n".join([f"| 软件 | {heads} |", f"|---|{'---:|' * len(Outcome)}", *rows])


def _table(found: dict[str, Inspection]) -> str:
    """Every check that looked at something in any of the papers."""
    lines = [f"| 条款 | 项目 | {' | '.join(found)} |", f"|---|---|{'---|' * len(found)}"]
    for results in zip(*(one.results for one in found.values()), strict=True):
        if any(one.outcome is not Outcome.UNCHECKED for one in results):
            cells = " | ".join(_WORDS[one.outcome] for one in results)
            lines.append(f"| {results[0].clause} | {results[0].title} | {cells} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
