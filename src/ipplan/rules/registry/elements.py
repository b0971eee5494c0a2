"""IP6xx: elements of the official document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.diagnostics import Severity
from ipplan.rules import (
    addressees,
    attachments,
    basis,
    citations,
    elements,
    font_characters,
    formats,
    header,
    issue,
    printing,
    titles,
)
from ipplan.rules.rule import Rule

if TYPE_CHECKING:
    from ipplan.rules.rule import Subject

ERROR, WARNING = Severity.ERROR, Severity.WARNING

ELEMENTS: tuple[Rule[Subject], ...] = (
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
    Rule(
        "IP625",
        "classified-without-copy-number",
        WARNING,
        header.without_copy_number,
        "涉密公文没有份号",
        basis.regulations("第九条第一项"),
    ),
    Rule(
        "IP626",
        "classification-without-period",
        WARNING,
        header.without_period,
        "密级没有保密期限",
        basis.regulations("第九条第二项"),
    ),
    Rule("IP627", "secrecy-period-alone", ERROR, header.period_alone, "保密期限没有密级", basis.layout("7.2.2")),
    Rule("IP628", "secrecy-period-too-long", ERROR, header.period_too_long, "保密期限超过上限", basis.SECRECY),
    Rule(
        "IP629",
        "signer-missing",
        WARNING,
        header.without_signer,
        "上行文没有签发人",
        basis.regulations("第九条第六项"),
    ),
    Rule(
        "IP630",
        "signer-not-upward",
        WARNING,
        header.signer_not_upward,
        "不是上行文却有签发人",
        basis.layout("7.2.6"),
    ),
    Rule(
        "IP631",
        "signers-not-issuers",
        WARNING,
        header.signers_of_issuers,
        "签发人和发文机关不对应",
        basis.layout("7.2.6"),
    ),
    Rule("IP632", "addressees-missing", ERROR, formats.without_addressees, "没有主送机关", basis.layout("7.3.2")),
    Rule("IP633", "not-of-this-format", WARNING, formats.not_of_the_format, "这种格式没有的要素", basis.layout("10")),
    Rule("IP634", "order-unsigned", ERROR, formats.order_unsigned, "命令没有签署人", basis.layout("10.2")),
    Rule(
        "IP635",
        "minutes-without-attendance",
        WARNING,
        formats.minutes_without_attendance,
        "纪要没有出席人员",
        basis.layout("10.3"),
    ),
    Rule("IP636", "number-of-a-letter", WARNING, formats.number_of_a_letter, "函的字号用了别的格式", basis.PRACTICE),
    Rule(
        "IP637", "name-with-masthead", ERROR, formats.name_with_the_masthead, "名称里带了标志的字", basis.layout("10")
    ),
    Rule("IP640", "seal-of-nobody", ERROR, printing.seal_of_nobody, "代章又不盖章", basis.layout("7.3.5.1")),
    Rule(
        "IP641", "seal-for-oneself", ERROR, printing.seal_for_oneself, "代章的是发文机关自己", basis.layout("7.3.5.1")
    ),
    Rule("IP642", "seal-for-several", ERROR, printing.seal_for_several, "联合行文由别人代章", basis.layout("7.3.5.1")),
    Rule(
        "IP643",
        "printed-masthead-of-several",
        WARNING,
        printing.printed_masthead_of_several,
        "预印红头纸上要印几个机关",
        basis.layout("7.2.4"),
    ),
    Rule("IP644", "seal-in-words", ERROR, printing.seal_in_words, "代章机关里写了“代章”", basis.layout("7.3.5.1")),
    Rule(
        "IP645",
        "bound-apart-from-nothing",
        ERROR,
        printing.bound_apart_from_nothing,
        "不能单独装订",
        basis.layout("7.3.7"),
    ),
    Rule(
        "IP650",
        "missing-from-font",
        WARNING,
        font_characters.missing_from_font,
        "公文字体里没有的字",
        basis.PRACTICE,
    ),
)
