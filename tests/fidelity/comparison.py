"""Compares what a paper should say with what it says, and words the difference."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fidelity.units import Unit

NEAR = 0.3


def missing(seed: Sequence[Unit], paper: Sequence[Unit]) -> list[str]:
    """Return nothing when every unit of the seed equals a unit of the paper, in order; else what cannot be found."""
    position = 0
    for unit in seed:
        try:
            position = paper.index(unit, position) + 1
        except ValueError:
            return _describe_missing(seed, paper)
    return []


def differences(expected: Sequence[Unit], paper: Sequence[Unit]) -> list[str]:
    """Return nothing when the paper says exactly what is expected; else what it lacks and what it adds."""
    if list(expected) == list(paper):
        return []
    added = [
        f"多出：{unit}"
        for tag, _, _, start, end in _opcodes(expected, paper)
        if tag in {"insert", "replace"}
        for unit in paper[start:end]
    ]
    return [*_describe_missing(expected, paper), *added]


def _describe_missing(seed: Sequence[Unit], paper: Sequence[Unit]) -> list[str]:
    lost = [
        index
        for tag, start, end, _, _ in _opcodes(seed, paper)
        if tag in {"delete", "replace"}
        for index in range(start, end)
    ]
    return [
        f"缺第{index + 1}个：{seed[index]}\n  上一个：{seed[index - 1] if index else '（文首）'}\n"
        f"  最接近：{_nearest(seed[index], paper)}"
        for index in lost
    ]


def _opcodes(seed: Sequence[Unit], paper: Sequence[Unit]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, seed, paper, autojunk=False).get_opcodes()


def _nearest(unit: Unit, paper: Sequence[Unit]) -> str:
    if unit in paper:
        return "有这一个，但不在这个位置"
    texts = {other.text: other for other in reversed(paper)}
    near = get_close_matches(unit.text, list(texts), n=1, cutoff=NEAR)
    return str(texts[near[0]]) if near else "（没有相近的）"
