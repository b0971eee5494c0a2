"""What holds for a paragraph or a run after document defaults, styles, theme, numbering and its own settings."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ipplan.inspection.package import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ipplan.inspection.package import Package

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
THEME = "theme "
"""What the font of a slot begins with where the theme decides, before the family that the theme names."""
_OFF = frozenset({"0", "false", "off", "none"})


class Cascade:
    """The styles of a docx by id, its theme and numbering, and what they come to for an element."""

    def __init__(self, package: Package) -> None:
        styles = package.parts.get("word/styles.xml")
        nodes = [] if styles is None else styles.findall(f"{W}style")
        self._nodes = {node.get(f"{W}styleId", ""): node for node in nodes}
        self._default = {node.get(f"{W}type"): node.get(f"{W}styleId", "") for node in nodes if _is_default(node)}
        self._document = [] if styles is None else [styles.find(f"{W}docDefaults/{W}{kind}PrDefault") for kind in "rp"]
        self._theme = _theme_fonts(package)
        self._levels = _numbering_levels(package.parts.get("word/numbering.xml"))
        self._made: dict[tuple[str, tuple[str | None, ...]], dict[str, str]] = {}

    def style_name(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style as users see it, empty where it has none."""
        node = self._nodes.get(self._paragraph_style(paragraph) or "")
        return "" if node is None else value(node.find(f"{W}name")) or ""

    def default_size(self) -> float:
        """The size in pt of text in the default style, from which a character grid is counted."""
        styles = [style.find(f"{W}rPr/{W}sz") for style in self._chain(self._default.get("paragraph"))]
        defaults = [default.find(f"{W}rPr/{W}sz") for default in self._document if default is not None]
        said = [value(node) for node in (*defaults, *styles) if node is not None]
        return (number(said[-1], 2) if said else None) or 10.0

    def paragraph(self, node: etree._Element) -> dict[str, str]:
        """The paragraph settings by attribute name (`line`, `left`, `jc`, `border.bottom.sz`), later layers on top."""
        own = node.find(f"{W}pPr")
        direct = {} if own is None else dict(_paragraph_layer(own))
        found = dict(self._styled("p", self._styles(node)))
        number, level = (direct.get(name, found.get(name)) for name in ("numId", "ilvl"))
        listed = self._levels.get((number or "", level or "0"))
        for layer in ({} if listed is None else dict(_paragraph_layer(listed)), direct):
            _lay_over(found, layer)
        return found

    def run(self, node: etree._Element, paragraph: etree._Element) -> dict[str, str]:
        """The run settings: fonts by slot, `hint`, `sz`, `color`, `spacing`, `vanish`."""
        style = value(node.find(f"{W}rPr/{W}rStyle")) or self._default.get("character")
        found = self._styled("r", (*self._styles(paragraph), style))
        own = node.find(f"{W}rPr")
        return found if own is None else {**found, **dict(self._run_layer(own))}

    def _styles(self, paragraph: etree._Element) -> tuple[str | None, ...]:
        """The styles of the table and of the paragraph itself, the weaker first."""
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        of_table = None if table is None else value(table.find(f"{W}tblPr/{W}tblStyle")) or self._default.get("table")
        return of_table, self._paragraph_style(paragraph)

    def _paragraph_style(self, paragraph: etree._Element) -> str | None:
        return value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default.get("paragraph")

    def _styled(self, kind: str, styles: tuple[str | None, ...]) -> dict[str, str]:
        """What defaults and these styles come to for paragraphs (`p`) or runs (`r`); made once for each combination."""
        if (kind, styles) not in self._made:
            holders = [default for default in self._document if default is not None]
            holders += [node for style in styles for node in self._chain(style)]
            found: dict[str, str] = {}
            for properties in (holder.find(f"{W}{kind}Pr") for holder in holders):
                if properties is not None:
                    layer = _paragraph_layer(properties) if kind == "p" else self._run_layer(properties)
                    _lay_over(found, dict(layer))
            self._made[kind, styles] = found
        return self._made[kind, styles]

    def _chain(self, style_id: str | None) -> list[etree._Element]:
        """A style after those it is based on; a circle ends where it closes."""
        chain: list[etree._Element] = []
        while style_id in self._nodes and self._nodes[style_id] not in chain:
            chain.append(self._nodes[style_id])
            style_id = value(chain[-1].find(f"{W}basedOn"))
        return chain[::-1]

    def _run_layer(self, properties: etree._Element) -> Iterator[tuple[str, str]]:
        fonts = properties.find(f"{W}rFonts")
        if fonts is not None:
            for slot, theme in (("eastAsia", "eastAsiaTheme"), ("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme")):
                by_theme, family = fonts.get(f"{W}{theme}"), fonts.get(f"{W}{slot}")
                if by_theme or family:
                    yield slot, THEME + self._theme.get(by_theme, "") if by_theme else str(family)
            if hint := fonts.get(f"{W}hint"):
                yield "hint", hint
        for tag in ("sz", "color", "spacing", "vanish"):
            node = properties.find(f"{W}{tag}")
            if node is not None:
                yield tag, value(node) or "on"


