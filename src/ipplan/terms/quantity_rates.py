"""Quantities said without a unit of their own: rates (每万人口15件, 人均30平方米), 全覆盖 and 零增长."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ipplan.patterns import lazy_pattern
from ipplan.terms import quantity_words as words
from ipplan.terms.folding import fold
from ipplan.terms.quantity_types import Amount, Comparator, Growth, Quantity


def _any_of(listed: tuple[str, ...]) -> str:
    return "|".join(sorted(listed, key=len, reverse=True))


_RATE: Final = lazy_pattern(
    rf"(?P<aim>力争)?(?:每(?P<of>(?:百|千|万|十万|百万|亿)?(?:{_any_of(words.RATE_BASES)}))|(?P<mean>{'|'.join(words.RATE_HEADS)}))"
)
_NAME: Final = lazy_pattern(r"[一-鿿（）()]*")
_LONGEST_NAME: Final = 24
_PLAIN: Final = lazy_pattern(
    rf"(?P<aim>力争|争取|努力)?(?:确保|保证)?(?:实现|达到|保持)?"
    rf"(?:(?P<covered>{_any_of(words.COVERED)})|(?P<growth>{_any_of(tuple(words.NO_GROWTH))})|(?P<half>过半数?))"
)


def read_rate(text: str, parse: Callable[[str], Quantity]) -> Quantity | None:
    """Return the rate that `text` is: `每万人口高价值发明专利拥有量达到15件`, `人均30平方米`, `每人每年不少于40学时`.

    Between the base and the figure the name of what is counted may stand, in Chinese characters only.
    """
    folded = fold(text)
    head = _RATE.match(folded)
    if not head:
        return None
    base = words.RATE_HEADS[head["mean"]] if head["mean"] else _short(head["of"])
    name = _NAME.match(folded, head.end())
    last = min(name.end() if name else head.end(), head.end() + _LONGEST_NAME)
    for place in range(head.end(), last + 1):
        found = parse(text[place:])
        if found.meaning is not None:
            return _as_rate(text, found, base, aim=head["aim"] is not None)
    return None


def _short(base: str) -> str:
    for long, short in sorted(words.RATE_NAMES.items(), key=lambda pair: -len(pair[0])):
        if base.endswith(long):
            return base.removesuffix(long) + short
    return base


def _as_rate(text: str, found: Quantity, base: str, *, aim: bool) -> Quantity | None:
    """Join the base to the unit; a share, a change or what is a rate already has no further base."""
    amount = found.meaning
    if amount is None or amount.growth or amount.share is not None or not amount.unit or "/" in amount.unit:
        return None
    if amount.unit.startswith("%"):
        return None
    meaning = replace(amount, unit=f"{amount.unit}/{base}", aim=amount.aim or aim)
    return Quantity(text, meaning, found.problem)


def read_phrase(text: str) -> Amount | None:
    """Return what `实现全覆盖` (100 %), `零增长` or `过半` means; 基本全覆盖 and 行政村全覆盖 stay unread."""
    found = _PLAIN.fullmatch(fold(text))
    if not found:
        return None
    aim = found["aim"] is not None
    if found["covered"]:
        return Amount(Comparator.EXACT, Decimal(100), Decimal(100), "%", aim=aim, coverage=True)
    if found["growth"]:
        return Amount(words.NO_GROWTH[found["growth"]], Decimal(), Decimal(), "%", growth=Growth.PLAIN, aim=aim)
    return Amount(Comparator.MORE_THAN, Decimal(1), Decimal(1), "", aim=aim, parts=2)
