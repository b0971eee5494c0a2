"""What every code of a finding is called: those of the rules, and those of reading a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ipplan.diagnostics import Severity
from ipplan.rules import basis
from ipplan.rules.registry import EVERY_RULE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.rules.across import AcrossRule
    from ipplan.rules.basis import Basis
    from ipplan.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Described:
    """A code, its name (English, stable), what it means (a few words), how bad a finding is, and on what it rests."""

    code: str
    name: str
    title: str
    severity: Severity
    basis: Basis


_READING = (
    ("IP001", "not-utf8-text", "文件不是 UTF-8 文本"),
    ("IP002", "yaml-syntax", "YAML 写法不对"),
    ("IP003", "duplicate-key", "同一个键写了两次"),
    ("IP004", "tab-indent", "用制表符缩进"),
    ("IP005", "invisible-character", "有看不见的字符"),
    ("IP006", "too-large", "超过计划文件的上限"),
    ("IP007", "yaml-feature-not-used", "用了计划里不用的 YAML 写法"),
    ("IP008", "several-documents", "一个文件里有几份计划"),
    ("IP009", "empty-file", "文件里没有内容"),
    ("IP010", "old-format", "旧格式的计划文件"),
    ("IP011", "include-failed", "包含不了别的文件"),
    ("IP012", "suppression-without-reason", "忽略问题没有写理由"),
    ("IP013", "unused-suppression", "用不着的忽略"),
    ("IP100", "more-schema-errors", "还有更多写法问题"),
    ("IP101", "unknown-key", "没有这个键"),
    ("IP102", "missing-key", "缺少必需的键"),
    ("IP103", "empty-value", "没有写内容"),
    ("IP104", "wrong-type", "值的类型不对"),
    ("IP105", "value-not-allowed", "值不能这样写"),
    ("IP602", "document-number-form", "发文字号写法不对"),
)
_WARNINGS = frozenset({"IP012", "IP013"})
_BASES = {"IP602": basis.layout("7.2.5")}


@cache
def described() -> Mapping[str, Described]:
    """All codes in their order."""
    every = (*(_of_reading(*row) for row in _READING), *(_of_rule(rule) for rule in EVERY_RULE))
    return {one.code: one for one in sorted(every, key=lambda one: one.code)}


def name_of(code: str) -> str:
    """The name of a code; the code itself where it has none."""
    known = described().get(code)
    return known.name if known else code


def _of_reading(code: str, name: str, title: str) -> Described:
    severity = Severity.WARNING if code in _WARNINGS else Severity.ERROR
    return Described(code, name, title, severity, _BASES.get(code, basis.FORMAT))


def _of_rule(rule: Rule[Any] | AcrossRule) -> Described:
    return Described(rule.code, rule.name, rule.title, rule.severity, rule.basis)
