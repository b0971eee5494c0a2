"""Hostile plans end in one finding each, and quickly: nothing here asserts time, but a slow reader never returns."""

from dataclasses import replace

import pytest

from ipplan.loader.load import load_plan
from ipplan.loader.schema_errors import MAX_EXPLAINED
from ipplan.pipeline import check

DEEP = {
    "brackets": "[" * 50_000,
    "braces": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "keys": "".join(" " * i + "a:\n" for i in range(1000)),
    "brackets-closed": "[" * 50_000 + "]" * 50_000,
}


@pytest.fixture
def findings(tmp_path):
    def findings(text):
        path = tmp_path / "plan.yaml"
        path.write_text(text, encoding="utf-8")
        return check(path).report.diagnostics

    return findings


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting(findings, text):
    """Nesting is refused at the level after the deepest that is allowed."""
    (found,) = findings(text)
    assert (found.code, found.message) == ("IP006", "嵌套超过 40 层")


@pytest.mark.parametrize(
    "text", ["? " * 50_000, "- [" * 20_000, "[{" * 20_000, "!a " * 20_000], ids=["?", "-[", "[{", "!"]
)
def test_other_deep_nonsense(findings, text):
    """What is no plan at any depth is refused where it begins."""
    (found,) = findings(text)
    assert found.span.line == 1
    assert found.span.column < 100


def test_deep_nesting_inside_a_plan(findings):
    """The place of the first level that is too deep is shown."""
    (found,) = findings("plan:\n  title: 计划\n  body: " + "[" * 50_000)
    assert (found.code, found.span.line, found.span.column) == ("IP006", 3, 47)


def test_deepest_allowed(findings):
    """Forty levels are read, and what is wrong in the innermost is found."""
    levels = "".join("  " * i + f"- section: 第{i}层\n" + "  " * i + "  body:\n" for i in range(17))
    text = "plan:\n title: 计划\n body:\n" + "".join(f"  {line}\n" for line in levels.splitlines())
    (found,) = findings(text + "  " * 18 + "- {deu: 1}\n")
    assert (found.code, found.span.line) == ("IP104", 38)


def test_long_number(findings):
    """A number of a million digits is text of a million characters, which is too long."""
    (found,) = findings("plan:\n  title: " + "9" * 1_000_000)
    assert (found.code, found.message) == ("IP006", "这个值有 1000000 个字，超过 100000 字的上限")
    assert found.span.line == 2


@pytest.mark.parametrize("key", ["version", "plan"])
def test_number_that_python_refuses(findings, key):
    """Five thousand digits, more than Python makes an integer of, are a wrong value like any other."""
    codes = {found.code for found in findings(f"{key}: {'9' * 5000}\n")}
    assert codes == ({"IP105"} if key == "version" else {"IP104"})


def test_long_document_number(findings):
    """A document number of thousands of digits is refused as one in a wrong form."""
    text = f"notice: {{number: {'9' * 5000}, date: 2017-02-07, to: 各县区}}\nplan: {{title: 计划, body: [内容。]}}\n"
    assert [found.code for found in findings(text)] == ["IP602"]


def test_wide_alias_bomb(findings):
    """Aliases count as often as they are used, also where the list is flat."""
    (found,) = findings("a: &a [" + "甲, " * 1000 + "]\nb: [" + "*a, " * 1000 + "]\n")
    assert (found.code, found.span.line) == ("IP006", 2)


def test_many_mistakes(findings):
    """Of thousands of mistakes the first are explained, and the rest is counted."""
    found = findings("plan:\n  title: 计划\n  body: [内容。]\n" + "".join(f"k{i}: 1\n" for i in range(20_000)))
    assert len(found) == MAX_EXPLAINED + 1
    assert (found[-1].code, found[-1].message) == ("IP100", "错误太多：共 20000 个，只列出前 200 个")


def test_many_findings_of_rules(findings):
    """A reference that is wrong ten thousand times is found ten thousand times."""
    found = findings("plan:\n  title: 计划\n  body:\n" + "    - 见{{ 甲 }}。\n" * 10_000)
    assert [one.span.line for one in found] == list(range(4, 10_004))


def test_long_keys(findings):
    """A key of fifty thousand characters is compared with no other."""
    (first, *_) = findings("甲" * 50_000 + "\n: 1\nplan: {title: 计划, body: [内容。]}\n")
    assert first.code in {"IP002", "IP101"}


def test_not_a_plan_at_all(tmp_path):
    """A megabyte of text is one wrong value."""
    path = tmp_path / "plan.yaml"
    path.write_text("计划" * 40_000, encoding="utf-8")
    (found,) = load_plan(path).diagnostics
    assert found.code == "IP104"


MISTAKEN = """\
    - {tesk: 甲, lead: []}
    - {task: [甲], due: {a: 1}}
    - {task: 甲, numbered: maybe, targets: {量: {kind: 别的, text: 不少于5件}}}
    - {columns: [时限, 甲，乙], tasks: []}
    - {section: {a: 1}, body: 甲}
    - [甲]
    - {table: [[[1]]], columns: 甲, tirle: 乙}
"""


def test_many_mistakes_are_told_like_few(findings):
    """What the first of very many mistakes are told as does not depend on how many follow."""
    head = "plan:\n  title: 计划\n  body:\n"
    few, many = findings(head + MISTAKEN), findings(head + MISTAKEN * 40)
    assert len(few) > 10
    assert many[-1].code == "IP100"
    assert [replace(one, path=few[0].path) for one in many[: len(few)]] == list(few)


def test_messages_have_no_braces_of_ours(findings):
    """What somebody wrote is quoted; the signs that say where in a message are not seen."""
    (found,) = findings("plan:\n  title: 计划\n  body:\n    - {columns: [时限], tasks: [{task: 甲}]}\n")
    assert found.message == "不知道“时限”这一栏放什么"
    assert found.hint is not None
    assert found.hint.endswith("{title: 时限, shows: due}")
