"""YAML syntax errors in Chinese: what a drafter did, rather than what the parser expected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity, Span

if TYPE_CHECKING:
    import yaml

    from ipplan.source import Source

_FULL_WIDTH_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_]+)：")
_TAB_INDENT = re.compile(r"^ *\t")

_PROBLEMS = (
    (
        "mapping values are not allowed",
        "这里多了一个“: ”，或者上一行缩进不对",
        "文字里有“: ”时，整段加引号或用 > 另起一行",
    ),
    ("could not find expected ':'", "这一行少了“: ”", "键后面写半角冒号加一个空格，例如 title: 工作计划"),
    ("did not find expected key", "缩进和上面对不齐", "同一层的键左边要对齐，只用空格"),
    ("did not find expected '-' indicator", "列表的缩进和上面对不齐", "同一个列表的 - 要对齐"),
    ("block sequence entries are not allowed", "这里不能直接写列表", "“- ”要另起一行，缩进两格"),
    ("found character that cannot start any token", "这个字符不能用在值的开头", '给值加引号，例如 "@…"'),
    ("found unexpected end of stream", "引号或括号没有关上", "检查这一段开头的引号、[ 或 {"),
    ("did not find expected ',' or", "[ ] 或 { } 没有写完整", "各项之间用半角逗号，最后要有 ] 或 }"),
    ("found unknown escape character", "双引号里的反斜杠 \\ 不认识", "改用单引号"),
    ("found undefined alias", "* 开头的值被当成了别名", "给值加引号"),
    ("did not find expected alphabetic", "& 或 * 开头的值被当成了锚点或别名", "给值加引号"),
    ("did not find expected node content", "值的位置上没有能读的内容", "以 {{ 或 [ 开头的文字要加引号"),
    ("while scanning a block scalar", "| 或 > 后面的写法不对", "| 或 > 之后直接换行，下一行缩进"),
    ("did not find expected <document start>", "文件从这里起读不下去", "检查上一行的缩进和引号"),
)


def explain_syntax_error(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """Turn a parser's error into a diagnostic at its place."""
    mark = getattr(error, "problem_mark", None)
    span = START_OF_FILE if mark is None else Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    return _tab(source, span) or _full_width_colon(source, span) or _known_problem(source, span, error)


def _tab(source: Source, near: Span) -> Diagnostic | None:
    """A tab in the indentation of the line where the parser stopped or of the line above."""
    for number in (near.line, near.line - 1):
        if _TAB_INDENT.match(line := source.line(number)):
            column = line.index("\t") + 1
            span = Span(number, column, number, column + 1)
            return _error(source, span, "IP004", "缩进里有制表符（Tab）", "YAML 只认空格：把它换成空格")
    return None


def _full_width_colon(source: Source, near: Span) -> Diagnostic | None:
    """A key with a full-width colon, which makes YAML read key and value as one piece of text."""
    for number in range(near.line, max(0, near.line - 3), -1):
        if match := _FULL_WIDTH_COLON.match(source.line(number)):
            column = match.end()
            span = Span(number, column, number, column + 1)
            hint = f"写成“{match[1]}: ”，半角冒号后面有一个空格"
            return _error(source, span, "IP002", f"键“{match[1]}”后面是全角冒号“：”", hint)
    return None


def _known_problem(source: Source, span: Span, error: yaml.YAMLError) -> Diagnostic:
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {error}"
    for part, message, hint in _PROBLEMS:
        if part in words:
            return _error(source, span, "IP002", message, hint)
    return _error(source, span, "IP002", "这里不是正确的 YAML", "检查缩进、引号和冒号")


def _error(source: Source, span: Span, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(source.path, span, code, Severity.ERROR, message, hint)
