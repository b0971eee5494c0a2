"""IP4xx: targets and sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    changes,
    declared_counts,
    declared_headings,
    declared_structure,
    declared_units,
    numbers,
    parts,
    same_indicator,
    shares,
    sums,
    table_totals,
    targets,
    yearly,
)
from ipplan.rules.rule import Rule

if TYPE_CHECKING:
    from ipplan.rules.rule import Subject

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

TARGETS: tuple[Rule[Subject], ...] = (
    Rule("IP401", "quantity-not-understood", WARNING, targets.not_understood, "看不懂数量", basis.FORMAT),
    Rule("IP402", "unit-missing", WARNING, targets.unit_missing, "目标没有单位", basis.PRACTICE),
    Rule("IP403", "range-runs-downwards", ERROR, numbers.descending, "范围前大后小", basis.CONSISTENCY),
    Rule("IP404", "share-above-the-whole", ERROR, shares.above_the_whole, "比率超过100%", basis.CONSISTENCY),
    Rule("IP405", "change-does-not-add-up", ERROR, changes.not_adding_up, "增减数和起止数对不上", basis.CONSISTENCY),
    Rule("IP406", "years-do-not-fit", ERROR, yearly.years_do_not_fit, "分年度数和目标对不上", basis.CONSISTENCY),
    Rule(
        "IP407",
        "change-against-its-words",
        ERROR,
        changes.against_its_direction,
        "增减的说法和数相反",
        basis.CONSISTENCY,
    ),
    Rule("IP408", "part-above-the-whole", ERROR, parts.above_the_whole, "其中数大于总数", basis.CONSISTENCY),
    Rule("IP409", "cumulative-falls", ERROR, yearly.cumulative_falls, "累计数变小", basis.CONSISTENCY),
    Rule("IP410", "breakdown-does-not-add-up", ERROR, sums.not_adding_up, "分解数加起来不等于总数", basis.CONSISTENCY),
    Rule(
        "IP411", "listed-otherwise", ERROR, declared_counts.listed_otherwise, "列的项数和说的不一样", basis.CONSISTENCY
    ),
    Rule("IP412", "attachments-counted", ERROR, declared_units.attachments, "附件的个数不对", basis.CONSISTENCY),
    Rule(
        "IP413",
        "prose-differs-from-target",
        ERROR,
        same_indicator.prose_differs,
        "正文和目标的数不一样",
        basis.CONSISTENCY,
    ),
    Rule("IP414", "two-figures", WARNING, same_indicator.two_figures, "同一指标两个目标", basis.CONSISTENCY),
    Rule(
        "IP415",
        "with-and-without-more",
        WARNING,
        same_indicator.with_and_without_more,
        "“以上”时有时无",
        basis.CONSISTENCY,
    ),
    Rule("IP416", "target-without-figure", Severity.NOTE, targets.vague, "目标没有数", basis.PRACTICE),
    Rule("IP417", "percent-for-points", WARNING, changes.points, "百分点写成百分数", basis.PRACTICE),
    Rule("IP418", "units-counted", ERROR, declared_units.units, "列出的单位比说的多", basis.CONSISTENCY),
    Rule("IP419", "tasks-counted", WARNING, declared_structure.sections, "任务的项数和说的不一样", basis.CONSISTENCY),
    Rule("IP420", "heading-counted", ERROR, declared_headings.listed_otherwise, "标题里的项数不对", basis.CONSISTENCY),
    Rule("IP421", "table-total-wrong", ERROR, table_totals.not_the_sum, "表里的合计不对", basis.CONSISTENCY),
)
