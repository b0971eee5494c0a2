"""What the preview answers to each path. All of it is made here; no file of the plan's folder is ever served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipplan.preview.page import preview_page, rule_page
from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from ipplan.preview.snapshot import Snapshot

_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The policy of the page itself: what comes from this server, and nothing written into the page."""
_PAPER = (
    "sandbox allow-same-origin; default-src 'none'; style-src-elem '{style}'; style-src-attr 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The policy of the paper: no script at all, its one style, and widths at elements."""
_ASSETS = {"preview.js": "text/javascript", "preview.css": "text/css"}
_RULE = "rule/"


@dataclass(frozen=True, slots=True)
class Answer:
    """A body with its media type and its content security policy."""

    body: bytes
    media_type: str = "text/html"
    policy: str = _OWN


def answer_to(name: str, snapshot: Snapshot, root: str) -> Answer | None:
    """The answer to a path below `root`, the path of the preview's address; None where there is nothing."""
    if name == "":
        return Answer(preview_page(snapshot, root).encode())
    if name == "paper" and snapshot.paper is not None:
        sheets = snapshot.paper.sheets
        return Answer(sheets.html.encode(), policy=_PAPER.format(style=sheets.style_hash))
    if name in _ASSETS:
        return Answer((templates_folder() / "preview" / name).read_bytes(), _ASSETS[name])
    return _rule(name.removeprefix(_RULE), root) if name.startswith(_RULE) else None


def _rule(code: str, root: str) -> Answer | None:
    from ipplan.explanations import find_explanation  # noqa: PLC0415  only when somebody asks

    explanation = find_explanation(code)
    return Answer(rule_page(explanation, root).encode()) if explanation is not None else None
