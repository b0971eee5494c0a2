"""The five documents as they were issued, mistakes included, and what the rules of wording find in them.

The plan files are made here from the texts in `tests/fidelity/seeds`, paragraph by paragraph: nothing is corrected and
nothing is structured, except that a table cell that is a list of units becomes one, and a short line with a figure
before it a task.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from ipplan.pipeline import check

SEEDS = Path(__file__).parents[1] / "fidelity" / "seeds"
UNITS = re.compile(r"[\u4e00-\u9fff()]+(?:、[\u4e00-\u9fff()]+)*[局委院府关]\)?")
TASK = re.compile(r"[1-9]\. [\u4e00-\u9fff]{4,30}。")

FOUND = {
    "lianyungang-2017": [
        ("IP520", "尊重知识、崇尚创新、诚实守信"),
        ("IP523", "保质保量的"),
        ("IP503", "， 3月底前"),
        ("IP506", "》、《中国知识产权报》"),
        ("IP507", "、以及涌现出的"),
    ],
    "liaoyuan-2018": [
        ("IP524", "知识产宣传周"),
        ("IP504", "举办举办2018年"),
        ("IP508", "4•26”世界知识产权日"),
        ("IP517", "⒍开展知识产权进机关"),
        ("IP548", "我国知识产权事业发展壮大的不平凡历程"),
        ("IP547", "新形势下加快知识产权强国建设的若干意见、"),
        ("IP220", "plan:"),
        ("IP202", "辽源专利信息服务网上举办"),
        ("IP202", "东北袜业园共同开展"),
    ],
    "jiaxing-2008": [
        ("IP403", "800-100名"),
        ("IP510", "5~7家"),
        ("IP510", "1~2家"),
        ("IP202", "市经贸局"),
        ("IP202", "市科技局(知识产权局)"),
        ("IP221", "市科技局、市经贸委、市公安局、市中级法院"),
        ("IP508", "4?26”世界知识产权日"),
        ("IP503", "〉 大力推进"),
        ("IP501", ",综合利用"),
        ("IP546", "单位与个人进行表彰奖励"),
    ],
    "sichuan-2023": [
        ("IP520", "成德绵眉资知识产权"),
        ("IP202", "四川省知识产权中心党组"),
        ("IP510", "1-2个四川省"),
        ("IP510", "2-3所高校"),
        ("IP503", "3 年深入开展知识产权"),
        ("IP501", ":首页"),
    ],
    "jiangsu-2020": [
        ("IP512", "20206月4日"),
        ("IP512", "20206月1日至10月15日"),
        ("IP522", "要,按照"),
        ("IP520", "知识产权万里行”活动的重要意义"),
        ("IP520", "知识产权万里行”相关活动"),
        ("IP521", "2020江苏省服务品牌机构"),
        ("IP501", ",局机关各处室"),
        ("IP545", "强化该资源的地理标志商标注册力度"),
        ("IP614", "附件:2020年“知识产权服务万里行”活动成效汇总表"),
    ],
}
"""The mistakes that must be found: the code, and the text that begins where the finding stands."""


def as_issued(name, folder):
    """A plan file with every paragraph of a document as it stands."""
    paragraphs = [line.strip(" |\t\n\u3000\u00a0") for line in (SEEDS / f"{name}.txt").read_text("utf-8").split("\n")]
    body = [_block(words) for words in paragraphs if words]
    plan = {"version": 2, "plan": {"title": "原文", "body": body}}
    path = folder / "plan.yaml"
    path.write_text(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=100_000), encoding="utf-8")
    return path


def _block(words):
    if UNITS.fullmatch(words):
        return {"text": "责任单位如下。", "responsible": words}
    if TASK.fullmatch(words):
        return {"task": words}
    return {"text": words}


def found_in(path):
    """Code and text of every finding, the text as it goes on in the file."""
    checked = check(path)
    assert checked.plan.model is not None
    source = checked.plan.source
    return [
        (found.code, source.line(found.span.line)[found.span.column - 1 :], found)
        for found in checked.report.diagnostics
    ]


@pytest.mark.parametrize("name", FOUND)
def test_found(name, tmp_path):
    """Every listed mistake is found, and the finding begins at the words quoted."""
    found = found_in(as_issued(name, tmp_path))
    missing = [
        (code, quote)
        for code, quote in FOUND[name]
        if not any(own == code and line.startswith(quote) for own, line, _ in found)
    ]
    assert missing == []
