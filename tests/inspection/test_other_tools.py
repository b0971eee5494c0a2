"""Documents of other tools: what they are is told by words and looks, whatever their styles are called."""

from __future__ import annotations

import pytest

from inspection.specimen import DOCUMENT, complete_docx
from ipplan.inspection.check import Outcome
from ipplan.inspection.classification import classify
from ipplan.inspection.elements import Role
from ipplan.inspection.reading import read_docx
from ipplan.inspection.results import inspect_file
from ipplan.stylesheet import load_stylesheet
from kit.sample import paragraph, write_docx
from office.papers import spoil

SHEET = load_stylesheet()
CENTRE = '<w:jc w:val="center"/>'


def plain(text, *, size=32, font="仿宋", settings="", colour=""):
    """A paragraph without a style of its own, all of it set directly."""
    shade = f'<w:color w:val="{colour}"/>' if colour else ""
    run = f'<w:rFonts w:eastAsia="{font}"/>{shade}<w:sz w:val="{size}"/>'
    return paragraph(text, run=run).replace("<w:p>", f"<w:p><w:pPr>{settings}</w:pPr>", 1)


BODY = "".join((
    plain("×市人民政府文件".replace("×", "甲"), size=88, font="方正小标宋_GBK", settings=CENTRE, colour="E60012"),
    "<w:p/>", "<w:p/>",
    plain("甲政发〔2026〕7号", settings=CENTRE),
    "<w:p/>", "<w:p/>",
    plain("关于做好防汛工作的", size=44, font="宋体", settings=CENTRE),
    plain("通知", size=44, font="宋体", settings=CENTRE),
    "<w:p/>",
    plain("各县、区人民政府："),
    plain("　　现将有关事项通知如下："),
    plain("　　一、总体要求", font="黑体"),
    plain("　　（一）压实责任", font="楷体"),
    plain("　　各县、区要压实责任，2026年7月1日前完成。"),
    plain("　　2026年7月1日"),
    plain("　　附件：1.任务表"),
    plain("　　　　　2.名单"),
    "<w:p/>",
    plain("甲市人民政府", settings='<w:jc w:val="right"/>'),
    plain("二〇二六年五月一日　　　　", settings='<w:jc w:val="right"/>'),
    plain("（此件公开发布）"),
    plain("附件1：", settings="<w:pageBreakBefore/>"),
    plain("任务表", size=36, settings=CENTRE),
    plain("抄送：甲市委办公室。", size=28),
    plain("甲市人民政府办公室　　2026年5月3日印发", size=28),
))  # fmt: skip
ROLES = {
    "甲市人民政府文件": Role.MASTHEAD, "甲政发〔2026〕7号": Role.NUMBER, "关于做好防汛工作的": Role.TITLE,
    "通知": Role.TITLE, "各县、区人民政府：": Role.ADDRESSEES, "现将有关事项通知如下：": Role.BODY,
    "一、总体要求": Role.HEADING1, "（一）压实责任": Role.HEADING2, "2026年7月1日": Role.BODY,
    "各县、区要压实责任，2026年7月1日前完成。": Role.BODY, "附件：1.任务表": Role.ATTACHMENT_LIST,
    "2.名单": Role.ATTACHMENT_LIST, "甲市人民政府": Role.SIGNATURE, "二〇二六年五月一日": Role.DATE,
    "（此件公开发布）": Role.REMARK, "附件1：": Role.ATTACHMENT_LABEL, "任务表": Role.ATTACHMENT_TITLE,
    "抄送：甲市委办公室。": Role.COPY_TO, "甲市人民政府办公室　　2026年5月3日印发": Role.PRINTING,
}  # fmt: skip


@pytest.fixture
def foreign(tmp_path):
    return write_docx(tmp_path / "foreign.docx", BODY)


def verdicts(docx):
    return {one.name: one.verdict for one in inspect_file(docx, SHEET).results}


def test_elements_are_told_without_styles(foreign):
    """Every element is found by its words and place, with blank paragraphs and typed spaces for looks."""
    paper = classify(read_docx(foreign), SHEET)
    told = zip(paper.docx.paragraphs, paper.roles, strict=True)
    assert {one.printed: role for one, role in told if one.printed} == ROLES


def test_typed_looks_are_measured(foreign):
    """Blank paragraphs count as lines, typed spaces as an indent; Chinese dates and the colon of a label are wrong."""
    found = verdicts(foreign)
    for name in ("masthead-font", "masthead-colour", "number-lines", "title-lines", "first-line-indent"):
        assert found[name].outcome is Outcome.PASSED, (name, found[name])
    for name in ("date-form", "attachment-label-form", "title-font", "masthead-top", "addressees-indent"):
        expected = Outcome.PASSED if name == "addressees-indent" else Outcome.FAILED
        assert found[name].outcome is expected, (name, found[name])
    for name in ("red-rule-colour", "page-number-form", "copy-number"):
        assert found[name].outcome is Outcome.UNCHECKED, (name, found[name])


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def test_theme_fonts_are_resolved(tmp_path):
    """Where the theme decides, the family it names is what is judged, and that it decides is said."""
    body = paragraph("这是正文。", run='<w:rFonts w:eastAsiaTheme="minorEastAsia"/>')
    found = verdicts(write_docx(tmp_path / "themed.docx", body, parts={"word/theme/theme1.xml": THEME}))
    assert (found["theme-fonts"].outcome, found["theme-fonts"].measured) == (Outcome.FAILED, "主题字体 等线")
    assert (found["body-font"].outcome, found["body-font"].measured) == (Outcome.FAILED, "等线")


def test_word_character_grid(tmp_path):
    """The character grid of Word is counted from the default size: -848 gives 28 characters, none gives 27."""
    docx = complete_docx(tmp_path, SHEET)
    grid = (DOCUMENT, 'w:type="lines" w:linePitch="579"', 'w:type="linesAndChars" w:linePitch="579" w:charSpace="{}"')
    for space, outcome in ((-848, Outcome.PASSED), (0, Outcome.FAILED)):
        edit = (*grid[:2], grid[2].format(space))
        gridded = spoil(docx, tmp_path / f"{space}.docx", [edit])
        assert verdicts(gridded)["characters-per-line"].outcome is outcome


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum'
    ' w:abstractNumId="3"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="960" w:hanging="320"/></w:pPr></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
)


@pytest.mark.parametrize(("own", "indent"), [("", 2.0), ('<w:ind w:left="0" w:firstLine="0"/>', 0.0)])
def test_indents_of_lists(tmp_path, own, indent):
    """A paragraph in a list has the indent of the list's level, unless it has its own."""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>{own}'
    docx = write_docx(tmp_path / "x.docx", plain("正文。", settings=listed), parts={"word/numbering.xml": NUMBERING})
    (one,) = read_docx(docx).paragraphs
    assert one.first_line + one.inset("left") == pytest.approx(indent)
