"""The elements of the standard, and a document in which each paragraph is known as one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipplan.inspection.docx import Docx, Drawing, Paragraph
    from ipplan.stylesheet import Stylesheet


class Role(Enum):
    """An element of the standard, or what a paragraph is besides."""

    BLANK = "空行"
    COPY_NUMBER = "份号"
    CLASSIFICATION = "密级"
    URGENCY = "紧急程度"
    MASTHEAD = "发文机关标志"
    NUMBER = "发文字号"
    DATELINE = "发文机关和日期一行"
    TITLE = "标题"
    ADDRESSEES = "主送机关"
    HEADING1 = "一级标题"
    HEADING2 = "二级标题"
    HEADING3 = "三级标题"
    HEADING4 = "四级标题"
    BODY = "正文"
    ATTACHMENT_LIST = "附件说明"
    ATTENDANCE = "出席人员"
    SIGNATURE = "发文机关署名"
    DATE = "成文日期"
    REMARK = "附注"
    ATTACHMENT_LABEL = "附件标识"
    ATTACHMENT_TITLE = "附件标题"
    COPY_TO = "抄送机关"
    PRINTING = "印发机关和印发日期"
    TABLE_TEXT = "表格文字"
    OTHER = "其他"


HEADINGS = (Role.HEADING1, Role.HEADING2, Role.HEADING3, Role.HEADING4)


class Form(Enum):
    """The formats of the standard."""

    DOCUMENT = "文件"
    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"


_ENDINGS = (("文件", Form.DOCUMENT), ("令", Form.ORDER), ("纪要", Form.MINUTES))


@dataclass(frozen=True)
class Paper:
    """A docx with the role of each of its paragraphs, and the sheet that it is held against."""

    docx: Docx
    roles: tuple[Role, ...]
    sheet: Stylesheet

    def places(self, *roles: Role) -> list[int]:
        """Where paragraphs of these roles stand."""
        return [index for index, role in enumerate(self.roles) if role in roles]

    def all(self, *roles: Role) -> list[Paragraph]:
        """The paragraphs of these roles."""
        return [self.docx.paragraphs[index] for index in self.places(*roles)]

    def first(self, role: Role) -> Paragraph | None:
        """The first paragraph of a role, None where there is none."""
        return next(iter(self.all(role)), None)

    @cached_property
    def form(self) -> Form:
        """The format, told by the words of the masthead; a letter's has none, and has drawn rules above the number."""
        masthead = self.first(Role.MASTHEAD)
        if masthead is None:
            return Form.DOCUMENT
        words = "".join(masthead.printed.split())
        told = next((form for ending, form in _ENDINGS if words.endswith(ending)), None)
        if told is None:
            told = Form.LETTER if len(self.frame) > 1 else Form.DOCUMENT
        return told

    @cached_property
    def frame(self) -> list[Drawing]:
        """The red lines drawn above the title, from top to bottom of the page."""
        end = next(iter(self.places(Role.TITLE)), 0)
        drawn = [line for one in self.docx.paragraphs[:end] for line in one.drawings if is_red(line.colour)]
        return sorted((line for line in drawn if line.middle is not None), key=lambda line: line.middle or 0.0)

    @cached_property
    def title(self) -> list[Paragraph]:
        """The lines of the title of the document itself, where it is set in several paragraphs."""
        places = self.places(Role.TITLE)
        run = [place for n, place in enumerate(places) if place == places[0] + n]
        return [self.docx.paragraphs[place] for place in run]

    @cached_property
    def text(self) -> list[Paragraph]:
        """The running text: headings and body."""
        return self.all(*HEADINGS, Role.BODY)

    def lines_above(self, index: int) -> float | None:
        """Blank lines (of body text) between a paragraph and the one with text above it; None where it is the first.

        Blank paragraphs count with their own pitch, and the space that either paragraph keeps counts too.
        """
        pitch, paragraphs = self.sheet.length("page.pitch").pt, self.docx.paragraphs
        room = paragraphs[index].length("before")
        for above in range(index - 1, -1, -1):
            room += paragraphs[above].length("after")
            if self.roles[above] is not Role.BLANK:
                return room / pitch
            room += self.height(paragraphs[above]) + paragraphs[above].length("before")
        return None

    def height(self, paragraph: Paragraph) -> float:
        """The height in pt of a line of a paragraph; that of body text where only the fonts know."""
        return paragraph.exact or self.sheet.length("page.pitch").pt


def is_red(colour: str) -> bool:
    """Whether a colour is what printing calls red: much of it and little of green and blue."""
    if not re.fullmatch("[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[start : start + 2], 16) for start in (0, 2, 4))
    return red >= 0xC0 and green <= 0x50 and blue <= 0x50
