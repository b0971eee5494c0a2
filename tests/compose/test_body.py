"""Blocks of a plan: headings, numbers, items, owner lines."""

from __future__ import annotations

import pytest

from ipplan import document as tree


def body(document, yaml: str, more: str = "") -> list[tree.Node]:
    """The nodes under the title of a plan whose body is given."""
    (part,) = document(f"plan:\n  title: 工作计划\n{more}  body:\n{yaml}").parts
    return list(part.nodes[1:])


def test_levels_and_numbers(document):
    """一、（一）1.（1） by depth, counted anew under each parent."""
    nodes = body(
        document,
        """\
    - section: 甲
      body:
        - section: 乙
          body:
            - section: 丙
              body:
                - section: 丁
                - section: 戊
        - section: 己
    - section: 庚
      body:
        - section: 辛
""",
    )
    assert [(node.level, node.label + node.text) for node in nodes] == [
        (1, "一、甲"), (2, "（一）乙"), (3, "1.丙"), (4, "（1）丁"), (4, "（2）戊"), (2, "（二）己"), (1, "二、庚"),
        (2, "（一）辛"),
    ]  # fmt: skip


def test_declared_forms(document):
    """A declared form holds for one level, a label for the block and its followers."""
    nodes = body(
        document,
        """\
    - section: 甲
      label: 四、
      numbering: "1."
      body: [{section: 乙}, {section: 丙, label: "（3）"}, {section: 丁}]
    - section: 戊
""",
    )
    assert [node.label for node in nodes] == ["四、", "1.", "（3）", "（4）", "五、"]


def test_no_numbers(document):
    """`numbering: none` leaves a level without numbers; what is in a block keeps its own."""
    nodes = body(document, "    - section: 甲\n      body: [{section: 乙}]\n", "  numbering: none\n")
    assert [node.label for node in nodes] == ["", "（一）"]


@pytest.mark.parametrize(
    ("name", "printed"), [("加强宣传", "加强宣传。"), ("怎么办？", "怎么办？"), ("加强宣传。", "加强宣传。")]
)
def test_run_in_heading_ends_with_one_stop(document, name, printed):
    """A heading runs into its text after one mark, whether the drafter wrote one or not."""
    (node,) = body(document, f"    - task: {name}\n      text: 开展活动。\n")
    assert node == tree.Paragraph("开展活动。", tree.Heading(1, "一、", printed, 1))


def test_lines_of_a_literal_text_are_paragraphs(document):
    """Each line of a literal text is a paragraph; only the first carries the run-in heading."""
    nodes = body(document, "    - task: 甲\n      text: |\n        第一段。\n        第二段。\n")
    assert [(node.text, node.lead is not None) for node in nodes] == [("第一段。", True), ("第二段。", False)]


def test_items_are_numbered_text(document):
    """An item's number belongs to its text."""
    assert body(document, "    - item: 甲。\n    - 插入一段。\n    - item: 乙。\n") == [
        tree.Paragraph("一、甲。"), tree.Paragraph("插入一段。"), tree.Paragraph("二、乙。"),
    ]  # fmt: skip


def test_owner_lines(document):
    """Owners are printed line by line, in the order of the roles, where the paper asks for it."""
    yaml = "    - task: 甲\n      text: 开展活动。\n      supporting: 市财政局\n      lead: [市科技局, 市工商局]\n"
    nodes = body(document, yaml, "  print: {owners: line}\n")
    assert [node.text for node in nodes[1:]] == ["牵头单位：市科技局、市工商局。", "配合单位：市财政局。"]
    assert len(body(document, yaml)) == 1


def test_references_reach_the_blocks_around(document):
    """A text may name the keys of its own block and of the blocks around it, the nearest first."""
    yaml = """\
    - task: 甲
      due: 3月底前
      body:
        - "{{ due }}完成。"
        - {text: "{{ due }}报送。", due: 4月底前}
"""
    assert [node.text for node in body(document, yaml)[1:]] == ["3月底前完成。", "4月底前报送。"]


def test_decimals_go_on_from_a_label(document):
    """A label sets the count of a decimal level, and what is inside keeps its number."""
    yaml = '    - section: 甲\n      label: "3."\n      body: [{section: 乙}]\n    - section: 丙\n'
    nodes = body(document, yaml, "  numbering: decimal\n")
    assert [node.label for node in nodes] == ["3　", "3.1　", "4　"]


def test_a_person_can_be_taken_away(document):
    """无 takes an inherited person away; nothing is printed then."""
    yaml = "    - task: 甲\n      person: 无\n      text: 开展活动。\n"
    assert len(body(document, yaml, "  person: 张三\n  print: {owners: line}\n")) == 1
