import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.document_number import DocumentNumber, parse_document_number

NUMBERS = {
    "连知〔2017〕2号": DocumentNumber("连知", 2017, 2),
    "吉政发〔2016〕27号": DocumentNumber("吉政发", 2016, 27),
    "辽府发〔2013〕15号": DocumentNumber("辽府发", 2013, 15),
    "苏知发〔2020〕63号": DocumentNumber("苏知发", 2020, 63),
    "国知发运函字〔2020〕38号": DocumentNumber("国知发运函字", 2020, 38),
}


@pytest.mark.parametrize(("words", "number"), NUMBERS.items(), ids=NUMBERS)
def test_numbers_both_ways(words, number):
    """A well-formed number is read and printed back."""
    assert parse_document_number(words) == number
    assert str(number) == words


WRONG = {
    "连知[2017]2号": "U\\+3014",
    "连知（2017）2号": "U\\+3014",
    "连知【2017】2号": "U\\+3014",
    "连知〔2017〕第2号": "without 第",
    "连知〔2017〕02号": "not padded",
    "连知〔2017〕0号": "not padded",
    "连知〔17〕2号": "four digits",
    "连知〔20171〕2号": "four digits",
    "连知〔2017〕2": "ends with 号",
    "〔2017〕2号": "code",
    "连知 〔2017〕2号": "spaces",
    "连知〔1017〕2号": "between",
    "连知〔２０１７〕2号": "not a document number",
    "": "not a document number",
    "号": "not a document number",
}


@pytest.mark.parametrize(("words", "reason"), WRONG.items(), ids=WRONG)
def test_wrong_forms_name_the_reason(words, reason):
    """Each slip gets its own reason."""
    with pytest.raises(ValueError, match=reason):
        parse_document_number(words)


def test_serials_count_from_one():
    """A number cannot be built with a serial below 1."""
    with pytest.raises(ValueError, match="from 1"):
        DocumentNumber("连知", 2017, 0)


@given(st.sampled_from(["连知", "苏知发", "国知发运函字"]), st.integers(1949, 9999), st.integers(1, 99999))
def test_round_trip(code, year, serial):
    """Every number reads what it prints."""
    number = DocumentNumber(code, year, serial)
    assert parse_document_number(str(number)) == number
