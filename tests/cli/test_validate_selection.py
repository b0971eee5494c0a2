"""`ipplan validate --select … --ignore … --statistics`: which findings are shown and counted."""

import json

import pytest

PLAN = """\
plan:
  title: 计划
  body:
    - {task: 甲, due: 尽快}
    - {task: 乙, due: 2月30日前}
    - {task: 丙, due: 尽快}
    - 见{{ 丁 }}
"""
ALL = ["IP301", "IP302", "IP301", "IP203"]


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch):
    """These tests read text, also where they run in Actions."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def codes(ipplan, write):
    """The codes that are found with some options, and the exit code."""
    write("plan.yaml", PLAN)

    def codes(*options):
        outcome = ipplan("validate", ".", "-f", "json", *options)
        return [one["code"] for one in json.loads(outcome.out)["findings"]], outcome.code

    return codes


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ALL),
        (["--select", "IP3"], ["IP301", "IP302", "IP301"]),
        (["--select", "IP302,IP203"], ["IP302", "IP203"]),
        (["--select", "IP302", "--select", "ip203"], ["IP302", "IP203"]),
        (["--ignore", "IP301"], ["IP302", "IP203"]),
        (["--ignore", "IP"], []),
        (["--select", "IP3", "--ignore", "IP301"], ["IP302"]),
        (["--select", "IP301", "--ignore", "IP3"], ["IP301", "IP301"]),
        (["--select", "IP301", "--ignore", "IP301"], []),
        (["--select", "IP301，IP302 、"], ["IP301", "IP302", "IP301"]),
    ],
)
def test_selection(codes, options, expected):
    """Beginnings of codes choose, the longer one decides, and ignoring wins a draw."""
    assert codes(*options)[0] == expected


def test_exit_code_of_what_is_shown(codes):
    """What is not asked for does not fail the run."""
    assert codes("--ignore", "IP2,IP302")[1] == 0
    assert codes("--select", "IP203")[1] == 1


def test_mistakes_of_reading_stay(ipplan, write):
    """A file that could not be understood is never clean, whatever is selected."""
    write("plan.yaml", "plan:\n  titel: 计划\n  body: [内容。]\n")
    code, out, _ = ipplan("validate", ".", "--select", "IP3")
    assert code == 1
    assert "错误 IP101 没有“titel”这个键" in out


WRONG_USAGE = {
    "--select IP3O1": "没有“IP3O1”这个问题代码，是不是 IP301？",
    "--ignore ip69": "没有“ip69”这个问题代码，是不是 ",
    "--select 时限": "没有“时限”这个问题代码\n",
    "--ignore IP101": "--ignore 不能写“IP101”：文件读不懂、格式不对的问题不能忽略",
    "--ignore IP1": "--ignore 不能写“IP1”：文件读不懂、格式不对的问题不能忽略",
}


@pytest.mark.parametrize(("options", "message"), WRONG_USAGE.items(), ids=WRONG_USAGE)
def test_wrong_usage(ipplan, write, options, message):
    """A code that does not exist is wrong usage, and the nearest one is named."""
    write("plan.yaml")
    code, out, err = ipplan("validate", ".", *options.split())
    assert (code, out) == (2, "")
    assert err.startswith(f"ipplan: {message}")


def test_statistics(ipplan, write):
    """Each code is counted, the most frequent first, between the findings and the summary."""
    write("plan.yaml", PLAN)
    out = ipplan("validate", ".", "--statistics").out
    assert out.split("\n\n")[-1] == (
        "     2  IP301  schedule-not-understood\n"
        "     1  IP203  undefined-reference\n"
        "     1  IP302  impossible-date\n"
        "检查了 1 个文件：2 个错误，2 个警告\n"
    )


def test_statistics_of_nothing(ipplan, write):
    """Without findings there is nothing to count."""
    write("plan.yaml")
    assert ipplan("validate", ".", "--statistics").out == "检查了 1 个文件，没有发现问题\n"
