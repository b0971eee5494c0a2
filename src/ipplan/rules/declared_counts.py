"""IP411: so many points announced, and another number listed behind."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ipplan.model.blocks import Item, Numbered, Paragraph
from ipplan.model.plan import bodies
from ipplan.model.tables import TaskTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import mask, prose
from ipplan.rules.rule import Finding
from ipplan.rules.text_search import standing
from ipplan.terms.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Path
    from ipplan.rules.punctuation_text import Prose
from ipplan.rules.rule import Subject

_NUMERALS = "一二三四五六七八九十"
DECLARED = lazy_pattern(
    rf"(?<![第\d.{_NUMERALS}前后近余几约])(十[一二三四五六七八九]|[二三四五六七八九十两]|[1-9]\d?)"
    r"(?:个|大|项|条|点|类|件)?(?:重点|主要|具体|关键|突出|保障|专项|方面的?|重大){0,3}"
    r"(?:方面|环节|工作|任务|措施|要求|意见|举措|事项|问题|原则|建议|步骤|行动|工程|项目|内容|转变|阶段)"
    rf"|(?<![第\d.{_NUMERALS}])([二三四五六七八九十两]|[1-9])(?:点|条)(?=[：:。]|意见|要求)",
    re.ASCII,
)
"""`三个方面`, `5项重点任务`; groups 1 and 2 are the number."""

_LABELS = (
    ("一是", lazy_pattern(rf"(?:^|(?<=[。；;：:，,\s]))([{_NUMERALS}]{{1,3}})是")),
    ("一要", lazy_pattern(rf"(?:^|(?<=[。；;：:，,\s]))([{_NUMERALS}]{{1,3}})要")),
    ("（一）", lazy_pattern(rf"(?:^|(?<=[。；;：:，,\s]))（([{_NUMERALS}]{{1,3}})）")),
    ("（1）", lazy_pattern(r"(?:^|(?<=[。；;：:，,\s]))（(\d{1,2})）", re.ASCII)),
    ("1.", lazy_pattern(r"(?:^|(?<=[。；;：:，,\s]))(\d{1,2})\.(?!\d)", re.ASCII)),
)
_LEAD = lazy_pattern(r"[^。；;\n]*[。：:，；;]?\s*\Z")
_SHORT_LEAD = 60
_MOST = 50
_BEHIND = lazy_pattern(r"[^，；：:。]{0,8}([：:])?[，；。]?\s*\Z")
"""What may stand between the number announced and the first point: 的工作，… Group 1 is the colon."""

_HERE = lazy_pattern(r"(?:(?<![元万亿%人岁亩米吨家个级名件年])以下|下列|如下)[^，。；：]{0,6}\Z")
_LISTED_BY_NATURE = lazy_pattern(r"(?:方面|环节|要求|意见|措施|[点条])\Z")
_PHASES = lazy_pattern(r"分[为成]?[^，。；：]{0,3}\Z")
_HINT = "数一数：要么改前面的数，要么是后面漏了或多了"


class _Run(NamedTuple):
    """Labels that count up from one: where the first stands in the text, and how far they count."""

    start: int
    last: int


def listed_otherwise(subject: Subject) -> Iterator[Finding]:
    """`从三个方面推进：一是……二是……`, and `以下五项工作：` before four numbered blocks."""
    all_texts = prose(subject)
    there = standing(subject, (first for first, _ in _LABELS))
    labels = [(first, label) for first, label in _LABELS if first in there]
    for place, text in enumerate(all_texts if labels else ()):
        for first, label in labels:
            if first in text.own:
                yield from _in_text(text, all_texts[place - 1 : place], all_texts[place + 1 : place + 30], label)
    for body in bodies(subject.plan_file):
        yield from _in_blocks(body.blocks, body.path, top=True)


def _in_text(text: Prose, before: Sequence[Prose], rest: Sequence[Prose], label: re.Pattern[str]) -> Iterator[Finding]:
    """The labels in a text against the number before them; where a label opens it, that of the text before."""
    runs = _runs(text.own, label)[:_MOST]
    for place, run in enumerate(runs):
        announcing, end = (text, run.start) if run.start or not before else (before[0], len(before[0].own))
        lead = _LEAD.search(announcing.own, max(0, end - _SHORT_LEAD), end)
        found = _announced(lead[0], _LISTED_BY_NATURE) if lead else []
        if not lead or not found:
            continue
        further = _further(rest, label, run.last) if place == len(runs) - 1 else 0
        if run.last + further not in [_number(one) for one in found]:
            start = lead.start() + found[-1].start()
            words = found[-1][0]
            message = f"说是“{words}”，后面列了{run.last + further}个"
            yield announcing.finding(start, start + len(words), message, _HINT)


def _announced(lead: str, by_nature: re.Pattern[str] | None) -> list[re.Match[str]]:
    """The numbers in the words before a list; none where the last of them does not announce that list.

    It does with a colon behind it, with 以下 before it, as 分三个阶段, or by its nature, where that is enough.
    """
    found = list(DECLARED.finditer(lead))
    behind = _BEHIND.match(lead, found[-1].end()) if found else None
    if not behind:
        return []
    before, last = lead[: found[-1].start()], found[-1][0]
    phases = "阶段" in last and _PHASES.search(before)
    natural = by_nature is not None and by_nature.search(last)
    return found if behind[1] or _HERE.search(before) or phases or natural else []


def _runs(words: str, label: re.Pattern[str]) -> list[_Run]:
    """The runs of labels in a text; one that leaves out a number or says it twice is not looked at."""
    runs: list[_Run] = []
    broken = False
    for found in label.finditer(words):
        number = _value(found[1])
        if number == 1:
            runs.append(_Run(found.start(), 1))
            broken = False
        elif runs and not broken:
            broken = number != runs[-1].last + 1
            runs[-1] = _Run(runs[-1].start, 0 if broken else number or 0)
    return [run for run in runs if run.last]


def _further(rest: Sequence[Prose], label: re.Pattern[str], count: int) -> int:
    """How many labels go on at the beginning of the texts that follow."""
    more = 0
    for text in rest:
        numbers = [_value(found[1]) for found in label.finditer(text.own)] if label.match(text.own) else []
        if numbers != list(range(count + more + 1, count + more + 1 + len(numbers))) or not numbers:
            break
        more += len(numbers)
    return more


def _in_blocks(blocks: Sequence[Block], path: Path, *, top: bool = False) -> Iterator[Finding]:
    points = _Points(blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            yield from _before(block.text, (*path, index, "text"), points, index + 1, top=top)
        elif isinstance(block, Numbered):
            key = "item" if isinstance(block, Item) else "text"
            words = getattr(block, key)
            if words is not None:
                yield from _before(words, (*path, index, key), _Points(block.body))
            yield from _in_blocks(block.body, (*path, index, "body"))


def _before(words: str, path: Path, points: _Points, first: int = 0, *, top: bool = False) -> Iterator[Finding]:
    """A text that ends in a number of points, before the blocks that are these points."""
    if len(points.blocks) <= first or not DECLARED.search(words, max(0, len(words) - _SHORT_LEAD)):
        return
    own = mask(words).rstrip()
    lead = _LEAD.search(own, max(0, len(own) - _SHORT_LEAD))
    found = _announced(lead[0], None) if lead else []
    counts = points.counts(first) if found else []
    if not counts:
        return
    numbers = [_number(one) or 0 for one in found]
    if set(numbers) & set(counts) or (top and numbers[-1] < counts[0]):
        return
    excerpt = found[-1][0]
    yield Finding(path, f"说是“{excerpt}”，后面列了{counts[0]}个", _HINT, excerpt, words.count(excerpt) - 1)


class _Points:
    """The points in a list of blocks. Ten thousand texts may stand before them, so each point is counted once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._known: dict[int, list[int]] = {}

    def counts(self, first: int) -> list[int]:
        """How many points stand from a 0-based block on, counted in every way that makes sense; empty where none do."""
        place = self._no_text[first]
        if place not in self._known:
            self._known[place] = _counts(self.blocks[place : place + _MOST_POINTS])
        return self._known[place]

    @cached_property
    def _no_text(self) -> list[int]:
        """For each block the first one from it on that is no plain text."""
        places, place = [], len(self.blocks)
        for index in range(len(self.blocks) - 1, -1, -1):
            place = place if isinstance(self.blocks[index], Paragraph) else index
            places.append(place)
        return places[::-1]


_MOST_POINTS = 1000
"""Where more blocks follow, nothing is said; nobody announces so many points by their number."""


def _counts(blocks: Sequence[Block]) -> list[int]:
    """The numbers of points in blocks that begin with the first of them; empty where they do not."""
    if not blocks or len(blocks) == _MOST_POINTS:
        return []
    if isinstance(blocks[0], TaskTable):
        targets = sum(max(1, len(task.target_items())) for task in blocks[0].tasks)
        return [len(blocks[0].tasks), targets]
    return _ways_to_count(blocks) if isinstance(blocks[0], Numbered) else []


def _ways_to_count(blocks: Sequence[Block]) -> list[int]:
    """The numbers that a list of blocks beginning with a numbered one may be said to have, the plainest first."""
    alike = [isinstance(one, type(blocks[0])) for one in blocks]
    run = alike.index(False) if False in alike else len(alike)
    nested = sum(isinstance(one, Numbered) for block in blocks if isinstance(block, Numbered) for one in block.body)
    return [run, sum(alike), *([nested] if nested else [])]


def _number(found: re.Match[str]) -> int | None:
    return _value(found[1] or found[2])


def _value(numeral: str) -> int | None:
    try:
        return parse_numeral(numeral)
    except ValueError:
        return None
