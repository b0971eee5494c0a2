"""The package around the text: styles, settings, headers and footers, page set-up. Made once for a stylesheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.document import DRAFT_MARK
from ipplan.resources import templates_folder
from ipplan.writers.docx.archive import pack
from ipplan.writers.docx.markup import part
from ipplan.writers.docx.page_numbers import blank_first, page_numbers, turned_page_numbers, unnumbered
from ipplan.writers.docx.runs import runs
from ipplan.writers.docx.styles import styles_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length
    from ipplan.writers.docx.page_numbers import Edge

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Shell:
    """A package without text: its bytes, and the section properties for upright and landscape pages.

    `first` are those of the section that begins the document: in a letter its first page has no number. `unnumbered`
    is for upright pages without page numbers.
    """

    package: bytes
    first: str
    upright: str
    landscape: str
    unnumbered: str


def on_even_face(section: str) -> str:
    """The properties of a section, made to begin on an even page."""
    return section.replace("<w:pgSz", '<w:type w:val="evenPage"/><w:pgSz', 1)


def build_shell(sheet: Stylesheet, *, draft: bool, letter: bool) -> Shell:
    """Make the package for documents with these looks."""
    mark = runs(DRAFT_MARK) if draft else ""
    edges = _Edges()
    upright = edges.references(page_numbers(sheet, mark))
    landscape = edges.references(turned_page_numbers(sheet, mark))
    plain = edges.references(unnumbered(mark))
    first = edges.references(blank_first(mark)) if letter else ""
    return Shell(
        package=_package(sheet, edges),
        first=_upright_section(upright + first, sheet, titled=letter),
        upright=_upright_section(upright, sheet),
        landscape=_turned_section(landscape, sheet),
        unnumbered=_upright_section(plain, sheet),
    )


class _Edges:
    """Headers and footers, each a part of its own with a number, by whose name sections refer to it."""

    def __init__(self) -> None:
        self._edges: dict[str, Edge] = {}

    def references(self, edges: Iterable[Edge]) -> str:
        """Take up the headers and footers of a section; what its properties begin with."""
        written = []
        for edge in edges:
            name = f"{edge.place}{1 + sum(edge.place == other.place for other in self._edges.values())}"
            self._edges[name] = edge
            written.append(f'<w:{edge.place}Reference w:type="{edge.pages}" r:id="{name}"/>')
        return "".join(written)

    def parts(self) -> dict[str, str]:
        """The parts by their names."""
        roots = {"header": "w:hdr", "footer": "w:ftr"}
        return {f"word/{name}.xml": part(roots[edge.place], edge.content) for name, edge in self._edges.items()}

    def types(self) -> str:
        """The kinds of the parts, for the list of contents."""
        return "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{edge.place}+xml"/>'
            for name, edge in self._edges.items()
        )

    def relations(self) -> str:
        """Where the parts are, for the list of what the text refers to."""
        return "".join(
            f'<Relationship Id="{name}" Type="{_RELATION}/{edge.place}" Target="{name}.xml"/>'
            for name, edge in self._edges.items()
        )


def _package(sheet: Stylesheet, edges: _Edges) -> bytes:
    """The text files of `templates/docx`, filled in, with headers and footers."""
    folder = templates_folder() / "docx"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}
    for name, content in {
        "[Content_Types].xml": edges.types(),
        "word/_rels/document.xml.rels": edges.relations(),
        "word/styles.xml": "".join(styles_xml(sheet)),
    }.items():
        opening, closing = parts[name].rsplit("</", 1)
        parts[name] = f"{opening}{content}</{closing}"
    return pack({**parts, **edges.parts()})


def _upright_section(references: str, sheet: Stylesheet, *, titled: bool = False) -> str:
    """The properties of a section; `titled` gives its first page a header and footer of its own.

    The grid has lines only: a character grid makes LibreOffice set 14 to 21 characters a line.
    Source: GB/T 9704—2012 §5.1, §5.2.1, §5.2.3
    """
    width, height = sheet.length("page.width"), sheet.length("page.height")
    top, left = sheet.length("page.margin_top") - sheet.length("page.overhang"), sheet.length("page.margin_left")
    bottom, right = height - top - sheet.lines_height, width - left - sheet.length("page.text_width")
    size = f'<w:pgSz w:w="{width.twips}" w:h="{height.twips}"/>'
    margins = _margins(top, right, bottom, left, sheet)
    grid = f'<w:docGrid w:type="lines" w:linePitch="{sheet.length("page.pitch").twips}"/>'
    return f"<w:sectPr>{references}{size}{margins}{'<w:titlePg/>' if titled else ''}{grid}</w:sectPr>"


def _turned_section(references: str, sheet: Stylesheet) -> str:
    """The properties of a landscape section, an upright one turned: the top edge becomes the right.

    Tables fill the type area itself; only the lines of upright pages may stand out of it. There is no line grid:
    LibreOffice centres a grid on the page, and its lines do not fill the height of a turned one.
    Source: GB/T 9704—2012 §8
    """
    width, height = sheet.length("page.width"), sheet.length("page.height")
    right, top = sheet.length("page.margin_top"), sheet.length("page.margin_left")
    bottom, left = width - top - sheet.length("page.text_width"), height - right - sheet.length("page.text_height")
    size = f'<w:pgSz w:w="{height.twips}" w:h="{width.twips}" w:orient="landscape"/>'
    return f"<w:sectPr>{references}{size}{_margins(top, right, bottom, left, sheet)}</w:sectPr>"


def _margins(top: Length, right: Length, bottom: Length, left: Length, sheet: Stylesheet) -> str:
    edges = {
        "top": top, "left": left, "bottom": bottom, "right": right,
        "header": sheet.length("page.header"), "footer": sheet.length("page.footer"),
    }  # fmt: skip
    written = " ".join(f'w:{name}="{length.twips}"' for name, length in edges.items())
    return f'<w:pgMar {written} w:gutter="0"/>'
