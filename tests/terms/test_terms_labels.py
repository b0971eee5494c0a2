from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.labels import Label, LabelForm, parse_label

WRITTEN = {
    "一、": Label(LabelForm.IDEOGRAPH, 1),
    "十二、": Label(LabelForm.IDEOGRAPH, 12),
    "（一）": Label(LabelForm.IDEOGRAPH_BRACKETED, 1),
    "（二十五）": Label(LabelForm.IDEOGRAPH_BRACKETED, 25),
    "1.": Label(LabelForm.ARABIC, 1),
    "45.": Label(LabelForm.ARABIC, 45),
    "（1）": Label(LabelForm.ARABIC_BRACKETED, 1),
    "①": Label(LabelForm.CIRCLED, 1),
    "⑳": Label(LabelForm.CIRCLED, 20),
    "㉑": Label(LabelForm.CIRCLED, 21),
    "㊿": Label(LabelForm.CIRCLED, 50),
    "第一章": Label(LabelForm.CHAPTER, 1),
    "第十节": Label(LabelForm.CHAPTER_SECTION, 10),
}


@pytest.mark.parametrize(("words", "label"), WRITTEN.items(), ids=WRITTEN)
def test_labels_both_ways(words, label):
    """A label in its proper form is read and printed back."""
    assert parse_label(words) == label
    assert str(label) == words
    assert label.form.format(label.number) == words


VARIANTS = {
    "(一)": Label(LabelForm.IDEOGRAPH_BRACKETED, 1),
    "（一)": Label(LabelForm.IDEOGRAPH_BRACKETED, 1),
    "(1)": Label(LabelForm.ARABIC_BRACKETED, 1),
    "1．": Label(LabelForm.ARABIC, 1),
    "1、": Label(LabelForm.ARABIC, 1),
    "１２．": Label(LabelForm.ARABIC, 12),
    "⒍": Label(LabelForm.ARABIC, 6),
    "⑴": Label(LabelForm.ARABIC_BRACKETED, 1),
    "㈢": Label(LabelForm.IDEOGRAPH_BRACKETED, 3),
}


@pytest.mark.parametrize(("words", "label"), VARIANTS.items(), ids=VARIANTS)
def test_accepted_variants(words, label):
    """Half-width brackets, 1．, 1、 and the single characters of old documents are read."""
    assert parse_label(words) == label


NO_LABELS = (
    "", "一", "1", "一.", "一，", "0.", "01.", "零、", "三五、", "二〇一七、", "（一", "一）", "（）", "第一", "第1章",
    "一、重点任务", "1.1", "1..", "（一）、", "重", "99999.", "①②",
)  # fmt: skip


@pytest.mark.parametrize("words", NO_LABELS)
def test_other_text_is_refused(words):
    """Anything but one whole label raises."""
    with pytest.raises(ValueError, match=r"label|numeral"):
        parse_label(words)


def test_levels_follow_the_standard():
    """The four forms of GB/T 9704 have the levels 1 to 4, the others none."""
    levels = [form.level for form in LabelForm]
    assert levels == [1, 2, 3, 4, None, None, None]


def test_next_keeps_the_form():
    """The label after （九） is （十）."""
    assert str(parse_label("（九）").next()) == "（十）"


@pytest.mark.parametrize("form", LabelForm)
def test_numbers_below_one_are_refused(form):
    """No form counts from zero."""
    with pytest.raises(ValueError, match="from 1"):
        form.format(0)


def test_circles_end_at_fifty():
    """There is no circled 51."""
    with pytest.raises(ValueError, match="50"):
        str(parse_label("㊿").next())


@given(st.sampled_from(LabelForm), st.integers(1, 50))
def test_round_trip(form, number):
    """Every form reads what it prints."""
    assert parse_label(form.format(number)) == Label(form, number)


@given(st.text(max_size=8))
def test_parse_returns_or_raises_value_error(words):
    """Any text is a label or raises ValueError."""
    with suppress(ValueError):
        assert parse_label(words).number >= 1
