"""Which findings are asked for: `--select` and `--ignore` with codes or the beginnings of codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.diagnostics import Report
from ipplan.errors import UsageProblem
from ipplan.suppressions import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ALWAYS = frozenset({"IP602"})
"""Where a file does not fit the schema, rules have not seen it; hiding that would look like a clean plan."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Beginnings of codes that are wanted (all, if there are none) and unwanted; the longer one decides."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether findings with this code are shown; what keeps a file from being understood always is."""
        if is_reading(code):
            return True
        return _longest(self.select or ("",), code) > _longest(self.ignore, code)

    def applied(self, report: Report) -> Report:
        """The report with what is wanted of it."""
        return Report(tuple(found for found in report.diagnostics if self.wants(found.code)))


def _known_codes() -> Iterable[str]:
    """All codes, for which all rules are loaded."""
    from ipplan.codes import described  # noqa: PLC0415  where somebody names codes

    return described()


def read_selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """The selection that options like `IP3,IP401` make.

    Raises:
        UsageProblem: if no code begins like that, or it cannot be ignored.
    """
    wanted = tuple(_read(code) for code in _parts(select))
    unwanted = tuple(_read(code) for code in _parts(ignore))
    for code in unwanted:
        if all(is_reading(known) for known in _known_codes() if known.startswith(code)):
            raise UsageProblem(f"--ignore 不能写“{code}”：文件读不懂、格式不对的问题不能忽略")
    return Selection(wanted, unwanted)


def _parts(options: Iterable[str]) -> list[str]:
    return [part for option in options for part in re.split(r"[,，、\s]+", option) if part]


def _read(code: str) -> str:
    """A code or the beginning of one, in capitals."""
    begin = code.upper()
    if any(known.startswith(begin) for known in _known_codes()):
        return begin
    near = nearest(begin, _known_codes())
    raise UsageProblem(f"没有“{code}”这个问题代码" + (f"，是不是 {near}？" if near else ""))


def is_reading(code: str) -> bool:
    """Whether a code is about a file that could not be understood, rather than about a plan."""
    return code in _ALWAYS or (code.startswith(("IP0", "IP1")) and code not in {"IP012", "IP013"})


def _longest(beginnings: Iterable[str], code: str) -> int:
    """The length of the longest beginning that a code has; -1 where it has none."""
    return max((len(begin) for begin in beginnings if code.startswith(begin)), default=-1)
