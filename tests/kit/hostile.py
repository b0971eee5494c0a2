"""Plan files that mean harm, or that somebody's editor has spoiled: what each must be answered with.

    python -m kit.hostile    (with PYTHONPATH=tests) checks them all in one process and prints what each costs

It is one process on purpose: whoever is answered after a hostile file must still be answered.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import NamedTuple

from ipplan.errors import IpplanError
from ipplan.pipeline import check

HEAD = "plan:\n  title: 计划\n  body:\n"
GOOD = f"{HEAD}    - 内容。\n"


class Case(NamedTuple):
    """A file, and the code and 1-based line of the first finding; "" for a file that is refused before it is read."""

    data: bytes
    code: str
    line: int = 1


def _laughs(levels: int) -> str:
    lines = ["a0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _merges(levels: int) -> str:
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def _text(text: str, code: str, line: int = 1) -> Case:
    return Case(text.encode(), code, line)


CASES = {
    "alias bomb": _text(_laughs(9), "IP006", 5),
    "flat alias bomb": _text("a: &a [" + "甲, " * 1000 + "]\nb: [" + "*a, " * 1000 + "]\n", "IP006", 2),
    "merge keys": _text(_merges(9), "IP007", 3),
    "alias of itself": _text("a: &a [*a]\n", "IP007"),
    "25,000 brackets": _text("[" * 25_000, "IP006"),
    "25,000 dashes": _text("- " * 25_000, "IP006"),
    "25,000 braces": _text("{a: " * 25_000, "IP006"),
    "25,000 question marks": _text("? " * 25_000, "IP002"),
    "1,400 levels by indenting": _text("".join(" " * n + "a:\n" for n in range(1_400)), "IP006", 41),
    "scalar of 10 MB": _text("plan:\n  title: " + "a" * 10_000_000, ""),
    "scalar of 2 MB": _text("plan:\n  title: " + "a" * 2_000_000, "IP006", 2),
    "two million spaces": _text("plan:\n  title: a" + " " * 2_000_000 + "b", "IP006", 2),
    "two million line ends": _text("\n" * 2_000_000 + "plam: 1", "IP101", 2_000_001),
    "200,000 values": _text(HEAD + "    - 甲\n" * 200_000, "IP006", 100_003),
    "90,000 unknown keys": _text(GOOD + "".join(f"k{n}: 1\n" for n in range(90_000)), "IP101", 5),
    "90,000 wrong values": _text(HEAD + "    - {}\n" * 90_000, "IP104", 4),
    "90,000 empty values": _text(HEAD + "    -\n" * 90_000, "IP103", 4),
    "110,000 anchors": _text(HEAD + "".join(f"    - &a{n} 甲\n" for n in range(110_000)), "IP006", 100_003),
    "one key 150,000 times": _text(GOOD + "plan: 1\n" * 150_000, "IP003", 5),
    "500,000 escapes": _text(HEAD + '    - "' + "\\x41" * 500_000 + '"\n', "IP006", 4),
    "nothing but comments": _text("# 甲\n" * 300_000, "IP009"),
    "NUL": _text(f"{HEAD}    - 内\0容\n", "IP005", 4),
    "escape character": _text(f"{HEAD}    - 内\x1b[31m容\n", "IP005", 4),
    "turned writing direction": _text(f"{HEAD}    - 内\u202e容\n", "IP005", 4),
    "control character in an escape": _text(HEAD + '    - "内\\x07容"\n', "IP005", 4),
    "integer of a million digits": _text("plan:\n  title: " + "9" * 1_000_000, "IP006", 2),
    "version of 5,000 digits": _text(f"version: {'9' * 5_000}\n{GOOD}", "IP105"),
    "30 February": _text("notice: {number: 甲〔2017〕1号, date: 2017-02-30, to: 乙}\n" + GOOD, "IP3"),
    "30 February as a deadline": _text(f"{HEAD}    - {{task: 甲, due: 2017-02-30}}\n", "IP3", 4),
    "no for a flag": _text(f"{HEAD}    - {{columns: [甲], table: [[1]], landscape: no_}}\n", "IP1", 4),
    "12:30 for a title": _text("plan:\n  title: [12:30]\n  body: [0123]\n", "IP104", 2),
    "tag that runs code": _text("plan: !!python/object/apply:os.system ['touch /tmp/harm']\n", "IP007"),
    "local tag": _text("plan: !include /etc/passwd\n", "IP007"),
    "verbatim tag": _text("plan: !<tag:yaml.org,2002:python/name:os.system> a\n", "IP007"),
    "several documents": _text(f"{GOOD}---\n{GOOD}", "IP008", 5),
    "100,000 documents": _text("--- 甲\n" * 100_000, "IP008", 2),
    "key twice": _text("plan:\n  title: 甲\n  title: 乙\n  body: [内容。]\n", "IP003", 3),
    "full-width colon after a key": _text("plan:\n  title：计划\n  body: [内容。]\n", "IP002", 2),
    "full-width colon in a block": _text(f"{HEAD}    - task: 甲\n    - text：乙\n", "IP002", 5),
    "invalid UTF-8": Case(f"{GOOD}# ".encode() + b"\xff\xfe\xfd\n", "IP001", 5),
    "UTF-16": Case(GOOD.encode("utf-16"), "IP001"),
    "UTF-16 without its mark": Case(GOOD.encode("utf-16-le"), "IP001"),
    "UTF-32": Case(GOOD.encode("utf-32"), "IP001"),
    "GBK": Case(GOOD.encode("gbk"), "IP001", 2),
    "mixed line ends": Case(b"plan:\r\n  titel: a\r  body:\n    - b\r\n", "IP101", 2),
    "include of everything": _text(f"{GOOD}    - include: ../../../../../../etc/passwd\n", "IP011", 5),
    "include of a device": _text(f"{GOOD}    - include: /dev/zero\n", "IP011", 5),
    "a docx": Case(b"PK\x03\x04" + bytes(range(256)) * 100, "IP001"),
}  # fmt: skip


class Answer(NamedTuple):
    """What a case was answered with, and what that cost: CPU seconds, and peak memory of the process so far in MiB."""

    words: str
    code: str
    line: int
    seconds: float
    memory: float


def answer(path: Path) -> Answer:
    """Check a file as `ipplan validate` does."""
    start = process_time()
    try:
        found = check(path).report.diagnostics
        first = found[0] if found else None
        words, code, line = (first.message, first.code, first.span.line) if first else ("no finding", "", 0)
    except IpplanError as problem:
        words, code, line = str(problem).partition("：")[2], "", 1
    seconds = process_time() - start
    return Answer(words, code, line, seconds, _peak())


def _peak() -> float:
    """Peak memory of this process in MiB. What `getrusage` says may be that of the process it was forked from."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Answer all cases, and a good plan at the end; one line each: name, code, line, CPU ms, MiB, words."""
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        path = Path("plan.yaml")
        for title, case in {**CASES, "a good plan": _text(GOOD, "", 0)}.items():
            path.write_bytes(case.data)
            got = answer(path)
            print(title, got.code, got.line, f"{got.seconds * 1000:.0f}", f"{got.memory:.0f}", got.words[:60], sep="\t")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
