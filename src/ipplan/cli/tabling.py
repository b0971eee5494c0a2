"""`ipplan table`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ipplan.cli.jobs import list_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ipplan.cli.jobs import Settings
    from ipplan.compiler import Compiler
    from ipplan.formats import By, Format
    from ipplan.pipeline import Checked

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""What Windows, macOS or Linux does not allow in the name of a file."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The job of `table`: the lists of a plan in one file for each format, or one for each unit where `split`."""

    settings: Settings
    by: By
    formats: tuple[Format, ...]
    split: bool

    def forms(self, checked: Checked) -> tuple[Format, ...]:
        """The formats that were asked for."""
        del checked
        return self.formats

    def names(self, checked: Checked, target: Path) -> list[Path]:
        """The files to be made; of split lists one stands for all."""
        del checked
        if self.split:
            return [_named(target, "…", form) for form in self.formats]
        return [list_name(target, self.by, form) for form in self.formats]

    def files(self, compiler: Compiler, checked: Checked, target: Path) -> Iterator[tuple[Path, Callable[[], bytes]]]:
        """Each file, and what makes its bytes."""
        for form in self.formats:
            if self.split:
                taken: Counter[str] = Counter()
                for name, content in compiler.split_table(checked, self.by, form, draft=self.settings.draft):
                    yield _named(target, _own_name(name, taken), form), partial(bytes, content)
            else:
                make = partial(compiler.table, checked, self.by, form, draft=self.settings.draft)
                yield list_name(target, self.by, form), make

    def remarks(self, compiler: Compiler, checked: Checked) -> tuple[str, ...]:
        """Nothing: a list has no signature."""
        del compiler, checked
        return ()


def _own_name(name: str, taken: Counter[str]) -> str:
    """A name as files can have it; a number behind it where another one has become the same."""
    allowed = _NOT_IN_NAMES.sub("_", name)
    taken[allowed.casefold()] += 1
    times = taken[allowed.casefold()]
    return allowed if times == 1 else f"{allowed}-{times}"


def _named(target: Path, what: str, form: Format) -> Path:
    return target.with_name(f"{target.name}-{what}{form.suffix}")
