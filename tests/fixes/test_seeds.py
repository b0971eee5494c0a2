"""The five documents as they were issued, fixed: two of them are half-width throughout."""

import re

import pytest
import yaml

from ipplan.cli.fixing import WorkingCopies
from ipplan.selection import Selection
from rules.test_seeds_as_issued import as_issued

HALF_WIDTH = str.maketrans("，；：？！（）", ",;:?!()")
CHANGED = {
    "lianyungang-2017": [
        ("、以及涌现", "以及涌现"),
        ("》、《中国知识产权报", "》《中国知识产权报"),
        ("备， 3月", "备，3月"),
    ],
    "liaoyuan-2018": [("4•26", "4·26"), ("⒍", "6."), (r"(- task: .*)。", r"\1")],
    "jiaxing-2008": [("〉 大力", "〉大力"), ("5~7家", "5～7家"), ("1~2家", "1～2家")],
    "sichuan-2023": [("2023 年深入", "2023年深入"), (r"([12])-([23])([个期所])", r"\1～\2\3")],
    "jiangsu-2020": [("部门要,按照", "部门要按照")],
}
"""What else than the width of marks is changed: patterns, and what they become."""

KEPT = {
    "jiangsu-2020": ["025-83279968", "http://www.", "2020〕38号"],
    "jiaxing-2008": ["4?26", "800-100名"],
    "sichuan-2023": ["PPH", "编辑：孙家钰 校对：张可 审核：申涵兮"],
}
LEFT_OUT = re.compile(r"4\?26|https?://[A-Za-z0-9./_-]+")


@pytest.mark.parametrize("name", CHANGED)
def test_fixed(name, tmp_path):
    """Only marks become full-width, and what is listed changes; numbers, addresses and names stay."""
    plan = as_issued(name, tmp_path)
    before = plan.read_text("utf-8")
    copies = WorkingCopies()
    copies.correct(plan, Selection(), unsafe=False)
    after = copies.read(plan).text
    expected = before
    for wrong, right in CHANGED[name]:
        assert re.search(wrong, expected)
        expected = re.sub(wrong, right, expected)
    assert after.translate(HALF_WIDTH) == expected.translate(HALF_WIDTH)
    for words in KEPT.get(name, ()):
        assert words in after
    said = LEFT_OUT.sub(
        "", "".join(words for block in yaml.safe_load(after)["plan"]["body"] for words in block.values())
    )
    assert re.findall(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", said) == []
