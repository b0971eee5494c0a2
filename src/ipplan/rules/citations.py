"""IP616–IP618: how other documents are cited, 《title》（number）."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Finding, Fix, Subject
from ipplan.rules.text_search import texts_with

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ipplan.rules.punctuation_text import Prose

_YEAR = r"(?:19|20)[0-9]{2}"
_MALFORMED = lazy_pattern(
    rf"(?P<open>[\[［（(【〔﹝])(?P<year>{_YEAR})(?P<close>[\]］）)】〕﹞])(?P<di>第?)(?P<serial>[0-9]{{1,5}})号"
)
_BEFORE_NUMBER = lazy_pattern(r"[一-鿿〇]{2,20}\Z")
_NOT_A_CODE = lazy_pattern(r"(?:公告|通告|令|民[初终申]|刑[初终申]|行[初终申])\Z")
"""Numbers of announcements, orders and court cases have forms of their own."""

_NUMBER_FIRST = lazy_pattern(rf"[一-鿿〇]{{2,20}}〔{_YEAR}〕[0-9]{{1,5}}号(?:文件?)?《")
_NUMBER = lazy_pattern(rf"[一-鿿〇]{{2,20}}〔{_YEAR}〕[0-9]{{1,5}}号")
_LEAD_IN = lazy_pattern(
    r"[一-鿿]*(?:按照|根据|依据|依照|遵照|参照|参考|结合|落实|执行|贯彻|遵守|符合|学习|印发|转发|关于|以及)|[按以和及与由见在将对]"
)
"""What may lead up to a number; the code itself has none of it."""

_CELLS = frozenset({"table", "form", "columns"})


def malformed_number(subject: Subject) -> Iterator[Finding]:
    """苏知发[2020]62号, 〔2020〕第62号, 〔2020〕062号 in a text."""
    for text in texts_with(subject, "号"):
        for found in text.matches_anywhere(_MALFORMED):
            right = _right(found)
            code = _BEFORE_NUMBER.search(text.words, max(0, found.start() - 20), found.start())
            if found[0] != right and code is not None and not _NOT_A_CODE.search(code[0]) and int(found["serial"]):
                only_brackets = found[0][1:-1] == right[1:-1].replace("〕", found["close"])
                message, hint = f"发文字号“{found[0]}”写法不对", f"{_why(found)}，写成“{right}”"
                yield text.finding(*found.span(), message, hint, fix=Fix(right, safe=only_brackets))


def _right(found: re.Match[str]) -> str:
    return f"〔{found['year']}〕{int(found['serial'])}号"


def _why(found: re.Match[str]) -> str:
    if found["open"] + found["close"] != "〔〕":
        return "年份用六角括号"
    return "顺序号前不加“第”" if found["di"] else "顺序号不补零"


def number_first(subject: Subject) -> Iterator[Finding]:
    """A number in front of the title that it belongs to."""
    for text in texts_with(subject, "号"):
        for found in text.matches_anywhere(_NUMBER_FIRST):
            number = _without_lead_in(found[0].rstrip("《")).removesuffix("文件").removesuffix("文")
            start = found.end() - 1 - len(found[0].rstrip("《")) + found[0].index(number)
            message = f"发文字号“{number}”写在了标题前面"
            yield text.finding(start, start + len(number), message, f"先标题，后文号：《……》（{number}）")


def number_alone(subject: Subject) -> Iterator[Finding]:
    """A document that is cited by its number only, where it is mentioned first."""
    known = _introduced(subject)
    for text in texts_with(subject, "号"):
        for found in text.matches_anywhere(_MALFORMED):
            if found[0] != _right(found):
                known.setdefault(_right(found), []).append("")
        if _CELLS.intersection(text.path):
            continue
        for one in _numbers(text):
            if not one.titled and not any(_same(one.number, other) for other in known.get(one.tail, ())):
                message = f"第一次提到“{one.number}”，没有写标题"
                hint = f"写成《标题》（{one.number}）；以后再提，可以用简称"
                yield text.finding(one.start, one.start + len(one.number), message, hint)
            known.setdefault(one.tail, []).append(one.number)


class _Number(NamedTuple):
    """A number in a text, and whether a title stands with it: it is in brackets, or in front of a title."""

    start: int
    number: str
    titled: bool

    @property
    def tail(self) -> str:
        """The number from its year on; where the code begins is not always clear."""
        return _tail(self.number)


def _tail(number: str) -> str:
    return number[number.find("〔") :]


def _same(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _numbers(text: Prose) -> Iterator[_Number]:
    for found in text.matches_anywhere(_NUMBER):
        number = _without_lead_in(found[0])
        start = found.end() - len(number)
        before_title = text.words.startswith(("《", "文件《", "文《"), found.end())
        bracketed = _opened(text.words, start)
        labelled = text.words[max(0, start - 1) : start] in ("：", ":", "》", "”")
        yield _Number(start, number, bracketed or labelled or before_title)


def _opened(words: str, end: int) -> bool:
    """Whether a bracket is open in front of an offset."""
    last = max(words.rfind("（", 0, end), words.rfind("(", 0, end))
    return last > max(words.rfind("）", 0, end), words.rfind(")", 0, end))


def _without_lead_in(words: str) -> str:
    """The number without the words that lead up to it: 按照苏知发〔2020〕62号."""
    lead_in = _LEAD_IN.match(words)
    return words[lead_in.end() :] if lead_in is not None and words[lead_in.end()] != "〔" else words


def _introduced(subject: Subject) -> dict[str, list[str]]:
    """Numbers, by tail, whose document is named otherwise: the own one, and that of a paper passed on."""
    notice = subject.plan_file.notice
    if notice is None:
        return {}
    numbers = [str(notice.number), *([notice.forwards.number or ""] if notice.forwards is not None else [])]
    return {_tail(number): [number] for number in numbers}
