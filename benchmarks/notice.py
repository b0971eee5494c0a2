"""The words of a notice, for generators to set, and the files in which each of them wants these words."""

from __future__ import annotations

import json

ISSUER, PRINTED_BY = "海澄市知识产权局", "海澄市知识产权局办公室"
NUMBER, DATE = "海知发〔2026〕7号", "2026年3月2日"
TITLE = "关于做好2026年全市知识产权宣传与人才培养工作的通知"
ADDRESSEES = "各县（市、区）知识产权局"
COPIES = "海澄市人民政府办公室"
OPENING = "为推进知识产权强市建设，提升全社会知识产权意识，现就做好2026年全市知识产权宣传与人才培养工作通知如下。"
_TEXT = (
    "各县（市、区）要提高认识，加强组织领导，做好“4·26”知识产权宣传周活动，把宣传培训作为培育企业核心竞争能力的"
    "重要手段，围绕创造、运用、保护、管理、服务全链条，组织开展形式多样、内容丰富、易学实用的宣传培训，不断提高工作实效。"
)
SECTIONS = tuple(
    (first, tuple((second, _TEXT * 2) for second in seconds))
    for first, seconds in (
        ("开展集中宣传", ("办好宣传周", "用好新闻媒体")),
        ("加强人才培养", ("培训企业人员", "培养专业队伍")),
        ("强化组织保障", ("落实工作责任", "加强督促检查")),
    )
)
"""Headings of the first level, in each headings of the second with their text: three pages of it."""
_NUMERALS = "一二三四五六七八九"


def headings() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The sections with the numbers typed, for generators that do not count."""
    return tuple(
        (
            f"{_NUMERALS[n]}、{first}",
            tuple((f"（{_NUMERALS[m]}）{second}", text) for m, (second, text) in enumerate(inner)),
        )
        for n, (first, inner) in enumerate(SECTIONS)
    )


def as_plan() -> str:
    """A plan file of ours."""
    blocks = [
        {"section": first, "body": [{"section": second, "body": [text]} for second, text in inner]}
        for first, inner in SECTIONS
    ]
    notice = {"number": NUMBER, "date": DATE, "to": ADDRESSEES, "title": TITLE, "copy_to": COPIES}
    return json.dumps({"version": "2", "notice": {**notice, "body": [OPENING, *blocks]}}, ensure_ascii=False)


def as_project() -> str:
    """The project file beside it."""
    return json.dumps({"office": {"name": ISSUER, "printing_office": PRINTED_BY}}, ensure_ascii=False)


def as_markdown() -> str:
    """Markdown with headings of two levels below the title."""
    lines = [f"# {TITLE}", OPENING]
    for first, inner in headings():
        lines.append(f"## {first}")
        for second, text in inner:
            lines += [f"### {second}", text]
    return "\n\n".join(lines) + "\n"


def as_data() -> str:
    """Data for a template."""
    sections = [
        {"title": first, "parts": [{"title": second, "text": text} for second, text in inner]}
        for first, inner in headings()
    ]
    words = {"masthead": f"{ISSUER}文件", "number": NUMBER, "title": TITLE, "addressees": f"{ADDRESSEES}："}
    end = {"issuer": ISSUER, "date": DATE, "copies": f"抄送：{COPIES}。", "printed_by": PRINTED_BY}
    return json.dumps({**words, "opening": OPENING, "sections": sections, **end}, ensure_ascii=False)
