"""Names for findings that stay the same while lines are added above them."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.diagnostics import Diagnostic
    from ipplan.reporters.results import Results


def with_fingerprints(results: Results) -> Iterator[tuple[Diagnostic, str]]:
    """Every finding with its fingerprint: of path, code and the line's words, counted where they are equal."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for found in results.report.diagnostics:
        what = (results.shown(found.path), found.code, results.line(found.path, found.span.line).strip())
        seen[what] += 1
        words = "\n".join((*what, str(seen[what])))
        yield found, hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
