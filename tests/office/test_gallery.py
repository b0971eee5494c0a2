"""Notices with the less usual elements of GB/T 9704 §7, measured on paper."""

from functools import cache

import pytest

from ipplan import document as tree
from ipplan.compiler import Compiler
from office import end_measures, head_measures, text_measures
from office import issue_measures as measure
from office.papers import printed, spoil
from plans.plan_folders import checked_plan

pytestmark = pytest.mark.office

JOINT = ("joint-notice", "joint-two-sealed", "joint-five-sealed", "joint-five-unsealed", "upward-two-signers")
SEALED = ("joint-notice", "joint-two-sealed", "joint-five-sealed", "upward-two-signers", "upward-three-signers")
UNSEALED = ("joint-three-unsealed", "joint-five-unsealed")
UPWARD = ("upward-two-signers", "upward-three-signers")
ALL = (*JOINT[1:], "joint-three-unsealed", "upward-three-signers", "classified-urgent", "long-addressees")
"""`joint-notice` ends with a form, whose rules are not a colophon's; its pages are looked at in `tests/plans`."""
CASES = [
    *((name, measure.joint_masthead) for name in JOINT),
    *((name, measure.seals) for name in SEALED),
    *((name, measure.names_under_names) for name in UNSEALED),
    *((name, measure.signers) for name in UPWARD),
    *(("classified-urgent", one) for one in (measure.marks, head_measures.masthead, head_measures.document_number)),
    ("joint-three-unsealed", head_measures.masthead),
    ("long-addressees", measure.addressees_in_the_colophon),
]
EVERYWHERE = (
    head_measures.text_on_page_one,
    end_measures.colophon,
    end_measures.page_numbers,
    text_measures.outside,
    text_measures.overlapping,
)


@pytest.fixture(scope="module")
def drawn(to_pdf, tmp_path_factory):
    """A function that returns the paper of a plan in `tests/plans`."""

    @cache
    def draw(name):
        checked, docx = checked_plan(name), tmp_path_factory.mktemp(name) / f"{name}.docx"
        docx.write_bytes(Compiler().docx(checked, draft=False))
        return printed(name, Compiler().document(checked, draft=False), docx, to_pdf)

    return draw


@pytest.mark.parametrize(("name", "measured"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_elements(drawn, name, measured):
    """Each element stands where its clause puts it."""
    assert list(measured(drawn(name))) == []


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("measured", EVERYWHERE, ids=lambda measured: measured.__name__)
def test_pages(drawn, name, measured):
    """Whatever the header has, page 1 shows text, and nothing stands outside or on something else."""
    assert list(measured(drawn(name))) == []


def test_every_case_has_what_it_is_for(drawn):
    """A plan that lost its signers or its classification would pass every measurement of them."""
    heads = {name: drawn(name).nodes(tree.Head)[0] for name in ALL}
    assert [len(heads[name].signers) for name in UPWARD] == [2, 3]
    assert [len(heads[name].joint) for name in JOINT[1:]] == [2, 5, 5, 2]
    assert heads["classified-urgent"].classification == "机密★1年"
    assert heads["joint-three-unsealed"].joint == ()


SPOILED = [
    ("classified-urgent", measure.marks, r'(<w:pStyle w:val="Classification"/>)', r'\1<w:ind w:left="640"/>'),
    ("classified-urgent", head_measures.masthead, r'<w:p><w:pPr><w:pStyle w:val="Urgency"/>.*?</w:p>', ""),
    ("joint-five-sealed", measure.joint_masthead, "distribute", "left"),
    ("joint-five-sealed", measure.joint_masthead, '<w:vAlign w:val="center"/>', ""),
    ("joint-five-sealed", measure.seals, r'(<w:pStyle w:val="Signature"/>.*?w:before=")\d+', r"\g<1>0"),
    ("joint-two-sealed", measure.seals, r'(<w:pStyle w:val="Signature"/>.*?w:val="center" w:pos=")\d+', r"\g<1>5000"),
    ("joint-three-unsealed", measure.names_under_names, r'(<w:pStyle w:val="IssueDate"/>.*?w:right=")\d+', r"\g<1>0"),
    ("upward-two-signers", measure.signers, r'<w:rStyle w:val="Signer"/>', ""),
    ("upward-three-signers", measure.signers, r'(<w:pStyle w:val="DocumentNumber"/>.*?w:pos=")\d+', r"\g<1>0"),
    ("long-addressees", measure.addressees_in_the_colophon, r'w:hanging="840"', 'w:hanging="0"'),
]


@pytest.mark.parametrize("mistake", SPOILED, ids=lambda mistake: f"{mistake[0]}-{mistake[1].__name__}")
def test_a_spoiled_element_is_caught(drawn, to_pdf, tmp_path, mistake):
    """Each measurement sees a mistake made in the docx."""
    name, measured, pattern, new = mistake
    good = drawn(name)
    docx = spoil(good.docx, tmp_path / "spoiled.docx", [("word/document.xml", pattern, new)])
    assert list(measured(printed(name, good.document, docx, to_pdf))) != []
