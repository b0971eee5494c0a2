"""The header and what layout changes of it: marks, signers, joint issues, addressees moved to the colophon."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compose.conftest import HEAD
from compose.test_notice import PLAN, nodes
from ipplan import document as tree
from ipplan.stylesheet import load_stylesheet
from ipplan.transforms.adjustments import adjustments
from ipplan.transforms.joint_issue import joint_masthead, seal_rows

OFFICE = "office: {name: 连云港市知识产权局, masthead: 连云港市知识产权局文件}\n"
TWO = HEAD.replace("[连云港市知识产权局]", "[连云港市知识产权局, 连云港市财政局]")


def head_of(made: tree.Document) -> tree.Head:
    (head,) = nodes(made, tree.Head)
    return head


def test_marks(document):
    """Copy number, classification with its period, and urgency, as they will be printed."""
    said = "  copy_number: 000012\n  classification: 秘密\n  secrecy_period: 6个月\n  urgency: 加急\n"
    head = head_of(document(HEAD + said + PLAN))
    assert (head.copy_number, head.classification, head.urgency) == ("000012", "秘密★6个月", "加急")


def test_a_classification_without_a_period_has_no_star(document):
    """The star stands between level and period only."""
    assert head_of(document(HEAD + "  classification: 秘密\n" + PLAN)).classification == "秘密"


@pytest.mark.parametrize("period", ["1年", "6个月", "长期", "2030年12月31日", "启用前"])
def test_periods(document, period):
    """A length, a day, or what ends the secrecy."""
    said = f"  copy_number: 000001\n  classification: 绝密\n  secrecy_period: {period}\n"
    assert head_of(document(HEAD + said + PLAN)).classification == f"绝密★{period}"


@pytest.mark.parametrize("line", ["copy_number: 1", "copy_number: [000001]", "secrecy_period: 一年", "urgency: 急"])
def test_malformed_values(codes, line):
    """What cannot be printed is an error at its place."""
    assert codes(HEAD + f"  {line}\n" + PLAN) == ["IP105"]


def test_names_of_a_joint_issue(document):
    """All names by default with 文件 beside them, whether or not the office wrote a masthead of its own."""
    for project in ("", OFFICE):
        head = head_of(document(TWO + PLAN, project))
        assert head.joint == ("连云港市知识产权局", "连云港市财政局")
        assert head.beside == "文件"


def test_the_lead_alone(document):
    """The lead's masthead in one line where that is asked for; the office's own is not that of another lead."""
    led = TWO.replace("[连云港市知识产权局, 连云港市财政局]", "[连云港市财政局, 连云港市知识产权局]")
    led = led.replace("连知", "连财")
    for said, masthead in ((TWO, "连云港市知识产权局文件"), (led, "连云港市财政局文件")):
        head = head_of(document(said + "  masthead: lead\n" + PLAN, OFFICE))
        assert (head.joint, head.masthead) == ((), masthead)


def test_a_masthead_without_beside(document):
    """An office whose masthead is its name alone has nothing beside the names."""
    project = OFFICE.replace("局文件", "局")
    assert head_of(document(TWO + PLAN, project)).beside == ""


@pytest.mark.parametrize("count", range(2, 13))
def test_a_joint_masthead_fits(count):
    """However many issuers there are, the names stay within the width of the text and the height they may have."""
    sheet = load_stylesheet()
    names = tuple(f"海澄市{'人力资源和社会保障' * (n == 1)}局{n}" for n in range(count))
    look = joint_masthead(tree.Head(f"{names[0]}文件", "", joint=names), sheet)
    assert look.names.pt + look.beside.pt <= sheet.length("page.text_width").pt
    assert look.height(count).pt <= sheet.length("masthead.joint_height").pt


@pytest.mark.parametrize("width", range(2, 25))
@pytest.mark.parametrize("count", range(2, 9))
def test_seals_do_not_touch(width, count):
    """Whatever the names, their seals stay apart and in order, and names of one row do not meet."""
    sheet = load_stylesheet()
    names = tuple("局" * (width if n % 2 else 4) for n in range(count))
    rows = seal_rows(tree.Signature(names, "2026年6月1日"), sheet)
    assert tuple(name for row in rows.rows for name, _ in row) == names
    seal = sheet.length("signature.seal").pt
    for row in rows.rows:
        assert len(row) <= sheet.number("signature.seals_per_row")
        for (left, at), (right, then) in pairwise(row):
            assert then.pt - at.pt > max(seal, (len(left) + len(right)) / 2 * 15.7)
    assert rows.step.pt > seal


def test_addressees_that_fill_the_page_move(document):
    """They go to the colophon with another label; a short list stays where it is."""
    long = "、".join(f"海澄市第{n}区人民政府" for n in range(60))
    made = document(HEAD.replace("各县区知识产权局", long) + PLAN)
    assert nodes(made, tree.Addressees) == []
    assert made.colophon == tree.Colophon(addressees=f"主送：{long}。")
    assert document(HEAD + PLAN).colophon is None


def test_adjustments_are_told(document):
    """What layout moved is said; of an ordinary notice nothing is."""
    sheet = load_stylesheet()
    long = "、".join(f"海澄市第{n}区人民政府" for n in range(60))
    (moved,) = adjustments(document(HEAD.replace("各县区知识产权局", long) + PLAN), sheet)
    assert "移到版记" in moved
    assert list(adjustments(document(HEAD + PLAN), sheet)) == []
    tight = tree.Document("", "", (tree.Part((), 25.15), tree.Part((), 24.0)))
    first, second = adjustments(tight, sheet)
    assert first.startswith("第1页的行距由28.95磅缩到25.15磅")
    assert second.startswith("文件首页的行距由28.95磅缩到24磅")
