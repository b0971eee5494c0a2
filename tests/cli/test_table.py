"""`ipplan table` from the outside."""

import zipfile

import pytest

PLAN = """\
plan:
  title: 2026年工作计划
  body:
    - {task: 甲, lead: 市科技局, supporting: 县/区政府, due: 9月底前}
    - {task: 乙, lead: 市财政局, due: 3月底前}
"""
UNDECIDED = "notice: {number: 待定, date: 待定, to: 待定, issuers: [甲局]}\n"


def test_one_file_for_all(ipplan, write):
    """The lists of a plan are named as it is, with what they are listed by."""
    write("a/plan.yaml", PLAN)
    assert ipplan("table", "a").out == "已生成 a/a-按单位.docx\n"
    code, out, err = ipplan("table", "a", "--by", "date", "-f", "xlsx", "-f", "csv", "-o", "清单")
    assert (code, out, err) == (0, "已生成 清单/a-按时限.xlsx\n已生成 清单/a-按时限.csv\n", "")


def test_a_file_for_each(ipplan, write, folder, left):
    """Split, each unit gets a file with its own list only; what a name of a file cannot hold is replaced."""
    write("a/plan.yaml", PLAN)
    code, out, _ = ipplan("table", "a", "--split", "-o", "分送")
    assert (code, len(out.splitlines())) == (0, 3)
    assert left() == ["a/plan.yaml", "分送/a-县_区政府.docx", "分送/a-市科技局.docx", "分送/a-市财政局.docx"]
    with zipfile.ZipFile(folder / "分送" / "a-市财政局.docx") as package:
        words = package.read("word/document.xml").decode()
    assert "乙" in words
    assert "甲" not in words


@pytest.mark.parametrize(
    ("by", "name"), [("unit", "按单位"), ("date", "按时限"), ("section", "按章节"), ("status", "按状态")]
)
def test_each_way(ipplan, write, by, name):
    """Every way of listing has its own name."""
    write("a/plan.yaml", PLAN)
    assert ipplan("table", "a", "--by", by, "-f", "csv").out == f"已生成 a/a-{name}.csv\n"


def test_nothing_undecided(ipplan, write):
    """A list of what is still undecided is a draft, as a paper would be."""
    write("a/plan.yaml", UNDECIDED + PLAN)
    code, out, err = ipplan("table", "a", "--split")
    assert (code, out) == (1, "")
    assert err.endswith("没有生成 a/a-….docx：先处理上面 a/plan.yaml 的问题\n")
    assert ipplan("table", "a", "--draft").out == "已生成草稿 a/a-按单位.docx\n"


def test_wrong_progress_file(ipplan, write):
    """A report about a task that is not in the plan is shown where it stands, and nothing is made."""
    write("a/plan.yaml", PLAN)
    write("a/progress.yaml", "tasks:\n  - {task: 丙, status: 已完成}\n")
    code, out, err = ipplan("table", "a", "--by", "status")
    assert (code, out) == (1, "")
    assert "a/progress.yaml:2:12: 错误 IP203 计划里没有“丙”这项任务" in err
    assert ipplan("validate", "a").code == 1


def test_a_plan_without_tasks(ipplan, write):
    """A plan in which nothing is to be done gives no list, and says so."""
    write("a/plan.yaml")
    assert ipplan("table", "a") == (3, "", "ipplan: a/plan.yaml：计划里没有任务，列不出清单\n")
