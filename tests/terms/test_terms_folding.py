from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.folding import fold


def test_look_alikes_get_one_form():
    """Digits, percent signs, dashes, dots and blanks are folded; commas are not."""
    assert fold("５～７％，“4•26”　Ａ—b≧") == "5-7%，“4·26” A-b≥"


@given(st.text())
def test_length_never_changes(text):
    """Offsets into folded text are offsets into the text."""
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
