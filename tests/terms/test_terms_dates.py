from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.dates import format_date, parse_date


@pytest.mark.parametrize("words", ["2017-02-07", "2017年2月7日", "2017年02月07日", "２０１７年２月７日"])
def test_accepted_forms(words):
    """Both forms, also padded or full-width, give the day."""
    assert parse_date(words) == date(2017, 2, 7)


@pytest.mark.parametrize(
    "words",
    ["2017-02-30", "2017年2月30日", "2023年2月29日", "2017年13月1日", "2017年0月1日", "0000-01-01"],
)
def test_impossible_days_say_so(words):
    """A day that is not in the calendar is named in the reason."""
    with pytest.raises(ValueError, match="does not exist"):
        parse_date(words)


@pytest.mark.parametrize(
    "words",
    ["", "20206月4日", "2017年2月", "2017.2.7", "2017/2/7", "17-02-07", "2017-2-7", "2017年2月7日印发", " 2017-02-07"],
)
def test_other_forms_are_refused(words):
    """What is no whole date raises; the damaged 20206月4日 is one of them."""
    with pytest.raises(ValueError, match="not a date"):
        parse_date(words)


@given(st.dates())
def test_round_trip(day):
    """Every day of the four-digit years survives printing and reading."""
    if day.year >= 1000:
        assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day


def test_format_does_not_pad():
    """Months and days are printed without zeros."""
    assert format_date(date(2017, 2, 7)) == "2017年2月7日"
