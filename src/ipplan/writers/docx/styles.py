"""The stylesheet as Word styles.

One Word style for each role of the Document tree, so that an office can change a look in one place and the navigation
pane finds the headings. No theme fonts anywhere; every style names its east-Asian font and uses it for Latin slots too,
because Word draws “ ” — … · from the Latin slot; digits and Latin words get the character style `Latin`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.writers.docx.character_styles import INSIDE_LINES, character_styles, own_font

if TYPE_CHECKING:
    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length


@dataclass(frozen=True, slots=True)
class _Look:
    """What a paragraph style sets beyond `Normal`; None and 0 leave Normal's value."""

    identifier: str
    name: str
    font: str
    size: Length
    pitch: Length
    before: int = 0
    after: int = 0
    indent: str = ""
    align: str = "both"
    colour: str = ""
    tracking: int = 0
    snap: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    borders: str = ""
    outline: int | None = None
    base: str = "Normal"


def styles_xml(sheet: Stylesheet) -> list[str]:
    """All styles as `w:style` elements, preceded by `w:docDefaults`."""
    paragraph_styles = [_paragraph_style(look) for look in _looks(sheet)]
    return [_defaults(sheet), _normal(sheet), _FONT_STYLE, *character_styles(sheet), _TABLE_STYLE, *paragraph_styles]


def chinese_fonts(sheet: Stylesheet) -> dict[str, str]:
    """The east-Asian font of every paragraph and character style that names one, by the style's identifier."""
    inside = {style.identifier: sheet.font(style.element) for style in INSIDE_LINES}
    return {**inside, **{look.identifier: look.font for look in _looks(sheet)}}


def _defaults(sheet: Stylesheet) -> str:
    fonts = own_font(sheet.font("body"))
    size = sheet.length("body.size").half_points
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal(sheet: Stylesheet) -> str:
    """Body text without an indent.

    Source: GB/T 9704—2012 §5.2.2, §5.2.3
    """
    tracking = sheet.length("page.tracking").twips
    return (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{sheet.length("page.pitch").twips}" w:lineRule="exact"/>'
        f'<w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="{tracking}"/></w:rPr></w:style>'
    )


_FONT_STYLE = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
_TABLE_STYLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _looks(sheet: Stylesheet) -> list[_Look]:
    return [
        *_body_looks(sheet), *_head_looks(sheet), *_end_looks(sheet), *_small_looks(sheet), *_long_looks(sheet),
    ]  # fmt: skip


def _first_line(sheet: Stylesheet, name: str) -> str:
    """First-line indent in both units: Word follows the characters, LibreOffice the twips."""
    hundredths = round(sheet.number(name) * 100)
    return f'<w:ind w:firstLineChars="{hundredths}" w:firstLine="{sheet.characters(name).twips}"/>'


def _body_looks(sheet: Stylesheet) -> list[_Look]:
    size, pitch, tracking = sheet.length("body.size"), sheet.length("page.pitch"), sheet.length("page.tracking").twips
    indent = _first_line(sheet, "body.indent")
    body = _Look("Body", "公文正文", sheet.font("body"), size, pitch, indent=indent, tracking=tracking, snap=True)
    tail = _Look("BodyTail", "公文正文续行", sheet.font("body"), size, pitch, tracking=tracking, snap=True)
    headings = [
        _Look(
            f"Heading{level}", f"heading {level}", sheet.font(f"heading{level}"), size, pitch, indent=indent,
            tracking=tracking, snap=True, keep_next=True, outline=level - 1,
        )
        for level in range(1, 5)
    ]  # fmt: skip
    return [body, tail, *headings]


def _head_looks(sheet: Stylesheet) -> list[_Look]:
    """Everything from the copy number down to the addressees; the red rule belongs to the document number.

    Source: GB/T 9704—2012 §7.2, §7.3.1, §7.3.2
    """
    size, pitch, tracking = sheet.length("body.size"), sheet.length("page.pitch"), sheet.length("page.tracking").twips
    body, red, mark = sheet.font("body"), sheet.text("colour.red"), sheet.length("masthead.size")
    title_size, title_pitch = sheet.length("title.size"), sheet.length("title.pitch")
    marks = [
        _Look(identifier, name, sheet.font(role), size, pitch, align="left", tracking=tracking)
        for identifier, name, role in (
            ("CopyNumber", "份号", "copy_number"),
            ("Classification", "密级和保密期限", "classification"),
            ("Urgency", "紧急程度", "urgency"),
        )
    ]
    return [
        *marks,
        _Look("Masthead", "发文机关标志", sheet.font("masthead"), mark, mark, align="center", colour=red),
        _Look(
            "DocumentNumber", "发文字号", body, size, pitch, before=sheet.lines("number.lines_before").twips,
            align="center", tracking=tracking, borders=_red_rule(sheet),
        ),
        _Look(
            "PreprintedNumber", "发文字号（红线已印）", body, size, pitch,
            before=sheet.lines("number.lines_before").twips, align="center", tracking=tracking,
        ),
        _Look(
            "OrderNumber", "令号", body, size, pitch, before=sheet.lines("order.number_lines_before").twips,
            after=sheet.lines("order.number_lines_after").twips, align="center", tracking=tracking,
        ),
        _Look("LetterNumber", "信函字号", body, size, pitch, align="left", tracking=tracking),
        _Look("Signers", "签发人", body, size, pitch, align="left", tracking=tracking),
        _Look(
            "Title", "Title", sheet.font("title"), title_size, title_pitch, align="center",
            after=sheet.lines("title.lines_after").twips, keep_next=True, keep_lines=True,
        ),
        _Look("Addressees", "主送机关", body, size, pitch, tracking=tracking, snap=True),
    ]  # fmt: skip


