"""The grammar of quantities over tokens: before* figure unit after*, one small function for each production."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ipplan.terms import quantity_words as words
from ipplan.terms.frequency import Every, match_every
from ipplan.terms.quantity_tokens import Kind, Token, number_value
from ipplan.terms.quantity_types import CONFLICTING_COMPARATORS, DOUBLE_COMPARATOR, Amount, Comparator, Growth

_LONGEST_PREFIX: Final = 8
_PREFIX: Final = frozenset(
    {Kind.BEFORE, Kind.REACHED, Kind.CHANGE, Kind.PER, Kind.AIM, Kind.TOTAL, Kind.EACH, Kind.VERB}
)
OPENING: Final = _PREFIX | {Kind.NUMBER, Kind.UPWARDS, Kind.PERCENT}
"""The kinds of tokens with which a quantity can begin."""

_LOWER_BOUNDS: Final = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})
_UPPER_BOUNDS: Final = frozenset({Comparator.AT_MOST, Comparator.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the meaning or the problem, and the index of the token behind it."""

    after: int
    meaning: Amount | None
    problem: str | None
    has_unit: bool


@dataclass(frozen=True, slots=True)
class _Figure:
    number: Decimal
    scale: int | None
    unit: str
    residue: bool = False
    upwards: bool = False


class _Reader:
    """A place in the tokens; `take` moves on only when the next token has the wanted kind."""

    def __init__(self, tokens: tuple[Token, ...], place: int) -> None:
        self.tokens = tokens
        self.place = place

    def take(self, *kinds: Kind) -> Token | None:
        """Return the next token and pass it, or None."""
        if self.place < len(self.tokens) and self.tokens[self.place].kind in kinds:
            self.place += 1
            return self.tokens[self.place - 1]
        return None

    def meets(self, sign: str) -> bool:
        """Return whether the next token begins with `sign`."""
        return self.place < len(self.tokens) and self.tokens[self.place].text.startswith(sign)


def read_quantity(tokens: tuple[Token, ...], place: int) -> Reading | None:
    """Return the longest quantity that begins with the token at `place`, or None."""
    reader = _Reader(tokens, place)
    prefix = _prefix(reader)
    figures = _round_figure(reader, prefix) or _figures(reader)
    if not figures:
        return None
    suffix = [token for token in (reader.take(Kind.AFTER), reader.take(Kind.PER_AFTER)) if token]
    if reader.meets("/"):
        return None
    low, high = figures
    comparator, problem = _comparator(_bounds(prefix, figures, suffix))
    meaning = _amount(comparator, low, high, [*prefix, *suffix]) if comparator else None
    return Reading(reader.place, meaning, problem, bool(high.unit))


def _prefix(reader: _Reader) -> list[Token]:
    prefix: list[Token] = []
    while len(prefix) < _LONGEST_PREFIX:
        token = reader.take(*_PREFIX)
        if not token:
            break
        prefix.append(token)
    return prefix


def _round_figure(reader: _Reader, prefix: list[Token]) -> tuple[_Figure, _Figure] | None:
    """Read the `百家` of `近百家`: behind a comparator a power of ten stands for itself."""
    if not prefix or prefix[-1].kind is not Kind.BEFORE:
        return None
    scale = reader.take(Kind.SCALE)
    if not scale:
        return None
    unit = reader.take(Kind.UNIT)
    figure = _Figure(Decimal(1), int(number_value(scale)), unit.text if unit else "")
    return figure, figure


def _figures(reader: _Reader) -> tuple[_Figure, _Figure] | None:
    """Read `5件`, `5～7件`, `5件至7件`, `8000～1.2万件`; a sign without a fitting second figure is left unread."""
    low = _figure(reader)
    if not low:
        return None
    place = reader.place
    high = _figure(reader) if reader.take(Kind.RANGE) and not low.upwards else None
    if not high or high.upwards or low.unit not in ("", high.unit):
        reader.place = place
        return low, low
    return _shared_scale(low, high), high


def _shared_scale(low: _Figure, high: _Figure) -> _Figure:
    """Give `1～2万` its 万 on both sides; in `8000～1.2万` the first figure is larger, so it stands by itself."""
    if low.scale is None and high.scale is not None and low.number < high.number:
        return _Figure(low.number, high.scale, low.unit)
    return low


def _figure(reader: _Reader) -> _Figure | None:
    if reader.take(Kind.UPWARDS):
        return _upwards(reader)
    share = reader.take(Kind.PERCENT)
    number = reader.take(Kind.NUMBER)
    if not number:
        return None
    if share:
        return _Figure(number_value(number), None, "%")
    scale = reader.take(Kind.SCALE)
    residue = reader.take(Kind.RESIDUE)
    scale = scale or (reader.take(Kind.SCALE) if residue else None)
    unit = reader.take(Kind.UNIT)
    times = int(number_value(scale)) if scale else None
    return _Figure(number_value(number), times, unit.text if unit else "", residue is not None)


def _upwards(reader: _Reader) -> _Figure | None:
    """Read `上亿元`: a hundred million at least."""
    scale = reader.take(Kind.SCALE)
    unit = reader.take(Kind.UNIT)
    if not scale or not unit:
        return None
    return _Figure(Decimal(1), int(number_value(scale)), unit.text, upwards=True)


def _bounds(prefix: list[Token], figures: tuple[_Figure, _Figure], suffix: list[Token]) -> list[Comparator]:
    bounds = [words.BEFORE[token.text] for token in prefix if token.kind is Kind.BEFORE]
    bounds += [Comparator.AT_LEAST for figure in figures[:1] if figure.upwards]
    bounds += [Comparator.MORE_THAN for figure in figures[1:] if figure.residue]
    return bounds + [words.AFTER[token.text] for token in suffix if token.kind is Kind.AFTER]


def _comparator(bounds: list[Comparator]) -> tuple[Comparator | None, str | None]:
    """Return the one comparator that the words amount to, and what is wrong with them."""
    if not bounds:
        return Comparator.EXACT, None
    if len(bounds) == 1:
        return bounds[0], None
    told = set(bounds)
    if told <= _LOWER_BOUNDS or told <= _UPPER_BOUNDS or len(told) == 1:
        return bounds[0], DOUBLE_COMPARATOR
    return None, CONFLICTING_COMPARATORS


def _amount(comparator: Comparator, low: _Figure, high: _Figure, around: list[Token]) -> Amount:
    growth, falling = _change(around)
    kinds = {token.kind for token in around}
    return Amount(
        comparator,
        low.number * (low.scale or 1),
        high.number * (high.scale or 1),
        high.unit,
        high.scale or 1,
        growth,
        falling,
        _rhythm(around),
        each=Kind.EACH in kinds,
        aim=Kind.AIM in kinds,
        total=Kind.TOTAL in kinds,
    )


def _change(around: list[Token]) -> tuple[Growth | None, bool]:
    for token in around:
        if token.kind is Kind.CHANGE:
            return words.CHANGES[token.text]
    return None, False


def _rhythm(around: list[Token]) -> Every | None:
    for token in around:
        if token.kind is Kind.PER_AFTER:
            return words.PER_AFTER[token.text]
        if token.kind is Kind.PER:
            every = match_every(token.text)
            return every[0] if every else words.AVERAGES[token.text]
    return None
