"""Titles broken at word boundaries (GB/T 9704—2012 §7.3.1)."""

import re
from itertools import accumulate, combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipplan import document as tree
from ipplan.transforms.titles import _pieces, is_shapely, title_lines
from ipplan.widths import spaced_width
from office.papers import EXAMPLES, compiled

PICTURES = """
jiangsu-2020
　省知识产权局关于印发2020年江苏省
“知识产权服务万里行”活动实施方案的通知

jiangsu-2020
　　　　　2020年江苏省
“知识产权服务万里行”活动实施方案

jiangsu-2020
2020年“知识产权服务万里行”
　　　活动成效汇总表

jiaxing-2008
　嘉兴市国家知识产权
试点城市工作方案（节选）

jiaxing-2008
　嘉兴市建设国家知识产权
试点城市工作目标和任务分解

lianyungang-2017
关于印发2017年全市知识产权
宣传与人才工作计划的通知

lianyungang-2017
2017年全市知识产权宣传与人才工作计划

liaoyuan-2018
2018年辽源市知识产权宣传周活动方案

sichuan-2023
　　关于印发2023年深入开展
知识产权“五进”推进计划的通知

sichuan-2023
2023年深入开展知识产权“五进”推进计划
"""
"""Every title of the five papers as it shall stand on paper."""
PROTECTED = ("知识产权", "万里行", "连云港市知识产权局", "工作计划", "实施方案", "徐圩新区")
WORDS = st.sampled_from(
    [*PROTECTED, "关于印发", "关于", "2017年", "的", "和", "、", "《管理办法》", "“五进”", "全市", "宣传", "推进",
     "工作", "通知", "深入开展", "800", "（试行）", "企业", "服务", "意见", "加快", "高质量", "发展"]
)  # fmt: skip


def pictured(name: str) -> list[list[str]]:
    """Return the titles of an example as the pictures show them."""
    pictures = [block.splitlines() for block in PICTURES.strip().split("\n\n")]
    return [[line.strip("\u3000 ") for line in lines[1:]] for lines in pictures if lines[0] == name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_titles_of_the_examples(name):
    """The titles of the five papers stand as a clerk would set them."""
    document, _ = compiled(name)
    nodes = [node for part in document.parts for node in part.nodes if isinstance(node, tree.Title)]
    assert [list(node.lines) for node in nodes] == pictured(name)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=16).map("".join))
def test_no_word_is_divided_and_no_line_begins_badly(title):
    """Lines together are the title, none is too long, protected words stay whole, marks do not begin a line.

    A title whose words leave no such division may be cut evenly; these have words of ten characters at most.
    """
    lines = title_lines(title, PROTECTED, 20)
    assert "".join(lines) == title
    assert all(spaced_width(line) <= 20 for line in lines)
    breaks = {len("".join(lines[:count])) for count in range(1, len(lines))}
    whole = re.compile("|".join([*PROTECTED, r"《[^》]*》", r"“[^”]*”", r"（[^）]*）", r"\d+年?"]))
    if not _cannot_be_divided(title, lines):
        for match in whole.finditer(title):
            assert not breaks & set(range(match.start() + 1, match.end())), (lines, match[0])
        assert not any(line[0] in "的和、》”）" for line in lines[1:]), lines
        assert not any(line[-1] in "《“（" for line in lines[:-1]), lines


