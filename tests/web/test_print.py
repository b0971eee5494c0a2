"""The printed page, with the measures that hold for the docx.

Source: GB/T 9704—2012 §5.1, §5.2, §7.2, §7.3, §7.5, §8
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from ipplan import document as tree
from office import end_measures, head_measures, issue_measures, table_measures, text_measures
from office.papers import EXAMPLES, NOTICES, Paper, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.pdf import Page

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", EXAMPLES)
def test_paper_and_first_line(name: str, paper: Callable) -> None:
    """A4, with the box of the first line of text 37 mm (28 mm on turned pages) below the edge."""
    sheet = paper(name).sheet
    for page in paper(name).pages:
        turned = page.width > page.height
        size = (page.height, page.width) if turned else (page.width, page.height)
        assert size == pytest.approx((210, 297), abs=0.2)
        top = sheet.length("page.margin_left" if turned else "page.margin_top").mm
        first = text_of(page, sheet)[0]
        if page.number > 1 and first.glyphs[0].size == sheet.length("body.size").pt:
            assert line_top(page, paper(name)) == pytest.approx(top, abs=1)


def line_top(page: Page, paper: Paper) -> float:
    """Return where the box of the first line of body text begins, which is a pitch high (mm)."""
    first = text_of(page, paper.sheet)[0]
    pitch = next((part.pitch for part in paper.document.parts if part.pitch and page.number == 1), None)
    height = pitch * 25.4 / 72 if pitch else paper.sheet.length("page.pitch").mm
    return first.top - (height - (first.bottom - first.top)) / 2


def lines_of_full_pages(paper: Paper) -> Iterator[str]:
    """A page that the text runs over has 22 lines; each stands where the pitch wants it, within a pixel."""
    pitch, wanted = paper.sheet.length("page.pitch").mm, int(paper.sheet.number("page.lines"))
    for page, lines in text_measures.full_pages(paper):
        if len(lines) != wanted:
            yield f"page {page.number} has {len(lines)} lines"
        places = [line.baseline - lines[0].baseline - number * pitch for number, line in enumerate(lines)]
        if max(map(abs, places)) > _PIXEL:
            yield f"page {page.number}: lines are off by {min(places):.2f} to {max(places):.2f}"


def characters_of_full_lines(paper: Paper) -> Iterator[str]:
    """Most full lines of Chinese have 28 characters; a line lacks one or two where marks took them along."""
    wanted = int(paper.sheet.number("page.characters"))
    counts = Counter(len(line.glyphs) for line in text_measures.full_lines(paper))
    if (counts and counts.most_common(1)[0][0] != wanted) or not set(counts) <= {wanted, wanted - 1, wanted - 2}:
        yield f"full lines have {dict(counts)} characters"


_PIXEL = 25.4 / 96
"""Chromium puts the lines of printed pages on whole pixels (mm)."""


@pytest.mark.parametrize(
    "measure",
    [
        lines_of_full_pages,
        characters_of_full_lines,
        text_measures.indents,
        text_measures.heading_fonts,
        text_measures.headings_at_the_foot,
        text_measures.outside,
        text_measures.overlapping,
    ],
)
@pytest.mark.parametrize("name", EXAMPLES)
def test_measures_of_the_docx(name: str, measure: Callable[[Paper], Iterator[str]], paper: Callable) -> None:
    """What is measured on pages of the docx holds here too."""
    assert list(measure(paper(name))) == []


def place_of_the_red_rule(paper: Paper) -> Iterator[str]:
    """As the docx, but for its thickness: Chromium draws borders in whole pixels of ¾ pt."""
    yield from (wrong for wrong in head_measures.red_rule(paper) if not wrong.endswith("pt thick"))


def signature(paper: Paper) -> Iterator[str]:
    """The signature of one issuer, or of several."""
    (node,) = paper.nodes(tree.Signature)
    yield from (issue_measures.seals if len(node.issuers) > 1 else end_measures.sealed_signature)(paper)


@pytest.mark.parametrize(
    "measure",
    [
        head_measures.masthead,
        head_measures.document_number,
        place_of_the_red_rule,
        head_measures.titles,
        head_measures.title_under_the_red_rule,
        head_measures.addressees,
        head_measures.text_on_page_one,
        signature,
        end_measures.text_beside_the_signature,
        end_measures.attachments,
        end_measures.page_numbers,
        end_measures.draft_marks,
    ],
)
@pytest.mark.parametrize("name", NOTICES)
def test_measures_of_a_notice(name: str, measure: Callable[[Paper], Iterator[str]], paper: Callable) -> None:
    """So it does for what a notice begins and ends with."""
    assert list(measure(paper(name))) == []


@pytest.mark.parametrize("name", ["joint-two-sealed", "joint-notice", "joint-five-sealed"])
def test_seals_of_a_joint_issue(name: str, paper: Callable) -> None:
    """Names stand side by side, as far apart as their seals, the last one above the date."""
    assert list(issue_measures.seals(paper(name))) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("var(--step)*var(--row)", "20pt*var(--row)"),
        ("margin-right:var(--date-right)", "margin-right:0"),
    ],
)
def test_misplaced_seals_are_found(good: str, bad: str, paper: Callable, spoiled: Callable) -> None:
    """Names over each other and a date at the edge are not what the standard wants."""
    assert list(issue_measures.seals(spoiled(paper("joint-five-sealed"), good, bad))) != []


@pytest.mark.parametrize(
    "measure",
    [
        table_measures.divided_words,
        table_measures.crowded_cells,
        table_measures.lonely_ends,
        table_measures.widths,
        end_measures.turned_page_numbers,
    ],
)
@pytest.mark.parametrize("name", ["jiangsu-2020", "jiaxing-2008"])
def test_measures_of_tables(name: str, measure: Callable[[Paper], Iterator[str]], paper: Callable) -> None:
    """And for tables."""
    assert list(measure(paper(name))) == []


@pytest.mark.parametrize(
    ("good", "bad", "measure"),
    [
        ("--pitch:28.95pt", "--pitch:30.5pt", lines_of_full_pages),
        ("letter-spacing:-0.3pt", "letter-spacing:0.3pt", characters_of_full_lines),
        ("margin:104.882pt", "margin:90pt", text_measures.outside),
        ("text-indent:31.4pt", "text-indent:0", text_measures.indents),
        (".sealed .date{margin:0 62.8pt}", "", end_measures.sealed_signature),
        ("padding-top:calc(99.213pt", "padding-top:calc(90pt", head_measures.masthead),
    ],
)
def test_measures_bite(good: str, bad: str, measure: Callable, paper: Callable, spoiled: Callable) -> None:
    """A page whose style is spoiled in one place is not what the standard wants."""
    assert list(measure(spoiled(paper("lianyungang-2017"), good, bad))) != []
