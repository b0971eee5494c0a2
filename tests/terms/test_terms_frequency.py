import pytest

from ipplan.terms.frequency import Every, PeriodUnit, match_every

RHYTHMS = {
    "每年": Every(1, PeriodUnit.YEAR),
    "每年度": Every(1, PeriodUnit.YEAR),
    "每半年": Every(1, PeriodUnit.HALF_YEAR),
    "每季度": Every(1, PeriodUnit.QUARTER),
    "每个季度": Every(1, PeriodUnit.QUARTER),
    "每月": Every(1, PeriodUnit.MONTH),
    "每个月": Every(1, PeriodUnit.MONTH),
    "每两个月": Every(2, PeriodUnit.MONTH),
    "每3个月": Every(3, PeriodUnit.MONTH),
    "每两年": Every(2, PeriodUnit.YEAR),
    "每周": Every(1, PeriodUnit.WEEK),
    "每天": Every(1, PeriodUnit.DAY),
    "每学期": Every(1, PeriodUnit.TERM),
    "每学年": Every(1, PeriodUnit.SCHOOL_YEAR),
}


@pytest.mark.parametrize(("words", "every"), RHYTHMS.items(), ids=RHYTHMS)
def test_rhythms(words, every):
    """A rhythm is read together with the offset behind it."""
    assert match_every("在" + words + "完成", 1) == (every, len(words) + 1)


@pytest.mark.parametrize("words", ["", "每", "每人", "每万人", "每个设区市", "每3个县", "年", "每三五年", "每0年"])
def test_other_words_are_none(words):
    """What names no period is no rhythm."""
    assert match_every(words) is None
