"""A docx as a package of parts, read so that a hostile file costs a message and nothing else."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lxml import etree

from ipplan.errors import UnreadableFile
from ipplan.source import why_unreadable

if TYPE_CHECKING:
    from pathlib import Path

MAX_FILE = 100 * 1024 * 1024
"""Largest docx in bytes: papers with scanned seals are a few megabytes."""
MAX_PART = 64 * 1024 * 1024
"""Largest XML part in bytes once unpacked; a table of 10,000 rows is about 20 MB."""
MAX_PARTS = 4000
MAX_ROWS = 20_000
MAX_PARAGRAPHS = 200_000
MAIN = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a docx that say how it looks, by name; what an old reader would see instead is left out."""

    path: Path
    parts: dict[str, etree._Element] = field(repr=False)

    @property
    def main(self) -> etree._Element:
        """The main document part."""
        return self.parts[MAIN]

    def related(self, identifier: str) -> etree._Element | None:
        """The part that a relationship of the main document names, None where it is missing."""
        relations = self.parts.get("word/_rels/document.xml.rels")
        if relations is None:
            return None
        targets = {node.get("Id"): node.get("Target", "") for node in relations.iter(_RELATIONSHIP)}
        target = targets.get(identifier, "")
        name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("word", target))
        return self.parts.get(name)


def read_package(path: Path) -> Package:
    """Read the parts that matter.

    Raises:
        UnreadableFile: if it is missing, no docx, encrypted, damaged, or larger than any paper is.
    """
    try:
        _refuse_by_size(path)
        with zipfile.ZipFile(path) as archive:
            parts = {info.filename: _parsed(path, archive, info) for info in _wanted(path, archive)}
    except FileNotFoundError:
        raise UnreadableFile(f"{path}：没有这个文件") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{path}：这是文件夹，不是文件") from None
    except zipfile.BadZipFile:
        raise UnreadableFile(f"{path}：{_no_zip(path)}") from None
    # zipfile says so of damaged data, of unknown compression, of a password, and of a part that ends too soon.
    except (zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise UnreadableFile(f"{path}：文件加了密或者坏了，打不开") from None
    except OSError as error:
        raise UnreadableFile(f"{path}：读不了（{why_unreadable(error)}）") from None
    if MAIN not in parts:
        raise UnreadableFile(f"{path}：压缩包里没有 {MAIN}，不是 docx 文件")
    _refuse_by_count(path, parts[MAIN])
    return Package(path, parts)


def _refuse_by_size(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError
    if path.stat().st_size > MAX_FILE:
        raise UnreadableFile(f"{path}：文件超过 {MAX_FILE >> 20} MB，不像公文")


def _no_zip(path: Path) -> str:
    with path.open("rb") as stream:
        start = stream.read(8)
    if start.startswith(_OLD_WORD):
        return "这是旧的 .doc 文件（或加了密），先用 Word、WPS 另存为 .docx"
    return "这是 PDF，要检查的是 docx" if start.startswith(b"%PDF") else "不是 docx 文件"


def _wanted(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The parts about looks; a package with names that lead out of it is refused whole."""
    infos = archive.infolist()
    if len(infos) > MAX_PARTS:
        raise UnreadableFile(f"{path}：压缩包里有 {len(infos)} 个文件，不像公文")
    for info in infos:
        if info.filename.startswith("/") or ".." in info.filename.split("/") or "\\" in info.filename:
            raise UnreadableFile(f"{path}：压缩包里有不安全的文件名“{info.filename[:60]}”")
    return [info for info in infos if _about_looks(info.filename)]


def _about_looks(name: str) -> bool:
    in_word = name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1
    return in_word or name.startswith("word/theme/") or name == "word/_rels/document.xml.rels"


def _parsed(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> etree._Element:
    """The root of a part. What the archive says of its size may be a lie, so reading is limited too."""
    if info.file_size > MAX_PART:
        raise UnreadableFile(f"{path}：{info.filename} 解开有 {info.file_size >> 20} MB，不像公文")
    with archive.open(info) as stream:
        data = stream.read(MAX_PART + 1)
    if len(data) > MAX_PART:
        raise UnreadableFile(f"{path}：{info.filename} 解开超过 {MAX_PART >> 20} MB，不像公文")
    root = _without_doctype(path, info.filename, data)
    for fallback in list(root.iter(_FALLBACK)):
        holder = fallback.getparent()
        if holder is not None:
            holder.remove(fallback)
    return root


def _without_doctype(path: Path, name: str, data: bytes) -> etree._Element:
    """The root of the XML. Whoever declares entities wants them expanded; no docx has a document type."""
    harmful = UnreadableFile(f"{path}：{name} 里有 DOCTYPE 声明，docx 不该有，可能有害")
    if b"<!DOCTYPE" in data:
        raise harmful
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"{path}：{name} 不是完好的 XML（第 {error.lineno} 行）") from None
    described: Any = root.getroottree().docinfo
    if described.doctype:  # in UTF-16 the search above finds nothing
        raise harmful
    return root


def _refuse_by_count(path: Path, main: etree._Element) -> None:
    for tag, limit, what in (("tr", MAX_ROWS, "行表格"), ("p", MAX_PARAGRAPHS, "段")):
        count = sum(1 for _ in main.iter(f"{W}{tag}"))
        if count > limit:
            raise UnreadableFile(f"{path}：有 {count} {what}，超过 {limit}，没有检查")
