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


def entry(task, *deadlines, times=()):
    return Entry(
        task,
        "计划",
        (),
        "",
        task,
        owners=(Owners(0, "lead", "牵头单位", "甲局", ("甲局",)),),
        deadlines=deadlines,
        times=times,
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


def test_no_days_at_all():
    assert "没有能算出日子的时限" in drawn(entry("甲"))
    assert "没有能算出日子的时限" in timeline(None, DAY(2026, 1, 1))


@pytest.mark.parametrize(
    ("last", "labels"),
    [
        (DAY(2026, 6, 30), ["4月", "5月", "6月", "2026年"]),
        (DAY(2027, 12, 31), ["4月", "7月", "10月", "1月", "4月", "7月", "10月", "2026年", "2027年"]),
        (DAY(2030, 3, 1), ["1月"] * 4 + ["2026年", "2027年", "2028年", "2029年", "2030年"]),
    ],
)
def test_labels_of_months_and_years(last, labels):
    drawing = drawn(entry("甲", Deadline(DAY(2026, 4, 9))), entry("乙", Deadline(last)))
    assert re.findall(r'class="month">([^<]+)</text>', drawing) == labels


def test_the_end_of_time():
    assert "9999年" in drawn(entry("甲", Deadline(DAY(9999, 12, 31))))
