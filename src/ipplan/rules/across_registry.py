"""IP7xx: the plans of a run against each other. A run in which no plan changed loads no others."""

from __future__ import annotations

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    levels,
    numbers_across,
)
from ipplan.rules.across import AcrossRule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

ACROSS: tuple[AcrossRule, ...] = (
    AcrossRule("IP701", "number-used-twice", ERROR, numbers_across.number_twice, "发文字号重复", basis.layout("7.2.5")),
    AcrossRule(
        "IP702", "serial-skipped", WARNING, numbers_across.serial_skipped, "发文顺序号跳号", basis.layout("7.2.5")
    ),
    AcrossRule(
        "IP703", "serial-before-date", WARNING, numbers_across.serial_before_date, "号在后日期在前", basis.PRACTICE
    ),
    AcrossRule(
        "IP704", "cited-by-other-title", ERROR, numbers_across.other_title, "引用的标题和文号对不上", basis.CONSISTENCY
    ),
    AcrossRule(
        "IP705", "cited-by-other-number", ERROR, numbers_across.other_number, "引用的文号不对", basis.CONSISTENCY
    ),
    AcrossRule("IP706", "upper-plan-missing", ERROR, levels.upper_missing, "找不到上级计划", basis.FORMAT),
    AcrossRule(
        "IP707", "target-not-taken-up", WARNING, levels.target_not_taken_up, "上级的目标没有承接", basis.PRACTICE
    ),
    AcrossRule("IP708", "task-not-taken-up", WARNING, levels.task_not_taken_up, "上级的任务没有承接", basis.PRACTICE),
    AcrossRule("IP709", "below-upper-target", WARNING, levels.below_upper, "目标比上级的低", basis.PRACTICE),
    AcrossRule("IP710", "unknown-upper-name", ERROR, levels.unknown_name, "上级计划里没有这个名字", basis.FORMAT),
)