def value(node: etree._Element | None) -> str | None:
    """The attribute `w:val`, None where there is no element or no value."""
    return None if node is None else node.get(f"{W}val")


def number(words: str | None, divisor: float = 1) -> float | None:
    """A number of the file in other units; None where it is missing, no number, or not finite."""
    try:
        found = None if words is None else float(words) / divisor
    except ValueError:
        return None
    return found if found is not None and math.isfinite(found) else None


def switched_on(node: etree._Element | None) -> bool:
    """Whether a switch such as `w:tblHeader` is there and not turned off."""
    return node is not None and (value(node) or "on") not in _OFF


def _is_default(node: etree._Element) -> bool:
    return node.get(f"{W}default") in {"1", "true", "on"}


def _paragraph_layer(properties: etree._Element) -> Iterator[tuple[str, str]]:
    for tag in ("spacing", "ind", "framePr"):
        node = properties.find(f"{W}{tag}")
        if node is not None:
            yield from ((name.removeprefix(W), text) for name, text in _attributes(node))
            if tag == "framePr":
                yield "frame", "on"
    for tag in ("numId", "ilvl"):
        said = value(properties.find(f"{W}numPr/{W}{tag}"))
        if said is not None:
            yield tag, said
    for tag in ("jc", "outlineLvl", "snapToGrid", "widowControl", "pageBreakBefore"):
        node = properties.find(f"{W}{tag}")
        if node is not None:
            yield tag, value(node) or "on"
    for side in ("top", "bottom"):
        node = properties.find(f"{W}pBdr/{W}{side}")
        if node is not None:
            yield from ((f"border.{side}.{name.removeprefix(W)}", text) for name, text in _attributes(node))


def _lay_over(found: dict[str, str], layer: dict[str, str]) -> None:
    """Lay settings over weaker ones; a hanging indent and one of the first line replace each other."""
    layer = dict(layer)
    for one, other in (("hanging", "firstLine"), ("firstLine", "hanging")):
        if one in layer:
            found.pop(other, None)
            found.pop(f"{other}Chars", None)
    for old, new in (("start", "left"), ("end", "right")):
        if old in layer:
            layer[new] = layer[old]
    found |= layer


def _attributes(node: etree._Element) -> Iterator[tuple[str, str]]:
    return ((str(name), str(text)) for name, text in node.attrib.items())


def _theme_fonts(package: Package) -> dict[str, str]:
    """The family behind each theme name (`minorEastAsia`); Chinese where the slot itself is left empty."""
    root = next((root for name, root in package.parts.items() if name.startswith("word/theme/")), None)
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts = None if root is None else root.find(f".//{_A}{kind}Font")
        if fonts is None:
            continue
        chinese = (node.get("typeface", "") for node in fonts.findall(f"{_A}font") if node.get("script") == "Hans")
        named, latin = fonts.find(f"{_A}ea"), fonts.find(f"{_A}latin")
        east = "" if named is None else named.get("typeface", "")
        found[f"{kind}EastAsia"] = east or next(chinese, "")
        found[f"{kind}Ascii"] = found[f"{kind}HAnsi"] = "" if latin is None else latin.get("typeface", "")
    return found


def _numbering_levels(root: etree._Element | None) -> dict[tuple[str, str], etree._Element]:
    """The paragraph settings of each level of each list."""
    if root is None:
        return {}
    abstract = {node.get(f"{W}abstractNumId"): node for node in root.findall(f"{W}abstractNum")}
    found: dict[tuple[str, str], etree._Element] = {}
    for number in root.findall(f"{W}num"):
        kind = abstract.get(value(number.find(f"{W}abstractNumId")))
        for level in () if kind is None else kind.findall(f"{W}lvl"):
            settings = level.find(f"{W}pPr")
            if settings is not None:
                found[number.get(f"{W}numId", ""), level.get(f"{W}ilvl", "")] = settings
    return found
