"""IP537 and IP538: what is typed in an element of the paper although it is printed there anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.model.plan import bodies
from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.rules.rule import Subject

_IN_MARKS = lazy_pattern("《([^《》]*)》")
_LABELLED = lazy_pattern(r"附件(?:\s?[0-9一二三四五六七八九十]{0,3}\s?[：:.．、]|[0-9]{1,2}(?=[^0-9])|[0-9]{0,2}\s)\s?")
_MARK_BEHIND = lazy_pattern("[：:。；;，,、.]$")
_WORDS_BEFORE = {
    "copy_to": lazy_pattern("抄送(?:机关)?[：:]"),
    "to": lazy_pattern("主送(?:机关)?[：:]"),
    "basis": lazy_pattern("根据"),
}
_ADDED = {
    "to": "末尾的冒号",
    "copy_to": "“抄送：”和末尾的句号",
    "basis": "“根据”和后面的逗号",
    "purpose": "后面的逗号",
    "request": "末尾的句号",
    "remark": "括号",
}


def title_in_marks(subject: Subject) -> Iterator[Finding]:
    """A title in 《》, or one that begins with 附件: the paper itself has neither."""
    for path, _, paper in bodies(subject.plan_file):
        if paper is None:
            continue
        where = (*path[:-1], "title")
        title = paper.title.strip()
        if found := _IN_MARKS.fullmatch(title):
            message = f"标题不加书名号：应为“{found[1]}”"
            yield Finding(where, message, "别处引用这个标题时，书名号自动加", title, fix=Fix(found[1]))
        elif found := _LABELLED.match(title):
            message = f"标题前面不写“{found[0].strip()}”"
            yield Finding(where, message, "附件的序号自动编", found[0], fix=Fix(""))


def printed_twice(subject: Subject) -> Iterator[Finding]:
    """Marks and words round an element that the paper prints by itself."""
    notice = subject.plan_file.notice
    if notice is None:
        return
    for key, added in _ADDED.items():
        words = getattr(notice, key)
        if words is not None:
            yield from _typed(("notice", key), str(words), key, added)
    if notice.forwards is not None and notice.forwards.to is not None:
        yield from _typed(("notice", "forwards", "to"), notice.forwards.to, "to", _ADDED["to"])


def _typed(path: tuple[str, ...], words: str, key: str, added: str) -> Iterator[Finding]:
    if key == "remark":
        if words.startswith("（") and words.endswith("）") and words.count("（") == 1:
            yield Finding(path, f"“{words}”印出来有两层括号", f"{added}自动加", words, fix=Fix(words[1:-1]))
        return
    before = _WORDS_BEFORE.get(key)
    if before is not None and (found := before.match(words)):
        yield Finding(path, f"“{found[0]}”会印两遍", f"{added}自动加，不用写", found[0], fix=Fix(""))
    if found := _MARK_BEHIND.search(words):
        count = words.count(found[0]) - 1
        yield Finding(path, f"末尾多了“{found[0]}”", f"{added}自动加，不用写", found[0], count, fix=Fix(""))
