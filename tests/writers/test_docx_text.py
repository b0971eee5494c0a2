"""Text comes through the writer as it stands in the tree, whatever characters it has."""

import pytest

from ipplan import document as tree
from ipplan.compiler import Compiler
from ipplan.pipeline import check
from ipplan.writers.docx.writer import DocxWriter
from kit.wordml import read_word
from writers import docx_facts as facts
from writers.docx_facts import W, root_of

AWKWARD = "甲&乙<丙>丁\"戊'己 &amp; <w:p> ]]> 庚"
QUOTES = "“四个全面”与‘五位一体’——2013—2020年……4·26，800×600"


def every_node(text: str) -> list[tree.Node]:
    """Return a node of each kind that holds text."""
    return [
        tree.Title((text,)),
        tree.Addressees(text),
        tree.Heading(1, "一、", text),
        tree.Paragraph(text, tree.Heading(3, "1.", text)),
        tree.AttachmentList((text,)),
        tree.AttachmentList((text, text)),
        tree.Signature((text,), text),
        tree.Signature((text,), text, sealed=False),
        tree.Remark(text),
        tree.AttachmentLabel(text),
        tree.FillIn((text,), starts=((0.0,),), width=156.0),
        tree.Table((tree.Column(text, width=100.0),), ((tree.Cell((text,)),),)),
    ]


@pytest.mark.parametrize("text", [AWKWARD, QUOTES, "国" * 20_000, "a" * 5_000, "　全角空格　", " two  spaces "])
def test_text_comes_through(write, text):
    """Each node's text is read back from the docx unchanged."""
    for node in every_node(text):
        read = read_word(write(node)).text
        assert text in read, type(node)


def test_text_of_header_and_colophon(tmp_path, sheet):
    """Masthead, number, colophon and the properties escape what XML needs escaped."""
    head = tree.Head("甲&乙文件", "甲<1>〔2017〕2号")
    colophon = tree.Colophon("抄送：<&>。", "甲&乙", "2017年2月7日印发")
    document = tree.Document("<&>\"'", "甲&乙", (tree.Part((head,)),), colophon)
    path = tmp_path / "a.docx"
    path.write_bytes(DocxWriter(sheet).write(document))
    text = read_word(path).text
    for words in ("甲&乙文件", "甲<1>〔2017〕2号", "抄送：<&>。", "甲&乙\t2017年2月7日印发"):
        assert words in text
    properties = root_of(path, "docProps/core.xml")
    assert [node.text for node in properties] == ["<&>\"'", "甲&乙"]


@pytest.mark.parametrize("escape", [r"\0", r"\b", r"\v", r"\f", r"\x1f", r"\x7f", r"\uFFFE"])
def test_no_control_character_comes_to_the_writer(tmp_path, escape):
    """What XML forbids, and Word would call damaged, is refused where it stands in the plan."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(f'version: 1\nplan:\n  title: "工作{escape}计划"\n  body: [正文。]\n', encoding="utf-8")
    checked = check(plan)
    assert [(found.code, found.span.line) for found in checked.report.diagnostics] == [("IP005", 3)]
    with pytest.raises(ValueError, match="cannot be rendered"):
        Compiler().docx(checked, draft=True)


def test_quotes_are_chinese(write):
    """“ ” ‘ ’ — … · × never come into a Latin run, digits and Latin words always do."""
    path = write(tree.Paragraph(QUOTES))
    assert list(facts.fonts_of_runs(path)) == []
    latin = [run for run in root_of(path).iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert ["".join(node.text for node in run.findall(f"{W}t")) for run in latin] == [
        "2013", "2020", "4", "26", "800", "600",
    ]  # fmt: skip


def test_a_line_break_in_a_title_is_one(write):
    """The lines that layout chose are divided by line breaks inside one paragraph."""
    paragraphs = read_word(write(tree.Title(("关于印发工作计划", "的通知")))).paragraphs
    assert paragraphs[0].text == "关于印发工作计划\n的通知"


def test_a_document_ends_with_a_paragraph(write):
    """Word calls a table before the end of the body damaged."""
    body = root_of(write(*every_node("甲")[-1:])).find(f"{W}body")
    assert [child.tag for child in body][-2:] == [f"{W}p", f"{W}sectPr"]


@pytest.mark.schemas
def test_every_node_is_valid(write, validate):
    """A document of all kinds of nodes with awkward text is valid against ISO/IEC 29500."""
    assert validate(write(*every_node(AWKWARD))) == []
