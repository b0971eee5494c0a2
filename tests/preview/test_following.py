"""A plan is followed with all that it is made of: what it includes, its project, its progress, the plan above it."""

import pytest

from preview.conftest import PLAN

PARTS = """\
- task: 办好培训班
  text: 各单位报名。
  due: 2026年5月底前
  lead: 市教育局
"""
UPPER = "plan:\n  title: 2026年全省宣传计划\n  body:\n    - task: 办好宣传周\n    - task: 印发画册\n"
PLAN_BELOW = f"{PLAN}      implements: 印发画册\n".replace(
    "  body:\n", "  implements: 上级/计划.yaml\n  body:\n    - include: 部分/培训.yaml\n"
)
MADE_OF = {
    "部分/培训.yaml": (PARTS, PARTS.replace("5月底", "13月底"), "部分/培训.yaml:3:8"),
    "ipplan.yaml": ("office: {name: 市科技局}\n", "office: {nam: 市科技局}\n", "ipplan.yaml:1:10"),
    "progress.yaml": (
        "tasks:\n  - {task: 办好宣传周, status: 已完成}\n",
        "tasks:\n  - {task: 办好宣传月, status: 已完成}\n",
        "progress.yaml:2:12",
    ),
    "上级/计划.yaml": (UPPER, UPPER.replace("画册", "图册"), "plan.yaml:14:19"),
}
"""Of what the plan is made: how each file is right, how it is wrong, and where the wrong one has a finding."""


@pytest.fixture
def plan(write):
    """The plan and the other files, all right."""
    for name, (right, _, _) in MADE_OF.items():
        write(right, name)
    return write(PLAN_BELOW)


def test_every_file_is_followed(program, write):
    """A mistake in each shows, and goes when it is corrected."""
    pages = program.pages()
    assert "没有发现问题" in next(pages)
    for name, (right, wrong, place) in MADE_OF.items():
        write(wrong, name)
        assert any(f">{place}<" in page for page in pages)
        write(right, name)
        assert any("没有发现问题" in page for page in pages)


def test_progress_is_shown(program, write):
    """In the timeline, as soon as it is saved."""
    pages = program.pages()
    assert "（2026年4月24日前，已完成）" in next(pages)
    write(MADE_OF["progress.yaml"][0].replace("已完成", "滞后"), "progress.yaml")
    assert any("（2026年4月24日前，滞后）" in page for page in pages)
