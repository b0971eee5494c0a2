"""What holds for the XML of every docx, looked up in the five examples."""

import pytest

from ipplan.stylesheet import load_stylesheet
from kit.wordml import read_word
from office.papers import DRAFTS, EXAMPLES, spoil
from writers import docx_facts as facts
from writers.docx_facts import MAIN, SETTINGS, STYLES, W

CHECKS = (
    facts.theme_fonts,
    facts.fonts_of_runs,
    facts.own_hints,
    facts.page_facts,
    facts.table_facts,
)
SPOILED = {
    facts.theme_fonts: (STYLES, r'w:ascii="', 'w:asciiTheme="minorHAnsi" w:ascii="'),
    facts.fonts_of_runs: (STYLES, r'(w:styleId="Body">.*?w:hAnsi=")[^"]*', r"\g<1>Times New Roman"),
    facts.own_hints: (MAIN, r'<w:rFonts w:hint="eastAsia"/>', ""),
    facts.page_facts: (MAIN, r'w:left="1587"|w:left="1588"', 'w:left="1800"'),
    facts.table_facts: (MAIN, r"<w:vMerge w:val=\"restart\"/>", ""),
}


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_facts(examples, name, check):
    """Fonts, page, sections and tables are as Word, WPS and LibreOffice need them."""
    assert list(check(examples[name])) == []


@pytest.mark.parametrize("check", SPOILED, ids=lambda check: check.__name__)
def test_a_spoiled_fact_is_caught(examples, tmp_path, check):
    """Each check sees its own mistake in a spoiled docx."""
    assert list(check(spoil(examples["jiaxing-2008"], tmp_path / "spoiled.docx", [SPOILED[check]]))) != []


def test_a_row_that_may_be_torn_is_caught(examples, tmp_path):
    """Rows without cantSplit, a second header and a missing column are named."""
    edits = [(MAIN, r"<w:cantSplit/>", ""), (MAIN, r'(<w:gridCol w:w="\d+"/>)</w:tblGrid>', r"\1\1</w:tblGrid>")]
    wrong = list(facts.table_facts(spoil(examples["jiaxing-2008"], tmp_path / "spoiled.docx", edits)))
    assert any("may be torn" in words for words in wrong)
    assert any("6 of 7 columns" in words for words in wrong)


@pytest.mark.schemas
@pytest.mark.parametrize("name", EXAMPLES)
def test_valid_against_the_standard(examples, validate, name):
    """Each part is valid against ISO/IEC 29500 transitional."""
    assert validate(examples[name]) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_headings_are_in_the_outline(examples, name):
    """Heading 1 to 4 are named styles with outline levels; a heading that skips a level stands where it belongs."""
    assert facts.heading_levels(examples[name]) == {f"heading {level}": level - 1 for level in range(1, 5)}
    outlined = [p for p in read_word(examples[name]).paragraphs if p.outline_level is not None]
    assert outlined or name == "none"
    skipped = {p.style_name for p in outlined if p.style_name != f"heading {p.outline_level + 1}"}
    assert skipped == ({"heading 3"} if name == "liaoyuan-2018" else set())


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_style_used_is_defined(examples, name):
    """No paragraph or run names a style that the docx lacks: Word would fall back to Normal in silence."""
    known = set(facts.Styles(examples[name]).nodes)
    for part in facts.text_parts(examples[name]):
        used = facts.root_of(examples[name], part).iter(f"{W}pStyle", f"{W}rStyle")
        assert {node.get(f"{W}val") for node in used} <= known


def test_text_keeps_to_the_22_lines(examples):
    """Normal and text: exact 579, no widow control, no hanging marks; the settings know odd and even pages."""
    styles, pitch = facts.Styles(examples["lianyungang-2017"]), load_stylesheet().length("page.pitch").twips
    normal = styles.nodes["Normal"].find(f"{W}pPr")
    assert normal.find(f"{W}widowControl").get(f"{W}val") == "0"
    assert normal.find(f"{W}overflowPunct").get(f"{W}val") == "0"
    for name in ("Normal", "Body", "Heading1", "Heading2", "Heading3", "Heading4", "Addressees", "AttachmentList"):
        spacing = styles.nodes[name].find(f"{W}pPr/{W}spacing")
        assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == (str(pitch), "exact")
    assert pitch == 579
    settings = facts.root_of(examples["lianyungang-2017"], SETTINGS)
    assert settings.find(f"{W}evenAndOddHeaders") is not None
    assert settings.find(f"{W}characterSpacingControl").get(f"{W}val") == "doNotCompress"


def test_no_bold_anywhere(examples):
    """The standard knows no bold; 小标宋 made bold by Word would be smeared."""
    for docx in examples.values():
        for part in (*facts.text_parts(docx), STYLES):
            assert not list(facts.root_of(docx, part).iter(f"{W}b"))


def test_indents_are_given_in_both_units(examples):
    """Word follows the characters, LibreOffice the twips; one without the other is lost in one of them."""
    for docx in examples.values():
        for part in (MAIN, STYLES):
            for indent in facts.root_of(docx, part).iter(f"{W}ind"):
                if indent.get(f"{W}firstLineChars") is not None:
                    assert int(indent.get(f"{W}firstLine")) > 0


@pytest.mark.parametrize("name", EXAMPLES)
def test_only_drafts_have_the_mark(examples, name):
    """草稿 stands in all headers of a draft and nowhere else; those of turned pages hold the page number besides.

    The headers are those of upright pages, of upright pages without a number, and of turned pages.
    """
    headers = [read_word(examples[name], part).text for part in facts.text_parts(examples[name]) if "header" in part]
    mark = "草稿" if name in DRAFTS else ""
    expected = [mark] * 4 + [f"{mark}\n— 1 —", f"{mark}\n— 1 —"]
    assert sorted(text.replace("\u3000", "") for text in headers) == sorted(expected)
