"""A plan twice as long costs twice as much, whatever it is made of: counted in calls of functions, not by a clock."""

import gc

import pytest

from ipplan.pipeline import check
from kit.calls import count_calls

HEAD = "plan:\n  title: 计划\n  body:\n"
SHAPES = {
    "paragraphs": "    - 第{n}段的内容，加强工作。\n",
    "announcing paragraphs": "    - 第{n}项，做好以下三项工作：\n",
    "announcing items": "    - 第{n}项，做好以下三项工作：\n    - {{item: 第{n}件}}\n",
    "numbered in the text": "    - 一、甲{n}；二、乙；三、丙。\n",
    "tasks": "    - {{task: 第{n}件事, lead: 市科技局{n}, due: 2026年{month}月底前, targets: [专利{n}件]}}\n",
    "items": "    - {{item: 第{n}件事}}\n",
    "bare sections": "    - {{section: 第{n}部分}}\n",
    "phases": "    - {{phase: 第{n}阶段, period: 2026年{month}月}}\n",
    "references": "    - 见{{{{ 甲{n} }}}}。\n",
    "citations": "    - 按照《第{n}号办法》（甲发〔2020〕{n}号）执行。\n",
    "figures": "    - 共{n}件，其中甲{n}件、乙2件，增长{n}%。\n",
    "allocations": "    - {{task: 甲{n}, targets: {{量{n}: {{text: 不少于5件, by_area: {{甲: 2, 乙: 3}}}}}}}}\n",
    "tables": "    - {{columns: [甲, 乙], table: [[{n}, 2]]}}\n",
    "attachments": "    - 附件{n}、附件{n}：表。\n",
    "suppressions": "    - 第{n}段　。 # ipplan: ignore[IP901] 试\n",
    "unknown keys": "    - {{tesk{n}: 甲}}\n",
}


def plan(shape, length):
    """Numbers are of the same length, and none is met in two plans, so that nothing is known before."""
    first = 10_000 + 10 * length
    lines = (SHAPES[shape].format(n=number, month=number % 12 + 1) for number in range(first, first + length))
    return HEAD + "".join(lines)


@pytest.mark.parametrize("shape", SHAPES)
def test_linear(tmp_path, shape):
    """From 150 to 300 and 600 pieces, each doubling costs at most a little more than twice."""

    def cost(length):
        path = tmp_path / "plan.yaml"
        path.write_text(plan(shape, length), encoding="utf-8")
        gc.collect()
        return count_calls(lambda: check(path))

    cost(20)  # what is compiled once
    few, more, many = cost(150), cost(300), cost(600)
    assert many - more < 2.3 * (more - few)
