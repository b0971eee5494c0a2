"""The Document tree: what stands on paper, never how it looks.

Composition makes it from a plan, transforms refine it, writers turn it into files. Every node is frozen; a writer must
handle all members of `Node` (a missing one fails the type check).
"""

from ipplan.document.heads import Head, LetterHead, OrderHead
from ipplan.document.nodes import (
    Addressees,
    AttachmentLabel,
    AttachmentList,
    Attendance,
    Box,
    Caption,
    Chapter,
    Contents,
    Entry,
    FillIn,
    Heading,
    Note,
    Origin,
    Paragraph,
    PersonalSignature,
    Remark,
    Signature,
    Signer,
    Title,
)
from ipplan.document.paper import ABOVE_TEXT, DRAFT_MARK, Colophon, Document, Node, Part
from ipplan.document.tables import Align, Cell, Column, Table

__all__ = [
    "ABOVE_TEXT",
    "DRAFT_MARK",
    "Addressees",
    "Align",
    "AttachmentLabel",
    "AttachmentList",
    "Attendance",
    "Box",
    "Caption",
    "Cell",
    "Chapter",
    "Colophon",
    "Column",
    "Contents",
    "Document",
    "Entry",
    "FillIn",
    "Head",
    "Heading",
    "LetterHead",
    "Node",
    "Note",
    "OrderHead",
    "Origin",
    "Paragraph",
    "Part",
    "PersonalSignature",
    "Remark",
    "Signature",
    "Signer",
    "Table",
    "Title",
]
