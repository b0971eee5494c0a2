"""Characters that no font has: typst would print a box and say nothing."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from ipplan.errors import MissingCharacter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.writers.pdf.fonts import Face, Fonts

_AROUND = 8
"""Characters shown on either side of one that is missing."""
_SHOWN = 5
"""Missing characters that a message names."""
_NOT_DRAWN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Categories of characters that show nothing: controls, marks of format, spaces."""


def demand_characters(data: Any, fonts: Fonts) -> None:
    """Look up every character of all strings in the data.

    Raises:
        MissingCharacter: if no font has one; the message shows the words around it.
    """
    texts = list(_strings(data))
    wanted = {letter for letter in set().union(*texts) if unicodedata.category(letter) not in _NOT_DRAWN}
    for face in fonts.every():
        if not wanted:
            return
        wanted -= _letters(face)
    if wanted:
        missing = sorted(wanted)
        raise MissingCharacter(_message(missing, texts), missing[0])


def _message(missing: list[str], texts: list[str]) -> str:
    named = [f"“{_words_around(letter, texts)}”里的“{letter}”（U+{ord(letter):04X}）" for letter in missing[:_SHOWN]]
    more = f"等 {len(missing)} 个字" if len(missing) > _SHOWN else ""
    return (
        f"生成 pdf 用的字体里都没有{'、'.join(named)}{more}。核对是不是错字；"
        "不是的，安装字多的字体（Debian：apt install fonts-noto-cjk），或者用 --font-path 指明有这个字的字体"
    )


def _words_around(letter: str, texts: list[str]) -> str:
    text = next(text for text in texts if letter in text)
    at = text.index(letter)
    start, end = max(0, at - _AROUND), at + 1 + _AROUND
    return f"{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}"


def _strings(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case dict():
            for value in data.values():
                yield from _strings(value)
        case list() | tuple():
            for value in data:
                yield from _strings(value)


@cache
def _letters(face: Face) -> frozenset[str]:
    """All characters of a font."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only the tables that are asked for are read

    with TTFont(face.file, fontNumber=face.index, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
