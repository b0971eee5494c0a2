"""The reading of a docx: paragraphs, tables and the fonts that hold."""

from kit.sample import fonts, paragraph, write_docx
from kit.wordml import part_names, read_word

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def cell(content, settings=""):
    """Return a table cell."""
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{content}</w:tc>"


def row(*cells, settings=""):
    """Return a table row."""
    return f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(cells)}</w:tr>"


def test_fonts_and_sizes_follow_the_chain_of_styles(tmp_path):
    """Direct settings win over the style, the style over what it is based on, that over the defaults."""
    body = (
        paragraph("正文")
        + paragraph("标题", style="Title")
        + paragraph("一、", style="Heading1", run='<w:sz w:val="30"/>')
    )
    found = read_word(write_docx(tmp_path / "a.docx", body)).paragraphs
    assert [(p.runs[0].east_asian, p.runs[0].latin, p.runs[0].size) for p in found] == [
        ("仿宋_GB2312", "Times New Roman", 16.0),
        ("方正小标宋简体", "Times New Roman", 22.0),
        ("黑体", "Times New Roman", 15.0),
    ]
    assert [(p.style_id, p.style_name, p.outline_level) for p in found] == [
        ("Normal", "Normal", None),
        ("Title", "Title", 0),
        ("Heading1", "heading 1", 0),
    ]


def test_a_theme_font_is_told_apart_from_a_named_one(tmp_path):
    """A font left to the theme reads as theme:…, so that a test can forbid it."""
    run = '<w:rFonts w:eastAsia="宋体" w:eastAsiaTheme="minorEastAsia"/><w:b/><w:color w:val="FF0000"/>'
    (found,) = read_word(write_docx(tmp_path / "a.docx", paragraph("字", run=run))).paragraphs
    assert (found.runs[0].east_asian, found.runs[0].bold, found.runs[0].colour) == (
        "theme:minorEastAsia",
        True,
        "FF0000",
    )


def test_text_boxes_are_read_once_and_in_their_place(tmp_path):
    """Of an alternative only the branch for new readers is read; its text is not part of the paragraph around it."""
    box = (
        '<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice Requires="w"><w:pict><w:txbxContent>'
        f"{paragraph('新')}</w:txbxContent></w:pict></mc:Choice><mc:Fallback>{paragraph('旧')}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:tab/><w:t>后</w:t></w:r></w:p>"
    )
    found = read_word(write_docx(tmp_path / "a.docx", box, namespaces=MC)).paragraphs
    assert [(p.text, p.place) for p in found] == [("前\t后", "body"), ("新", "text box")]


def test_tables_are_read_row_by_row(tmp_path):
    """Cells tell their text, span and vertical merge; rows whether they are repeated and kept whole."""
    body = (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + row(cell(paragraph("任务"), '<w:gridSpan w:val="2"/>'), settings="<w:cantSplit/><w:tblHeader/>")
        + row(cell(paragraph("一") + paragraph("二"), '<w:vMerge w:val="restart"/>'), cell(paragraph("三")))
        + row(cell("<w:p/>", "<w:vMerge/>"), cell(paragraph("四", run=fonts("黑体"))))
        + "</w:tbl>"
    )
    found = read_word(write_docx(tmp_path / "a.docx", body))
    (table,) = found.tables
    assert [row.texts for row in table.rows] == [("任务",), ("一\n二", "三"), ("", "四")]
    assert [(row.header, row.whole) for row in table.rows] == [(True, True), (False, False), (False, False)]
    assert [cell.span for cell in table.rows[0].cells] == [2]
    assert [row.cells[0].merge for row in table.rows] == [None, "start", "continued"]
    assert {p.place for p in found.paragraphs} == {"table"}
    assert found.paragraphs[-1].runs[0].east_asian == "黑体"


def test_parts_are_listed_by_the_start_of_their_names(tmp_path):
    """Headers and footers are found without knowing how many there are."""
    docx = write_docx(tmp_path / "a.docx", "", parts={"word/footer2.xml": "<x/>", "word/footer1.xml": "<x/>"})
    assert part_names(docx, "word/footer") == ("word/footer1.xml", "word/footer2.xml")
