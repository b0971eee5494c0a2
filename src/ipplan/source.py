"""A plan file as text: reading, decoding, and finding lines again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity, Span
from ipplan.errors import UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 2 * 1024 * 1024
"""Largest plan file that is read; a hundred-task plan is about 60 kB."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its path and its text, without a byte-order mark and with line feeds only."""

    path: Path
    text: str

    def line(self, number: int) -> str:
        """The text of a 1-based line, empty when the file has no such line."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""


def read_bytes(path: Path) -> bytes:
    """Read a file.

    Raises:
        UnreadableFile: if it is missing, a folder, too large, or may not be read.
    """
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            raise UnreadableFile(f"{path}：文件超过 {MAX_BYTES // 1024 // 1024} MB，不像计划文件")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(f"{path}：没有这个文件") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{path}：这是文件夹，不是文件") from None
    except OSError as error:
        raise UnreadableFile(f"{path}：读不了（{error.strerror}）") from None


def read_source(path: Path) -> Source | Diagnostic:
    """Read and decode a file; what is not UTF-8 text comes back as a diagnostic.

    Raises:
        UnreadableFile: see `read_bytes`.
    """
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error.start)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control is not None:
        return _control_character(path, text, control.start())
    return Source(path, text)


def _undecodable(path: Path, data: bytes, offset: int) -> Diagnostic:
    """Say which encoding the bytes look like and how to convert them."""
    line = data.count(b"\n", 0, offset) + 1
    span = Span(line, 1, line, 1)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Diagnostic(path, START_OF_FILE, "IP001", Severity.ERROR, "文件是 UTF-16 编码，要 UTF-8", _RESAVE)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Diagnostic(path, span, "IP001", Severity.ERROR, "文件不是 UTF-8 编码的文本", _RESAVE)
    return Diagnostic(path, span, "IP001", Severity.ERROR, "文件像是 GBK（ANSI）编码，要 UTF-8", _RESAVE)


_RESAVE = "用编辑器另存为 UTF-8（记事本：文件 → 另存为 → 编码选 UTF-8），或运行 iconv -f GB18030 -t UTF-8"


def _control_character(path: Path, text: str, offset: int) -> Diagnostic:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    message = f"有看不见的控制字符 U+{ord(text[offset]):04X}"
    hint = "多半是从别处粘贴来的，删掉这个字符"
    return Diagnostic(path, Span(line, column, line, column + 1), "IP005", Severity.ERROR, message, hint)
