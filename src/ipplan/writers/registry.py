"""The writers by format. A writer's library is imported when somebody asks for its format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from ipplan.errors import MissingLibrary

if TYPE_CHECKING:
    from ipplan.document import Document
    from ipplan.formats import Format
    from ipplan.stylesheet import Stylesheet


class Writer(Protocol):
    """What the module of a format has: `write(document, sheet)`; the same document gives the same bytes."""

    def write(self, document: Document, sheet: Stylesheet, /) -> bytes:
        """The bytes of a file."""


def writer(form: Format) -> Writer:
    """The module that writes a format.

    Raises:
        MissingLibrary: if a library that it needs is not installed; the message says what to install.
    """
    try:
        return cast("Writer", import_module(f"ipplan.writers.{form}"))
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "ipplan":
            raise
        wanted = f"ipplan[{form.extra}]" if form.extra else error.name
        raise MissingLibrary(f"生成 {form} 要用 {error.name}，还没有安装：运行 pip install '{wanted}'") from None
