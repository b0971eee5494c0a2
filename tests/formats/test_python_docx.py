"""What we write as text is a docx to python-docx, the library that most programs read such files with."""

from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from ipplan.cli.run import run

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").iterdir())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_examples(example, tmp_path):
    """It finds title, page, styles and words, and a file that it saves again says the same."""
    run(["render", str(example / "plan.yaml"), "-o", str(tmp_path), "--draft"])
    (made,) = tmp_path.glob("*.docx")
    paper = docx.Document(made)
    assert paper.core_properties.title
    assert abs(paper.sections[0].page_width - Mm(210)) < Mm(0.1)
    assert "Title" in {one.style.style_id for one in paper.paragraphs}
    assert "知识产权" in words(paper)
    paper.save(tmp_path / "again.docx")
    assert words(docx.Document(tmp_path / "again.docx")) == words(paper)


def words(paper):
    """All words of a paper, those of its tables last."""
    cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in paper.paragraphs), *cells])
