"""Fonts of single characters: what a font of GB 2312 lacks, and digits and Latin words."""

from itertools import groupby

import pytest

from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet, sheet_files
from ipplan.writers.docx.writer import DocxWriter
from kit.wordml import read_word
from writers import docx_facts as facts

RARE = "镕昇喆〇㎡㎞囧"
TEXT = f"张{RARE[0]}、李{RARE[1:3]}同志负责，到二{RARE[3]}三五年建成5000{RARE[4]}，“囧”字——3²·4…"


def fonts_of(path, slot="east_asian"):
    """Return each stretch of text with the font of a slot, neighbours of one font joined."""
    runs = [(getattr(run, slot), run.text) for one in read_word(path).paragraphs for run in one.runs if run.text]
    return [("".join(text for _, text in group), font) for font, group in groupby(runs, key=lambda one: one[0])]


def fonts_of_character(path, character):
    """Return the fonts that a character is in."""
    return {font for text, font in fonts_of(path) if character in text}


@pytest.fixture
def written(tmp_path):
    """A function that writes nodes with named sheets laid over the standard's."""

    def write(*nodes, styles=()):
        path = tmp_path / "written.docx"
        sheet = load_stylesheet(*sheet_files(styles, tmp_path))
        path.write_bytes(DocxWriter(sheet).write(tree.Document("题", "人", (tree.Part(nodes),))))
        return path

    return write


def test_characters_that_the_font_lacks(written):
    """Each is in a run of its own in the font that the sheet declares; its neighbours keep theirs."""
    found = [text for text, font in fonts_of(written(tree.Paragraph(TEXT))) if font == "仿宋"]
    assert found == ["镕", "昇喆", "〇", "㎡", "囧"]
    assert "".join(text for text, _ in fonts_of(written(tree.Paragraph(TEXT)))) == TEXT


@pytest.mark.parametrize(
    ("node", "font"),
    [
        (tree.Title(("关于喆的通知",)), "华文中宋"),
        (tree.Heading(1, "一、", "喆"), "黑体"),
        (tree.Heading(2, "（一）", "喆"), "楷体"),
        (tree.Paragraph("文", tree.Heading(2, "（一）", "喆")), "楷体"),
        (tree.Paragraph("文", tree.Heading(1, "一、", "喆")), "黑体"),
        (tree.Signature(("喆",), "2026年1月1日"), "仿宋"),
        (tree.Table((tree.Column("甲", width=100.0),), ((tree.Cell(("喆",)),),)), "仿宋"),
    ],
    ids=lambda value: getattr(type(value), "__name__", ""),
)
def test_the_spare_font_is_that_of_the_design(written, node, font):
    """A title takes another font than text does; 黑体 has more than GB 2312 and keeps its characters."""
    assert fonts_of_character(written(node), "喆") == {font}


def test_signers_and_colophon(tmp_path, sheet):
    """The names of signers have a style of their own inside a line; the colophon stands in a text box."""
    head = tree.Head("某某文件", "某〔2026〕1号", signers=("陶喆",), signer_label="签发人：")
    document = tree.Document("", "", (tree.Part((head,)),), tree.Colophon("抄送：李昇。", "", ""))
    path = tmp_path / "a.docx"
    path.write_bytes(DocxWriter(sheet).write(document))
    assert {("喆", "楷体"), ("昇", "仿宋")} <= set(fonts_of(path))


def test_persons_who_sign(tmp_path, sheet):
    """The names under an order have a style of their own, too."""
    signature = tree.PersonalSignature((tree.Signer("市长", "陶喆"),), "2026年2月3日")
    path = tmp_path / "a.docx"
    path.write_bytes(DocxWriter(sheet).write(tree.Document("", "", (tree.Part((signature,)),))))
    assert ("喆", "楷体") in fonts_of(path)


@pytest.mark.parametrize("styles", [["windows"], ["wps"], ["fandol"]])
def test_a_large_font_draws_everything(written, styles):
    """With a profile whose fonts have GBK nothing changes its font."""
    assert len(fonts_of(written(tree.Paragraph(TEXT), styles=styles))) == 1


def test_every_run_keeps_its_hint(written):
    """What holds for text holds for what is divided: hint, one font in all slots, valid order."""
    path = written(tree.Paragraph(TEXT), tree.Title((TEXT,)))
    assert [*facts.fonts_of_runs(path), *facts.own_hints(path)] == []


@pytest.mark.schemas
def test_divided_runs_are_valid(written, validate):
    """The runs are in the order of the schema."""
    assert validate(written(tree.Paragraph(TEXT), tree.Title((TEXT,)))) == []


def test_latin_has_a_font_of_its_own(written):
    """Digits and Latin words are in Times New Roman."""
    latin = dict(fonts_of(written(tree.Paragraph("到2026年建成5G基站")), "latin"))
    assert (latin["2026"], latin["5G"]) == ("Times New Roman", "Times New Roman")


def test_latin_as_the_text_around_it(written):
    """The literal reading of the clause is one switch: every character in the font of its element."""
    nodes = (tree.Title(("2026年计划",)), tree.Paragraph("到2026年建成5G基站", tree.Heading(2, "（一）", "5G")))
    for slot in ("east_asian", "latin"):
        found = dict(fonts_of(written(*nodes, styles=["no-latin-font"]), slot))
        assert found == {"2026年计划": "方正小标宋简体", "（一）5G": "楷体_GB2312", "到2026年建成5G基站": "仿宋_GB2312"}


def test_latin_of_an_office(written, tmp_path):
    """An office names any other font for Latin."""
    (tmp_path / "own.yaml").write_text("font.西文: Arial\n", "utf-8")
    assert ("5G", "Arial") in fonts_of(written(tree.Paragraph("建成5G基站"), styles=["own.yaml"]), "latin")
