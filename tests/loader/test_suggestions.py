"""What was probably meant."""

import pytest

from ipplan.loader.beside import find_project
from ipplan.loader.suggestions import nearest_key, right_number
from ipplan.model.plan import Notice

RIGHT = {
    "连知[2017]2号": "连知〔2017〕2号",
    "连知（2017）2号": "连知〔2017〕2号",
    "连知(2017)2号": "连知〔2017〕2号",
    "连知【2017】2号": "连知〔2017〕2号",
    "连知〔2017〕第2号": "连知〔2017〕2号",
    "连知〔2017〕002号": "连知〔2017〕2号",
    "连知〔2017〕2": "连知〔2017〕2号",
    "连知 〔2017〕 2 号": "连知〔2017〕2号",
    "连知〔17〕2号": None,
    "〔2017〕2号": None,
    "连知2017年2号": None,
    "待": None,
    "连知〔2017〕000号": None,
    "连知〔٢٠١٧〕2号": None,
    "": None,
}


@pytest.mark.parametrize(("written", "meant"), RIGHT.items(), ids=RIGHT)
def test_document_number(written, meant):
    """A number in a wrong form is put right where nothing has to be guessed."""
    assert right_number(written) == meant


@pytest.mark.parametrize(
    ("word", "key"),
    [("nummber", "number"), ("成文日期", "date"), ("抄送机关", "copy_to"), ("xyz", None), ("甲" * 9999, None)],
)
def test_key(word, key):
    """A misspelt key, or the Chinese name of one, leads to the key."""
    assert nearest_key(word, Notice) == key


def test_project_file_is_found_upward(tmp_path, monkeypatch):
    """The nearest project file holds, and its path is as short as the plan's."""
    (tmp_path / "甲" / "乙").mkdir(parents=True)
    (tmp_path / "ipplan.yaml").touch()
    monkeypatch.chdir(tmp_path)
    here = type(tmp_path)
    assert find_project(here("甲/乙/plan.yaml")) == here("ipplan.yaml")
    assert find_project(here("plan.yaml")) == here("ipplan.yaml")
    (tmp_path / "甲" / "ipplan.yaml").touch()
    assert find_project(here("甲/乙/plan.yaml")) == here("甲/ipplan.yaml")
    monkeypatch.chdir(tmp_path / "甲" / "乙")
    assert find_project(here("plan.yaml")) == tmp_path / "甲" / "ipplan.yaml"
    assert find_project(here("../../plan.yaml")) == tmp_path / "ipplan.yaml"


def test_linked_plan_belongs_where_the_link_is(tmp_path):
    """A plan that is a link takes its project from the folder in which the link stands."""
    (tmp_path / "甲").mkdir()
    (tmp_path / "乙").mkdir()
    (tmp_path / "甲" / "ipplan.yaml").touch()
    (tmp_path / "乙" / "plan.yaml").touch()
    (tmp_path / "甲" / "plan.yaml").symlink_to(tmp_path / "乙" / "plan.yaml")
    assert find_project(tmp_path / "甲" / "plan.yaml") == tmp_path / "甲" / "ipplan.yaml"
    assert find_project(tmp_path / "乙" / "plan.yaml") is None
