"""`ipplan validate` with several plans: what is compared, what a part of them can tell, and what is kept of each."""

import json
import tracemalloc

import pytest

from ipplan.comparison import Comparison, comparable
from ipplan.pipeline import check

PROJECT = "version: 1\noffice: {name: 海澄市知识产权局, code: 海知发}\n"


def plan(number, title, body="全年培训2期。"):
    return (
        f"version: 2\nnotice:\n  number: {number}\n  date: 2026年3月2日\n  to: 各县（市、区）知识产权局\n"
        f"plan:\n  title: {title}\n  body:\n    - {body}\n"
    )


UPPER = "version: 2\nplan:\n  title: 全省计划\n  body:\n    - task: 办展\n      targets: {%s}\n"
LOWER = UPPER.replace("全省计划\n", "全市计划\n  implements: ../省/plan.yaml\n")


@pytest.fixture
def codes(ipplan):
    """Codes with the names of their files, the suppressed codes, and the exit code."""

    def codes(*arguments):
        outcome = ipplan("validate", *arguments, "-f", "json")
        said = json.loads(outcome.out)
        return [(one["path"], one["code"]) for one in said["findings"]], outcome.code

    return codes


@pytest.fixture
def two(write):
    """Two plans with the same number."""
    write("ipplan.yaml", PROJECT)
    write("a.plan.yaml", plan(1, "甲计划"))
    write("b.plan.yaml", plan(1, "乙计划"))


@pytest.mark.usefixtures("two")
def test_compared_in_one_run(codes):
    """Two files given by name are compared, and an error across plans counts for the exit code."""
    assert codes("a.plan.yaml", "b.plan.yaml") == ([("b.plan.yaml", "IP701")], 1)


@pytest.mark.usefixtures("two")
def test_one_plan_alone(codes):
    """A plan alone has nothing to be compared with."""
    assert codes("b.plan.yaml") == ([], 0)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--ignore", "IP7"], []),
        (["--select", "IP6"], []),
        (["--select", "IP701"], [("b.plan.yaml", "IP701")]),
        (["--ignore", "IP702"], [("b.plan.yaml", "IP701")]),
    ],
)
def test_select_and_ignore(codes, options, expected):
    """`--select` and `--ignore` hold for what is found across plans."""
    assert codes(".", *options)[0] == expected


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("shown", ["sarif", "github", "gitlab", "junit", "text"])
def test_every_format_has_it(ipplan, shown):
    """Findings across plans stand in every report."""
    assert "IP701" in ipplan("validate", ".", "-f", shown).out


@pytest.mark.usefixtures("two")
def test_text_shows_the_line(ipplan):
    """The file is read once more for the line that is shown."""
    assert "3 |   number: 1\n" in ipplan("validate", ".").out


def test_suppressed(write, codes, ipplan):
    """A comment suppresses it, the reports know of it, and where it is of no use nothing is said of it."""
    write("ipplan.yaml", PROJECT)
    write("a.plan.yaml", plan(1, "甲计划"))
    write("b.plan.yaml", plan("1  # ipplan: ignore[IP701] 合发一号", "乙计划"))
    assert codes(".") == ([], 0)
    assert codes("b.plan.yaml") == ([], 0)
    assert "合发一号" in ipplan("validate", ".", "-f", "json").out


def test_broken_plan_hides_no_gap(write, codes):
    """Where a plan could not be understood, a number is not missed: it may be that one's."""
    write("ipplan.yaml", PROJECT)
    for number in (1, 2, 3, 5):
        write(f"{number}.plan.yaml", plan(number, f"第{number}份计划"))
    assert codes(".")[0] == [("5.plan.yaml", "IP702")]
    write("4.plan.yaml", "version: 2\nplan:\n  title: 计划\n")
    assert codes(".")[0] == [("4.plan.yaml", "IP102")]


def test_upper_plan_outside_of_the_run(write, codes):
    """A lower plan alone: a rate is compared, but what others may take up, or add to a total, is not missed."""
    write("ipplan.yaml", "version: 1\n")
    write("省/plan.yaml", UPPER % "办展: 不少于9场, 到场: 60%以上, 展位: 30个")
    write("市/plan.yaml", LOWER % "办展: 不少于2场, 到场: 50%以上")
    assert codes("市/plan.yaml")[0] == [("市/plan.yaml", "IP709")]
    found = codes(".")[0]
    assert sorted(found) == [("市/plan.yaml", "IP709"), ("市/plan.yaml", "IP709"), ("省/plan.yaml", "IP707")]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("每月不少于2场", "每月不少于1场", True),
        ("每月不少于2场", "每季度不少于3场", False),
        ("增长10%", "增长8%", True),
        ("增长10%", "下降8%", False),
        ("60%以上", "50件", False),
        ("不超过5%", "不超过3%", False),
        ("不超过5%", "不超过6%", True),
        ("60%以上", "60%左右", False),
        ("不少于10场", "不少于10场", False),
        ("不少于10场", "不少于12场", False),
        ("不少于10场", "8～9场", True),
    ],
)
def test_lower_numbers(write, codes, upper, lower, expected):
    """Only what measures the same in the same direction is compared."""
    write("ipplan.yaml", "version: 1\n")
    write("省/plan.yaml", UPPER % f"甲数: {upper}")
    write("市/plan.yaml", LOWER % f"甲数: {lower}")
    assert codes(".")[0] == [("市/plan.yaml", "IP709")] * expected


def test_upper_plan_by_another_path(write, codes, folder):
    """The same upper plan is known again, however it is written."""
    write("ipplan.yaml", "version: 1\n")
    write("省/plan.yaml", UPPER % "办展: 不少于9场")
    write("市/plan.yaml", LOWER.replace("../省", "../市/../省") % "办展: 不少于9场")
    assert codes(folder / "省", "市/plan.yaml")[0] == []


def test_little_is_kept(write):
    """Of a plan of 20 kB less than 3 kB are kept until the end of the run."""
    write("ipplan.yaml", PROJECT)
    long = "全市举办培训班，提高知识产权保护意识。" * 400
    path = write("plan.yaml", plan(1, "甲计划", f"按照《乙计划》（海知发〔2026〕2号）执行。{long}"))
    comparison = Comparison()
    tracemalloc.start()
    try:
        for _ in range(5):
            _take(comparison, path)
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(40):
            _take(comparison, path)
        kept = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 20_000
    assert kept < 40 * 3_000


def _take(comparison, path):
    comparison.take(comparable(check(path)))
