"""All rules, in the order of their codes."""

from __future__ import annotations

from ipplan.diagnostics import Severity
from ipplan.rules import (
    addressees,
    attachments,
    basis,
    changes,
    citations,
    dashes_and_ellipses,
    dates_and_times,
    declared_counts,
    declared_headings,
    declared_structure,
    declared_units,
    document_words,
    element_marks,
    elements,
    issue,
    levels,
    lists,
    measures,
    number_phrases,
    numbers,
    numbers_across,
    parts,
    punctuation,
    references,
    rest_days,
    same_indicator,
    repetitions,
    schedule,
    schedule_order,
    schedule_reports,
    schedule_years,
    shares,
    sums,
    table_totals,
    targets,
    titles,
    titles_and_brackets,
    units,
    word_choice,
    wording,
    wording_names,
    yearly,
)
from ipplan.rules.across import AcrossRule
from ipplan.rules.rule import Rule

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_UNITS_AND_REFERENCES = (
    Rule("IP201", "unit-not-in-register", WARNING, units.not_in_register, "单位不在名录里", basis.PRACTICE),
    Rule("IP202", "unit-with-two-names", WARNING, wording_names.two_suffixes, "同一单位两个名称", basis.CONSISTENCY),
    Rule("IP203", "undefined-reference", ERROR, references.undefined, "引用的名字没有定义", basis.FORMAT),
    Rule("IP204", "name-defined-twice", ERROR, references.defined_twice, "名字定义了两次", basis.FORMAT),
    Rule("IP205", "unpaired-braces", ERROR, references.unpaired_braces, "引用的大括号不成对", basis.FORMAT),
    Rule("IP206", "reference-not-filled", ERROR, references.not_filled, "引用的内容没有填", basis.FORMAT),
)

_SCHEDULE = (
    Rule("IP301", "schedule-not-understood", WARNING, schedule.not_understood, "看不懂时限", basis.FORMAT),
    Rule("IP302", "impossible-date", ERROR, schedule.impossible_date, "没有这个日期", basis.PRACTICE),
    Rule("IP303", "ambiguous-deadline", WARNING, schedule.ambiguous, "时限有歧义", basis.PRACTICE),
    Rule("IP304", "year-unknown", WARNING, schedule_years.unknown, "时限没有年份", basis.FORMAT),
    Rule(
        "IP305", "outside-plan-period", WARNING, schedule_order.outside_period, "时限在计划时间之外", basis.CONSISTENCY
    ),
    Rule(
        "IP306",
        "year-missing-in-long-plan",
        WARNING,
        schedule_years.missing_in_long_plan,
        "跨年计划的时限没有年份",
        basis.PRACTICE,
    ),
    Rule(
        "IP307", "opens-before-issue", WARNING, schedule_order.opens_before_issue, "印发之前已经开始", basis.CONSISTENCY
    ),
    Rule(
        "IP308", "over-before-issue", WARNING, schedule_order.over_before_issue, "印发之前已经到期", basis.CONSISTENCY
    ),
    Rule("IP309", "step-after-phase", WARNING, schedule_order.after_phase, "步骤晚于所在的阶段", basis.CONSISTENCY),
    Rule("IP310", "ends-before-it-begins", ERROR, schedule_order.backwards, "结束在开始之前", basis.CONSISTENCY),
    Rule(
        "IP311", "report-before-end", WARNING, schedule_reports.before_the_end, "活动没结束就要总结", basis.CONSISTENCY
    ),
    Rule("IP312", "due-on-rest-day", NOTE, rest_days.on_rest_day, "时限落在休息日", basis.PRACTICE),
    Rule("IP313", "holidays-not-known", NOTE, rest_days.beyond_calendar, "放假安排还没有收录", basis.PRACTICE),
    Rule(
        "IP314",
        "recurring-without-period",
        WARNING,
        schedule_years.recurring_without_period,
        "周期性工作没有起止",
        basis.PRACTICE,
    ),
    Rule(
        "IP315",
        "contradicting-deadlines",
        WARNING,
        schedule_reports.contradicting,
        "同一件事两个时限",
        basis.CONSISTENCY,
    ),
    Rule(
        "IP316",
        "phase-out-of-order",
        WARNING,
        schedule_order.phase_out_of_order,
        "阶段先后颠倒",
        basis.CONSISTENCY,
    ),
)

