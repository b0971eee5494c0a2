"""What was probably meant: the key or name for a misspelt one, the document number for one in a wrong form."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from ipplan.patterns import lazy_pattern
from ipplan.terms.document_number import parse_document_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

_LONGEST = 40
"""Longer words are no misspelt names, and comparing them takes long."""

_BRACKETS = lazy_pattern(r"[\[［【(（〖〔](\d{4})[\]］】)）〗〕]", re.ASCII)


def nearest_key(word: str, model: type[BaseModel]) -> str | None:
    """The key of a model that is most like `word`, or whose Chinese title `word` is."""
    by_title = {field.title: key for key, field in model.model_fields.items()}
    return by_title.get(word) or nearest(word, model.model_fields)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The most similar known word, None when none is near."""
    found = difflib.get_close_matches(word, list(known), 1, 0.6) if len(word) <= _LONGEST else []
    return found[0] if found else None


def right_number(words: str) -> str | None:
    """A document number in the form of the standard, made from one in another form; None when that is not certain."""
    number = re.sub(r"\s", "", words)
    number = _BRACKETS.sub(r"〔\1〕", number, count=1).replace("〕第", "〕", 1)
    number = number.replace("〕号", "〕", 1) if number.endswith("号") else f"{number}号"
    try:
        return str(parse_document_number(re.sub("〕0+", "〕", number)))
    except ValueError:
        return None
