"""Lists of owners as they stand in plans: 市科技局（知识产权局）、各县（市、区）政府等."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ipplan.patterns import lazy_pattern

_SEPARATORS: Final = frozenset("、，,；;\n")
_OPENING: Final = frozenset("（(〔[【《“")
_CLOSING: Final = frozenset("）)〕]】》”")

# What says that the list goes on: 等, 等有关部门, 等8部门, 等11家单位.
_OPEN_END: Final = lazy_pattern(
    r"等(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})?[个家]?(?:有关|相关)?(?:部门|单位|成员单位)?\Z"
)


@dataclass(frozen=True, slots=True)
class UnitList:
    """A list of unit names: the words as written, the names in order, and whether 等 leaves the list open."""

    words: str
    names: tuple[str, ...]
    open: bool

    def __str__(self) -> str:
        return self.words


@lru_cache(maxsize=4096)
def split_units(words: str) -> UnitList:
    """Split an owner list at 、 ， , ； ; and line ends outside brackets; it never raises.

    和 and 及 do not split, because they stand inside names as well; nor does a bracketed 、 (各县（市、区）政府).
    A trailing full stop and empty places between two separators are dropped. Plans name the same units again and again,
    so answers are kept.
    """
    listed, is_open = _without_open_end(words.strip().removesuffix("。"))
    names = tuple(name.strip() for name in _pieces(listed) if name.strip())
    return UnitList(words, names, is_open)


def _without_open_end(listed: str) -> tuple[str, bool]:
    ending = _OPEN_END.search(listed)
    return (listed[: ending.start()], True) if ending else (listed, False)


def _pieces(listed: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for place, char in enumerate(listed):
        depth += (char in _OPENING) - (char in _CLOSING and depth > 0)
        if char in _SEPARATORS and not depth:
            pieces.append(listed[start:place])
            start = place + 1
    return [*pieces, listed[start:]]
