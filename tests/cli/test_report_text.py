"""How a finding looks: the line, the marker under it, what is cut."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.diagnostics import Diagnostic, Report, Severity, Span
from ipplan.reporters.text import diagnostic_text, summary_text
from ipplan.source import Source

PATH = Path("plan.yaml")


def width(text):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def shown(text, span, message="问题", hint=None):
    found = Diagnostic(PATH, span, "IP000", Severity.ERROR, message, hint)
    return diagnostic_text(found, {PATH: Source(PATH, text)}, colour=False).split("\n")


@pytest.mark.parametrize(
    ("line", "column", "end", "before", "under"),
    [
        ("abc", 1, 4, "", "abc"),
        ("标题: 计划", 5, 7, "标题: ", "计划"),
        ("（甲）x乙", 4, 6, "（甲）", "x乙"),
        ("a\tb", 3, 4, "a ", "b"),
        ("末尾", 3, 3, "末尾", "^"),
        ("𠮟📄甲", 3, 4, "𠮟📄", "甲"),
    ],
)
def test_marker_stands_under_the_value(line, column, end, before, under):
    """Chinese characters take two columns, so the marker does too."""
    _, text, marker = shown(line, Span(1, column, 1, end))
    assert text == f"1 | {line}".replace("\t", " ")
    assert marker == " " * (4 + width(before)) + "^" * width(under)


def test_gutter_grows_with_the_line_number():
    """The hint stands under the bar, whatever the number of the line."""
    _, text, marker, hint = shown("\n" * 99 + "甲乙", Span(100, 2, 100, 3), hint="改")
    assert (text, marker, hint) == ("100 | 甲乙", "        ^^", "    = 改")


def test_span_over_several_lines():
    """Of a place that goes on, the first line is marked to its end."""
    assert shown("a: 甲乙\n  丙\n", Span(1, 4, 2, 4))[2] == "       ^^^^"


@given(st.integers(0, 300), st.integers(1, 40), st.integers(0, 300))
def test_long_lines_are_windowed(before, length, after):
    """However long a line is, about 72 columns of it are shown, with the marked place among them."""
    line = "前" * before + "错" * length + "后" * after
    _, text, marker = shown(line, Span(1, before + 1, 1, before + length + 1))
    assert width(text) <= 4 + 72 + 2
    start = marker.index("^")
    column, marked = 0, ""
    for character in text:
        if start <= column < len(marker):
            marked += character
        column += width(character)
    assert set(marked) == {"错"}
    assert len(marked) == min(length, len(marked))
    assert ("…" in text) == (before + length + after > 36)


def test_place_without_a_line():
    """A place on an empty line or behind the end has no line to show."""
    assert len(shown("", Span(1, 1, 1, 1))) == 1
    assert len(shown("甲", Span(9, 1, 9, 2))) == 1


def test_long_values_are_cut_in_the_message():
    """A value of a hundred characters is cut; what would be right stays readable."""
    head = shown("甲", Span(1, 1, 1, 2), message=f"“{'长' * 100}”不能用，写成“短”")[0]
    assert head == f"plan.yaml:1:1: 错误 IP000 “{'长' * 30}…”不能用，写成“短”"


def test_summary():
    """Findings are counted over all files; notes are named where there are some."""
    found = [Diagnostic(PATH, Span(1, 1, 1, 1), "IP000", severity, "问题") for severity in Severity]
    assert summary_text([Report.of(found), Report()], 2) == "检查了 2 个文件：1 个错误，1 个警告，1 个提示"
    assert summary_text([Report.of(found[1:])], 1) == "检查了 1 个文件：1 个错误，1 个警告"
    assert summary_text([Report.of(found[:1])], 1) == "检查了 1 个文件：0 个错误，0 个警告，1 个提示"
    assert summary_text([Report()], 1) == "检查了 1 个文件，没有发现问题"
