"""连云港 2017: header and colophon of the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fidelity.paper import paper_units
from kit.wordml import read_word

if TYPE_CHECKING:
    from fidelity.conftest import Render

NAME = "lianyungang-2017"
SLOGAN = "“尊重知识、崇尚创新、诚信守法”"


def test_the_header_stands_before_everything_and_the_colophon_last(render: Render) -> None:
    """Masthead, number and title begin the paper; the printing office and its date end it."""
    body = [unit.text for unit in paper_units(render(NAME))][:-1]
    assert body[:3] == [
        "连云港市知识产权局文件",
        "连知〔2017〕2号",
        "关于印发2017年全市知识产权宣传与人才工作计划的通知",
    ]
    assert body[-1] == "连云港市知识产权局办公室2017年2月7日印发"


def test_the_attachment_is_named_in_the_same_words_three_times(render: Render) -> None:
    """In the notice, in the list of attachments, and as the title of the attachment."""
    title = "2017年全市知识产权宣传与人才工作计划"
    texts = [unit.text for unit in paper_units(render(NAME))]
    assert sum(f"《{title}》" in text for text in texts) == 1
    assert texts.count(f"附件:{title}") == texts.count(title) == 1


def test_the_slogan_is_said_twice_in_the_same_words(render: Render) -> None:
    """One fact, written once in the plan."""
    assert read_word(render(NAME)).text.count(SLOGAN) == 2
