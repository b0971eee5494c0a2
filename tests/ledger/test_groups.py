"""Entries in groups."""

from dataclasses import replace
from datetime import date

from ipplan.compose.groups import split
from ipplan.formats import By

PROJECT = """
units: [市财政局, {name: 市科技局, full: 某市科学技术局, also: [市科技局（知识产权局）]}]
groups:
  - {name: 各县区政府, members: [甲县政府, 乙区政府]}
  - 各成员单位
"""
PLAN = """
plan:
  title: 2026年工作计划
  body:
    - task: 甲
      lead: 市科技局（知识产权局）
      supporting: 各县区政府、市财政局
      due: 9月底前
    - task: 乙
      responsible: 市财政局、某市科学技术局
      supporting: 市科技局
      due: 3月底前
    - task: 丙
      participating: 各成员单位
      due: 每半年
    - task: 丁
      due: 长期坚持
    - task: 戊
"""


def shown(ledger):
    return [(group.names, [one.task for one in group.entries]) for group in ledger.groups]


def test_by_unit(ledger):
    """The units of the register first, under their usual names, groups by their members; leading before supporting."""
    found = ledger(PLAN, By.UNIT, PROJECT)
    assert found.grouped_by == ("单位", "职责")
    assert shown(found) == [
        (("市财政局", "牵头负责"), ["乙"]),
        (("市财政局", "配合参与"), ["甲"]),
        (("市科技局", "牵头负责"), ["乙", "甲"]),
        (("甲县政府", "配合参与"), ["甲"]),
        (("乙区政府", "配合参与"), ["甲"]),
        (("各成员单位", "配合参与"), ["丙"]),
        (("没有写明单位", ""), ["丁", "戊"]),
    ]


def test_what_a_ledger_is_called(ledger):
    """A ledger of one unit names it, one of several does not; a draft says so."""
    found = ledger(PLAN, By.UNIT, PROJECT)
    assert found.called == "2026年工作计划（草稿）"
    assert split(found)["市科技局"].called == "2026年工作计划（市科技局）（草稿）"
    assert replace(ledger(PLAN), draft=False).called == "2026年工作计划"


def test_by_date(ledger):
    """By month and day; each time of what recurs in its month; what has no day at the end."""
    found = ledger(PLAN, By.DATE, PROJECT)
    assert shown(found) == [
        (("2026年3月",), ["乙"]),
        (("2026年6月",), ["丙"]),
        (("2026年9月",), ["甲"]),
        (("2026年12月",), ["丙"]),
        (("长期或没有定到日",), ["丁"]),
        (("没有写时限",), ["戊"]),
    ]
    assert found.groups[1].entries[0].end == date(2026, 6, 30)


def test_by_section(example_ledger):
    """One group for each chapter, in the order of the paper, with every entry once."""
    found = example_ledger("lianyungang-2017", By.SECTION)
    assert [group.names for group in found.groups] == [
        ("二、重点任务 （一）知识产权宣传工作",),
        ("二、重点任务 （二）知识产权人才工作",),
        ("三、工作要求 （二）突出工作重点",),
    ]
    assert found.entries == example_ledger("lianyungang-2017").entries


def test_every_entry_is_in_some_group(example_ledger):
    """No way of grouping loses an entry."""
    for name in ("jiaxing-2008", "jiangsu-2020"):
        keys = {one.key for one in example_ledger(name).entries}
        for by in By:
            assert {one.key for one in example_ledger(name, by).entries} == keys
