"""Heading labels by form: 一、 （一） 1. （1） ① 第一章 第一节."""

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms.folding import fold
from ipplan.terms.numerals import format_numeral, parse_numeral

_NUMERAL: Final = "[零一二三四五六七八九十百千]{1,9}"
_ARABIC: Final = "[1-9][0-9]{0,3}"
_CIRCLES: Final = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))


class LabelForm(Enum):
    """The form of a heading label; the value is a stable name."""

    IDEOGRAPH = "ideograph"
    IDEOGRAPH_BRACKETED = "ideograph-bracketed"
    ARABIC = "arabic"
    ARABIC_BRACKETED = "arabic-bracketed"
    CIRCLED = "circled"
    CHAPTER = "chapter"
    CHAPTER_SECTION = "chapter-section"

    @property
    def level(self) -> int | None:
        """The level whose looks the form takes, 1 to 4; None for the forms that GB/T 9704 does not name."""
        return _LEVELS.get(self)

    def format(self, number: int) -> str:
        """Return the label for `number`, counted from 1; ValueError below 1, or above 50 when circled."""
        if number < 1:
            raise ValueError("labels are counted from 1")
        if self is LabelForm.CIRCLED:
            return _circled(number)
        before, after = _FRAMES[self]
        written = str(number) if self in (LabelForm.ARABIC, LabelForm.ARABIC_BRACKETED) else format_numeral(number)
        return before + written + after


_LEVELS: Final = MappingProxyType(
    {
        LabelForm.IDEOGRAPH: 1,
        LabelForm.IDEOGRAPH_BRACKETED: 2,
        LabelForm.ARABIC: 3,
        LabelForm.ARABIC_BRACKETED: 4,
    }
)

_FRAMES: Final = MappingProxyType(
    {
        LabelForm.IDEOGRAPH: ("", "、"),
        LabelForm.IDEOGRAPH_BRACKETED: ("（", "）"),
        LabelForm.ARABIC: ("", "."),
        LabelForm.ARABIC_BRACKETED: ("（", "）"),
        LabelForm.CHAPTER: ("第", "章"),
        LabelForm.CHAPTER_SECTION: ("第", "节"),
    }
)

_PATTERNS: Final = (
    (LabelForm.IDEOGRAPH, lazy_pattern(f"({_NUMERAL})、")),
    (LabelForm.IDEOGRAPH_BRACKETED, lazy_pattern(rf"[（(]({_NUMERAL})[）)]")),
    (LabelForm.ARABIC, lazy_pattern(rf"({_ARABIC})[.、]")),
    (LabelForm.ARABIC_BRACKETED, lazy_pattern(rf"[（(]({_ARABIC})[）)]")),
    (LabelForm.CHAPTER, lazy_pattern(f"第({_NUMERAL})章")),
    (LabelForm.CHAPTER_SECTION, lazy_pattern(f"第({_NUMERAL})节")),
)

# Single characters that old documents use for a whole label: first character, last character, form.
_SINGLE: Final = (
    ("⒈", "⒛", LabelForm.ARABIC),
    ("⑴", "⒇", LabelForm.ARABIC_BRACKETED),
    ("㈠", "㈩", LabelForm.IDEOGRAPH_BRACKETED),
)


def _circled(number: int) -> str:
    if number > len(_CIRCLES):
        raise ValueError(f"circled labels end at {len(_CIRCLES)}")
    return _CIRCLES[number - 1]


@dataclass(frozen=True, slots=True)
class Label:
    """A heading label: its form and its number, counted from 1."""

    form: LabelForm
    number: int

    def next(self) -> "Label":
        """Return the label that follows in the same form."""
        return Label(self.form, self.number + 1)

    def __str__(self) -> str:
        return self.form.format(self.number)


def parse_label(words: str) -> Label:
    """Return the label that `words` is, also with half-width brackets, `1．` or `1、`; ValueError when it is none."""
    if len(words) == 1:
        return _parse_single(words)
    for form, pattern in _PATTERNS:
        found = pattern.fullmatch(fold(words))
        if found:
            return Label(form, _counted(found[1]))
    raise ValueError("not a heading label")


def _counted(numeral: str) -> int:
    number = parse_numeral(numeral)
    # Digit-wise numerals are years, not labels: 二〇一七、 opens no heading.
    if number < 1 or not (numeral.isascii() or format_numeral(number) == numeral):
        raise ValueError("not a heading label")
    return number


def _parse_single(char: str) -> Label:
    if char in _CIRCLES:
        return Label(LabelForm.CIRCLED, _CIRCLES.index(char) + 1)
    for first, last, form in _SINGLE:
        if first <= char <= last:
            return Label(form, ord(char) - ord(first) + 1)
    raise ValueError("not a heading label")
