"""Schedules counted from something: 3年内, 印发之日起30日内, 收到通知后5个工作日内, 立即."""

from types import MappingProxyType
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms import schedule_words as words
from ipplan.terms.frequency import PeriodUnit
from ipplan.terms.numerals import parse_numeral
from ipplan.terms.partial_date import PartialDate, parse_partial_date
from ipplan.terms.schedule_affixes import without_end, without_start
from ipplan.terms.schedule_types import Either, Event, Immediate, Within

_COUNT: Final = r"[0-9]{1,3}|[一二三四五六七八九十两]{1,3}"
_UNIT: Final = r"个工作日|工作日|个自然日|自然日|个月|个季度|个星期|个学期|学期|个?小时|年|周|天|日"
_SPAN: Final = lazy_pattern(
    rf"(?:(?P<few>{_COUNT})[-至到])?(?:(?P<count>{_COUNT})(?P<unit>{_UNIT})|(?P<half>半年))(?:之内|以内|内)"
)
_EFFORT: Final = lazy_pattern(rf"(?:利用|用|通过|经过)(?P<count>{_COUNT})(?P<unit>年|个月)(?:的)?(?:时间|努力)")
_AFTER: Final = lazy_pattern(r"(?P<head>.{1,40}?)(?P<sign>之日起|之日后|之后|以后|起|后)(?P<span>.{2,12})")
_EVENT: Final = lazy_pattern(r"[一-鿿“”]{1,20}")
_UNITS: Final = MappingProxyType(
    {
        "小时": PeriodUnit.HOUR,
        "日": PeriodUnit.DAY,
        "自然日": PeriodUnit.DAY,
        "天": PeriodUnit.DAY,
        "周": PeriodUnit.WEEK,
        "星期": PeriodUnit.WEEK,
        "月": PeriodUnit.MONTH,
        "季度": PeriodUnit.QUARTER,
        "学期": PeriodUnit.TERM,
        "年": PeriodUnit.YEAR,
    }
)


def read_span(text: str) -> Within | Either | None:
    """Return the span that folded `text` is, or None: `3年内`, `印发之日起30日内`, `1—2年内`, `用三年时间`."""
    effort = _EFFORT.fullmatch(text)
    if effort:
        return _within(effort["count"], effort["unit"])
    return read_bare_span(without_start(text, words.COMING)) or _read_after(text)


def read_bare_span(text: str) -> Within | Either | None:
    """Return the span of which nothing says from when it is counted, or None: `30日内`, `半年内`."""
    found = _SPAN.fullmatch(text)
    if not found:
        return None
    if found["half"]:
        return None if found["few"] else Within(1, PeriodUnit.HALF_YEAR)
    last = _within(found["count"], found["unit"])
    if not found["few"] or last is None:
        return last
    first = _within(found["few"], found["unit"])
    return Either((first, last)) if first is not None and first.count < last.count else None


def _within(count: str, unit: str) -> Within | None:
    try:
        number = parse_numeral(count)
    except ValueError:
        return None
    name = unit.removeprefix("个")
    if number == 0:
        return None
    if name == "工作日":
        return Within(number, PeriodUnit.DAY, working=True)
    return Within(number, _UNITS[name])


def _read_after(text: str) -> Within | None:
    """Read `收到通知后5个工作日内`: the shortest beginning that leaves a span is the event."""
    found = _AFTER.fullmatch(text)
    if not found:
        return None
    span = read_bare_span(found["span"])
    after = _anchor(found["head"], found["sign"])
    if not isinstance(span, Within) or after is None:
        return None
    return Within(span.count, span.unit, span.working, after)


def _anchor(head: str, sign: str) -> Event | PartialDate | None:
    date = parse_partial_date(without_start(head, words.FROM))
    if date is not None:
        return date if date.day is not None and date.month is not None and "起" in sign else None
    return read_event(head)


def read_event(text: str) -> Event | None:
    """Return the event that folded `text` names (自印发之日, 收到通知), or None."""
    name = without_end(without_start(without_start(text, ("在", "于")), words.FROM), ("之日", "当日"))
    name = name.removeprefix("即日") if name != "即日" else name
    if not _EVENT.fullmatch(name) or name in words.VAGUE_EVENTS or "每" in name:
        return None
    bare = without_start(name, words.PAPERS)
    return Event(name, issue=name in words.ISSUES or (bare != name and bare in words.ISSUES))


def read_since_event(text: str) -> Event | None:
    """Return the event of `自印发之日起`, `即日起`; only the issue itself or a 之日 is taken for one."""
    head = without_end(text, ("起", "开始"))
    if head == text:
        return None
    event = read_event(head)
    certain = event is not None and (event.issue or head.endswith("之日"))
    return event if certain else None


def read_immediate(text: str) -> Immediate | None:
    """Return the meaning of `立即`, `立行立改`, `立即整改`, `立即启动`, or None."""
    for beginning in words.IMMEDIATE:
        if text.startswith(beginning):
            rest = text.removeprefix(beginning)
            return Immediate() if not rest or rest in words.DONE or rest in words.STARTS else None
    return None
