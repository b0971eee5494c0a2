"""A document with every kind of node, made of words that a test chooses."""

from __future__ import annotations

from ipplan import document as tree

SPECIMEN = "specimen"
"""What tests call it among the names of plans."""
PLAIN = "按计划推进"


def specimen(words: str = PLAIN) -> tree.Document:
    """A draft in which every text is `words`."""
    lead = tree.Heading(2, words, words)
    cells = (
        (tree.Cell((words,), columns=3), None, None),
        (tree.Cell(("1",), rows=2), tree.Cell((words,), rows=2), tree.Cell((words, words), align=tree.Align.CENTER)),
        (None, None, tree.Cell()),
    )
    columns = (
        tree.Column("序号", tree.Align.CENTER, 20.0),
        tree.Column(words, width=68.0),
        tree.Column("", width=68.0),
    )
    notice: tuple[tree.Node, ...] = (
        tree.Head(words, words),
        tree.Title((words, words)),
        tree.Origin(words),
        tree.Addressees(words),
        tree.Contents(words, (tree.Entry(1, words, 1), tree.Entry(2, words, 2))),
        tree.Chapter(1, words, words, words, 1),
        tree.Heading(1, words, words, 3, words, 2),
        tree.Paragraph(words, lead),
        tree.Box(words, (words, words)),
        tree.AttachmentList((words, words)),
        tree.Signature((words, words), words),
        tree.Remark(words),
    )
    form: tuple[tree.Node, ...] = (
        tree.AttachmentLabel("附件1"),
        tree.Title((words,)),
        tree.FillIn((words, words), starts=((0.0, 80.0),), width=156.0),
        tree.FillIn((words,), below=True),
        tree.Table(columns, ((tree.Cell(("1",)), tree.Cell(), tree.Cell()),), blank=True),
    )
    wide: tuple[tree.Node, ...] = (
        tree.AttachmentLabel("附件2"),
        tree.Title((words,)),
        tree.Caption(words, words),
        tree.Table(columns, cells, landscape=True),
        tree.Note(words),
        tree.Caption(words),
        tree.Signature((words,), words, sealed=False),
    )
    special: tuple[tree.Node, ...] = (
        tree.OrderHead(words, words),
        tree.LetterHead(words, words, words, words, words),
        tree.Attendance(((words, words), (words, words))),
        tree.PersonalSignature((tree.Signer(words, words), tree.Signer(words)), words),
    )
    parts = (tree.Part(notice, pitch=25.5), tree.Part(form), tree.Part(wide), tree.Part(special))
    return tree.Document(words, words, parts, tree.Colophon(words, words, words), draft=True)
