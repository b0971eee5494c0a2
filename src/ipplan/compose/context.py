"""What composition carries along: the names that hold at a place in the plan, and the wording."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ipplan.model.references import fill_references, names_inside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.compose.wording import Wording
    from ipplan.model.duty import Duty, Target


@dataclass(frozen=True, slots=True)
class Context:
    """The names that a text here may refer to, the phrases of the office, the duty of what is around, named targets."""

    names: Mapping[str, str]
    wording: Wording
    around: Duty | None = None
    targets: Mapping[str, Target] = field(default_factory=dict)

    def inside(self, duty: Duty) -> Context:
        """The context of a block's own texts and of the blocks in it."""
        return replace(self, names=names_inside(duty, self.names), around=duty.under(self.around))

    def fill(self, text: str, of: Duty | None = None) -> str:
        """A text with its references replaced; that `of` a duty inside may name what is said there, too."""
        return fill_references(text, self.names if of is None else names_inside(of, self.names))
