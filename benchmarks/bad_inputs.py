"""The same bad inputs given to docxtpl's command line, pandoc and ipplan: exit code, last line, files left over.

IPPLAN_PEERS=… PYTHONPATH=tests python -m benchmarks.bad_inputs > table.md
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.processes import beside_python
from kit.hostile import CASES

_INPUTS = ("alias bomb", "merge keys", "25,000 brackets", "GBK", "NUL", "tag that runs code", "key twice")
_SECONDS = 20


def main() -> None:
    """Print the rows of the table in docs/reliability.md."""
    python = beside_python("python")
    print("| 输入 | 程序 | 退出码 | 最后一句 | 留下的文件 |\n|---|---|---|---|---|")
    for name in _INPUTS:
        data = CASES[name].data
        for program, command in _programs(python).items():
            with tempfile.TemporaryDirectory() as folder:
                code, said, left = _run(Path(folder), data, command)
            print(f"| {name} | {program} | {code} | {said} | {left} |")


def _programs(python: Path) -> dict[str, list[str]]:
    pandoc = "import pypandoc, subprocess, sys; sys.exit(subprocess.call([pypandoc.get_pandoc_path(), *sys.argv[1:]]))"
    return {
        "docxtpl": [str(python), "-m", "docxtpl", "template.docx", "data.json", "out.docx", "-q"],
        "pandoc": [str(python), "-c", pandoc, "plan.md", "-o", "out.docx"],
        "ipplan": [sys.executable, "-m", "ipplan", "render", "plan.yaml"],
    }


def _run(folder: Path, data: bytes, command: list[str]) -> tuple[str, str, str]:
    """Run a program; docxtpl takes JSON, so it gets the text as its one field; pandoc gets it as metadata."""
    (folder / "plan.yaml").write_bytes(data)
    (folder / "plan.md").write_bytes(b"---\n" + data + b"\n---\n\n$title$\n")
    (folder / "data.json").write_text(json.dumps({"title": data.decode("utf-8", "replace")}), encoding="utf-8")
    template = "import docx; d = docx.Document(); d.add_paragraph('{{ title }}'); d.save('template.docx')"
    subprocess.run([sys.executable, "-c", template], cwd=folder, check=True)
    before = {path.name for path in folder.iterdir()}
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"{_SECONDS} 秒没有结束", "", ""
    lines = (done.stdout + done.stderr).decode("utf-8", "replace").strip().splitlines()
    said = next((line for line in lines if "错误" in line), lines[-1] if lines else "")
    left = sorted({path.name for path in folder.iterdir()} - before)
    return str(done.returncode), said[:90].replace("|", "\\|"), "、".join(left) or "无"


if __name__ == "__main__":
    main()
