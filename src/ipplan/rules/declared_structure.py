"""IP419: so many tasks announced at the beginning, and another number in the section of that name."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ipplan.model.blocks import Numbered, Paragraph, Section, walk
from ipplan.model.duty import Measured
from ipplan.model.tables import TaskTable
from ipplan.patterns import lazy_pattern
from ipplan.rules.declared_counts import DECLARED
from ipplan.rules.punctuation_text import mask
from ipplan.rules.rule import Finding
from ipplan.terms.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path
    from ipplan.model.plan import Paper
    from ipplan.rules.rule import Subject

_KINDS = lazy_pattern(r"任务|措施|举措|行动|工程")
_ANNOUNCED = lazy_pattern(r"(?:提出|部署|确定|明确|安排|共|实施|推进|完成|分解为|细化为|分为)[^，。；]{0,8}\Z")
_MOST = 50
_NEAR = 1
"""A number further off speaks of something else."""


def sections(subject: Subject) -> Iterator[Finding]:
    """`提出六大任务` in the opening of a plan whose section 主要任务 has five."""
    plan = subject.plan_file.plan
    counts = _counts(plan) if plan and _opens_with_numbers(plan) else set()
    for path, words in _opening(plan) if plan and counts else ():
        own = mask(words)
        for found in islice(DECLARED.finditer(own), _MOST):
            kind = _KINDS.search(found[0])
            if plan and kind and _ANNOUNCED.search(own[max(0, found.start() - 16) : found.start()]):
                number = parse_numeral(found[1] or found[2])
                near = [count for count in _counts_of(plan, kind[0]) if 0 < abs(count - number) <= _NEAR]
                if number not in counts and near:
                    message = f"说是“{found[0]}”，“{kind[0]}”一节里有{near[0]}项"
                    yield Finding(
                        path, message, "数一数正文里的项数，改前面的数", found[0], own[: found.start()].count(found[0])
                    )


def _opening(paper: Paper) -> Iterator[tuple[Path, str]]:
    """The paragraphs before the first heading."""
    for index, block in enumerate(paper.body):
        if not isinstance(block, Paragraph):
            return
        yield ("plan", "body", index, "text"), block.text


def _opens_with_numbers(paper: Paper) -> bool:
    return any(DECLARED.search(words) for _, words in _opening(paper))


def _counts_of(paper: Paper, kind: str) -> Iterator[int]:
    """How many numbered blocks stand right in each section that is named for what was announced."""
    for block in paper.body:
        if isinstance(block, Section) and kind in block.section:
            yield len([one for one in block.body if isinstance(one, Numbered)])


def _counts(paper: Paper) -> set[int]:
    """Every number that could have been meant: of blocks on any level and of any kind, of all targets."""
    blocks = [block for _, block in walk(paper.body, ())]
    inside = [sum(isinstance(one, Numbered) for one in block.body) for block in blocks if isinstance(block, Numbered)]
    counts = {sum(isinstance(block, Numbered) for block in paper.body), sum(inside), *inside}
    counts |= {sum(isinstance(block, kind) for block in blocks) for kind in {type(block) for block in blocks}}
    counts |= {len(block.tasks) for block in blocks if isinstance(block, TaskTable)}
    return counts | {sum(len(block.target_items()) for block in blocks if isinstance(block, Measured))}
