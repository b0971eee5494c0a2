"""Plans whose `expected.txt` is right and whose paper is not yet: each with what is wrong."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WRONG_TODAY: Mapping[str, str] = MappingProxyType({})
"""Name of the folder and what is wrong on paper. A plan leaves this list with the change that mends it."""

REFUSED_TODAY: Mapping[str, str] = MappingProxyType({})
"""Name of the folder and why a plan that is right cannot be read. These too leave with the change that mends them."""

WRONG_ON_PAPER: Mapping[str, str] = MappingProxyType({})
"""Name of the folder and what is wrong on the pages that LibreOffice draws."""

WHOLE_WORDS = (("education-forwarding", "中小学"), ("open-government-table", "政务公开"))
"""Name of the folder and a word that the title of its notice must not break."""
