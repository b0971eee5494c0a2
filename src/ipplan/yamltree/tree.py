"""YAML to plain data with a place for every value, in one pass over the parser's events.

Scalars stay text: the plan's schema decides what a value means, so that `no`, `0123`, `1.10` or `12:30` are never
turned into something else behind the drafter's back. Only an empty value (also `~` and `null`) becomes None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from ipplan.diagnostics import Diagnostic, Severity, Span
from ipplan.patterns import lazy_pattern
from ipplan.source import explain_invisible, find_invisible
from ipplan.yamltree.messages import explain_syntax_error
from ipplan.yamltree.places import NOTHING_INSIDE, Place

if TYPE_CHECKING:
    from ipplan.source import Source

Data: TypeAlias = "dict[str, Data] | list[Data] | str | None"

MAX_DEPTH = 40
MAX_NODES = 100_000
MAX_SCALAR = 100_000
MAX_REPORTED = 200
"""Limits of a plan file: nesting, values (aliases counted as often as they are used), characters in one value,
mistakes that are worth reading on for."""

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null"})
_PLAIN = frozenset({None, ""})
"""What the two parsers of PyYAML call the style of a scalar without quotes."""
_CLINGING_KEY = lazy_pattern("([A-Za-z_]+)：")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…·"
_FOLDED_SPACE = lazy_pattern(
    f"(?<=[{_CJK}]) (?=[{_CJK}])|(?<=[{_CJK}]) (?=\\{{\\{{)|(?<=\\}}\\}}) (?=[{_CJK}])"
    "|(?<=[。，、；：？！》”’）]) (?=[0-9A-Za-z])"  # a sentence that begins with a year, on a line of its own
)


class _Refused(Exception):
    """The file cannot be read any further; carries the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class Tree:
    """What a YAML file says: its data, the places of its values, and what was wrong on the way.

    `data` is None when the file is empty or could not be read to its end.
    """

    data: Data
    place: Place
    diagnostics: list[Diagnostic] = field(default_factory=list)
    clinging: list[tuple[str, Place]] = field(default_factory=list)
    """Values that begin like `text：…`: what may be a key, and where the value stands."""
    nodes: int = 0
    """How many values it has, aliases counted as often as they are used."""


