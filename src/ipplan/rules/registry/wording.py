"""IP5xx: wording and punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity
from ipplan.rules import (
    basis,
    dashes_and_ellipses,
    dates_and_times,
    document_words,
    element_marks,
    lists,
    measures,
    number_phrases,
    numbers,
    punctuation,
    repetitions,
    titles_and_brackets,
    word_choice,
    wording,
    wording_names,
)
from ipplan.rules.rule import Rule

if TYPE_CHECKING:
    from ipplan.rules.rule import Subject

ERROR, WARNING = Severity.ERROR, Severity.WARNING

WORDING: tuple[Rule[Subject], ...] = (
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
