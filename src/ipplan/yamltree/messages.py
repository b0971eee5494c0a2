"""YAML syntax errors in Chinese: what a drafter did, rather than what the parser expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.diagnostics import START_OF_FILE, Diagnostic, Severity, Span
from ipplan.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

    from ipplan.source import Source

_FULL_WIDTH_COLON = lazy_pattern(r"^\s*(?:- +)?([A-Za-z_]+)：")
_CLINGING_VALUE = lazy_pattern(r"^\s*(?:- +)?([A-Za-z_]+):(?!//)(?=[^\s:])")
_TAB_INDENT = lazy_pattern(r"^ *\t")
_KEY = lazy_pattern(r"^(?:- +)*[^\s\"'\[{#-][^:]*:(?: |$)")


@dataclass(frozen=True, slots=True)
class _Trouble:
    """Where the parser stopped: its words, the place of the problem, and the place where that construct began."""

    source: Source
    words: str
    span: Span
    begin: Span

    @property
    def line(self) -> str:
        return self.source.line(self.span.line)

    @property
    def before(self) -> str:
        """What stands before the problem in its line."""
        return self.line[: self.span.column - 1]

    def found(self, span: Span, message: str, hint: str, code: str = "IP002") -> Diagnostic:
        return Diagnostic(self.source.path, span, code, Severity.ERROR, message, hint)


def explain_syntax_error(source: Source, error: yaml.YAMLError) -> Diagnostic:
    """Turn a parser's error into a diagnostic at its place."""
    words = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')} {error}"
    span = _inside(source, _span(getattr(error, "problem_mark", None)) or START_OF_FILE)
    begin = _span(getattr(error, "context_mark", None)) or span
    trouble = _Trouble(source, words, span, begin)
    return next(found for look in _LOOKS if (found := look(trouble)) is not None)


def _span(mark: yaml.Mark | None) -> Span | None:
    return None if mark is None else Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _inside(source: Source, span: Span) -> Span:
    """The place itself; for one behind everything that is written, the end of the last line with words."""
    lines = source.text.rstrip().split("\n")
    if span.line <= len(lines):
        return span
    column = len(lines[-1]) + 1
    return Span(len(lines), column, len(lines), column + 1)


def _tab(trouble: _Trouble) -> Diagnostic | None:
    """A tab in the indentation of the line where the parser stopped or of the line above."""
    for number in (trouble.span.line, trouble.span.line - 1):
        if _TAB_INDENT.match(line := trouble.source.line(number)):
            column = line.index("\t") + 1
            span = Span(number, column, number, column + 1)
            return trouble.found(span, "缩进里有制表符（Tab）", "YAML 只认空格：把它换成空格", "IP004")
    return None


def _unclosed(trouble: _Trouble) -> Diagnostic | None:
    """A quote that never ends, or a bracket that does not: shown where it begins."""
    if "quoted scalar" in trouble.words and "end of stream" in trouble.words:
        return trouble.found(trouble.begin, "引号没有关上", "在文字末尾补上同样的半角引号")
    if "flow sequence" in trouble.words or "flow mapping" in trouble.words:
        opened, closed = ("[", "]") if "flow sequence" in trouble.words else ("{", "}")
        hint = f"各项之间用半角逗号，最后要有 {closed}；文字以 {opened} 开头时整段加引号"
        return trouble.found(trouble.begin, f"{opened} 没有关上，或者里面写得不对", hint)
    return None


def _full_width_colon(trouble: _Trouble) -> Diagnostic | None:
    """A key with a full-width colon, which makes YAML read key and value as one piece of text."""
    for number in range(trouble.span.line, max(0, trouble.span.line - 3), -1):
        if match := _FULL_WIDTH_COLON.match(trouble.source.line(number)):
            return full_width_colon(trouble.source, Span(number, match.end(), number, match.end() + 1), match[1])
    return None


def full_width_colon(source: Source, span: Span, key: str) -> Diagnostic:
    """The diagnostic for a key with a full-width colon; `span` is that of the colon."""
    message, hint = f"键“{key}”后面是全角冒号“：”", f"写成“{key}: ”，半角冒号后面有一个空格"
    return Diagnostic(source.path, span, "IP002", Severity.ERROR, message, hint)


