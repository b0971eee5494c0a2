"""Quantities: parse one (不少于4篇), or find all of them in running text."""

from collections.abc import Iterator
from typing import Final

from ipplan.terms.quantity_grammar import OPENING, read_quantity
from ipplan.terms.quantity_rates import read_phrase, read_rate
from ipplan.terms.quantity_tokens import Kind, Token, is_in_characters, tokenize
from ipplan.terms.quantity_types import NOT_UNDERSTOOD, Amount, Comparator, FoundQuantity, Quantity

_LONGEST: Final = 200
# After a bare figure they leave open what is meant: 5、6家 is five or six, 5，500件 may be one number.
_LIST_SIGNS: Final = ("、", "，", ",")
_ARTICLES: Final = ("一", "二")


def parse_quantity(words: str) -> Quantity:
    """Return the quantity that `words` is as a whole; what is not understood has no meaning. It never raises."""
    text = words.strip()
    if len(text) > _LONGEST:
        return Quantity(words, None, NOT_UNDERSTOOD)
    phrase = read_phrase(text)
    if phrase is not None:
        return Quantity(words, phrase)
    found = read_rate(text, _parse_figures) or _parse_figures(text)
    return Quantity(words, found.meaning, found.problem)


def _parse_figures(text: str) -> Quantity:
    """Parse `不少于4篇`, where the unit stands behind the figure."""
    tokens = tokenize(text)
    verbs = 0
    while verbs < len(tokens) and tokens[verbs].kind is Kind.VERB:
        verbs += 1
    read = read_quantity(tokens, verbs)
    if read is None or read.after != len(tokens):
        return Quantity(text, None, NOT_UNDERSTOOD)
    return Quantity(text, read.meaning, read.problem)


def find_quantities(text: str, *, articles: bool = False) -> tuple[FoundQuantity, ...]:
    """Return every quantity in `text`, leftmost and longest first, without overlap.

    Each has a unit. What stands in 《…》, “…”, 〔…〕 or a link is passed over, as are ranks (第3名), vague
    numbers (数十家) and, unless `articles` asks for them, a bare 一 that only means "a" (一项活动). Each found quantity
    is what parse_quantity returns for its words.
    """
    tokens = tokenize(text, hide_quoted=True)
    return tuple(_found(text, tokens, articles=articles))


def _found(text: str, tokens: tuple[Token, ...], *, articles: bool) -> Iterator[FoundQuantity]:
    place, aim = 0, False
    while place < len(tokens):
        kind = tokens[place].kind
        aim = kind is Kind.AIM or (aim and kind is not Kind.CLAUSE_END)
        read = None if _starts_nothing(tokens, place) else read_quantity(tokens, place)
        if read is None:
            place += 1
            continue
        taken = tokens[place : read.after]
        if read.has_unit and not _may_be_a_date(taken) and (articles or not _is_article(taken, read.meaning)):
            start, end = taken[0].start, taken[-1].end
            yield FoundQuantity(start, end, Quantity(text[start:end], read.meaning, read.problem), aim)
        place = read.after


def _starts_nothing(tokens: tuple[Token, ...], place: int) -> bool:
    """Return whether no quantity begins here: at a verb, or at a figure that belongs to what stands before it."""
    token = tokens[place]
    if token.kind not in OPENING or token.kind is Kind.VERB:
        return True
    if place == 0 or token.kind not in (Kind.NUMBER, Kind.SCALE):
        return False
    before = tokens[place - 1]
    vague = before.kind is Kind.VAGUE and is_in_characters(token)
    after_figure = before.text in _LIST_SIGNS and place > 1 and tokens[place - 2].kind is Kind.NUMBER
    rank = before.kind in (Kind.RANK, Kind.NUMBER, Kind.SCALE)
    return rank or vague or after_figure or _is_minus(before, token)


def _may_be_a_date(tokens: tuple[Token, ...]) -> bool:
    """Return whether a fraction is written with a stroke: 4/26 in running text is as well a day."""
    return any(token.kind is Kind.FRACTION and "/" in token.text for token in tokens)


def _is_minus(sign: Token, figure: Token) -> bool:
    return sign.text == "-" and sign.end == figure.start and not is_in_characters(figure)


def _is_article(tokens: tuple[Token, ...], meaning: Amount | None) -> bool:
    """Return whether it is a lone 一 with its measure word, or 二, which in a count would be 两."""
    plain = len(tokens) == 2 and tokens[0].text in _ARTICLES
    return plain and meaning is not None and meaning.comparator is Comparator.EXACT
