"""Every rule takes time in proportion to the text: all of them at once, over 100 kB of each of the worst texts."""

import pytest

from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.rules.registry import RULES
from ipplan.rules.rule import Subject
from kit.patterns import SIZE, is_linear
from kit.worst import PIECES

_QUICK = 2.0
"""CPU seconds in which nothing quadratic gets all rules through 100 kB."""


def subject_of(text):
    """A plan that says a text everywhere: in prose, before a list, as task, target, unit and date, in cells."""
    body = [
        {"text": text},
        {"section": "重点任务", "body": [{"text": text}, {"item": "宣传。"}, {"item": "培训。"}]},
        {"task": "创造", "text": text, "targets": [text, "发明专利授权量达到600件", "商标30件", "标准20项"]},
        {"columns": ["地区", "授权量"], "table": [["合计", text[:100]], ["南湖区", "5件"], ["秀洲区", "6件"]]},
        {"section": "任务", "body": [{"tasks": [{"task": text, "lead": text[:5000], "due": text}]}]},
        {"indicators": [{"name": text[:100], "unit": "%", "values": {"2026年": text[:100], "2027年": "120"}}]},
    ]
    notice = {"number": "甲发〔2026〕1号", "date": "2026-02-03", "to": "各县区"}
    plan = {"title": "2026年计划", "period": "2026年", "body": body}
    return Subject(PlanFile.model_validate({"notice": notice, "plan": plan}), Project(units=["市科技局"]))


def run_all(text, rules=RULES):
    """What checking a plan with a text does, each time anew."""
    words = text.strip()
    subject = subject_of(words or f"知{text}知")
    for rule in rules:
        for _ in rule.check(subject):
            pass


@pytest.mark.parametrize("piece", PIECES)
def test_linear(piece):
    """Four times the text costs about four times as much, not sixteen."""
    assert is_linear(run_all, piece * (SIZE // len(piece.encode())), quick=_QUICK)
