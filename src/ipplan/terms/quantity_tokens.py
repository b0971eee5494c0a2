"""Cut text into the tokens of quantities; everything unknown is OTHER."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from ipplan.patterns import lazy_pattern
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
    FRACTION = auto()
    BASE = auto()
    FROM = auto()
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
        (Kind.FRACTION, words.HALVES),
        (Kind.PERCENT, ("百分之", "千分之")),
        (Kind.CLAUSE_END, words.CLAUSE_ENDS),
    )
    return {word: kind for kind, listed in lists for word in listed}


_LEXICON: Final[Mapping[str, Kind]] = MappingProxyType(_lexicon())
# Longer words come later, so the longest of each first character stays.
_LONGEST: Final[Mapping[str, int]] = MappingProxyType({word[0]: len(word) for word in sorted(_LEXICON, key=len)})
_MAX_DIGITS: Final = 15

_HAN_DIGITS: Final = "〇零一二三四五六七八九十百千万亿两"
_DIGITS: Final = lazy_pattern(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?")
# In 500万千瓦 and 五千米 the 千 belongs to the unit.
_HAN: Final = lazy_pattern(f"(?:(?!千[瓦米克])[{_HAN_DIGITS}])+")
_HAN_SMALL: Final = "[一二三四五六七八九十]{1,3}"
_FRACTION: Final = lazy_pattern(
    rf"(?P<parts>{_HAN_SMALL}|[0-9]{{1,3}})分之(?P<count>{_HAN_SMALL}|[0-9]{{1,3}})"
    r"|(?<![0-9/.])(?P<over>[1-9][0-9]?)/(?P<under>[1-9][0-9]?)(?![0-9/.])"
)
_UPWARDS: Final = lazy_pattern(r"上(?=[百千万亿])")
# One or two blanks may stand inside a quantity (100 件); more of them, as any other unknown character, end it.
_BLANK: Final = lazy_pattern(r" {1,2}(?! )(?<!   )")


def _any_of(listed: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


_YEAR: Final = r"[0-9]{4}年(?:底|末|度)?"
_PLAN: Final = r"“十[一二三四五六七]五”(?:期末|末|期间|时期)?"
_START: Final = lazy_pattern(rf"(?P<year>[0-9]{{4}})年|(?P<period>{_PLAN}|{_any_of(words.START_PERIODS)})")
# What a change is measured against: 比2020年, 在“十三五”末基础上, 2020年的(2倍).
_BASE: Final = lazy_pattern(
    rf"(?:比|较)(?:{_YEAR}|{_PLAN}|{_any_of(words.BASE_PERIODS)})(?:同期|水平|实际)?"
    rf"|(?:与|同|在)(?:{_YEAR}|{_PLAN}|{_any_of(words.BASE_PERIODS)})(?:同期|水平)?的?(?:相比|基础上)，?"
)
_YEAR_BASE: Final = lazy_pattern(rf"{_YEAR}的(?=[0-9.]{{1,6}}倍|[一二两三四五六七八九十]{{1,2}}倍)")
# The figure at the start follows: 由2020年的(5件).
_FROM: Final = lazy_pattern(
    rf"(?:由|从)(?:(?:{_YEAR}|{_PLAN}|{_any_of(words.START_PERIODS)})的?)?(?=[0-9{_HAN_DIGITS}])"
)
_FRACTION_SIGNS: Final = "一二三四五六七八九十123456789"
_FROM_OPENERS: Final = "由从"
_OPENERS: Final = f"比较与同在{_FROM_OPENERS}"
_RATE_BASE: Final = rf"/(?:百|千|万|十万|百万|亿)?(?:{_any_of(words.RATE_BASES)})"
# 元/人才 is no rate by the head.
_STROKE: Final = lazy_pattern(rf"{_RATE_BASE}(?![才员均大工种])")
_LATIN: Final = lazy_pattern(r"[A-Za-z][A-Za-z0-9]*")

# Taken in one go, for speed: characters with which nothing known begins.
_UNKNOWN: Final = lazy_pattern(f"[^{re.escape(''.join(sorted(_LONGEST)))}{_HAN_DIGITS}每上{_OPENERS} A-Za-z0-9]+")

# What is quoted, cited or addressed holds no targets: 《2013—2020年规划》, “五进”, http://example.cn/5.
_OPAQUE: Final = lazy_pattern(r"《[^《》]*》|“[^“”]*”|〔[0-9]{0,9}〕|https?://[!-~]*|www\.[!-~]*")
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
        token = _fraction(text, place) or _base(text, place) or _number(text, place) or _word(text, place)
        yield token
        place = token.end


def fraction_value(token: Token) -> tuple[int, int]:
    """Return count and parts of a FRACTION token: 三分之二 is (2, 3)."""
    found = _FRACTION.fullmatch(token.text)
    if not found:
        return 1, 2
    return parse_numeral(found["count"] or found["over"]), parse_numeral(found["parts"] or found["under"])


def base_of(token: Token) -> tuple[int | None, str]:
    """Return the year, or the period as written, that a BASE or FROM token names."""
    found = _START.search(token.text)
    if not found:
        return None, ""
    return (int(found["year"]) if found["year"] else None), found["period"] or ""


def _fraction(text: str, place: int) -> Token | None:
    if text[place] not in _FRACTION_SIGNS:
        return None
    found = _FRACTION.match(text, place)
    if not found or not _is_proper(found):
        return None
    return Token(Kind.FRACTION, found[0], place, found.end())


def _is_proper(found: re.Match[str]) -> bool:
    """Return whether it is less than one; 4/26 may also be a date, but no more than that is known here."""
    try:
        count, parts = fraction_value(Token(Kind.FRACTION, found[0], 0, 0))
    except ValueError:
        return False
    return 0 < count < parts


def _base(text: str, place: int) -> Token | None:
    """Return what a change is measured against; each of its forms, slow to compile, has openers of its own."""
    opener = text[place]
    if opener in _OPENERS:
        kind, form = (Kind.FROM, _FROM) if opener in _FROM_OPENERS else (Kind.BASE, _BASE)
    elif "0" <= opener <= "9":
        kind, form = Kind.BASE, _YEAR_BASE
    else:
        return None
    found = form.match(text, place)
    return Token(kind, found[0], place, found.end()) if found else None


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
        return _unit(text, place, word) if _LEXICON[word] is Kind.UNIT else _token(_LEXICON[word], word, place)
    other = _LATIN.match(text, place) or _UNKNOWN.match(text, place)
    end = other.end() if other else place + 1
    return Token(Kind.OTHER, text[place:end], place, end)


def _token(kind: Kind, word: str, place: int) -> Token:
    return Token(kind, word, place, place + len(word))


def _unit(text: str, place: int, word: str) -> Token:
    """Return the unit with what it is counted by: 微克/立方米, 件/万人."""
    end = place + len(word)
    stroke = _STROKE.match(text, end) if text.startswith("/", end) else None
    return _token(Kind.UNIT, word + (stroke[0] if stroke else ""), place)


def _known(text: str, place: int) -> str | None:
    """Return the longest word of the lexicon at `place`."""
    for length in range(_LONGEST.get(text[place], 0), 0, -1):
        word = text[place : place + length]
        if word in _LEXICON:
            return word
    return None
