"""What a wording template may say: the part of Jinja in which a phrase costs no more than its own length.

A template is written by somebody else than the user who runs it. Jinja's sandbox keeps it away from Python's inside;
loops, macros, includes and multiplication would still let a line of text run for years or fill the memory. A phrase
needs none of them, so they are refused where they stand, before anything runs. What is left (names, conditions,
joining, a few filters) does a bounded amount of work for each character of the template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

if TYPE_CHECKING:
    from jinja2 import BaseLoader

MAX_PHRASE = 100_000
"""Characters that a phrase may have once it is filled in."""

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Name, nodes.Const, nodes.Keyword,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Filter,
    nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Concat, nodes.Add, nodes.Sub, nodes.Call,
)  # fmt: skip
_STATEMENTS = {
    nodes.For: "{% for %}", nodes.Macro: "{% macro %}", nodes.CallBlock: "{% call %}", nodes.Assign: "{% set %}",
    nodes.AssignBlock: "{% set %}", nodes.Include: "{% include %}", nodes.Import: "{% import %}",
    nodes.FromImport: "{% from %}", nodes.Extends: "{% extends %}", nodes.Block: "{% block %}",
    nodes.With: "{% with %}", nodes.FilterBlock: "{% filter %}", nodes.Mul: "*", nodes.Pow: "**", nodes.Div: "/",
    nodes.FloorDiv: "//", nodes.Mod: "%", nodes.List: "[…]", nodes.Tuple: "(…, …)", nodes.Dict: "{…}",
}  # fmt: skip
"""How those that are refused are written, for the message."""
_METHODS = frozenset({"startswith", "endswith"})
_FILTERS = ("default", "d", "first", "last", "length", "lower", "string", "trim", "upper")


class PhraseEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for phrases: sandboxed, without statements that repeat or multiply, and with Chinese names for mistakes."""

    def __init__(self, loader: BaseLoader) -> None:
        super().__init__(loader=loader, undefined=_Unknown, autoescape=False, trim_blocks=True, lstrip_blocks=True)
        self.filters = {name: self.filters[name] for name in _FILTERS} | {"replace": _replaced}
        self.globals = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a template, in which everything is allowed. Raises TemplateSyntaxError at the line if not."""
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.Node):
            if (refused := _refused(node)) is not None:
                raise TemplateSyntaxError(f"措辞模板里不能用 {refused}", node.lineno, name, filename)
        return tree


def _refused(node: nodes.Node) -> str | None:
    """How something that is not allowed is written; None for what is."""
    if isinstance(node, nodes.Call):
        method = node.node.attr if isinstance(node.node, nodes.Getattr) else None
        return None if method in _METHODS else f"{method or getattr(node.node, 'name', '')}()"
    return None if isinstance(node, _ALLOWED) else _STATEMENTS.get(type(node), type(node).__name__)


class _Unknown(StrictUndefined):
    """A name that a template is not given; whoever uses it is told so in Chinese."""

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        return f"没有“{name}”这个名字" if isinstance(name, str) else super()._undefined_message


def _replaced(words: Any, before: str, after: str) -> str:
    """The filter `replace`. Raises ValueError if the text would become too long."""
    if isinstance(words, _Unknown):
        raise UndefinedError(words._undefined_message)
    text = str(words)
    if len(text) + text.count(before) * len(after) > MAX_PHRASE:
        raise ValueError(f"填好的文字超过 {MAX_PHRASE} 字")
    return text.replace(before, after)
