"""IP701–IP705: document numbers of several plans against each other."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from ipplan.rules.across import AcrossFinding, PlanFacts, Run
from ipplan.terms.dates import format_date
from ipplan.terms.document_number import DocumentNumber, parse_document_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LEAST = 4
"""A run with fewer numbers of a series is a few papers among others, not the series."""

_PRESENT = 5
"""At most one in so many numbers may be missing; where more are, not all papers of the office are plans."""

_MARKS = str.maketrans("", "", "《》〈〉“”‘’\"' 　\n")


def number_twice(run: Run) -> Iterator[AcrossFinding]:
    """Two plans issued under one number."""
    first: dict[DocumentNumber, PlanFacts] = {}
    for plan in run.plans:
        if plan.number is not None and plan.number_spot is not None:
            earlier = first.setdefault(plan.number, plan)
            if earlier is not plan:
                message = f"发文字号“{plan.number}”用了两次"
                hint = f"{earlier.path.as_posix()} 已经用了它；核对发文登记，一个号只用在一份公文上"
                yield AcrossFinding(plan.number_spot, message, hint)


def serial_skipped(run: Run) -> Iterator[AcrossFinding]:
    """A gap in a series of which the run evidently has nearly all.

    An office numbers more papers than its plans, so a gap says nothing where there are many.
    """
    if not all(plan.understood for plan in run.plans):
        return
    for series in _series(run).values():
        serials = sorted(series)
        span = serials[-1]
        if len(serials) < _LEAST or (span - len(serials)) * _PRESENT > span:
            continue
        for before, after in pairwise([0, *serials]):
            if after - before > 1:
                yield _skipped(series[after], before + 1, after - 1)


def _skipped(plan: PlanFacts, first: int, last: int) -> AcrossFinding:
    assert plan.number is not None
    assert plan.number_spot is not None
    gap = f"{first}号" if first == last else f"{first}号至{last}号"
    message = f"“{plan.number}”前面没有{gap}，是不是跳号了？"
    return AcrossFinding(plan.number_spot, message, "核对发文登记；确有别的公文用了这个号，就注明理由忽略")


def serial_before_date(run: Run) -> Iterator[AcrossFinding]:
    """A later number with an earlier date."""
    for series in _series(run).values():
        dated = [series[serial] for serial in sorted(series) if series[serial].date is not None]
        for one, two in pairwise(dated):
            assert one.date is not None
            assert two.date is not None
            assert one.number is not None
            if two.date < one.date and two.number_spot is not None:
                message = (
                    f"“{two.number}”的成文日期是{format_date(two.date)}，"
                    f"前面的{one.number.serial}号却是{format_date(one.date)}"
                )
                yield AcrossFinding(two.number_spot, message, "核对两份公文的发文字号和成文日期")


def _series(run: Run) -> Mapping[tuple[str, int], Mapping[int, PlanFacts]]:
    """The plans by code and year, then by serial."""
    series: dict[tuple[str, int], dict[int, PlanFacts]] = defaultdict(dict)
    for plan in run.plans:
        if plan.number is not None:
            series[plan.number.code, plan.number.year].setdefault(plan.number.serial, plan)
    return series


def other_title(run: Run) -> Iterator[AcrossFinding]:
    """A citation with the number of another plan of the run than it names."""
    issued = {str(plan.number): plan for plan in run.plans if plan.number is not None}
    for plan in run.plans:
        for cited in plan.cited:
            known = issued.get(cited.number.words)
            if known is not None and known.titles and not _is_one_of(cited.title.words, known.titles):
                message = f"“{cited.number.words}”是《{known.titles[0]}》，这里写成《{cited.title.words}》"
                yield AcrossFinding(cited.title.spot, message, f"和 {known.path.as_posix()} 核对，标题或者文号错了一个")


def other_number(run: Run) -> Iterator[AcrossFinding]:
    """A citation with the title of a plan of the run, and a number of the same year that is not its own."""
    issued = {str(plan.number) for plan in run.plans}
    titled: dict[str, list[PlanFacts]] = defaultdict(list)
    for plan in run.plans:
        if plan.number is not None and plan.titles:
            titled[_packed(plan.titles[0])].append(plan)
    for plan in run.plans:
        for cited in plan.cited:
            known = titled.get(_issued_by(cited.title.words), [])
            if len(known) == 1 and cited.number.words not in issued and _near(known[0].number, cited.number.words):
                message = f"《{cited.title.words}》的文号是“{known[0].number}”，这里写成“{cited.number.words}”"
                yield AcrossFinding(cited.number.spot, message, f"和 {known[0].path.as_posix()} 核对")


def _near(number: DocumentNumber | None, words: str) -> bool:
    """Whether a number is of the same office and year: another office may have a plan with the same title."""
    try:
        other = parse_document_number(words)
    except ValueError:
        return False
    return number is not None and (number.code, number.year) == (other.code, other.year)


def _issued_by(title: str) -> str:
    """The title of the plan in 关于印发…的通知."""
    packed = _packed(title)
    _, issues, rest = packed.partition("关于印发")
    return rest.removesuffix("的通知") if issues else packed


def _is_one_of(cited: str, titles: tuple[str, ...]) -> bool:
    """Whether a title is cited in full, inside 关于印发…的通知, or without the name of the office before 关于."""
    short = _packed(cited)
    for title in titles:
        full = _packed(title)
        if full in short or (short.startswith("关于") and full.endswith(short)):
            return True
    return False


def _packed(title: str) -> str:
    return title.translate(_MARKS)
