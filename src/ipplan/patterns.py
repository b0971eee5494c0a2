"""Regular expressions that are compiled when they are first used.

There are hundreds of them in the rules and the grammars; compiling them all took longer than anything else at the
start of the program, and most look for mistakes that a given plan does not have.
"""

from __future__ import annotations

import re
from typing import Any, cast


def lazy_pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, to be used by its methods; a mistake in the expression shows at the first use."""
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    """A pattern that becomes the compiled one as soon as one of its attributes is asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._made_of = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._made_of)
        value = getattr(compiled, name)
        setattr(self, name, value)  # from now on this costs no more than with the compiled one
        return value
