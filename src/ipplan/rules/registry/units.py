"""IP2xx: units, references and the structure of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    completeness,
    headings,
    references,
    unit_pairs,
    units,
)
from ipplan.rules.rule import Rule

if TYPE_CHECKING:
    from ipplan.rules.rule import Subject

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

UNITS: tuple[Rule[Subject], ...] = (
    Rule("IP201", "unit-not-in-register", WARNING, units.not_in_register, "单位不在名录里", basis.PRACTICE),
    Rule("IP202", "unit-with-two-names", WARNING, unit_pairs.two_names, "同一单位两个名称", basis.CONSISTENCY),
    Rule("IP203", "undefined-reference", ERROR, references.undefined, "引用的名字没有定义", basis.FORMAT),
    Rule("IP204", "name-defined-twice", ERROR, references.defined_twice, "名字定义了两次", basis.FORMAT),
    Rule("IP205", "unpaired-braces", ERROR, references.unpaired_braces, "引用的大括号不成对", basis.FORMAT),
    Rule("IP206", "reference-not-filled", ERROR, references.not_filled, "引用的内容没有填", basis.FORMAT),
    Rule("IP207", "unit-twice-in-list", ERROR, units.twice_in_list, "同一单位写了两次", basis.CONSISTENCY),
    Rule("IP208", "unit-in-two-roles", WARNING, units.in_two_roles, "同一单位担了两种责任", basis.CONSISTENCY),
    Rule("IP209", "group-without-members", NOTE, units.group_without_members, "统称没有列成员", basis.PRACTICE),
    Rule("IP220", "task-without-owner", WARNING, completeness.without_owner, "任务没有责任单位", basis.PRACTICE),
    Rule("IP221", "owners-without-lead", WARNING, completeness.without_lead, "几个单位没有牵头的", basis.PRACTICE),
    Rule("IP222", "task-without-target", NOTE, completeness.without_target, "任务没有目标", basis.PRACTICE),
    Rule("IP223", "task-without-deadline", WARNING, completeness.without_deadline, "任务没有时限", basis.PRACTICE),
    Rule("IP224", "repeats-heading", WARNING, headings.repeats_parent, "重复了上面的标题", basis.PRACTICE),
    Rule("IP225", "label-out-of-order", WARNING, headings.out_of_order, "序号不连续", basis.layout("7.3.3")),
    Rule("IP226", "empty-section", WARNING, headings.empty, "标题下面没有内容", basis.PRACTICE),
)
