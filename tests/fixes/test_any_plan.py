"""Plans into which mistakes were put, in every style of YAML: what fixing promises holds for each of them.

The same inputs are tried each time. `IPPLAN_FUZZ=2000 pytest tests/fixes/test_any_plan.py` tries so many new ones.
"""

import os
import random
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipplan.cli.fixing import WorkingCopies
from ipplan.edits import edited, encoded_like
from ipplan.fixes import fixed
from ipplan.pipeline import check
from ipplan.selection import Selection

ROOT = Path(__file__).parents[2]
PLANS = sorted([*(ROOT / "examples").glob("*/plan.yaml"), *(ROOT / "tests" / "plans").glob("*/plan.yaml")])
FUZZ = int(os.environ.get("IPPLAN_FUZZ", "0"))
QUICK = settings(max_examples=FUZZ or 40, derandomize=not FUZZ, deadline=None, suppress_health_check=list(HealthCheck))
STYLES = st.sampled_from([None, '"', "'", "|", ">"])
SPOILT = [
    ("，", ","), ("，", "，，"), ("，", "， "), ("，", "，活动活动2"), ("。", "；。"), ("：", ":"),
    ("。", "。\n, 下一行 ,"), ("（([^（）]*)）", r"(\1)"), ("“([^“”]*)”", r'"\1"'), ("“([^“”]*)”", r"'\1'"),
    ("》《", "》、《"), ("([一-龥])([一-龥])", r"\1 \2"), (r"(\d)(?=[年月日])", r"\1 "), ("和", "、和"),
    ("以及", "、以及"), ("·", "•"), (r"(\d)～(\d)", r"\1-\2"), (r"(\d)—(\d)", r"\1-\2"),
    ("地(?=[推落开])", "的"), ("知识产权", "知识产"),
    (r"(\d)月", r"0\1月"), (r"20(\d\d)年", r"\1年"), ("2", "２"), (r"〔(\d{4})〕", r"[\1]"),
]  # fmt: skip
"""Patterns of right words, and the mistakes that are made of them."""


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


_SHORT = 9
"""Values up to so many characters stay: keywords and dates, without which the rest would not be looked at."""


class Recipe(NamedTuple):
    """How a plan with mistakes is made: the plan, which mistakes and where, and how it is written anew."""

    plan: Path
    spoilers: list[tuple[str, str]]
    rate: float
    seed: int
    style: str | None
    width: int
    unicode: bool
    end: str
    mark: str

    def text(self):
        """The plan."""
        data = yaml.load(self.plan.read_text("utf-8"), yaml.BaseLoader)
        spoilt = self._spoilt(data, random.Random(self.seed))
        text = yaml.safe_dump(
            spoilt, default_style=self.style, width=self.width, allow_unicode=self.unicode, sort_keys=False
        )
        return self.mark + ("# 注释,  1-2\n" + text).replace("\n", self.end)

    def _spoilt(self, value, chance):
        if isinstance(value, dict):
            return {key: self._spoilt(inner, chance) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._spoilt(inner, chance) for inner in value]
        for right, wrong in self.spoilers if len(value) > _SHORT else ():
            if chance.random() < self.rate:
                value = re.sub(right, wrong, value)
        return value


RECIPES = st.builds(
    Recipe,
    st.sampled_from(PLANS),
    st.lists(st.sampled_from(SPOILT), min_size=1, max_size=5),
    st.sampled_from([0.02, 0.3, 1.0]),
    st.integers(0, 9999),
    STYLES,
    st.sampled_from([20, 60, 1000]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)


def corrected(path, *, unsafe):
    """The text of a plan after fixing."""
    copies = WorkingCopies()
    copies.correct(path, Selection(), unsafe=unsafe)
    assert copies.problems == []
    return copies.read(path).text


def said(text):
    """What YAML reads but for the words: kinds of events, anchors and styles; and the comments."""
    events = [(type(one), getattr(one, "anchor", None), getattr(one, "style", None)) for one in yaml.parse(text)]
    return events, re.findall("(?m)^#.*", text)


@QUICK
@given(recipe=RECIPES, unsafe=st.booleans())
def test_fixing(folder, recipe, unsafe):
    """Once is enough, findings become fewer, none that can be fixed is left, and only words have changed."""
    path = folder / "plan.yaml"
    before = recipe.text().encode()
    path.write_bytes(before)
    was = check(path)
    once = corrected(path, unsafe=unsafe)
    path.write_bytes(encoded_like(before, once))
    assert path.read_bytes().count(b"\r") == before.count(b"\r")
    now = check(path)
    assert corrected(path, unsafe=unsafe) == once
    assert said(now.plan.source.text) == said(was.plan.source.text)
    fixable = [found for found in was.report.diagnostics if found.fix and (unsafe or found.fix.safe)]
    assert [found for found in now.report.diagnostics if found.fix and (unsafe or found.fix.safe)] == []
    assert (once != was.plan.source.text) == bool(fixable)
    if fixable and was.plan.model is not None:  # else the rules had not looked at it before
        assert len(now.report.diagnostics) < len(was.report.diagnostics)


@QUICK
@given(recipe=RECIPES)
def test_one_round(folder, recipe):
    """Edits lie in the file, on one line and apart; what is not among them stays."""
    path = folder / "plan.yaml"
    path.write_bytes(recipe.text().encode())
    checked = check(path)
    source = checked.plan.source
    for found in checked.report.diagnostics:
        for edit in found.fix.edits if found.fix else ():
            assert edit.span.line == edit.span.end_line <= len(source.lines)
            assert 1 <= edit.span.column <= edit.span.end_column <= len(source.line(edit.span.line)) + 1
    after, edits = fixed(source, checked.report.diagnostics)
    assert after == edited(source.text, edits)
    kept, rest = [], 0
    for edit in sorted(edits):
        start, end = source.offset(*edit.span[:2]), source.offset(*edit.span[2:])
        assert start >= rest
        kept.append((source.text[rest:start], edit.words))
        rest = end
    assert after == "".join(words + new for words, new in kept) + source.text[rest:]


ALPHABET = ",;:?!()，。；：、！？（）\"'“”‘’《》 　\n\\{}#-~～·•.?%/年月日的地和及等中华人民单位要第一二0123４Ａa"


@QUICK
@given(
    words=st.lists(st.text(ALPHABET, min_size=1, max_size=40), min_size=1, max_size=6),
    style=STYLES,
    wide=st.booleans(),
    unsafe=st.booleans(),
)
def test_any_words(folder, words, style, wide, unsafe):
    """Fixing any words whatsoever gives a file that says the same but for them, and that need not be fixed again."""
    path = folder / "plan.yaml"
    body = [{"text": one} if index % 2 else {"task": one, "text": one} for index, one in enumerate(words)]
    data = {"version": "2", "plan": {"title": "计划", "body": body}}
    path.write_text(
        yaml.safe_dump(data, default_style=style, width=1000 if wide else 12, allow_unicode=wide), encoding="utf-8"
    )
    before = path.read_text("utf-8")
    once = corrected(path, unsafe=unsafe)
    assert said(once) == said(before)
    path.write_text(once, encoding="utf-8")
    assert corrected(path, unsafe=unsafe) == once
