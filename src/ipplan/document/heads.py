"""The heads of papers: of a document, of a letter, of an order."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The header of an official document (版头): masthead, document number, red rule; empty is for what is not there.

    `masthead` is the whole line in red (`连云港市知识产权局文件`); `number` the document number as printed.
    `classification` comes with its period (`机密★1年`). `signers` stand behind `signer_label` beside the number.
    `joint` holds the names of all issuers, the lead first, where they stand one under the other instead of `masthead`,
    with `beside` at their right. `office` and `date` share the line above the rule, left and right (minutes have that).
    `preprinted` paper has masthead and rule already, so only their room is kept. `height` is what layout leaves a
    masthead in pt where room is short; None is the sheet's.
    """

    masthead: str
    number: str
    copy_number: str = ""
    classification: str = ""
    urgency: str = ""
    signer_label: str = ""
    signers: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    office: str = ""
    date: str = ""
    preprinted: bool = False
    height: float | None = None

    @property
    def beside(self) -> str:
        """What the masthead says behind the name of the lead (`文件`), in a joint issue."""
        return self.masthead.partition(self.joint[0])[2] if self.joint else ""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The head of a letter (信函格式): the name of the issuer between the edge of the page and a double rule.

    The first page of a paper that begins with it has a double rule at its foot and no page number.
    """

    masthead: str
    number: str
    copy_number: str = ""
    classification: str = ""
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class OrderHead:
    """The head of an order (命令格式): the name with 令 or 命令, and the number of the order; no rule."""

    masthead: str
    number: str
