"""Snapshots: the findings of `validate`, and the last paper that could be made."""

import pytest

from ipplan.cli.run import run
from ipplan.preview.sheets import as_sheets
from ipplan.preview.snapshot import take_snapshot
from ipplan.stylesheet import load_stylesheet
from preview.conftest import PLAN, UNDECIDED, WRONG


def codes(snapshot):
    return [found.code for found in snapshot.findings]


def test_a_good_plan(plan):
    snapshot = take_snapshot(plan)
    assert (snapshot.number, codes(snapshot), snapshot.stale) == (1, [], False)
    assert "各单位按时完成。" in snapshot.paper.sheets.html
    assert [group.names for group in snapshot.paper.ledger.groups] == [
        ("市科技局", "牵头负责"),
        ("市文化局", "牵头负责"),
        ("市文化局", "配合参与"),
    ]
    assert not snapshot.paper.draft


@pytest.mark.parametrize(
    ("text", "code"),
    [(WRONG, "IP302"), ("plan: [\n", "IP002"), ("\x00", "IP001"), ("\ufeff\x07a", "IP005")],
)
def test_the_last_good_paper_stays(plan, write, text, code):
    before = take_snapshot(plan)
    write(text)
    after = take_snapshot(plan, before)
    assert (after.number, after.stale, after.paper) == (2, True, before.paper)
    assert code in codes(after)
    write()
    assert not take_snapshot(plan, after).stale


def test_a_plan_that_was_never_good(plan, write):
    write("plan: [\n")
    assert take_snapshot(plan).paper is None


def test_a_file_that_goes_and_comes(plan, write):
    before = take_snapshot(plan)
    plan.unlink()
    gone = take_snapshot(plan, before)
    assert gone.trouble == f"{plan}：没有这个文件"
    assert (gone.stale, gone.paper, gone.findings) == (True, before.paper, ())
    write()
    assert take_snapshot(plan, gone).trouble == ""


def test_what_is_undecided_makes_a_draft(plan, write):
    write(UNDECIDED)
    snapshot = take_snapshot(plan)
    assert snapshot.paper.draft
    assert not snapshot.stale
    assert "草　稿" in snapshot.paper.sheets.html


def test_the_same_sheets_keep_their_number(plan, write):
    first = take_snapshot(plan)
    write(PLAN + "# 注释\n")
    second = take_snapshot(plan, first)
    write(PLAN.replace("手册", "手册和海报"))
    third = take_snapshot(plan, second)
    assert [one.paper.number for one in (first, second, third)] == [1, 1, 3]


def test_wording_and_figures_are_read_anew(plan, write):
    write("styles: own.yaml\n", "ipplan.yaml")
    write("page.pitch: 30 pt\n", "own.yaml")
    first = take_snapshot(plan)
    write("page.pitch: 29 pt\n", "own.yaml")
    second = take_snapshot(plan, first)
    assert "--pitch:30pt" in first.paper.sheets.html
    assert "--pitch:29pt" in second.paper.sheets.html
    write("page.pich: 30 pt\n", "own.yaml")
    write(PLAN.replace("2026年6月底前", "尽快"))
    third = take_snapshot(plan, second)
    assert "own.yaml" in third.trouble
    assert (codes(third), third.paper) == (["IP301"], second.paper)


def test_findings_are_those_of_validate(plan, write):
    """A comment and a baseline hide here what they hide there; a citation of nothing is found across plans."""
    vague = PLAN + "    - {task: 甲, due: 尽快}\n"
    write(vague)
    assert codes(take_snapshot(plan)) == ["IP301"]
    write(vague.replace("尽快}", "尽快} # ipplan: ignore[IP301] 上级原文"))
    assert codes(take_snapshot(plan)) == []
    write("checks: {baseline: old.json}\n", "ipplan.yaml")
    write(vague)
    assert run(["validate", str(plan), "--write-baseline", str(plan.parent / "old.json")]) == 0
    assert codes(take_snapshot(plan)) == []
    write(vague.replace("plan:", "plan:\n  implements: gone.yaml"))
    assert "IP706" in codes(take_snapshot(plan))


def test_the_colophon_stands_on_the_last_sheet():
    page = '<style>@media screen{a}@media print{b}</style><section>甲</section><footer class="colophon">乙</footer>'
    sheets = as_sheets(page, load_stylesheet()).html
    assert sheets.endswith('<section>甲<footer class="colophon">乙</footer></section>')
    assert "@media not all{a}@media screen{b}" in sheets
