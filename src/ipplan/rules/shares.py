"""IP404: shares of more than the whole."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import named_targets
from ipplan.rules.indicators import leaves
from ipplan.rules.rule import Finding
from ipplan.rules.text_search import texts_with
from ipplan.terms.figures import parse_figure
from ipplan.terms.folding import fold
from ipplan.terms.quantity import parse_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Subject

_LARGE = lazy_pattern(r"(?<![\d.])([1-9]\d{2,5}(?:\.\d{1,4})?)%(以上)?", re.ASCII)
_SHARE = (
    r"(?:(?:覆盖|合格|达标|优良|优秀|良好|结案|办结|审结|普及|知晓|满意|参与|参保|就业|到位|整改|公开|及时|准确|成功|化解"
    r"|处置|处理|建档|签约|持证|配备|受理|答复|回复|响应|好评|通过|巩固|成活|绿化|入学|接种|建成|竣工|应用|实施|转化"
    r"|备案|登记|规范|标准化|城镇化|机械化|数字化|信息化|无害化|资源化|综合利用|按时|网办|可办|上线|挂牌|公示|归档)率"
    r"|满意度|知晓度|占比|比重)"
)
_ENDS_IN_SHARE = lazy_pattern(_SHARE + r"(?:[（(]%[）)])?\Z")
_REACHED = lazy_pattern(
    _SHARE + r"(?:均|都|分别|要|应|须|力争|争取|确保|实现|总体|全部){0,3}"
    r"(?:达到?|(?:保持|稳定|控制|维持)在|(?:提高|提升|增加|增长|上升)[到至]|为|是|不低于|不少于|不小于|高于)?(超过|突破)?\Z"
)
_OTHER_WHOLE = lazy_pattern(
    r"拨备|流动性|净稳定|利息|现金|偿债|备付|毛入学|负债|债务|GDP|生产总值|财力|收入的|当年|净资产|较|(?<!占)比(?!重)"
)
"""Words of shares whose whole is something else: a 拨备覆盖率 of 150% is as it should be."""

_BEFORE = 24
_MOST = 50
_HINT = "核对这个数；要说比过去多多少，写成 增长20%"


def above_the_whole(subject: Subject) -> Iterator[Finding]:
    """A share of more than 100 %: a rate of coverage, of passes, of cases closed, or 占比.

    完成率, 增长率, 贡献率 and 产能利用率 may be more and are not looked at.
    """
    yield from _in_prose(subject)
    for path, target in named_targets(subject):
        amount = parse_quantity(target.text).meaning
        if (
            amount is not None
            and amount.unit == "%"
            and amount.growth is None
            and _impossible(str(path[-1]), amount.low)
        ):
            yield Finding(path, _message(str(path[-1]), target.text), _HINT)
    for leaf in leaves(subject):
        for step, words in leaf.figures():
            figure = parse_figure(words)
            if figure and "%" in (figure[1], leaf.indicator.unit) and _impossible(leaf.indicator.name, figure[0]):
                yield Finding((*leaf.path, *step), _message(leaf.indicator.name, words), _HINT)


def _in_prose(subject: Subject) -> Iterator[Finding]:
    for text in texts_with(subject, "%", "％"):
        words = fold(text.own)
        for found in islice(_LARGE.finditer(words), _MOST):
            clause = re.split(r"[，,。；;：:、\n]", words[max(0, found.start() - _BEFORE) : found.start()])[-1]
            reached = _REACHED.search(clause)
            if reached is None or _OTHER_WHOLE.search(clause):
                continue
            more = found[2] is not None or reached[1] is not None
            if Decimal(found[1]) > 100 or (more and Decimal(found[1]) == 100):
                start = found.start() - len(clause) + reached.start()
                yield text.finding(start, found.end(), f"“{text.words[start : found.end()]}”不可能：最多是100%", _HINT)


def _impossible(name: str, value: Decimal) -> bool:
    return value > 100 and bool(_ENDS_IN_SHARE.search(name)) and not _OTHER_WHOLE.search(name)


def _message(name: str, words: str) -> str:
    return f"“{name}”是“{words}”，不可能：最多是100%"