_TARGETS = (
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

_WORDING = (
    Rule(
        "IP501",
        "half-width-punctuation",
        WARNING,
        punctuation.half_width,
        "中文里用了半角标点",
        basis.punctuation("5.1"),
    ),
    Rule("IP502", "doubled-punctuation", ERROR, punctuation.doubled, "标点重复", basis.punctuation("4")),
    Rule("IP503", "space-in-chinese", WARNING, punctuation.spaced, "汉字之间有空格", basis.PRACTICE),
    Rule("IP504", "doubled-word", WARNING, wording.doubled, "词语重复", basis.PRACTICE),
    Rule("IP505", "unpaired-mark", ERROR, punctuation.unbalanced, "标点不成对", basis.punctuation("5.1.3")),
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
    Rule("IP512", "malformed-date", ERROR, numbers.malformed_date, "日期写法不对", basis.layout("7.3.5.4")),
    Rule("IP513", "mixed-numerals", WARNING, numbers.mixed, "汉字数字和阿拉伯数字混用", basis.numerals("5.3")),
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

_MORE_WORDING = (
    Rule(
        "IP525",
        "date-in-two-kinds-of-figures",
        WARNING,
        dates_and_times.mixed_date,
        "日期里汉字和数字混用",
        basis.numerals("4.3"),
    ),
    Rule("IP526", "zero-in-year", WARNING, dates_and_times.zero_in_year, "汉字年份里的零写错", basis.numerals("5.2")),
    Rule("IP527", "time-of-day", WARNING, dates_and_times.time_of_day, "时刻写法不对", basis.PRACTICE),
    Rule("IP528", "wan-missing", WARNING, number_phrases.half_wan, "前一个数漏了万或亿", basis.numerals("5.1.3")),
    Rule(
        "IP529",
        "comma-in-approximate-number",
        WARNING,
        number_phrases.split_approximate,
        "概数中间用了顿号",
        basis.numerals("5.2"),
    ),
    Rule(
        "IP530", "figure-in-fixed-term", WARNING, number_phrases.fixed_term, "固定说法用了数字", basis.numerals("4.2")
    ),
    Rule("IP531", "title-marks", ERROR, titles_and_brackets.title_marks, "书名号用得不对", basis.punctuation("4.15")),
    Rule(
        "IP532",
        "nested-brackets",
        WARNING,
        titles_and_brackets.nested_brackets,
        "同样的括号套用",
        basis.punctuation("4.9"),
    ),
    Rule("IP533", "level-order", WARNING, lists.level_order, "层次序号次序不对", basis.layout("7.3.3")),
    Rule("IP534", "list-marks", WARNING, lists.list_marks, "分项末尾的标点不对", basis.punctuation("4.6")),
    Rule(
        "IP535",
        "dash-or-ellipsis",
        WARNING,
        dashes_and_ellipses.dash_or_ellipsis,
        "破折号或省略号不对",
        basis.punctuation("4.10"),
    ),
    Rule("IP536", "mark-begins-paragraph", ERROR, lists.mark_first, "段落以标点开头", basis.punctuation("5.1")),
    Rule(
        "IP537",
        "typed-in-title",
        WARNING,
        element_marks.title_in_marks,
        "标题里写了多余的字或书名号",
        basis.layout("7.3.4"),
    ),
    Rule("IP538", "printed-twice", WARNING, element_marks.printed_twice, "自动印的又写了一遍", basis.layout("7.3.2")),
    Rule("IP539", "title-in-title", WARNING, document_words.title_in_title, "标题套标题", basis.PRACTICE),
    Rule(
        "IP540",
        "request-report",
        ERROR,
        document_words.request_report,
        "没有“请示报告”这个文种",
        basis.regulations("第八条"),
    ),
    Rule("IP541", "hereby-after-as-follows", WARNING, document_words.hereby, "“特此通知”多余", basis.PRACTICE),
    Rule("IP542", "unit-of-measurement", WARNING, measures.unit_of_measurement, "计量单位不对", basis.PRACTICE),
    Rule("IP543", "colon", WARNING, dashes_and_ellipses.colon, "冒号用得不对", basis.punctuation("4.7")),
    Rule("IP544", "misused-word", WARNING, word_choice.misused, "错别字", basis.PRACTICE),
    Rule("IP545", "verb-and-noun", WARNING, word_choice.collocation, "词语搭配不当", basis.PRACTICE),
    Rule("IP546", "rewarded-without-dui", WARNING, document_words.rewarded, "“进行表彰”前面少了“对”", basis.PRACTICE),
    Rule(
        "IP547",
        "document-without-title-marks",
        WARNING,
        titles_and_brackets.without_title_marks,
        "文件名称没有书名号",
        basis.punctuation("4.15"),
    ),
    Rule("IP548", "clause-said-twice", WARNING, repetitions.repeated_clause, "同一句话说了两遍", basis.PRACTICE),
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
    Rule(
        "IP607",
        "title-without-type",
        WARNING,
        titles.without_type,
        "通知的标题没有文种",
        basis.regulations("第九条第七项"),
    ),
    Rule("IP608", "title-without-kind", WARNING, titles.without_kind, "计划的标题没说是什么文件", basis.PRACTICE),
    Rule("IP609", "addressed-to-issuer", ERROR, addressees.own_office, "发给了发文机关自己", basis.layout("7.3.2")),
    Rule("IP610", "copied-to-addressee", ERROR, addressees.copied_again, "主送又抄送", basis.layout("7.4.2")),
    Rule("IP611", "addressed-twice", ERROR, addressees.addressed_twice, "同一机关写了两次", basis.CONSISTENCY),
    Rule("IP612", "attachment-missing", ERROR, attachments.missing, "提到的附件没有附上", basis.layout("7.3.4")),
    Rule("IP613", "attachment-not-mentioned", WARNING, attachments.not_mentioned, "附件正文没有提到", basis.PRACTICE),
    Rule("IP614", "attachment-list-typed", WARNING, attachments.typed_line, "附件说明写在正文里", basis.FORMAT),
    Rule(
        "IP615",
        "attachment-under-other-title",
        WARNING,
        attachments.other_title,
        "附件名称前后不一",
        basis.layout("7.3.7"),
    ),
    Rule(
        "IP616",
        "malformed-cited-number",
        WARNING,
        citations.malformed_number,
        "引用的发文字号写法不对",
        basis.layout("7.2.5"),
    ),
    Rule("IP617", "number-before-title", WARNING, citations.number_first, "发文字号写在标题前面", basis.PRACTICE),
    Rule("IP618", "number-without-title", WARNING, citations.number_alone, "只写发文字号没写标题", basis.PRACTICE),
    Rule(
        "IP619",
        "printed-before-issue",
        ERROR,
        issue.printed_before_issue,
        "印发日期早于成文日期",
        basis.layout("7.4.3"),
    ),
    Rule(
        "IP620",
        "number-of-another-year",
        WARNING,
        issue.number_of_another_year,
        "发文字号和成文日期年份不同",
        basis.layout("7.2.5"),
    ),
    Rule(
        "IP621",
        "number-not-of-lead",
        ERROR,
        issue.number_not_of_lead,
        "联合行文没用主办机关的字号",
        basis.regulations("第九条第五项"),
    ),
    Rule("IP622", "forwarded-later", ERROR, issue.forwarded_later, "转发的文件晚于通知", basis.CONSISTENCY),
    Rule(
        "IP624", "forwarded-date-form", ERROR, issue.forwarded_date_form, "原成文日期写法不对", basis.layout("7.3.5.4")
    ),
)

RULES: tuple[Rule, ...] = (*_UNITS_AND_REFERENCES, *_SCHEDULE, *_TARGETS, *_WORDING, *_MORE_WORDING, *_ELEMENTS)

ACROSS_RULES: tuple[AcrossRule, ...] = (
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
"""The rules that look at all plans of a run together."""

EVERY_RULE: tuple[Rule | AcrossRule, ...] = (*RULES, *ACROSS_RULES)
