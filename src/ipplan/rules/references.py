"""IP203–IP206: references in prose and the names they go to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ipplan.loader.suggestions import nearest
from ipplan.model.breakdowns import Breakdown
from ipplan.model.references import find_references
from ipplan.patterns import lazy_pattern
from ipplan.rules.contents import blocks_of, named_targets, texts
from ipplan.rules.once import once
from ipplan.rules.rule import Finding, Subject
from ipplan.terms.owners import UnitList
from ipplan.terms.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipplan.model.duty import Path, Target
    from ipplan.model.references import Reference
    from ipplan.model.texts import PlacedText

_BRACES = lazy_pattern(r"\{\{|\}\}")
_SPACE = lazy_pattern(r"\s+")
_WORDS = (str, UnitList, Schedule)
_HOLDING_WORDS = (BaseModel, dict, list)


def undefined(subject: Subject) -> Iterator[Finding]:
    """A reference to a name that nothing defines."""
    yield from _breakdowns(subject)
    for text in _with_signs(subject):
        earlier: Counter[str] = Counter()
        for reference in find_references(text.words):
            if reference.name not in text.names:
                words = _SPACE.sub("", text.words[reference.start : reference.end])
                yield _undefined(text, reference, earlier[words])
                earlier[words] += 1


@once
def _with_signs(subject: Subject) -> Sequence[PlacedText]:
    """The texts in which a reference may begin or end."""
    if not subject.may_say("{{") and not subject.may_say("}}"):
        return ()
    return tuple(text for text in texts(subject) if "{{" in text.words or "}}" in text.words)


def _breakdowns(subject: Subject) -> Iterator[Finding]:
    """A breakdown table of a target that does not exist, or does not say how it is divided."""
    for path, table in blocks_of(subject, Breakdown):
        known = {str(place[-1]): target for place, target in named_targets(subject)}
        for index, name in enumerate(table.breakdown):
            yield from _not_divided((*path, "breakdown", index), name, table, known)


def _not_divided(path: Path, name: str, block: Breakdown, known: Mapping[str, Target]) -> Iterator[Finding]:
    if name not in known:
        near = nearest(name, known)
        hint = f"是不是“{near}”？" if near else "写目标的名字，名字在 targets 里起"
        yield Finding(path, f"没有叫“{name}”的目标", hint)
    elif not block.parts(known[name]):
        yield Finding(path, f"目标“{name}”没有写 {block.key}，分解表里没有它的数", f"在目标里加上 {block.key}")


def _undefined(text: PlacedText, reference: Reference, earlier: int) -> Finding:
    """`earlier` is how often the same reference stands in the text before."""
    excerpt = text.words[reference.start : reference.end]
    message = f"没有“{reference.name}”可以引用" if reference.name else "引用里没有写名字"
    near = nearest(reference.name, text.names)
    hint = f"是不是“{near}”？" if near else "在 facts 或 targets 里定义它，或者把话直接写出来"
    return Finding(text.path, message, hint, excerpt, earlier, start=reference.start)


def defined_twice(subject: Subject) -> Iterator[Finding]:
    """A target whose name is taken by a fact or by another target."""
    taken: dict[str, Path] = {name: ("plan", "facts", name) for name in _facts(subject)}
    for path, _ in named_targets(subject):
        name = str(path[-1])
        if name in taken:
            hint = "换一个名字，引用时才分得清"
            yield Finding(path, f"名字“{name}”用了两次", hint, at_key=True, first=taken[name])
        taken.setdefault(name, path)


def _facts(subject: Subject) -> Iterable[str]:
    return subject.plan_file.plan.facts if subject.plan_file.plan is not None else ()


def unpaired_braces(subject: Subject) -> Iterator[Finding]:
    """Two braces that make no reference and would be printed as they are."""
    for text in _with_signs(subject):
        paired = {at for one in find_references(text.words) for at in range(one.start, one.end)}
        earlier: Counter[str] = Counter()
        for found in _BRACES.finditer(text.words):
            if found.start() not in paired:
                other = "}}" if found[0] == "{{" else "{{"
                message = f"“{found[0]}”没有和“{other}”配成一对"
                yield Finding(text.path, message, "引用写成 {{ 名字 }}", found[0], earlier[found[0]])
            earlier[found[0]] += 1


def not_filled(subject: Subject) -> Iterator[Finding]:
    """A reference where none is filled in: in what can itself be referred to, in units and dates, in forms."""
    with_braces = _with_braces(subject.plan_file, ()) if subject.may_say("{{") else ()
    filled = {text.path for text in texts(subject)} - _referable(subject) if with_braces else ()
    for path, words in with_braces:
        if path not in filled:
            for reference in find_references(words):
                excerpt = words[reference.start : reference.end]
                yield Finding(path, f"这里不能引用“{reference.name}”", "把话直接写出来", excerpt)


def _referable(subject: Subject) -> set[Path]:
    """Where the values stand that references print; they are not looked through a second time."""
    return {("plan", "title"), *((*path, "text") for path, _ in named_targets(subject))}


def _with_braces(value: BaseModel | dict[str, Any] | list[Any], path: Path) -> list[tuple[Path, str]]:
    """Every text in a model that may hold a reference, each with its path."""
    found: list[tuple[Path, str]] = []
    for step, inner in _items(value):
        if isinstance(inner, _WORDS):
            if "{{" in (words := str(inner)):
                found.append(((*path, step), words))
        elif inner and isinstance(inner, _HOLDING_WORDS):
            found += _with_braces(inner, (*path, step))
    return found


def _items(value: BaseModel | dict[str, Any] | list[Any]) -> Iterable[tuple[str | int, Any]]:
    """What is in a value, each with the step that leads to it; of a model only what the file says."""
    if isinstance(value, BaseModel):
        return [(key, getattr(value, key)) for key in value.model_fields_set]
    return value.items() if isinstance(value, dict) else enumerate(value)
