"""What the comparison overlooks, and that it overlooks nothing else."""

import pytest

from fidelity.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("，", ","),
        ("；", ";"),
        ("：", ":"),
        ("（一）", "(一)"),
        ("？", "?"),
        ("1．甲", "1.甲"),
        ("1～2", "1~2"),
        ("％", "%"),
    ],
)
def test_full_and_half_width_punctuation_are_one(one: str, other: str) -> None:
    """A mark in either width reads the same."""
    assert fold(one) == fold(other)


def test_white_space_is_taken_out() -> None:
    """Spaces of every kind, tabs and line breaks do not count."""
    assert fold(" 甲\u3000乙\t丙\n丁\u00a0戊 ") == "甲乙丙丁戊"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("甲。", "甲"),
        ("·", "•"),
        ("1-2", "1～2"),
        ("。", "."),
        ("、", ","),
        ("⒍", "6."),
        ("１", "1"),
        ("“甲”", "甲"),
        ("—", "-"),
    ],
)
def test_everything_else_counts(one: str, other: str) -> None:
    """Missing marks, look-alike marks, digits and letters of another form are differences."""
    assert fold(one) != fold(other)
