"""`ipplan validate`: which files, what is printed, which exit code."""

import os

import pytest

WRONG = "plan:\n  titel: 计划\n  body: [内容。]\n"
WARNED = "plan:\n  title: 计划\n  body: [{task: 甲, due: 尽快}]\n"


def heads(out):
    """The first line of every finding."""
    return [line for line in out.splitlines() if ": 错误 " in line or ": 警告 " in line]


def test_clean(ipplan, write):
    """A plan without findings is one line."""
    write("plan.yaml")
    assert ipplan("validate", "plan.yaml") == (0, "检查了 1 个文件，没有发现问题\n", "")


def test_missing_file(ipplan, folder):
    """A file that does not exist could not be checked."""
    del folder
    assert ipplan("validate", "没有.yaml") == (3, "", "ipplan: 没有.yaml：没有这个文件\n")
    assert ipplan("validate", "没有/没有.yaml") == (3, "", "ipplan: 没有/没有.yaml：没有这个文件\n")


def test_path_through_a_file(ipplan, write):
    """A file is no folder."""
    write("plan.yaml")
    assert ipplan("validate", "plan.yaml/plan.yaml").err == "ipplan: plan.yaml/plan.yaml：没有这个文件\n"


def test_long_name(ipplan, folder):
    """A name that no file can have is a reason, not a traceback."""
    del folder
    code, _, err = ipplan("validate", "长" * 200)
    assert code == 3
    assert err.endswith("：读不了（文件名太长）\n")


def test_link_to_itself(ipplan, folder):
    """A link that leads nowhere but to itself is a reason too."""
    (folder / "plan.yaml").symlink_to("plan.yaml")
    assert ipplan("validate", "plan.yaml") == (3, "", "ipplan: plan.yaml：读不了（链接绕回了自己）\n")


def test_links_in_a_folder(ipplan, write, folder):
    """Links that lead nowhere are named when a folder is searched; the plans beside them are checked."""
    write("c/plan.yaml")
    for name, target in (("a", "plan.yaml"), ("b", "没有.yaml")):
        (folder / name).mkdir()
        (folder / name / "plan.yaml").symlink_to(target)
    code, out, err = ipplan("validate", ".")
    assert (code, out) == (3, "检查了 1 个文件，没有发现问题\n")
    assert err == "ipplan: a/plan.yaml：读不了（链接绕回了自己）\nipplan: b/plan.yaml：没有这个文件\n"


def test_folder_without_plans(ipplan, write):
    """A folder in which no file is called a plan is wrong usage, and the message says what plans are called."""
    write("任务.yaml")
    write("plan.txt")
    expected = "ipplan: .：文件夹里没有计划（plan.yaml 或 *.plan.yaml）\n"
    assert ipplan("validate", ".") == (2, "", expected)


def test_folders_are_searched(ipplan, write):
    """All plans below a folder are checked in the order of their paths; hidden files and folders are left out."""
    for name in (
        "b/plan.yaml",
        "a/二 月.plan.yaml",
        "a/c/plan.yaml",
        ".git/plan.yaml",
        "a/.x/plan.yaml",
        ".y.plan.yaml",
    ):
        write(name, WRONG)
    write("a/other.yaml", WRONG)
    code, out, _ = ipplan("validate", ".")
    assert code == 1
    assert [head.split(":")[0] for head in heads(out)] == ["a/c/plan.yaml", "a/二 月.plan.yaml", "b/plan.yaml"]
    assert out.endswith("检查了 3 个文件：3 个错误，0 个警告\n")


def test_hidden_folder_named_by_its_name(ipplan, write):
    """A hidden folder that is asked for is looked into."""
    write(".草稿/plan.yaml")
    assert ipplan("validate", ".草稿").code == 0


def test_any_name_when_asked_for(ipplan, write):
    """A file that is named itself may be called anything."""
    write("任务", WRONG)
    assert heads(ipplan("validate", "任务").out) == ["任务:2:3: 错误 IP101 没有“titel”这个键"]


def test_each_file_once(ipplan, write, folder):
    """A plan that is named in several ways is checked once."""
    write("a/plan.yaml", WRONG)
    _, out, _ = ipplan("validate", "a", "a/plan.yaml", folder / "a", "./a/../a/plan.yaml")
    assert len(heads(out)) == 1
    assert out.endswith("检查了 1 个文件：1 个错误，0 个警告\n")


def test_project_file_by_itself(ipplan, write):
    """A project file can be checked alone."""
    write("ipplan.yaml", "office: {nmae: 甲局}\n")
    code, out, _ = ipplan("validate", "ipplan.yaml")
    assert code == 1
    assert heads(out) == ["ipplan.yaml:1:10: 错误 IP101 没有“nmae”这个键"]


def test_project_finding_once(ipplan, write):
    """What is wrong in the project file of several plans is printed once; the plans are checked all the same."""
    write("ipplan.yaml", "ofice: {name: 甲局}\n")
    write("a/plan.yaml")
    write("b/plan.yaml", WRONG)
    code, out, _ = ipplan("validate", ".")
    assert code == 1
    assert heads(out) == [
        "ipplan.yaml:1:1: 错误 IP101 没有“ofice”这个键",
        "b/plan.yaml:2:3: 错误 IP101 没有“titel”这个键",
    ]


def test_unreadable_file_does_not_stop_the_others(ipplan, write):
    """What cannot be read is said, the rest is checked, and the exit code is the worse one."""
    write("a/plan.yaml", b"#" * 3_000_000)
    write("b/plan.yaml", WRONG)
    code, out, err = ipplan("validate", ".")
    assert (code, err) == (3, "ipplan: a/plan.yaml：文件超过 2 MB，不像计划文件\n")
    assert len(heads(out)) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_forbidden_file(ipplan, write):
    """A file without permission is named."""
    write("plan.yaml").chmod(0)
    assert ipplan("validate", "plan.yaml").err == "ipplan: plan.yaml：读不了（没有权限）\n"


@pytest.mark.parametrize(
    ("plan", "option", "code"),
    [
        (WRONG, [], 1),
        (WRONG, ["--fail-on", "warning"], 1),
        (WRONG, ["--fail-on", "never"], 0),
        (WARNED, [], 0),
        (WARNED, ["--fail-on", "warning"], 1),
        (WARNED, ["--fail-on=error"], 0),
        (WARNED, ["--fail-on", "never"], 0),
    ],
)
def test_threshold(ipplan, write, plan, option, code):
    """The exit code tells findings from the named severity on; all of them are printed in any case."""
    write("plan.yaml", plan)
    outcome = ipplan("validate", "plan.yaml", *option)
    assert outcome.code == code
    assert len(heads(outcome.out)) == 1


def test_sorted_and_unique(ipplan, write):
    """Findings come in the order of the file, and none comes twice although it can be reached by two ways."""
    write(
        "plan.yaml",
        "plan:\n  title: 计划\n  body:\n    - &a {task: 甲, due: 尽快}\n    - *a\n    - {task: 见{{ 丙 }}}\n".replace(
            "{task: 见{{ 丙 }}}", "见{{ 丙 }}"
        ),
    )
    _, out, _ = ipplan("validate", ".")
    assert heads(out) == [
        "plan.yaml:4:25: 警告 IP301 看不懂时限“尽快”",
        "plan.yaml:6:8: 错误 IP203 没有“丙”可以引用",
    ]
