"""江苏 2020: the form has the columns that the text announces, and the cadences are said as they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fidelity.documents import real_document
from fidelity.paper import paper_units, task_rows

if TYPE_CHECKING:
    from fidelity.conftest import Render

NAME = "jiangsu-2020"
BLANK_ROWS = 8


def test_the_columns_of_the_form_are_those_that_the_text_names(render: Render) -> None:
    """“如……等（见附件）” lists them in order; 序号 stands before and 备注 behind."""
    named = re.search(r"的数据,如(.+?)等\(见附件\)", real_document(NAME).text)
    assert named is not None
    header = [text.replace("\n", "") for text in task_rows(render(NAME))[0].texts]
    assert header == ["序号", *named[1].split("、"), "备注"]


def test_the_form_is_blank_but_for_its_numbers(render: Render) -> None:
    """Eight numbered rows to fill in."""
    rows = task_rows(render(NAME))[1:]
    assert [row.texts for row in rows] == [(str(n), "", "", "", "", "") for n in range(1, BLANK_ROWS + 1)]


def test_cadences_and_dates_are_said_once_and_as_they_were(render: Render) -> None:
    """每个月, 每两个月, 不少于2场 and 10月20日前 each stand where the original has them."""
    text = "\n".join(unit.text for unit in paper_units(render(NAME)))
    for phrase in (
        "活动期间每个月至少举办一场活动;",
        "知识产权管理部门,每两个月至少举办一场活动。",
        "原则上每个设区市举办不少于2场。",
        "请各设区市知识产权局于10月20日前将书面总结报送至知识产权服务处。",
    ):
        assert text.count(phrase) == 1
