"""docxtpl, as `with_docxtpl.py TIMES FILE TEMPLATE OUT`: the same words, ready made, through a template to the disk.

It is given ready data and merges no cells, which makes it faster than it would be.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


def make_template(path: Path, columns: int) -> None:
    """A template with a loop over paragraphs and one over the rows of a table."""
    import docx

    document = docx.Document()
    for line in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}"):
        document.add_paragraph(line)
    table = document.add_table(rows=4, cols=columns)
    for place in range(columns):
        table.rows[0].cells[place].text = f"{{{{ titles[{place}] }}}}"
        table.rows[2].cells[place].text = f"{{{{ row[{place}] }}}}"
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.save(str(path))


def main() -> None:
    """Make the paper so many times and print what each took; with `template`, make the template instead."""
    times, file, template, out = sys.argv[1:]
    said = json.loads(Path(file).read_text("utf-8"))
    if times == "template":
        make_template(Path(template), len(said["titles"]))
        return
    from docxtpl import DocxTemplate

    took = []
    for _ in range(int(times)):
        before = time.process_time()
        paper = DocxTemplate(template)
        paper.render(said, autoescape=True)
        paper.save(out)
        took.append(time.process_time() - before)
    print(json.dumps(took))


if __name__ == "__main__":
    main()
