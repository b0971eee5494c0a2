"""A plan file as text: reading, decoding, and finding lines again."""

from __future__ import annotations

import errno
import os
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity, Span
from ipplan.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 2 * 1024 * 1024
"""Largest plan file that is read; a hundred-task plan is about 60 kB."""

_USUAL_BYTES = 128 * 1024
"""Hardly a plan is larger. Python makes room for as much as is asked for, so it is not asked for all at once."""

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Characters that nobody sees: they print as nothing, turn the direction of writing or hide in names."""

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕回了自己",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
}


@dataclass(frozen=True)
class Source:
    """A file that was read: its path and its text, without a byte-order mark and with line feeds only."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without line feeds."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """The text of a 1-based line, empty when the file has no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts in the text."""
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def offset(self, line: int, column: int) -> int:
        """Where a 1-based place stands in the text, from 0."""
        return self._starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """The stretch between two offsets of the text."""
        line, end_line = bisect_right(self._starts, start), bisect_right(self._starts, end)
        return Span(line, start - self._starts[line - 1] + 1, end_line, end - self._starts[end_line - 1] + 1)


Reader: TypeAlias = "Callable[[Path], Source | Diagnostic]"
"""What gives the text of a file: `read_source`, or something that knows a newer text than the disk."""


@cache
def name_from(folder: Path, path: Path) -> str:
    """The name of a file as seen from a folder, links followed, with slashes."""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).as_posix()


def is_inside(folder: Path, path: Path) -> bool:
    """Whether a file lies in a folder or below it, links followed; links that lead to themselves do no harm."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def read_bytes(path: Path) -> bytes:
    """Read a file.

    Raises:
        UnreadableFile: if it is missing, a folder, too large, or may not be read.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_USUAL_BYTES)
            if len(data) == _USUAL_BYTES:
                data += stream.read(MAX_BYTES + 1 - _USUAL_BYTES)
    except FileNotFoundError:
        raise UnreadableFile(f"{path}：没有这个文件") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{path}：这是文件夹，不是文件") from None
    except OSError as error:
        raise UnreadableFile(f"{path}：读不了（{why_unreadable(error)}）") from None
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"{path}：文件超过 {MAX_BYTES // 1024 // 1024} MB，不像计划文件")
    return data


def why_unreadable(error: OSError) -> str:
    """The reason in Chinese, in the system's words where it is a rare one."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def read_source(path: Path) -> Source | Diagnostic:
    """Read and decode a file; what is not UTF-8 text comes back as a diagnostic.

    Raises:
        UnreadableFile: see `read_bytes`.
    """
    return decoded(path, read_bytes(path))


def decoded(path: Path, data: bytes) -> Source | Diagnostic:
    """The text that the bytes of a file are; what is not UTF-8 text comes back as a diagnostic."""
    if problem := _foreign_format(path, data):
        return problem
    try:
        text = _line_feeds(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error.start)
    if control := find_invisible(text):
        return _invisible_character(path, text, control.start())
    return Source(path, text)


def find_invisible(text: str) -> re.Match[str] | None:
    """The first character that nobody sees, None where there is none."""
    return _CONTROL.search(text)


def explain_invisible(character: str) -> tuple[str, str]:
    """Message and hint for an invisible character."""
    return f"有看不见的控制字符 U+{ord(character):04X}", "多半是从别处粘贴来的，删掉这个字符"


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _foreign_format(path: Path, data: bytes) -> Diagnostic | None:
    """What is no text at all, or text in two bytes a character, told from its first bytes."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")):
        return _unreadable_text(path, START_OF_FILE, "这是 Word、WPS、Excel 或 PDF 文件，不是计划", _PLAIN_TEXT)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data.count(0) * 4 > len(data):
        return _unreadable_text(
            path, START_OF_FILE, "文件像是 UTF-16（Unicode）编码，要 UTF-8", _resave(path, "UTF-16")
        )
    return None


def _undecodable(path: Path, data: bytes, offset: int) -> Diagnostic:
    """Say which encoding the bytes look like and how to convert them."""
    span = _span(_line_feeds(data[:offset].decode("utf-8-sig")))
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return _unreadable_text(path, span, "文件不是 UTF-8 编码的文本", _RESAVE)
    return _unreadable_text(path, span, "文件像是 GBK（ANSI）编码，要 UTF-8", _resave(path, "GB18030"))


_PLAIN_TEXT = "计划是纯文本（YAML）；运行 ipplan new 得到一份样例"
_RESAVE = "用编辑器另存为 UTF-8（记事本：文件 → 另存为 → 编码选 UTF-8）"


def _resave(path: Path, encoding: str) -> str:
    return f"{_RESAVE}，或运行 iconv -f {encoding} -t UTF-8 {path.name} > 新文件.yaml"


def _unreadable_text(path: Path, span: Span, message: str, hint: str) -> Diagnostic:
    return Diagnostic(path, span, "IP001", Severity.ERROR, message, hint)


def _span(before: str) -> Span:
    """The place of the character after `before`."""
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return Span(line, column, line, column + 1)


def _invisible_character(path: Path, text: str, offset: int) -> Diagnostic:
    message, hint = explain_invisible(text[offset])
    return Diagnostic(path, _span(text[:offset]), "IP005", Severity.ERROR, message, hint)
