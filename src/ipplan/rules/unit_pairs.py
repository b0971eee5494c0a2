"""IP202: one body under two names, in lists of units and in prose."""

from __future__ import annotations

from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from ipplan.patterns import lazy_pattern
from ipplan.rules.punctuation_text import HAN, prose
from ipplan.rules.text_search import texts_with
from ipplan.rules.unit_fields import NamedUnit, named_units, owners
from ipplan.terms.unit_names import same_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipplan.model.duty import Path
    from ipplan.rules.punctuation_text import Prose
    from ipplan.rules.rule import Finding, Subject
    from ipplan.terms.owners import UnitList

_MOST_NAMES = 150
_MOST_PLACES = 20
_HINT = "核对后统一；是别名就写进 ipplan.yaml 的名录（also）"

_PLACE = lazy_pattern(rf"(?<![{HAN}])[在于与年]?([{HAN}]{{2,3}}?)[省市](?!场)")
_REGIONS = ("东北", "西北", "华北", "华东", "华南", "西南")
_RUN = lazy_pattern(rf"[{HAN}]{{5,}}")
_HEADS = lazy_pattern("中心|园(?![区林])|网(?!络|[上站]?页|点)")
_LONGEST_NAME = 22
_CUTS = frozenset("的和与及在向对为等将把从由")
_SHORTEST_STEM = {"园": 2, "网": 4, "中心": 4}


def two_names(subject: Subject) -> Iterator[Finding]:
    """Two names of one body in one list, as the register says; without one, two names that look like one body."""
    if subject.project.units:
        yield from _known_in_list(subject)
    else:
        yield from _in_lists(subject)
    yield from _in_prose(subject)


def _known_in_list(subject: Subject) -> Iterator[Finding]:
    """Other names of a unit beside its name; a name that the register does not know is left to IP201."""
    entries = {name: unit for unit in subject.project.units for name in (unit.name, unit.full, *unit.also) if name}
    for path, units in owners(subject):
        seen: dict[str, str] = {}
        for unit in named_units(units, path):
            if (entry := entries.get(unit.name)) is not None:
                earlier = seen.setdefault(entry.name, unit.name)
                if earlier != unit.name:
                    message = f"“{unit.name}”和同一栏的“{earlier}”在名录里是一个单位"
                    yield unit.finding(message, "只留一个；是两个单位就在名录里分开写")


def _in_lists(subject: Subject) -> Iterator[Finding]:
    lists: dict[str, tuple[Path, UnitList]] = {}
    counts: dict[str, int] = {}
    for path, units in owners(subject):
        for name in units.names:
            lists.setdefault(name, (path, units))
            counts[name] = counts.get(name, 0) + 1
    said: set[str] = set()
    own = _own_places(subject)
    for one, two in combinations(islice(lists, _MOST_NAMES), 2):
        if (one[:2] == two[:2] and same_body(one, two)) or (own and _area_left_out(one, two, own)):
            usual, rare = sorted((one, two), key=lambda name: -counts[name])
            if rare not in said:
                said.add(rare)
                where = "同一栏" if lists[rare][0] == lists[usual][0] else "别处"
                unit = _named(rare, *lists[rare])
                yield unit.finding(f"“{rare}”和{where}的“{usual}”像是一个单位的两个名称", _HINT)


def _named(name: str, path: Path, units: UnitList) -> NamedUnit:
    """A name where it stands first in a list."""
    return next(unit for unit in named_units(units, path) if unit.name == name)


def _area_left_out(one: str, two: str, own: Sequence[str]) -> bool:
    """市科技局 for 嘉兴市科技局, in a plan of 嘉兴."""
    short, long = sorted((one, two), key=len)
    return short[:1] in ("省", "市") and any(long == place + short for place in own)


def _own_places(subject: Subject) -> tuple[str, ...]:
    """The place whose plan this is, by its title and its office, without 省 or 市."""
    plan, office = subject.plan_file.plan, subject.project.office
    names = (*([plan.title] if plan else []), *([office.name] if office else []))
    return tuple(match[1] for name in names if (match := _PLACE.search(name)))


class _Body(NamedTuple):
    """A body named in prose, or in the register where `text` is None: 辽源, 市, 专利信息服务, 网."""

    text: Prose | None
    start: int
    place: str
    level: str
    stem: str
    head: str

    @property
    def name(self) -> str:
        return self.place + self.level + self.stem + self.head


def _in_prose(subject: Subject) -> Iterator[Finding]:
    """A centre, park or site whose name is cut somewhere: 东北袜业园 for 东北袜业纺织工业园."""
    texts = [text for text in texts_with(subject, "中心", "园", "网") if _HEADS.search(text.words)]
    if not texts:
        return
    places = _places(subject)
    groups: dict[tuple[str, str], list[_Body]] = {}
    for body in (*_registered(subject, places), *(body for text in texts for body in _bodies(text, places))):
        groups.setdefault((body.place, body.head), []).append(body)
    for bodies in groups.values():
        yield from _cut_names(bodies)


def _places(subject: Subject) -> tuple[str, ...]:
    """Names of places by which bodies are called here, without 省 or 市."""
    office = subject.project.office
    words = [text.words for text in prose(subject)] + ([office.name] if office else [])
    found = (match[1] for text in words for match in _PLACE.finditer(text))
    return (*islice(dict.fromkeys(found), _MOST_PLACES), *_REGIONS)


def _registered(subject: Subject, places: Sequence[str]) -> Iterator[_Body]:
    office = subject.project.office
    for name in (*([office.name] if office else []), *(unit.name for unit in subject.project.units)):
        for body in _bodies_of_run(None, 0, name, places):
            if body.name == name:
                yield body


def _bodies(text: Prose, places: Sequence[str]) -> Iterator[_Body]:
    for run in text.matches(_RUN):
        yield from _bodies_of_run(text, run.start(), run[0], places)


def _bodies_of_run(text: Prose | None, start: int, run: str, places: Sequence[str]) -> Iterator[_Body]:
    """The names in a run of Chinese characters: from the last place before a head up to that head."""
    for head in islice(_HEADS.finditer(run), _MOST_NAMES):
        begin = max(0, head.start() - _LONGEST_NAME)
        before = run[begin : head.start()]
        at, place = max(((before.rfind(place), place) for place in places), default=(-1, ""))
        if at < 0:
            continue
        rest = before[at + len(place) :]
        level = rest[:1] if rest[:1] in ("省", "市") else ""
        stem = rest[len(level) :]
        if len(stem) >= _SHORTEST_STEM[head[0]] and not _CUTS & set(stem):
            yield _Body(text, start + begin + at, place, level, stem, head[0])


def _cut_names(bodies: Sequence[_Body]) -> Iterator[Finding]:
    """Names that lack the last words before the head, or 省 or 市 behind the place, of the one longer name there is."""
    names = dict(islice({body.name: body for body in bodies}.items(), _MOST_NAMES))
    for body in bodies:
        longer = [name for name, other in names.items() if _cut(body, other)]
        if body.text is not None and len(longer) == 1:
            message = f"“{body.name}”和别处的“{longer[0]}”像是一个单位的两个名称"
            yield body.text.finding(body.start, body.start + len(body.name), message, _HINT)


def _cut(short: _Body, long: _Body) -> bool:
    if short.level == long.level:
        return len(short.stem) < len(long.stem) and long.stem.startswith(short.stem)
    return not short.level and short.stem == long.stem
