"""`ipplan table`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipplan.cli.jobs import Settings
    from ipplan.compiler import Compiler
    from ipplan.formats import By, Format
    from ipplan.pipeline import Checked

_WORDS = {"unit": "按单位", "date": "按时限", "section": "按章节", "status": "按状态"}
"""What stands in the name of a file behind that of the plan."""
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""What Windows, macOS or Linux does not allow in the name of a file."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The job of `table`: the lists of a plan in one file for each format, or one for each unit where `split`."""

    settings: Settings
    by: By
    formats: tuple[Format, ...]
    split: bool

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made; of split lists one stands for all."""
        del checked
        return [_named(target, "…" if self.split else _WORDS[self.by], form) for form in self.formats]

    def files(self, compiler: Compiler, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""
        for form in self.formats:
            if self.split:
                for name, content in compiler.split_table(checked, self.by, form, draft=self.settings.draft):
                    yield _named(target, _NOT_IN_NAMES.sub("_", name), form), partial(bytes, content)
            else:
                make = partial(compiler.table, checked, self.by, form, draft=self.settings.draft)
                yield _named(target, _WORDS[self.by], form), make

    def remarks(self, compiler: Compiler, checked: Checked) -> tuple[str, ...]:
        """Nothing: a list has no signature."""
        del compiler, checked
        return ()


def _named(target: Path, what: str, form: Format) -> Path:
    return target.with_name(f"{target.name}-{what}{form.suffix}")
