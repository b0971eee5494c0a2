"""Time grows in proportion to the text: twice the text must not take four times as long."""

from time import process_time

import pytest

from ipplan.terms.dates import parse_date
from ipplan.terms.document_number import parse_document_number
from ipplan.terms.labels import parse_label
from ipplan.terms.numerals import parse_numeral
from ipplan.terms.owners import split_units
from ipplan.terms.quantity import find_quantities, parse_quantity
from ipplan.terms.schedule import parse_schedule

BYTES = 100_000
# Anything quadratic on 100 kB takes many times longer than this, so a faster run needs no comparison.
NOISE = 1.5

NASTY = (
    "9", "9,", "1,1", "999,", "1.", "9-", "一", "一万", "百", "上", "上亿", "每", "每两", "每两个", "至少",
    "至少5", "力争", "百分之", "5件 ",
    " ", "\t", "\n", "《", "《一", "“", "“一", "》", "〔", "〔2", "http://", "www.", "a", "a5", "等", "等8",
    "(", "（、", "、", "至", "3月至",
    "由", "由5", "由2020年", "从5件提高到", "比2020年", "较", "在“十四五”", "三分之", "1/", "1/2", "5件/",
    "每万人", "每万人口量",
    "人均", "千瓦", "500万千",
    "初稿", "初稿6月底前，", "或", "6月或", "3、", "第一、", "（", "（3月",
    "阶段（3月）", "起", "后5日内",
    "自印发之日起", "力争", "全覆盖", "完成", "到", "年", "2017年", "底前", "和", "期间", "〔2017〕2", "连", "\x00",
)  # fmt: skip


def refuses(parse):
    def run(text):
        with pytest.raises(ValueError, match=r"."):
            parse(text)

    return run


READERS = {
    "find_quantities": find_quantities,
    "parse_quantity": parse_quantity,
    "parse_schedule": parse_schedule,
    "split_units": split_units,
    "parse_date": refuses(parse_date),
    "parse_document_number": refuses(parse_document_number),
    "parse_label": refuses(parse_label),
    "parse_numeral": refuses(parse_numeral),
}


def seconds(reader, text):
    start = process_time()
    reader(text)
    return process_time() - start


def is_linear(reader, text, tries=1):
    whole = min(seconds(reader, text) for _ in range(tries))
    return whole < NOISE or whole < 4 * min(seconds(reader, text[: len(text) // 2]) for _ in range(tries))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_linear_on_nasty_text(reader):
    """Doubling the worst input does not quadruple the time."""
    for piece in NASTY:
        text = piece * (BYTES // len(piece.encode()))
        # A busy machine may spoil one measurement, so only a repeated miss counts.
        assert is_linear(reader, text) or is_linear(reader, text, tries=3), repr(piece)
