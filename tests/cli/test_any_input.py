"""Whatever a file holds, checking it gives a report whose places are in the file, and nothing ends in an exception.

Mutated examples that are still valid are rendered: a paper or an `IpplanError`, nothing else.

The same inputs are tried each time. `IPPLAN_FUZZ=2000 pytest tests/cli/test_any_input.py` tries so many new ones in
each test; what it finds becomes a case of its own.
"""

import contextlib
import copy
import os
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipplan.codes import described
from ipplan.compiler import Compiler
from ipplan.errors import IpplanError
from ipplan.model.blocks import Section, Task
from ipplan.model.forms import Form
from ipplan.model.plan import Notice, Plan, PlanFile
from ipplan.model.tables import TaskTable
from ipplan.pipeline import check
from ipplan.reporters.text import diagnostic_text

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/plan.yaml"))
FUZZ = int(os.environ.get("IPPLAN_FUZZ", "0"))
QUICK = settings(max_examples=FUZZ or 60, derandomize=not FUZZ, deadline=None, suppress_health_check=list(HealthCheck))
CODES = frozenset(described())

PROJECT = "office: {name: 甲局, code: 甲发}\nunits: [市科技局]\n"


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "ipplan.yaml").write_text(PROJECT, encoding="utf-8")
        yield Path(name)


def checked(folder, text):
    """The plan after checking, having looked at every finding."""
    path = folder / "plan.yaml"
    data = text if isinstance(text, bytes) else text.encode()
    path.write_bytes(data)
    result = check(path)
    sources = {source.path: source for source in result.sources}
    for found in result.report.diagnostics:
        assert found.code in CODES
        assert found.message
        assert diagnostic_text(found, sources, colour=True)
        assert_inside(found.span, sources[path], data)
    return result


def assert_inside(span, source, data):
    """The place is one that the file has; of a file that is no text, only the lines are known."""
    assert (1, 1) <= span[:2] <= span[2:]
    if not source.text:
        assert span.end_line <= data.count(b"\n") + data.count(b"\r") + 1
        return
    assert span.end_line <= len(source.lines)
    assert span.column <= len(source.line(span.line)) + 1
    assert span.end_column <= len(source.line(span.end_line)) + 2


@QUICK
@given(data=st.binary(max_size=200))
def test_bytes(folder, data):
    """Random bytes."""
    assert checked(folder, data).report.diagnostics


@QUICK
@given(data=st.text(max_size=200))
def test_text(folder, data):
    """Random text."""
    assert checked(folder, data.encode("utf-8", "replace")).report.diagnostics


MODELS = (PlanFile, Notice, Plan, Section, Task, TaskTable, Form)
KEYS = st.sampled_from(
    [
        *sorted({key for model in MODELS for key in model.model_fields}),
        "columns",
        "rows",
        "shows",
        "name",
        "标题",
        "名字",
    ]
)
PHRASES = [
    "甲",
    "待定",
    "无",
    "1",
    "0",
    "连知〔2017〕2号",
    "2017年2月7日",
    "2月30日",
    "不少于4篇",
    "每半年",
    "一、",
    "（一）",
]
SIGNS = [
    "{{ 甲 }}",
    "{{",
    "}}",
    "none",
    "true",
    "否",
    "line",
    "due",
    "序号",
    "市科技局、市财政局",
    "a: b",
    "甲：乙",
    "text：乙",
]
WORDS = st.text(max_size=8) | st.sampled_from(PHRASES + SIGNS)
TREES = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def dumped(tree):
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


@QUICK
@given(tree=TREES)
def test_trees(folder, tree):
    """Random trees of the keys and words that plans have."""
    checked(folder, dumped(tree))


@QUICK
@given(tree=TREES, body=st.lists(st.dictionaries(KEYS, WORDS, max_size=3) | WORDS | TREES, max_size=4))
def test_trees_inside_a_plan(folder, tree, body):
    """Random blocks in a plan."""
    checked(folder, dumped({"plan": {"title": "计划", "body": body, "attachments": tree}}))


def places(tree, path=()):
    """The ways to all values of a tree."""
    yield path
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, inner in items:
        yield from places(inner, (*path, step))


MARKS = ["", " ", "\n", "\t", ":", "：", "- ", "'", '"', "[", "}", "{{", "#", "&a ", "*a", "\u2028", "甲"]


def mutated(tree, draw):
    """A copy in which one value is replaced, removed, doubled or renamed."""
    tree = copy.deepcopy(tree)
    *way, last = draw(st.sampled_from([path for path in places(tree) if path]))
    parent = tree
    for step in way:
        parent = parent[step]
    match draw(st.sampled_from(["replace", "remove", "wrap", "rename", "unwrap", "swap"])):
        case "replace":
            parent[last] = draw(WORDS | TREES)
        case "remove":
            del parent[last]
        case "wrap":
            parent[last] = draw(st.sampled_from([[parent[last]], {"text": parent[last]}, {"section": parent[last]}]))
        case "rename" if isinstance(parent, dict):
            parent[draw(KEYS)] = parent.pop(last)
        case "unwrap" if isinstance(parent[last], list) and parent[last]:
            parent[last] = parent[last][0]
        case "swap" if isinstance(parent, list):
            parent.reverse()
    return tree


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.parent.name)
def example(request):
    return yaml.load(request.param.read_text("utf-8"), yaml.BaseLoader)


@settings(QUICK, max_examples=FUZZ or 25)
@given(data=st.data())
def test_mutated_examples(folder, example, data):
    """One or two changes to a real plan: findings, and where there are none that hinder, a paper."""
    tree = mutated(example, data.draw)
    if data.draw(st.booleans()):
        tree = mutated(tree, data.draw)
    result = checked(folder, dumped(tree))
    if not result.hindrances(draft=True):
        with contextlib.suppress(IpplanError):
            assert Compiler().docx(result, draft=True).startswith(b"PK")


@settings(QUICK, max_examples=FUZZ or 25)
@given(data=st.data())
def test_mutated_text_of_examples(folder, data):
    """Characters put into or taken out of a real plan's text."""
    text = data.draw(st.sampled_from(EXAMPLES)).read_text("utf-8")[:3000]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        cut = data.draw(st.sampled_from([0, 1, 5, 100]))
        put = data.draw(st.sampled_from(MARKS))
        text = text[:at] + put + text[at + cut :]
    checked(folder, text)
