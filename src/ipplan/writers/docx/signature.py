"""Signature and issue date, with or without room for seals, or signed by persons.

Source: GB/T 9704—2012 §7.3.5.1 to §7.3.5.3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipplan.transforms.joint_issue import seal_rows
from ipplan.transforms.signed import signed_lines
from ipplan.widths import spaced_width
from ipplan.writers.docx.paragraphs import Properties, indent, paragraph
from ipplan.writers.docx.runs import runs

if TYPE_CHECKING:
    from ipplan.document import PersonalSignature, Signature
    from ipplan.stylesheet import Stylesheet
    from ipplan.units import Length


_SLACK = 4.0
"""Points of room on each side of a long name, so that what word processors measure differently does not break it."""


def signature(node: Signature, sheet: Stylesheet, line: int | None, *, remarked: bool = False) -> str:
    """The names of the issuers and the date; `line` is a tightened pitch in twips or None.

    Where it is `remarked`, the date stays on the page of the remark below it.
    """
    write = _sealed if node.sealed else _unsealed
    names, right = write(node, sheet, line)
    place = Properties(keep_next=remarked, line=line, indent=indent(0, right), align="right")
    return names + paragraph("IssueDate", runs(node.date), place)


def _sealed(node: Signature, sheet: Stylesheet, line: int | None) -> tuple[str, float]:
    """Several names stand in rows, a single one above the date; how far (pt) from the edge that ends."""
    return _sealed_rows(node, sheet, line) if len(node.issuers) > 1 else _sealed_alone(node, sheet, line)


def _sealed_rows(node: Signature, sheet: Stylesheet, line: int | None) -> tuple[str, float]:
    """Each name on its tab stop, the date below the last one, the rows so far apart that their seals do not touch."""
    look = seal_rows(node, sheet)
    pitch = line or sheet.length("page.pitch").twips
    blank = round(sheet.number("signature.sealed_lines_before") * pitch)
    written = []
    for index, row in enumerate(look.rows):
        above = look.step.twips - pitch if index else blank
        stops = tuple(("center", middle.twips) for _, middle in row)
        names = "".join(f"<w:r><w:tab/></w:r>{runs(name)}" for name, _ in row)
        written.append(paragraph("Signature", names, Properties(before=above, line=line, tabs=stops, align="left")))
    return "".join(written), look.date_right.pt


def _sealed_alone(node: Signature, sheet: Stylesheet, line: int | None) -> tuple[str, float]:
    """The date ends four characters from the right edge; the name is centred on it.

    Who seals for it stands between them. A name too long for that is set against the right edge and the date centred
    under it. The blank lines above the
    name leave room for its seal.
    """
    date_width = width_of(node.date, sheet).pt
    name_width = max(width_of(name, sheet).pt for name in node.names)
    centre = max(sheet.characters("signature.sealed_date_right").pt + date_width / 2, name_width / 2 + _SLACK)
    left = max(0.0, sheet.length("page.text_width").pt - 2 * centre)
    blank = round(sheet.number("signature.sealed_lines_before") * (line or sheet.length("page.pitch").twips))
    names = [
        paragraph("Signature", runs(name), Properties(before=above, line=line, indent=indent(left), align="center"))
        for name, above in zip(node.names, (blank, None), strict=False)
    ]
    return "".join(names), centre - date_width / 2


def _unsealed(node: Signature, sheet: Stylesheet, line: int | None) -> tuple[str, float]:
    """The name ends two characters from the right edge, the date begins two characters right of the name's beginning.

    A date longer than the name ends two characters from the edge itself, and the name moves left.
    """
    edge = sheet.characters("signature.unsealed_right").pt
    date_width = width_of(node.date, sheet).pt
    widths = [width_of(name, sheet).pt for name in node.issuers]
    widest = max(widths)
    right = edge if date_width <= widest else date_width - widest + 2 * edge
    blank = round(sheet.number("signature.unsealed_lines_before") * (line or sheet.length("page.pitch").twips))
    names = [
        paragraph(
            "Signature",
            runs(name),
            Properties(before=None if n else blank, line=line, indent=indent(0, right + widest - width), align="right"),
        )
        for n, (name, width) in enumerate(zip(node.issuers, widths, strict=True))
    ]
    return "".join(names), widest - date_width + right - edge


def personal_signature(node: PersonalSignature, sheet: Stylesheet, *, remarked: bool = False) -> str:
    """Post and name a line, posts ending and names beginning below each other; one blank line, then the date."""
    look = signed_lines(node, sheet)
    stops = (("right", look.post_end.twips), ("left", look.name_start.twips))
    lines = [
        paragraph(
            "Signature",
            f"{_TAB}{runs(one.post)}{_TAB}{runs(one.name, 'SignedName')}",
            Properties(before=above.twips, tabs=stops, align="left"),
        )
        for one, above in zip(node.signers, look.above, strict=True)
    ]
    right = sheet.characters("signed.right").pt
    date = Properties(keep_next=remarked, before=look.above_date.twips, indent=indent(0, right), align="right")
    return "".join(lines) + paragraph("IssueDate", runs(node.date), date)


_TAB = "<w:r><w:tab/></w:r>"


def width_of(text: str, sheet: Stylesheet) -> Length:
    """The width of a line of body text: Latin characters as half, and the space set between them and Chinese."""
    return sheet.characters("body.indent") * (spaced_width(text) / sheet.number("body.indent"))
