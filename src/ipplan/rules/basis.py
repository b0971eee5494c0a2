"""On what a rule rests: a document, its clause, and how binding it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Strength(Enum):
    """How binding a basis is; the value is the Chinese word shown to the user."""

    REGULATION = "法规"
    STANDARD = "国家标准"
    RECOMMENDED = "推荐做法"
    PRACTICE = "通行做法"
    FORMAT = "计划格式"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where it is written that something is wrong.

    `document` is the name as it is cited, `clause` the clause in it, empty where the whole document is meant.
    """

    document: str
    clause: str
    strength: Strength

    def __str__(self) -> str:
        return f"{self.document} {self.clause}".rstrip() + f"（{self.strength.value}）"


def regulations(clause: str) -> Basis:
    """An article of 《党政机关公文处理工作条例》 (2012)."""
    return Basis("《党政机关公文处理工作条例》", clause, Strength.REGULATION)


def layout(clause: str) -> Basis:
    """A clause of GB/T 9704—2012, layout of official documents."""
    return Basis("GB/T 9704—2012", clause, Strength.STANDARD)


def punctuation(clause: str) -> Basis:
    """A clause of GB/T 15834—2011, use of punctuation marks."""
    return Basis("GB/T 15834—2011", clause, Strength.STANDARD)


def numerals(clause: str) -> Basis:
    """A clause of GB/T 15835—2011, general rules for writing numerals."""
    return Basis("GB/T 15835—2011", clause, Strength.STANDARD)


SECRECY = Basis("《中华人民共和国保守国家秘密法》", "", Strength.REGULATION)
"""The law on state secrets, which limits how long a classification lasts."""

PRACTICE = Basis("公文写作的通行做法", "", Strength.PRACTICE)
"""No document says so, but a careful editor would correct it."""

CONSISTENCY = Basis("同一文件前后一致", "", Strength.PRACTICE)
"""A paper that contradicts itself is wrong whichever of the two is right."""

FORMAT = Basis("计划文件的格式", "docs/plan-format.md", Strength.FORMAT)
"""What a plan file must look like to be understood."""
