"""What the character set of a font leaves out: fonts named after GB 2312 have its 7,445 characters and no others.

Names of people and places need more (镕, 昇, 喆), and so do 〇 and the signs of units (㎡).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain, product

_OF_GB2312 = re.compile("(?:GB2312|简体?)$")
"""How makers call the edition of a font that has only these characters: 仿宋_GB2312, 方正小标宋简体."""
_NOT_DRAWN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Categories of characters that show nothing: controls, marks of format, spaces."""
_OLDER = frozenset("―・")
"""What Python's own table of GB 2312 has in place of — and ·; GBK has all others at the same places."""
_AFTER_LATIN = 0x2000
"""From here on no character belongs to the alphabets that a Latin font has."""


def has_gb2312_only(font: str) -> bool:
    """Whether a font, by its name, has no characters but those of GB 2312."""
    return bool(_OF_GB2312.search(font))


def outside_gb2312(text: str | frozenset[str]) -> frozenset[str]:
    """The Chinese characters and signs of a text, or among some characters, that GB 2312 does not have.

    Letters of alphabets, and signs like ² that stand among them in Unicode, are left out: they look much the same in
    whatever font a word processor takes for them.
    """
    return frozenset(filter(_is_missing, frozenset(text) - _usual()))


@cache
def _usual() -> frozenset[str]:
    """ASCII and GB 2312, of which some may be missing here: most texts need no look at single characters."""
    pairs = bytes(chain.from_iterable(product(range(0xA1, 0xF8), range(0xA1, 0xFF))))
    return frozenset((bytes(range(0x80)) + pairs).decode("gb2312", "ignore")) - _OLDER


@cache
def _is_missing(letter: str) -> bool:
    """Whether a character that can be seen, and belongs to no alphabet, is not in GB 2312."""
    if ord(letter) < _AFTER_LATIN:
        return False
    try:
        letter.encode("gbk").decode("gb2312")
    except UnicodeError:
        return unicodedata.category(letter) not in _NOT_DRAWN
    return False


def in_gbk(character: str) -> bool:
    """Whether GBK has a character, and with it every larger Chinese font."""
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