def _red_rule(sheet: Stylesheet) -> str:
    """The red rule as the bottom border of the document number."""
    space = rule_distance(sheet)
    width = sheet.length("red_rule.width").eighth_points
    colour = sheet.text("colour.red")
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


def rule_distance(sheet: Stylesheet) -> int:
    """Points from the line box of the document number to the red rule.

    Word and LibreOffice count `w:space` from the box; below the glyphs it still has a fifth of the pitch less 0.12 of
    the character size.
    """
    below_glyphs = sheet.length("page.pitch") * 0.2 - sheet.length("body.size") * 0.12
    return round((sheet.length("red_rule.distance") - below_glyphs).pt)


def _end_looks(sheet: Stylesheet) -> list[_Look]:
    """What follows the text: attachment list, signature, remark, and the label of an attachment.

    Source: GB/T 9704—2012 §7.3.4 to §7.3.7
    """
    size, pitch, tracking = sheet.length("body.size"), sheet.length("page.pitch"), sheet.length("page.tracking").twips
    body = sheet.font("body")

    def look(identifier: str, name: str, font: str = body, indent: str = "", *, keep_next: bool = False) -> _Look:
        return _Look(
            identifier, name, font, size, pitch, indent=indent, tracking=tracking, snap=True, keep_next=keep_next
        )

    return [
        look("AttachmentList", "附件说明"),
        look("Signature", "署名", keep_next=True),
        look("IssueDate", "成文日期"),
        look("Attendance", "出席人员"),
        look("Remark", "附注", indent=_first_line(sheet, "remark.indent")),
        look("AttachmentLabel", "附件标识", sheet.font("attachment_label"), keep_next=True),
    ]


def _small_looks(sheet: Stylesheet) -> list[_Look]:
    """Tables, colophon, page number and draft mark: everything outside the rhythm of 22 lines."""
    size, pitch, body = sheet.length("table.size"), sheet.length("table.pitch"), sheet.font("table")
    small, number = sheet.length("colophon.size"), sheet.length("page_number.size")
    foot = sheet.font("page_number")
    return [
        _Look("TableText", "表格文字", body, size, pitch),
        _Look("TableHead", "表头", sheet.font("table_head"), size, pitch, align="center", keep_next=True),
        _Look(
            "FillIn", "填报项", body, sheet.length("body.size"), sheet.length("page.pitch"),
            after=sheet.length("table.fill_in_distance").twips, keep_next=True,
        ),
        _Look("SignLine", "签字行", body, size, pitch, before=sheet.length("table.fill_in_distance").twips),
        _Look("Colophon", "版记", sheet.font("colophon"), small, sheet.length("colophon.pitch")),
        _Look("Footer", "footer", foot, number, number),
        _Look("Header", "header", sheet.font("heading1"), number, number, align="right"),
        _Look("Anchor", "锚", body, size, size * 0.1),
    ]  # fmt: skip


def _long_looks(sheet: Stylesheet) -> list[_Look]:
    """What long plans have: chapters, a table of contents, boxes, captions, notes."""
    size, pitch, tracking = sheet.length("body.size"), sheet.length("page.pitch"), sheet.length("page.tracking").twips
    small, small_pitch = sheet.length("table.size"), sheet.length("table.pitch")
    first, second, body = sheet.font("heading1"), sheet.font("heading2"), sheet.font("body")
    line, indent = pitch.twips, _first_line(sheet, "body.indent")
    return [
        _Look(
            "Chapter1", "章标题", first, sheet.length("chapter.size"), pitch, before=line, after=line, align="center",
            snap=True, keep_next=True, outline=0,
        ),
        _Look(
            "Chapter2", "节标题", second, size, pitch, align="center", tracking=tracking, snap=True, keep_next=True,
            outline=1,
        ),
        _Look("ContentsTitle", "目录标题", first, sheet.length("chapter.size"), pitch, after=line, align="center"),
        _Look("Contents1", "目录 1", body, size, pitch, align="left", tracking=tracking),
        _Look("Contents2", "目录 2", body, size, pitch, align="left", tracking=tracking),
        _Look("BoxTitle", "专栏标题", first, small, small_pitch, align="center", keep_next=True),
        _Look("BoxText", "专栏正文", body, small, small_pitch, indent=_small_indent(sheet)),
        _Look("Caption", "caption", first, small, small_pitch, before=line // 2, align="center", keep_next=True),
        _Look("UnitLine", "表格单位", body, small, small_pitch, align="right", keep_next=True),
        _Look("Note", "注", body, small, small_pitch, indent=indent),
        _Look("Origin", "原文号", body, size, pitch, after=line, align="center", tracking=tracking),
    ]  # fmt: skip


def _small_indent(sheet: Stylesheet) -> str:
    """Two characters of table text."""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{(sheet.length("table.size") * 2).twips}"/>'


def _paragraph_style(look: _Look) -> str:
    """A `w:style` element, its children in the order of the schema."""
    custom = "" if look.name.isascii() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.identifier}">'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="{look.base}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_properties(look: _Look) -> str:
    parts = [
        "<w:keepNext/>" if look.keep_next else "",
        "<w:keepLines/>" if look.keep_lines else "",
        look.borders,
        "" if look.snap else '<w:snapToGrid w:val="0"/>',
        f'<w:spacing w:before="{look.before}" w:after="{look.after}" w:line="{look.pitch.twips}" w:lineRule="exact"/>',
        look.indent,
        f'<w:jc w:val="{look.align}"/>',
        "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
    ]
    return "".join(parts)


def _run_properties(look: _Look) -> str:
    colour = f'<w:color w:val="{look.colour}"/>' if look.colour else ""
    size = look.size.half_points
    spacing = f'<w:spacing w:val="{look.tracking}"/>'
    return f'{own_font(look.font)}{colour}{spacing}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
