"""IP612–IP615: what the text says of attachments, and what is attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.rules.attachment_lists import attachment_lists, packed
from ipplan.rules.contents import shared_names
from ipplan.rules.rule import Finding, Subject
from ipplan.rules.titles import filled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from ipplan.rules.attachment_lists import Attachment, AttachmentList, Mention
    from ipplan.rules.punctuation_text import Prose

_POINTED_AT = lazy_pattern(r"[（(](?:详见|具体见|见|参见)?附件[）)]|(?<![一-鿿])(?:详|参|具体)?见附件(?![0-9一-鿿])")
_LINE = lazy_pattern(r"(?:^|\n)[ \t　]*(附件[ ]?[0-9]{0,2}[ ]?[：:.][ ]?(?:[0-9]{1,2}[.．、])?([^\n]{2,100}))")
_CITED = lazy_pattern(r"《([^《》]{2,100})》[（(](?:详?见)?附件\s?([0-9]{1,2})?[）)]")
_TAIL = 4
"""So many characters from the end of a title, found in the text, are taken for a mention of it."""

_ATTACH = "把它写进 attachments:，或者改正文里的话"
_SAME = "附件在正文、附件说明和附件页上的名称要一字不差"


def missing(subject: Subject) -> Iterator[Finding]:
    """附件3 where there are two, or （见附件） where there is none."""
    for one in attachment_lists(subject):
        if any("附件" in text.words and _LINE.search(text.words) for text in one.texts):
            continue  # what is listed by hand and not attached is reported where it is listed
        for mention in one.mentions():
            if words := _not_there(mention, one):
                yield mention.text.finding(mention.start, mention.end, *words)
        for text in one.texts:
            for found in text.matches(_POINTED_AT) if not one.others(text) and "附件" in text.own else ():
                yield text.finding(found.start(), found.end(), f"写着“{found[0].strip('（）()')}”，却没有附件", _ATTACH)


def _not_there(mention: Mention, one: AttachmentList) -> tuple[str, str] | None:
    count, last = len(one.attached), max(mention.numbers)
    if not one.others(mention.text):
        return f"提到附件{last}，却没有附件", _ATTACH
    if last > count:
        return f"提到附件{last}，只有 {count} 份附件", _ATTACH
    if 1 in mention.numbers and one.is_itself(mention.text):
        return "附件1是这份计划自己", f"它后面的附件从附件2“{one.attached[1].title}”编起"
    return None


def not_mentioned(subject: Subject) -> Iterator[Finding]:
    """An attachment that the text passes over while it points at others by number."""
    for one in attachment_lists(subject):
        numbers = {number for mention in one.mentions() for number in mention.numbers}
        if not numbers or any(True for text in one.texts for _ in text.matches(_POINTED_AT)):
            continue
        for number, attachment in enumerate(one.attached, 1):
            if number not in numbers and not (number == 1 and one.issues_plan) and not _named(attachment, one):
                message = f"正文没有提到附件{number}“{attachment.title}”，别的附件都提到了"
                yield Finding(attachment.path, message, f"在正文里用到它的地方写上“（附件{number}）”，或者去掉它")


def _named(attachment: Attachment, one: AttachmentList) -> bool:
    tail = attachment.title[-_TAIL:]
    return any(tail in text.words for text in one.texts if text.path != attachment.path)


def typed_line(subject: Subject) -> Iterator[Finding]:
    """附件：… typed into the text, where the list of attachments is printed by itself from what is attached."""
    for one in attachment_lists(subject):
        for text in one.texts:
            for found in text.matches_anywhere(_LINE) if "附件" in text.words and text.path[-1] != "title" else ():
                yield text.finding(*found.span(1), *_about_line(found[2].strip().rstrip("。；;"), one))


def _about_line(title: str, one: AttachmentList) -> tuple[str, str]:
    if one.find(title) is not None:
        return f"附件说明“{title}”写在了正文里", "删掉这一行；附件说明会自动印"
    near = next((attached.title for attached in one.attached if _abbreviates(title, attached.title)), None)
    if near is not None:
        return f"这里的附件叫“{title}”，附上的叫“{near}”", "删掉这一行；附件说明会自动印，名称照 attachments 里的标题"
    return f"说有附件“{title}”，却没有附上", "把它写进 attachments:，再删掉这一行；附件说明会自动印"


def other_title(subject: Subject) -> Iterator[Finding]:
    """《title》（附件1） where attachment 1 has another title."""
    names = shared_names(subject)
    for one in attachment_lists(subject):
        for text in one.texts if one.attached else ():
            for found in text.matches_anywhere(_CITED) if "附件" in text.words else ():
                yield from _other_title(text, found, one, names)


def _other_title(text: Prose, found: re.Match[str], one: AttachmentList, names: Mapping[str, str]) -> Iterator[Finding]:
    title, count = filled(found[1], names), len(one.attached)
    number = int(found[2] or 1)
    if title is None or not 1 <= number <= count or not one.others(text) or (count > 1 and not found[2]):
        return
    attached, right = one.attached[number - 1].title, one.find(title)
    if right is not None and right != number:
        yield text.finding(*found.span(), f"《{title}》是附件{right}，不是附件{number}", _SAME)
    elif right is None and not _abbreviates(title, attached):
        yield text.finding(*found.span(1), f"正文里叫《{title}》，附件的标题是“{attached}”", _SAME)


def _abbreviates(short: str, title: str) -> bool:
    """Whether all characters of a name stand in a title in the same order, as in 《汇总表》 for 活动情况汇总表."""
    rest = iter(packed(title))
    return all(character in rest for character in packed(short))
