"""A document with the pages that LibreOffice made of it, and where its elements stand on them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ipplan.errors import MissingLibrary
from ipplan.inspection.elements import HEADINGS, Paper, Role
from ipplan.inspection.pages.office import OfficeFailed, lay_out, version
from ipplan.inspection.pages.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.inspection.docx import Paragraph
    from ipplan.inspection.pages.pdf import Page
    from ipplan.inspection.pages.shapes import Rule, TextLine


@dataclass(frozen=True)
class LaidOut:
    """A paper, its pages, and the PDF they were read from (gone once the checks are done)."""

    paper: Paper
    pages: tuple[Page, ...]
    pdf: Path

    def area(self, page: Page) -> Box | None:
        """The type area of an upright page as the standard has it, None for a landscape page."""
        if page.width > page.height:
            return None
        length = self.paper.sheet.length
        left, top = length("page.margin_left").mm, length("page.margin_top").mm
        return Box(left, top, left + length("page.text_width").mm, top + length("page.text_height").mm)

    @cached_property
    def lines(self) -> list[tuple[Page, TextLine]]:
        """Every line of upright text with its page."""
        return [(page, line) for page in self.pages for line in page.lines]

    def line_of(self, role: Role, *, last: bool = False) -> tuple[Page, TextLine] | None:
        """The line that begins as the first paragraph of a role does, None where it is not found as it was written.

        It has the size of the paragraph: a letter's masthead says what its signature does. Of several, the one with
        most of its words: a signature begins as the office that prints does. Of several with as many, the first or the
        last: the masthead of a joint issue says what the signature says.
        """
        paragraph = self.paper.first(role)
        if paragraph is None:
            return None
        size = paragraph.size
        found = [
            (page, line)
            for page, line in self.lines
            if _begins(paragraph, line) and (size is None or abs(line.glyphs[0].size - size) < _SAME_SIZE)
        ]
        return max(found[:: -1 if last else 1], key=lambda one: len(squeezed(one[1].text)), default=None)

    @cached_property
    def text_pages(self) -> list[tuple[Page, list[TextLine]]]:
        """The upright pages with the lines of running text on them, page by page; pages without any are left out."""
        texts = "\n".join(squeezed(one.text) for one in self.paper.all(*HEADINGS, Role.BODY))
        found = []
        for page in self.pages:
            area = self.area(page)
            inside = [line for line in page.lines if area and area.top < line.baseline < area.bottom]
            running = [line for line in inside if squeezed(line.text) in texts and self._of_text_size(line)]
            if running:
                found.append((page, running))
        return found

    @cached_property
    def full_pages(self) -> list[tuple[Page, list[TextLine]]]:
        """The pages with nothing but running text that goes on over the end of the page."""
        texts = "\n".join(squeezed(one.text) for one in self.paper.text)
        following = {page.number: lines[0] for page, lines in self.text_pages}
        return [
            (page, lines)
            for page, lines in self.text_pages
            if len(lines) == len(self._inside(page))
            and page.number + 1 in following
            and squeezed(lines[-1].text) + squeezed(following[page.number + 1].text) in texts
        ]

    def _of_text_size(self, line: TextLine) -> bool:
        """Whether a line is as large as text: words of a title may well occur in it."""
        return abs(line.glyphs[0].size - self.paper.sheet.length("body.size").pt) < 0.1

    def _inside(self, page: Page) -> list[TextLine]:
        area = self.area(page)
        return [line for line in page.lines if area and area.top < line.baseline < area.bottom]

    def rules(self, page: Page) -> Iterator[Rule]:
        """The long horizontal rules of a page, pieces joined."""
        from ipplan.inspection.pages.pdf import join_rules  # noqa: PLC0415

        least = self.paper.sheet.length("page.text_width").mm / 2
        return (rule for rule in join_rules(page.rules) if rule.direction == "horizontal" and rule.length > least)

    def ink(self, page: Page, line: TextLine) -> Box | None:
        """The extent of what is printed of a line."""
        from ipplan.inspection.pages.pdf import ink_box  # noqa: PLC0415

        return ink_box(self.pdf, page.number, Box(line.x0 - 1, line.top - 1, line.x1 + 1, line.bottom + 1))

    @property
    def fonts(self) -> list[str]:
        """The fonts that drew something, by name."""
        return sorted({font for page in self.pages for font in page.fonts})


def named(page: Page) -> str:
    """How a verdict names a page."""
    return f"第 {page.number} 面"


def tolerance(laid_out: LaidOut) -> float:
    """How far a length may be off, in mm."""
    return laid_out.paper.sheet.length("page.tolerance").mm


_SAME_SIZE = 1.0
"""Points: layout rounds sizes a little."""


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def _begins(paragraph: Paragraph, line: TextLine) -> bool:
    words = squeezed(line.text)
    return len(words) > 1 and squeezed(paragraph.text).startswith(words)


class Press:
    """Lays out papers for as long as it is open; the PDFs go when it closes."""

    def __enter__(self) -> Press:
        self._folder = tempfile.TemporaryDirectory(prefix="ipplan-pages-", ignore_cleanup_errors=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def lay_out(self, docx: Path, paper: Paper) -> LaidOut:
        """The pages of a paper.

        Raises:
            MissingLibrary: if PDFs cannot be read.
            OfficeFailed: if LibreOffice is missing, hangs or fails.
        """
        try:
            from ipplan.inspection.pages.pdf import read_pdf  # noqa: PLC0415
        except ModuleNotFoundError as missing:
            raise MissingLibrary(f"--pages 要用 {missing.name}，运行 pip install 'ipplan[inspect]' 装上") from None
        try:
            pdf = lay_out(docx, Path(self._folder.name))
        except OfficeFailed as failed:
            raise OfficeFailed(f"{docx}：{failed}") from None
        return LaidOut(paper, read_pdf(pdf), pdf)


def engine_of(laid_out: LaidOut) -> str:
    """What laid out the pages and with which fonts, in words."""
    fonts = "、".join(laid_out.fonts) or "没有文字"
    return f"排版：{version()}；字体：{fonts}。字体若是代用的，墨迹位置会有偏移，与 Word、WPS 里也可能不同。"
