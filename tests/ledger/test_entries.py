"""What becomes an entry of a ledger, and what an entry knows."""

from datetime import date

import pytest

from ipplan.ledger import Deadline
from plans.paper_text import paper_text

PLAN = """
plan:
  title: 2026年工作计划
  implementing: 各县区政府
  facts: {会: 推进会}
  body:
    - 一段没有人负责的话。
    - section: 重点任务
      lead: 市科技局
      body:
        - task: 召开{{ 会 }}
          due: 3月底前
          text: 全市召开{{ 会 }}，{{ due }}开完。
        - task: 培育企业
          due: 年底前
          targets:
            企业数: 不少于5家
            奖励: {text: 奖励10家, due: 6月30日前, supporting: 市财政局}
        - section: 有任务的小节
          due: 9月底前
          body:
            - task: 下级任务
    - section: 报送
      body:
        - text: >
            各单位要高度重视。请{{ responsible }}于{{ due }}报送总结。
          responsible: 各成员单位
          due: 10月20日前
        - item: 建立台账。每月更新。
          responsible: 市科技局
  attachments:
    - title: 分解表
      body:
        - tasks:
            - {task: 表里的任务, targets: [一, 二], person: 张三}
"""


@pytest.fixture
def entries(ledger):
    """The entries by task and target."""
    return {(one.task, one.target): one for one in ledger(PLAN).entries}


def test_what_is_an_entry(entries):
    """Targets, tasks without targets, and other blocks that say who or when; in the order of the paper."""
    assert list(entries) == [
        ("召开推进会", ""),
        ("培育企业", "企业数不少于5家"),
        ("培育企业", "奖励奖励10家"),
        ("下级任务", ""),
        ("请各成员单位于10月20日前报送总结", ""),
        ("建立台账", ""),
        ("表里的任务", "一"),
        ("表里的任务", "二"),
    ]


def test_where_it_stands(entries):
    """Headings and numbers are those of the paper."""
    assert [(one.chapter, one.number) for one in entries.values()] == [
        ("一、重点任务", "（一）"),
        ("一、重点任务", "（二）"),
        ("一、重点任务", "（二）"),
        ("一、重点任务 （三）有任务的小节", "1."),
        ("二、报送", ""),
        ("二、报送", "（一）"),
        ("分解表", "1."),
        ("分解表", "1."),
    ]


def test_what_the_paper_says(entries):
    """The text has its references filled; a paragraph is called by the sentence that tells who and when."""
    assert entries["召开推进会", ""].text == "全市召开推进会，3月底前开完。"
    assert (
        entries["请各成员单位于10月20日前报送总结", ""].text == "各单位要高度重视。请各成员单位于10月20日前报送总结。"
    )


def test_who(entries):
    """Owners are taken over from around and stand in the order in which they are printed."""
    owners = [(one.role, one.names) for one in entries["培育企业", "奖励奖励10家"].owners]
    assert owners == [("牵头单位", ("市科技局",)), ("配合单位", ("市财政局",)), ("落实单位", ("各县区政府",))]
    assert entries["表里的任务", "一"].persons == (("责任人", "张三"),)


def test_when(entries):
    """Deadlines are those of the target, of its task, of the section."""
    ends = [one.end for one in entries.values()]
    march, june, september, october, december = (
        date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 10, 20), date(2026, 12, 31)
    )  # fmt: skip
    assert ends == [march, december, june, september, october, None, None, None]
    assert entries["下级任务", ""].due == "9月底前"


JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)


def one_due(words, period="2026年", target="做完"):
    return f"plan: {{title: 计划, period: {period}, body: [{{task: 甲, due: {words}, targets: [{target}]}}]}}"


@pytest.mark.parametrize(
    ("words", "deadlines"),
    [
        ("10月20日前", [Deadline(date(2026, 10, 20))]),
        ("2026年9月", [Deadline(SEPTEMBER)]),
        ("4月20日至26日", [Deadline(date(2026, 4, 26), date(2026, 4, 20))]),
        ("4月20日", [Deadline(date(2026, 4, 20), date(2026, 4, 20))]),
        ("初稿6月底前，定稿9月底前", [Deadline(JUNE, None, "初稿"), Deadline(SEPTEMBER, None, "定稿")]),
        ("力争6月底前完成", [Deadline(JUNE)]),
        ("常设", []),
        ("宣传周期间", []),
        ("每月25日前", []),
    ],
)  # fmt: skip
def test_deadlines(ledger, words, deadlines):
    """Each deadline that is told in days; what recurs, lasts or is not told gives none."""
    (entry,) = ledger(one_due(words)).entries
    assert list(entry.deadlines) == deadlines


def days(*pairs, year=2026):
    return [date(year, month, day) for month, day in pairs]


@pytest.mark.parametrize(
    ("words", "period", "times"),
    [
        ("每半年", "2026年", days((6, 30), (12, 31))),
        ("每季度首月10日前", "2026年", days((1, 10), (4, 10), (7, 10), (10, 10))),
        ("每季度末", "2026年2月至8月", days((3, 31), (6, 30), (8, 31))),
        ("每年6月", "2026年1月至2027年12月", [date(2026, 6, 30), date(2027, 6, 30)]),
        ("定期", "2026年", []),
        ("10月底前", "2026年", []),
    ],
)
def test_times(ledger, words, period, times):
    """Every day on which what recurs is due while the plan runs; the last one when the plan ends."""
    (entry,) = ledger(one_due(words, period)).entries
    assert list(entry.times) == times
    assert entry.end == (times[-1] if times else date(2026, 10, 31) if "10月" in words else None)


