"""The rules about elements and across plans: silent on clean papers, and never slow."""

import time
from pathlib import Path

import pytest

from ipplan.cli.run import run
from ipplan.diagnostics import Span
from ipplan.model.plan import PlanFile
from ipplan.model.project import Project
from ipplan.rules import attachments, citations, titles
from ipplan.rules.across import PlanFacts, Run, Spot
from ipplan.rules.plan_facts import plan_facts
from ipplan.rules.registry import ACROSS_RULES
from ipplan.rules.rule import Subject
from kit.calls import count_calls

ROOT = Path(__file__).parents[2]
CLEAN = {
    "title": ["关于做好2026年工作的函", "海澄市知识产权局关于任职的通知（试行）", "关于同意设立分中心的批复"],
    "plan": ["2026年知识产权重点工作", "知识产权强市建设三年行动", "2026年主要活动", "国家知识产权战略纲要"],
    "text": [
        "请将材料作为邮件附件发送，附件大小不超过10兆。",
        "《工作办法》附件3所列事项，由省局《通知》的附件1规定。",
        "国家知识产权局公告（2020）第3号、（2017）苏01民终123号判决书。",
        "《办法》（苏财规〔2021〕1号、3号）和《关于印发〈规划〉的通知》（苏政发〔2021〕8号）。",
        "《条例》（国务院令第711号）和《专利法》第12号修正案。",
        "附件要加盖公章；附件材料一式两份。",
        "见附件的表头说明由省局通知附件2规定。",
    ],
}  # fmt: skip


def subject(text="内容。", title="工作计划", notice_title=None):
    said = {"plan": {"title": title, "body": [{"text": text}]}}
    if notice_title is not None:
        said["notice"] = {"number": "1", "date": "2026年3月2日", "to": "各县区", "title": notice_title}
    return Subject(PlanFile.model_validate(said), Project())


RULES = (
    titles.without_type, titles.without_kind, attachments.missing, attachments.not_mentioned,
    attachments.typed_line, attachments.other_title, citations.malformed_number, citations.number_first,
    citations.number_alone,
)  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, every in CLEAN.items() for words in every])
def test_look_alikes(kind, words):
    """What only looks like a mistake is left alone."""
    keys = {"title": "notice_title", "plan": "title", "text": "text"}
    looked_at = subject(**{keys[kind]: words})
    assert [found.message for rule in RULES for found in rule(looked_at)] == []


@pytest.mark.parametrize("folder", ["examples", "tests/plans"])
def test_clean_folders(folder, capsys):
    """All plans of a folder together have nothing against each other."""
    run(["validate", str(ROOT / folder), "--select", "IP6,IP7"])
    assert "没有发现问题" in capsys.readouterr().out


def facts(one):
    yield plan_facts(one, Path("plan.yaml"), lambda _: Spot(Path("plan.yaml"), Span(1, 1, 1, 1)))


def test_many_plans_are_compared_quickly():
    """A thousand plans cost far less than reading them."""
    one = next(facts(subject("按照《甲计划》（苏知发〔2020〕62号）执行。")))
    plans = [PlanFacts(Path(f"{index}.plan.yaml"), titles=one.titles, cited=one.cited) for index in range(1_000)]
    start = time.process_time()
    for rule in ACROSS_RULES:
        assert list(rule.check(Run(plans))) == []
    assert time.process_time() - start < 2


def test_several_attachments_are_one_mention():
    """附件1、附件2和附件3 is said once, and a long row of them is gone through once."""
    (found,) = attachments.missing(subject("见附件1、附件2和附件3。"))
    assert found.message == "提到附件3，却没有附件"
    long = subject("见" + "附件1、" * 2000)
    assert count_calls(lambda: list(attachments.missing(long))) < 20 * 2000
