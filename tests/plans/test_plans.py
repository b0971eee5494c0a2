"""Plans of many fields, composed in the manner of real documents: each paper says what its `expected.txt` says.

`IPPLAN_REWRITE=1` writes the texts anew; whoever does so reads them line by line before they are kept.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ipplan import document as tree
from ipplan.compiler import Compiler
from kit.pdf import text_lines
from kit.wordml import read_word
from office import text_measures
from office.papers import printed, squeezed, text_of
from plans.paper_text import BETWEEN_CELLS, BETWEEN_PARTS, EDGE_OF_BOX, REACHES_DOWN, paper_text
from plans.plan_folders import NAMES, checked_plan, expected_path
from plans.wrong_today import REFUSED_TODAY, WHOLE_WORDS, WRONG_ON_PAPER, WRONG_TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from _pytest.mark.structures import ParameterSet

    from kit.fonts import FontSet
    from office.papers import Paper

REWRITE = os.environ.get("IPPLAN_REWRITE") == "1"
DRAWN = (
    "ecology-plan",
    "education-forwarding",
    "joint-notice",
    "open-government-table",
    "quality-indicators",
    "rural-allocation",
    "science-key-points",
    "talent-call",
    "work-safety-scheme",
)
"""Plans that LibreOffice opens as well."""


def _params(*known: Mapping[str, str], among: Sequence[str] = NAMES) -> list[ParameterSet]:
    """Plans as parameters, those with a known reason marked as failing."""
    reasons = {name: reason for mapping in known for name, reason in mapping.items()}
    failing = {name: [pytest.mark.xfail(reason=reason, strict=True)] for name, reason in reasons.items()}
    return [pytest.param(name, marks=failing.get(name, [])) for name in among]


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    """One compiler for all plans."""
    return Compiler()


@pytest.mark.parametrize("name", _params(REFUSED_TODAY))
def test_nothing_is_found(name: str) -> None:
    """A plan that real offices could have written passes every rule, warnings too."""
    found = checked_plan(name).report.diagnostics
    assert [(one.code, one.span.line, one.message) for one in found] == []


@pytest.mark.parametrize("name", _params(REFUSED_TODAY, WRONG_TODAY))
def test_the_paper_says_what_people_have_read(name: str, compiler: Compiler) -> None:
    """The text of the paper is the expected one, line by line."""
    said, path = paper_text(compiler.document(checked_plan(name), draft=False)), expected_path(name)
    if REWRITE and name not in {*WRONG_TODAY, *REFUSED_TODAY}:
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8")


@pytest.mark.parametrize("name", _params(REFUSED_TODAY))
def test_the_docx_says_it_too(name: str, compiler: Compiler, tmp_path: Path) -> None:
    """The docx has every piece of the paper in its order, so that the writer loses none; the colophon floats."""
    checked, docx = checked_plan(name), tmp_path / f"{name}.docx"
    docx.write_bytes(compiler.docx(checked, draft=False))
    written, place = squeezed(read_word(docx).text), 0
    for piece in _pieces(paper_text(replace(compiler.document(checked, draft=False), colophon=None, detached=()))):
        place = written.find(squeezed(piece), place)
        assert place >= 0, piece
        place += len(squeezed(piece))


@pytest.mark.schemas
@pytest.mark.parametrize("name", _params(REFUSED_TODAY))
def test_the_docx_is_valid(
    name: str, compiler: Compiler, tmp_path: Path, validate: Callable[[Path], list[str]]
) -> None:
    """ISO/IEC 29500 has nothing against the docx."""
    docx = tmp_path / f"{name}.docx"
    docx.write_bytes(compiler.docx(checked_plan(name), draft=False))
    assert validate(docx) == []


@pytest.mark.office
@pytest.mark.parametrize("name", _params(WRONG_ON_PAPER, among=DRAWN))
def test_the_pages_are_right(
    name: str, compiler: Compiler, tmp_path: Path, to_pdf: Callable[[Path], Path], office_fonts: FontSet
) -> None:
    """LibreOffice draws the docx with our fonts alone, no page is empty, and nothing stands where it should not."""
    checked, docx = checked_plan(name), tmp_path / f"{name}.docx"
    docx.write_bytes(compiler.docx(checked, draft=False))
    paper = printed(name, compiler.document(checked, draft=False), docx, to_pdf)
    assert len(paper.pages) >= len(paper.document.parts)
    assert [page.number for page in paper.pages if not text_of(page, paper.sheet)] == []
    assert list(_broken_names(paper)) == []
    assert list(text_measures.foreign_fonts(paper, office_fonts.times_stand_in)) == []
    assert list(text_measures.outside(paper)) == []
    assert list(text_measures.overlapping(paper)) == []


def _broken_names(paper: Paper) -> list[str]:
    """The issuers whose names are not in one piece."""
    lines = {squeezed(line.text) for page in paper.pages for line in text_lines(page.glyphs, gap=2.5)}
    return [name for node in paper.nodes(tree.Signature) for name in node.issuers if name not in lines]


@pytest.mark.parametrize(("name", "word"), WHOLE_WORDS)
def test_titles_keep_words_whole(name: str, word: str, compiler: Compiler) -> None:
    """No title is broken inside a word that everybody knows."""
    title = next(
        node
        for part in compiler.document(checked_plan(name), draft=False).parts
        for node in part.nodes
        if isinstance(node, tree.Title)
    )
    assert any(word in line for line in title.lines)


def test_every_wrong_plan_exists() -> None:
    """A reason without a plan is left over from something mended."""
    assert {*WRONG_TODAY, *REFUSED_TODAY, *WRONG_ON_PAPER, *(name for name, _ in WHOLE_WORDS)} <= set(NAMES)


def _pieces(text: str) -> Iterator[str]:
    """The cells and lines of a text, without the signs that only it has."""
    for line in text.splitlines():
        for cell in line.removeprefix(EDGE_OF_BOX).split(BETWEEN_CELLS):
            yield from (piece for piece in cell.split("／") if piece not in {BETWEEN_PARTS, REACHES_DOWN})
