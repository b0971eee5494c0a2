"""`ipplan new` and `ipplan schema`."""

import json

import pytest


def test_new_plan_is_valid_and_renders(ipplan, left):
    """A started plan can be checked and rendered as it stands."""
    code, out, _ = ipplan("new", "2026年 计划")
    assert code == 0
    assert left() == [
        "2026年 计划/.ipplan/plan.schema.json",
        "2026年 计划/.ipplan/project.schema.json",
        "2026年 计划/ipplan.yaml",
        "2026年 计划/plan.yaml",
    ]
    assert out.endswith("下一步：改好 2026年 计划/plan.yaml，运行 ipplan render 2026年 计划\n")
    assert ipplan("validate", "2026年 计划").out == "检查了 1 个文件，没有发现问题\n"
    assert ipplan("render", "2026年 计划").out == "已生成 2026年 计划/2026年 计划.docx\n"


def test_project_file_that_holds_already(ipplan, write, left):
    """Below a project file no second one is written."""
    write("ipplan.yaml", "office: {name: 甲局, code: 甲发}\n")
    ipplan("new", "a")
    assert "a/ipplan.yaml" not in left()


def test_existing_plan_is_kept(ipplan, write, left):
    """Where a plan is, nothing is written."""
    path = write("a/plan.yaml")
    before = path.read_bytes()
    assert ipplan("new", "a") == (2, "", "ipplan: a/plan.yaml 已经有了，不会覆盖它：换一个文件夹\n")
    assert path.read_bytes() == before
    assert left() == ["a/plan.yaml"]


@pytest.mark.parametrize(
    ("folder_name", "reason"),
    [
        ("file", "路径中间有一段是文件，不是文件夹"),
        ("file/sub", "路径中间有一段是文件，不是文件夹"),
        ("长" * 200, "文件名太长"),
    ],
)
def test_no_folder_can_be_made(ipplan, write, left, folder_name, reason):
    """Where no folder can be made the reason is said, and nothing is left."""
    write("file", "")
    code, out, err = ipplan("new", folder_name)
    assert (code, out, left()) == (3, "", ["file"])
    assert err.endswith(f"写不了（{reason}）\n")


@pytest.mark.parametrize(("arguments", "key"), [([], "plan"), (["plan"], "plan"), (["project"], "office")])
def test_schema(ipplan, arguments, key):
    """The schema is JSON with Chinese words in it."""
    code, out, err = ipplan("schema", *arguments)
    assert (code, err) == (0, "")
    assert key in json.loads(out)["properties"]
    assert "标题" in out or "名录" in out
