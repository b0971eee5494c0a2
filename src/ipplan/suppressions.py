"""Comments like `# ipplan: ignore[IP601] 理由`: what is wrong on purpose, said where it stands.

A comment holds for findings that begin on its line; one that has a line to itself holds for the next line that is no
comment. Where a text of several lines begins on that line, the comment holds for the whole text, since no comment can
stand inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from ipplan.diagnostics import Diagnostic, Report, Severity, Span
from ipplan.patterns import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from ipplan.source import Source

WITHOUT_REASON = "IP012"
UNUSED = "IP013"

_START = r"#[ \t]*ipplan[ \t]*[:：]"
_DIRECTIVE = lazy_pattern(
    rf"{_START}[ \t]*ignore(?![\w-])[ \t]*(?:[\[［【](?P<codes>[^\]］】\n#]*)[\]］】])?(?P<reason>(?:(?!{_START}).)*)"
)
_CODE = lazy_pattern(r"[^\s,，、]+")
_UNREADABLE_FILE = lazy_pattern(r"IP[01]\d\d")


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not shown, why, and what says so."""

    finding: Diagnostic
    reason: str
    by: Literal["comment", "project", "baseline"] = "comment"


class Codes(NamedTuple):
    """The codes that rules have; those without which no paper can be made; those found when plans are compared.

    Whether a comment about one of the latter is of use cannot be told from one plan, nor from some plans of many.
    """

    known: Collection[str]
    indispensable: Collection[str]
    across: Collection[str] = ()


class Named(NamedTuple):
    """A code in a comment and where it stands."""

    code: str
    path: Path
    span: Span


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment that suppresses: its place, the lines it holds for, its codes and its reason."""

    path: Path
    span: Span
    first_line: int
    last_line: int
    codes: tuple[Named, ...]
    reason: str

    def covers(self, found: Diagnostic) -> bool:
        """Whether a finding begins on a line that the comment holds for."""
        return found.path == self.path and self.first_line <= found.span.line <= self.last_line


def suppress(
    found: Iterable[Diagnostic], sources: Iterable[Source], codes: Codes
) -> tuple[Report, tuple[Suppressed, ...]]:
    """Take out what comments suppress; what is wrong with the comments themselves comes into the report."""
    comments = [comment for source in sources for comment in _comments(source)]
    report = Report.of(found)
    if not comments:
        return report, ()
    kept, suppressed, used = _divided(report, comments, codes)
    for comment in comments:
        kept += _mistakes(comment, used, codes)
    return Report.of(kept), tuple(suppressed)


Comments: TypeAlias = "tuple[Comment, ...]"
"""Comments that are kept for what is found later."""


def comments_about(sources: Iterable[Source], codes: Collection[str]) -> Comments:
    """The comments in files that suppress one of the codes."""
    every = (comment for source in sources for comment in _comments(source))
    return tuple(one for one in every if any(named.code in codes for named in one.codes))


def suppress_later(
    found: Iterable[Diagnostic], comments: Comments, codes: Codes
) -> tuple[Report, tuple[Suppressed, ...]]:
    """Take out of later findings what comments suppress; mistakes in the comments were reported with their files."""
    kept, suppressed, _ = _divided(Report.of(found), list(comments), codes)
    return Report.of(kept), tuple(suppressed)


def _divided(
    report: Report, comments: list[Comment], codes: Codes
) -> tuple[list[Diagnostic], list[Suppressed], set[Named]]:
    """The findings that stay, those that are suppressed, and the codes in comments that did it."""
    kept: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: set[Named] = set()
    for found in report.diagnostics:
        covering = [comment for comment in comments if comment.covers(found)] if found.code in codes.known else []
        matching = {named: one for one in covering for named in one.codes if named.code == found.code}
        if matching and found.code not in codes.indispensable:
            used.update(matching)
            suppressed.append(Suppressed(found, next(iter(matching.values())).reason))
        else:
            kept.append(found)
    return kept, suppressed, used


def _mistakes(comment: Comment, used: Collection[Named], codes: Codes) -> Iterator[Diagnostic]:
    """What is wrong with one comment: no reason, no code, or codes that suppress nothing."""
    if not comment.codes:
        yield _warning(comment, comment.span, UNUSED, "没有写忽略哪一条", "写成 # ipplan: ignore[IP601] 理由")
    elif not re.search(r"\w", comment.reason):
        hint = "在后面写上为什么，例如 # ipplan: ignore[IP601] 上级文件未载"
        yield _warning(comment, comment.span, WITHOUT_REASON, "忽略问题没有写理由", hint)
    for named in comment.codes:
        if named not in used and named.code not in codes.across:
            yield _warning(comment, named.span, UNUSED, *_why_unused(named.code, codes))


def _why_unused(code: str, codes: Codes) -> tuple[str, str]:
    """Message and hint for a code that suppressed nothing."""
    if code in codes.indispensable or _UNREADABLE_FILE.fullmatch(code):
        return f"{code} 不能忽略：改好了才能生成公文", "改好它，删掉这个忽略"
    if code in codes.known:
        return f"这里没有 {code} 的问题，用不着忽略", "删掉这个忽略；注释要写在问题开始的那一行，或单独写在它的上一行"
    near = nearest(code, codes.known)
    return f"没有 {code} 这个问题代码", f"是不是 {near}？" if near else "代码像 IP601 这样写"


def nearest(code: str, known: Iterable[str]) -> str | None:
    """The code that is most like a misspelt one, of its family if it has one; None if none is like it.

    An O is taken for a 0.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only for a misspelt code

    code, every = code.replace("O", "0"), sorted(known)
    family = [one for one in every if one.startswith(code[:3])]
    return next(iter(get_close_matches(code, family or every, 1, cutoff=0.5)), None)


