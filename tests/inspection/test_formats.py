"""Letters, orders and minutes: ours pass, and each check of a format fails on a document spoiled for it alone."""

import pytest

from ipplan.compiler import Compiler
from ipplan.inspection.check import Outcome
from ipplan.inspection.registry import FORMAT_CHECKS
from ipplan.inspection.results import inspect_file
from ipplan.stylesheet import load_stylesheet
from office.format_measures import NAMES
from office.papers import spoil
from plans.plan_folders import checked_plan

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_OFFSET = "<wp:posOffset>"
_BEFORE = r"(?=</wp:posOffset></wp:positionV>(?:(?!<wp:anchor).)*?name=\"{}\")"
SPOILT = {
    "letter-masthead-top": (
        "letter",
        DOCUMENT,
        f"{_OFFSET}1080000{_BEFORE.format('发文机关标志')}",
        f"{_OFFSET}1332000",
    ),
    "letter-rule-length": ("letter", DOCUMENT, 'cx="6120000" cy="0"', 'cx="5616000" cy="0"'),
    "letter-rule-distance": ("letter", DOCUMENT, rf"{_OFFSET}\d+{_BEFORE.format('首条粗线')}", f"{_OFFSET}1800000"),
    "letter-foot-rule": ("letter", DOCUMENT, rf"{_OFFSET}\d+{_BEFORE.format('末条粗线')}", f"{_OFFSET}10150000"),
    "letter-rule-weights": ("letter", DOCUMENT, '<a:ln w="28575">', '<a:ln w="9525">'),
    "order-masthead-top": ("order", DOCUMENT, 'w:before="1134"', 'w:before="1984"'),
    "order-number-lines": (
        "order",
        STYLES,
        r'(w:styleId="OrderNumber">(?:(?!</w:style>).)*?w:before=")1158',
        r"\g<1>579",
    ),
    "attendance-form": ("minutes", DOCUMENT, "：周望舒|：林海生", ":林海生"),
    "attendance-lines": ("minutes", DOCUMENT, r'(<w:pStyle w:val="Attendance"/>)<w:spacing w:before="\d+"/>', r"\1"),
    "attendance-indent": ("minutes", DOCUMENT, r'(<w:pStyle w:val="Attendance"/>.*?w:left=")\d+', r"\g<1>942"),
    "attendance-wrapping": ("minutes", DOCUMENT, r'w:left="\d+"( w:right="0") w:hanging="942"', r'w:left="628"\1'),
    "attendance-label-font": ("minutes", DOCUMENT, '<w:rStyle w:val="AttendanceLabel"/>', ""),
    "attendance-names-font": (
        "minutes", STYLES, r'(w:styleId="Attendance">(?:(?!</w:style>).)*?w:eastAsia=")仿宋_GB2312', r"\g<1>宋体",
    ),
}  # fmt: skip


ALSO = {"letter-masthead-top": ["letter-rule-distance"]}
"""What a mistake spoils besides: a masthead that is lowered comes nearer to its rule."""


@pytest.fixture(scope="module")
def sheet():
    """The sheet of the standard."""
    return load_stylesheet()


@pytest.fixture(scope="module")
def docx(tmp_path_factory):
    """A function that writes the docx of a plan in `tests/plans`."""

    def write(name):
        path = tmp_path_factory.mktemp(name) / f"{name}.docx"
        path.write_bytes(Compiler().docx(checked_plan(name), draft=False))
        return path

    return write


def failed(inspection):
    return [result.name for result in inspection.results if result.outcome is Outcome.FAILED]


@pytest.mark.parametrize("name", NAMES)
def test_ours_pass(name, docx, sheet):
    """Nothing of our own papers is found wrong, and what their format asks for was looked at."""
    inspection = inspect_file(docx(name), sheet)
    assert failed(inspection) == []
    own = [result for result in inspection.results if result.clause.startswith("10.")]
    assert all(result.outcome is Outcome.PASSED for result in own)
    assert own


def test_every_check_has_a_spoilt_document():
    """A check that cannot fail is no check."""
    assert [check.name for checks in FORMAT_CHECKS.values() for check in checks] == list(SPOILT)


@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_document_fails_its_check(name, docx, sheet, tmp_path):
    """The check sees the mistake, and no check does that has nothing to do with it."""
    plan, part, pattern, new = SPOILT[name]
    path = spoil(docx(plan), tmp_path / "spoilt.docx", [(part, pattern, new)])
    assert failed(inspect_file(path, sheet)) == [name, *ALSO.get(name, [])]
