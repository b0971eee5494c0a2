"""Cut text into the tokens of quantities; everything unknown is OTHER."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from ipplan.terms import quantity_words as words
from ipplan.terms.folding import fold
from ipplan.terms.frequency import match_every
from ipplan.terms.numerals import parse_numeral


class Kind(Enum):
    """What a token does in a quantity."""

    NUMBER = auto()
    SCALE = auto()
    UPWARDS = auto()
    UNIT = auto()
    BEFORE = auto()
    AFTER = auto()
    RESIDUE = auto()
    REACHED = auto()
    CHANGE = auto()
    PERCENT = auto()
    PER = auto()
    PER_AFTER = auto()
    AIM = auto()
    TOTAL = auto()
    EACH = auto()
    RANGE = auto()
    VERB = auto()
    RANK = auto()
    VAGUE = auto()
    CLAUSE_END = auto()
    OTHER = auto()


class Token(NamedTuple):
    """A stretch of text: its kind, its folded words and its offsets (end excluded)."""

    kind: Kind
    text: str
    start: int
    end: int


def _lexicon() -> dict[str, Kind]:
    """Build the table from words to kinds; where a word stands in two lists the later list wins."""
    lists = (
        (Kind.VERB, words.VERBS),
        (Kind.UNIT, words.UNITS),
        (Kind.RANK, words.RANKS),
        (Kind.VAGUE, words.VAGUE),
        (Kind.RANGE, words.RANGE_SIGNS),
        (Kind.EACH, words.EACH),
        (Kind.OTHER, words.PASSED_OVER),
        (Kind.OTHER, words.COMMAS),
        (Kind.TOTAL, words.TOTALS),
        (Kind.AIM, words.AIMS),
        (Kind.PER_AFTER, words.PER_AFTER),
        (Kind.PER, words.AVERAGES),
        (Kind.CHANGE, words.CHANGES),
        (Kind.REACHED, words.REACHED),
        (Kind.RESIDUE, words.RESIDUES),
        (Kind.AFTER, words.AFTER),
        (Kind.BEFORE, words.BEFORE),
        (Kind.PERCENT, ("百分之",)),
        (Kind.CLAUSE_END, words.CLAUSE_ENDS),
    )
    return {word: kind for kind, listed in lists for word in listed}


_LEXICON: Final[Mapping[str, Kind]] = MappingProxyType(_lexicon())
_LONGEST: Final[Mapping[str, int]] = MappingProxyType(
    {first: max(len(word) for word in _LEXICON if word[0] == first) for first in {word[0] for word in _LEXICON}}
)
_MAX_DIGITS: Final = 15

_HAN_DIGITS: Final = "〇零一二三四五六七八九十百千万亿两"
_DIGITS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?")
_HAN: Final = re.compile(f"[{_HAN_DIGITS}]+")
_UPWARDS: Final = re.compile(r"上(?=[百千万亿])")
# One or two blanks may stand inside a quantity (100 件); more of them, as any other unknown character, end it.
_BLANK: Final = re.compile(r" {1,2}(?! )(?<!   )")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")

# Taken in one go, for speed: characters with which nothing known begins.
_UNKNOWN: Final = re.compile(f"[^{re.escape(''.join(sorted(_LONGEST)))}{_HAN_DIGITS}每上 A-Za-z0-9]+")

# What is quoted, cited or addressed holds no targets: 《2013—2020年规划》, “五进”, http://example.cn/5.
_OPAQUE: Final = re.compile(r"《[^《》]*》|“[^“”]*”|〔[0-9]{0,9}〕|https?://[!-~]*|www\.[!-~]*")
_HIDDEN: Final = "\x00"


def tokenize(text: str, *, hide_quoted: bool = False) -> tuple[Token, ...]:
    """Return the tokens of `text` in order, without blanks; `hide_quoted` turns titles, quotes and links into OTHER."""
    folded = fold(text)
    if hide_quoted:
        folded = _OPAQUE.sub(lambda found: _HIDDEN * len(found[0]), folded)
    return tuple(_tokens(folded))


def number_value(token: Token) -> Decimal:
    """Return the figure that a NUMBER or SCALE token says."""
    if token.kind is Kind.SCALE:
        return Decimal(words.SCALES[token.text])
    if token.text[0] in _HAN_DIGITS:
        return Decimal(parse_numeral(token.text))
    return Decimal(token.text.replace(",", ""))


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    while place < len(text):
        blank = text[place] == " " and _BLANK.match(text, place)
        if blank:
            place = blank.end()
            continue
        token = _number(text, place) or _word(text, place)
        yield token
        place = token.end


def is_in_characters(token: Token) -> bool:
    """Return whether a figure is written in Chinese characters."""
    return token.text[0] in _HAN_DIGITS


def _number(text: str, place: int) -> Token | None:
    """Return the figure at `place`, unless a longer known word begins there (十分, 百分之)."""
    if text[place] in _HAN_DIGITS:
        found = None if _known(text, place) else _HAN.match(text, place)
    else:
        found = _DIGITS.match(text, place)
    if not found:
        return None
    return Token(_figure_kind(found[0]), found[0], place, found.end())


def _figure_kind(written: str) -> Kind:
    if written[0] not in _HAN_DIGITS:
        return Kind.NUMBER if len(written) <= _MAX_DIGITS else Kind.OTHER
    if written in words.SCALES:
        return Kind.SCALE
    try:
        parse_numeral(written)
    except ValueError:
        return Kind.OTHER
    return Kind.NUMBER


def _word(text: str, place: int) -> Token:
    char = text[place]
    if char == "每":
        every = match_every(text, place)
        if every:
            return Token(Kind.PER, text[place : every[1]], place, every[1])
    if char == "上" and _UPWARDS.match(text, place):
        return Token(Kind.UPWARDS, char, place, place + 1)
    word = _known(text, place)
    if word:
        return Token(_LEXICON[word], word, place, place + len(word))
    other = _LATIN.match(text, place) or _UNKNOWN.match(text, place)
    end = other.end() if other else place + 1
    return Token(Kind.OTHER, text[place:end], place, end)


def _known(text: str, place: int) -> str | None:
    """Return the longest word of the lexicon at `place`."""
    for length in range(_LONGEST.get(text[place], 0), 0, -1):
        word = text[place : place + length]
        if word in _LEXICON:
            return word
    return None
