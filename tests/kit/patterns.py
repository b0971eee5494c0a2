"""All regular expressions of the package, and the texts that are worst for each of them."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from functools import cache
from pathlib import Path
from re import _constants as tokens  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple

import ipplan
from ipplan.patterns import _Uncompiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType

SIZE = 100_000
"""Bytes of a worst text."""
_QUICK = 0.15
"""CPU seconds in which nothing quadratic gets through 100 kB: a pattern that needs less is not measured again."""
_GENERAL = ("1", "甲", " ", "\n", "a", "、", "（", "《", "“", "{{")
_CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "甲"}
_CANDIDATES = "甲乙1a ，。（-\n　"


class Used(NamedTuple):
    """A pattern, and whether it is looked for everywhere in a text or held against its beginning only."""

    pattern: re.Pattern[str]
    everywhere: bool

    def read(self, text: str) -> None:
        """Do with a text what costs most of what the package does with it."""
        if self.everywhere:
            for _ in self.pattern.finditer(text):
                pass
        self.pattern.match(text)
        self.pattern.fullmatch(text)


def all_patterns() -> dict[str, Used]:
    """Every text pattern that a module of the package makes, compiled late or at once, by what it says."""
    found: dict[int, tuple[Any, str, bool]] = {}
    for module in _modules():
        anchored = _anchored_names(Path(str(module.__file__)).read_text("utf-8"))
        for name, value in vars(module).items():
            if isinstance(value, _Uncompiled | re.Pattern) and not isinstance(value.pattern, bytes):
                _, _, everywhere = found.get(id(value), (value, name, False))
                found[id(value)] = (value, f"{module.__name__}.{name}", everywhere or name not in anchored)
    for one in gc.get_objects():
        if type(one) is _Uncompiled:  # also what stands in tuples and tables
            found.setdefault(id(one), (one, one.pattern[:60], True))
    return {f"{name} {number}": Used(one, everywhere) for number, (one, name, everywhere) in enumerate(found.values())}


@cache
def _modules() -> tuple[ModuleType, ...]:
    infos = pkgutil.walk_packages(ipplan.__path__, "ipplan.")
    return tuple(importlib.import_module(info.name) for info in infos if not info.name.endswith("__main__"))


def _anchored_names(source: str) -> set[str]:
    """Names that a module uses with `match` and `fullmatch` only, and in no other way."""
    used: dict[str, set[str]] = {}
    for name, rest in _USE.findall(source):
        used.setdefault(name, set()).add(rest)
    return {name for name, ways in used.items() if ways <= {".match(", ".fullmatch(", ".pattern"}}


_USE = re.compile(r"\b([A-Z_]{2,})\b(?!\s*(?:=|: Final))(\.\w+\(|\.pattern|)")


def worst_texts(pattern: re.Pattern[str]) -> list[str]:
    """Texts of 100 kB made of what each repetition of a pattern takes, with and without what stands before it."""
    pieces: dict[str, None] = dict.fromkeys(_GENERAL)
    tree = parser.parse(pattern.pattern, pattern.flags)
    for before, body in _repetitions(tree, ""):
        for piece in (body, before + body, before, body + before):
            pieces[piece] = None
        pieces[f"{before}\0{body}"] = None  # the first part once, then the second
    pieces[_sample(tree)] = None
    return [_filled(piece) for piece in pieces if piece.replace("\0", "")]


def _filled(piece: str) -> str:
    start, once, rest = piece.partition("\0")
    if not once:
        start, rest = "", piece
    return start + rest * (SIZE // len(rest.encode())) if rest else start


def _repetitions(tree: Sequence[Any], before: str) -> Iterator[tuple[str, str]]:
    """Each repetition of a parsed pattern: a sample of what comes before it, and one of what it repeats."""
    for operator, argument in tree:
        match operator:
            case tokens.MAX_REPEAT | tokens.MIN_REPEAT | tokens.POSSESSIVE_REPEAT:
                _, most, body = argument
                if most > 1:
                    yield before, _sample(body)
                yield from _repetitions(body, before)
            case tokens.SUBPATTERN:
                yield from _repetitions(argument[-1], before)
            case tokens.ATOMIC_GROUP:
                yield from _repetitions(argument, before)
            case tokens.BRANCH:
                for branch in argument[1]:
                    yield from _repetitions(branch, before)
            case tokens.ASSERT | tokens.ASSERT_NOT:
                yield from _repetitions(argument[1], before)
        before += _sample([(operator, argument)])


def _sample(tree: Sequence[Any]) -> str:
    """A short text that a parsed pattern takes, as far as its assertions allow."""
    return "".join(_one(operator, argument) for operator, argument in tree)


def _one(operator: Any, argument: Any) -> str:
    match operator:
        case tokens.LITERAL:
            return chr(argument)
        case tokens.NOT_LITERAL:
            return "甲" if argument != ord("甲") else "乙"
        case tokens.ANY:
            return "甲"
        case tokens.IN:
            return _member(argument)
        case tokens.BRANCH:
            return _sample(argument[1][0])
        case tokens.MAX_REPEAT | tokens.MIN_REPEAT | tokens.POSSESSIVE_REPEAT:
            return str(_sample(argument[2]) * max(1, min(argument[0], 3)))
        case tokens.SUBPATTERN:
            return _sample(argument[-1])
        case tokens.ATOMIC_GROUP:
            return _sample(argument)
    return ""


def _member(members: Sequence[Any]) -> str:
    """A character of a class."""
    operator, argument = members[0]
    if operator is tokens.NEGATE:
        inside = parser.State()
        del inside
        return next((one for one in _CANDIDATES if not _holds(members[1:], one)), "\U0001f4c4")
    if operator is tokens.RANGE:
        return chr(argument[0])
    return _CATEGORIES.get(str(argument), "-") if operator is tokens.CATEGORY else chr(argument)


def _holds(members: Sequence[Any], character: str) -> bool:
    for operator, argument in members:
        match operator:
            case tokens.LITERAL if argument == ord(character):
                return True
            case tokens.RANGE if argument[0] <= ord(character) <= argument[1]:
                return True
            case tokens.CATEGORY if re.match({"DIGIT": r"\d", "SPACE": r"\s"}.get(str(argument)[9:], r"\w"), character):
                return True
    return False


def seconds(read: Callable[[str], object], text: str) -> float:
    """The CPU time that reading a text takes, without looking for garbage among all that other tests left."""
    gc.disable()
    try:
        start = process_time()
        read(text)
        return process_time() - start
    finally:
        gc.enable()


def is_linear(read: Callable[[str], object], text: str, quick: float = _QUICK) -> bool:
    """Whether four times the text takes about four times as long, not sixteen; a busy machine is asked three times."""
    for _ in range(3):
        whole = seconds(read, text)
        if whole < quick or whole < 9 * seconds(read, text[: len(text) // 4]):
            return True
    return False
