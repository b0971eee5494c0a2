"""The notice: its sentence, attachments, remark and colophon."""

from __future__ import annotations

import pytest

from compose.conftest import HEAD
from ipplan import document as tree

PLAN = "plan:\n  title: 2026年工作计划\n  body: [各县区要认真落实。]\n"


def nodes(document, kind):
    return [node for part in document.parts for node in part.nodes if isinstance(node, kind)]


def test_default_sentence(document):
    """Without purpose and basis the notice only says what it issues."""
    (first, *_) = nodes(document(HEAD + PLAN), tree.Paragraph)
    assert first.text == "现将《2026年工作计划》印发给你们，请结合本地实际认真抓好落实。"


def test_purpose_and_basis(document):
    """Basis comes before purpose, and the office says that it made the plan."""
    head = HEAD + "  purpose: 为推进知识产权战略实施\n  basis: 省知识产权局要求\n  request: 请遵照执行\n"
    (first, *_) = nodes(document(head + PLAN), tree.Paragraph)
    assert first.text == (
        "根据省知识产权局要求，为推进知识产权战略实施，我局研究制定了《2026年工作计划》。现印发给你们，请遵照执行。"
    )


def test_title_comes_from_the_plan(document):
    """The title of the notice, the list and the attachment say the plan's title, which stands once."""
    made = document(HEAD + PLAN)
    assert [title.text for title in nodes(made, tree.Title)] == ["关于印发2026年工作计划的通知", "2026年工作计划"]
    assert nodes(made, tree.AttachmentList) == [tree.AttachmentList(("2026年工作计划",))]
    assert nodes(made, tree.AttachmentLabel) == [tree.AttachmentLabel("附件")]


def test_attachments_of_a_listed_plan_are_the_notices(document):
    """A plan that is an attachment shares one numbered list with what is attached to it."""
    attached = "  attachments:\n    - title: 任务分解表\n      body: [表。]\n    - title: 汇总表\n      body: [表。]\n"
    made = document(HEAD + PLAN + attached)
    assert nodes(made, tree.AttachmentList) == [tree.AttachmentList(("2026年工作计划", "任务分解表", "汇总表"))]
    assert [label.text for label in nodes(made, tree.AttachmentLabel)] == ["附件1", "附件2", "附件3"]


def test_attachments_of_an_unlisted_plan_are_its_own(document):
    """A plan that is issued with the notice but not as an attachment lists its attachments itself."""
    attached = "  listed: false\n  attachments:\n    - title: 汇总表\n      body: [表。]\n"
    made = document(HEAD + PLAN + attached)
    assert [type(node) for node in made.parts[1].nodes] == [tree.Title, tree.Paragraph, tree.AttachmentList]
    assert [label.text for label in nodes(made, tree.AttachmentLabel)] == ["附件"]


def test_bare_serial_is_completed(document):
    """A bare serial takes the office's code and the year of the issue date."""
    project = "office: {name: 连云港市知识产权局, code: 连知}\n"
    made = document(HEAD.replace("连知〔2026〕5号", "5") + PLAN, project)
    assert nodes(made, tree.Head) == [tree.Head("连云港市知识产权局文件", "连知〔2026〕5号")]


@pytest.mark.parametrize("written", ["此件公开发布", "（此件公开发布）", "(此件公开发布)"])
def test_remark_has_one_pair_of_brackets(document, written):
    """Brackets that the drafter wrote are not doubled."""
    assert nodes(document(HEAD + f"  remark: {written}\n" + PLAN), tree.Remark) == [tree.Remark("（此件公开发布）")]


@pytest.mark.parametrize("written", ["市政府办公室，市财政局", "市政府办公室，市财政局。"])
def test_copy_to_ends_with_one_stop(document, written):
    """A full stop that the drafter wrote is not doubled, and without a printing office there is no second line."""
    made = document(HEAD + f"  copy_to: {written}\n" + PLAN)
    assert made.colophon == tree.Colophon("抄送：市政府办公室，市财政局。")


def test_print_date_is_the_issue_date_unless_given(document):
    """The colophon repeats the issue date, which stands once."""
    project = "office: {name: 连云港市知识产权局, printing_office: 连云港市知识产权局办公室}\n"
    assert document(HEAD + PLAN, project).colophon.printed == "2026年3月2日印发"
    assert document(HEAD + "  print_date: 2026年3月4日\n" + PLAN, project).colophon.printed == "2026年3月4日印发"


def test_nobody_to_address_is_an_error(codes):
    """无 is for owners; a notice has addressees."""
    assert codes(HEAD.replace("各县区知识产权局", "无") + PLAN) == ["IP103"]


def test_a_notice_alone_has_a_title_of_its_own(codes):
    """Without a plan there is no title to make one from."""
    assert codes(HEAD + "  body: [请报名。]\n") == ["IP102"]
    assert codes(HEAD + "  title: 关于报名的通知\n  body: [请报名。]\n") == []


def test_title_of_a_forwarded_paper(document):
    """The issuer is said once, and 的通知 is not doubled."""
    paper = "  forwards:\n    issuer: 省知识产权局\n    title: 省知识产权局关于开展检查的通知\n    body: [请检查。]\n"
    made = document(HEAD + paper)
    assert made.title == "转发省知识产权局关于开展检查的通知"
    assert (
        nodes(made, tree.Paragraph)[0].text
        == "现将《省知识产权局关于开展检查的通知》转发给你们，请结合实际认真贯彻执行。"
    )


def test_a_superior_passes_on_with_approval(document):
    """批转 is said in title and text where the plan says so."""
    paper = "  forwards: {how: 批转, issuer: 市知识产权局, title: 关于加强保护的意见, body: [请加强保护。]}\n"
    made = document(HEAD + paper)
    assert made.title == "批转市知识产权局关于加强保护的意见的通知"
    assert nodes(made, tree.Paragraph)[0].text.startswith("现将市知识产权局《关于加强保护的意见》批转给你们，")
