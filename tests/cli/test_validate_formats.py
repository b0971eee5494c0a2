"""`ipplan validate -f … -o …`: which report goes where."""

import json
import subprocess
import sys

import pytest

WARNED = "plan:\n  title: 计划\n  body: [{task: 甲, due: 尽快}]\n"
LINE = "::warning file=plan.yaml,line=3,col=25,endLine=3,endColumn=27,title=IP301::看不懂时限“尽快”"
SUMMARY = "检查了 1 个文件：0 个错误，1 个警告\n"


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch):
    """These tests say themselves whether they run in CI."""
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def plan(write):
    """A plan with one warning."""
    return write("plan.yaml", WARNED)


@pytest.mark.usefixtures("plan")
def test_several_formats(ipplan, folder):
    """Every format goes to the file behind it, one without a file to the screen, in whatever order."""
    code, out, err = ipplan(
        "validate", ".", "-f", "sarif", "-o", "r/a.sarif", "-f", "text", "-f", "json", "--output=b.json"
    )
    assert (code, err) == (0, "")
    assert out.startswith("plan.yaml:3:25: 警告 IP301 看不懂时限“尽快”\n")
    assert out.endswith(SUMMARY)
    assert json.loads((folder / "r/a.sarif").read_bytes())["runs"][0]["results"][0]["ruleId"] == "IP301"
    assert json.loads((folder / "b.json").read_bytes())["findings"][0]["start"] == {"line": 3, "column": 25}


@pytest.mark.usefixtures("plan")
def test_document_alone_on_the_screen(ipplan):
    """A format for programs has standard output for itself; statistics go beside it."""
    code, out, err = ipplan("validate", ".", "-f", "gitlab", "--statistics")
    assert code == 0
    assert [one["check_name"] for one in json.loads(out)] == ["IP301"]
    assert err == "     1  IP301  schedule-not-understood\n"


@pytest.mark.usefixtures("plan")
def test_text_in_a_file(ipplan, folder):
    """Text in a file leaves the screen empty."""
    assert ipplan("validate", ".", "-f", "text", "-o", "r.txt") == (0, "", "")
    assert (folder / "r.txt").read_text(encoding="utf-8").endswith(f"\n\n{SUMMARY}")


@pytest.mark.usefixtures("plan")
def test_github_by_itself(ipplan, monkeypatch):
    """In Actions the findings are annotations, unless a format is asked for."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    out = ipplan("validate", ".").out
    assert out.startswith(LINE)
    assert out.endswith(f"\n{SUMMARY}")
    assert ipplan("validate", ".", "-f", "text").out.startswith("plan.yaml:3:25: ")
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert ipplan("validate", ".").out.startswith("plan.yaml:3:25: ")


def test_paths_from_the_checkout(ipplan, write, folder, monkeypatch):
    """In CI paths start at the checkout, wherever in it the command runs."""
    write("sub/plan.yaml", WARNED)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    monkeypatch.chdir(folder / "sub")
    assert ipplan("validate", ".", "-f", "github").out.startswith("::warning file=sub/plan.yaml,line=3,")


WRONG_USAGE = {
    "-o r.json": "-o r.json 前面要有它的 -f，例如 -f sarif -o report.sarif",
    "-o r.json -f json": "-o r.json 前面要有它的 -f，例如 -f sarif -o report.sarif",
    "-f json -o a -o b": "-o b 前面要有它的 -f，例如 -f sarif -o report.sarif",
    "-f json -o a -f sarif -o ./a": "两个报告不能写到同一个文件 a",
    "-f json -f sarif": "json、sarif 不能都显示在屏幕上，在 -f 后面用 -o 写到文件",
    "-f text -f junit": "text、junit 不能都显示在屏幕上，在 -f 后面用 -o 写到文件",
    "-f json -o plan.yaml": "-o plan.yaml 是要检查的计划，不能写成报告",
    "-f xml": "选项 --format 不能写“xml”，可以写：text、json、sarif、github、gitlab、junit"
    "（ipplan validate --help 看用法）",
}


@pytest.mark.parametrize(("options", "message"), WRONG_USAGE.items(), ids=WRONG_USAGE)
def test_wrong_usage(ipplan, plan, left, options, message):
    """What cannot be meant is said before anything is written."""
    assert ipplan("validate", ".", *options.split()) == (2, "", f"ipplan: {message}\n")
    assert left() == ["plan.yaml"]
    assert plan.read_text(encoding="utf-8") == WARNED


@pytest.mark.usefixtures("plan")
def test_unwritable_report(ipplan, folder):
    """A report that cannot be written is an error of the world; the place is left as it was."""
    (folder / "r").mkdir()
    code, out, err = ipplan("validate", ".", "-f", "json", "-o", "r")
    assert (code, out, err) == (3, "", "ipplan: r：这是文件夹，不能写成文件\n")


@pytest.mark.usefixtures("plan")
def test_exit_code_is_the_same_in_every_format(ipplan):
    """Formats change what is said, not what is decided."""
    codes = [
        ipplan("validate", ".", "-f", name, "--fail-on", "warning").code
        for name in ("text", "json", "sarif", "github", "gitlab", "junit")
    ]
    assert codes == [1] * 6


def test_unreadable_file_in_a_report(ipplan, write):
    """A file that cannot be read is in the report and on standard error."""
    write("a/plan.yaml", b"#" * 3_000_000)
    write("b/plan.yaml")
    code, out, err = ipplan("validate", ".", "-f", "json")
    assert (code, err) == (3, "ipplan: a/plan.yaml：文件超过 2 MB，不像计划文件\n")
    assert json.loads(out)["unreadable"][0]["path"] == "a/plan.yaml"
    assert json.loads(out)["summary"]["files"] == 1


def test_project_finding_counts_once(ipplan, write):
    """What is wrong in the project file of several plans is one finding in every count."""
    write("ipplan.yaml", "ofice: {name: 甲局}\n")
    write("a/plan.yaml")
    write("b/plan.yaml")
    assert ipplan("validate", ".").out.endswith("检查了 2 个文件：1 个错误，0 个警告\n")
    assert len(json.loads(ipplan("validate", ".", "-f", "json").out)["findings"]) == 1


def test_same_bytes(ipplan, write, folder):
    """The same plans give the same report."""
    for name in ("b/plan.yaml", "a/plan.yaml"):
        write(name, WARNED)
    for name in ("1.sarif", "2.sarif"):
        ipplan("validate", ".", "-f", "sarif", "-o", name)
    assert (folder / "1.sarif").read_bytes() == (folder / "2.sarif").read_bytes()


@pytest.mark.usefixtures("plan")
def test_documents_are_utf_8(program):
    """A format for programs is UTF-8 with line feeds, whatever the terminal has."""
    run = program("validate", ".", "-f", "json", text=False, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert json.loads(run.stdout.decode("utf-8"))["findings"][0]["message"] == "看不懂时限“尽快”"


LOADED = "import sys; from ipplan.cli.run import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("options", [[], ["-f", "sarif"]])
@pytest.mark.usefixtures("plan")
def test_formats_load_when_asked_for(options):
    """What makes a format is imported when it is asked for."""
    command = [sys.executable, "-c", LOADED, "validate", ".", *options]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stderr.split())
    assert ("ipplan.reporters.sarif" in loaded) == bool(options)
    assert not loaded & {"ipplan.reporters.json", "ipplan.reporters.junit", "docx", "jinja2", "rich", "jsonschema"}
