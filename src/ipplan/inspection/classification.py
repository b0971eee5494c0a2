"""Which element of the standard each paragraph is, told by words, place and size: any tool's paper is understood.

Names of styles are not trusted; a wrong look must not hide what something is, or it could not be found wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.inspection.docx import Place
from ipplan.inspection.elements import HEADINGS, Paper, Role, is_red

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.inspection.docx import Docx, Paragraph
    from ipplan.stylesheet import Stylesheet

_HEAD_REACH = 15
"""Paragraphs with text among which the head of a document is looked for."""
_LONGEST_NAME = 40
"""Characters of a name in a signature."""
_LARGE = 17.5
"""From this size in pt on a centred paragraph is a title."""
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,20} ?[〔\[【（(〈［]?(?:19|20)\d{2}[〕\]】）)〉］]? ?(?:年)?第?\d{1,5}号")
_COUNTED = re.compile(r"第\d{1,5}[号期]")
_DATELINE = re.compile(r".{2,40}?\s+\d{4}年\d{1,2}月\d{1,2}日")
_ATTENDANCE = re.compile(r"(?:出席|请假|缺席|列席)(?:人员)?[:：]")
_FEW = "[0-9一二三四五六七八九十]{1,3}"
_DATE = re.compile(f"[0-9〇○零一二三四五六七八九十]{{4}}年{_FEW}月{_FEW}日")
_LABEL = re.compile(rf"(?:{_NUMBER.pattern} ?[，,、]? ?)?附 ?件 ?\d{{0,2}} ?[:：.．、]?")
"""What is bound apart says the document number before it."""
_LIST_START = re.compile(r"附 ?件 ?\d{0,2} ?[:：] ?\S")
_LIST_ITEM = re.compile(r"\d{1,2} ?[.．、]")
_COPY_TO = re.compile(r"[主抄] ?送 ?[:：]")
_NUMERAL = r"[\d〇○零一二三四五六七八九十]"
_PRINTED = re.compile(rf"{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日 ?印 ?发")
_TO_FILL_IN = re.compile(r"[\u4e00-\u9fff]{2,8}[:：][\s_]*")
"""A line of a form above its table: 填报单位："""
_CHAPTER = re.compile(r"第[一二三四五六七八九十百]{1,4}[章节编篇]|目\s*录|专栏")
_SECRET = re.compile(r"(?:绝密|机密|秘密)(?:[★☆*].{0,6})?")
_URGENT = re.compile(r"特\s*急|加\s*急|特\s*提|平\s*急|急\s*件")
_LEVELS = tuple(
    re.compile(start)
    for start in (
        r"[一二三四五六七八九十]{1,3}、",
        r"[（(][一二三四五六七八九十]{1,3}[）)]",
        r"\d{1,2}[.．、]",
        r"[（(]\d{1,2}[）)]",
    )
)
_LONGEST_HEADING = 60


def classify(docx: Docx, sheet: Stylesheet) -> Paper:
    """Find the role of every paragraph."""
    return Paper(docx, tuple(_Classifier(docx.paragraphs).classify()), sheet)


class _Classifier:
    """Gives roles in passes, the surest signs first; a pass leaves alone what has a role already."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._roles = [_by_place(paragraph) for paragraph in paragraphs]
        self._end = len(paragraphs)
        """Where the first attachment begins."""

    def classify(self) -> list[Role]:
        self._colophon()
        self._labels()
        self._addressees(self._title(self._head()))
        self._lists()
        self._signature()
        self._attachment_titles()
        self._text()
        return self._roles

    def _open(self, start: int = 0) -> Iterator[int]:
        """Paragraphs with text that have no role yet; looked for as far as they are asked for."""
        return (index for index in range(start, len(self._roles)) if self._roles[index] is Role.OTHER)

    def _colophon(self) -> None:
        for index, paragraph in enumerate(self._paragraphs):
            text = paragraph.printed
            if "印" in text and _PRINTED.search(text[-20:]):
                self._roles[index] = Role.PRINTING
            elif _COPY_TO.match(text) and (text[0] == "抄" or paragraph.place is not Place.BODY):
                self._roles[index] = Role.COPY_TO

    def _labels(self) -> None:
        for index in self._open():
            if _LABEL.fullmatch(self._paragraphs[index].printed) and not self._begins_list(index):
                self._roles[index] = Role.ATTACHMENT_LABEL
                self._end = min(self._end, index)

    def _begins_list(self, index: int) -> bool:
        """Whether `附件：` stands alone above the numbered names."""
        following = next((self._paragraphs[later] for later in self._open(index + 1)), None)
        breaks = self._paragraphs[index].on("pageBreakBefore", unless_said=False)
        return not breaks and following is not None and _LIST_ITEM.match(following.printed) is not None

    def _head(self) -> int:
        """Everything down to the document number; returns where the rest begins."""
        reach = [index for index, role in enumerate(self._roles) if role is not Role.BLANK][:_HEAD_REACH]
        reach = [index for index in reach if index < self._end]
        number = next((index for index in reach if _says_number(self._paragraphs[index].printed)), None)
        above = [index for index in reach if number is None or index < number]
        mark = self._masthead(above, numbered=number is not None)
        for index in above if mark is None else [index for index in above if index < mark]:
            self._mark_in_the_corner(index)
        if number is not None:
            self._roles[number] = Role.NUMBER
            return self._below_the_number(number) + 1
        return max((-1 if place is None else place for place in (number, mark)), default=-1) + 1

    def _below_the_number(self, number: int) -> int:
        """Marks of a letter and the line of minutes that says who issues them; returns the last of the head."""
        last = number
        for index in self._open(number + 1):
            self._mark_in_the_corner(index)
            if _DATELINE.fullmatch(self._paragraphs[index].printed):
                self._roles[index] = Role.DATELINE
            if self._roles[index] is Role.OTHER:
                break
            last = index
        return last

    def _masthead(self, above: list[int], *, numbered: bool) -> int | None:
        """The largest line above the number; without a number a large red one, or a large one that ends in 文件."""
        sizes = [(self._paragraphs[index].size or 0.0, -index) for index in above]
        size, place = max(sizes, default=(0.0, 0))
        if not above or size < (_LARGE if numbered else 26):
            return None
        paragraph = self._paragraphs[-place]
        if not numbered and not (paragraph.printed.endswith("文件") or _any_red(paragraph)):
            return None
        self._roles[-place] = Role.MASTHEAD
        self._names_beside(-place)
        return -place

    def _names_beside(self, place: int) -> None:
        """All that is red in the table of a masthead is masthead: the names of a joint issue, and what is beside."""
        table = self._paragraphs[place].table
        for index, paragraph in enumerate(self._paragraphs):
            if table is not None and paragraph.table == table and _any_red(paragraph):
                self._roles[index] = Role.MASTHEAD

    def _mark_in_the_corner(self, index: int) -> None:
        text = self._paragraphs[index].printed
        for pattern, role in ((r"\d{4,8}", Role.COPY_NUMBER), (_SECRET, Role.CLASSIFICATION), (_URGENT, Role.URGENCY)):
            if re.fullmatch(pattern, text):
                self._roles[index] = role

    def _title(self, start: int) -> int:
        """The title: what comes first below the head; returns where the rest begins. Without a head it must look it."""
        first = next(self._open(start), None)
        if first is None or first >= self._end:
            return start
        expected = start and not self._may_lack_title()
        if not (expected or _looks_like_title(self._paragraphs[first])):
            return start
        size = self._paragraphs[first].size
        last = first
        while next(self._open(last + 1), None) == last + 1 and self._paragraphs[last + 1].size == size != 16:
            last += 1
        self._roles[first : last + 1] = [Role.TITLE] * (last + 1 - first)
        return last + 1

    def _may_lack_title(self) -> bool:
        """Whether the masthead is that of an order or of minutes."""
        return self._is_of("令", "纪要")

    def _is_of(self, *endings: str) -> bool:
        """Whether the masthead ends in one of these."""
        marks = (one.printed for one, role in zip(self._paragraphs, self._roles, strict=True) if role is Role.MASTHEAD)
        return any(mark.endswith(endings) for mark in marks)

    def _addressees(self, start: int) -> None:
        """The addressees: below a title, ending in a colon or at least not indented like text."""
        index = next(self._open(start), None)
        if index is None or index >= self._end or not start:
            return
        paragraph = self._paragraphs[index]
        names = len(paragraph.printed) < 400 and "。" not in paragraph.printed and paragraph.align in {"left", "both"}
        names = names and "如下" not in paragraph.printed and not heading_level(paragraph)
        flush, ends = paragraph.first_line < 1, paragraph.printed[-1] in "：:"
        if names and (flush or ends if Role.NUMBER in self._roles else flush and ends):
            self._roles[index] = Role.ADDRESSEES

    def _lists(self) -> None:
        """The list of attachments: from `附件：` on what is numbered or hangs under it."""
        in_list = False
        for index in self._open():
            paragraph = self._paragraphs[index]
            starts = bool(_LIST_START.match(paragraph.printed) or _LABEL.fullmatch(paragraph.printed))
            hangs = paragraph.inset("left") > 4 and paragraph.align in {"left", "both"}
            goes_on = in_list and (hangs or bool(_LIST_ITEM.match(paragraph.printed)))
            in_list = index < self._end and (starts or goes_on)
            if in_list:
                self._roles[index] = Role.ATTACHMENT_LIST

    def _signature(self) -> None:
        """The last date that stands on the right, the names above it, a remark below it."""
        inside = [index for index in self._open() if index < self._end]
        dates = [index for index in inside if self._is_date(index)]
        if not dates:
            return
        date = dates[-1]
        self._roles[date] = Role.DATE
        for index in reversed([index for index in inside if index < date]):
            if not self._is_name(index):
                break
            self._roles[index] = Role.SIGNATURE
        after = next((index for index in inside if index > date), None)
        if after is not None and re.match(r"[（(].*[）)]$", self._paragraphs[after].printed):
            self._roles[after] = Role.REMARK

    def _is_date(self, index: int) -> bool:
        """A date alone in its paragraph; a line of text that happens to be a date is indented like text."""
        paragraph = self._paragraphs[index]
        if not _DATE.fullmatch(paragraph.printed):
            return False
        spaces = len(paragraph.text) - len(paragraph.text.lstrip(" \u3000"))
        return paragraph.align in {"right", "center"} or spaces > 4 or paragraph.inset("left") > 4

    def _is_name(self, index: int) -> bool:
        paragraph = self._paragraphs[index]
        spaces = len(paragraph.text) - len(paragraph.text.lstrip(" \u3000"))
        aside = paragraph.align in {"right", "center"} or spaces > 4 or paragraph.inset("left") > 4
        plain = not re.search("[。；：，]", paragraph.printed)
        return aside and plain and len(paragraph.printed) <= _LONGEST_NAME

    def _attachment_titles(self) -> None:
        for label in [index for index, role in enumerate(self._roles) if role is Role.ATTACHMENT_LABEL]:
            for index in self._open(label + 1):
                above = [role for role in self._roles[label + 1 : index] if role is not Role.BLANK]
                if set(above) - {Role.ATTACHMENT_TITLE} or not _looks_like_title(self._paragraphs[index]):
                    break
                self._roles[index] = Role.ATTACHMENT_TITLE

    def _text(self) -> None:
        for index in self._open():
            listed = _ATTENDANCE.match(self._paragraphs[index].printed) and self._is_of("纪要")
            self._roles[index] = Role.ATTENDANCE if listed else _text_role(self._paragraphs[index])


