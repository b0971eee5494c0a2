"""Papers: one plan, warm; the docx writer against strings; tables that grow; workbooks.

python -m benchmarks.papers [--rounds N] [--rows N]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.processes import beside_python
from benchmarks.trials import CONTESTANTS, JIAXING, compare, own, taking_turns, trial


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=10_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _one_paper(folder, wanted.rounds)
        _tables(folder, wanted.rows, wanted.rounds)
        _workbook(folder, wanted.rows, wanted.rounds)


def _content(folder: Path, rows: int) -> Path:
    """What the paper says, for the peers, and beside it the template for docxtpl."""
    said = folder / f"{rows}.json"
    trial(own("content", 1, JIAXING, str(rows), said))
    trial([beside_python("python"), CONTESTANTS / "with_docxtpl.py", "template", said, folder / f"{rows}.docx", "-"])
    return said


def _docxtpl(times: int, said: Path) -> list[str | Path]:
    out = said.with_name("docxtpl.docx")
    return [beside_python("python"), CONTESTANTS / "with_docxtpl.py", str(times), said, said.with_suffix(".docx"), out]


def _floor(what: str, times: int, said: Path) -> list[str | Path]:
    return [sys.executable, CONTESTANTS / "floor.py", what, str(times), said]


def _one_paper(folder: Path, rounds: int) -> None:
    said = _content(folder, 0)
    warm = {"ipplan": own("paper", 30, JIAXING, folder / "own.docx"), "docxtpl": _docxtpl(30, said)}
    compare("Jiaxing: plan file to docx on disk, warm", "piece", taking_turns(warm, rounds), {"docxtpl": 1 / 3})
    bare = {"ipplan": own("tree", 100, JIAXING), "strings and zip": _floor("docx", 100, said)}
    compare("Jiaxing: tree to bytes, warm", "piece", taking_turns(bare, rounds), {"strings and zip": 3})
    render = [sys.executable, "-m", "ipplan", "render", JIAXING, "-o", folder, "--no-cache"]
    cold = {"ipplan render": render, "docxtpl": _docxtpl(1, said)}
    compare("Jiaxing: cold process", "cpu", taking_turns(cold, rounds * 3), {"docxtpl": 1.2})


def _tables(folder: Path, rows: int, rounds: int) -> None:
    said = _content(folder, rows)
    growing = {
        f"{rows} rows": own("rows", 3, JIAXING, str(rows)),
        f"{rows // 10} rows": own("rows", 3, JIAXING, str(rows // 10)),
    }
    compare("ipplan: ten times the rows, warm", "piece", taking_turns(growing, rounds), {f"{rows // 10} rows": 12})
    markdown = folder / "table.md"
    markdown.write_text(_markdown(said), "utf-8")
    trials = taking_turns(
        {
            "ipplan": own("rows", 1, JIAXING, str(rows)),
            "docxtpl": _docxtpl(1, said),
            "pandoc": [_pandoc(), "-f", "gfm", markdown, "-o", folder / "pandoc.docx"],
            "strings and zip": _floor("docx", 1, said),
        },
        rounds,
    )
    compare(f"a table of {rows} rows, whole process", "cpu", trials, {"docxtpl": 1 / 4, "pandoc": 1 / 8})
    compare(f"a table of {rows} rows", "memory", trials, {"docxtpl": 1})
    timed = {name: one for name, one in trials.items() if name != "pandoc"}
    compare(f"a table of {rows} rows, without start and reading", "piece", timed, {"docxtpl": 1 / 4})


def _markdown(said: Path) -> str:
    table = json.loads(said.read_text("utf-8"))
    rule = ["---"] * len(table["titles"])
    titles = [title.replace("\n", "") for title in table["titles"]]
    return "".join(f"| {' | '.join(row)} |\n" for row in [titles, rule, *table["rows"]])


def _pandoc() -> Path:
    """The program of the wheel `pypandoc_binary`, or the one on the path."""
    library = beside_python("python").parents[1] / "lib"
    return next(library.glob("python*/site-packages/pypandoc/files/pandoc"), Path("pandoc"))


def _workbook(folder: Path, rows: int, rounds: int) -> None:
    said = folder / "ledger.json"
    trial(own("ledger_content", 1, str(rows), said))
    trials = taking_turns({"ipplan": own("xlsx", 2, str(rows)), "strings and zip": _floor("xlsx", 2, said)}, rounds)
    compare(f"a workbook of {rows} rows", "piece", trials, {"strings and zip": 4})


if __name__ == "__main__":
    main()
