"""Files whose bytes are the matter: encodings, line ends, characters that nobody sees."""

from pathlib import Path

import pytest

from ipplan.diagnostics import Span
from ipplan.errors import UnreadableFile
from ipplan.loader.load import load_plan
from ipplan.pipeline import check
from ipplan.source import MAX_BYTES

PLAN = "plan:\n  title: 计划\n  body:\n    - 内容。\n"
WRONG = "plan:\n  title: 计划\n  body:\n    - task: 甲\n      deu: 年底\n"


@pytest.fixture
def write(tmp_path):
    def write(data):
        path = tmp_path / "plan.yaml"
        path.write_bytes(data)
        return path

    return write


def only_finding(path):
    (found,) = check(path).report.diagnostics
    return found


@pytest.mark.parametrize(
    ("data", "span", "message", "command"),
    [
        (PLAN.encode("gbk"), Span(2, 10, 2, 11), "文件像是 GBK（ANSI）编码，要 UTF-8", "iconv -f GB18030 -t UTF-8"),
        (PLAN.encode("gb18030"), Span(2, 10, 2, 11), "文件像是 GBK（ANSI）编码，要 UTF-8", "plan.yaml > "),
        (PLAN.encode("utf-16"), Span(1, 1, 1, 1), "文件像是 UTF-16（Unicode）编码，要 UTF-8", "iconv -f UTF-16"),
        (PLAN.encode("utf-16-le"), Span(1, 1, 1, 1), "文件像是 UTF-16（Unicode）编码，要 UTF-8", "记事本"),
        (PLAN.encode("utf-16-be"), Span(1, 1, 1, 1), "文件像是 UTF-16（Unicode）编码，要 UTF-8", "记事本"),
        (PLAN.encode() + b"# \xff\xff\n", Span(5, 3, 5, 4), "文件不是 UTF-8 编码的文本", "另存为 UTF-8"),
        (PLAN.encode()[:20], Span(2, 11, 2, 12), "文件不是 UTF-8 编码的文本", "另存为 UTF-8"),
        (b"PK\x03\x04\x14\x00\x06\x00", Span(1, 1, 1, 1), "这是 Word、WPS、Excel 或 PDF 文件，不是计划", "ipplan new"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Span(1, 1, 1, 1), "这是 Word、WPS、Excel 或 PDF 文件，不是计划", "纯文本"),
    ],
    ids=["gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "broken", "cut", "docx", "doc"],
)
def test_no_utf8(write, data, span, message, command):
    """What is not UTF-8 text is named for what it looks like, with the way to convert it."""
    found = only_finding(write(data))
    assert (found.code, found.span, found.message) == ("IP001", span, message)
    assert command in found.hint


def test_gbk_place_after_mixed_line_ends(write):
    """The place of the first wrong byte counts every kind of line end."""
    found = only_finding(write(b"# 1\r\n# 2\r# 3\nab: " + "计划".encode("gbk")))
    assert found.span == Span(4, 5, 4, 6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_byte_order_mark(write, encoding):
    """A byte-order mark changes neither the plan nor the places."""
    assert load_plan(write(PLAN.encode(encoding))).model.plan.title == "计划"
    assert only_finding(write(WRONG.encode(encoding))).span == Span(5, 7, 5, 10)
    assert only_finding(write("plam: 甲".encode(encoding))).span == Span(1, 1, 1, 5)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends(write, ends):
    """Windows and old Macintosh line ends give the same plan and the same places."""
    assert load_plan(write(PLAN.replace("\n", ends).encode())).model == load_plan(write(PLAN.encode())).model
    assert only_finding(write(WRONG.replace("\n", ends).encode())).span == Span(5, 7, 5, 10)


def test_mixed_line_ends(write):
    """A file that two editors have worked on is read all the same."""
    assert only_finding(write(WRONG.replace("\n", "\r\n", 2).encode())).span == Span(5, 7, 5, 10)


INVISIBLE = [
    0x00,
    0x07,
    0x0B,
    0x0C,
    0x1B,
    0x7F,
    0x85,
    0xAD,
    0x200B,
    0x200E,
    0x2028,
    0x2029,
    0x202E,
    0x2060,
    0xFEFF,
    0xFFFF,
]


@pytest.mark.parametrize("code", INVISIBLE, ids=lambda code: f"U+{code:04X}")
def test_invisible_characters(write, code):
    """A character that nobody sees is reported at its place, where a terminal cannot be harmed by it."""
    found = only_finding(write(PLAN.replace("内容", f"内{chr(code)}容").encode()))
    assert (found.code, found.span) == ("IP005", Span(4, 8, 4, 9))
    assert found.message == f"有看不见的控制字符 U+{code:04X}"
    assert chr(code) not in found.message


@pytest.mark.parametrize(
    "code", [0x09, 0x200D, 0x3000, 0xA0, 0x20B9F, 0x1F4C4, 0xFE00], ids=lambda code: f"U+{code:04X}"
)
def test_visible_characters(write, code):
    """Rare characters, emoji and wide spaces are text."""
    plan = load_plan(write(PLAN.replace("内容", f"内{chr(code)}容").encode()))
    assert plan.model.plan.body[0].text == f"内{chr(code)}容。"


def test_too_large(write):
    """A file of 3 MB is refused before anybody parses it."""
    with pytest.raises(UnreadableFile, match="超过 2 MB"):
        load_plan(write(b"# " + b"x" * 3_000_000))


def test_largest(write):
    """A file of exactly the limit is read."""
    assert load_plan(write(PLAN.encode() + b"#" * (MAX_BYTES - len(PLAN.encode())))).model is not None


def test_endless_file():
    """A device that never ends is read up to the limit only."""
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no /dev/zero on this system")
    with pytest.raises(UnreadableFile, match="超过 2 MB"):
        load_plan(endless)
