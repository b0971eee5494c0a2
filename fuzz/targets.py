"""What is fuzzed: a function of bytes for each part of the program, which raises where the part is wrong."""

from __future__ import annotations

import contextlib
import io
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from ipplan.compiler import Compiler
from ipplan.compose.phrase_language import MAX_PHRASE
from ipplan.compose.wording import Wording
from ipplan.errors import IpplanError
from ipplan.fixes import fixed
from ipplan.formats import Format
from ipplan.inspection.results import inspect_file
from ipplan.pipeline import check
from ipplan.source import Source, read_source
from ipplan.stylesheet import load_stylesheet
from ipplan.terms.dates import parse_date
from ipplan.terms.document_number import parse_document_number
from ipplan.terms.figures import add_figures, parse_figure
from ipplan.terms.folding import fold
from ipplan.terms.labels import parse_label
from ipplan.terms.numerals import format_numeral, parse_numeral
from ipplan.terms.owners import split_units
from ipplan.terms.quantity import find_quantities, parse_quantity
from ipplan.terms.schedule import parse_schedule
from ipplan.yamltree.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ipplan.diagnostics import Diagnostic, Span
    from ipplan.pipeline import Checked

ROOT = Path(__file__).parents[1]
_PLAN = Path(tempfile.gettempdir(), "ipplan-fuzz", "plan.yaml")
"""A plan that is never written: its text is handed over by a reader."""


class Target(NamedTuple):
    """A function to be fed, the inputs to begin with, and what mutations put in."""

    run: Callable[[bytes], None]
    seeds: Sequence[bytes]
    pieces: Sequence[bytes]


def terms(data: bytes) -> None:
    """Every reader of words. Those that may refuse do so with ValueError and nothing else."""
    text = data.decode("utf-8", "replace")
    for parse in (parse_date, parse_document_number, parse_label, parse_numeral):
        with contextlib.suppress(ValueError):
            said = parse(text)
            if isinstance(said, int) and 0 < said < 10_000:
                assert parse_numeral(format_numeral(said)) == said
    for read in (parse_quantity, parse_schedule, split_units, parse_figure, fold):
        read(text)
    add_figures([text, text])
    for found in find_quantities(text):
        assert text[found.start : found.end]


def tree(data: bytes) -> None:
    """The reader of YAML: data and places mirror each other, findings lie in the file."""
    source = Source(_PLAN, data.decode("utf-8", "replace").replace("\r", "\n"))
    read = read_tree(source)
    for found in read.diagnostics:
        _assert_inside(found.span, source)


def plans(data: bytes) -> Checked:
    """Loader and rules, and correcting what they find: the corrected file is looked at as well."""
    checked = _checked(data)
    source = checked.plan.source
    for found in checked.report.diagnostics:
        _look_at(found, source)
    after, edits = fixed(source, checked.report.diagnostics)
    if edits:
        _checked(after.encode())
    return checked


def papers(data: bytes) -> None:
    """Composition and writers: of a plan without hindrances every format that needs no font."""
    checked = plans(data)
    if checked.hindrances(draft=True):
        return
    with contextlib.suppress(IpplanError):
        for form in (Format.DOCX, Format.HTML, Format.MD, Format.XLSX, Format.ICS, Format.CSV):
            assert _COMPILER.write(checked, form, draft=True)


def inspect(data: bytes) -> None:
    """`ipplan inspect`: the bytes as the file itself, as the main part of a docx, and as one whose tags are mended.

    Of changed XML nearly nothing is well-formed, and what is not is refused before any check sees it.
    """
    _DOCX.parent.mkdir(exist_ok=True)
    for content in (data, _packed(data), _packed(_mended(data))):
        _DOCX.write_bytes(content)
        with contextlib.suppress(IpplanError):
            inspect_file(_DOCX, _SHEET)


def wording(data: bytes) -> None:
    """An office's template: a phrase or an error of ours."""
    folder = _DOCX.parent / "wording"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "title.j2").write_bytes(data)
    with contextlib.suppress(IpplanError):
        assert len(Wording(folder).phrase("title", plan_title="《计划》", number=None)) <= MAX_PHRASE


_COMPILER = Compiler()
_SHEET = load_stylesheet()
_DOCX = _PLAN.with_name("paper.docx")


