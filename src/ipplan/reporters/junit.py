"""JUnit XML: a suite for every file, a failed case for every finding, one passed case for a clean file.

A note fails nothing: it is a passed case with output.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from ipplan.codes import name_of
from ipplan.diagnostics import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from ipplan.diagnostics import Diagnostic
    from ipplan.reporters.results import Results, Unreadable

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(results: Results) -> str:
    """The report as one XML document."""
    findings: dict[Path, list[Diagnostic]] = {path: [] for path in results.files}
    for found in results.report.diagnostics:
        findings.setdefault(found.path, []).append(found)
    suites = [_suite(results.shown(path), found) for path, found in sorted(findings.items())]
    suites += [_broken_suite(results.shown(one.path), one) for one in results.unreadable]
    top = _element("testsuites", name="ipplan", **_sums(suites))
    top.extend(suites)
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _suite(name: str, findings: list[Diagnostic]) -> ET.Element:
    cases = [_case(name, found) for found in findings]
    failures = sum(found.severity is not Severity.NOTE for found in findings)
    suite = _element("testsuite", name=name, tests=str(len(cases) or 1), failures=str(failures), errors="0")
    suite.extend(cases or [_element("testcase", classname=name, name="ipplan validate")])
    return suite


def _case(name: str, found: Diagnostic) -> ET.Element:
    place = f"{found.span.line}:{found.span.column}"
    case = _element("testcase", classname=name, name=f"{found.code} {name_of(found.code)} {place}")
    words = f"{name}:{place}: {found.severity.word} {found.code} {found.message}"
    if found.severity is Severity.NOTE:
        told = _element("system-out")
    else:
        told = _element("failure", type=found.severity.name.lower(), message=found.message)
    told.text = _clean(f"{words}\n{found.hint}" if found.hint else words)
    case.append(told)
    return case


def _broken_suite(name: str, one: Unreadable) -> ET.Element:
    """A file that could not be checked, which is an error and no failure."""
    suite = _element("testsuite", name=name, tests="1", failures="0", errors="1")
    case = _element("testcase", classname=name, name="ipplan validate")
    case.append(_element("error", type="unreadable", message=one.message))
    suite.append(case)
    return suite


def _sums(suites: list[ET.Element]) -> dict[str, str]:
    return {key: str(sum(int(suite.attrib[key]) for suite in suites)) for key in ("tests", "failures", "errors")}


def _element(tag: str, **attributes: str) -> ET.Element:
    return ET.Element(tag, {key: _clean(value) for key, value in attributes.items()})


def _clean(text: str) -> str:
    """The text without characters that XML does not have."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
