"""The known word that a misspelt one was probably meant to be."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The most similar known word; None when nothing is near."""
    found = difflib.get_close_matches(word, list(known), 1, 0.6)
    return found[0] if found else None
