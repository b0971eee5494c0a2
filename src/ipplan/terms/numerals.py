"""Chinese numerals: 三十七 is 37 and back, and years written digit by digit (二〇一七)."""

from types import MappingProxyType
from typing import Final

from ipplan.terms.folding import fold

LARGEST: Final = 9999_9999_9999
"""The largest number that can be read or written: one short of a million million."""

DIGITS: Final = "零一二三四五六七八九"
"""The ten numeral characters in order; 〇 and 两 are read as well, but written only in years and by hand."""

_VALUES: Final = MappingProxyType({char: value for value, char in enumerate(DIGITS)})
_SMALL: Final = MappingProxyType({"十": 10, "百": 100, "千": 1000})
_LARGE: Final = MappingProxyType({"万": 1_0000, "亿": 1_0000_0000})
_YEAR_LENGTH: Final = 4
_LONGEST: Final = 40


def parse_numeral(words: str) -> int:
    """Return the number that `words` says: 三十七, 一万二千, 两, 二〇一七, 37 or ３７.

    Raises ValueError when it is no well-formed numeral; 三五, 十十 and 一百五 are not guessed at.
    """
    text = fold(words)
    if not text or len(text) > _LONGEST:
        raise ValueError("not a numeral")
    if text.isascii() and text.isdigit():
        return _within_range(int(text))
    if len(text) == _YEAR_LENGTH and all(char in _VALUES or char == "〇" for char in text):
        return int("".join(str(_VALUES.get(char, 0)) for char in text))
    return _parse_counted(_plain(text))


def _within_range(number: int) -> int:
    if not 0 <= number <= LARGEST:
        raise ValueError("numeral out of range")
    return number


def _plain(text: str) -> str:
    """Undo the accepted variants: 两 for 二, 〇 for 零, 一十 for a leading 十."""
    for place, char in enumerate(text):
        if char == "两" and text != "两" and text[place + 1 : place + 2] not in ("百", "千", "万", "亿"):
            raise ValueError("两 stands alone or before 百, 千, 万, 亿")
    text = text.replace("两", "二").replace("〇", "零")
    return text[1:] if text.startswith("一十") else text


def _parse_counted(text: str) -> int:
    """Read leniently, then accept only what would be written the same way: that rules out all nonsense."""
    number = _sum_up(text)
    if format_numeral(number) != text:
        raise ValueError("not a well-formed numeral")
    return number


def _sum_up(text: str) -> int:
    total = section = digit = 0
    for char in text:
        if char in _VALUES:
            digit = _VALUES[char]
        elif char in _SMALL:
            section, digit = section + (digit or 1) * _SMALL[char], 0
        elif char in _LARGE:
            total, section, digit = total + (section + digit) * _LARGE[char], 0, 0
        else:
            raise ValueError("not a numeral")
    return _within_range(total + section + digit)


def format_numeral(number: int) -> str:
    """Return `number` (0 to LARGEST) as a Chinese numeral: 37 is 三十七, 105 is 一百零五.

    Raises ValueError when it is negative or too large.
    """
    if _within_range(number) == 0:
        return "零"
    written = ""
    for unit, name in ((1_0000_0000, "亿"), (1_0000, "万"), (1, "")):
        section = number // unit % 1_0000
        # 零 bridges a gap: 一万零五百, but 一万五千.
        gap = "零" if section and written and section < 1000 else ""
        written += gap + _format_section(section) + name if section else ""
    return written[1:] if written.startswith("一十") else written


def _format_section(section: int) -> str:
    written, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // unit % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
        gap = not digit
    return written
