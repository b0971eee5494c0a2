"""四川 2023: five parts, fourteen groups, ranges as ranges, and nothing invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fidelity.documents import real_document
from fidelity.outline import labels
from fidelity.paper import paper_units
from ipplan.pipeline import check

if TYPE_CHECKING:
    from fidelity.conftest import Render

NAME = "sichuan-2023"
RANGES = ["1～2个", "1～2期", "2～3所", "1～2个", "2～3个", "2～3个"]


def test_five_parts_hold_the_fourteen_groups_of_the_plan(render: Render) -> None:
    """The paper says 14类, and has 14 groups: 4, 2, 3, 3 and 2."""
    found = labels(render(NAME))
    parts = "".join("p" if label.endswith("、") else "g" for label in found)
    assert parts == "pggggpggpgggpgggpgg"
    assert re.findall(r"(\d+)类\d+项", _text(render)) == [str(parts.count("g"))]


def test_ranges_are_printed_with_the_range_mark(render: Render) -> None:
    """Six ranges of the report, none with a hyphen."""
    text = _text(render)
    assert re.findall(r"\d～\d[个期所]", text.replace("~", "～")) == RANGES
    assert not re.search(r"\d-\d", text)


def test_what_the_report_does_not_tell_stays_open(render: Render) -> None:
    """Number, addressees, the other issuers and the date are marked; a paper that is no draft is refused for each."""
    assert re.findall(r"【(.+?)待定】", _text(render)) == ["发文字号", "主送机关", "发文机关", "成文日期"]
    assert len(check(real_document(NAME).plan).hindrances(draft=False)) == 4


def _text(render: Render) -> str:
    return "\n".join(unit.text for unit in paper_units(render(NAME)))
