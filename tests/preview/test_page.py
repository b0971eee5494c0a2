"""The page and the drawing: all that a snapshot says is on it, and nothing in a plan becomes markup."""

import datetime
import re
from html.parser import HTMLParser

import pytest

from ipplan.ledger import Deadline, Entry, Group, Ledger, Owners
from ipplan.preview.answers import answer_to
from ipplan.preview.page import preview_page
from ipplan.preview.snapshot import take_snapshot
from ipplan.preview.timeline import timeline
from preview.conftest import PLAN, UNDECIDED, WRONG

DAY = datetime.date
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'</style></title><svg onload=alert(3)>"


class Elements(HTMLParser):
    """The names of elements, and the attributes that could run something."""

    def __init__(self, text):
        super().__init__()
        self.names, self.handlers, self.links = set(), [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.links += [value for name, value in attrs if name in {"href", "src"}]


def page_of(plan, text=None):
    if text is not None:
        plan.write_text(text, "utf-8")
    return preview_page(take_snapshot(plan), "/token/")


def test_a_finding_leads_to_its_line_its_explanation_and_the_editor(plan):
    page = page_of(plan, WRONG)
    links = Elements(page).links
    assert "#file1-line6" in links
    assert "/token/rule/IP302" in links
    assert f"vscode://file{plan}:6:12" in links
    assert '<li id="file1-line6" class="found">' in page
    assert "due: <mark>2026年4月31日前</mark>" in page
    assert "核对月份和日子" in page


def test_what_stands_in_the_way_is_said_above_the_paper(plan):
    good, bad = take_snapshot(plan), None
    plan.write_text("plan: [\n", "utf-8")
    bad = take_snapshot(plan, good)
    assert "改好这些问题" not in preview_page(good, "/")
    page = preview_page(bad, "/")
    assert f"改好这些问题，公文才能更新。下面是 {good.taken:%H:%M:%S} 的样子。" in page
    assert '<div id="desk" data-live="" class="stale"><iframe src="/paper?1"' in page


def test_what_else_is_wrong_is_said_with_the_findings(plan, write):
    write("styles: own.yaml\n", "ipplan.yaml")
    write("page.pich: 30 pt\n", "own.yaml")
    page = page_of(plan, PLAN.replace("2026年6月底前", "尽快"))
    assert '<span class="badge error">公文生成不了</span>' in page
    assert "own.yaml" in page
    assert "IP301" in page
    plan.unlink()
    assert '<span class="badge error">读不了</span>' in page_of(plan)


def test_files_are_named_from_the_folder_of_the_plan(plan, write):
    """Two files of one name are told apart."""
    write("- {task: 办好培训班, due: 尽快}\n", "部分/plan.yaml")
    page = page_of(plan, PLAN.replace("body:\n", "body:\n    - include: 部分/plan.yaml\n"))
    assert "<h2>plan.yaml</h2>" in page
    assert "<h2>部分/plan.yaml</h2>" in page
    assert '<a href="#file2-line1" class="place">部分/plan.yaml:1:22</a>' in page


def test_a_draft_is_called_one(plan):
    assert "草稿" not in page_of(plan)
    assert '<span class="badge draft">草稿</span>' in page_of(plan, UNDECIDED)


@pytest.mark.parametrize(
    "text",
    [
        PLAN.replace("办好宣传周", f"'{EVIL.replace(chr(39), chr(39) * 2)}'"),
        PLAN.replace("市文化局", f"'{EVIL.replace(chr(39), chr(39) * 2)}'"),
        PLAN.replace("  title: 2026年宣传计划", f"  title: '{EVIL.replace(chr(39), chr(39) * 2)}'"),
        PLAN + f"{EVIL}: 1\n",
        f"{EVIL}: [",
    ],
)
def test_a_hostile_plan_stays_text(plan, text):
    plan.write_text(text, "utf-8")
    snapshot = take_snapshot(plan)
    page = Elements(preview_page(snapshot, "/token/"))
    assert not page.handlers
    assert "img" not in page.names
    assert [link for link in page.links if link.endswith(".js")] == ["/token/preview.js"]
    if snapshot.paper is not None:
        paper = Elements(snapshot.paper.sheets.html)
        assert not paper.handlers
        assert not paper.names & {"script", "img", "svg", "iframe"}


def test_everything_comes_from_this_server(plan):
    page = page_of(plan, WRONG)
    assert all(link.startswith(("/token/", "#", "vscode://")) for link in Elements(page).links)
    for name in ("preview.css", "preview.js"):
        assert b"//" not in re.sub(rb"^ *//.*$", b"", answer_to(name, take_snapshot(plan), "/").body, flags=re.M)


def test_the_page_of_a_rule(plan):
    answer = answer_to("rule/IP302", take_snapshot(plan), "/token/")
    assert "<h1>IP302" in answer.body.decode()
    assert '<code class="language-yaml">' in answer.body.decode()


@pytest.mark.parametrize(
    "name", ["rule/IP999", "rule/", "rule/../IP302", "rule/IP302.md", "plan.yaml", "../", "sheets.css.j2"]
)
def test_nothing_else_is_there(plan, name):
    assert answer_to(name, take_snapshot(plan), "/token/") is None


def entry(task, *deadlines, times=(), status=""):
    return Entry(
        task,
        "计划",
        (),
        "",
        task,
        owners=(Owners(0, "lead", "牵头单位", "甲局", ("甲局",)),),
        deadlines=deadlines,
        times=times,
        status=status,
    )


def drawn(*entries, part="牵头负责"):
    groups = (Group(("甲局", part), entries),)
    return timeline(Ledger("计划", "", DAY(2026, 1, 1), groups, ("单位", "职责")), DAY(2026, 5, 1))


def test_days_of_a_unit_stand_in_their_order():
    drawing = drawn(entry("甲", Deadline(DAY(2026, 3, 31))), entry("乙", Deadline(DAY(2026, 9, 30))))
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawing)]
    assert len(places) == 2
    assert 150 <= places[0] < places[1] <= 590
    assert "2026年3月31日\n甲" in drawing
    assert 'class="now"' in drawing


