"""References in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.model.plan import PlanFile
from ipplan.model.references import Reference, fill_references, find_references, shared_names
from ipplan.model.texts import texts

FOUND = {
    "没有引用": [],
    "见{{ 甲 }}。": [Reference(1, 8, "甲")],
    "{{甲}}{{ 乙 }}": [Reference(0, 5, "甲"), Reference(5, 12, "乙")],
    "{{ plan.title }}": [Reference(0, 16, "plan.title")],
    "{{\n甲 }}": [Reference(0, 7, "甲")],
    "{{}}": [Reference(0, 4, "")],
    "{{{ 甲 }}}": [Reference(1, 8, "甲")],
    "{{ 甲 }": [],
    "{ 甲 }}": [],
    "{{ 甲 {{ 乙 }}": [Reference(5, 12, "乙")],
    "{% 甲 %}{# 乙 #}": [],
}


@pytest.mark.parametrize(("text", "references"), FOUND.items(), ids=FOUND)
def test_find(text, references):
    """A reference is two braces, a name and two braces."""
    assert list(find_references(text)) == references


def test_fill():
    """Every reference is replaced once; what comes in is not looked through again."""
    assert fill_references("{{ 甲 }}和{{乙}}", {"甲": "{{ 乙 }}", "乙": "二"}) == "{{ 乙 }}和二"
    assert fill_references("没有引用 }}", {}) == "没有引用 }}"
    with pytest.raises(KeyError):
        fill_references("{{ 甲 }}", {})


@given(st.text(alphabet="{} 甲\n.", max_size=40))
def test_find_and_fill_agree(text):
    """What is found is what is filled."""
    names = {reference.name: "X" for reference in find_references(text)}
    places = [(one.start, one.end) for one in find_references(text)]
    filled = fill_references(text, names)
    assert len(filled) == len(text) - sum(end - start - 1 for start, end in places)


def plan_file(**plan):
    return PlanFile.model_validate({"plan": {"title": "计划", "body": ["内容。"], **plan}})


def test_shared_names():
    """Title, theme, period, facts and named targets can be referred to from anywhere."""
    body = [{"task": "甲", "targets": {"政务信息": "不少于4篇"}}, {"task": "乙", "targets": ["没有名字"]}]
    names = shared_names(plan_file(theme="主题", period="2017年", facts={"地方": "县区"}, body=body))
    assert names == {
        "plan.title": "计划",
        "plan.theme": "主题",
        "plan.period": "2017年",
        "地方": "县区",
        "政务信息": "不少于4篇",
    }


def test_nearest_duty_holds():
    """A text sees the deadline of its own block before that of the block around it, and none beside it."""
    inner = {"task": "内", "due": "3月底前", "text": "甲"}
    body = [{"section": "外", "due": "年底", "body": [inner, "乙"], "text": "丙"}, "丁"]
    due = {text.words: text.names.get("due") for text in texts(plan_file(body=body), {})}
    assert (due["甲"], due["乙"], due["丙"], due["丁"]) == ("3月底前", "年底", "年底", None)
