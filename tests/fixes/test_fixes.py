"""Which corrections are made together, and which are not made at all."""

from pathlib import Path

import pytest

from ipplan.diagnostics import Correction, Diagnostic, Edit, Severity, Span
from ipplan.fixes import fixed
from ipplan.source import Source

PATH = Path("plan.yaml")
TEXT = 'a: 甲乙丙  # 注\nb: "丁戊"\n'


def finding(*edits, column=1, together=True):
    """A finding whose correction puts words between columns of a line."""
    made = tuple(Edit(PATH, Span(line, start, line, end), words) for line, start, end, words in edits)
    fix = Correction(made, safe=True, together=together)
    return Diagnostic(PATH, Span(1, column, 1, 7), "IP501", Severity.ERROR, "错", fix=fix)


def text_of(*found):
    """The text after the corrections."""
    return fixed(Source(PATH, TEXT), found)[0]


def test_apart():
    """Corrections in different places are made at once."""
    text, edits = fixed(Source(PATH, TEXT), [finding((1, 4, 5, "子")), finding((1, 5, 6, ""), (2, 6, 6, "丑"))])
    assert text == 'a: 子丙  # 注\nb: "丁丑戊"\n'
    assert len(edits) == 3


def test_the_same():
    """Two findings with one correction correct once."""
    assert text_of(finding((1, 4, 4, "子")), finding((1, 4, 4, "子"), column=2)) == TEXT.replace("甲", "子甲")


@pytest.mark.parametrize(
    "other", [(1, 4, 5, "丑"), (1, 4, 6, "丑"), (1, 5, 5, "丑"), (1, 4, 4, "丑")], ids=lambda other: str(other[1:3])
)
def test_touching(other):
    """Of two corrections that touch, the one that looks at more text goes first, and the other waits."""
    first, second = finding((1, 4, 5, "子"), column=1), finding(other, (2, 5, 6, "寅"), column=6)
    assert text_of(first, second) == text_of(second, first) == TEXT.replace("甲", "子")


def test_not_together():
    """Where edits do not depend on each other, the others are made."""
    many = finding((1, 4, 5, "丑"), (2, 6, 7, "寅"), column=6, together=False)
    assert text_of(finding((1, 4, 5, "子")), many) == 'a: 子乙丙  # 注\nb: "丁寅"\n'


@pytest.mark.parametrize(
    "wrong",
    [
        (1, 9, 10, "丑"),
        (1, 4, 4, "["),
        (1, 4, 4, "x: "),
        (1, 5, 5, " #"),
        (1, 6, 8, ""),
        (2, 5, 5, '"'),
        (2, 5, 5, "\\n"),
        (2, 3, 5, "丁"),
        (1, 4, 7, ""),
    ],
    ids=lambda wrong: f"{wrong[:3]}-{wrong[3]}",
)
def test_unsound(wrong):
    """A correction that changes a comment or what YAML sees, or empties a value, is left out."""
    assert text_of(finding(wrong)) == TEXT
    assert text_of(finding(wrong), finding((2, 6, 7, "子"))) == TEXT.replace("戊", "子")


def test_behind_an_unsound_one():
    """What touches a correction that cannot be made is made in its place."""
    assert text_of(finding((2, 5, 6, '"')), finding((2, 5, 6, "子"), column=6)) == TEXT.replace("丁", "子")


def test_other_files():
    """Edits of other files are not made here."""
    edit = Edit(Path("other.yaml"), Span(1, 4, 1, 5), "子")
    other = Diagnostic(PATH, Span(1, 1, 1, 2), "IP501", Severity.ERROR, "错", fix=Correction((edit,), safe=True))
    assert text_of(other) == TEXT


def test_unreadable():
    """A file that YAML cannot read stays as it is."""
    assert fixed(Source(PATH, "a: [\n"), [finding((1, 4, 4, "子"))]) == ("a: [\n", ())
