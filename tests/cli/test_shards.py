"""`--shard`: shares of a batch for several machines."""

import json
from itertools import chain
from pathlib import Path

import pytest

from ipplan.cli.sharding import Shard, read_shard
from ipplan.errors import UsageProblem

NUMBERED = (
    "notice: {number: 1, date: 2026年3月2日, to: 各县（市、区）知识产权局}\nplan: {title: %s, body: [全年培训2期。]}\n"
)


@pytest.mark.parametrize("of", [1, 2, 3, 7, 40])
@pytest.mark.parametrize("number", [0, 1, 20, 33])
def test_each_plan_in_one_share(number, of):
    """The shares together are the plans, each once; none is bigger than another by more than one."""
    plans = [Path(f"{index}.plan.yaml") for index in range(number)]
    shares = [Shard(one, of).share(plans) for one in range(1, of + 1)]
    assert sorted(chain(*shares)) == sorted(plans)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


def test_order_and_place_do_not_matter(monkeypatch, tmp_path):
    """Which share a plan is in depends on the names below the current folder, not on where the checkout is."""
    plans = [Path(f"县/{index}.plan.yaml") for index in range(20)]
    shared = Shard(2, 3).share(plans)
    monkeypatch.chdir(tmp_path)
    assert [plan.relative_to(tmp_path) for plan in Shard(2, 3).share([tmp_path / plan for plan in plans])] == shared
    assert set(Shard(2, 3).share(plans[::-1])) == set(shared)
    assert shared == [plan for plan in plans if plan in shared]


def test_a_new_plan_moves_few():
    """One plan more leaves nearly all others in their shares, and with them what the machines have in their caches."""
    plans = [Path(f"{index}.plan.yaml") for index in range(100)]
    more = [*plans, Path("new.plan.yaml")]
    moved = [set(Shard(one, 4).share(plans)) - set(Shard(one, 4).share(more)) for one in range(1, 5)]
    assert len(set(chain(*moved))) <= 4


@pytest.mark.parametrize("words", ["0/3", "4/3", "1", "1/0", "a/b", "-1/2", "1/2/3", "１/２", ""])
def test_nonsense(words, ipplan, write):
    """What names no share is a mistake in using the command."""
    with pytest.raises(UsageProblem):
        read_shard(words)
    write("plan.yaml")
    assert ipplan("render", ".", "--shard", words).code == 2
    assert ipplan("validate", ".", "--shard", words).code == 2


def test_render(ipplan, write, left):
    """The shares of a batch come to the same papers as the batch."""
    for index in range(7):
        write(f"{index}.plan.yaml")
    for one in (1, 2, 3):
        assert ipplan("render", ".", "-o", "out", "--shard", f"{one}/3").code == 0
    assert [name for name in left() if name.startswith("out/")] == [f"out/{index}.docx" for index in range(7)]


def test_empty_share(ipplan, write, left):
    """More shares than plans: an empty one is no failure."""
    write("plan.yaml")
    outcomes = [ipplan("render", "plan.yaml", "-o", "out", "--shard", f"{one}/2") for one in (1, 2)]
    assert [outcome.code for outcome in outcomes] == [0, 0]
    assert sorted(outcome.err for outcome in outcomes)[1] in {f"第 {one} 份（共 2 份）里没有计划\n" for one in (1, 2)}
    assert len([name for name in left() if name.startswith("out/")]) == 1
    assert {ipplan("validate", ".", "--shard", f"{one}/2").code for one in (1, 2)} == {0}


def test_names_are_compared_before_sharing(ipplan, write):
    """Two papers of one name are a mistake in every share, also where only one of them would be made."""
    write("a/x.plan.yaml")
    write("b/x.plan.yaml")
    assert {ipplan("render", ".", "-o", "out", "--shard", f"{one}/2").code for one in (1, 2)} == {2}


def test_validate(ipplan, write):
    """Each finding of a plan is in one share; what shows only between plans is in none, and it is said so."""
    write("ipplan.yaml", "office: {name: 海澄市知识产权局, code: 海知发}\n")
    for index in range(6):
        write(f"{index}.plan.yaml", NUMBERED % f"第{index}项计划" if index else "plan: {titel: 计划}\n")
    whole = ipplan("validate", ".", "-f", "json")
    shares = [ipplan("validate", ".", "-f", "json", "--shard", f"{one}/2") for one in (1, 2)]
    found = [{(one["path"], one["code"]) for one in json.loads(run.out)["findings"]} for run in (whole, *shares)]
    across = {one for one in found[0] if one[1].startswith("IP7")}
    assert len(across) == 4
    assert found[1] | found[2] == found[0] - across
    assert found[1] & found[2] == set()
    assert all("没有核对计划之间的问题（IP7）" in run.err for run in shares)
    alone = ipplan("validate", ".", "-f", "json", "--select", "IP7")
    assert {(one["path"], one["code"]) for one in json.loads(alone.out)["findings"]} >= across
    assert ipplan("validate", ".", "-f", "json", "--shard", "1/1") == whole


@pytest.mark.parametrize("option", [("--fix",), ("--diff",), ("--watch",), ("--write-baseline", "b.json")])
def test_for_checking_only(ipplan, write, option):
    """A share is not corrected, watched or made a baseline of."""
    write("plan.yaml")
    assert ipplan("validate", ".", "--shard", "1/2", *option).code == 2
