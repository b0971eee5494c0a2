"""Validates a docx against ISO/IEC 29500 transitional, part by part, and checks what holds the parts together.

The published schemas are data outside the project: the variable ``IPPLAN_SCHEMAS`` names the folder that holds them as
``ooxml/master.xsd`` and ``ooxml/opc/*.xsd``.

The schemas do not know mark-up of later versions (mc:AlternateContent, w14, wps). So every part with such mark-up is
validated as two readers see it: an old one (mc:Fallback taken) and a new one (mc:Choice taken, foreign drawings left
out), and the text inside the text boxes of mc:Choice by itself.
"""

from __future__ import annotations

import copy
import functools
import os
import posixpath
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMAS_VARIABLE = "IPPLAN_SCHEMAS"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PREFIXES = {
    WORD: "w",
    COMPATIBILITY: "mc",
    CONTENT_TYPES: "ct",
    RELATIONSHIPS: "rel",
    CORE_PROPERTIES: "cp",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
}
_DUBLIN_CORE = Path(__file__).parent / "dublin_core"
_MASTER = "ooxml/master.xsd"
_SCHEMA_OF_ROOT = {
    CONTENT_TYPES: "ooxml/opc/opc-contentTypes.xsd",
    RELATIONSHIPS: "ooxml/opc/opc-relationships.xsd",
    CORE_PROPERTIES: "ooxml/opc/opc-coreProperties.xsd",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": (
        "ooxml/shared-documentPropertiesExtended.xsd"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": (
        "ooxml/shared-documentPropertiesCustom.xsd"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/customXml": "ooxml/shared-customXmlDataProperties.xsd",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "ooxml/sml.xsd",
    WORD: _MASTER,
    "http://schemas.openxmlformats.org/drawingml/2006/main": _MASTER,
    "http://schemas.openxmlformats.org/drawingml/2006/chart": _MASTER,
}


def find_schemas() -> Path | None:
    """Return the folder of published schemas named by ``IPPLAN_SCHEMAS``, or None when there is none."""
    named = os.environ.get(SCHEMAS_VARIABLE)
    folder = Path(named) if named else None
    return folder if folder and (folder / _MASTER).is_file() else None


def validate_docx(docx: Path, schemas: Path) -> list[str]:
    """Return what is wrong with the parts of a docx or a workbook, one sentence each with part and line."""
    with zipfile.ZipFile(docx) as package:
        names = package.namelist()
        errors = [f"{name}: stored twice" for name in sorted({name for name in names if names.count(name) > 1})]
        roots: dict[str, etree._Element] = {}
        for name in dict.fromkeys(names):
            if not name.endswith((".xml", ".rels", ".vml")):
                continue
            try:
                roots[name] = etree.fromstring(package.read(name))
            except etree.XMLSyntaxError as error:
                errors.append(f"{name}: not well-formed: {error}")
    for name, root in roots.items():
        errors += [f"{name}:{error}" for error in validate_part(root, schemas)]
    return errors + list(_loose_parts(frozenset(names), roots))


def validate_part(root: etree._Element, schemas: Path) -> list[str]:
    """Return what the schema of a part says of it, as ``line: message``."""
    file = _SCHEMA_OF_ROOT.get(etree.QName(root).namespace or "")
    if file is None:
        return [f"{root.sourceline}: no schema is known for <{_short(str(root.tag))}>"]
    schema = _schema(schemas, file)
    errors = list(_undeclared_prefixes(root))
    if not errors:
        for reader in _as_readers_see_it(root):
            if not schema.validate(reader):
                log: Any = schema.error_log
                errors += [f"{entry.line}: {_short(entry.message)}" for entry in log]
    return list(dict.fromkeys(errors))


@functools.cache
def _schema(folder: Path, file: str) -> etree.XMLSchema:
    """Compile a schema, once in a process."""
    parser = etree.XMLParser()
    parser.resolvers.add(_DublinCore(folder))
    return etree.XMLSchema(etree.parse(str(folder / file), parser))


class _DublinCore(etree.Resolver):
    """Answers the two schemas that are named by a web address with the small ones beside this module."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def resolve(self, system_url: str, _public_id: str, context: object) -> object:  # type: ignore[override]
        """Return the schema for an address, or None for lxml's own way."""
        file = posixpath.basename(system_url)
        places = {"dc.xsd": _DUBLIN_CORE, "dcterms.xsd": _DUBLIN_CORE, "xml.xsd": self.folder / "ooxml"}
        if file not in places:
            return None
        return self.resolve_filename(str(places[file] / file), context)  # type: ignore[attr-defined]


