from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.numerals import LARGEST, format_numeral, parse_numeral

COUNTS = {
    0: "零",
    2: "二",
    10: "十",
    11: "十一",
    20: "二十",
    37: "三十七",
    100: "一百",
    105: "一百零五",
    110: "一百一十",
    1001: "一千零一",
    1010: "一千零一十",
    12_000: "一万二千",
    10_500: "一万零五百",
    100_000: "十万",
    105_000: "十万五千",
    100_500: "十万零五百",
    350_000_000: "三亿五千万",
    LARGEST: "九千九百九十九亿九千九百九十九万九千九百九十九",
}


@pytest.mark.parametrize(("number", "words"), COUNTS.items(), ids=map(str, COUNTS))
def test_counted_numerals_both_ways(number, words):
    """A number has one written form and that form reads as the number."""
    assert format_numeral(number) == words
    assert parse_numeral(words) == number


VARIANTS = {
    "两": 2,
    "两百": 200,
    "两千": 2000,
    "一万两千": 12_000,
    "一十五": 15,
    "一百〇五": 105,
    "二〇一七": 2017,
    "二零二〇": 2020,
    "一九九八": 1998,
    "〇": 0,
    "37": 37,
    "３７": 37,
    "007": 7,
}


@pytest.mark.parametrize(("words", "number"), VARIANTS.items(), ids=VARIANTS)
def test_accepted_variants(words, number):
    """Years digit by digit, 两, 〇 and full-width digits are read as well."""
    assert parse_numeral(words) == number


NONSENSE = (
    "", " ", "三五", "十十", "百", "万", "亿", "一百五", "一万二", "两十", "十两", "一百零两", "零五", "五零", "万一",
    "一百一十零", "二百百", "几十", "数十", "1.5", "1,000", "-3", "三7", "²", "٣", "一二三", "二〇一七年",
    "9" * 13, "一" * 99,
)  # fmt: skip


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_is_refused(words):
    """What is no well-formed numeral raises instead of being guessed."""
    with pytest.raises(ValueError, match=r"numeral|两"):
        parse_numeral(words)


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_format_refuses_numbers_out_of_range(number):
    """Negative and oversized numbers have no written form."""
    with pytest.raises(ValueError, match="range"):
        format_numeral(number)


@given(st.integers(0, LARGEST))
def test_round_trip(number):
    """Every number in range survives writing and reading."""
    assert parse_numeral(format_numeral(number)) == number


@given(st.text("〇零一二三四五六七八九十百千万亿两", max_size=12))
def test_parse_returns_or_raises_value_error(words):
    """Any sequence of numeral characters gives a number in range or a ValueError."""
    with suppress(ValueError):
        assert 0 <= parse_numeral(words) <= LARGEST
