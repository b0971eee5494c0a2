"""Document numbers: 连知〔2017〕2号 is a code, a year and a serial."""

from dataclasses import dataclass
from typing import Final

from ipplan.patterns import lazy_pattern

_CODE: Final = "[一-鿿〇]{1,20}"
_FORM: Final = lazy_pattern(rf"({_CODE})〔([0-9]{{4}})〕([1-9][0-9]{{0,4}})号")
_FIRST_YEAR: Final = 1949
_LAST_YEAR: Final = 9999

# What is wrong, in the order in which it is looked for: pattern that betrays it, reason.
_REASONS: Final = (
    (lazy_pattern(r"[\s\u3000]"), "the number has no spaces"),
    (lazy_pattern(r"[\[\]［］【】()（）〖〗]"), "the year stands in 〔〕 (U+3014, U+3015)"),
    (lazy_pattern(r"第"), "the serial stands without 第"),
    (lazy_pattern(r"〔[0-9]{4}〕0"), "the serial is not padded with zeros"),
    (lazy_pattern(r"〔[0-9]{0,3}〕|〔[0-9]{5}"), "the year has four digits"),
    (lazy_pattern(r"[0-9]\Z"), "the number ends with 号"),
    (lazy_pattern(r"\A〔"), "the code before 〔 is missing"),
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number: the issuing office's code, the year and the serial within the year, counted from 1.

    Raises ValueError when the year has not four digits or the serial is below 1.
    """

    code: str
    year: int
    serial: int

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise ValueError(f"the year lies between {_FIRST_YEAR} and {_LAST_YEAR}")
        if self.serial < 1:
            raise ValueError("serials are counted from 1")

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


def parse_document_number(words: str) -> DocumentNumber:
    """Return the number written as 连知〔2017〕2号; ValueError with the reason when the form is wrong."""
    found = _FORM.fullmatch(words)
    if not found:
        raise ValueError(_reason(words))
    return DocumentNumber(found[1], int(found[2]), int(found[3]))


def _reason(words: str) -> str:
    for sign, reason in _REASONS:
        if sign.search(words):
            return reason
    return "not a document number: write 连知〔2017〕2号"
