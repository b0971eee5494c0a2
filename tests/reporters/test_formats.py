"""Every format, on a report with Chinese, quotes, line feeds, per cent signs and colons in it."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ipplan
from ipplan.codes import described, name_of
from ipplan.diagnostics import Diagnostic, Report, Severity, Span
from ipplan.reporters.registry import FORMATS, write_report
from ipplan.reporters.results import Results
from ipplan.source import Source

PLAN = "计划/二 月#1.plan.yaml"
NASTY = '“甲”说："100%"\n::error::乙,丙 <&> {{ 丁 }}'
SOURCES = Path(ipplan.__file__).parent


def test_json(results):
    """JSON has everything there is to say, under the documented keys."""
    document = json.loads(write_report("json", results))
    assert list(document) == ["version", "tool", "summary", "findings", "suppressed", "unreadable"]
    assert document["version"] == 1
    assert document["summary"] == {"files": 3, "errors": 1, "warnings": 1, "notes": 1, "suppressed": 1}
    assert [one["path"] for one in document["findings"]] == ["b.yaml", PLAN, PLAN]
    assert document["findings"][1] == {
        "path": PLAN,
        "start": {"line": 1, "column": 1},
        "end": {"line": 2, "column": 4},
        "code": "IP101",
        "name": "unknown-key",
        "severity": "error",
        "message": NASTY,
        "hint": 'a: "50%"\nb',
        "fix": None,
    }
    assert document["findings"][0]["fix"] == {
        "safe": False,
        "edits": [
            {"path": "b.yaml", "start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}, "text": "“y”"},
            {"path": PLAN, "start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 4}, "text": ""},
        ],
    }
    assert document["findings"][0]["hint"] is None
    assert document["suppressed"][0]["reason"] == "原文如此"
    assert document["unreadable"] == [{"path": "坏.yaml", "message": "坏.yaml：没有这个文件"}]


def test_sarif_is_valid(results, schemas):
    """SARIF fits the schema of OASIS."""
    schema = json.loads((schemas / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(schema)(schema)
    log = json.loads(write_report("sarif", results))
    assert [error.message for error in checker.iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "schlimm"
    assert [error.json_path for error in checker.iter_errors(log)] == ["$.runs[0].results[0].level"]


def test_sarif_result(results):
    """A result names rule, level, place and message; what is suppressed is none."""
    run = json.loads(write_report("sarif", results))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [one["ruleId"] for one in run["results"]] == ["IP999", "IP101", "IP601"]
    assert [one["level"] for one in run["results"]] == ["note", "error", "warning"]
    result = run["results"][1]
    place = result["locations"][0]["physicalLocation"]
    assert result["message"]["text"] == f'{NASTY}\na: "50%"\nb'
    assert place["artifactLocation"]["uri"] == "%E8%AE%A1%E5%88%92/%E4%BA%8C%20%E6%9C%88%231.plan.yaml"
    assert place["region"] == {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 4}


def test_sarif_fixes(results):
    """A finding that can be corrected carries the replacements, file by file; another one carries none."""
    found, plain, _ = json.loads(write_report("sarif", results))["runs"][0]["results"]
    assert "fixes" not in plain
    (fix,) = found["fixes"]
    uris = [change["artifactLocation"]["uri"] for change in fix["artifactChanges"]]
    assert uris == ["b.yaml", "%E8%AE%A1%E5%88%92/%E4%BA%8C%20%E6%9C%88%231.plan.yaml"]
    assert fix["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2},
            "insertedContent": {"text": "“y”"},
        }
    ]


def test_sarif_rules(results):
    """Every result points at its rule, and every rule says what it is about."""
    run = json.loads(write_report("sarif", results))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(described())
    assert all(rule["name"] and rule["shortDescription"]["text"] for rule in rules)
    indexes = [(one["ruleIndex"], one["ruleId"]) for one in run["results"]]
    assert indexes[0] == (-1, "IP999")
    assert all(rules[index]["id"] == code for index, code in indexes[1:])


def test_sarif_unreadable(results):
    """A run in which a file could not be read was not successful, and says which."""
    invocation = json.loads(write_report("sarif", results))["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "坏.yaml：没有这个文件"
    fine = json.loads(write_report("sarif", replace(results, unreadable=())))["runs"][0]["invocations"][0]
    assert fine == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_github(results):
    """Commands are one line each, with everything escaped that would end a value or a line."""
    assert write_report("github", results).splitlines() == [
        "::notice file=b.yaml,line=1,col=1,endLine=1,endColumn=1,title=IP999::𠮟",
        f"::error file={PLAN},line=1,col=1,endLine=2,endColumn=4,title=IP101::"
        '“甲”说："100%25"%0A::error::乙,丙 <&> {{ 丁 }}%0Aa: "50%25"%0Ab',
        f"::warning file={PLAN},line=3,col=9,endLine=3,endColumn=11,title=IP601::发文字号待定%0A定下来",
        "::error file=坏.yaml::坏.yaml：没有这个文件",
    ]


def test_github_path():
    """A file name cannot smuggle another property into a command."""
    odd = Diagnostic(Path("a,line=9::b%.yaml"), Span(1, 1, 1, 2), "IP301", Severity.ERROR, "错")
    expected = "::error file=a%2Cline=9%3A%3Ab%25.yaml,line=1,col=1,endLine=1,endColumn=2,title=IP301::错\n"
    assert write_report("github", Results(Report.of([odd]))) == expected


def test_gitlab(results):
    """Code Quality has description, name, fingerprint, severity and place."""
    issues = json.loads(write_report("gitlab", results))
    assert [(one["check_name"], one["severity"]) for one in issues] == [
        ("IP999", "info"),
        ("IP101", "major"),
        ("IP601", "minor"),
    ]
    assert issues[2]["description"] == "IP601 发文字号待定（定下来）"
    assert issues[2]["location"] == {"path": PLAN, "lines": {"begin": 3, "end": 3}}
    assert all(re.fullmatch("[0-9a-f]{64}", one["fingerprint"]) for one in issues)


def fingerprints(text, *lines):
    """The fingerprints of findings on some lines of a text."""
    path = Path("plan.yaml")
    report = Report.of(Diagnostic(path, Span(line, 1, line, 2), "IP301", Severity.ERROR, f"{line}") for line in lines)
    return [
        one["fingerprint"]
        for one in json.loads(write_report("gitlab", Results(report, (), {path: Source(path, text)})))
    ]


def test_fingerprints_are_stable():
    """Lines above a finding do not change its fingerprint, and equal lines have different ones."""
    first, second, third = fingerprints("甲\n乙\n甲\n", 1, 2, 3)
    assert len({first, second, third}) == 3
    assert fingerprints("新\n\n  甲\n乙\n甲\n", 3, 4, 5) == [first, second, third]
    assert fingerprints("丙\n", 1)[0] not in {first, second, third}


def test_junit(results):
    """Every file is a suite: findings fail, notes and clean files pass, what could not be read is an error."""
    top = ET.fromstring(write_report("junit", results))
    assert dict(top.attrib) == {"name": "ipplan", "tests": "5", "failures": "2", "errors": "1"}
    suites = [(suite.get("name"), suite.get("failures"), suite.get("errors")) for suite in top]
    assert suites == [("b.yaml", "0", "0"), ("clean.yaml", "0", "0"), (PLAN, "2", "0"), ("坏.yaml", "0", "1")]
    assert [(child.tag, child.text) for child in top[0][0]] == [("system-out", "b.yaml:1:1: 提示 IP999 𠮟")]
    case = top[2][0]
    assert case.get("name") == "IP101 unknown-key 1:1"
    assert case[0].attrib == {"type": "error", "message": NASTY}
    assert case[0].text == f'{PLAN}:1:1: 错误 IP101 {NASTY}\na: "50%"\nb'
    assert [child.tag for case in top[1] for child in case] == []
    assert top[3][0][0].get("message") == "坏.yaml：没有这个文件"


def test_text(results):
    """Text in a file is what a pipe gets, with the summary."""
    text = write_report("text", results)
    assert f"{PLAN}:3:9: 警告 IP601 发文字号待定\n3 |   number: 待定\n" in text
    assert "\033[" not in text
    assert text.endswith(
        "坏.yaml：没有这个文件\n\n检查了 3 个文件：1 个错误，1 个警告，1 个提示\n"
        "其中 1 个可以自动改，改完要看一遍（--fix --unsafe-fixes）\n"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_same_report_same_bytes(results, name):
    """A format depends on the findings only, not on the order in which they were found."""
    again = replace(results, report=Report.of(reversed(results.report.diagnostics)))
    assert write_report(name, results) == write_report(name, again)


EMPTY = {"json": '"findings": []', "sarif": '"results": []', "github": "", "gitlab": "[]\n", "junit": 'tests="0"'}


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_found(name):
    """A report without findings is a whole document too."""
    assert EMPTY[name] in write_report(name, Results(Report()))
    assert name != "github" or write_report(name, Results(Report())) == ""


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None)
@given(message=st.text(), name_of_file=st.text(st.characters(exclude_characters="\0/\\"), min_size=1, max_size=9))
def test_any_words(name, message, name_of_file):
    """Whatever a message or a file name is made of, every format can be written and read again."""
    path = Path(name_of_file)
    odd = Diagnostic(path, Span(1, 1, 1, 2), "IP301", Severity.ERROR, message, message)
    data = write_report(name, Results(Report.of([odd]), (path,))).encode(errors="replace")
    if name == "junit":
        assert len(ET.fromstring(data)) == 1
    elif name == "github":
        assert len(re.split(rb"[\r\n]", data)) == 2
    elif name != "text":
        assert json.loads(data)


def test_file_name_that_is_not_text(tmp_path):
    """A file name in another encoding, as Linux allows it, is reported and does not stop the report."""
    path = Path("\udcff.yaml")
    odd = Diagnostic(path, Span(1, 1, 1, 2), "IP301", Severity.ERROR, "错")
    shown = {name: write_report(name, Results(Report.of([odd]), (path,), folder=tmp_path)) for name in FORMATS}
    assert '"uri": "%FF.yaml"' in shown["sarif"]
    assert 'name="\N{REPLACEMENT CHARACTER}.yaml"' in shown["junit"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("plan.yaml", "sub/plan.yaml"),
        ("../plan.yaml", "plan.yaml"),
        ("{root}/sub/a/plan.yaml", "sub/a/plan.yaml"),
        ("../../plan.yaml", "../../plan.yaml"),
        ("/elsewhere/plan.yaml", "/elsewhere/plan.yaml"),
    ],
)
def test_paths_start_at_the_repository(tmp_path, path, shown):
    """A path is shown from the folder of the repository, wherever the command runs; one outside as it was given."""
    results = Results(Report(), folder=tmp_path / "sub", root=tmp_path)
    assert results.shown(Path(path.format(root=tmp_path))) == shown


def test_sarif_outside_of_the_repository(tmp_path):
    """A file elsewhere has a whole address in SARIF."""
    odd = Diagnostic(Path("/else where/p.yaml"), Span(1, 1, 1, 2), "IP301", Severity.ERROR, "错")
    text = write_report("sarif", Results(Report.of([odd]), folder=tmp_path))
    assert '"uri": "file:///else%20where/p.yaml"' in text


def test_unknown_format():
    """There are no other formats."""
    with pytest.raises(KeyError):
        write_report("xml", Results(Report()))


def test_every_code_is_described():
    """Every code that the program can report has a name and says what it means."""
    written = {code for file in SOURCES.rglob("*.py") for code in re.findall(r'"(IP\d{3})"', file.read_text("utf-8"))}
    assert written <= set(described())
    assert len({one.name for one in described().values()}) == len(described())
    assert (name_of("IP101"), name_of("IP999")) == ("unknown-key", "IP999")
