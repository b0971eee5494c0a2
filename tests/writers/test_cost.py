"""What writing costs, counted in calls of functions, so that no busy machine fails it and no slow code passes."""

from pathlib import Path

import pytest
from benchmarks.contestants import own
from benchmarks.sample import plan

from ipplan.cli.jobs import Papers, Settings, Task
from ipplan.cli.making import Maker
from ipplan.cli.remembering import Memory, open_cache
from ipplan.writers.docx import tables
from kit.calls import count_calls

JIAXING = str(Path(__file__).parents[2] / "examples" / "jiaxing-2008" / "plan.yaml")


def cost(work):
    """The calls of work that was done once before: what is read and made once does not count."""
    work()
    return count_calls(work)


@pytest.mark.parametrize(
    ("what", "arguments", "budget"), [("rows", (JIAXING,), 320), ("xlsx", (), 460)], ids=["docx", "xlsx"]
)
def test_rows(what, arguments, budget):
    """Four times the rows cost four times as much, and each row stays below a budget."""
    few, many = (cost(getattr(own, what)(*arguments, str(number))) for number in (450, 1800))
    assert 3.6 * few < many < 4.2 * few
    assert many / 1800 < budget


def test_one_paper():
    """The paper of a plan with 44 tasks: today about 9,300 calls from the tree to the bytes."""
    assert cost(own.tree(JIAXING)) < 10_000


def test_quadratic_writer_is_noticed(monkeypatch):
    """A writer that looks at all rows for each row is above four times."""
    cells = tables._TableWriter._cells

    def looking_around(self, row):
        return cells(self, row) + "" * sum(1 for _ in self._node.rows)

    monkeypatch.setattr(tables._TableWriter, "_cells", looking_around)
    few, many = (cost(own.rows(JIAXING, str(number))) for number in (450, 1800))
    assert many > 4.2 * few


@pytest.fixture
def maker(tmp_path):
    """A function that makes the papers of the first so many plans, and a memory of what was made."""
    tasks = []
    for index in range(20):
        file = tmp_path / f"{index}.plan.yaml"
        file.write_text(plan(index, 10), encoding="utf-8")
        tasks.append(Task(file, tmp_path / "out" / str(index)))
    papers = Papers(Settings())
    made = Maker(papers, Memory(str(papers), open_cache(wanted=True)))
    return tasks, papers, lambda number: [made.make(task) for task in tasks[:number]]


def test_plans(maker):
    """Twenty plans cost twice what ten do: nothing is kept that grows."""
    _, _, make = maker
    make(20)
    ten, twenty = count_calls(lambda: make(10)), count_calls(lambda: make(20))
    assert 1.9 * ten < twenty < 2.1 * ten


def test_second_run(maker):
    """To see that nothing has changed costs less than a fiftieth of making it."""
    tasks, papers, make = maker
    memory = Memory(str(papers), open_cache(wanted=True))
    make(20)
    first = count_calls(lambda: make(20))
    memory.recall(tasks[0])
    outcomes = []
    again = count_calls(lambda: outcomes.extend(map(memory.recall, tasks)))
    assert None not in outcomes
    assert again < first / 50
