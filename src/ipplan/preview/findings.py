"""The findings as a list: what is wrong, what to do, where, and the way to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from ipplan.preview.source_text import excerpt
from ipplan.writers.html.markup import element, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipplan.diagnostics import Diagnostic
    from ipplan.preview.source_text import ShownFiles
    from ipplan.source import Source


def findings_list(findings: Sequence[Diagnostic], sources: Iterable[Source], files: ShownFiles, root: str) -> str:
    """The findings in the order of `ipplan validate`; `root` leads to the page that explains a code."""
    if not findings:
        return element("p", words("没有发现问题。"), class_="nothing")
    texts = {source.path: source for source in sources}
    items = (_item(found, texts.get(found.path), files, root) for found in findings)
    return element("ul", *items, class_="findings")


def place(found: Diagnostic, files: ShownFiles) -> str:
    """File, line and column, as a link to the line where the file is shown."""
    told = f"{files.name(found.path)}:{found.span.line}:{found.span.column}"
    line = files.line_id(found.path, found.span.line)
    return element("a", words(told), href=f"#{line}", class_="place") if line else element("span", words(told))


def _item(found: Diagnostic, source: Source | None, files: ShownFiles, root: str) -> str:
    code = element("a", words(found.code), href=f"{root}rule/{found.code}", target="_blank", rel="noopener")
    message = element("p", element("b", words(found.severity.word)), " ", code, " ", words(found.message))
    hint = element("p", words(found.hint), class_="hint") if found.hint else ""
    line = excerpt(source, found.span) if source is not None else ""
    shown = element("p", line, class_="excerpt") if line else ""
    ways = element("p", place(found, files), *_outside(found), class_="ways")
    return element("li", message, shown, hint, ways, class_=found.severity.name.lower())


def _outside(found: Diagnostic) -> tuple[str, str]:
    """The ways to the place in other programs."""
    path, line, column = os.path.realpath(found.path), found.span.line, found.span.column
    address = quote(path.replace(os.sep, "/").lstrip("/"), safe="/:")
    editor = element("a", words("用 VS Code 打开"), href=f"vscode://file/{address}:{line}:{column}")
    copy = element("button", words("复制位置"), type="button", data_copy=f"{path}:{line}:{column}")
    return editor, copy
