"""A run with everything that formats trip over."""

from pathlib import Path

import pytest

from ipplan.diagnostics import Correction, Diagnostic, Edit, Report, Severity, Span
from ipplan.errors import IpplanError
from ipplan.reporters.results import Results, Unreadable
from ipplan.source import Source
from ipplan.suppressions import Suppressed

PLAN = Path("计划/二 月#1.plan.yaml")
OTHER = Path("b.yaml")
NASTY = '“甲”说："100%"\n::error::乙,丙 <&> {{ 丁 }}'


def found(path, span, code="IP301", severity=Severity.WARNING, **words):
    """A finding."""
    return Diagnostic(path, Span(*span), code, severity, **{"message": "看不懂", **words})


FIX = Correction((Edit(OTHER, Span(1, 1, 1, 2), "“y”"), Edit(PLAN, Span(2, 4, 2, 4), "")), safe=False)
FINDINGS = (
    found(PLAN, (3, 9, 3, 11), "IP601", message="发文字号待定", hint="定下来"),
    found(PLAN, (1, 1, 2, 4), "IP101", Severity.ERROR, message=NASTY, hint='a: "50%"\nb'),
    found(OTHER, (1, 1, 1, 1), "IP999", Severity.NOTE, message="𠮟", fix=FIX),
)


@pytest.fixture
def results(tmp_path):
    """Findings in two files, one suppressed, one clean file and one that cannot be read."""
    sources = {PLAN: Source(PLAN, "a: 甲\nb: 乙\n  number: 待定\n"), OTHER: Source(OTHER, "x\n")}
    why = str(IpplanError("坏.yaml：没有这个文件"))
    return Results(
        Report.of(FINDINGS),
        (PLAN, OTHER, Path("clean.yaml")),
        sources,
        (Suppressed(found(PLAN, (9, 1, 9, 2), "IP303"), "原文如此"),),
        (Unreadable(Path("坏.yaml"), why),),
        tmp_path,
        tmp_path,
    )
