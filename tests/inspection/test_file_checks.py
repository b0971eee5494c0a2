"""Every check of the file passes on a good document and fails on the one that is spoiled for it, alone."""

from __future__ import annotations

import pytest

from inspection.specimen import DOCUMENT, complete_docx
from inspection.spoilt import SPOILT
from ipplan import document as tree
from ipplan.inspection.check import Outcome
from ipplan.inspection.registry import FILE_CHECKS
from ipplan.inspection.results import inspect_file
from ipplan.stylesheet import load_stylesheet
from ipplan.writers.docx.writer import write
from office.papers import DRAFTS, EXAMPLES, compiled, spoil

PENDING = [
    (DOCUMENT, "【发文字号待定】", "川知服〔2023〕1号"),
    (DOCUMENT, "【主送机关待定】", "各市州知识产权局"),
    (DOCUMENT, "【发文机关待定】", "四川省司法厅"),
    (DOCUMENT, "【成文日期待定】", "2023年4月3日"),
]
"""What the source of one example leaves open; a draft is no finished document."""


@pytest.fixture(scope="module")
def sheet():
    return load_stylesheet()


@pytest.fixture(scope="module")
def complete(sheet, tmp_path_factory):
    return complete_docx(tmp_path_factory.mktemp("complete"), sheet)


def failed(inspection):
    """The names of the checks that failed, with what they say."""
    return {one.name: one.verdict.measured for one in inspection.results if one.outcome is Outcome.FAILED}


def test_complete_document_passes_every_check(complete, sheet):
    """Nothing fails and nothing is left unchecked, so every check looks at something there."""
    results = inspect_file(complete, sheet).results
    assert [(one.name, one.verdict) for one in results if one.outcome is not Outcome.PASSED] == []


def test_every_check_has_a_spoilt_document():
    """A check that cannot fail is none."""
    assert list(SPOILT) == [check.name for check in FILE_CHECKS]


@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_document_fails_its_check_alone(name, complete, sheet, tmp_path):
    """One thing is wrong, and one check says so."""
    docx = spoil(complete, tmp_path / "spoilt.docx", SPOILT[name])
    assert list(failed(inspect_file(docx, sheet))) == [name]


@pytest.mark.parametrize(
    ("said", "shown", "outcome"),
    [
        ("2026年3月7日印发", "2026年3月7日印发", Outcome.PASSED),
        ("2026年12月16日印发", "2026年12月16日印发", Outcome.PASSED),
        ("2026年03月16日印发", "2026年03月16日印发", Outcome.FAILED),
        ("二〇二六年三月十六日印发", "二〇二六年三月十六日印发", Outcome.FAILED),
        ("2026年3月6日印发。", "甲市人民政府办公室2026年3月6日印发。", Outcome.FAILED),
    ],
)
def test_the_date_of_printing_is_shown_whole(said, shown, outcome, sheet, tmp_path):
    """However long it is, and without the office before it."""
    written = tmp_path / "printed.docx"
    colophon = tree.Colophon("", "甲市人民政府办公室", said)
    written.write_bytes(write(tree.Document("", "", (tree.Part((tree.Paragraph("正文。"),)),), colophon), sheet))
    (verdict,) = [one.verdict for one in inspect_file(written, sheet).results if one.name == "printing-form"]
    assert (verdict.measured, verdict.outcome) == (shown, outcome)


APART = {
    "good": ("甲知〔2026〕2号附件2", []),
    "brackets": ("甲知[2026]2号附件2", ["attachment-label-form"]),
    "padded": ("甲知〔2026〕02号附件2", ["attachment-label-form"]),
    "comma": ("甲知〔2026〕2号，附件2", ["attachment-label-form"]),
    "mark": ("甲知〔2026〕2号附件2：", ["attachment-label-form"]),
}


@pytest.mark.parametrize("case", APART)
def test_label_of_what_is_bound_apart(case, sheet, tmp_path):
    """§7.3.7: the number of the paper and the serial of the attachment, nothing between or behind them."""
    words, wrong = APART[case]
    nodes = (tree.AttachmentLabel(words), tree.Title(("图册",)), tree.Paragraph("图册的内容。"))
    docx = tmp_path / "apart.docx"
    docx.write_bytes(write(tree.Document("图册", "甲市知识产权局", (tree.Part(nodes),)), sheet))
    inspected = inspect_file(docx, sheet)
    assert list(failed(inspected)) == wrong
    (form,) = (one.outcome for one in inspected.results if one.name == "attachment-label-form")
    assert form is (Outcome.FAILED if wrong else Outcome.PASSED)


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_pass(name, sheet, tmp_path):
    """What we render has nothing wrong."""
    written = tmp_path / f"{name}.docx"
    written.write_bytes(compiled(name)[1])
    docx = spoil(written, tmp_path / "filled.docx", PENDING if name in DRAFTS else ())
    assert failed(inspect_file(docx, sheet)) == {}