def _undeclared_prefixes(root: etree._Element) -> Iterator[str]:
    """Yield prefixes that mark-up compatibility names without declaring them: Word calls such a file damaged."""
    for element in root.iter(etree.Element):
        named = element.get(f"{{{COMPATIBILITY}}}Ignorable", "")
        if element.tag == f"{{{COMPATIBILITY}}}Choice":
            named += " " + element.get("Requires", "")
        for prefix in named.split():
            if prefix not in element.nsmap:
                yield f"{element.sourceline}: the prefix {prefix!r} is named by mark-up compatibility, but not declared"


def _as_readers_see_it(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the part as an old reader sees it and, if it holds alternatives, as a new one does, and its text boxes."""
    ignorable = {
        element.nsmap[prefix]
        for element in root.iter(etree.Element)
        for prefix in element.get(f"{{{COMPATIBILITY}}}Ignorable", "").split()
    }
    alternative = f"{{{COMPATIBILITY}}}AlternateContent"
    yield _plain(root, "Fallback", ignorable)
    if root.find(f".//{alternative}") is None:
        return
    yield _plain(root, "Choice", ignorable)
    choice_boxes = f".//{{{COMPATIBILITY}}}Choice//{{{WORD}}}txbxContent"
    for box in root.iterfind(choice_boxes):
        yield _plain(box, "Fallback", ignorable)


def _plain(root: etree._Element, branch: str, ignorable: set[str]) -> etree._Element:
    """Return a copy without mark-up of later versions, with one branch of every alternative."""
    tree = copy.deepcopy(root)
    for alternative in list(tree.iter(f"{{{COMPATIBILITY}}}AlternateContent")):
        taken = alternative.find(f"{{{COMPATIBILITY}}}{branch}")
        parent = alternative.getparent()
        if parent is not None:
            place = parent.index(alternative)
            parent[place : place + 1] = [] if taken is None else list(taken)
    for element in list(tree.iter(etree.Element)):
        if _namespace(element.tag) in ignorable or _foreign_drawing(element):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for name in list(element.attrib):
            if _namespace(name) in ignorable or _namespace(name) == COMPATIBILITY:
                del element.attrib[name]
    return tree


def _foreign_drawing(element: etree._Element) -> bool:
    """Tell whether the element is a drawing of a later version, which the schemas cannot judge."""
    parent = element.getparent()
    holder = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
    return parent is not None and parent.tag == holder and "microsoft.com" in _namespace(element.tag)


def _loose_parts(names: frozenset[str], roots: dict[str, etree._Element]) -> Iterator[str]:
    """Yield parts without a content type and relationships without a target."""
    types = roots.get("[Content_Types].xml")
    if types is None:
        yield "[Content_Types].xml: missing"
        return
    known = {node.get("PartName", "").lstrip("/") for node in types.iter(f"{{{CONTENT_TYPES}}}Override")}
    endings = {node.get("Extension", "").lower() for node in types.iter(f"{{{CONTENT_TYPES}}}Default")}
    yield from (f"[Content_Types].xml: names {name}, which is missing" for name in sorted(known - names))
    for name in sorted(names - known - {"[Content_Types].xml"}):
        if not name.endswith("/") and name.rsplit(".", 1)[-1].lower() not in endings:
            yield f"{name}: has no content type"
    for name, root in roots.items():
        if name.endswith(".rels"):
            yield from _lost_targets(name, root, names)


def _lost_targets(name: str, root: etree._Element, names: frozenset[str]) -> Iterator[str]:
    """Yield the relationships of one .rels part that lead nowhere."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for node in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        target = node.get("Target", "")
        part = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        if node.get("TargetMode") != "External" and part not in names:
            yield f"{name}: the relationship {node.get('Id')} leads to {target}, which is missing"


def _namespace(name: object) -> str:
    return name[1:].split("}", 1)[0] if isinstance(name, str) and name.startswith("{") else ""


def _short(message: str) -> str:
    """Write ``w:p`` for the long name of an element."""
    return re.sub(r"\{([^}]*)\}", lambda found: f"{_PREFIXES.get(found[1], found[1])}:", message)
