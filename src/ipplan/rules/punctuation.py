"""IP501–IP509: punctuation marks (GB/T 15834)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import HAN, HIDDEN, Prose, mask, prose
from ipplan.rules.rule import Fix
from ipplan.rules.text_search import texts_hinting, texts_with
from ipplan.rules.unit_fields import in_roles

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from ipplan.rules.rule import Finding, Replacement, Subject

_CHINESE = f"{HAN}。，、；：？！（）《》〈〉“”‘’〔〕{HIDDEN}"
_HALF = lazy_pattern("[,;:?!()]")
_BESIDE_CHINESE = lazy_pattern(rf"(?<=[{_CHINESE}]).|.(?=[{_CHINESE}])")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_FULL_MARKS = lazy_pattern("[，；：？！（）]")
_FEW = 5
"""So many half-width marks are shown one by one, even if there are no others."""

_MOST_SHOWN = 200

_DOUBLED = lazy_pattern(r"[，。；：、]{2,}|([！？])\1+")
_DOUBLED_HINT = lazy_pattern("[，。；：、！？][，。；：、！？]")
# Between joint issuers in a title (中共中央 国务院) the space is right.
_SPACED = lazy_pattern(
    rf"(?<=[{HAN}])(?<![局厅委府院部央会办署社])(?<!记者)(?<!编辑) +(?=[{HAN}])"
    rf"|(?<=[。，、；：？！》〉”）]) +(?=[{HAN}《〈“（\d])"
    rf"|(?<=[{HAN}]) +(?=[《〈“（。，、；：？！》〉”）])"
    r"|(?<=\d) +(?=[年月日])"
)
# 第一条 为…… is set apart from its text, like a heading from its number.
_ARTICLE = lazy_pattern(r"^第[〇零一二三四五六七八九十百千\d]{1,7}[编章节条] +")
_NAME = lazy_pattern(f"[{HAN}]{{2,}}")
_HALF_SLOGAN = 5
"""So many characters make half a slogan (尊重知识产权 激励创新创造); shorter words may have been torn apart."""

_BOTH_HAN = lazy_pattern(f"[{HAN}]{{2}}")
_BETWEEN = lazy_pattern("(?<=》)、(?=《)|(?<=”)、(?=“)")
_BEFORE_LAST = lazy_pattern(
    "、(以及|和(?![谐平解睦气县田林龙静硕布顺政煦而])"
    f"|与(?![会时其众日此])(?=[{HAN}]{{2,4}}(?:[。，；]|$))(?![{HAN}]{{0,3}}(?:对接|合作|衔接|接轨|同步|结合|协同|融合|挂钩|联动))"
    "|及(?![时早格其物])|等(?![级待同候距价额离保次闲效值压量高边比速温渗长宽深]))"
)
_DOT = lazy_pattern(
    r"(?<![\d.．•])((?:1[0-2]|[1-9])(?:[•‧∙⋅・●]|(?<=“\d)[?？．]|(?<=“\d\d)[?？．])(?:[12]\d|3[01]|[1-9]))(?!\d)"
)
_OTHER_DOTS = "•‧∙⋅・●?？．"
_DOTTED = lazy_pattern(r"“((?:1[0-2]|[1-9])\.(?:[12]\d|3[01]|[1-9]))”")
_MIDDLE_DOT = lazy_pattern(r"(?<!\d)(?:1[0-2]|[1-9])·(?:[12]\d|3[01]|[1-9])(?!\d)")
_PERHAPS_A_DOT = lazy_pattern("[?？．]")
_NOT_A_DOT = lazy_pattern("[^0-9]")
_STRAIGHT = lazy_pattern(rf"(?<=[{_CHINESE}])[\"'](?![0-9A-Za-z])|(?<![0-9A-Za-z])[\"'](?=[{_CHINESE}])")
_APOSTROPHE = lazy_pattern("(?<=[A-Za-z])'(?=[A-Za-z])")

_BRACKETS = lazy_pattern(r"[“”《》〈〉（）()〔〕【】「」]")
_CLOSES = {"”": "“", "》": "《", "〉": "〈", "）": "（", "〕": "〔", "】": "【", "」": "「"}
_OPENS = {opening: closing for closing, opening in _CLOSES.items()}
_SAME = {"(": "（", ")": "）"}
_ORDINAL = lazy_pattern(r"(?:^|[\s。；：，、])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）)]")
_REFERENCE = lazy_pattern(r"\{\{[^{}]*\}\}")


class _Mark(NamedTuple):
    """A half-width mark, and the closing bracket that belongs to it if it is an opening one."""

    text: Prose
    start: int
    partner: int | None

    def replacements(self) -> tuple[Replacement, ...]:
        """The full-width mark in its place, likewise for its partner."""
        places = (self.start,) if self.partner is None else (self.start, self.partner)
        words = self.text.words
        return tuple(self.text.replacement(at, at + 1, words[at].translate(_FULL)) for at in places)


def half_width(subject: Subject) -> Iterator[Finding]:
    """Half-width marks in Chinese text; one finding for a file that has hardly any others."""
    marked = (*texts_hinting(subject, _HALF), *_marked_units(subject))
    marks = [_Mark(text, *places) for text in marked for places in _half_width_in(text)]
    if len(marks) > _FEW and len(marks) > _full_marks(subject):
        text, start, _ = marks[0]
        message = f"全文用了半角标点（共 {len(marks)} 处，这是第一处），中文里要用全角的 ，；：？！（）"
        yield text.finding(start, start + 1, message, "把 , ; : ? ! ( ) 换成 ，；：？！（）", fix=_full(marks))
        return
    for one in marks[:_MOST_SHOWN]:
        mark = one.text.words[one.start]
        right = "（）" if mark == "(" else mark.translate(_FULL)
        shown = "( )" if mark == "(" else mark
        message = f"中文里用了半角的“{shown}”，应为全角的“{right}”"
        yield one.text.finding(one.start, one.start + 1, message, fix=_full([one]))


def _full(marks: Sequence[_Mark]) -> Fix:
    """All of the marks full-width; if one of many has to wait for another correction, it is found by itself later."""
    own, *others = (replacement for mark in marks for replacement in mark.replacements())
    return Fix(own.after, also=tuple(others), together=len(marks) == 1)


def _marked_units(subject: Subject) -> Iterator[Prose]:
    """The lists of units with a half-width mark."""
    for path, units in in_roles(subject):
        if _HALF.search(units.words):
            yield Prose(path, units.words, mask(units.words))


def _full_marks(subject: Subject) -> int:
    """How many full-width marks there are, in texts and in lists of units."""
    own = (*(text.own for text in prose(subject)), *(mask(units.words) for _, units in in_roles(subject)))
    return sum(len(_FULL_MARKS.findall(words)) for words in own)


def _half_width_in(text: Prose) -> Iterator[tuple[int, int | None]]:
    """Where half-width marks stand, an opening bracket with its partner; none round Latin words."""
    marks = list(_HALF.finditer(text.own))
    closings = _closings(marks)
    second = set(closings.values())
    for found in marks:
        start = found.start()
        if start not in second and _BESIDE_CHINESE.match(text.own, start):
            yield start, closings.get(start)


def _closings(marks: Iterable[re.Match[str]]) -> dict[int, int]:
    """Where the bracket stands that closes each opening one that is closed."""
    waiting: list[int] = []
    closings = {}
    for found in marks:
        if found[0] == "(":
            waiting.append(found.start())
        elif found[0] == ")" and waiting:
            closings[waiting.pop()] = found.start()
    return closings


def doubled(subject: Subject) -> Iterator[Finding]:
    """Two marks in a row where one belongs."""
    for text in texts_hinting(subject, _DOUBLED_HINT):
        for found in text.matches(_DOUBLED):
            last = found[0][-1]
            fix = Fix(last, safe=set(found[0]) == {last})
            yield text.finding(*found.span(), f"标点重复了：“{found[0]}”", f"只留一个，例如“{last}”", fix=fix)


def spaced(subject: Subject) -> Iterator[Finding]:
    """A half-width space between Chinese characters."""
    for text in texts_with(subject, " "):
        words = "" if _stands_side_by_side(text) else _ARTICLE.sub(_blank, _REFERENCE.sub(_blank, text.words))
        for found in islice(_SPACED.finditer(words), 50):
            start, end = found.start() - 1, found.end() + 1
            around = text.words[start:end]
            right = around[0] + around[-1]
            message = f"“{around}”中间多了半角空格，应为“{right}”"
            fix = Fix(right, safe=not _BOTH_HAN.fullmatch(right))  # 张三 李四 may be two names
            yield text.finding(start, end, message, "两句口号之间确要空开的，用全角空格", fix=fix)


def _stands_side_by_side(text: Prose) -> bool:
    """Whether it is nothing but names in a cell (公路站 派出所), or a slogan of two halves of one length."""
    parts = text.words.split(" ")
    if not all(_NAME.fullmatch(part) for part in parts):
        return False
    return "table" in text.path or (len(parts) == 2 and len(parts[0]) == len(parts[1]) >= _HALF_SLOGAN)


def _blank(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])


def unbalanced(subject: Subject) -> Iterator[Finding]:
    """A bracket, quotation mark or title mark without its partner."""
    for text in texts_hinting(subject, _BRACKETS):
        for start in islice(_unpaired(text.words), 10):
            mark = text.words[start]
            folded = _SAME.get(mark, mark)
            if folded in _OPENS:
                yield text.finding(start, start + 1, f"{mark} 没有配对的 {_OPENS[folded]}")
            else:
                yield text.finding(start, start + 1, f"{mark} 前面没有配对的 {_CLOSES[folded]}")


def _unpaired(words: str) -> Iterator[int]:
    ordinals = {found.end() - 1 for found in _ORDINAL.finditer(words)} if "）" in words or ")" in words else set()
    waiting: list[tuple[str, int]] = []
    for found in _BRACKETS.finditer(words):
        mark, place = _SAME.get(found[0], found[0]), found.start()
        if mark in _OPENS:
            waiting.append((mark, place))
        elif waiting and waiting[-1][0] == _CLOSES[mark]:
            waiting.pop()
        elif any(opening == _CLOSES[mark] for opening, _ in waiting[-8:]):
            while waiting[-1][0] != _CLOSES[mark]:
                yield waiting.pop()[1]
            waiting.pop()
        elif place not in ordinals:
            yield place
    yield from (place for _, place in waiting)


def straight_quotes(subject: Subject) -> Iterator[Finding]:
    """Straight quotation marks in Chinese text."""
    for text in texts_with(subject, '"', "'"):
        partners = {**_partners(text.own, '"'), **_partners(text.own, "'")}
        for found in text.matches(_STRAIGHT):
            quotes = ("“", "”") if found[0] == '"' else ("‘", "’")
            fix = _curled(text, found.start(), partners.get(found.start()), quotes)
            yield text.finding(*found.span(), f"用了直引号 {found[0]} ，中文里应为 {' '.join(quotes)}", fix=fix)


def _partners(words: str, mark: str) -> dict[int, int]:
    """Where the other one of each pair of straight quotation marks stands; empty if one is left over."""
    apostrophes = {found.start() for found in _APOSTROPHE.finditer(words)}
    places = [place for place, character in enumerate(words) if character == mark and place not in apostrophes]
    if len(places) % 2:
        return {}
    pairs = dict(zip(places[::2], places[1::2], strict=True))
    return {**pairs, **{second: first for first, second in pairs.items()}}


def _curled(text: Prose, start: int, partner: int | None, quotes: tuple[str, str]) -> Fix | None:
    """Both marks of a pair curled; None for a mark without a partner."""
    if partner is None:
        return None
    own, other = quotes if start < partner else quotes[::-1]
    return Fix(own, also=(text.replacement(partner, partner + 1, other),))


def between_titles(subject: Subject) -> Iterator[Finding]:
    """A 、 between two titles or two quotations, which already stand apart."""
    for text in texts_with(subject, "》、《", "”、“"):
        for found in text.matches(_BETWEEN):
            start, end = found.start() - 1, found.end() + 1
            around = text.words[start:end]
            message = f"{around} 里不用顿号，应为 {around[0]}{around[-1]}"
            fix = Fix(around[0] + around[-1])
            yield text.finding(start, end, message, "并列的书名号、引号之间不加顿号", fix=fix)


def before_and(subject: Subject) -> Iterator[Finding]:
    """A 、 before 和, 及 or 等."""
    for text in texts_with(subject, "、以及", "、和", "、与", "、及", "、等"):
        for found in text.matches(_BEFORE_LAST):
            message = f"“{found[1]}”前面不用顿号：“{found[0]}”应为“{found[1]}”"
            yield text.finding(*found.span(), message, fix=Fix(found[1], safe=found[1] == "以及"))


def date_dot(subject: Subject) -> Iterator[Finding]:
    """A day written with some other dot than ·, or with two kinds of dots in one file."""
    for text in texts_with(subject, *_OTHER_DOTS):
        for found in text.matches_anywhere(_DOT):
            right = _NOT_A_DOT.sub("·", found[1])
            message = f"“{found[1]}”里的间隔号不对，应为“{right}”"
            fix = Fix(right, safe=not _PERHAPS_A_DOT.search(found[1]))
            yield text.finding(*found.span(1), message, "间隔号是 ·（U+00B7）", fix=fix)
    if any(_MIDDLE_DOT.search(text.words) for text in texts_with(subject, "·")):
        for text in texts_with(subject, "."):
            for found in text.matches_anywhere(_DOTTED):
                right = found[1].replace(".", "·")
                message = f"“{found[1]}”和别处的“{right}”写法不一，应为“{right}”"
                yield text.finding(*found.span(1), message, "间隔号是 ·（U+00B7）", fix=Fix(right, safe=False))