def test_a_target_that_recurs(ledger):
    """A target whose words are a rhythm recurs inside the days of its schedule; other words with 每 do not."""
    (entry,) = ledger(one_due("2026年6月1日至10月15日", target="每两个月至少举办一场活动")).entries
    assert list(entry.times) == days((6, 30), (8, 31), (10, 15))
    (entry,) = ledger(one_due("10月底前", target="每个设区市不少于2场")).entries
    assert entry.times == ()


# Identities

SMALL = "plan: {title: 计划, body: [{section: 一, body: [TASKS]}]}"


def keys(ledger, tasks, frame=SMALL):
    return {one.task + one.target: one.key for one in ledger(frame.replace("TASKS", tasks)).entries}


def test_keys_survive_editing(ledger):
    """Moving tasks, adding others, and changing texts, deadlines, units and headings leaves the keys alone."""
    before = keys(ledger, "{task: 甲, due: 3月}, {task: 乙, targets: {数: 5件}}")
    after = keys(
        ledger,
        "{task: 丙}, {task: 乙, targets: {数: 6件}, lead: 某局}, {task: 甲, due: 4月, text: 新的话。}",
        SMALL.replace("section: 一", "section: 二"),
    )
    assert after["甲"] == before["甲"]
    assert after["乙数6件"] == before["乙数5件"]


def test_keys_tell_entries_apart(ledger):
    """No two entries of a plan have the same key, also where they say the same; another plan has other keys."""
    tasks = "{task: 甲}, {task: 甲}, {task: 甲, targets: [一, 二, 一]}"
    found = [one.key for one in ledger(SMALL.replace("TASKS", tasks)).entries]
    assert len(set(found)) == len(found) == 5
    assert not {*found} & {one.key for one in ledger(SMALL.replace("TASKS", tasks).replace("计划", "方案")).entries}


def test_keys_of_equal_tasks_follow_their_headings(ledger):
    """Tasks that are called the same keep their keys when their sections change places."""
    frame = "plan: {title: 计划, body: [{section: 一, body: [{task: 甲}]}, {section: 二, body: [{task: 甲}]}]}"
    turned = "plan: {title: 计划, body: [{section: 二, body: [{task: 甲}]}, {section: 一, body: [{task: 甲}]}]}"
    assert [one.key for one in ledger(frame).entries] == [one.key for one in ledger(turned).entries][::-1]


def test_keys_never_change(ledger):
    """The key of a task is written down here: if it changed, every calendar would show everything twice."""
    (entry,) = ledger(SMALL.replace("TASKS", "{task: 甲}")).entries
    assert entry.key == "50959918-a590-5858-9b47-fcae2ebd9645"


def test_a_notice_that_asks(ledger):
    """What a notice itself asks for is followed up too; the notice is called one."""
    notice = "number: 甲发〔2026〕1号, date: 2026年1月5日, to: 各县区, title: 关于报送的通知, issuers: [甲局]"
    plan = f"notice: {{{notice}, body: [{{text: 请于{{{{ due }}}}报送。, due: 4月10日前}}]}}".replace("请", "'请", 1)
    (entry,) = ledger(plan.replace("送。,", "送。',")).entries
    assert (entry.chapter, entry.task, entry.end) == ("通知", "请于4月10日前报送", date(2026, 4, 10))


@pytest.mark.parametrize(
    ("name", "count"),
    [("jiangsu-2020", 10), ("jiaxing-2008", 45), ("lianyungang-2017", 10), ("liaoyuan-2018", 6), ("sichuan-2023", 14)],
)
def test_examples(example_ledger, name, count):
    """How many entries the examples have, counted on paper."""
    entries = example_ledger(name).entries
    assert len(entries) == count
    assert len({one.key for one in entries}) == count


def plain(text):
    return "".join(text.split())


@pytest.mark.parametrize("name", ["jiangsu-2020", "jiaxing-2008", "lianyungang-2017", "liaoyuan-2018", "sichuan-2023"])
def test_the_ledger_says_what_the_paper_says(example_ledger, example_document, name):
    """No word of a task, its text or its target is another than on the paper."""
    paper = plain(paper_text(example_document(name)))
    for entry in example_ledger(name).entries:
        said = (entry.task, *(entry.text.split("\n") if entry.text else [entry.target]))
        assert [words for words in said if plain(words) not in paper] == []


def test_groups_of_a_table_are_headings(ledger):
    """The numbered titles over the rows of a table are where its tasks stand; a task without one stays in the last."""
    plan = """
plan:
  title: 计划
  body:
    - section: 任务
      body:
        - tasks:
            - {task: 甲, group: [创造, 专利]}
            - {task: 乙}
            - {task: 丙, group: [创造, 商标]}
            - {task: 丁, group: 保护}
            - {task: 戊, group: [创造, 专利]}
"""
    assert [entry.headings[1:] for entry in ledger(plan).entries] == [
        ("一、创造", "（一）专利"),
        ("一、创造", "（一）专利"),
        ("一、创造", "（二）商标"),
        ("二、保护",),
        ("三、创造", "（一）专利"),
    ]
