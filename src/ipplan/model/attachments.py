"""What a notice attaches, and which of it is bound apart from the text.

Source: GB/T 9704—2012 §7.3.4, §7.3.7
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipplan.model.plan import Paper, PlanFile


def attached_papers(plan_file: PlanFile) -> Sequence[Paper]:
    """The papers that a notice attaches, in their order; not those that are attached to one of them.

    A plan that is itself an attachment shares one numbered list with its own attachments and those of the notice, and
    comes without them. Empty without a notice.
    """
    plan, notice = plan_file.plan, plan_file.notice
    if notice is None:
        return []
    if plan is None or not plan.listed:
        return notice.attachments
    return [plan.model_copy(update={"attachments": []}), *plan.attachments, *notice.attachments]


def serials(papers: Sequence[Paper]) -> list[str | None]:
    """The serial number behind 附件 for each paper: empty for a single one, None for what is not listed."""
    several = sum(paper.listed for paper in papers) > 1
    found: list[str | None] = []
    number = 0
    for paper in papers:
        number += paper.listed
        found.append((str(number) if several else "") if paper.listed else None)
    return found


def detached_serials(plan_file: PlanFile) -> list[str]:
    """The serial numbers of the attachments that are not bound with the text, each a paper of its own."""
    papers = attached_papers(plan_file)
    numbered = zip(papers, serials(papers), strict=True)
    return [serial for paper, serial in numbered if serial is not None and not paper.bound]