def _cannot_be_divided(title: str, lines: tuple[str, ...]) -> bool:
    """Whether the even cut was taken: all lines but the last have one length, and BudouX found nothing."""
    step = -(-len(title) // len(lines))
    return len(lines) > 1 and all(len(line) == step for line in lines[:-1])


@pytest.mark.parametrize(
    "word", ["知识产权", "“知识产权服务万里行”", "《知识产权强国建设纲要》", "2017年", "江苏省知识产权局"]
)
def test_a_protected_word_stays_whole_wherever_it_stands(word):
    """Moved along a long title character by character, the word is never divided."""
    for before in range(1, 24):
        title = "深" * before + word + "入推进工作的通知"
        lines = title_lines(title, ("知识产权", "江苏省知识产权局"), 20)
        assert any(word in line for line in lines), lines


def test_a_short_title_is_one_line():
    """Twenty characters fit on a line, twenty-one do not."""
    assert title_lines("一" * 20, (), 20) == ("一" * 20,)
    assert len(title_lines("关于印发全市知识产权宣传与人才工作计划的通知", PROTECTED, 20)) == 2


def test_three_lines_are_no_hourglass():
    """Three lines are a trapezoid or a diamond: the middle one is not the narrowest."""
    title = "江苏省知识产权局关于印发2020年江苏省“知识产权服务万里行”活动实施方案和任务分解一览表的通知"
    lines = title_lines(title, PROTECTED, 20)
    first, middle, last = (spaced_width(line) for line in lines)
    assert middle >= min(first, last)


OFFICES = ("海澄市知识产权局", "海澄市财政局", "海澄市人民政府办公室")
ABOUT = ("关于印发", "关于开展", "关于转发《国家知识产权局工作要点》和", "关于做好2026年", "关于组织实施2026—2028年")
WHAT = (
    "知识产权强市建设",
    "高价值专利培育",
    "全国知识产权宣传周活动",
    "“一件事”集成办理",
    "义务教育优质均衡发展",
    "企业服务和",
)
KINDS = ("工作方案的通知", "管理办法和申报指南的通知", "的通知", "实施意见", "重点任务分解表（试行）的通知")
TITLES = st.tuples(
    st.sampled_from(("", *OFFICES)),
    st.sampled_from(ABOUT),
    st.lists(st.sampled_from(WHAT), min_size=1, max_size=4).map("".join),
    st.sampled_from(KINDS),
).map("".join)
WHOLE = re.compile("|".join([*OFFICES, "《[^》]*》", "“[^”]*”", "（[^）]*）", r"\d+(?:—\d+)?年?"]))


@settings(max_examples=300, deadline=None)
@given(TITLES)
def test_titles_of_offices(title):
    """Names, numbers and what stands in 《》 are whole, no line begins badly or is too long, and the shape is right.

    The shape may be wrong only where no division into as many lines without a stub has a right one.
    """
    lines = title_lines(title, (*OFFICES, "知识产权"), 20)
    assert "".join(lines) == title
    assert max(map(spaced_width, lines)) <= 20
    breaks = {len("".join(lines[:count])) for count in range(1, len(lines))}
    for found in WHOLE.finditer(title):
        assert not breaks & set(range(found.start() + 1, found.end())), (lines, found[0])
    assert not any(line[0] in "的和、》”）" for line in lines[1:]), lines
    if not is_shapely(lines):
        assert not any(map(is_shapely, divided(title, len(lines)))), lines


def divided(title: str, count: int) -> list[list[str]]:
    """All divisions at word boundaries into so many lines of three to twenty characters, found by trying every one."""
    pieces = _pieces(title, (*OFFICES, "知识产权"), 20)
    found = []
    for cuts in combinations(range(1, len(pieces)), count - 1):
        lines = ["".join(pieces[start:end]) for start, end in pairwise((0, *cuts, len(pieces)))]
        if all(3 <= spaced_width(line) <= 20 for line in lines):
            found.append(lines)
    return found


@pytest.mark.parametrize(
    ("widths", "right"),
    [
        ((12, 15, 18), True),
        ((18, 15, 12), True),
        ((12, 18, 15), True),
        ((18, 12, 15), False),
        ((15, 15, 15), False),
        ((15, 16, 15), False),
        ((10, 14, 18, 12), True),
        ((10, 18, 14, 16), False),
        ((16, 16), True),
    ],
)
def test_shapes(widths, right):
    """A trapezoid either way and a diamond are right; a waist and a rectangle of three lines are not."""
    assert is_shapely(["一" * width for width in widths]) is right


NAMES = st.tuples(
    st.lists(
        st.sampled_from(
            ("海澄市", "知识产权", "强市", "建设", "示范", "城市", "质押融资", "风险补偿", "资金", "公共服务", "体系",
             "运营", "保护", "和", "重点", "任务", "转化", "高质量", "发展", "“十四五”", "2026年", "义务教育")
        ),
        min_size=2,
        max_size=12,
    ).map("".join),
    st.sampled_from(("办法", "实施方案", "工作要点", "管理办法（试行）", "行动计划（2026—2028年）")),
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(("关于印发", "海澄市知识产权局关于印发", "关于转发")),
    NAMES,
    st.sampled_from(("的通知", "及任务分工的通知", "的意见")),
)
def test_names_of_any_length(about, name, kind):
    """A name in 《》 that a line has room for stays whole; one that is longer leaves no stub such as 通知."""
    title = f"{about}《{name}》{kind}"
    lines = title_lines(title, OFFICES, 20)
    assert "".join(lines) == title
    assert all(spaced_width(line) <= 20 for line in lines)
    words = set(accumulate(map(len, _pieces(title, OFFICES, 0))))
    assert set(accumulate(map(len, lines))) <= words, lines
    if spaced_width(f"《{name}》的") <= 20:
        assert any(f"《{name}》" in line for line in lines), lines
    else:
        assert all(spaced_width(line) >= 3 for line in lines), lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "关于转发《体系资金优质均衡管理办法（试行）》的通知",
            ("关于转发", "《体系资金优质均衡管理办法（试行）》的", "通知"),
        ),
        (
            "关于印发《海澄市知识产权运营服务体系建设专项资金使用管理办法（试行）》的通知",
            ("关于印发《海澄市知识产权运营服务体系", "建设专项资金使用管理办法（试行）》的通知"),
        ),
        (
            "关于废止《海澄市专利申请资助管理办法》等三件规范性文件的决定",
            ("关于废止《海澄市专利申请资助管理办法》", "等三件规范性文件的决定"),
        ),
    ],
)
def test_titles_with_long_names(title, lines):
    """A name that fills its line stays whole, even if 通知 stands alone; a longer one is broken between words."""
    assert title_lines(title, ("知识产权", "海澄市"), 20) == lines
