"""All rules, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    completeness,
    elements,
    headings,
    numbers,
    punctuation,
    references,
    register,
    repetition,
    schedule,
    sums,
    targets,
    unit_pairs,
    units,
    wording,
    wording_names,
)
from ipplan.rules.rule import Rule, Subject

if TYPE_CHECKING:
    from ipplan.model.project import Project

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_UNITS_AND_REFERENCES = (
    Rule("IP201", "unit-not-in-register", WARNING, units.not_in_register, "单位不在名录里", basis.PRACTICE),
    Rule("IP202", "unit-with-two-names", WARNING, unit_pairs.two_names, "同一单位两个名称", basis.CONSISTENCY),
    Rule("IP203", "undefined-reference", ERROR, references.undefined, "引用的名字没有定义", basis.FORMAT),
    Rule("IP204", "name-defined-twice", ERROR, references.defined_twice, "名字定义了两次", basis.FORMAT),
    Rule("IP205", "unpaired-braces", ERROR, references.unpaired_braces, "引用的大括号不成对", basis.FORMAT),
    Rule("IP206", "reference-not-filled", ERROR, references.not_filled, "引用的内容没有填", basis.FORMAT),
)

_ROLES = (
    Rule("IP207", "unit-twice-in-list", ERROR, units.twice_in_list, "同一单位写了两次", basis.CONSISTENCY),
    Rule("IP208", "unit-in-two-roles", WARNING, units.in_two_roles, "同一单位担了两种责任", basis.CONSISTENCY),
    Rule("IP209", "group-without-members", NOTE, units.group_without_members, "统称没有列成员", basis.PRACTICE),
)

_STRUCTURE = (
    Rule("IP220", "task-without-owner", WARNING, completeness.without_owner, "任务没有责任单位", basis.PRACTICE),
    Rule("IP221", "owners-without-lead", WARNING, completeness.without_lead, "几个单位没有牵头的", basis.PRACTICE),
    Rule("IP222", "task-without-target", NOTE, completeness.without_target, "任务没有目标", basis.PRACTICE),
    Rule("IP223", "task-without-deadline", WARNING, completeness.without_deadline, "任务没有时限", basis.PRACTICE),
    Rule("IP224", "repeats-heading", WARNING, headings.repeats_parent, "重复了上面的标题", basis.PRACTICE),
    Rule("IP225", "label-out-of-order", WARNING, headings.out_of_order, "序号不连续", basis.layout("7.3.3")),
    Rule("IP226", "empty-section", WARNING, headings.empty, "标题下面没有内容", basis.PRACTICE),
    Rule("IP227", "clause-twice", WARNING, repetition.clause_twice, "同一句话写了两次", basis.PRACTICE),
)

_SCHEDULE = (
    Rule("IP301", "schedule-not-understood", WARNING, schedule.not_understood, "看不懂时限", basis.FORMAT),
    Rule("IP302", "impossible-date", ERROR, schedule.impossible_date, "没有这个日期", basis.CONSISTENCY),
    Rule("IP303", "ambiguous-deadline", WARNING, schedule.ambiguous, "时限有歧义", basis.PRACTICE),
)

_TARGETS = (
    Rule("IP401", "quantity-not-understood", WARNING, targets.not_understood, "看不懂数量", basis.FORMAT),
    Rule("IP403", "range-runs-downwards", ERROR, numbers.descending, "范围前大后小", basis.CONSISTENCY),
    Rule("IP410", "breakdown-does-not-add-up", ERROR, sums.not_adding_up, "分解数加起来不等于总数", basis.CONSISTENCY),
)

_WORDING = (
    Rule(
        "IP501",
        "half-width-punctuation",
        WARNING,
        punctuation.half_width,
        "中文里用了半角标点",
        basis.punctuation("5.1.1"),
    ),
    Rule("IP502", "doubled-punctuation", ERROR, punctuation.doubled, "标点重复", basis.punctuation("4")),
    Rule("IP503", "space-in-chinese", WARNING, punctuation.spaced, "汉字之间有空格", basis.PRACTICE),
    Rule("IP504", "doubled-word", WARNING, wording.doubled, "词语重复", basis.PRACTICE),
    Rule("IP505", "unpaired-mark", ERROR, punctuation.unbalanced, "标点不成对", basis.punctuation("4.8")),
    Rule(
        "IP506",
        "comma-between-titles",
        WARNING,
        punctuation.between_titles,
        "书名号之间用了顿号",
        basis.punctuation("4.5.3.5"),
    ),
    Rule("IP507", "comma-before-and", WARNING, punctuation.before_and, "连词前用了顿号", basis.punctuation("4.5")),
    Rule("IP508", "dot-in-date", WARNING, punctuation.date_dot, "日期简称的间隔号不对", basis.numerals("5.1.6")),
    Rule("IP509", "straight-quotes", WARNING, punctuation.straight_quotes, "用了直引号", basis.punctuation("4.8")),
    Rule("IP510", "range-sign", WARNING, numbers.range_sign, "范围的连接号不对", basis.numerals("5.1.3")),
    Rule("IP511", "percent-missing", WARNING, numbers.half_percent, "前一个数漏了百分号", basis.numerals("5.1.3")),
    Rule("IP512", "malformed-date", ERROR, numbers.malformed_date, "日期写法不对", basis.numerals("5.1.4")),
    Rule("IP513", "mixed-numerals", WARNING, numbers.mixed, "汉字数字和阿拉伯数字混用", basis.numerals("4.3")),
    Rule("IP514", "times-less", ERROR, numbers.times_less, "减少用了倍数", basis.PRACTICE),
    Rule("IP515", "full-width-figures", WARNING, numbers.full_width, "用了全角数字或字母", basis.numerals("5.1.7")),
    Rule("IP516", "hedged-twice", WARNING, numbers.hedged_twice, "概数重复或矛盾", basis.PRACTICE),
    Rule("IP517", "ordinal-form", WARNING, wording.ordinal, "序号写法不对", basis.layout("7.3.3")),
    Rule("IP518", "heading-ends-in-mark", WARNING, wording.heading_end, "标题末尾有标点", basis.PRACTICE),
    Rule("IP519", "two-digit-year", WARNING, numbers.short_year, "年份只写了两位", basis.numerals("5.1.4")),
    Rule("IP520", "name-in-two-forms", WARNING, wording_names.two_forms, "同一名称两种写法", basis.CONSISTENCY),
    Rule("IP521", "year-without-unit", WARNING, numbers.year_alone, "年份漏了“年”字", basis.numerals("5.1.4")),
    Rule("IP522", "stray-comma", WARNING, wording.stray_comma, "多了逗号", basis.PRACTICE),
    Rule("IP523", "de-for-di", WARNING, wording.de_for_di, "“的”应为“地”", basis.PRACTICE),
    Rule("IP524", "broken-term", ERROR, wording.broken_term, "词语缺字", basis.PRACTICE),
)

_ELEMENTS = (
    Rule("IP601", "undecided", WARNING, elements.undecided, "公文要素待定", basis.layout("7"), blocks_issue=True),
    Rule("IP603", "issuer-unknown", ERROR, elements.issuer_unknown, "不知道发文机关", basis.layout("7.2.4")),
    Rule(
        "IP604",
        "incomplete-document-number",
        ERROR,
        elements.incomplete_number,
        "发文字号不完整",
        basis.layout("7.2.5"),
    ),
    Rule("IP605", "foreign-document-number", WARNING, elements.foreign_code, "代字不是本机关的", basis.layout("7.2.5")),
    Rule("IP606", "not-printed", WARNING, elements.not_printed, "写了却不印", basis.FORMAT),
)

RULES: tuple[Rule[Subject], ...] = (
    *_UNITS_AND_REFERENCES,
    *_ROLES,
    *_STRUCTURE,
    *_SCHEDULE,
    *_TARGETS,
    *_WORDING,
    *_ELEMENTS,
)

PROJECT_RULES: tuple[Rule[Project], ...] = (
    Rule("IP210", "register-name-twice", WARNING, register.name_twice, "名录里写了两次", basis.CONSISTENCY),
)
"""Rules about the project file, which is checked once for all its plans."""

EVERY_RULE: tuple[Rule[Any], ...] = (*RULES, *PROJECT_RULES)
