"""The reader of YAML: values stay text, every value has its place, with the fast parser and with the slow one."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ipplan.diagnostics import Span
from ipplan.source import Source
from ipplan.yamltree import tree as module
from ipplan.yamltree.tree import read_tree


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request, monkeypatch):
    if not hasattr(yaml, request.param):
        pytest.skip(f"PyYAML without {request.param}")
    monkeypatch.setattr(module, "_Parser", getattr(yaml, request.param))


def read(text):
    return read_tree(Source(Path("plan.yaml"), text))


SCALARS = {
    "no": "no",
    "on": "on",
    "12:30": "12:30",
    "0123": "0123",
    "007": "007",
    "1_000": "1_000",
    "1.10": "1.10",
    "2017-02-30": "2017-02-30",
    "2009-03": "2009-03",
    "=": "=",
    "0x1F": "0x1F",
    ".inf": ".inf",
    "true": "true",
    "~": None,
    "null": None,
    "": None,
    "'~'": "~",
    '""': "",
    "'null'": "null",
    "“引号”": "“引号”",
    "a#b": "a#b",
    "a #b": "a",
    "　甲　": "甲",
    '"甲\\n乙"': "甲\n乙",
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("written", "value"), SCALARS.items(), ids=SCALARS)
def test_scalars_stay_text(written, value):
    """Nothing is turned into a number, a date or a truth value behind the drafter's back."""
    assert read(f"a: {written}\n").data == {"a": value}


FOLDED = {
    "a: 第一行\n  第二行\n": "第一行第二行",
    "a: >\n  第一行，\n  第二行。\n": "第一行，第二行。",
    "a: >\n  第一行 abc\n  def 第二行\n": "第一行 abc def 第二行",
    "a: >\n  到此结束。\n  2026年，\n  PCT申请\n  3件\n": "到此结束。2026年，PCT申请 3件",
    "a: >\n  前面\n  {{ 名字 }}\n  后面\n": "前面{{ 名字 }}后面",
    "a: |\n  第一段\n  第二段\n": "第一段\n第二段",
    "a: >\n  第一段\n\n  第二段\n": "第一段\n第二段",
    'a: "第一行\n  第二行"\n': "第一行第二行",
    "a: 甲 乙\n": "甲 乙",
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "value"), FOLDED.items(), ids=range(len(FOLDED)))
def test_wrapped_chinese_has_no_spaces(text, value):
    """Where a Chinese line was wrapped, no space comes into the text; one that was typed stays."""
    assert read(text).data == {"a": value}


@pytest.mark.usefixtures("parser")
def test_places():
    """Values and keys stand where they stand, also behind Chinese and rare characters."""
    found = read("甲: &x {乙: 𠮟, c: [1,  2]}\nd: *x\n").place
    assert found.find(("甲", "乙")).span == Span(1, 11, 1, 12)
    assert found.find_key(("甲", "c")).span == Span(1, 14, 1, 15)
    assert found.find(("甲", "c", 1)).span == Span(1, 22, 1, 23)
    assert found.find(("d",)).span == Span(2, 4, 2, 6)
    assert found.find(("d", "乙")).span == Span(1, 11, 1, 12)
    assert found.find_key(("d",)).span == Span(2, 1, 2, 2)


BROKEN = [
    "a: [",
    "a: 'b",
    "a: b: c",
    "a:\n\tb: c",
    "a：b\nc: d",
    "a: !x b",
    "%YAML 9.9\n---\na: b",
    "a: @b",
    'a: "\\q"',
    "a: *b",
    "? [a]\n: b",
    "a: {{ b }}",
    "a\nb: c",
    "a: ]",
    "a: - b",
    "--- a\n--- b",
    "{a: b}}",
    "a: |x\n b",
    "a: &b *c",
    "<<: {a: b}",
    "[a]: b",
    '"a" b',
    "!<x> a",
    "%",
    "a: b\n...\nc: d",
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", BROKEN)
def test_broken_yaml_is_one_error_inside_the_file(text):
    """Whatever is wrong, one error says so in Chinese at a place that the file has."""
    found = [one for one in read(text).diagnostics if one.code != "IP103"]
    assert len(found) == 1
    lines = text.split("\n")
    assert 1 <= found[0].span.line <= len(lines)
    assert 1 <= found[0].span.column <= len(lines[found[0].span.line - 1]) + 1
    assert found[0].hint
    assert "expected" not in found[0].message + found[0].hint


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,\n\t 甲：～{}<", max_size=60))
def test_any_text_is_read_or_refused(text):
    """Text made of everything YAML gives a meaning to is read, or refused at a place that the file has."""
    lines = text.split("\n")
    for found in read(text).diagnostics:
        assert 1 <= found.span.line <= len(lines)
        assert 1 <= found.span.column <= len(lines[found.span.line - 1]) + 1
