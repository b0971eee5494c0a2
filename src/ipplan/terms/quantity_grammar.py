"""The grammar of quantities over tokens: before* figure unit after*, one small function for each production."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ipplan.terms import quantity_words as words
from ipplan.terms.frequency import Every, match_every
from ipplan.terms.quantity_tokens import Kind, Token, base_of, fraction_value, number_value
from ipplan.terms.quantity_types import CONFLICTING_COMPARATORS, DOUBLE_COMPARATOR, Amount, Base, Comparator, Growth

_LONGEST_PREFIX: Final = 8
_PREFIX: Final = frozenset(
    {Kind.BEFORE, Kind.REACHED, Kind.CHANGE, Kind.PER, Kind.AIM, Kind.TOTAL, Kind.EACH, Kind.VERB, Kind.BASE}
)
OPENING: Final = _PREFIX | {Kind.NUMBER, Kind.UPWARDS, Kind.PERCENT, Kind.SCALE, Kind.FRACTION, Kind.FROM}
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
    parts: int = 1


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

    def follows(self, kind: Kind) -> bool:
        """Return whether the token behind the next one has this kind."""
        return self.place + 1 < len(self.tokens) and self.tokens[self.place + 1].kind is kind

    def meets(self, sign: str) -> bool:
        """Return whether the next token begins with `sign`."""
        return self.place < len(self.tokens) and self.tokens[self.place].text.startswith(sign)


def read_quantity(tokens: tuple[Token, ...], place: int) -> Reading | None:
    """Return the longest quantity that begins with the token at `place`, or None."""
    reader = _Reader(tokens, place)
    prefix = _prefix(reader)
    start = _start(reader)
    if start:
        onwards = _prefix(reader)
        if not any(token.kind is Kind.REACHED for token in onwards):
            return None
        prefix += onwards
    figures = _round_figure(reader, prefix) or _figures(reader)
    if not figures:
        return None
    suffix = [token for token in (reader.take(Kind.AFTER), reader.take(Kind.PER_AFTER)) if token]
    if reader.meets("/"):
        return None
    low, high = figures
    if start and start.unit not in ("", high.unit):
        return None
    comparator, problem = _comparator(_bounds(prefix, figures, suffix))
    meaning = _amount(comparator, low, high, [*prefix, *suffix], start) if comparator else None
    return Reading(reader.place, meaning, problem, bool(high.unit or high.parts > 1))


def _start(reader: _Reader) -> Base | None:
    """Read the `由2020年的5件` of `由2020年的5件提高到10件`."""
    opening = reader.take(Kind.FROM)
    figure = _figure(reader) if opening else None
    if opening is None or figure is None:
        return None
    year, period = base_of(opening)
    return Base(year, figure.number * (figure.scale or 1), figure.unit, period)


def _prefix(reader: _Reader) -> list[Token]:
    prefix: list[Token] = []
    while len(prefix) < _LONGEST_PREFIX:
        token = reader.take(*_PREFIX)
        if not token:
            break
        prefix.append(token)
    return prefix


def _round_figure(reader: _Reader, prefix: list[Token]) -> tuple[_Figure, _Figure] | None:
    """Read the `百家` of `近百家`, where a power of ten stands for itself, and the `番` of `翻番`."""
    if prefix and prefix[-1].text.endswith("翻") and reader.meets("番"):
        reader.place += 1
        return _Figure(Decimal(1), None, "番"), _Figure(Decimal(1), None, "番")
    if not prefix or prefix[-1].kind is not Kind.BEFORE or reader.follows(Kind.RESIDUE):
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
    fraction = reader.take(Kind.FRACTION)
    if fraction:
        count, parts = fraction_value(fraction)
        return _Figure(Decimal(count), None, "", parts=parts)
    share = reader.take(Kind.PERCENT)
    if share:
        count_of = reader.take(Kind.NUMBER, Kind.SCALE)
        return _Figure(number_value(count_of), None, "%" if share.text == "百分之" else "‰") if count_of else None
    number = _number(reader)
    if not number:
        return None
    scale = reader.take(Kind.SCALE)
    residue = reader.take(Kind.RESIDUE)
    scale = scale or (reader.take(Kind.SCALE) if residue else None)
    unit = reader.take(Kind.UNIT)
    times = int(number_value(scale)) if scale else None
    return _Figure(number_value(number), times, unit.text if unit else "", residue is not None)


def _number(reader: _Reader) -> Token | None:
    """Return the figure; a power of ten is one only before 余 (百余家)."""
    round_one = reader.take(Kind.SCALE) if reader.follows(Kind.RESIDUE) else None
    return round_one or reader.take(Kind.NUMBER)


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


def _amount(comparator: Comparator, low: _Figure, high: _Figure, around: list[Token], start: Base | None) -> Amount:
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
        base=start or _base(around),
        parts=high.parts,
    )


def _base(around: list[Token]) -> Base | None:
    for token in around:
        if token.kind is Kind.BASE:
            year, period = base_of(token)
            return Base(year, period=period)
    return None


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