def _says_number(words: str) -> bool:
    """Whether a line is a document number, or has one behind a tab as letters have; or the number of an order."""
    return bool(_COUNTED.fullmatch(words)) or any(_NUMBER.match(piece) for piece in words.split("\t"))


def _by_place(paragraph: Paragraph) -> Role:
    if not paragraph.printed:
        return Role.BLANK
    return Role.TABLE_TEXT if paragraph.place is Place.TABLE else Role.OTHER


def _any_red(paragraph: Paragraph) -> bool:
    return any(is_red(run.colour) for run in paragraph.runs if run.text.strip())


def _looks_like_title(paragraph: Paragraph) -> bool:
    large = (paragraph.size or 0.0) >= _LARGE
    centred = paragraph.align in {"center", "distribute"}
    return (large or centred) and not _CHAPTER.match(paragraph.printed) and not paragraph.printed.endswith("。")


def heading_level(paragraph: Paragraph) -> int:
    """Which of the four kinds of heading a paragraph is numbered as, 0 for none."""
    return next((n for n, start in enumerate(_LEVELS, 1) if start.match(paragraph.printed)), 0)


def _text_role(paragraph: Paragraph) -> Role:
    """Running text is set left or justified in one piece; what is centred, tabbed, boxed or small is something else."""
    if _ATTENDANCE.match(paragraph.printed) and paragraph.inset("left") > 1:
        return Role.ATTENDANCE
    aside = (
        paragraph.align not in {"left", "both", "distribute"}
        or "\t" in paragraph.text
        or paragraph.place is not Place.BODY
    )
    if _TO_FILL_IN.fullmatch(paragraph.printed):
        return Role.OTHER
    if aside or _CHAPTER.match(paragraph.printed) or paragraph.printed.startswith(("注：", "注:")):
        large = paragraph.align == "center" and (paragraph.size or 0.0) >= _LARGE
        return Role.TITLE if large and not _CHAPTER.match(paragraph.printed) else Role.OTHER
    level = heading_level(paragraph)
    alone = len(paragraph.printed) <= _LONGEST_HEADING and not paragraph.printed.endswith(("。", "；", "，", ".", "："))
    return HEADINGS[level - 1] if level and alone else Role.BODY
