"""Closer lines where a signature would otherwise leave its text (GB/T 9704—2012 §7.3.5.5)."""

import pytest

from ipplan import document as tree
from ipplan.transforms.signatures import settle_signature_pages
from office.papers import NOTICES, compiled

HEAD = tree.Head("江苏省知识产权局文件", "苏知发〔2020〕63号")
TITLE = tree.Title(("省知识产权局关于印发2020年江苏省", "“知识产权服务万里行”活动实施方案的通知"))
TO = tree.Addressees("各设区市知识产权局：")
SIGNATURE = tree.Signature(("江苏省知识产权局",), "2020年6月4日")


def pitch_of(sheet, *nodes: tree.Node) -> float | None:
    """Return the pitch that layout chose for a document of one part."""
    (part,) = settle_signature_pages(tree.Document("", "", (tree.Part(nodes),)), sheet).parts
    assert part.nodes == nodes
    return part.pitch


def notice(characters: int) -> tuple[tree.Node, ...]:
    """Return a notice with a text of so many characters."""
    return (HEAD, TITLE, TO, tree.Paragraph("文" * characters), SIGNATURE)


def test_of_the_examples_only_jiangsu_is_tightened(sheet):
    """Jiangsu's page is set closer, though not below the least pitch; the others are as the sheet says."""
    found = {name: compiled(name)[0].parts[0].pitch for name in NOTICES}
    assert {name for name, pitch in found.items() if pitch is not None} == {"jiangsu-2020"}
    assert sheet.length("signature.least_pitch").pt <= found["jiangsu-2020"] < sheet.length("page.pitch").pt


def test_a_short_notice_keeps_its_pitch(sheet):
    """Where text and signature fit, nothing changes."""
    assert pitch_of(sheet, *notice(50)) is None


def test_a_long_notice_keeps_its_pitch(sheet):
    """Where even the least pitch would not do, nothing changes: the text runs over to the next page."""
    assert pitch_of(sheet, *notice(28 * 20)) is None


def test_the_pitch_falls_with_the_text_and_then_springs_up(sheet):
    """From the first line too many the pitch falls, never below the least; then the last line is sent to page 2."""
    pitches = [pitch_of(sheet, *notice(28 * lines - 2)) for lines in range(1, 20)]
    changed = [pitch for pitch in pitches if pitch is not None]
    *tightened, widened = changed
    assert tightened == sorted(tightened, reverse=True)
    normal = sheet.length("page.pitch").pt
    assert all(sheet.length("signature.least_pitch").pt <= pitch < normal for pitch in tightened)
    assert normal < widened < 36
    first = pitches.index(changed[0])
    assert pitches[:first] == [None] * first
    assert pitches[first + len(changed) :] == [None] * (len(pitches) - first - len(changed))


@pytest.mark.parametrize(
    "between", [tree.Heading(1, "一、", "题"), tree.Table((tree.Column("甲"),), ()), tree.FillIn(("甲",))]
)
def test_what_cannot_be_counted_is_left_alone(sheet, between):
    """A text with headings or tables has lines enough to go to the signature's page."""
    *above, signature = notice(28 * 5 - 2)
    assert pitch_of(sheet, *notice(28 * 5 - 2)) is not None
    assert pitch_of(sheet, *above, between, signature) is None


def test_a_text_without_a_signature_is_left_alone(sheet):
    """Only a signature can be left alone."""
    assert pitch_of(sheet, *notice(28 * 5 - 2)[:-1]) is None
