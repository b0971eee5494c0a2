"""The page of the preview: a snapshot as HTML. It is whole without its script, which only renews it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from ipplan.diagnostics import Report, Severity
from ipplan.preview.findings import findings_list, place
from ipplan.preview.source_text import ShownFiles, source_text
from ipplan.preview.timeline import timeline
from ipplan.writers.html.markup import element, void, words

if TYPE_CHECKING:
    from ipplan.explanations import Explanation
    from ipplan.preview.snapshot import Paper, Snapshot


def preview_page(snapshot: Snapshot, root: str) -> str:
    """The whole page; `root` is the path of its address, from which everything else is reached."""
    body = element(
        "body",
        _header(snapshot),
        element("main", _paper(snapshot, root), element("aside", *_panels(snapshot, root))),
        data_number=snapshot.number,
    )
    script = element("script", src=f"{root}preview.js", defer="")
    return _document(f"预览 {snapshot.plan.name}", root, script, body)


def rule_page(explanation: Explanation, root: str) -> str:
    """The page that explains a code."""
    content = MarkdownIt("commonmark", {"html": False}).enable("table").render(explanation.markdown())
    return _document(explanation.code.code, root, "", element("body", element("article", content), class_="rule"))


def _document(title: str, root: str, script: str, body: str) -> str:
    head = element(
        "head",
        void("meta", charset="utf-8"),
        element("title", words(title)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("link", rel="stylesheet", href=f"{root}preview.css"),
        script,
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='zh-CN')}\n"


def _live(tag: str, identifier: str, *content: str, class_: str | None = None, **attributes: str | float | None) -> str:
    """An element that the script renews: its content, its class and its data."""
    return element(tag, *content, id=identifier, data_live="", class_=class_, **attributes)


def _header(snapshot: Snapshot) -> str:
    """Which plan, how it stands, and when it was looked at."""
    worst = max((found.severity for found in snapshot.findings), default=None)
    kind = "error" if snapshot.trouble else worst.name.lower() if worst else "good"
    return _live(
        "header",
        "state",
        element("h1", words(str(snapshot.plan))),
        element("span", words(_standing(snapshot)), class_=f"badge {kind}"),
        element("span", words("草稿"), class_="badge draft") if _is_draft(snapshot) else "",
        element("span", words(f"{snapshot.taken:%H:%M:%S} 查过，保存后自动更新"), class_="time"),
        element("span", words("预览已经停止，重新运行 ipplan preview"), class_="cut-off"),
    )


def _is_draft(snapshot: Snapshot) -> bool:
    return snapshot.paper is not None and snapshot.paper.draft and not snapshot.stale


def _standing(snapshot: Snapshot) -> str:
    """How the plan stands: how much was found of each kind; what else is wrong comes first."""
    if snapshot.trouble:
        return "公文生成不了" if snapshot.sources else "读不了"
    report = Report(snapshot.findings)
    counts = ((report.count(severity), severity.word) for severity in sorted(Severity, reverse=True))
    return "，".join(f"{count} 个{word}" for count, word in counts if count) or "没有发现问题"


def _paper(snapshot: Snapshot, root: str) -> str:
    """The last good paper, greyed under what stands in the way of a new one."""
    paper = snapshot.paper
    return element(
        "section",
        _live("div", "obstacles", _obstacles(snapshot), role="status"),
        _live("div", "desk", _frame(paper, root) if paper else "", class_="stale" if snapshot.stale else None),
        class_="paper",
        aria_label="公文",
    )


def _frame(paper: Paper, root: str) -> str:
    """The frame of the paper: nothing in it runs; being of this origin, it lets the script keep its scroll position."""
    return element("iframe", src=f"{root}paper?{paper.number}", sandbox="allow-same-origin", title="公文")


def _obstacles(snapshot: Snapshot) -> str:
    if not snapshot.stale:
        return ""
    paper, files = snapshot.paper, _files(snapshot)
    kept = f"下面是 {paper.made:%H:%M:%S} 的样子。" if paper is not None else ""
    title = element("p", words(f"改好这些问题，公文才能更新。{kept}"))
    items = [element("li", place(found, files), " ", words(found.message)) for found in snapshot.hindrances]
    if snapshot.trouble:
        items.append(element("li", words(snapshot.trouble)))
    return title + element("ul", *items)


def _files(snapshot: Snapshot) -> ShownFiles:
    return ShownFiles.of(snapshot.sources, snapshot.plan.parent)


def _panels(snapshot: Snapshot, root: str) -> list[str]:
    """Findings, source and timeline, each to be folded away."""
    files = _files(snapshot)
    found = findings_list(snapshot.findings, snapshot.sources, files, root) if snapshot.sources else ""
    texts = "".join(source_text(source, snapshot.findings, files) for source in snapshot.sources)
    times = timeline(snapshot.paper.ledger, snapshot.taken.date()) if snapshot.paper is not None else ""
    stale = "stale" if snapshot.stale else None
    return [
        _panel("问题", _live("div", "findings", found, tabindex=0)),
        _panel("计划文件", _live("div", "source", texts, tabindex=0)),
        _panel("时间表", _live("div", "timeline", times, class_=stale, tabindex=0)),
    ]


def _panel(title: str, content: str) -> str:
    return element("details", element("summary", words(title)), content, open="")
