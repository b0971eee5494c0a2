"""One form per character: full-width digits and letters, dashes and middle dots, so that grammars stay small."""

from types import MappingProxyType
from typing import Final

_FULL_WIDTH: Final = "０１２３４５６７８９％．／＜＞＝＋"
_DASHES: Final = "—–―‐‑‒−－～〜~∼"
_DOTS: Final = "•‧・･∙⋅●"
_SPACES: Final = "\u3000\u00a0\u2002\u2003\u2009\t"


def _letters() -> dict[int, int]:
    upper = {0xFF21 + step: 0x41 + step for step in range(26)}
    return upper | {0xFF41 + step: 0x61 + step for step in range(26)}


_TABLE: Final = MappingProxyType(
    _letters()
    | {ord(char): ord(char) - 0xFEE0 for char in _FULL_WIDTH}
    | dict.fromkeys(map(ord, _DASHES), ord("-"))
    | dict.fromkeys(map(ord, _DOTS), ord("·"))
    | dict.fromkeys(map(ord, _SPACES), ord(" "))
    | {ord("≧"): ord("≥"), ord("≦"): ord("≤"), ord("﹪"): ord("%"), ord("○"): ord("〇")}
)


def fold(text: str) -> str:
    """Return `text` with each look-alike replaced by one form; the length never changes, so offsets stay true.

    Commas are left alone on purpose: `5,500` is one number, `5，500` is two.
    """
    return text.translate(_TABLE)