def _checked(data: bytes) -> Checked:
    _PLAN.parent.mkdir(exist_ok=True)
    _PLAN.write_bytes(data)
    return check(_PLAN, read_source)


def _look_at(found: Diagnostic, source: Source) -> None:
    assert found.code
    assert found.message
    if source.text:
        _assert_inside(found.span, source)


def _assert_inside(span: Span, source: Source) -> None:
    assert (1, 1) <= span[:2] <= span[2:]
    assert span.end_line <= len(source.lines)
    assert span.column <= len(source.line(span.line)) + 1


def _mended(xml: bytes) -> bytes:
    """Well-formed XML, as near as a forgiving parser gets to what was meant; empty where it makes nothing of it."""
    try:
        root = etree.fromstring(xml, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:  # nothing at all
        return b""
    return b"" if root is None else etree.tostring(root)


def _packed(main: bytes) -> bytes:
    """A docx with that main part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", main)
        archive.writestr("word/styles.xml", _STYLES)
    return stream.getvalue()


def _parts_of_a_docx() -> tuple[bytes, bytes]:
    """Main part and styles of a paper of ours."""
    docx = _COMPILER.write(_checked(_PAPER.encode()), Format.DOCX, draft=True)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read("word/document.xml"), archive.read("word/styles.xml")


_PAPER = """\
notice: {number: 海知发〔2026〕1号, issuers: [海澄市知识产权局], to: 各区知识产权局, date: 2026-03-02}
plan:
  title: 计划
  body:
    - section: 目标
    - {task: 办展, lead: 市科技局, due: 2026年6月底前}
    - {columns: [甲, 乙], table: [[1, 2], [3, 4]]}
"""
"""A short plan with what checks look for; a file of some kilobytes is changed in more ways than a long one."""
_MAIN, _STYLES = _parts_of_a_docx()
_EXAMPLES = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*/plan.yaml"))]
_SHORT_PLANS = [path.read_bytes() for path in sorted((ROOT / "tests" / "loader" / "cases").glob("*/plan.yaml"))]
_CORPUS = [
    line.split("\t")[0].encode()
    for path in sorted((ROOT / "tests" / "terms" / "corpus").glob("*.tsv"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
_WORDS = [
    word.encode()
    for word in (
        "2017年", "6月", "底前", "每半年", "第一、", "（一）", "不少于", "5件", "1,000", "百分之", "三分之一", "上旬",
        "“", "”", "〔2017〕2号",
        "十二", "亿", "、", "，", "和", "等8个", "至", "—", "全年", "长期", "{{ 甲 }}", "{{",
        "市科技局", "\n", " ", "　", "０", "²", "٣",
    )
]  # fmt: skip
_MARKS = [
    b": ",
    b"- ",
    b"\n",
    b"    ",
    b"&a ",
    b"*a",
    b"!x ",
    b"[",
    b"]",
    b"{",
    b"}",
    b"'",
    b'"',
    b"|\n",
    b">\n",
    b"# ",
    b"---\n",
    b"<<: ",
]
_TAGS = [
    b"<w:p>",
    b"</w:p>",
    b"<w:r>",
    b"<w:t>",
    b"<w:tbl>",
    b"<w:tr>",
    b"<w:tc>",
    b"<w:sectPr>",
    b"&#0;",
    b'w:val="-1"',
    b'w:w="x"',
]
_JINJA = [
    b"{{ ",
    b" }}",
    b"{% if ",
    b"{% endif %}",
    b"plan_title",
    b"|",
    b".",
    b"~",
    b"replace('a', 'b')",
    b"[0]",
    b"(",
    b")",
    b" or ",
]

TARGETS = {
    "terms": Target(terms, _CORPUS, _WORDS),
    "tree": Target(tree, _SHORT_PLANS, [*_MARKS, *_WORDS]),
    "plans": Target(plans, [*_SHORT_PLANS, *(one[:3000] for one in _EXAMPLES)], [*_MARKS, *_WORDS]),
    "papers": Target(papers, [one[:6000].rpartition(b"\n")[0] for one in _EXAMPLES], [*_MARKS, *_WORDS]),
    "inspect": Target(inspect, [_MAIN], [*_TAGS, *_WORDS]),
    "wording": Target(
        wording, [b"{% if number %}{{ number }}{% else %}{{ plan_title|replace('a', 'b') }}{% endif %}"], _JINJA
    ),
}
