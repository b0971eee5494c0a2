"""Every check of the file passes on a good document and fails on the one that is spoiled for it, alone."""

from __future__ import annotations

import pytest

from inspection.specimen import DOCUMENT, complete_docx
from inspection.spoilt import SPOILT
from ipplan.inspection.check import Outcome
from ipplan.inspection.registry import FILE_CHECKS
from ipplan.inspection.results import inspect_file
from ipplan.stylesheet import load_stylesheet
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


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_pass(name, sheet, tmp_path):
    """What we render has nothing wrong."""
    written = tmp_path / f"{name}.docx"
    written.write_bytes(compiled(name)[1])
    docx = spoil(written, tmp_path / "filled.docx", PENDING if name in DRAFTS else ())
    assert failed(inspect_file(docx, sheet)) == {}