def read_tree(source: Source) -> Tree:
    """Parse one YAML document. Never raises for anything the file may contain."""
    builder = _Builder(source)
    try:
        builder.run()
    except _Refused as refused:
        builder.diagnostics.append(refused.diagnostic)
        return Tree(None, Place(0, 0, 0, 0), builder.diagnostics)
    except yaml.YAMLError as error:
        builder.diagnostics.append(explain_syntax_error(source, error))
        return Tree(None, Place(0, 0, 0, 0), builder.diagnostics)
    return Tree(builder.root, builder.root_place, builder.diagnostics, builder.clinging, builder.nodes)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not been read yet.

    `key` is the key waiting for its value, None where a key is due; a list has always the same, `_NO_KEY`.
    """

    data: dict[str, Data] | list[Data]
    place: Place
    anchor: str | None
    first_node: int
    key: str | None


_NO_KEY = ""
"""What stands for the key of what is in a list."""


class _Builder:
    """Builds data and places from events, keeping an explicit stack so that depth costs no recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.clinging: list[tuple[str, Place]] = []
        self.root: Data = None
        self.root_place = Place(0, 0, 0, 0)
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Data, Place, int]] = {}
        self.nodes = 0
        self._documents = 0

    def run(self) -> None:
        """Read all events.

        Raises:
            yaml.YAMLError: on a syntax error.
            _Refused: when a limit is passed or the file uses what plans do not have.
        """
        parser = _Parser(self.source.text)
        handlers = {
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        next_event, scalar, scalar_event = parser.get_event, self._scalar, yaml.ScalarEvent
        try:
            while (event := next_event()) is not None:
                if type(event) is scalar_event:
                    scalar(event)  # four of five are
                elif (handler := handlers.get(type(event))) is not None:
                    handler(event)
        finally:
            parser.dispose()

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "IP008", "一个文件里只能有一份计划，这里用 --- 又开始了一份", "拆成两个文件")

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse_tag(event)
        value, style, start, end = event.value, event.style, event.start_mark, event.end_mark
        line, end_line = start.line, end.line
        if len(value) > MAX_SCALAR:
            self._refuse(event, "IP006", f"这个值有 {len(value)} 个字，超过 {MAX_SCALAR} 字的上限", "分成几段")
        # Elsewhere the source has been searched already; only “\u200b” in double quotes makes a character of its own.
        if style == '"' and (hidden := find_invisible(value)):
            self._refuse(event, "IP005", *explain_invisible(hidden[0]))
        place = Place(line, start.column, end_line, end.column, NOTHING_INSIDE, NOTHING_INSIDE)
        if self._stack and self._stack[-1].key is None:  # `_awaits_key`, of which a call for each value would be felt
            self._take_key(event, value, place)
            return
        if style in _PLAIN:
            if "：" in value and (key := _CLINGING_KEY.match(value)):
                self.clinging.append((key[1], place))
            if value in _NULLS:
                self._report_empty(place)
                self._add(None, place, event.anchor, 1)
                return
        if line != end_line and style != "|":
            value = _FOLDED_SPACE.sub("", value)
        place.text = value = value.strip()
        self._add(value, place, event.anchor, 1)

    def _report_empty(self, place: Place) -> None:
        """A key or a list item with nothing behind it; an empty file is not the matter of this module."""
        if not self._stack:
            return
        top = self._stack[-1]
        if self._in_row():
            return
        if (key_place := top.place.keys.get(top.key or "")) is not None:
            self._report(key_place.span, "IP103", f"“{top.key}”后面没有写内容", _FILL_IN)
        else:
            self._report(place.span, "IP103", "这一项没有写内容", _FILL_IN)

    def _in_row(self) -> bool:
        """Whether this is a list in a list, the row of a table, whose cells may be empty."""
        return len(self._stack) > 1 and all(isinstance(one.data, list) for one in self._stack[-2:])

    def _refuse_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._refuse(event, "IP007", f"不能用 YAML 标签 {tag}", "删掉标签，直接写值；文字以 ! 开头时加引号")

    def _start(self, event: Any) -> None:
        self._refuse_tag(event)
        if len(self._stack) >= MAX_DEPTH:
            self._refuse(event, "IP006", f"嵌套超过 {MAX_DEPTH} 层", "计划用不着这么多层")
        if self._awaits_key():
            self._refuse_collection_as_key(event)
        if isinstance(event, yaml.MappingStartEvent):
            opened = _Open({}, _place(event), event.anchor, self.nodes, key=None)
        else:
            opened = _Open([], _place(event), event.anchor, self.nodes, key=_NO_KEY)
        self._stack.append(opened)

    def _refuse_collection_as_key(self, event: Any) -> None:
        """`{{ name }}` without quotes is a mapping with a mapping as its key to YAML."""
        line, column = event.start_mark.line + 1, event.start_mark.column
        if self.source.line(line)[max(0, column - 1) : column + 1] == "{{":
            span = Span(line, column, line, column + 2)
            raise _Refused(
                self._error(span, "IP002", "以 {{ 开头的文字要加引号", '整段加引号，例如 "{{ plan.title }}"')
            )
        self._refuse(event, "IP002", "键的位置上出现了列表或另一组键", "文字以 [ 或 { 开头时要加引号")

    def _end(self, event: Any) -> None:
        done = self._stack.pop()
        done.place.end_line, done.place.end_column = event.end_mark.line, event.end_mark.column
        self._add(done.data, done.place, done.anchor, 1 + self.nodes - done.first_node)

    def _alias(self, event: Any) -> None:
        if self._awaits_key():
            self._refuse(event, "IP007", "键不能用别名（*）", "把键写出来")
        known = self._anchors.get(event.anchor)
        if known is None:
            self._refuse(event, "IP007", f"别名 *{event.anchor} 指向它自己，或前面没有 &{event.anchor}", _NO_ALIAS)
            return
        data, place, size = known
        self.nodes += size - 1
        here = _place(event)
        here.children, here.keys = place.children, place.keys
        self._add(data, here, None, size)

    def _awaits_key(self) -> bool:
        return bool(self._stack) and self._stack[-1].key is None

    def _take_key(self, event: Any, key: str, place: Place) -> None:
        top = self._stack[-1]
        keys = top.place.keys
        if key == "<<":
            self._refuse(event, "IP007", "不能用合并键 <<", "把要用的键写出来")
        if key in keys:
            first = keys[key].line + 1
            self._report(place.span, "IP003", f"“{key}”写了两次（第一次在第 {first} 行）", "留一个，另一个删掉或改名")
        top.key = key
        keys[key] = place

    def _add(self, data: Data, place: Place, anchor: str | None, size: int) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Refused(self._error(place.span, "IP006", f"值的个数超过 {MAX_NODES} 的上限", _SPLIT))
        if anchor is not None:
            self._anchors[anchor] = (data, place, size)
        if not self._stack:
            self.root, self.root_place = data, place
            return
        top = self._stack[-1]
        inside = top.data
        if isinstance(inside, list):
            top.place.children[len(inside)] = place
            inside.append(data)
        elif top.key is not None:
            top.place.children[top.key] = place
            inside[top.key] = data
            top.key = None

    def _refuse(self, event: Any, code: str, message: str, hint: str | None) -> None:
        raise _Refused(self._error(_place(event).span, code, message, hint))

    def _report(self, span: Span, code: str, message: str, hint: str | None) -> None:
        if len(self.diagnostics) >= MAX_REPORTED:
            message = f"错误太多：这里往后的没有看，只列出前 {MAX_REPORTED} 个"
            raise _Refused(self._error(span, "IP100", message, "先改好上面这些"))
        self.diagnostics.append(self._error(span, code, message, hint))

    def _error(self, span: Span, code: str, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(self.source.path, span, code, Severity.ERROR, message, hint)


_FILL_IN = "写上内容，或者删掉这一行"
_SPLIT = "分成几个文件；别名（*）用几次就算几次"
_NO_ALIAS = "文字以 * 开头时要加引号"


def _place(event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    return Place(start.line, start.column, end.line, end.column)
