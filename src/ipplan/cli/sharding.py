"""`--shard 2/5`: the second of five shares of the plans, for machines that work at the same time."""

from __future__ import annotations

import os
import re
import sys
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from ipplan.errors import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_WORDS = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


class Shard(NamedTuple):
    """The share with a 1-based number, of so many."""

    number: int
    of: int

    def share(self, plans: Sequence[Path]) -> list[Path]:
        """The plans of this share, in the order given.

        Plans are put in the order of a digest of their paths and dealt out in equal stretches: each plan is in exactly
        one share, shares differ by one plan at most, and a plan that is added moves few others. Paths count as seen
        from the current folder, so machines may have the checkout in different places.
        """
        mixed = sorted(plans, key=_digest)
        here = set(mixed[len(plans) * (self.number - 1) // self.of : len(plans) * self.number // self.of])
        return [plan for plan in plans if plan in here]


def _digest(plan: Path) -> bytes:
    name = os.path.relpath(plan).replace(os.sep, "/")
    return blake2b(os.fsencode(name), digest_size=16).digest()


def share(plans: Sequence[Path], shard: Shard | None) -> list[Path]:
    """The plans of a share, all of them without one. An empty share is said and is no mistake."""
    shared = list(plans) if shard is None else shard.share(plans)
    if not shared and shard is not None:
        print(f"第 {shard.number} 份（共 {shard.of} 份）里没有计划", file=sys.stderr)
    return shared


def read_shard(words: str | None) -> Shard | None:
    """What the option says; None where it was not written.

    Raises:
        UsageProblem: if it names no share.
    """
    if words is None:
        return None
    found = _WORDS.fullmatch(words)
    if found is None or not 0 < int(found[1]) <= int(found[2]):
        raise UsageProblem(f"--shard 写成 第几份/共几份，例如 2/5，不是“{words}”")
    return Shard(int(found[1]), int(found[2]))
