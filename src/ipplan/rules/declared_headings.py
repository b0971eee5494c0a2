"""IP420: so many points said in a heading, and another number under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipplan.model.blocks import Numbered, text_keys, walk
from ipplan.model.duty import Measured
from ipplan.model.plan import bodies
from ipplan.model.tables import IndicatorTable, PlainTable, TaskTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.rule import Finding
from ipplan.terms.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.blocks import Block
    from ipplan.model.duty import Path
    from ipplan.rules.rule import Subject

_IN_BRACKETS = lazy_pattern(
    r"（(?:共)?([二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九两]|[1-9]\d{0,2})[项条个](?:任务|工作|措施|指标|事项)?）",
    re.ASCII,
)


def listed_otherwise(subject: Subject) -> Iterator[Finding]:
    """`重点任务清单（37项）` over 35 tasks: no way of counting what is there gives the number."""
    for body in bodies(subject.plan_file):
        if body.paper is not None:
            yield from _check(body.paper.title, (*body.path[:-1], "title"), body.blocks)
        for path, block in walk(body.blocks, body.path):
            if isinstance(block, Numbered):
                for key in ("section", "task"):
                    if key in text_keys(type(block)):
                        yield from _check(getattr(block, key), (*path, key), block.body)


def _check(heading: str, path: Path, blocks: Sequence[Block]) -> Iterator[Finding]:
    found = _IN_BRACKETS.search(heading) if "（" in heading else None
    counts = _counts(blocks) if found else []
    if found and counts and parse_numeral(found[1]) not in counts:
        yield Finding(
            path, f"标题说是“{found[0]}”，下面列了{counts[0]}项", "数一数，改标题里的数或者补上漏的", found[0]
        )


def _counts(blocks: Sequence[Block]) -> list[int]:
    """How many points stand there, counted in every way that makes sense, the plainest first; none where none do."""
    inside = [block for _, block in walk(blocks, ())]
    ways = [
        sum(isinstance(block, Numbered) for block in blocks),
        *(len(block.tasks) for block in inside if isinstance(block, TaskTable)),
        *(len(block.table) - extra for block in inside if isinstance(block, PlainTable) for extra in (0, 1)),
        *(len(block.indicators) for block in inside if isinstance(block, IndicatorTable)),
        sum(len(block.target_items()) for block in inside if isinstance(block, Measured)),
        sum(
            isinstance(block, Numbered) and not any(isinstance(one, Numbered) for one in block.body) for block in inside
        ),
        *(sum(type(block) is kind for block in inside) for kind in dict.fromkeys(map(type, inside))),
    ]
    points = any(isinstance(block, Numbered | TaskTable | PlainTable) for block in inside)
    return [count for count in ways if count] if points else []
