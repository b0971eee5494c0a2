"""Numbering labels as the real documents print them, and which headings stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fidelity.documents import NAMES
from fidelity.outline import headings, labels
from kit.wordml import read_word

if TYPE_CHECKING:
    from fidelity.conftest import Render

LEVEL_2, BODY = "楷体_GB2312", "仿宋_GB2312"

LABELS = {
    "lianyungang-2017": (
        "一、|二、| （一）|  1.|  2.|  3.|  4.|  5.| （二）|  1.|  2.|  3.|  4.|三、| （一）| （二）| （三）"
    ),
    "liaoyuan-2018": (
        "一、|二、|三、|四、| （一）| （二）| （三）| （四）| （五）|五、|  1.|  2.|  3.|  4.|  5.|  6."
        "|六、| （一）| （二）| （三）| （四）"
    ),
    "jiaxing-2008": "  3.|四、| （一）| （二）| （三）",
    "sichuan-2023": (
        "一、| （一）| （二）| （三）| （四）|二、| （一）| （二）|三、| （一）| （二）| （三）"
        "|四、| （一）| （二）| （三）|五、| （一）| （二）"
    ),
    "jiangsu-2020": (
        "一、|二、|三、|四、| （一）| （二）| （三）| （四）| （五）| （六）| （七）|五、| （一）| （二）| （三）"
    ),
}

ALONE = {
    "lianyungang-2017": [
        (1, "一、总体要求"),
        (1, "二、重点任务"),
        (2, "（一）知识产权宣传工作"),
        (2, "（二）知识产权人才工作"),
        (1, "三、工作要求"),
        (2, "（一）加强组织领导"),
        (2, "（二）突出工作重点"),
        (2, "（三）注重工作实效"),
    ],
    "liaoyuan-2018": [
        (1, "一、指导思想"),
        (1, "二、活动时间"),
        (1, "三、活动主题"),
        (1, "四、宣传重点"),
        (1, "五、活动安排"),
        (3, "1.启动我市知识产权宣传周活动"),
        (3, "2.开展相关知识产权培训活动"),
        (3, "3.开展形式多样宣传活动"),
        (3, "4.开展专利执法专项行动"),
        (3, "5.举办专利成果网上展"),
        (3, "6.开展知识产权进机关、进企业和进校园活动"),
        (1, "六、几点要求"),
    ],
    "jiaxing-2008": [(1, "四、保障措施")],
    "sichuan-2023": [
        (1, "一、进企业"),
        (1, "二、进单位"),
        (1, "三、进社区"),
        (1, "四、进学校"),
        (1, "五、进网络"),
    ],
    "jiangsu-2020": [
        (1, "一、指导思想"),
        (1, "二、活动主题"),
        (1, "三、活动时间"),
        (1, "四、主要内容"),
        (1, "五、有关要求"),
    ],
}


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_those_of_the_document(name: str, render: Render) -> None:
    """What is numbered in the body, with the form of each level, from first to last."""
    assert labels(render(name)) == LABELS[name].split("|")


@pytest.mark.parametrize("name", NAMES)
def test_headings_that_stand_alone_are_headings(name: str, render: Render) -> None:
    """They have the heading style of their level, which is what the navigation pane shows."""
    assert headings(render(name)) == ALONE[name]


@pytest.mark.parametrize(
    ("name", "lead"),
    [
        ("jiaxing-2008", "（二）落实保障措施。"),
        ("jiangsu-2020", "（一）提高认识，加强组织领导。"),
        ("liaoyuan-2018", "（二）整合资源，突出重点。"),
        ("sichuan-2023", "（四）加强企业知识产权国际交流合作。"),
    ],
)
def test_a_heading_that_runs_in_is_set_off_up_to_its_stop(name: str, lead: str, render: Render) -> None:
    """The heading has the font of its level, the text behind it that of the body."""
    (one,) = (one for one in read_word(render(name)).paragraphs if one.text.startswith(lead))
    assert "".join(run.text for run in one.runs if run.east_asian == LEVEL_2) == lead
    assert {run.east_asian for run in one.runs} == {LEVEL_2, BODY}