def _clinging_value(trouble: _Trouble) -> Diagnostic | None:
    """A key without a space after its colon, which YAML takes for text."""
    for number in (trouble.span.line, trouble.span.line - 1, trouble.begin.line):
        if match := _CLINGING_VALUE.match(trouble.source.line(number)):
            span = Span(number, match.end(), number, match.end() + 1)
            return trouble.found(span, f"键“{match[1]}”的冒号后面少了空格", f"写成“{match[1]}: ”，冒号后面有一个空格")
    return None


def _text_after_end(trouble: _Trouble) -> Diagnostic | None:
    """Text behind a closing quote or bracket: only a part of the value was quoted."""
    before = trouble.before.rstrip()
    if "did not find expected key" not in trouble.words and "expected <block end>" not in trouble.words:
        return None
    if before.endswith(('"', "'")):
        hint = "整段都放进引号，或者都不用；也可能是前面有一个引号没有关上"
        return trouble.found(trouble.span, "引号外面还有文字", hint)
    if before.endswith(("]", "}")):
        return trouble.found(trouble.span, f"{before[-1]} 后面还有文字", "文字以 [ 或 { 开头时整段加引号")
    return None


def _second_colon(trouble: _Trouble) -> Diagnostic | None:
    """A colon with a space inside a text, or a line that is indented more than the one it belongs to."""
    if "mapping values are not allowed" not in trouble.words:
        return None
    if _KEY.match(trouble.before.lstrip()):
        return trouble.found(trouble.span, "文字里有“: ”，被当成了又一个键", "整段加引号，或改用全角冒号“：”")
    return trouble.found(_first_word(trouble), "这一行缩进太多，或者上一行的文字没有写完", "同一层的键左边要对齐")


def _first_word(trouble: _Trouble) -> Span:
    """From the first character of the line to the problem."""
    line = trouble.span.line
    return Span(line, len(trouble.line) - len(trouble.line.lstrip()) + 1, line, trouble.span.column)


def _no_colon(trouble: _Trouble) -> Diagnostic | None:
    """A line of text where a key should stand; the parser notices it a line later."""
    if "could not find expected ':'" not in trouble.words:
        return None
    line = trouble.source.line(trouble.begin.line)
    span = Span(trouble.begin.line, trouble.begin.column, trouble.begin.line, max(2, len(line) + 1))
    return trouble.found(span, "这里要一个键，后面跟“: ”", "接着上一行的文字要缩进得更多；新的键写成 title: 工作计划")


def _bad_first_character(trouble: _Trouble) -> Diagnostic | None:
    if "cannot start any token" not in trouble.words:
        return None
    character = trouble.line[trouble.span.column - 1 : trouble.span.column]
    return trouble.found(trouble.span, f"文字不能以 {character} 开头", "整段加引号")


def _known_problem(trouble: _Trouble) -> Diagnostic:
    for part, message, hint in _PROBLEMS:
        if part in trouble.words:
            return trouble.found(trouble.span, message, hint)
    return trouble.found(trouble.span, "这里不是正确的 YAML", "检查这一行和上一行的缩进、引号和冒号")


_PROBLEMS = (
    ("did not find expected '-' indicator", "列表的缩进和上面对不齐", "同一个列表的 - 要对齐"),
    ("did not find expected key", "缩进和上面对不齐", "同一层的键左边要对齐，只用空格"),
    ("block sequence entries are not allowed", "这里不能直接写列表", "“- ”要另起一行，缩进两格"),
    ("found unknown escape character", "双引号里的反斜杠 \\ 有特别的意思", "改用单引号"),
    ("escape", "双引号里的反斜杠 \\ 有特别的意思", "改用单引号"),
    ("expected alphabetic", "文字不能以 & 或 * 开头", "整段加引号"),
    ("while scanning an a", "文字不能以 & 或 * 开头", "整段加引号"),
    (
        "did not find expected node content",
        "这里缺少内容，或者前面有 [ 或 { 没有关上",
        "文字以 [ 或 { 开头时整段加引号",
    ),
    ("while scanning a block scalar", "| 或 > 后面不能直接写文字", "| 或 > 之后换行，下一行缩进"),
    ("while scanning a tag", "文字不能以 ! 开头", "整段加引号"),
    ("while parsing a tag", "文字不能以 ! 开头", "整段加引号"),
    ("did not find expected <document start>", "文件从这里起读不下去", "检查上一行的缩进和引号"),
)

_LOOKS: tuple[Callable[[_Trouble], Diagnostic | None], ...] = (
    _tab,
    _full_width_colon,
    _clinging_value,
    _unclosed,
    _text_after_end,
    _second_colon,
    _no_colon,
    _bad_first_character,
    _known_problem,
)