def test_things_of_one_day_share_a_mark_that_counts_them():
    drawing = drawn(*(entry(name, Deadline(DAY(2026, 3, 31))) for name in "甲乙丙"))
    assert drawing.count("<circle") == 1
    assert "2026年3月31日\n甲\n乙\n丙</title>" in drawing
    assert ">3</text>" in drawing


def test_a_stretch_and_what_recurs():
    drawing = drawn(
        entry("甲", Deadline(DAY(2026, 3, 31), DAY(2026, 3, 1)), times=(DAY(2026, 5, 25), DAY(2026, 6, 25)))
    )
    assert drawing.count("<rect") == 1
    assert drawing.count("<circle") == 3


def test_support_looks_different_and_what_has_no_day_is_counted():
    drawing = drawn(entry("甲", Deadline(DAY(2026, 3, 31))), entry("乙"), part="配合参与")
    assert '<g class="support">' in drawing
    assert "另 1 件" in drawing


def test_what_is_done_looks_done():
    """A mark is done when all that is due then is."""
    day, done = Deadline(DAY(2026, 3, 31)), entry("甲", Deadline(DAY(2026, 3, 31)), status="已完成")
    assert "done" not in drawn(entry("甲", day, status="进行中"))
    assert "已完成" in drawn(done, entry("乙", day))
    assert '<g class="lead done">' not in drawn(done, entry("乙", day))
    assert '<g class="lead done">' in drawn(done, entry("乙", Deadline(DAY(2026, 4, 1))))
    assert '<span class="done">已完成</span>' in drawn(done)


def test_no_days_at_all():
    assert "没有能算出日子的时限" in drawn(entry("甲"))
    assert "没有能算出日子的时限" in timeline(None, DAY(2026, 1, 1))


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (DAY(2026, 6, 30), ["4月", "5月", "6月", "2026年"]),
        (DAY(2027, 12, 31), ["4月", "7月", "10月", "1月", "4月", "7月", "10月", "2026年", "2027年"]),
        (DAY(2030, 3, 1), ["1月"] * 4 + ["2026年", "2027年", "2028年", "2029年", "2030年"]),
        (DAY(2045, 3, 1), ["1月"] * 9 + [f"{year}年" for year in range(2026, 2045, 2)]),
    ],
)
def test_labels_of_months_and_years(last, labels):
    drawing = drawn(entry("甲", Deadline(DAY(2026, 4, 9))), entry("乙", Deadline(last)))
    assert re.findall(r'class="month">([^<]+)</text>', drawing) == labels


def test_years_do_not_overlap():
    """From December the year before would stand in that of January."""
    drawing = drawn(entry("甲", Deadline(DAY(2025, 12, 9))), entry("乙", Deadline(DAY(2028, 6, 30))))
    assert re.findall(r'class="month">(\d{4})年', drawing) == ["2026", "2027", "2028"]


def test_the_end_of_time():
    drawing = drawn(entry("甲", Deadline(DAY(2026, 3, 31))), entry("乙", Deadline(DAY(9999, 12, 31))))
    assert "9999年12月31日" in drawing
    assert drawing.count('class="month"') < 50
