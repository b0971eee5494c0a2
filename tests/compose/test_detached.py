"""Attachments that are not bound with the text are papers of their own (GB/T 9704—2012 §7.3.7)."""

from compose.conftest import HEAD
from ipplan import document as tree

PLAN = """\
plan:
  title: 2026年工作计划
  body: [按图册（附件2）办理，名单见附件3。]
  attachments:
    - {title: 图册, bound: false, body: [图册的内容。]}
    - {title: 名单, body: [名单的内容。]}
"""


def labels(document):
    """The labels of the attachments of a paper."""
    return [node.text for part in document.parts for node in part.nodes if isinstance(node, tree.AttachmentLabel)]


def test_numbers_stay_and_the_paper_is_another(document):
    """The list names all attachments; the one bound apart is missing from the notice and says to what it belongs."""
    notice = document(HEAD + PLAN)
    (listed,) = (node for node in notice.parts[0].nodes if isinstance(node, tree.AttachmentList))
    assert listed.names == ("2026年工作计划", "图册", "名单")
    assert labels(notice) == ["附件1", "附件3"]
    (detached,) = notice.detached
    assert (detached.title, labels(detached), detached.colophon) == ("图册", ["连知〔2026〕5号附件2"], None)


def test_a_single_attachment_has_no_serial(document):
    """The plan itself can be bound apart."""
    plan = "plan: {title: 2026年工作计划, bound: false, body: [抓好落实。]}\n"
    notice = document(HEAD + plan)
    assert (labels(notice), len(notice.parts)) == ([], 1)
    assert labels(notice.detached[0]) == ["连知〔2026〕5号附件"]


def test_its_own_attachments_go_with_it(document):
    """What is attached to an attachment is bound with that, under its own label."""
    own = "attachments: [{title: 说明, body: [说明的内容。]}]"
    plan = PLAN.replace("body: [图册的内容。]", f"body: [图册的内容。], {own}")
    assert labels(document(HEAD + plan).detached[0]) == ["连知〔2026〕5号附件2", "附件"]


def test_titles_and_tables_are_laid_out(document):
    """Layout reaches the papers bound apart."""
    table = "{form: {columns: [单位, 人数]}}"
    title = "全市知识产权公共服务机构和信息服务网点基本情况调查统计汇总图册"
    plan = PLAN.replace("title: 图册", f"title: {title}").replace("body: [图册的内容。]", f"body: [{table}]")
    (part,) = document(HEAD + plan).detached[0].parts
    _, heading, *_, form = part.nodes
    assert len(heading.lines) > 1
    assert all(column.width > 0 for column in form.columns)