def _warning(comment: Comment, span: Span, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(comment.path, span, code, Severity.WARNING, message, hint)


def _comments(source: Source) -> list[Comment]:
    """The comments of a file that suppress; what only looks like one, inside of a text, is none."""
    matches = list(_DIRECTIVE.finditer(source.text)) if "ipplan" in source.text else []
    if not matches:
        return []
    texts = _texts(source)
    places = [(match, _span(source, match.span())) for match in matches]
    return [_comment(source, match, span, texts) for match, span in places if not _is_text(span, texts)]


def _comment(source: Source, match: re.Match[str], span: Span, texts: list[_Text]) -> Comment:
    line = span.line
    if source.line(line).lstrip().startswith("#"):
        while source.line(line).lstrip().startswith("#"):
            line += 1
    last = max((text.last_line for text in texts if text.line == line), default=line)
    named = _CODE.finditer(source.text, *match.span("codes")) if match["codes"] else ()
    codes = tuple(Named(code[0].upper(), source.path, _span(source, code.span())) for code in named)
    return Comment(source.path, span, line, last, codes, match["reason"].strip())


class _Text(NamedTuple):
    """Where a scalar stands, 1-based, its end exclusive; `block` says whether it was opened with | or >."""

    line: int
    column: int
    end_line: int
    end_column: int
    block: bool

    @property
    def last_line(self) -> int:
        """The last line that has something of it."""
        return self.end_line if self.end_column > 1 else self.end_line - 1


def _texts(source: Source) -> list[_Text]:
    """All scalars of a file, as far as YAML can read it."""
    import yaml  # noqa: PLC0415  few files have comments for us, and a run with nothing new reads none

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    scanner = loader(source.text)
    texts: list[_Text] = []
    try:
        while (token := scanner.get_token()) is not None:
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark, token.end_mark
                texts.append(
                    _Text(start.line + 1, start.column + 1, end.line + 1, end.column + 1, token.style in ("|", ">"))
                )
    except yaml.YAMLError:
        return texts
    finally:
        scanner.dispose()
    return texts


def _is_text(span: Span, texts: Iterable[_Text]) -> bool:
    """Whether something that looks like a comment is part of a scalar; behind | and > a comment is one."""
    here = (span.line, span.column)
    return any(text[:2] <= here < text[2:4] and not (text.block and span.line == text.line) for text in texts)


def _span(source: Source, stretch: tuple[int, int]) -> Span:
    """The place of a stretch of one line."""
    start, end = stretch
    line = source.text.count("\n", 0, start) + 1
    before = source.text.rfind("\n", 0, start) + 1
    return Span(line, start - before + 1, line, end - before + 1)
