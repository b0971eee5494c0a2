"""The validation of a docx: what is right passes, what is spoiled is named."""

from pathlib import Path

import pytest

from kit.ooxml import find_schemas
from kit.sample import paragraph, write_docx

pytestmark = pytest.mark.schemas

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
ALL = f"{MC} {WPS} {W14} {DRAWING}"


def text_box(choice: str, fallback: str, *, inline: str = '<wp:docPr id="1" name="box"/>') -> str:
    """Return a paragraph with a text box of two branches."""
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f'<wp:extent cx="1000" cy="1000"/>{inline}<a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{choice}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>"
        f"<w:txbxContent>{fallback}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def test_a_good_docx_has_no_errors(tmp_path, validate):
    """A docx of right parts passes, core properties and relationships included."""
    assert validate(write_docx(tmp_path / "good.docx", paragraph("通知", style="Title"))) == []


@pytest.mark.parametrize(
    ("body", "part", "word"),
    [
        ("<w:p><w:r/><w:pPr/></w:p>", "word/document.xml:2: ", "w:pPr"),
        ('<w:p w:colour="red"/>', "word/document.xml:2: ", "w:colour"),
        ('<w:p><w:pPr><w:jc w:val="middle"/></w:pPr></w:p>', "word/document.xml:2: ", "middle"),
        ("<w:p><w:unheardOf/></w:p>", "word/document.xml:2: ", "w:unheardOf"),
    ],
    ids=["order of elements", "unknown attribute", "unknown value", "unknown element"],
)
def test_a_spoiled_document_is_named_with_part_line_and_mark_up(tmp_path, validate, body, part, word):
    """Each kind of mistake in the main part is reported where it stands."""
    errors = validate(write_docx(tmp_path / "bad.docx", body))
    assert errors
    assert errors[0].startswith(part)
    assert word in errors[0]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("word/styles.xml", "<w:styles", "not well-formed"),
        ("word/odd.xml", "<odd/>", "no schema is known"),
        ("word/odd.xml", "<odd/>", "has no content type"),
        ("word/_rels/document.xml.rels", '<Relationships xmlns="urn:x"/>', "no schema is known"),
        (
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId9" Type="t" Target="gone.xml"/></Relationships>',
            "leads to gone.xml, which is missing",
        ),
        (
            "docProps/core.xml",
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2017-02-07</dcterms:created></cp:coreProperties>',
            "abstract",
        ),
        (
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/lost.xml" ContentType="text/xml"/></Types>',
            "names word/lost.xml, which is missing",
        ),
    ],
)
def test_a_spoiled_package_is_named(tmp_path, validate, name, text, message):
    """Parts beside the document, and what holds the parts together, are checked too."""
    errors = validate(write_docx(tmp_path / "bad.docx", paragraph("通知"), parts={name: text}))
    assert any(error.startswith(name) and message in error for error in errors), errors


def test_later_mark_up_is_set_aside_when_it_says_so(tmp_path, validate):
    """Attributes and elements of namespaces that mc:Ignorable names are not held against the document."""
    body = '<w:p w14:paraId="00000001"><w:r><w:rPr><w14:glow/></w:rPr></w:r></w:p>'
    assert validate(write_docx(tmp_path / "a.docx", body, namespaces=f'{ALL} mc:Ignorable="w14"')) == []
    assert validate(write_docx(tmp_path / "b.docx", body, namespaces=ALL)) != []


def test_ignorable_prefix_must_be_declared(tmp_path, validate):
    """A prefix named by mc:Ignorable without a declaration makes Word call the file damaged."""
    errors = validate(write_docx(tmp_path / "a.docx", paragraph("通知"), namespaces=f'{MC} mc:Ignorable="w16"'))
    assert any("'w16'" in error for error in errors), errors


@pytest.mark.parametrize(
    ("choice", "fallback", "inline"),
    [
        ("<w:p/>", "<w:p><w:r/><w:pPr/></w:p>", '<wp:docPr id="1" name="box"/>'),
        ("<w:p><w:r/><w:pPr/></w:p>", "<w:p/>", '<wp:docPr id="1" name="box"/>'),
        ("<w:p/>", "<w:p/>", "<wp:docPr/>"),
    ],
    ids=["text of the old branch", "text of the new branch", "frame of the new branch"],
)
def test_both_branches_of_an_alternative_are_validated(tmp_path, validate, choice, fallback, inline):
    """A mistake is seen in the branch for old readers, in the text box of the new one, and in what holds it."""
    good = text_box(paragraph("新"), paragraph("旧"))
    assert validate(write_docx(tmp_path / "good.docx", good, namespaces=ALL)) == []
    bad = text_box(choice, fallback, inline=inline)
    assert validate(write_docx(tmp_path / "bad.docx", bad, namespaces=ALL)) != []


def test_schemas_are_looked_for_where_the_variable_points(tmp_path, monkeypatch):
    """A folder without the schemas counts as none."""
    monkeypatch.setenv("IPPLAN_SCHEMAS", str(tmp_path))
    assert find_schemas() is None
    (tmp_path / "ooxml").mkdir()
    Path(tmp_path / "ooxml" / "master.xsd").write_text("<x/>")
    assert find_schemas() == tmp_path
