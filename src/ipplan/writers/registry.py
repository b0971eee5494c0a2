"""The writers by format. A writer's library is imported when somebody asks for its format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from ipplan.errors import MissingLibrary

if TYPE_CHECKING:
    from types import ModuleType

    from ipplan.document import Document
    from ipplan.formats import Format
    from ipplan.ledger import Ledger
    from ipplan.stylesheet import Stylesheet


class PaperWriter(Protocol):
    """What the module of a format of papers has; the same document gives the same bytes."""

    def write(self, document: Document, sheet: Stylesheet, /) -> bytes:
        """The bytes of a file."""


class LedgerWriter(Protocol):
    """What the module of a format of ledgers has; the same ledger gives the same bytes."""

    def write(self, ledger: Ledger, sheet: Stylesheet, /) -> bytes:
        """The bytes of a file."""


def paper_writer(form: Format) -> PaperWriter:
    """The module that writes a format that shows papers. Raises what `_module` raises."""
    return cast("PaperWriter", _module(form))


def ledger_writer(form: Format) -> LedgerWriter:
    """The module that writes a format that shows ledgers. Raises what `_module` raises."""
    return cast("LedgerWriter", _module(form))


def _module(form: Format) -> ModuleType:
    """The module of a format.

    Raises:
        MissingLibrary: if a library that it needs is not installed; the message says what to install.
    """
    try:
        return import_module(f"ipplan.writers.{form}")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "ipplan":
            raise
        wanted = f"ipplan[{form.extra}]" if form.extra else error.name
        raise MissingLibrary(f"生成 {form} 要用 {error.name}，还没有安装：运行 pip install '{wanted}'") from None
