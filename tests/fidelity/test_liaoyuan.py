"""辽源 2018: a scheme that is issued without a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.wordml import read_word

if TYPE_CHECKING:
    from fidelity.conftest import Render

NAME = "liaoyuan-2018"


def test_the_paper_begins_with_its_title_and_has_no_notice(render: Render) -> None:
    """No masthead, number, addressees, signature or colophon: the real document has none."""
    paragraphs = [one for one in read_word(render(NAME)).paragraphs if one.text.strip()]
    assert paragraphs[0].text.replace("\n", "") == "2018年辽源市知识产权宣传周活动方案"
    assert {one.style_name for one in paragraphs} == {"Title", "公文正文", "heading 1", "heading 3"}


def test_theme_and_dates_are_paragraphs_of_their_own(render: Render) -> None:
    """The theme keeps the gap between its halves; the date has its stop."""
    texts = [one.text for one in read_word(render(NAME)).paragraphs]
    assert texts[texts.index("二、活动时间") + 1] == "2018年4月20日至26日。"
    assert texts[texts.index("三、活动主题") + 1] == "倡导创新文化\u3000尊重知识产权"
